//! A triangle as SVG: three properties that are paid for with each other, and the projects between them.
//!
//! A hollow mark is where a project claims to stand, a full one where it is shown to; see [`super::standing`]. In the
//! middle stands who claims everything.

use super::Use;
use super::glyphs::{self, INK, MUTED, PAPER};
use super::map::{HeatMap, MapProject};
use super::standing::Shares;
use crate::model::{AiProperty, Axis, ChainProperty};
use maud::{Markup, html};

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 268.0;
/// The corners: above, to the left and to the right.
const CORNERS: [(f64, f64); 3] = [(160.0, 34.0), (42.0, 232.0), (278.0, 232.0)];

/// Projects that are drawn. The table has all of them.
const MOST: usize = 12;

/// The words of the corners, in their order.
pub(super) fn corners(axis: Axis) -> &'static [&'static str] {
    match axis {
        Axis::Ai => AiProperty::WORDS,
        Axis::Blockchain => ChainProperty::WORDS,
    }
}

/// What the triangle is called.
pub(super) fn title(axis: Axis) -> &'static str {
    match axis {
        Axis::Ai => "AI triangle",
        Axis::Blockchain => "Blockchain trilemma",
    }
}

/// The letter by which a project is known in the triangles.
pub(super) fn letter(index: usize) -> String {
    let letter = |index: usize| char::from(b'A' + (index % 26) as u8);
    if index < 26 { letter(index).to_string() } else { format!("{}{}", letter(index / 26 - 1), letter(index)) }
}

pub(super) fn draw(map: &HeatMap, axis: Axis, of: Use) -> Markup {
    let mut marks = Marks::default();
    for (index, project) in map.projects.iter().enumerate().take(MOST) {
        marks.add(project, axis, index);
    }
    let [above, left, right] = CORNERS;
    let middle = ((above.0 + left.0 + right.0) / 3.0, (above.1 + left.1 + right.1) / 3.0);
    let words = corners(axis);
    let outline = format!("M{} {} {} {} {} {}Z", above.0, above.1, right.0, right.1, left.0, left.1);
    let overreach = map.projects.iter().any(|project| project.standing(axis).overreach);
    html! {
        svg .triangle .overreach[overreach] xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(format!("{}: {}", title(axis), in_words(map, axis)))
            font-family="system-ui, sans-serif" font-size="12.5" fill=(INK) {
            (glyphs::description(of, title(axis), &in_words(map, axis)))
            @if of == Use::Still { rect .paper width=(WIDTH) height=(HEIGHT) fill=(PAPER) {} }
            path .field d=(outline) fill=(INK) fill-opacity="0.05" stroke=(MUTED) stroke-width="1.5" stroke-linejoin="round" {}
            @for corner in CORNERS {
                path .spoke d={ "M" (unit(middle.0)) " " (unit(middle.1)) " " (unit(corner.0)) " " (unit(corner.1)) } stroke=(MUTED) stroke-opacity="0.45" stroke-dasharray="2 4" {}
            }
            circle .middle cx=(unit(middle.0)) cy=(unit(middle.1)) r="26" fill="none" stroke=(MUTED) stroke-opacity="0.6" stroke-dasharray="3 4" {}
            text .axis x=(above.0) y="22" text-anchor="middle" font-weight="600" { (words[0]) }
            text .axis x="4" y="254" font-weight="600" { (words[1]) }
            text .axis x=(WIDTH - 4.0) y="254" text-anchor="end" font-weight="600" { (words[2]) }
            @if let Some(more) = left_out(map) {
                text .more x=(unit(middle.0)) y="254" text-anchor="middle" font-size="10.5" { (more) }
            }
            @for (from, to) in &marks.ways {
                path .way d={ "M" (unit(from.0)) " " (unit(from.1)) " " (unit(to.0)) " " (unit(to.1)) } stroke=(INK) stroke-width="1.5" stroke-dasharray="4 3" {}
            }
            @for mark in &marks.placed {
                g .mark .shown[mark.shown] transform={ "translate(" (unit(mark.at.0)) " " (unit(mark.at.1)) ")" } {
                    circle .shape r="9" fill=(if mark.shown { INK } else { PAPER }) stroke=(if mark.shown { PAPER } else { INK }) stroke-width="2" {}
                    @if map.projects.len() > 1 {
                        text .letter y="3.6" text-anchor="middle" font-size="10" font-weight="700" fill=(if mark.shown { PAPER } else { INK }) { (letter(mark.project)) }
                    }
                }
            }
        }
    }
}

/// How many projects are not drawn, if any are not.
fn left_out(map: &HeatMap) -> Option<String> {
    let more = map.projects.len().checked_sub(MOST).filter(|more| *more > 0)?;
    Some(format!("and {more} more, not drawn"))
}

/// A project in the triangle.
struct Mark {
    project: usize,
    at: (f64, f64),
    shown: bool,
}

/// All of them, none on top of another.
#[derive(Default)]
struct Marks {
    placed: Vec<Mark>,
    ways: Vec<((f64, f64), (f64, f64))>,
}

impl Marks {
    fn add(&mut self, project: &MapProject, axis: Axis, index: usize) {
        let standing = project.standing(axis);
        let claimed = standing.claimed.map(|shares| self.place(shares, index, false));
        let shown = standing.shown.map(|shares| self.place(shares, index, true));
        if let (Some(claimed), Some(shown)) = (claimed, shown) {
            if distance(claimed, shown) > 26.0 {
                self.ways.push((claimed, shown));
            }
        }
    }

    /// Puts a mark where its shares say, or beside that if another one is there: as near as there is room, inside
    /// rather than outside, and always in the same order.
    fn place(&mut self, shares: Shares, project: usize, shown: bool) -> (f64, f64) {
        let (x, y) = at(shares);
        let around = (1..=4).flat_map(|ring| {
            (0..12).map(move |hour| {
                let angle = f64::from(hour) * std::f64::consts::PI / 6.0;
                let radius = f64::from(ring) * 11.0 + 10.0;
                (x + radius * angle.cos(), y - radius * angle.sin())
            })
        });
        let free = |at: &(f64, f64)| self.placed.iter().all(|mark| distance(mark.at, *at) >= 19.5);
        let free: Vec<(f64, f64)> = std::iter::once((x, y)).chain(around).filter(free).collect();
        let at = free.iter().find(|at| is_inside(**at)).or(free.first()).copied().unwrap_or((x, y));
        self.placed.push(Mark { project, at, shown });
        at
    }
}

/// Whether a point is in the triangle or on its edge.
fn is_inside((x, y): (f64, f64)) -> bool {
    let [above, left, right] = CORNERS;
    let half = (right.0 - left.0) / 2.0 * (y - above.1) / (left.1 - above.1);
    y <= left.1 + 0.5 && (x - above.0).abs() <= half + 0.5
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The point that has these parts of the corners.
fn at(Shares(shares): Shares) -> (f64, f64) {
    let sum =
        |side: fn(&(f64, f64)) -> f64| CORNERS.iter().zip(shares).map(|(corner, share)| side(corner) * share).sum();
    (sum(|corner| corner.0), sum(|corner| corner.1))
}

/// A length with one digit behind the point: the same on every machine.
fn unit(length: f64) -> String {
    format!("{length:.1}")
}

/// The triangle in words.
pub(super) fn in_words(map: &HeatMap, axis: Axis) -> String {
    let words = corners(axis);
    let shares = |shares: Option<Shares>| match shares {
        Some(shares) => {
            let parts: Vec<String> =
                shares.percent().iter().zip(words).map(|(share, word)| format!("{word} {share} %")).collect();
            parts.join(", ")
        }
        None => "nowhere".to_owned(),
    };
    let mut projects: Vec<String> = map
        .projects
        .iter()
        .take(MOST)
        .map(|project| {
            let standing = project.standing(axis);
            let far = if standing.overreach { "; it claims all three with nothing behind them" } else { "" };
            format!("{} claims {}; shown {}{far}", project.title, shares(standing.claimed), shares(standing.shown))
        })
        .collect();
    projects.extend(left_out(map));
    if projects.is_empty() { "no project".to_owned() } else { projects.join(". ") }
}
