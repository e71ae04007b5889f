//! Reading what is written as it should be, without a tree.
//!
//! Nearly all text is sound nearly all of the time, and sound text needs no grammar that survives half-typed lines: it
//! is read here in one pass, twenty times as fast. Whatever this reader is not sure of it leaves, with all that might
//! have to do with it, to the tree: a slip, an unusual way to write something, a value in a letter beyond ASCII. So it
//! holds no opinion on what is wrong, and gives what the tree would give or nothing; `tests/plain_reading.rs` compares
//! the two. Of a slip that stays in its line that line is what the tree is asked for, and not all around it.

mod slips;
mod strings;
mod tokens;
mod values;

use super::declaration::{Child, Declaration, Field, Keyword, Value, ValueKind, Values, Word, line_breaks};
use super::prose::BLOCK_QUOTES;
use super::{Kind, Node};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;
pub(super) use tokens::{members, tokens};
use values::may_be_listed;

/// Reads declarations one after the other.
pub(super) struct PlainReader<'a> {
    source: &'a str,
    at: usize,
    /// The comments and the strings of several lines that were passed, if somebody wants them.
    passed: Option<Vec<Node>>,
    open: Open,
    /// How many lines of a declaration the grammar may be asked for, and how many more of this one.
    lines: usize,
    lines_left: usize,
}

/// What was read of the declarations and the field that have not ended yet, the outer ones first. Each takes its own from
/// the end when it has ended, and then has no more room for it than it needs.
#[derive(Default)]
struct Open {
    fields: Vec<Field>,
    children: Vec<Child>,
    values: Vec<Value>,
}

/// What came of an attempt to go on.
pub(super) enum Outcome {
    /// A declaration that stands at the top level.
    Declaration(Child),
    /// There is nothing more.
    End,
    /// What comes next is for the tree to read.
    Unsure,
}

impl<'a> PlainReader<'a> {
    /// A reader that stands at the start of a text.
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, at: 0, passed: None, open: Open::default(), lines: 0, lines_left: 0 }
    }

    /// The same, which asks the grammar for a line that it is not sure of itself.
    pub(super) fn with_slips(source: &'a str) -> Self {
        Self { lines: slips::MAX_LINES, ..Self::new(source) }
    }

    /// The comments and the strings of several lines of a text, in its order; nothing if it is not sure of all of it.
    pub(super) fn comments_and_blocks(source: &'a str) -> Option<Vec<Node>> {
        let mut reader = Self { passed: Some(Vec::new()), ..Self::new(source) };
        reader.declarations()?;
        reader.passed
    }

    /// All declarations that follow; nothing if it is not sure of one.
    pub(super) fn declarations(&mut self) -> Option<Vec<Child>> {
        let mut found = Vec::new();
        loop {
            match self.read_next() {
                Outcome::Declaration(child) => found.push(child),
                Outcome::End => return Some(found),
                Outcome::Unsure => return None,
            }
        }
    }

    /// Reads the next declaration, and what is before it. Where it is not sure, it stays where it was.
    pub(super) fn read_next(&mut self) -> Outcome {
        let before = self.at;
        self.lines_left = self.lines;
        self.blank_lines();
        if self.peek().is_none() {
            return Outcome::End;
        }
        let read = self.top_level_declaration();
        if read.is_none() {
            self.at = before;
            self.open = Open::default();
        }
        read.map_or(Outcome::Unsure, Outcome::Declaration)
    }

    /// Goes to a place behind what the tree has read.
    pub(super) fn go_to(&mut self, offset: usize) {
        self.at = offset;
    }

    /// Where the next declaration that could be read alone may begin, from `from` on: a line that begins like one of
    /// the top level. (A line of prose may begin with `use "this"`.)
    pub(super) fn next_beginning(&self, from: usize) -> usize {
        let bytes = self.source.as_bytes();
        let mut line = from;
        while let Some(end) = bytes[line..].iter().position(|byte| is_line_break(*byte)) {
            line += end + 1;
            let word = word_len(&bytes[line..]);
            let keyword = Keyword::from_word(&self.source[line..line + word]);
            if keyword.is_some_and(|keyword| keyword.outer().is_none() && keyword != Keyword::Use) {
                return line;
            }
        }
        bytes.len()
    }

    fn top_level_declaration(&mut self) -> Option<Child> {
        let start = self.at;
        let keyword = Keyword::from_word(self.word()?).filter(|keyword| keyword.outer().is_none())?;
        let declaration = match keyword {
            Keyword::Use => self.import(start)?,
            _ => self.declaration(keyword, start)?,
        };
        Some(Child { offset: size(start), declaration: Arc::new(declaration) })
    }

    /// `use "path"`, behind the keyword.
    fn import(&mut self, start: usize) -> Option<Declaration> {
        let mut declaration = Declaration::of(Keyword::Use, self.range(start, start));
        self.blanks();
        declaration.title = Some(self.title(start)?);
        declaration.header = self.range(start, start);
        declaration.len = declaration.header.end();
        self.blanks();
        // Anything else that follows on the line has to do with it.
        self.peek().is_none_or(|byte| is_line_break(byte) || byte == b'#').then_some(declaration)
    }

    /// A declaration with a body, behind its keyword.
    fn declaration(&mut self, keyword: Keyword, start: usize) -> Option<Declaration> {
        let mut declaration = match self.header(keyword, start) {
            Some(declaration) => declaration,
            None => self.slipped_header(keyword, start)?,
        };
        self.body(&mut declaration, start)?;
        declaration.len = self.range(start, start).end();
        declaration.line_breaks = line_breaks(&self.source[start..self.at]);
        Some(declaration)
    }

    /// A declaration of which its header was read, behind its keyword, and the brace that opens its body.
    fn header(&mut self, keyword: Keyword, start: usize) -> Option<Declaration> {
        let mut declaration = Declaration::of(keyword, self.range(start, start));
        match keyword {
            Keyword::Claim => self.claim_header(&mut declaration, start)?,
            Keyword::Cell => {
                self.blanks();
                let cell = self.cell(start)?;
                declaration.cells_range = cell.range;
                declaration.cells = vec![cell];
            }
            Keyword::Phrase => {
                self.blanks();
                declaration.title = Some(self.title(start)?);
                self.blanks();
                declaration.kind = if self.at_word() { Some(self.name(start)?) } else { None };
            }
            _ => self.named_header(&mut declaration, start)?,
        }
        self.step_back();
        declaration.header = self.range(start, start);
        self.blanks();
        let open = self.at;
        self.take(b'{')?;
        declaration.body = Some(self.range(open, start));
        self.blanks();
        (self.peek() != Some(b'{')).then_some(declaration)
    }

    /// `name "Title"`, of a matrix with `extends other`.
    fn named_header(&mut self, declaration: &mut Declaration, start: usize) -> Option<()> {
        self.blanks();
        let name = self.name(start)?;
        declaration.cells_range = TextRange::empty(name.range.end());
        declaration.name = Some(name);
        self.blanks();
        declaration.title = if self.peek() == Some(b'"') { Some(self.title(start)?) } else { None };
        self.blanks();
        if declaration.keyword == Keyword::Matrix && self.at_word() {
            (self.word()? == EXTENDS).then_some(())?;
            self.blanks();
            declaration.extends = Some(self.name(start)?);
        }
        Some(())
    }

    /// `name: cells "Title"`
    fn claim_header(&mut self, declaration: &mut Declaration, start: usize) -> Option<()> {
        self.blanks();
        let name = self.name(start)?;
        declaration.cells_range = TextRange::empty(name.range.end());
        declaration.name = Some(name);
        self.blanks();
        if self.peek() == Some(b':') {
            self.at += 1;
            self.blanks();
            let first = self.cell(start)?;
            let mut cells_range = first.range;
            declaration.cells = vec![first];
            loop {
                self.blanks();
                if self.peek() != Some(b',') {
                    break;
                }
                self.at += 1;
                self.blanks();
                let cell = self.cell(start)?;
                cells_range = cells_range.cover(cell.range);
                declaration.cells.push(cell);
            }
            declaration.cells_range = cells_range;
        }
        declaration.title = if self.peek() == Some(b'"') { Some(self.title(start)?) } else { None };
        Some(())
    }

    /// Fields and declarations up to the closing brace; the one that opens the body was read.
    fn body(&mut self, declaration: &mut Declaration, start: usize) -> Option<()> {
        let open = declaration.body?.start();
        let (fields, children) = (self.open.fields.len(), self.open.children.len());
        loop {
            self.blank_lines();
            if self.peek()? == b'}' {
                self.at += 1;
                break;
            }
            let from = self.at;
            let so_far = (self.open.fields.len(), self.open.children.len());
            if self.member(declaration.keyword, start).is_none() {
                self.at = from;
                self.open.fields.truncate(so_far.0);
                self.open.children.truncate(so_far.1);
                self.open.values.clear();
                declaration.errors.append(&mut self.slipped_line(start)?);
            }
        }
        declaration.fields = self.open.fields.drain(fields..).collect();
        declaration.children = self.open.children.drain(children..).collect();
        declaration.body = Some(TextRange::new(open, self.range(start, start).end()));
        Some(())
    }

    /// A field, or a declaration, in the body of one of which the keyword is given.
    fn member(&mut self, outer: Keyword, start: usize) -> Option<()> {
        let from = self.at;
        let word = self.word()?;
        match Keyword::from_word(word) {
            Some(keyword) if outer.inner() == Some(keyword) => {
                let inner = self.declaration(keyword, from)?;
                self.open.children.push(Child { offset: size(from - start), declaration: Arc::new(inner) });
            }
            None if !is_contextual(word) => {
                let name = Word { text: word.into(), range: self.range(from, start) };
                let field = self.field(name, from, start)?;
                self.open.fields.push(field);
            }
            _ => return None,
        }
        Some(())
    }

    /// The values of a field, up to the end of its line or of the body. Behind a comma a list goes on in the next line.
    fn field(&mut self, name: Word, from: usize, start: usize) -> Option<Field> {
        let mut range = name.range;
        let (mut after_comma, mut in_next_line) = (false, false);
        loop {
            self.blanks();
            match self.peek()? {
                byte if after_comma && (byte == b'#' || is_line_break(byte)) => {
                    self.blank_lines();
                    in_next_line = true;
                }
                b'#' | b'}' => break,
                byte if is_line_break(byte) => break,
                b',' if !after_comma && !self.open.values.is_empty() => {
                    self.at += 1;
                    after_comma = true;
                }
                byte => {
                    let value_from = self.at;
                    let kind = self.value(byte, start)?;
                    self.step_back();
                    // Two values without a comma between them would be a field of its own.
                    let may_be_listed = may_be_listed(&kind) && !self.source[value_from..].starts_with(BLOCK_QUOTES);
                    if in_next_line && !(after_comma && may_be_listed) {
                        return None;
                    }
                    let value_range = self.range(value_from, start);
                    let after_comma = std::mem::take(&mut after_comma);
                    self.open.values.push(Value { kind, range: value_range, after_comma });
                    range = self.range(from, start);
                }
            }
        }
        let mut values = Values::new();
        values.reserve_exact(self.open.values.len());
        values.extend(self.open.values.drain(..));
        (!after_comma).then_some(Field { name, values, range })
    }

    /// The title of a declaration. An opening brace in it may have been meant to open the body.
    fn title(&mut self, start: usize) -> Option<Value> {
        let from = self.at;
        let prose = if self.source[from..].starts_with(BLOCK_QUOTES) { None } else { self.string(start) }?;
        let sure = !self.source[from..self.at].contains('{');
        let range = self.range(from, start);
        sure.then_some(Value { kind: ValueKind::String(prose), range, after_comma: false })
    }

    /// A name that is none of the words of the language.
    fn name(&mut self, start: usize) -> Option<Word> {
        let from = self.at;
        let word = self.word().filter(|word| !is_reserved(word))?;
        Some(Word { text: word.into(), range: self.range(from, start) })
    }

    /// A word of plain letters. What follows it must not be able to belong to it.
    fn word(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let len = word_len(rest);
        if len == 0 || rest.get(len).is_some_and(|byte| !byte.is_ascii()) {
            return None;
        }
        let word = &self.source[self.at..self.at + len];
        self.at += len;
        Some(word)
    }

    fn at_word(&self) -> bool {
        self.peek().is_some_and(begins_word)
    }

    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        &self.source.as_bytes()[self.at..]
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn blanks(&mut self) {
        self.at += self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    }

    /// Takes back blanks that were passed in search of what could follow.
    fn step_back(&mut self) {
        let bytes = self.source.as_bytes();
        while self.at > 0 && matches!(bytes[self.at - 1], b' ' | b'\t') {
            self.at -= 1;
        }
    }

    /// Blanks, line breaks and comments.
    fn blank_lines(&mut self) {
        loop {
            self.at += self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            if self.peek() != Some(b'#') {
                return;
            }
            let from = self.at;
            self.at += self.rest_of_line().len();
            self.pass(Kind::Comment, from);
        }
    }

    fn rest_of_line(&self) -> &'a str {
        let rest = &self.source[self.at..];
        &rest[..memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len())]
    }

    fn pass(&mut self, kind: Kind, from: usize) {
        let range = self.range(from, 0);
        if let Some(passed) = &mut self.passed {
            passed.push(Node { kind, range });
        }
    }

    /// What was read since `from`, counted from `start`.
    fn range(&self, from: usize, start: usize) -> TextRange {
        TextRange::new(size(from - start), size(self.at - start))
    }
}

const EXTENDS: &str = "extends";

/// Texts are shorter than 4 GiB, so offsets fit.
fn size(offset: usize) -> TextSize {
    TextSize::new(offset as u32)
}

/// Words that mean something in one place of the language and are names elsewhere.
fn is_contextual(word: &str) -> bool {
    matches!(word, "by" | "until" | EXTENDS)
}

fn is_reserved(word: &str) -> bool {
    is_contextual(word) || Keyword::from_word(word).is_some()
}

/// How long the word is that a text begins with, as far as it is ASCII.
fn word_len(text: &[u8]) -> usize {
    if text.first().copied().is_some_and(begins_word) {
        text.iter().take_while(|byte| is_word_byte(**byte)).count()
    } else {
        0
    }
}

fn begins_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

fn is_word_byte(byte: u8) -> bool {
    WORD_BYTES[usize::from(byte)]
}

/// Whether a byte belongs to a word, looked up: much of a spec is words.
static WORD_BYTES: [bool; 256] = {
    let mut is_word = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_word[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'-');
        byte += 1;
    }
    is_word
};

fn is_line_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
