//! The heat map: what is claimed, as a picture and as a table.
//!
//! [`HeatMap`] is plain data: the nine cells, the claims in them, and where each project stands in the two triangles.
//! The drawings are made from it and from nothing else: the same map gives the same bytes. Each comes in two uses, see
//! [`Use`]: a picture that stands for itself, in a file or a document, and a part of a live page, which has handles for
//! the page's script. What a page is made of beyond that is no matter of this module.
//!
//! Every text of a spec goes through `maud`, which escapes it; nothing is ever drawn from a string that is pasted
//! together. Colour never stands alone: a verdict has a shape and a letter, a strength a sign, a word and a pattern.

mod badge;
mod claims;
mod facts;
mod fragment;
mod glyphs;
mod grid;
mod map;
mod mermaid;
mod poster;
mod report;
mod standing;
mod tables;
mod triangle;
mod widths;
mod written;

pub use facts::{CellFacts, ClaimFacts, Evidence, Finding, ProjectFacts, Source, SpecFacts, Technique};
pub use map::{HeatMap, MapCell, MapClaim, MapProject, Placed, Rated};
pub use mermaid::{argument as mermaid_argument, matrix as mermaid_matrix};
pub use report::{Frame, STYLE as REPORT_STYLE, report};
pub use standing::{Shares, Standing};

#[cfg(test)]
mod tests;

use crate::model::Axis;
use crate::syntax::Date;

/// The heat map as plain text, for an editor that shows no picture.
pub fn in_letters(map: &HeatMap) -> String {
    written::written(map)
}

/// What a drawing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A picture that stands for itself: it brings its colours along, for light and for dark surroundings, and has a
    /// text that says what is to be seen.
    Still,
    /// A part of a larger picture or of a page that stands still, which has paper, patterns and dark colours for all of
    /// its parts.
    Part,
    /// A part of a live page: its dots can be reached with the keyboard and say which claim they stand for.
    Page,
}

/// The whole picture of a map, as SVG that stands for itself: the nine cells, what the signs mean and, of one project,
/// the two triangles. It says as of which day was judged.
pub fn poster(map: &HeatMap, today: Date) -> String {
    poster::draw(map, today).into_string()
}

/// How many of the claims hold, as a small picture beside a heading, in SVG.
pub fn badge(works: usize, claims: usize) -> String {
    badge::draw(works, claims).into_string()
}

/// The nine cells with the claims in them, as SVG.
pub fn grid(map: &HeatMap, of: Use) -> String {
    grid::draw(map, of).into_string()
}

/// One of the two triangles with the projects in it, as SVG.
pub fn triangle(map: &HeatMap, axis: Axis, of: Use) -> String {
    triangle::draw(map, axis, of).into_string()
}

/// The claims as a table in HTML: all that the picture shows, and the reasons.
pub fn table(map: &HeatMap, of: Use) -> String {
    tables::claims(map, of).into_string()
}

/// All of it as it changes with the claims: what a live page shows, in HTML. It is a part of a page, and no page.
pub fn fragment(map: &HeatMap) -> String {
    fragment::draw(map).into_string()
}
