//! Reads the prose of a claim: which cells of the matrix it asserts, and by which words.
//!
//! Nothing is fetched and nothing is learned while it runs; the same text is always read alike, and every cell comes with
//! the words that led to it. A text goes through these steps:
//!
//! 1. `tokens` makes words of it, with their stems, sentences and clauses. What is quoted, in back-ticks or part of an
//!    address makes none: there the author does not speak.
//! 2. `lexicon` finds phrases and says for which notion each of them stands: a stake that can be lost, data that stay
//!    where they are, idle machines of private people. The phrases are in the `words_*` tables, some two thousand of
//!    them, each for all inflections of its words.
//! 3. `scope` sets aside what is not asserted: what is denied or limited, and what is said of others and their troubles.
//! 4. `decide` adds up the weights of the notions that are left (they are in `weights`), first for the rows; for each
//!    row that stands, `columns` then chooses a column or two, by the defaults that its comments give.
//! 5. [`learned`] is a second reader, that learned from labelled claims. What the tables say stands, unless it is much
//!    surer of something else.
//!
//! A [`Vocabulary`] adds words and techniques of a spec's own files.
//!
//! The tables, their `notation` and `prepare` are no part of the program: the build script reads the tables with them and
//! lays them out for `lexicon`.

mod columns;
mod concept;
mod decide;
mod evidence;
pub mod learned;
mod lexemes;
mod lexicon;
mod pattern;
mod scope;
mod stem;
#[cfg(test)]
mod tests;
mod tokens;
mod vocabulary;
mod weights;
mod word_list;

pub use vocabulary::{Vocabulary, VocabularyBuilder};

use super::cell::{AiProperty, Cell, ChainProperty, Property};
use std::ops::Range;

/// What a claim says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The cells it asserts, the main one first; at most two.
    pub cells: Vec<ReadCell>,
    /// What it asserts of AI work, cell or no cell.
    pub ai: Vec<AiProperty>,
    /// What it asserts of the chain, cell or no cell.
    pub chain: Vec<ChainProperty>,
    /// The techniques it names, each once, and where.
    pub techniques: Vec<(String, Range<usize>)>,
    /// Some property is denied or limited.
    pub negated: bool,
}

/// A cell that the words of a claim lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadCell {
    /// The cell.
    pub cell: Cell,
    /// The words that led there, for either side, as bytes of the text: in order, and none within another.
    pub spans: Vec<Range<usize>>,
    /// Those of them that speak for its row.
    pub row: Vec<Range<usize>>,
    /// Those of them that speak for its column.
    pub column: Vec<Range<usize>>,
    /// Only the [second reader](learned) has found it.
    pub learned: bool,
}

/// Reads a claim with the built-in vocabulary.
pub fn read(text: &str) -> Reading {
    read_with(text, Vocabulary::standard())
}

fn read_with(text: &str, vocabulary: &Vocabulary) -> Reading {
    let tokens = tokens::tokens(text);
    let hits = lexicon::find(&tokens);
    let extra = vocabulary.find(&tokens, |start, end| {
        hits.iter().any(|hit| scope::counts(hit.means) && hit.start < end && start < hit.end)
    });
    let scoped = scope::scope(&tokens, hits, extra.properties);
    let evidence = evidence::Evidence::new(&scoped);
    let mut decision = decide::decide(&evidence);
    let by_tables = decision.cells.clone();
    // Of the words of a house it has learned nothing, and few words have little company.
    if scoped.properties.is_empty() && tokens.len() >= learned::FEWEST_WORDS {
        decision.hear(&learned::opinion(&tokens), &scoped);
    }
    Reading {
        cells: decision
            .cells
            .iter()
            .map(|&cell| {
                let side = |side| spans(&tokens, evidence.speaking_for(cell, side));
                let leading = Some(evidence.leading_to(cell)).filter(|words| !words.is_empty());
                ReadCell {
                    cell,
                    spans: spans(&tokens, leading.unwrap_or_else(|| learned::words_for(cell, &tokens))),
                    row: side(Property::Ai(cell.ai)),
                    column: side(Property::Chain(cell.chain)),
                    learned: !by_tables.contains(&cell),
                }
            })
            .collect(),
        ai: decision.ai,
        chain: decision.chain,
        techniques: extra.techniques,
        negated: scoped.negated,
    }
}

/// Words as bytes of the text, in order; those that overlap become one.
fn spans(tokens: &[tokens::Token], mut words: Vec<(usize, usize)>) -> Vec<Range<usize>> {
    words.sort_unstable();
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (start, end) in words {
        let span = tokens[start].span.start..tokens[end - 1].span.end;
        match spans.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => spans.push(span),
        }
    }
    spans
}
