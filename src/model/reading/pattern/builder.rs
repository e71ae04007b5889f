//! Puts patterns together and lays them out.

use super::super::lexemes::{By, Lexemes, Symbol};
use super::super::stem::stem;
use super::super::tokens::tokens;
use super::{ALWAYS, Candidate, Item, Kind, Lists, NUMBER, Patterns};
use std::collections::HashMap;

/// Patterns that are put together.
#[derive(Default)]
pub(in super::super) struct Builder {
    words: Vec<(By, String, Symbol)>,
    known: HashMap<(By, String), Symbol>,
    patterns: Vec<Vec<Item>>,
    means: Vec<u32>,
    /// The symbols of each set, sorted.
    pub(in super::super) sets: Vec<Vec<Symbol>>,
}

/// The first symbol that a word has.
const FIRST: Symbol = ALWAYS + 1;

impl Builder {
    /// Adds a phrase as people write it, with no notation.
    pub(in super::super) fn add_plain(&mut self, phrase: &str, means: u32) {
        let items = tokens(phrase)
            .into_iter()
            // Short names (TEE, DP) have no inflections but a plural, and would meet everyday words.
            .map(|token| {
                let by = if token.word.len() < 4 { By::Spelling } else { By::Stem };
                let word = if by == By::Stem { stem(&token.word) } else { token.word };
                Item::word(self.symbol(by, &word))
            })
            .collect();
        self.push(items, means);
    }

    /// Adds a pattern, unless it begins with a gap.
    pub(in super::super) fn push(&mut self, items: Vec<Item>, means: u32) {
        if items.first().is_some_and(|first| !matches!(first.kind(), Kind::Gap(_))) {
            self.patterns.push(items);
            self.means.push(means);
        }
    }

    /// The symbol of a word that is named so.
    pub(in super::super) fn symbol(&mut self, by: By, word: &str) -> Symbol {
        let next = FIRST + self.words.len() as u32;
        let symbol = *self.known.entry((by, word.to_owned())).or_insert(next);
        if symbol == next {
            self.words.push((by, word.to_owned(), symbol));
        }
        symbol
    }

    /// Lays all of them out.
    pub(in super::super) fn build(self) -> Patterns {
        let symbols = FIRST + self.words.len() as u32;
        let mut sets_of = vec![Vec::new(); symbols as usize];
        for (set, members) in self.sets.iter().enumerate() {
            for symbol in members {
                sets_of[*symbol as usize].push(set as u32);
            }
        }
        let mut first = vec![Vec::new(); symbols as usize];
        for (pattern, items) in self.patterns.iter().enumerate() {
            let candidate = Candidate { pattern: pattern as u32, needs: self.needs(items, symbols) };
            let begins = items.first().map_or(&[][..], |item| self.symbols_of(*item));
            begins.iter().for_each(|symbol| first[*symbol as usize].push(candidate));
        }
        Patterns {
            lexemes: Lexemes::new(&self.words),
            symbols,
            patterns: Lists::new(self.patterns),
            means: self.means.into(),
            sets: Lists::new(self.sets),
            sets_of: Lists::new(sets_of),
            first: Lists::new(first),
        }
    }

    /// The symbols that the word of an item may have.
    fn symbols_of(&self, item: Item) -> &[Symbol] {
        match item.kind() {
            Kind::Word(symbol) => symbol.checked_sub(FIRST).map_or(&[], |word| {
                let word = &self.words[word as usize];
                std::slice::from_ref(&word.2)
            }),
            Kind::OneOf(set) => &self.sets[set],
            Kind::Number => &[NUMBER],
            Kind::Gap(_) => &[],
        }
    }

    /// The two symbols or sets of a pattern, besides what it begins with, that a text has least often.
    fn needs(&self, items: &[Item], symbols: u32) -> [u32; 2] {
        let mut needs: Vec<(f32, u32)> = items
            .iter()
            .skip(1)
            .filter_map(|item| {
                let need = match item.kind() {
                    Kind::Word(symbol) => symbol,
                    Kind::OneOf(set) => symbols + set as u32,
                    Kind::Number => NUMBER,
                    Kind::Gap(_) => return None,
                };
                Some((self.symbols_of(*item).iter().map(|symbol| self.commonness(*symbol)).sum(), need))
            })
            .collect();
        needs.sort_by(|one, other| one.0.total_cmp(&other.0));
        let need = |index: usize| needs.get(index).map_or(ALWAYS, |(_, need)| *need);
        [need(0), need(1)]
    }

    /// How common a symbol is in texts, compared with others: short words are.
    fn commonness(&self, symbol: Symbol) -> f32 {
        let word = symbol.checked_sub(FIRST).and_then(|word| self.words.get(word as usize));
        let len = word.map_or(3, |(_, word, _)| word.len());
        1.0 / (len.max(1) as f32).powi(3)
    }
}
