//! The same as tables in HTML: for those who do not see the picture, and for the reasons, which no picture shows.

use super::Use;
use super::glyphs;
use super::map::{HeatMap, MapClaim};
use super::standing::{Shares, Standing};
use super::triangle::{corners, letter, title};
use crate::model::{Axis, Strength};
use crate::rules::Origin;
use maud::{Markup, html};

/// Claims and projects that are listed. A page that grows with every claim of a large workspace would be slow to read
/// for people and programs alike.
pub(super) const MOST: usize = 400;

/// The claims, each with its cells, its verdict and the reason.
pub(super) fn claims(map: &HeatMap, of: Use) -> Markup {
    let several = map.projects.len() > 1;
    html! {
        table .claims role="table" {
            caption { "Claims" }
            // A narrow page shows rows as blocks, which must stay rows for those who hear them.
            thead role="rowgroup" {
                tr role="row" {
                    @for heading in ["Claim", "Project", "Cell", "Verdict", "Why"] {
                        @if several || heading != "Project" { th scope="col" role="columnheader" { (heading) } }
                    }
                }
            }
            tbody role="rowgroup" { @for claim in map.claims.iter().take(MOST) { (row(map, claim, several, of)) } }
        }
        @if map.claims.len() > MOST { p .more { "… and " (map.claims.len() - MOST) " more claims are not listed." } }
    }
}

fn row(map: &HeatMap, claim: &MapClaim, several: bool, of: Use) -> Markup {
    let page = of == Use::Page;
    let project = claim.project.and_then(|index| map.projects.get(index));
    html! {
        tr role="row" data-claim=[page.then_some(&claim.id)] data-verdict=(glyphs::class(claim.verdict)) {
            th scope="row" role="rowheader" {
                @if let (Use::Part, Some(anchor)) = (of, &claim.anchor) {
                    a href={ "#" (anchor) } { (claim.name) }
                } @else if page {
                    button type="button" .go data-claim=(claim.id) { (claim.name) }
                    span .at hidden="" { "cursor" }
                } @else {
                    (claim.name)
                }
                @if !claim.says.is_empty() { span .says { (claim.says) } }
            }
            @if several { td role="cell" { (project.map_or("", |project| &project.title)) @if let Some(file) = project.and_then(|project| project.file.as_ref()) { " " span .file { (file) } } } }
            td role="cell" {
                @if claim.placed.is_empty() { span .nowhere { "in no cell" } }
                @for placed in &claim.placed {
                    span .placed {
                        @if let Some(strength) = placed.strength { (glyphs::inline_bars(strength)) }
                        span {
                            (placed.cell) " "
                            span .quiet { "· " (placed.strength.map_or("not rated", Strength::as_str)) @if placed.origin == Origin::Inferred { " · inferred" } }
                        }
                    }
                }
            }
            td role="cell" { span .verdict { (glyphs::inline_verdict(claim.verdict, claim.placed.iter().all(|placed| placed.origin == Origin::Inferred))) span .word { (glyphs::word(claim.verdict)) } } }
            td role="cell" {
                span .reason { (claim.reason) }
                @if !claim.way.is_empty() { span .way { (claim.way) } }
            }
        }
    }
}

/// Where the projects stand in a triangle. Where there are several, the numbers are folded away: the letters tell who
/// is who.
pub(super) fn standings(map: &HeatMap, axis: Axis) -> Markup {
    html! {
        @match map.projects.len() {
            0 => {}
            1 => (numbers(map, axis)),
            _ => {
                ul .keys {
                    @for (index, project) in map.projects.iter().enumerate().take(MOST) {
                        li { span .key { (letter(index)) } " " (project.title) }
                    }
                }
                details { summary { "In numbers" } (numbers(map, axis)) }
            }
        }
    }
}

fn numbers(map: &HeatMap, axis: Axis) -> Markup {
    let several = map.projects.len() > 1;
    html! {
            table .standings {
                caption .aside { "Where " @if several { "the projects stand" } @else { "the project stands" } " in the " (title(axis)) }
                thead {
                    tr {
                        th scope="col" { "in percent" }
                        th scope="col" { (mark(false)) "claimed" }
                        th scope="col" { (mark(true)) "shown" }
                    }
                }
                @for (index, project) in map.projects.iter().enumerate().take(MOST) {
                    (standing(project.standing(axis), axis, several.then(|| (letter(index), project.title.as_str()))))
                }
            }
    }
}

/// The rows of a project; with its letter and title where there are several.
fn standing(standing: &Standing, axis: Axis, of: Option<(String, &str)>) -> Markup {
    let Standing { claimed, shown, overreach } = standing;
    let (claimed, shown) = (claimed.map(Shares::percent), shown.map(Shares::percent));
    html! {
        tbody {
            @if let Some((letter, title)) = of {
                tr { th scope="rowgroup" colspan="3" { span .key { (letter) } " " (title) } }
            }
            @for (corner, word) in corners(axis).iter().enumerate() {
                tr {
                    th scope="row" { (word) }
                    @for shares in [claimed, shown] {
                        td { @match shares { Some(shares) => (shares[corner]), None => { span aria-hidden="true" { "–" } span .aside { "nowhere" } } } }
                    }
                }
            }
            @if *overreach {
                tr { td .overreach colspan="3" { "claims all three at once, with nothing behind any of them" } }
            }
        }
    }
}

fn mark(shown: bool) -> Markup {
    html! {
        svg .glyph .mark .shown[shown] viewBox="-12 -12 24 24" width="14" height="14" aria-hidden="true" focusable="false" {
            circle .shape r="9" fill=(if shown { glyphs::INK } else { glyphs::PAPER }) stroke=(glyphs::INK) stroke-width="2.4" {}
        }
    }
}
