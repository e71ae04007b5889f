//! The heat map: what is claimed, as a picture and as a table.
//!
//! [`HeatMap`] is plain data: the nine cells, the claims in them, and where each project stands in the two triangles.
//! The drawings are made from it and from nothing else: the same map gives the same bytes. Each comes in two uses, see
//! [`Use`]: a picture that stands for itself, in a file or a document, and a part of a live page, which has handles for
//! the page's script. What a page is made of beyond that is no matter of this module.
//!
//! Every text of a spec goes through `maud`, which escapes it; nothing is ever drawn from a string that is pasted
//! together. Colour never stands alone: a verdict has a shape and a letter, a strength a sign, a word and a pattern.

mod claims;
mod fragment;
mod glyphs;
mod grid;
mod map;
mod standing;
mod tables;
mod triangle;

pub use map::{HeatMap, MapCell, MapClaim, MapProject, Placed, Rated};
pub use standing::{Shares, Standing};

#[cfg(test)]
mod tests;

use crate::model::Axis;

/// What a drawing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A picture that stands for itself: it brings its colours along and has a text that says what is to be seen.
    Still,
    /// A part of a live page: its dots can be reached with the keyboard and say which claim they stand for.
    Page,
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
