//! The nine cells as SVG: rows are what AI wants, columns what a blockchain trades, each claim a dot in its cells.

use super::glyphs::{self, INK, MUTED, PAPER};
use super::map::{HeatMap, MapCell, MapClaim, Placed};
use super::{Use, claims::shown};
use crate::ide::palette::color;
use crate::model::{AiProperty, Cell, ChainProperty, Strength};
use crate::rules::Origin;
use maud::{Markup, html};

/// The size of things, in units of which a dot has 20.
const LABEL: usize = 26;
const WIDTH: usize = 204;
const GAP: usize = 8;
/// What a cell says of itself stands above its dots.
const HEAD: usize = 40;
const LINE: usize = 25;
const FOOT: usize = 6;

/// Dots in a cell that stand in lines with their names. Of more there are only dots.
const MOST_NAMED: usize = 7;
/// Dots beside each other where they have no names, and lines of them.
const IN_LINE: usize = 7;
const MOST_LINES: usize = 4;
/// Characters of a name for which there is room.
const NAME: usize = 23;

/// A dot: a claim in one of its cells.
struct Dot<'a> {
    claim: &'a MapClaim,
    placed: Placed,
}

/// How the dots of a cell stand.
fn lines(dots: usize) -> usize {
    if dots <= MOST_NAMED { dots } else { dots.div_ceil(IN_LINE).min(MOST_LINES) }
}

/// How wide the drawing is, with the room around it.
pub(super) const WHOLE_WIDTH: usize = LABEL + 3 * WIDTH + 2 * GAP + 4;

/// How high the drawing of a map is, with the room around it.
pub(super) fn whole_height(map: &HeatMap) -> usize {
    LABEL + heights(&dots_of(map)).iter().sum::<usize>() + 2 * GAP + 4
}

/// The dots of each cell.
fn dots_of(map: &HeatMap) -> [Vec<Dot<'_>>; 9] {
    let mut dots: [Vec<Dot<'_>>; 9] = std::array::from_fn(|_| Vec::new());
    for claim in &map.claims {
        for &placed in &claim.placed {
            dots[placed.cell.index()].push(Dot { claim, placed });
        }
    }
    dots
}

/// How high the rows are: each as its fullest cell asks for.
fn heights(dots: &[Vec<Dot<'_>>; 9]) -> [usize; 3] {
    std::array::from_fn(|row| {
        let most = dots[row * 3..row * 3 + 3].iter().map(|dots| lines(dots.len())).max().unwrap_or(0);
        HEAD + LINE * most.max(3) + FOOT
    })
}

/// The nine cells.
pub(super) fn draw(map: &HeatMap, of: Use) -> Markup {
    let dots = dots_of(map);
    let heights = heights(&dots);
    let width = LABEL + 3 * WIDTH + 2 * GAP;
    let height = LABEL + heights.iter().sum::<usize>() + 2 * GAP;
    let title = "Synergy matrix";
    html! {
        svg .matrix xmlns="http://www.w3.org/2000/svg" viewBox={ "-2 -2 " (width + 4) " " (height + 4) }
            role=(if of == Use::Still { "img" } else { "group" }) aria-label=(title)
            font-family="system-ui, sans-serif" font-size="12.5" fill=(INK) {
            (glyphs::description(of, title, &in_words(map)))
            @if of == Use::Still { rect .paper x="-2" y="-2" width=(width + 4) height=(height + 4) fill=(PAPER) {} }
            @if of != Use::Part { (patterns()) }
            @for (column, chain) in ChainProperty::ALL.iter().enumerate() {
                text .axis x=(LABEL + column * (WIDTH + GAP) + WIDTH / 2) y="15" text-anchor="middle" font-weight="600" aria-hidden="true" { (chain) }
            }
            @for (row, ai) in AiProperty::ALL.iter().enumerate() {
                @let top = LABEL + heights[..row].iter().sum::<usize>() + row * GAP;
                text .axis transform={ "translate(13 " (top + heights[row] / 2) ") rotate(-90)" } text-anchor="middle" font-weight="600" aria-hidden="true" { (ai) }
                @for (column, &chain) in ChainProperty::ALL.iter().enumerate() {
                    @let index = Cell { ai: *ai, chain }.index();
                    @let left = LABEL + column * (WIDTH + GAP);
                    (cell(&map.cells[index], &dots[index], (left, top), heights[row], of))
                }
            }
        }
    }
}

/// What is laid over cells of a strength, so that they keep apart without their colour.
pub(super) fn patterns() -> Markup {
    let (moderate, weak) = (color(Strength::Moderate).to_string(), color(Strength::Weak).to_string());
    html! {
        defs {
            pattern #weave-moderate width="9" height="9" patternUnits="userSpaceOnUse" {
                circle .weave .moderate cx="2" cy="2" r="0.9" fill=(moderate) fill-opacity="0.5" {}
            }
            pattern #weave-weak width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect .weave .weak width="1.1" height="8" fill=(weak) fill-opacity="0.32" {}
            }
        }
    }
}

/// The strength that a cell is shown in; none where nobody rates it or the matrices differ.
pub(super) fn agreed(cell: &MapCell) -> Option<Strength> {
    let first = cell.ratings.first()?.strength;
    cell.ratings.iter().all(|rated| rated.strength == first).then_some(first)
}

/// A cell's strength in words, and on whose word.
pub(super) fn rating(cell: &MapCell) -> (String, String) {
    match (agreed(cell), cell.ratings.as_slice()) {
        (_, []) => ("not rated".to_owned(), String::new()),
        (Some(strength), [first, rest @ ..]) => {
            let agree = rest.iter().all(|rated| rated.provenance == first.provenance);
            (strength.to_string(), if agree { first.provenance.to_string() } else { "of several matrices".to_owned() })
        }
        (_, several) => {
            let mut words: Vec<&str> = several.iter().map(|rated| rated.strength.as_str()).collect();
            words.dedup();
            (words.join(" / "), "matrices differ".to_owned())
        }
    }
}

fn cell(cell: &MapCell, dots: &[Dot<'_>], (left, top): (usize, usize), height: usize, of: Use) -> Markup {
    let strength = agreed(cell);
    let class = strength.map_or("unrated", Strength::as_str);
    let (word, whose) = rating(cell);
    let (tint, line) = match strength {
        Some(strength) => (color(strength).to_string(), color(strength).to_string()),
        None => ("none".to_owned(), MUTED.to_owned()),
    };
    let weave = match strength {
        Some(Strength::Moderate) => Some("url(#weave-moderate)"),
        Some(Strength::Weak) => Some("url(#weave-weak)"),
        Some(Strength::Strong) | None => None,
    };
    let count = match dots.len() {
        1 => "1 claim".to_owned(),
        n => format!("{n} claims"),
    };
    let label = format!("{}, {word}: {count}", cell.cell);
    html! {
        g .cell .(class) transform={ "translate(" (left) " " (top) ")" } role=[(of == Use::Page).then_some("group")] aria-label=[(of == Use::Page).then_some(label)] data-cell=(cell.cell) {
            rect .tint width=(WIDTH) height=(height) rx="10" fill=(tint) fill-opacity="0.13" {}
            @if let Some(weave) = weave { rect width=(WIDTH) height=(height) rx="10" fill=(weave) {} }
            rect .line width=(WIDTH) height=(height) rx="10" fill="none" stroke=(line) stroke-opacity="0.55" stroke-dasharray=[strength.is_none().then_some("4 4")] {}
            g aria-hidden="true" {
                @if let Some(strength) = strength { g transform="translate(14 25)" { (glyphs::bars(strength)) } }
                text .strength x=(if strength.is_some() { 34 } else { 14 }) y="25" font-weight="600" font-size=[(strength.is_none() && cell.ratings.len() > 1).then_some("10")] { (word) }
                text .whose x=(WIDTH - 12) y="25" text-anchor="end" font-size="10.5" fill=(MUTED) { (whose) }
            }
            @if dots.len() <= MOST_NAMED {
                @for (line, dot) in dots.iter().enumerate() { (draw_dot(dot, (23, HEAD + LINE * line + 11), true, of)) }
            } @else {
                (crowd(dots, of))
            }
        }
    }
}

/// Dots without names, side by side.
fn crowd(dots: &[Dot<'_>], of: Use) -> Markup {
    let room = IN_LINE * MOST_LINES;
    let shown = if dots.len() > room { room - 1 } else { dots.len() };
    let place = |index: usize| (23 + index % IN_LINE * 26, HEAD + index / IN_LINE * LINE + 11);
    let (x, y) = place(shown);
    html! {
        @for (index, dot) in dots[..shown].iter().enumerate() { (draw_dot(dot, place(index), false, of)) }
        @if shown < dots.len() {
            text .more x=(x) y=(y + 4) text-anchor="middle" font-size="11" font-weight="600" { "+" (dots.len() - shown) }
        }
    }
}

fn draw_dot(dot: &Dot<'_>, (x, y): (usize, usize), named: bool, of: Use) -> Markup {
    let Dot { claim, placed } = dot;
    let hollow = placed.origin == Origin::Inferred;
    let strength = placed.strength.map_or("not rated", Strength::as_str);
    let label = format!(
        "{}: {}; {}, {strength}, {}",
        claim.name,
        glyphs::word(claim.verdict),
        placed.cell,
        if hollow { "inferred from its words" } else { "declared" },
    );
    let page = of == Use::Page;
    let drawn = html! {
        g .dot .(glyphs::class(claim.verdict)) .hollow[hollow] transform={ "translate(" (x) " " (y) ")" }
            data-claim=[page.then_some(&claim.id)] role=[page.then_some("button")] tabindex=[page.then_some("-1")] aria-label=[page.then_some(&label)] {
            @if page {
                // As wide as its line, so that it is easy to hit.
                rect .reach x="-15" y="-12" width=(if named { WIDTH - 16 } else { 26 }) height="24" rx="7" fill="none" pointer-events="all" {}
                circle .halo r="14" fill="none" {}
            } @else {
                title { (label) }
            }
            (glyphs::verdict(claim.verdict, hollow))
            @if named { text .name x="19" y="4.4" { (shown(&claim.name, NAME)) } }
        }
    };
    match &claim.anchor {
        Some(anchor) if of == Use::Part => html! { a href={ "#" (anchor) } { (drawn) } },
        _ => drawn,
    }
}

/// The map in words, for a picture that stands for itself.
pub(super) fn in_words(map: &HeatMap) -> String {
    let mut words = String::new();
    for (cell, index) in map.cells.iter().zip(0..) {
        let claims: Vec<String> = map
            .claims
            .iter()
            .filter(|claim| claim.placed.iter().any(|placed| placed.cell.index() == index))
            .map(|claim| format!("{} ({})", claim.name, glyphs::word(claim.verdict)))
            .collect();
        let claims = if claims.is_empty() { "no claim".to_owned() } else { claims.join(", ") };
        words += &format!("{}, {}: {claims}. ", cell.cell, rating(cell).0);
    }
    words.trim_end().to_owned()
}
