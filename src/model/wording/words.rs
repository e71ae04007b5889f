//! Cuts a text into words, and says of each which symbols of the tables it stands for.

use super::figures::{Figures, figures};
use super::layout::Sense;
use super::marks::Marks;
use super::tables;
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
    /// What it stands for.
    pub sense: &'static Sense,
    /// What it is as a figure.
    pub figures: Figures,
    /// Where it stands in small letters.
    lower: Range<u32>,
}

impl Word {
    /// Whether it stands in a list, or is a sign that dampers look for.
    pub fn has(&self, marks: Marks) -> bool {
        self.sense.marks.has(marks)
    }
}

/// A text in words: what all that is said of its wording is read from.
#[derive(Debug, Default)]
pub struct Words {
    /// The words, in order.
    pub(super) list: Vec<Word>,
    /// All lists that any of the words stands in.
    marks: Marks,
    /// The text with its plain letters small, and behind it, in small letters, the words that have others.
    lower: String,
}

impl Words {
    /// Cuts a text, to read its wording. Words within quotation marks, back-ticks and addresses are left out: they are
    /// not the author's.
    pub fn of(text: &str) -> Words {
        let list = Vec::with_capacity(text.len() / USUAL_LENGTH + 1);
        let mut words = Words { list, marks: Marks::default(), lower: text.to_ascii_lowercase() };
        let mut cut = Cut { clause: 0, sentence: 0, comma: false, opens: true };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            if first == ' ' {
                at += 1;
                continue;
            }
            if first.is_alphanumeric() {
                let end = word_end(text, at);
                if let Some(past) = address_end(text, at, end) {
                    cut.comma = true;
                    at = past;
                } else {
                    words.push(text, at..end, first, &mut cut);
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
                    cut.mark(first, &text[next..]);
                    next
                }
            };
        }
        words
    }

    fn push(&mut self, text: &str, range: Range<usize>, first: char, cut: &mut Cut) {
        let written = &text[range.clone()];
        let lower = if written.is_ascii() {
            range.clone()
        } else {
            let from = self.lower.len();
            for letter in written.chars() {
                match letter {
                    '’' => self.lower.push('\''),
                    _ => self.lower.extend(letter.to_lowercase()),
                }
            }
            from..self.lower.len()
        };
        let word = &self.lower[lower.clone()];
        let behind = &text.as_bytes()[range.end..];
        let percent = behind.iter().find(|&&byte| byte != b' ') == Some(&b'%');
        let end = if behind.first() == Some(&b'%') { range.end + 1 } else { range.end };
        let sense = tables::sense_of(word);
        self.marks = self.marks.and(sense.marks);
        self.list.push(Word {
            range: range.start..end,
            clause: cut.clause,
            sentence: cut.sentence,
            comma: cut.comma,
            named: first.is_uppercase() && !cut.opens && !KINDS.contains(&word),
            sense,
            figures: figures(word, percent),
            lower: lower.start as u32..lower.end as u32,
        });
        cut.comma = false;
        cut.opens = false;
    }

    /// Whether any word stands in a list.
    pub(super) fn any_has(&self, marks: Marks) -> bool {
        self.marks.has(marks)
    }

    /// Whether the word of this index stands in a list.
    pub(super) fn has(&self, index: usize, marks: Marks) -> bool {
        self.list[index].has(marks)
    }

    /// The word of this index in small letters.
    pub(super) fn lower(&self, index: usize) -> &str {
        let range = &self.list[index].lower;
        &self.lower[range.start as usize..range.end as usize]
    }
}

/// So many bytes a word usually takes, with what stands behind it.
const USUAL_LENGTH: usize = 6;

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
    fn mark(&mut self, mark: char, behind: &str) {
        match mark {
            '.' | '!' | '?' | '…' if !behind.starts_with(char::is_alphanumeric) => {
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
    // Most words are plain letters and nothing else.
    let plain = text[at..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    if matches!(text.as_bytes().get(at + plain), None | Some(b' ')) {
        return at + plain;
    }
    let mut before = if plain == 0 { ' ' } else { char::from(text.as_bytes()[at + plain - 1]) };
    let at = at + plain;
    let mut letters = text[at..].char_indices().peekable();
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
