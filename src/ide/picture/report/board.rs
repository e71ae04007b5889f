//! The projects of a portfolio in one table, before all that is said of each.

use super::super::map::HeatMap;
use super::super::{Use, glyphs, grid};
use super::Section;
use crate::model::{AiProperty, Cell, ChainProperty};
use crate::rules::{Level, Verdict};
use maud::{Markup, html};
use std::cmp::Reverse;

/// The one with the largest share of claims that work first, then of promising ones; among equals by title.
pub(super) fn sort(sections: &mut [Section<'_>]) {
    // Shares as whole numbers, so that equal ones are equal.
    let share = |section: &Section<'_>, verdict| section.count(verdict) * 1_000_000 / section.map.claims.len().max(1);
    sections.sort_by_cached_key(|section| {
        (
            section.project.is_none(),
            section.map.claims.is_empty(),
            Reverse(share(section, Verdict::Works)),
            Reverse(share(section, Verdict::Promising)),
            section.title().to_lowercase(),
            section.spec.name.clone(),
        )
    });
}

pub(super) fn draw(sections: &[Section<'_>], whole: &HeatMap) -> Markup {
    html! {
        section .portfolio aria-labelledby="board" {
            h2 #board { "The board" }
            figure .map { (grid::draw(whole, Use::Part)) }
            div .wide tabindex="0" role="region" aria-labelledby="board" { table .board {
                caption { "Which project claims what, and what holds. The largest share of claims that work comes first. " @for verdict in super::VERDICTS { span .n.(glyphs::class(verdict)) { (glyphs::letter(verdict)) } " " (glyphs::word(verdict)) " " } }
                thead {
                    tr {
                        th rowspan="2" scope="col" .name { "Project" }
                        @for ai in AiProperty::ALL { th colspan="3" scope="colgroup" .first { (ai) } }
                        th rowspan="2" scope="col" .first { "Claims" }
                        th rowspan="2" scope="col" { "Hold" }
                        th rowspan="2" scope="col" { "Errors, warnings" }
                    }
                    tr { @for _ in AiProperty::ALL { @for (index, (word, whole)) in SHORT.into_iter().zip(ChainProperty::WORDS).enumerate() { th scope="col" .first[index == 0] { abbr title=(whole) { (word) } } } } }
                }
                tbody { @for section in sections { (row(section)) } }
            } }
        }
    }
}

/// The columns in few letters.
const SHORT: [&str; 3] = ["secur.", "scal.", "decent."];

fn row(section: &Section<'_>) -> Markup {
    let claims = section.map.claims.len();
    let grave = section.findings.iter().filter(|found| found.level >= Level::Warning).count();
    html! {
        tr {
            th scope="row" .name { a href={ "#" (section.anchor) } { (section.title()) } }
            @for cell in Cell::all() { (counted(section, cell)) }
            td .number.first { (claims) }
            td .number { (section.count(Verdict::Works)) }
            td .number { (grave) }
        }
    }
}

fn counted(section: &Section<'_>, cell: Cell) -> Markup {
    let strength = grid::agreed(&section.map.cells[cell.index()]).map_or("unrated", |strength| strength.as_str());
    let of = |verdict| {
        let in_cell = section.map.claims.iter().filter(|claim| claim.placed.iter().any(|placed| placed.cell == cell));
        in_cell.filter(|claim| claim.verdict == verdict).count()
    };
    html! {
        td .cell-count.(strength) .first[cell.index() % 3 == 0] {
            @for verdict in super::VERDICTS {
                @let count = of(verdict);
                @if count > 0 {
                    span .n.(glyphs::class(verdict)) title={ (count) " " (glyphs::word(verdict)) } {
                        (glyphs::letter(verdict)) @if count > 1 { (count) }
                        span .aside { " " (glyphs::word(verdict)) }
                    } " "
                }
            }
        }
    }
}
