//! The small language in which the tables are written, and the machine that finds such patterns.
//!
//! A pattern is a row of items parted by spaces:
//!
//! | item | stands for |
//! | --- | --- |
//! | `word` | this word, in small letters; hyphens are written as spaces |
//! | `word*` | every word that begins so |
//! | `@class` | every word of a class of [`super::classes`], or a figure (`@num`, `@pct95`, `@n1000`, `@x5`…), or `@w` for any word |
//! | `a\|b*\|@c` | any of these |
//! | `item?` | the same, or nothing |
//! | `..3` | up to three words, of one part between commas |
//! | `~3` | the same, across commas |
//! | `,` | a comma that may or may not be there |
//! | `!a\|b` | the next word is none of these |
//! | `^`, `$` | the clause begins, or ends, here |
//!
//! Between two items there is no comma unless the pattern says so, and a pattern never goes beyond a clause.

use super::classes::CLASSES;
use super::words::Words;
use crate::model::beginnings::Beginnings;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A word, a beginning of words, or a class, as a number.
pub(super) type Symbol = u16;

/// Names of figures, and when a figure is one: the least value, and whether it must be a percentage or a multiple.
const FIGURES: [(&str, f64, Unit); 13] = [
    ("@num", 0.0, Unit::Any),
    ("@n10", 10.0, Unit::Plain),
    ("@n100", 100.0, Unit::Plain),
    ("@n1000", 1000.0, Unit::Plain),
    ("@n100k", 100_000.0, Unit::Plain),
    ("@pct", 0.0, Unit::Percent),
    ("@pct85", 85.0, Unit::Percent),
    ("@pct95", 95.0, Unit::Percent),
    ("@pct99", 99.5, Unit::Percent),
    ("@pct100", 100.0, Unit::Percent),
    ("@x5", 5.0, Unit::Times),
    ("@x50", 50.0, Unit::Times),
    ("@x1000", 1000.0, Unit::Times),
];

/// Any word that is no figure.
const ANY: &str = "@w";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Any,
    Plain,
    Percent,
    Times,
}

/// A quick hash for short words (FNV-1a); nobody outside chooses what goes in.
#[derive(Clone, Copy)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// A map with that hash.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// All symbols that patterns speak of.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    words: Map<&'static str, Vec<Symbol>>,
    beginnings: Beginnings<Vec<Symbol>>,
    names: Map<&'static str, Symbol>,
    any: Option<Symbol>,
}

impl Symbols {
    /// The symbol of an item's part, which is made if it is new. None for a class that does not exist.
    pub fn symbol(&mut self, part: &'static str) -> Option<Symbol> {
        if let Some(&known) = self.names.get(part) {
            return Some(known);
        }
        let symbol = Symbol::try_from(self.names.len()).ok()?;
        if part.starts_with('@') {
            if part != ANY && !FIGURES.iter().any(|figure| figure.0 == part) {
                let class = CLASSES.iter().find(|class| class.0 == part)?;
                for member in class.1.split_ascii_whitespace() {
                    self.member(member, symbol);
                }
            }
        } else {
            self.member(part, symbol);
        }
        if part == ANY {
            self.any = Some(symbol);
        }
        self.names.insert(part, symbol);
        Some(symbol)
    }

    fn member(&mut self, part: &'static str, symbol: Symbol) {
        match part.strip_suffix('*') {
            Some(beginning) => self.beginnings.entry(beginning).push(symbol),
            None => self.words.entry(part).or_default().push(symbol),
        }
    }

    /// Adds the symbols that a word in small letters stands for.
    pub fn of_word(&self, word: &str, percent: bool, out: &mut Vec<Symbol>) {
        if let Some(symbols) = self.words.get(word) {
            out.extend_from_slice(symbols);
        }
        self.beginnings.of(word, |symbols| out.extend_from_slice(symbols));
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            out.extend(self.any);
        } else if let Some((value, unit)) = figure(word, percent) {
            for (name, least, wanted) in FIGURES {
                if value >= least && (wanted == Unit::Any || wanted == unit) {
                    out.extend(self.names.get(name));
                }
            }
        }
    }
}

/// The value of a figure such as "14,000", "2.5k", "40x" or, with a sign behind it, "99.9".
fn figure(word: &str, percent: bool) -> Option<(f64, Unit)> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let end = word.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(word.len());
    let value: f64 = word[..end].replace(',', "").parse().ok()?;
    match &word[end..] {
        "" if percent => Some((value, Unit::Percent)),
        "" => Some((value, Unit::Plain)),
        "x" | "×" => Some((value, Unit::Times)),
        "k" => Some((value * 1e3, Unit::Plain)),
        "m" => Some((value * 1e6, Unit::Plain)),
        _ => Some((value, Unit::Any)),
    }
}

#[derive(Clone, Debug)]
enum Item {
    One(Vec<Symbol>),
    Maybe(Vec<Symbol>),
    Gap { most: u8, commas: bool },
    Comma,
    Not(Vec<Symbol>),
    Begin,
    End,
}

/// A pattern ready to be found.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Vec<Item>);

impl Pattern {
    /// Reads a pattern; None when it is not one.
    pub fn read(source: &'static str, symbols: &mut Symbols) -> Option<Pattern> {
        let mut items = Vec::new();
        for part in source.split_ascii_whitespace() {
            let item = match part {
                "^" => Item::Begin,
                "$" => Item::End,
                "," => Item::Comma,
                _ => {
                    if let Some(most) = part.strip_prefix("..") {
                        Item::Gap { most: most.parse().ok()?, commas: false }
                    } else if let Some(most) = part.strip_prefix('~') {
                        Item::Gap { most: most.parse().ok()?, commas: true }
                    } else if let Some(words) = part.strip_prefix('!') {
                        Item::Not(parts(words, symbols)?)
                    } else if let Some(words) = part.strip_suffix('?') {
                        Item::Maybe(parts(words, symbols)?)
                    } else {
                        Item::One(parts(part, symbols)?)
                    }
                }
            };
            items.push(item);
        }
        let opens = items.iter().find(|item| !matches!(item, Item::Begin))?;
        matches!(opens, Item::One(_)).then_some(Pattern(items))
    }

    /// The symbols that its first word may stand for.
    pub fn first(&self) -> &[Symbol] {
        self.0
            .iter()
            .find_map(|item| if let Item::One(symbols) = item { Some(&symbols[..]) } else { None })
            .unwrap_or(&[])
    }

    /// Whether it stands at this word, and the index past its last word.
    pub fn at(&self, words: &Words, start: usize) -> Option<usize> {
        let clause = words.list.get(start)?.clause;
        walk(&self.0, words, start, clause, true)
    }
}

fn parts(source: &'static str, symbols: &mut Symbols) -> Option<Vec<Symbol>> {
    source.split('|').map(|part| if part.is_empty() { None } else { symbols.symbol(part) }).collect()
}

/// `free` says that a comma before the next word does no harm.
fn walk(items: &[Item], words: &Words, at: usize, clause: u16, free: bool) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else { return Some(at) };
    let word = words.list.get(at).filter(|word| word.clause == clause);
    let open = |word: &&super::words::Word| free || !word.comma;
    let among = |symbols: &[Symbol]| symbols.iter().any(|&symbol| words.is(at, symbol));
    match item {
        Item::One(symbols) => {
            word.filter(open).filter(|_| among(symbols))?;
            walk(rest, words, at + 1, clause, false)
        }
        Item::Maybe(symbols) => {
            if word.filter(open).is_some_and(|_| among(symbols)) {
                if let Some(end) = walk(rest, words, at + 1, clause, false) {
                    return Some(end);
                }
            }
            walk(rest, words, at, clause, free)
        }
        Item::Gap { most, commas } => {
            let mut index = at;
            loop {
                if let Some(end) = walk(rest, words, index, clause, free || *commas) {
                    return Some(end);
                }
                let next = words.list.get(index).filter(|word| word.clause == clause)?;
                let stops = next.comma && !commas && !(free && index == at);
                if stops || index - at >= usize::from(*most) {
                    return None;
                }
                index += 1;
            }
        }
        Item::Comma => walk(rest, words, at, clause, true),
        Item::Not(symbols) => {
            if word.is_some_and(|_| among(symbols)) {
                return None;
            }
            walk(rest, words, at, clause, free)
        }
        Item::Begin => {
            let begins = at == 0 || words.list[at - 1].clause != clause || words.list[at].comma;
            if !begins {
                return None;
            }
            walk(rest, words, at, clause, true)
        }
        Item::End => {
            if word.is_some_and(|word| !word.comma) {
                return None;
            }
            walk(rest, words, at, clause, free)
        }
    }
}
