//! What a live page shows and swaps as a whole: the pictures, the tables, and the sum of it all.

use super::glyphs;
use super::map::HeatMap;
use super::{Use, grid, tables, triangle};
use crate::model::{Axis, Strength};
use crate::rules::Verdict;
use maud::{Markup, html};

const VERDICTS: [Option<Verdict>; 4] =
    [Some(Verdict::Works), Some(Verdict::Promising), Some(Verdict::Speculative), None];

pub(super) fn draw(map: &HeatMap) -> Markup {
    html! {
        header .sum {
            h1 { (heading(map)) }
            ul .counts aria-label="Verdicts" {
                @for verdict in VERDICTS {
                    @let count = map.count(verdict);
                    @if count > 0 || verdict.is_some() {
                        li { (glyphs::inline_verdict(verdict, false)) strong { (count) } " " (glyphs::word(verdict)) }
                    }
                }
            }
        }
        div .board {
            section .map aria-labelledby="map-title" {
                h2 #map-title .aside { "Matrix" }
                (grid::draw(map, Use::Page))
                (legend())
            }
            section .triangles aria-label="Triangles" {
                @for axis in [Axis::Blockchain, Axis::Ai] {
                    figure {
                        figcaption { (triangle::title(axis)) }
                        (triangle::draw(map, axis, Use::Page))
                        (tables::standings(map, axis))
                    }
                }
            }
            section .list aria-label="Claims as a table" {
                @if map.claims.is_empty() {
                    p .empty { "No claim is made here yet. A claim stands in a project: " code { "claim name: privacy + decentralization { says \"…\" }" } }
                } @else {
                    (tables::claims(map, Use::Page))
                }
            }
        }
    }
}

fn heading(map: &HeatMap) -> String {
    match map.projects.as_slice() {
        [] => "Synergy matrix".to_owned(),
        [project] => project.title.clone(),
        projects => format!("{} projects", projects.len()),
    }
}

/// What the signs mean.
fn legend() -> Markup {
    html! {
        dl .legend {
            div { dt { "Verdict" } dd {
                @for verdict in &VERDICTS[..3] { span { (glyphs::inline_verdict(*verdict, false)) (glyphs::word(*verdict)) } }
                span { (glyphs::inline_verdict(Some(Verdict::Works), true)) "hollow: cell inferred" }
            } }
            div { dt { "Cell" } dd {
                @for &strength in Strength::ALL { span { (glyphs::inline_bars(strength)) (strength) } }
            } }
        }
    }
}
