//! What a claim asserts, in the form in which the rules ask for it.

use super::concept::Concept::{self, self as C};
use super::pattern::Hit;
use super::scope::{Scoped, counts};
use super::weights::WEIGHTS;
use super::{Cell, Property};

/// What a claim asserts.
pub(super) struct Evidence<'a> {
    pub scoped: &'a Scoped,
    present: [bool; Concept::COUNT],
}

impl<'a> Evidence<'a> {
    pub(super) fn new(scoped: &'a Scoped) -> Self {
        let mut present = [false; Concept::COUNT];
        for hit in &scoped.asserted {
            present[hit.means as usize] = true;
        }
        Evidence { scoped, present }
    }

    /// The same as if one sentence stood alone, except that what the claim is about stays known.
    pub(super) fn of_sentence(scoped: &'a Scoped, sentence: u32) -> Self {
        let mut present = [false; Concept::COUNT];
        for hit in &scoped.asserted {
            present[hit.means as usize] |= !counts(hit.means) || scoped.sentences[hit.start] == sentence;
        }
        Evidence { scoped, present }
    }

    /// Whether a notion is asserted.
    pub(super) fn has(&self, concept: Concept) -> bool {
        self.present[concept as usize]
    }

    /// Whether one of them is.
    pub(super) fn any(&self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Whether some clause says that AI work is fast or cheap, and says nothing of checking.
    pub(super) fn quick_by_itself(&self) -> bool {
        let clause = |hit: &Hit<Concept>| self.scoped.clauses[hit.start];
        let hits = &self.scoped.asserted;
        let said =
            |concepts: &[Concept], of: u32| hits.iter().any(|hit| clause(hit) == of && concepts.contains(&hit.means));
        hits.iter().filter(|hit| matches!(hit.means, C::Fast | C::Cheap)).map(clause).any(|of| {
            said(&[C::Ai], of)
                && !said(&[C::Verify, C::Proof, C::Attest, C::Dispute, C::Recheck, C::Vote, C::Contract], of)
        })
    }

    /// Where the words begin that tell a cell from another one.
    pub(super) fn place(&self, cell: Cell, other: Cell) -> usize {
        let (row, column) = (cell.ai as usize, cell.chain as usize);
        let tells = |concept: Concept| {
            concept != C::Federated
                && WEIGHTS.iter().find(|weights| weights.concept == concept).is_some_and(|weights| {
                    if cell.ai == other.ai { weights.columns[row][column] >= 60 } else { weights.rows[row] >= 60 }
                })
        };
        self.scoped.asserted.iter().filter(|hit| tells(hit.means)).map(|hit| hit.start).min().unwrap_or(usize::MAX)
    }

    /// The words that speak for a cell: for its row, for its column, and the first that tells what the claim is about.
    pub(super) fn leading_to(&self, cell: Cell) -> Vec<(usize, usize)> {
        let subject = self.scoped.asserted.iter().find(|hit| matches!(hit.means, C::Ai | C::Gpu));
        let mut words = self.speaking_for(cell, Property::Ai(cell.ai));
        words.extend(self.speaking_for(cell, Property::Chain(cell.chain)));
        words.extend(subject.map(|hit| (hit.start, hit.end)));
        words
    }

    /// The words that speak for one side of a cell.
    pub(super) fn speaking_for(&self, cell: Cell, side: Property) -> Vec<(usize, usize)> {
        let (row, column) = (cell.ai as usize, cell.chain as usize);
        let speaks = |concept: Concept| {
            WEIGHTS.iter().find(|weights| weights.concept == concept).is_some_and(|weights| match side {
                Property::Ai(_) => weights.rows[row] >= 30,
                Property::Chain(_) => weights.columns[row][column] >= 30,
            })
        };
        let notions = self.scoped.asserted.iter().filter(|hit| speaks(hit.means)).map(|hit| (hit.start, hit.end));
        let words = self.scoped.properties.iter().filter(|hit| hit.means == side).map(|hit| (hit.start, hit.end));
        notions.chain(words).collect()
    }
}
