//! The whole picture of a map, for a document, a wall or a message: the nine cells, what the signs mean, and of one
//! project where it stands in both triangles.

use super::glyphs::{self, INK, MUTED, PAPER};
use super::map::HeatMap;
use super::widths::{fitted, width};
use super::{Use, grid, triangle};
use crate::model::{Axis, Strength};
use crate::rules::Verdict;
use crate::syntax::Date;
use maud::{Markup, html};

const MARGIN: usize = 20;
/// The heading and the line with the counts.
const HEAD: usize = 74;
/// What the signs mean, below the cells.
const FOOT: usize = 62;
/// Triangles are drawn smaller than they would stand alone.
const SIDE: usize = 252;
const SIDE_HEIGHT: usize = 211;
const CAPTION: usize = 22;
const BETWEEN: usize = 26;

const VERDICTS: [Option<Verdict>; 4] =
    [Some(Verdict::Works), Some(Verdict::Promising), Some(Verdict::Speculative), None];

pub(super) fn draw(map: &HeatMap, today: Date) -> Markup {
    let triangles = map.projects.len() == 1;
    let matrix = grid::whole_height(map);
    let height_beside = if triangles { 2 * (CAPTION + SIDE_HEIGHT) + 26 } else { 0 };
    let width = 2 * MARGIN + grid::WHOLE_WIDTH + if triangles { BETWEEN + SIDE } else { 0 };
    let height = HEAD + (matrix + FOOT).max(height_beside) + MARGIN;
    let title = heading(map);
    let foot = HEAD + matrix;
    let beside = MARGIN + grid::WHOLE_WIDTH + BETWEEN;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="img"
            aria-label={ (title) ": " (counts(map)) } font-family="system-ui, sans-serif" font-size="12.5" fill=(INK) {
            title { (title) }
            desc { (counts(map)) ". " (grid::in_words(map)) @if triangles { @for axis in [Axis::Blockchain, Axis::Ai] { " " (triangle::title(axis)) ": " (triangle::in_words(map, axis)) "." } } }
            (glyphs::dark_style())
            rect .paper width=(width) height=(height) rx="12" fill=(PAPER) {}
            (grid::patterns())
            text x=(MARGIN + 4) y="36" font-size="20" font-weight="700" { (fitted(&title, 20.0, true, (width - 2 * MARGIN - 8) as f64)) }
            (sum(map, today, width))
            svg x=(MARGIN) y=(HEAD) width=(grid::WHOLE_WIDTH) height=(matrix) { (grid::draw(map, Use::Part)) }
            (legend(foot + 24))
            @if triangles {
                @for (index, axis) in [Axis::Blockchain, Axis::Ai].into_iter().enumerate() {
                    @let top = HEAD + index * (CAPTION + SIDE_HEIGHT);
                    text x=(beside) y=(top + 15) font-weight="600" { (triangle::title(axis)) }
                    svg x=(beside) y=(top + CAPTION) width=(SIDE) height=(SIDE_HEIGHT) { (triangle::draw(map, axis, Use::Part)) }
                }
                (marks(beside, HEAD + 2 * (CAPTION + SIDE_HEIGHT) + 14))
            }
        }
    }
}

/// What the picture is called.
fn heading(map: &HeatMap) -> String {
    match map.projects.as_slice() {
        [] => "AI–blockchain synergy matrix".to_owned(),
        [project] => project.title.clone(),
        projects => format!("{} projects", projects.len()),
    }
}

/// The verdicts in words.
fn counts(map: &HeatMap) -> String {
    let count = |verdict| format!("{} {}", map.count(verdict), glyphs::word(verdict));
    let counted: Vec<String> = VERDICTS.into_iter().filter(|verdict| is_counted(map, *verdict)).map(count).collect();
    format!("{} {}: {}", map.claims.len(), if map.claims.len() == 1 { "claim" } else { "claims" }, counted.join(", "))
}

fn is_counted(map: &HeatMap, verdict: Option<Verdict>) -> bool {
    verdict.is_some() || map.count(verdict) > 0
}

/// The line below the heading.
fn sum(map: &HeatMap, today: Date, whole: usize) -> Markup {
    let mut x = (MARGIN + 14) as f64;
    html! {
        @for verdict in VERDICTS {
            @if is_counted(map, verdict) {
                @let text = format!("{} {}", map.count(verdict), glyphs::word(verdict));
                (sign(x, 58.0, glyphs::class(verdict), false, &glyphs::verdict(verdict, false)))
                text x=(unit(x + 15.0)) y="62.3" { (text) }
                @let () = x += 15.0 + width(&text, 12.5, false) + 26.0;
            }
        }
        text .quiet x=(whole - MARGIN - 4) y="62.3" text-anchor="end" font-size="10.5" fill=(MUTED) { "hypecheck, as of " (today) }
    }
}

/// What the signs mean, in two lines.
fn legend(top: usize) -> Markup {
    let start = (MARGIN + 84) as f64;
    let (mut x, mut strength_x) = (start, start);
    let y = top as f64;
    html! {
        text .quiet x=(MARGIN + 24) y=(top) fill=(MUTED) font-size="11.5" font-weight="600" { "Claim" }
        @for verdict in &VERDICTS[..3] {
            (sign(x + 8.0, y - 4.0, glyphs::class(*verdict), false, &glyphs::verdict(*verdict, false)))
            text .quiet x=(unit(x + 23.0)) y=(top) font-size="11.5" fill=(MUTED) { (glyphs::word(*verdict)) }
            @let () = x += 23.0 + width(glyphs::word(*verdict), 11.5, false) + 20.0;
        }
        (sign(x + 8.0, y - 4.0, "works", true, &glyphs::verdict(Some(Verdict::Works), true)))
        text .quiet x=(unit(x + 23.0)) y=(top) font-size="11.5" fill=(MUTED) { "hollow: cell inferred from its words" }
        text .quiet x=(MARGIN + 24) y=(top + 26) fill=(MUTED) font-size="11.5" font-weight="600" { "Cell" }
        @for &strength in Strength::ALL {
            g transform={ "translate(" (unit(strength_x)) " " (top + 26) ")" } { (glyphs::bars(strength)) }
            text .quiet x=(unit(strength_x + 23.0)) y=(top + 26) font-size="11.5" fill=(MUTED) { (strength) }
            @let () = strength_x += 23.0 + width(strength.as_str(), 11.5, false) + 20.0;
        }
    }
}

/// What the marks in the triangles mean.
fn marks(left: usize, top: usize) -> Markup {
    let mark = |x: usize, shown: bool| {
        html! {
            g .mark .shown[shown] transform={ "translate(" (x) " " (top - 4) ") scale(0.7)" } {
                circle .shape r="9" fill=(if shown { INK } else { PAPER }) stroke=(if shown { PAPER } else { INK }) stroke-width="2" {}
            }
        }
    };
    html! {
        (mark(left + 8, false))
        text .quiet x=(left + 20) y=(top) font-size="11.5" fill=(MUTED) { "claims to stand" }
        (mark(left + 134, true))
        text .quiet x=(left + 146) y=(top) font-size="11.5" fill=(MUTED) { "is shown to" }
    }
}

/// A sign in a line of words.
fn sign(x: f64, y: f64, class: &str, hollow: bool, drawn: &Markup) -> Markup {
    html! {
        g .dot .(class) .hollow[hollow] transform={ "translate(" (unit(x)) " " (unit(y)) ") scale(0.85)" } aria-hidden="true" { (drawn) }
    }
}

/// A length with one digit behind the point: the same on every machine.
fn unit(length: f64) -> String {
    format!("{length:.1}")
}
