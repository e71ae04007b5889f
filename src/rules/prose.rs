//! What was read in the prose of a claim. To read it takes longer than all else that is done for a claim, and rests on
//! its words alone: what it says, and what the file and those it uses give names to.

use super::claim::{Overstated, ReadCell, Readers};
use super::context::says;
use super::said::Said;
use super::scaffold::{ellipses, unsaid};
use crate::model::wording::{self, Remark, bare_wrapper, buzzword_stack, empty_promise, open_comparative};
use crate::syntax::{Declaration, Prose};
use crate::text::{TextRange, TextSize};
use std::ops::Range;

/// What was read in the prose of a claim. Ranges in it count from where [that begins](start), so that it stays the same
/// when the header of the claim changes.
#[derive(Debug)]
pub(super) struct ReadProse {
    /// Whether the claim says anything.
    pub(super) is_there: bool,
    /// The cells that its words point to, the likeliest first.
    pub(super) cells: Vec<ReadCell>,
    /// The words that say more than could be checked.
    pub(super) overstated: Vec<Overstated>,
    /// Where an ellipsis stands for what its author has not said yet.
    pub(super) unsaid: Vec<TextRange>,
    pub(super) remarks: Remarks,
}

/// Where what a claim says begins, counted from the claim.
pub(super) fn start(claim: &Declaration) -> TextSize {
    says(claim).next().map(Prose::start).unwrap_or_default()
}

/// A place in the prose of a claim, and what is the matter with it.
pub(super) type Remarked = (TextRange, &'static str);

/// The remarks of one kind.
pub(super) type KindOfRemark = fn(&Remarks) -> &[Remarked];

/// What is the matter with the words of a claim.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    pub(super) bare_wrapper: Vec<Remarked>,
    pub(super) buzzword_stack: Vec<Remarked>,
    pub(super) empty_promise: Vec<Remarked>,
    pub(super) open_comparative: Vec<Remarked>,
    pub(super) unsaid: Vec<Remarked>,
}

impl Remarks {
    fn read(&mut self, said: &Said<'_>) {
        let Said { prose, words, .. } = said;
        let put = |all: &mut Vec<Remarked>, found: Vec<Remark>| {
            all.extend(found.into_iter().map(|remark| (said.range(remark.range), remark.why)));
        };
        put(&mut self.bare_wrapper, bare_wrapper(words));
        put(&mut self.buzzword_stack, buzzword_stack(words));
        put(&mut self.empty_promise, empty_promise(words));
        put(&mut self.open_comparative, open_comparative(words));
        put(&mut self.unsaid, unsaid(&prose.text));
    }
}

impl ReadProse {
    /// Reads what a claim says.
    pub(super) fn of(claim: &Declaration, readers: &Readers) -> ReadProse {
        let (cells, overstated, unsaid) = (Vec::new(), Vec::new(), Vec::new());
        let mut read = ReadProse { is_there: false, cells, overstated, unsaid, remarks: Remarks::default() };
        for said in &readers.names.said(claim) {
            read.is_there = true;
            read.read_cells(said, readers);
            read.read_wording(said, readers);
            read.remarks.read(said);
        }
        read
    }

    /// Whether another claim would be read as this one, by readers that have not changed.
    pub(super) fn is_same(claim: &Declaration, other: &Declaration) -> bool {
        let (from, other_from) = (start(claim), start(other));
        let same = |(prose, other): (&Prose, &Prose)| prose.is_same_from(from, other, other_from);
        says(claim).count() == says(other).count() && says(claim).zip(says(other)).all(same)
    }

    fn read_cells(&mut self, said: &Said<'_>, readers: &Readers) {
        for found in readers.vocabulary().read(&said.for_cells).cells {
            let index = self.cells.iter().position(|before| before.cell == found.cell).unwrap_or_else(|| {
                // Of most claims there is one, and it is kept as long as the claim.
                self.cells.reserve_exact(1);
                self.cells.push(ReadCell::new(found.cell));
                self.cells.len() - 1
            });
            let read = &mut self.cells[index];
            read.words.extend(places(said, found.spans));
            read.row.extend(places(said, found.row));
            read.column.extend(places(said, found.column));
            read.learned &= found.learned;
        }
    }

    fn read_wording(&mut self, said: &Said<'_>, readers: &Readers) {
        let Said { prose, words, .. } = said;
        self.unsaid.extend(ellipses(&prose.text).map(|range| said.range(range)));
        let wording = wording::read(words, readers.phrases());
        let overstated = joined(&prose.text, wording.spans().map(|found| (found.range.clone(), found.why)));
        self.overstated.reserve_exact(overstated.len());
        self.overstated.extend(overstated.into_iter().map(|(span, why)| Overstated {
            range: said.range(span.clone()),
            words: prose.text[span].into(),
            why,
        }));
    }
}

fn places<'a>(said: &'a Said<'_>, spans: Vec<Range<usize>>) -> impl Iterator<Item = TextRange> + 'a {
    let words = joined(&said.prose.text, spans.into_iter().map(|span| (span, ())));
    words.into_iter().map(|(span, ())| said.range(span))
}

/// Words that stand in order in a text, as bytes of it, with what they were read as: those between which nothing but
/// blanks stands, and that were read alike, become one.
fn joined<T: PartialEq>(text: &str, words: impl Iterator<Item = (Range<usize>, T)>) -> Vec<(Range<usize>, T)> {
    let mut joined: Vec<(Range<usize>, T)> = Vec::new();
    for (span, read) in words {
        match joined.last_mut() {
            Some((last, before))
                if *before == read
                    && text.get(last.end..span.start).is_some_and(|between| between.trim().is_empty()) =>
            {
                last.end = span.end;
            }
            _ => joined.push((span, read)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn words_between_which_only_blanks_stand_and_that_were_read_alike_are_one() {
        let text = "fully  private and truly\nsafe, safe";
        let words = [(0..5, 'a'), (7..14, 'a'), (19..24, 'a'), (25..29, 'a'), (31..35, 'a')];
        assert_eq!(joined(text, words.into_iter()), [(0..14, 'a'), (19..29, 'a'), (31..35, 'a')]);
        let apart = [(0..5, 'a'), (7..14, 'b')];
        assert_eq!(joined(text, apart.clone().into_iter()), apart);
    }
}
