//! Phrases to look for, laid out so that all of them are found in one pass.
//!
//! A phrase is a row of words, and never crosses the end of a sentence. What [`Builder`] makes of phrases is nothing but
//! lists of numbers and one text, so the build script can write it down as source (`src/prepare.rs`) and no start of the
//! program has to make it.

mod builder;

pub(super) use builder::Builder;

use super::lexemes::{Lexemes, Symbol};
use super::tokens::Token;
use std::borrow::Cow;

/// What every number is.
pub(super) const NUMBER: Symbol = 0;

/// What is in every text: what a pattern of one word needs besides that.
pub(super) const ALWAYS: Symbol = 1;

/// What a pattern asks of the words from some place on, in one number: two bits for the kind and the rest for what it
/// is of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item(pub(super) u32);

enum Kind {
    /// The word of this symbol.
    Word(Symbol),
    /// A word of one of the symbols of this set.
    OneOf(usize),
    /// Up to so many words.
    Gap(usize),
    /// A number.
    Number,
}

impl Item {
    pub(super) fn word(symbol: Symbol) -> Item {
        Item(symbol)
    }

    fn kind(self) -> Kind {
        let rest = self.0 & !(3 << 30);
        match self.0 >> 30 {
            0 => Kind::Word(rest),
            1 => Kind::OneOf(rest as usize),
            2 => Kind::Gap(rest as usize),
            _ => Kind::Number,
        }
    }
}

/// A pattern that may begin at a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) pattern: u32,
    /// Two symbols or sets, the least common ones of the pattern, that must be somewhere in the text: most patterns fail
    /// by that alone.
    pub(super) needs: [u32; 2],
}

/// Lists one after another, and where each of them ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lists<T: Clone + 'static> {
    pub(super) all: Cow<'static, [T]>,
    pub(super) ends: Cow<'static, [u32]>,
}

impl<T: Clone> Lists<T> {
    fn new(lists: impl IntoIterator<Item = Vec<T>>) -> Lists<T> {
        let (mut all, mut ends) = (Vec::new(), Vec::new());
        for list in lists {
            all.extend(list);
            ends.push(all.len() as u32);
        }
        Lists { all: all.into(), ends: ends.into() }
    }

    /// The list of a number; an empty one where there is none.
    fn get(&self, index: usize) -> &[T] {
        let Some(end) = self.ends.get(index) else { return &[] };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..*end as usize]
    }
}

/// A set of patterns, each with a number for what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patterns {
    pub(super) lexemes: Lexemes,
    /// How many symbols there are. Sets are counted on from there, where either may be needed.
    pub(super) symbols: u32,
    pub(super) patterns: Lists<Item>,
    pub(super) means: Cow<'static, [u32]>,
    /// The symbols of each set, sorted.
    pub(super) sets: Lists<Symbol>,
    /// For each symbol the sets that it is in.
    pub(super) sets_of: Lists<u32>,
    /// For each symbol the patterns that may begin with it.
    pub(super) first: Lists<Candidate>,
}

/// A pattern that was found: what it means, and from which to before which word.
#[derive(Clone, Debug)]
pub(super) struct Hit<T> {
    pub means: T,
    pub start: usize,
    pub end: usize,
}

impl Patterns {
    /// All patterns in a text, by where they begin; `means` tells what the number of a pattern stands for.
    pub(super) fn find<T>(&self, tokens: &[Token], means: impl Fn(u32) -> T) -> Vec<Hit<T>> {
        let mut hits = Vec::new();
        if self.means.is_empty() {
            return hits;
        }
        let symbols = Symbols::of(tokens, &self.lexemes);
        if symbols.all.is_empty() {
            return hits;
        }
        let present = Present::of(&symbols, self);
        let text = Place { tokens, symbols: &symbols, sets: &self.sets };
        for start in 0..tokens.len() {
            for symbol in symbols.of_word(start) {
                for candidate in self.first.get(*symbol as usize) {
                    if !candidate.needs.iter().all(|need| present.has(*need)) {
                        continue;
                    }
                    let pattern = candidate.pattern as usize;
                    let rest = self.patterns.get(pattern).get(1..).unwrap_or_default();
                    if let Some(end) = text.end_of(rest, start + 1, start) {
                        hits.push(Hit { means: means(self.means[pattern]), start, end });
                    }
                }
            }
        }
        hits
    }
}

/// The symbols of all words of a text.
struct Symbols {
    all: Vec<Symbol>,
    ends: Vec<usize>,
}

impl Symbols {
    fn of(tokens: &[Token], lexemes: &Lexemes) -> Symbols {
        let mut symbols = Symbols { all: Vec::with_capacity(2 * tokens.len()), ends: Vec::with_capacity(tokens.len()) };
        for token in tokens {
            if token.number {
                symbols.all.push(NUMBER);
            }
            lexemes.add_symbols_of(&token.word, &token.stem, &mut symbols.all);
            symbols.ends.push(symbols.all.len());
        }
        symbols
    }

    fn of_word(&self, word: usize) -> &[Symbol] {
        let start = if word == 0 { 0 } else { self.ends[word - 1] };
        &self.all[start..self.ends[word]]
    }
}

/// Which symbols a text has at all, and of which sets it has one.
struct Present(Vec<u64>);

impl Present {
    fn of(symbols: &Symbols, patterns: &Patterns) -> Present {
        let count = patterns.symbols as usize + patterns.sets.ends.len();
        let mut present = Present(vec![0; count / 64 + 1]);
        present.add(ALWAYS);
        for symbol in &symbols.all {
            present.add(*symbol);
            for set in patterns.sets_of.get(*symbol as usize) {
                present.add(patterns.symbols + set);
            }
        }
        present
    }

    fn add(&mut self, symbol: u32) {
        self.0[symbol as usize / 64] |= 1 << (symbol % 64);
    }

    fn has(&self, symbol: u32) -> bool {
        self.0[symbol as usize / 64] >> (symbol % 64) & 1 == 1
    }
}

/// A text in which patterns are looked for.
struct Place<'a> {
    tokens: &'a [Token],
    symbols: &'a Symbols,
    sets: &'a Lists<Symbol>,
}

impl Place<'_> {
    /// Where a pattern that begins at a word ends, if the rest of it stands here. The shortest way through the gaps is
    /// taken.
    fn end_of(&self, rest: &[Item], at: usize, begin: usize) -> Option<usize> {
        let tokens = self.tokens;
        let Some((item, rest)) = rest.split_first() else { return Some(at) };
        if let Kind::Gap(most) = item.kind() {
            // What lies between stays within one clause.
            let clause = at.checked_sub(1).map(|before| tokens[before].clause)?;
            return (0..=most)
                .take_while(|skip| tokens.get(at + skip).is_some_and(|token| token.clause == clause))
                .find_map(|skip| self.end_of(rest, at + skip, begin));
        }
        let token = tokens.get(at).filter(|token| token.sentence == tokens[begin].sentence)?;
        let in_clause = || tokens[at - 1].clause == token.clause;
        let stands = match item.kind() {
            Kind::Gap(_) => false,
            Kind::Number => token.number,
            Kind::Word(wanted) => in_clause() && self.symbols.of_word(at).contains(&wanted),
            Kind::OneOf(set) => {
                let set = self.sets.get(set);
                in_clause() && self.symbols.of_word(at).iter().any(|symbol| set.binary_search(symbol).is_ok())
            }
        };
        if stands { self.end_of(rest, at + 1, begin) } else { None }
    }
}
