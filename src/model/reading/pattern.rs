//! Phrases to look for, and the automaton-like table that finds all of them in one pass.
//!
//! A phrase is a row of words: `never leave`. A word stands for all its inflections; `=word` is that spelling only;
//! `word*` is any word that begins so; `a/b` is either; `#` is a number; `..` is up to three words and `...` up to
//! seven. A phrase never crosses the end of a sentence.

use super::tokens::{Token, stem};
use crate::model::beginnings::Beginnings;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A hasher for short words: the tables are our own, so nobody can aim collisions at them.
#[derive(Default)]
pub(super) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }
}

type Table<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A word as patterns name it: spelled out, by its stem, or by its beginning.
type Symbol = u32;

/// What every number is.
const NUMBER: Symbol = Symbol::MAX;

enum Item {
    /// One of these, sorted.
    Word(Vec<Symbol>),
    /// A number.
    Number,
    /// Up to so many words.
    Gap(usize),
}

struct Pattern<T> {
    items: Vec<Item>,
    means: T,
}

/// A pattern that may begin at a word.
#[derive(Clone, Copy)]
struct Candidate {
    pattern: u32,
    /// What its last word must be where there is but one way to write it: most patterns fail by that alone.
    last: Option<Symbol>,
}

/// A set of patterns, each with what it means.
pub(super) struct Patterns<T> {
    patterns: Vec<Pattern<T>>,
    stems: Table<String, Symbol>,
    words: Table<String, Symbol>,
    /// Words as patterns spell them, with the symbols of their stems: few words make up most of the tables.
    spelled: Table<String, Symbol>,
    prefixes: Beginnings<Option<Symbol>>,
    next: Symbol,
    /// Patterns by the symbol of their first word.
    first: Vec<Vec<Candidate>>,
    /// Patterns that begin with a number.
    numbers: Vec<Candidate>,
}

/// A pattern that was found: what it means, and from which to before which word.
#[derive(Clone, Debug)]
pub(super) struct Hit<T> {
    pub means: T,
    pub start: usize,
    pub end: usize,
}

impl<T: Copy> Patterns<T> {
    pub(super) fn new() -> Self {
        Patterns {
            patterns: Vec::new(),
            stems: Table::default(),
            words: Table::default(),
            spelled: Table::default(),
            prefixes: Beginnings::default(),
            next: 0,
            first: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// Adds phrases separated by commas.
    pub(super) fn add_list(&mut self, phrases: &str, means: T) {
        for phrase in phrases.split(',') {
            self.add(phrase, means);
        }
    }

    /// Adds one phrase in the notation above.
    pub(super) fn add(&mut self, phrase: &str, means: T) {
        let mut items = Vec::new();
        for part in phrase.split_whitespace() {
            items.push(match part {
                ".." => Item::Gap(3),
                "..." => Item::Gap(7),
                "#" => Item::Number,
                _ => {
                    let mut symbols: Vec<Symbol> = part.split('/').map(|word| self.symbol(word)).collect();
                    symbols.sort_unstable();
                    Item::Word(symbols)
                }
            });
        }
        self.push(items, means);
    }

    /// Adds a phrase as people write it, with no notation.
    pub(super) fn add_plain(&mut self, phrase: &str, means: T) {
        let items = super::tokens::tokens(phrase)
            .iter()
            // Short names (TEE, DP) have no inflections but a plural, and would meet everyday words.
            .map(|token| {
                Item::Word(vec![self.symbol(
                    if token.word.len() < 4 { format!("={}", token.word) } else { token.word.clone() }.as_str(),
                )])
            })
            .collect();
        self.push(items, means);
    }

    fn push(&mut self, items: Vec<Item>, means: T) {
        let last = match items.last() {
            Some(Item::Word(words)) if words.len() == 1 => words.first().copied(),
            _ => None,
        };
        let candidate = Candidate { pattern: self.patterns.len() as u32, last };
        match items.first() {
            Some(Item::Word(first)) => {
                self.first.resize_with(self.first.len().max(self.next as usize), Vec::new);
                for &symbol in first {
                    self.first[symbol as usize].push(candidate);
                }
            }
            Some(Item::Number) => self.numbers.push(candidate),
            Some(Item::Gap(_)) | None => return,
        }
        self.patterns.push(Pattern { items, means });
    }

    fn symbol(&mut self, word: &str) -> Symbol {
        let next = self.next;
        let symbol = if let Some(prefix) = word.strip_suffix('*') {
            *self.prefixes.entry(prefix).get_or_insert(next)
        } else if let Some(exact) = word.strip_prefix('=') {
            *self.words.entry(exact.to_owned()).or_insert(next)
        } else if let Some(&known) = self.spelled.get(word) {
            known
        } else {
            let symbol = *self.stems.entry(stem(word)).or_insert(next);
            self.spelled.insert(word.to_owned(), symbol);
            symbol
        };
        self.next = self.next.max(symbol + 1);
        symbol
    }

    /// All patterns in a text, by where they begin.
    pub(super) fn find(&self, tokens: &[Token]) -> Vec<Hit<T>> {
        let symbols = self.symbols(tokens);
        let present = Present::of(&symbols, self.next);
        let mut hits = Vec::new();
        for start in 0..tokens.len() {
            for symbol in symbols.of(start) {
                let candidates = match *symbol {
                    NUMBER => &self.numbers[..],
                    symbol => self.first.get(symbol as usize).map_or(&[][..], Vec::as_slice),
                };
                for candidate in candidates {
                    if candidate.last.is_some_and(|last| !present.has(last)) {
                        continue;
                    }
                    let pattern = &self.patterns[candidate.pattern as usize];
                    // Most others fail because one of their words is not in the text at all.
                    let absent = |item: &Item| match item {
                        Item::Word(words) => !words.iter().any(|symbol| present.has(*symbol)),
                        Item::Number | Item::Gap(_) => false,
                    };
                    if pattern.items[1..].iter().rev().any(absent) {
                        continue;
                    }
                    if let Some(end) = matches(&pattern.items, tokens, &symbols, start, start) {
                        hits.push(Hit { means: pattern.means, start, end });
                    }
                }
            }
        }
        hits
    }

    fn symbols(&self, tokens: &[Token]) -> Symbols {
        let mut symbols = Symbols { all: Vec::with_capacity(2 * tokens.len()), ends: Vec::with_capacity(tokens.len()) };
        for token in tokens {
            if token.number {
                symbols.all.push(NUMBER);
            }
            symbols.all.extend(self.stems.get(&token.stem));
            symbols.all.extend(self.words.get(&token.word));
            self.prefixes.of(&token.word, |symbol| symbols.all.extend(*symbol));
            symbols.ends.push(symbols.all.len());
        }
        symbols
    }
}

/// The symbols of all words of a text.
struct Symbols {
    all: Vec<Symbol>,
    ends: Vec<usize>,
}

/// Which symbols a text has at all.
struct Present(Vec<u64>);

impl Present {
    fn of(symbols: &Symbols, count: Symbol) -> Present {
        let mut bits = vec![0; count as usize / 64 + 1];
        for &symbol in symbols.all.iter().filter(|symbol| **symbol != NUMBER) {
            bits[symbol as usize / 64] |= 1 << (symbol % 64);
        }
        Present(bits)
    }

    fn has(&self, symbol: Symbol) -> bool {
        self.0[symbol as usize / 64] >> (symbol % 64) & 1 == 1
    }
}

impl Symbols {
    fn of(&self, word: usize) -> &[Symbol] {
        let start = if word == 0 { 0 } else { self.ends[word - 1] };
        &self.all[start..self.ends[word]]
    }
}

/// Where a pattern that begins at a word ends, if it is there. The shortest way through the gaps is taken.
fn matches(items: &[Item], tokens: &[Token], symbols: &Symbols, at: usize, begin: usize) -> Option<usize> {
    let sentence = tokens[begin].sentence;
    let Some((item, rest)) = items.split_first() else { return Some(at) };
    match item {
        Item::Gap(most) => {
            // What lies between stays within one clause.
            let clause = at.checked_sub(1).map(|before| tokens[before].clause)?;
            (0..=*most)
                .take_while(|skip| tokens.get(at + skip).is_some_and(|token| token.clause == clause))
                .find_map(|skip| matches(rest, tokens, symbols, at + skip, begin))
        }
        Item::Word(wanted) => {
            let token = tokens.get(at).filter(|token| token.sentence == sentence)?;
            if at > 0 && at > begin && tokens[at - 1].clause != token.clause {
                return None;
            }
            if symbols.of(at).iter().any(|symbol| wanted.binary_search(symbol).is_ok()) {
                matches(rest, tokens, symbols, at + 1, begin)
            } else {
                None
            }
        }
        Item::Number => {
            tokens.get(at).filter(|token| token.sentence == sentence && token.number)?;
            matches(rest, tokens, symbols, at + 1, begin)
        }
    }
}
