//! Words of a claim: where each begins and ends, its stem, and which sentence and clause it stands in.
//!
//! What is quoted, in back-ticks or part of an address is not the author's own assertion, so no word is made of it.

use super::stem::put_stem;
use super::word_list::WordList;
use smol_str::SmolStr;
use std::ops::Range;

/// One word of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The word in lower case, without a trailing `'s`.
    pub word: SmolStr,
    /// What is left of it once inflections are taken off.
    pub stem: SmolStr,
    /// It is a number, in figures or spelled out.
    pub number: bool,
    /// It denies what follows.
    pub denies: bool,
    /// Its sentence is a question.
    pub asked: bool,
    /// The number of its sentence, from 0.
    pub sentence: u32,
    /// The number of its clause in the whole text, from 0.
    pub clause: u32,
}

/// Splits a text into words. `masked` ranges (quotations, code, addresses) give none.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let masked = masked(text);
    let mut cut =
        Cut { text, found: Vec::with_capacity(text.len() / 5), sentence: 0, clause: 0, buffer: String::new() };
    let mut mask = masked.as_slice();
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        while let Some((_, rest)) = mask.split_first().filter(|(range, _)| range.end <= at) {
            mask = rest;
        }
        if c == ' ' {
            at += 1;
        } else if mask.first().is_some_and(|range| range.contains(&at)) {
            at += c.len_utf8();
        } else if is_word(c) {
            let end = end_of_word(text, at);
            cut.word(at..end);
            at = end;
        } else {
            cut.mark(at, c);
            at += c.len_utf8();
        }
    }
    cut.found
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Where the word that begins at `at` ends. Figures keep their points and commas, words their apostrophes.
fn end_of_word(text: &str, mut at: usize) -> usize {
    // Most words are plain letters and nothing else.
    at += text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    while let Some(c) = char_at(text, at) {
        let next = at + c.len_utf8();
        let joins = is_word(c)
            || (matches!(c, '\'' | '\u{2019}') && char_at(text, next).is_some_and(char::is_alphabetic))
            || (matches!(c, '.' | ',')
                && text[..at].ends_with(|d: char| d.is_ascii_digit())
                && char_at(text, next).is_some_and(|d| d.is_ascii_digit()));
        if !joins {
            break;
        }
        at = next;
    }
    at
}

/// Where the cutting is.
struct Cut<'a> {
    text: &'a str,
    found: Vec<Token>,
    sentence: u32,
    clause: u32,
    /// Where words are put into small letters and their stems are made.
    buffer: String,
}

impl Cut<'_> {
    /// Takes what stands between words.
    fn mark(&mut self, at: usize, c: char) {
        let bytes = self.text.as_bytes();
        let next = bytes.get(at + c.len_utf8()).copied();
        let before_space = || next.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b')'));
        match c {
            '.' | '!' | '?' if before_space() => {
                if c == '?' {
                    let sentence = self.sentence;
                    self.found.iter_mut().rev().take_while(|it| it.sentence == sentence).for_each(|it| it.asked = true);
                }
                self.sentence += 1;
                self.clause += 1;
            }
            ';' => {
                self.sentence += 1;
                self.clause += 1;
            }
            ':' | ',' if before_space() => self.clause += 1,
            '\u{2013}' | '\u{2014}' | '(' | ')' => self.clause += 1,
            '-' if before_space() && at > 0 && bytes[at - 1].is_ascii_whitespace() => self.clause += 1,
            '\n' if next == Some(b'\n') => {
                self.sentence += 1;
                self.clause += 1;
            }
            _ => {}
        }
    }

    /// Takes a word.
    fn word(&mut self, span: Range<usize>) {
        let (kept, denies) = contraction(&self.text[span.clone()]);
        let middle = span.start + kept.len();
        put_plain(kept, &mut self.buffer);
        let word = SmolStr::new(&self.buffer);
        // A conjunction that turns the sentence begins a clause of its own.
        if TURNS.has(&word) {
            let after = self.found.last().map_or("", |last| last.word.as_str());
            let not_yet = word == "yet" && matches!(after, "not" | "as");
            let nothing_but = word == "but" && matches!(after, "nothing" | "all" | "anything");
            self.clause += u32::from(!not_yet && !nothing_but);
        }
        let stem = put_stem(&word, &mut self.buffer);
        self.push(span.start..middle, word, stem);
        if denies {
            let not = SmolStr::new_static("not");
            self.push(middle..span.end, not.clone(), not);
        }
    }

    fn push(&mut self, span: Range<usize>, word: SmolStr, stem: SmolStr) {
        let (number, denies) = (is_number(&word), NEGATORS.has(&word));
        let (sentence, clause) = (self.sentence, self.clause);
        self.found.push(Token { span, word, stem, number, denies, asked: false, sentence, clause });
    }
}

/// What is left of a word without a contracted "not", and whether it had one: "doesn't" is read as "does not". "Can't"
/// and "won't" change more than their end and stay whole; the tables know them.
fn contraction(written: &str) -> (&str, bool) {
    if !matches!(written.as_bytes().last(), Some(b't' | b'T')) {
        return (written, false);
    }
    for end in ["n't", "n\u{2019}t", "N'T", "N\u{2019}T"] {
        if let Some(kept) = written.strip_suffix(end) {
            let whole = ["", "ca", "wo", "sha", "ai"].iter().any(|short| kept.eq_ignore_ascii_case(short));
            return if whole { (written, false) } else { (kept, true) };
        }
    }
    (written, false)
}

/// Whether a word is a number, in figures or spelled out. "One" is more often a pronoun.
fn is_number(word: &str) -> bool {
    word.trim_start_matches('$').starts_with(|c: char| c.is_ascii_digit()) || NUMERALS.has(word)
}

/// Numbers that are spelled out.
static NUMERALS: WordList<29> = WordList::new([
    "billion",
    "billions",
    "dozen",
    "dozens",
    "eight",
    "eighty",
    "eleven",
    "fifteen",
    "fifty",
    "five",
    "forty",
    "four",
    "hundred",
    "hundreds",
    "million",
    "millions",
    "nine",
    "ninety",
    "seven",
    "seventy",
    "six",
    "sixty",
    "ten",
    "thirty",
    "thousand",
    "thousands",
    "three",
    "twelve",
    "twenty",
]);

/// Puts a word in lower case, without a trailing `'s` and without apostrophes, in place of what is there.
fn put_plain(written: &str, word: &mut String) {
    word.clear();
    let is_plain = |byte: u8| byte.is_ascii() && byte != b'\'';
    if written.bytes().all(is_plain) {
        word.push_str(written);
        return word.make_ascii_lowercase();
    }
    let written = CLITICS.iter().find_map(|end| written.strip_suffix(end)).unwrap_or(written);
    for c in written.chars() {
        match c {
            '\'' | '\u{2019}' => {}
            _ if c.is_ascii() => word.push(c.to_ascii_lowercase()),
            _ => word.extend(c.to_lowercase()),
        }
    }
}

/// What hangs on to a word and does not matter here: "it's", "we've", "they'll".
const CLITICS: [&str; 8] = ["'s", "\u{2019}s", "'ve", "\u{2019}ve", "'ll", "\u{2019}ll", "'re", "\u{2019}re"];

/// Words that begin a new clause without a comma.
static TURNS: WordList<8> = WordList::new(["although", "because", "but", "though", "whereas", "which", "while", "yet"]);

/// Words that deny what follows.
static NEGATORS: WordList<25> = WordList::new([
    "aint", "arent", "cannot", "cant", "couldnt", "didnt", "doesnt", "dont", "hardly", "hasnt", "havent", "isnt",
    "lack", "lacks", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "wasnt", "without", "wont",
]);

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '%' | '$' | '+')
}

/// Where the author does not speak: quotation marks, back-ticks and addresses.
fn masked(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    // Most texts have none of it, and are told so by a look at many bytes at once.
    let may_be = |byte: u8| matches!(byte, b'"' | b'`' | b'\'' | b'/') | !byte.is_ascii();
    if !text.bytes().fold(false, |any, byte| any | may_be(byte)) && !text.contains("www.") {
        return ranges;
    }
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        ranges.extend(address(text, at, c));
        match open {
            Some((start, close)) if c == close => {
                ranges.push(start..at + c.len_utf8());
                open = None;
            }
            Some(_) => {}
            None => match c {
                '"' | '`' => open = Some((at, c)),
                '\u{201c}' | '\u{201e}' => open = Some((at, '\u{201d}')),
                '\u{ab}' => open = Some((at, '\u{bb}')),
                '\'' | '\u{2018}' => ranges.extend(single_quoted(text, at, c)),
                _ => {}
            },
        }
    }
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges
}

/// The address that begins here, if one does.
fn address(text: &str, at: usize, first: char) -> Option<Range<usize>> {
    if !matches!(first, 'h' | 'w') {
        return None;
    }
    let rest = &text[at..];
    let is_address = ["http://", "https://", "www."].iter().any(|scheme| rest.starts_with(scheme));
    let end = || rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | ')' | '>')).unwrap_or(rest.len());
    is_address.then(|| at..at + end())
}

/// What stands between single quotation marks from here on. The closing mark is also the apostrophe, so only a mark
/// that ends a word closes, and only one that begins a word opens.
fn single_quoted(text: &str, at: usize, mark: char) -> Option<Range<usize>> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let inside = at + mark.len_utf8();
    if letter(text[..at].chars().next_back()) || !letter(text[inside..].chars().next()) {
        return None;
    }
    let (length, close) = text[inside..].char_indices().find(|&(offset, c)| {
        let after = text[inside + offset + c.len_utf8()..].chars().next();
        matches!((mark, c), ('\'', '\'') | ('\u{2018}', '\u{2019}')) && !letter(after)
    })?;
    Some(at..inside + length + close.len_utf8())
}
