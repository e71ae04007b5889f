//! Whether a claim's prose is hype, and the exact words that make it so.
//!
//! Nothing here is learnt, and nothing is looked up outside: the tables of `families` hold patterns, sorted by the
//! reason for which they say nothing that could be checked, each with its points; `dampers` hold what takes points
//! off again (a figure with its conditions, a precise scope, a mechanism, a limit that is admitted) or shows that the
//! words are not the author's (negation, quotation, what others are said to say). A text with [`THRESHOLD`] points is
//! hype. The phrases of the library count as well; see [`Phrases`].
//!
//! `families`, `classes` and `lists` are no part of the program: `prepare` reads them while it is built, and lays them
//! out as `layout` says, for `tables` to use in their place. `prepare.rs` of the whole program is where it is called.

mod dampers;
mod figures;
mod helpers;
mod kind;
mod layout;
mod marks;
mod pattern;
mod phrases;
mod score;
mod tables;
#[cfg(test)]
mod tests;
mod words;

pub use helpers::{Remark, bare_wrapper, buzzword_stack, empty_promise, open_comparative};
pub use kind::Kind;
pub use phrases::{Level, Phrases};
pub use score::Score;
pub use words::Words;

use dampers::{disowned, has_purpose, ranks_others, sentences};
use kind::Damper;
use pattern::end_of;
use std::cell::OnceCell;
use std::ops::Range;
use tables::Together;

/// So many points make a text hype. Three is where one heavy pattern is enough, or a medium one in company: on
/// sentences that nothing had been tuned for, four missed much more hype than it spared plain sentences.
pub const THRESHOLD: u32 = 3;

/// How much an overstatement weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Worth a look, but it never makes a claim hype.
    Hint,
    /// One mild word: no hype alone.
    Mild,
    /// No hype alone, but together with anything else.
    Medium,
    /// Hype by itself.
    Heavy,
    /// Hype by itself, beyond doubt.
    Strong,
}

impl Weight {
    /// The points it brings.
    pub const fn points(self) -> u32 {
        match self {
            Weight::Hint => 0,
            Weight::Mild => 1,
            Weight::Medium => 2,
            Weight::Heavy => 3,
            Weight::Strong => 4,
        }
    }

    const fn of(points: u8) -> Weight {
        match points {
            0 => Weight::Hint,
            1 => Weight::Mild,
            2 => Weight::Medium,
            3 => Weight::Heavy,
            _ => Weight::Strong,
        }
    }
}

/// Words that say more than could be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overstatement {
    /// Where they stand, in bytes of the text.
    pub range: Range<usize>,
    /// What they overstate.
    pub kind: Kind,
    /// How much they weigh, after what takes the edge off them.
    pub weight: Weight,
    /// Why they say nothing that could be checked, in one sentence.
    pub why: &'static str,
}

/// The overstatements of a text, in order; no two overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The overstatements.
    pub hype: Vec<Overstatement>,
}

impl Wording {
    /// The points of all overstatements.
    pub fn points(&self) -> u32 {
        self.hype.iter().map(|found| found.weight.points()).sum()
    }

    /// Whether the text as a whole is hype.
    pub fn is_hype(&self) -> bool {
        self.points() >= THRESHOLD
    }

    /// The words that make the text hype: none when it is not, and no hints.
    pub fn spans(&self) -> impl Iterator<Item = &Overstatement> {
        let hype = self.is_hype();
        let least =
            if self.hype.iter().any(|found| found.weight >= Weight::Heavy) { Weight::Medium } else { Weight::Mild };
        self.hype.iter().filter(move |found| hype && found.weight >= least)
    }
}

/// Something found, before overlaps are settled.
struct Found {
    words: Range<usize>,
    points: u8,
    kind: Kind,
    why: &'static str,
}

/// Reads a text: finds its overstatements and weighs them.
pub fn read(words: &Words, phrases: &Phrases) -> Wording {
    let mut found = Vec::new();
    find(words, &mut found);
    phrases.find(words, |range, kind, points| {
        if !disowned(words, range.start, range.end) {
            found.push(Found { words: range, points, kind, why: kind.why() });
        }
    });
    settle(found, words)
}

/// Finds what the tables speak of.
fn find(words: &Words, found: &mut Vec<Found>) {
    let together = Together::of(words);
    let dampers = OnceCell::new();
    for (start, word) in words.list.iter().enumerate() {
        tables::rows_of(word, |row| {
            if row.needed.is_some_and(|needed| !together.any_is(needed)) {
                return;
            }
            let Some(end) = end_of(row, words, start) else { return };
            let family = row.family();
            let mut relief = 0;
            for &damper in family.yields {
                relief += dampers.get_or_init(|| sentences(words))[usize::from(word.sentence)].relief(damper);
                if damper == Damper::Scope && has_purpose(words, end) {
                    relief += 1;
                }
            }
            let points = row.points.saturating_sub(relief.min(3));
            let others = family.kind == Kind::Superlative && ranks_others(words, end);
            if points > 0 && !others && !disowned(words, start, end) {
                found.push(Found { words: start..end, points, kind: family.kind, why: family.why });
            }
        });
    }
}

/// Of what overlaps the heaviest stays, and of equals the longest.
fn settle(mut found: Vec<Found>, words: &Words) -> Wording {
    if found.is_empty() {
        return Wording::default();
    }
    found.sort_by_key(|f| (std::cmp::Reverse((f.points, f.words.len())), f.words.start));
    let mut taken = vec![false; words.list.len()];
    let mut kept: Vec<Found> = Vec::new();
    for next in found {
        let place = &mut taken[next.words.clone()];
        if !place.contains(&true) {
            place.fill(true);
            kept.push(next);
        }
    }
    kept.sort_by_key(|f| f.words.start);
    let hype = kept
        .into_iter()
        .filter_map(|f| {
            let range =
                words.list.get(f.words.start)?.range.start..words.list.get(f.words.end.checked_sub(1)?)?.range.end;
            Some(Overstatement { range, kind: f.kind, weight: Weight::of(f.points), why: f.why })
        })
        .collect();
    Wording { hype }
}
