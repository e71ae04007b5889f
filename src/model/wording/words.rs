//! Cuts a text into words, and says of each which symbols of the tables it stands for.

use super::marks::Marks;
use super::pattern::{Symbol, Symbols};
use std::ops::Range;

/// A word of a text. Hyphens part words, so that "cutting-edge" and "cutting edge" are the same two.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Which clause it belongs to: a full stop, a colon or a semicolon ends one. No pattern goes beyond.
    pub clause: u16,
    /// Which sentence it belongs to. Dampers look at all of it.
    pub sentence: u16,
    /// Whether a comma, a dash or a bracket parts it from the word before.
    pub comma: bool,
    /// Whether it starts with a capital or is written in capitals or with a digit, and does not open a sentence.
    pub named: bool,
    /// The lists of the smaller checks that it stands in.
    pub marks: Marks,
    /// The symbols that it stands for, in the list of the whole text.
    symbols: Range<u32>,
}

/// A text in words: what all that is said of its wording is read from.
#[derive(Debug, Default)]
pub struct Words {
    /// The words, in order.
    pub(super) list: Vec<Word>,
    symbols: Vec<Symbol>,
    /// The words in small letters, one after another, and where each one ends.
    lower: String,
    ends: Vec<u32>,
}

impl Words {
    /// Cuts a text, to read its wording.
    pub fn of(text: &str) -> Words {
        super::Tables::get().map_or_else(Words::default, |tables| Words::cut(text, &tables.symbols))
    }

    /// Cuts a text. Words within quotation marks, back-ticks and addresses are left out: they are not the author's.
    pub(super) fn cut(text: &str, symbols: &Symbols) -> Words {
        let mut words = Words::default();
        let mut cut = Cut { clause: 0, sentence: 0, comma: false, opens: true };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            if first.is_alphanumeric() {
                let end = word_end(text, at);
                if let Some(past) = address_end(text, at, end) {
                    cut.comma = true;
                    at = past;
                } else {
                    words.push(text, at..end, &mut cut, symbols);
                    at = end;
                }
                continue;
            }
            let next = at + first.len_utf8();
            at = match closing(first).and_then(|close| quoted_end(text, next, close)) {
                Some(past) => {
                    cut.comma = true;
                    past
                }
                None => {
                    cut.mark(first, text[next..].chars().next());
                    next
                }
            };
        }
        words
    }

    fn push(&mut self, text: &str, range: Range<usize>, cut: &mut Cut, symbols: &Symbols) {
        let from = self.lower.len();
        let written = &text[range.clone()];
        if written.is_ascii() {
            self.lower.push_str(written);
            self.lower[from..].make_ascii_lowercase();
        } else {
            for letter in written.chars() {
                match letter {
                    '’' => self.lower.push('\''),
                    _ => self.lower.extend(letter.to_lowercase()),
                }
            }
        }
        let percent = text[range.end..].trim_start_matches(' ').starts_with('%');
        let first_symbol = self.symbols.len() as u32;
        symbols.of_word(&self.lower[from..], percent, &mut self.symbols);
        let first = text[range.clone()].chars().next();
        self.ends.push(self.lower.len() as u32);
        let end = if percent && text[range.end..].starts_with('%') { range.end + 1 } else { range.end };
        self.list.push(Word {
            range: range.start..end,
            clause: cut.clause,
            sentence: cut.sentence,
            comma: cut.comma,
            named: first.is_some_and(|c| c.is_uppercase() && !cut.opens) && !KINDS.contains(&&self.lower[from..]),
            marks: Marks::of(&self.lower[from..]),
            symbols: first_symbol..self.symbols.len() as u32,
        });
        cut.comma = false;
        cut.opens = false;
    }

    /// Whether the word of this index stands for a symbol.
    pub(super) fn is(&self, index: usize, symbol: Symbol) -> bool {
        self.symbols_of(index).contains(&symbol)
    }

    /// The symbols that the word of this index stands for.
    pub(super) fn symbols_of(&self, index: usize) -> &[Symbol] {
        let range = &self.list[index].symbols;
        &self.symbols[range.start as usize..range.end as usize]
    }

    /// The word of this index in small letters.
    pub(super) fn lower(&self, index: usize) -> &str {
        let from = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.lower[from..self.ends[index] as usize]
    }
}

/// Capitals that name a kind of thing, and not one of them: a figure beside them is no scope.
const KINDS: [&str; 14] =
    ["ai", "gpu", "gpus", "cpu", "cpus", "ml", "agi", "api", "apis", "nft", "nfts", "web3", "tps", "i"];

/// Where the cutting is.
struct Cut {
    clause: u16,
    sentence: u16,
    comma: bool,
    opens: bool,
}

impl Cut {
    fn mark(&mut self, mark: char, next: Option<char>) {
        match mark {
            '.' | '!' | '?' | '…' if next.is_none_or(|c| !c.is_alphanumeric()) => {
                self.clause = self.clause.saturating_add(1);
                self.sentence = self.sentence.saturating_add(1);
                self.opens = true;
            }
            ':' | ';' | '\n' => self.clause = self.clause.saturating_add(1),
            ',' | '(' | ')' | '–' | '—' | '/' | '+' | '&' | '|' | '[' | ']' | '•' => self.comma = true,
            _ => {}
        }
    }
}

/// Where the word that starts at `at` ends. Figures keep their points and commas, names their dots, words their
/// apostrophes.
fn word_end(text: &str, at: usize) -> usize {
    let mut letters = text[at..].char_indices().peekable();
    let mut before = ' ';
    while let Some((offset, letter)) = letters.next() {
        let next = letters.peek().map(|&(_, c)| c);
        let inner = match letter {
            '\'' | '’' => next.is_some_and(char::is_alphabetic),
            '.' => next.is_some_and(char::is_alphanumeric),
            ',' => before.is_ascii_digit() && next.is_some_and(|c| c.is_ascii_digit()),
            '×' => before.is_ascii_digit(),
            _ => letter.is_alphanumeric(),
        };
        if !inner {
            return at + offset;
        }
        before = letter;
    }
    text.len()
}

/// The end of the address that starts with this word, if one does.
fn address_end(text: &str, at: usize, end: usize) -> Option<usize> {
    let word = &text[at..end];
    let web = text[end..].starts_with("://") || word.starts_with("www.");
    web.then(|| text[at..].find(|c: char| c.is_whitespace() || c == ')' || c == '>').map_or(text.len(), |n| at + n))
}

/// The mark that closes what this one opens.
fn closing(open: char) -> Option<char> {
    match open {
        '`' => Some('`'),
        '"' => Some('"'),
        '“' | '„' => Some('”'),
        '«' => Some('»'),
        _ => None,
    }
}

/// The end of what a mark opens, past its closing mark, if it is closed.
fn quoted_end(text: &str, next: usize, close: char) -> Option<usize> {
    let found = text[next..].find(|c| c == close || (close == '”' && c == '“'))?;
    let past = next + found;
    text[past..].chars().next().map(|c| past + c.len_utf8())
}
