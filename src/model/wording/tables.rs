//! The tables, as they were laid out while the program was built: it builds nothing of them at its start.

use super::figures::Figures;
use super::kind::{Damper, Kind};
use super::layout::{Alternatives, Item, Row, Sense, Stretch};
use super::words::{Word, Words};

/// What all patterns of a family have in common; `families.rs` says more.
#[derive(Debug)]
pub(super) struct Family {
    pub kind: Kind,
    pub why: &'static str,
    pub yields: &'static [Damper],
}

/// What `prepare.rs` wrote.
mod laid_out {
    use super::super::figures::Figures;
    use super::super::kind::Damper::{Admits, Measured, Mechanism, Scope};
    use super::super::kind::Kind::{
        Absolute, Bargain, Buzzword, Figure, Infinity, Returns, Superlative, Vague, Vision, Wrapper,
    };
    use super::super::layout::Item::{self, Comma, End, Gap, Maybe, Not, One};
    use super::super::layout::{Letter, Row, Sense, Stretch};
    use super::super::marks::Marks;
    use super::Family;

    include!(concat!(env!("OUT_DIR"), "/wording.rs"));
}

pub(super) use laid_out::FAMILIES;
use laid_out::{FIGURES_AMONG, ITEMS, LETTERS, NUMBERS, ROWS, ROWS_BY_FIGURE, SENSES};

/// What a word in small letters stands for.
pub(super) fn sense_of(word: &str) -> &'static Sense {
    let mut at = 0;
    let mut letter = &LETTERS[0];
    for byte in word.bytes() {
        let next = usize::from(letter.base) + usize::from(byte);
        match LETTERS.get(next) {
            Some(follows) if follows.after == at => {
                at = next as u16;
                letter = follows;
            }
            _ => return &SENSES[usize::from(letter.beyond)],
        }
    }
    &SENSES[usize::from(letter.here)]
}

/// Some numbers of the list of all of them.
fn numbers(stretch: Stretch) -> &'static [u16] {
    &NUMBERS[usize::from(stretch.0)..usize::from(stretch.1)]
}

/// Calls `found` with each row that may begin with a word.
pub(super) fn rows_of(word: &Word, mut found: impl FnMut(&'static Row)) {
    let mut all = |rows| numbers(rows).iter().for_each(|&number| found(&ROWS[usize::from(number)]));
    all(word.sense.rows);
    let mut figures = word.figures;
    while figures != 0 {
        all(ROWS_BY_FIGURE[figures.trailing_zeros() as usize]);
        figures &= figures - 1;
    }
}

impl Row {
    /// The items behind its first.
    pub fn behind(&self) -> &'static [Item] {
        &ITEMS[usize::from(self.pattern.0)..usize::from(self.pattern.1)]
    }

    /// The family that it belongs to.
    pub fn family(&self) -> &'static Family {
        &FAMILIES[usize::from(self.family)]
    }
}

impl Word {
    /// Whether it is one of some alternatives.
    pub fn is(&self, alternatives: Alternatives) -> bool {
        numbers(self.sense.alternatives).contains(&alternatives)
            || FIGURES_AMONG[usize::from(alternatives)] & self.figures != 0
    }
}

/// What the words of a text are, all together.
pub(super) struct Together {
    /// A bit for each of the alternatives that one of them is among.
    alternatives: [u64; FIGURES_AMONG.len().div_ceil(64)],
    figures: Figures,
}

impl Together {
    pub fn of(words: &Words) -> Together {
        let mut together = Together { alternatives: [0; FIGURES_AMONG.len().div_ceil(64)], figures: 0 };
        for word in &words.list {
            together.figures |= word.figures;
            for &number in numbers(word.sense.alternatives) {
                together.alternatives[usize::from(number / 64)] |= 1 << (number % 64);
            }
        }
        together
    }

    /// Whether any of them is one of some alternatives.
    pub fn any_is(&self, alternatives: Alternatives) -> bool {
        self.alternatives[usize::from(alternatives / 64)] >> (alternatives % 64) & 1 != 0
            || FIGURES_AMONG[usize::from(alternatives)] & self.figures != 0
    }
}
