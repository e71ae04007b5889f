//! The pieces of a text that the plain reader is sure of, for whoever lays it out anew.
//!
//! Such a text needs no grammar to be taken apart: where each piece ends is told by the piece itself.

use super::{PlainReader, is_line_break, word_len};
use crate::syntax::prose::BLOCK_QUOTES;
use crate::syntax::{BLANKS, Body, Keyword, Member, MemberKind, Token, TokenKind};
use crate::text::TextRange;

/// All that is not blank, in the order of the text, down to words and signs; nothing if the reader is not sure of all of it.
pub(in crate::syntax) fn tokens(source: &str) -> Option<Vec<Token>> {
    PlainReader::new(source).declarations()?;
    let mut reader = PlainReader::new(source);
    let mut found = Vec::with_capacity(source.len() / 8);
    while let Some(token) = reader.token()? {
        found.push(token);
    }
    Some(found)
}

/// What stands in the file, in the order of the text; nothing if the reader is not sure of all of it.
pub(in crate::syntax) fn members(source: &str) -> Option<Vec<Member>> {
    let tokens = tokens(source)?;
    let mut joiner = Joiner { source, rest: &tokens };
    let members = joiner.members(None)?;
    joiner.rest.is_empty().then_some(members)
}

impl PlainReader<'_> {
    /// The next token. The outer layer: whether there is anything that it knows, or nothing more.
    fn token(&mut self) -> Option<Option<Token>> {
        while self.peek().is_some_and(|byte| matches!(byte, b' ' | b'\t') || is_line_break(byte)) {
            self.at += 1;
        }
        let from = self.at;
        let Some(first) = self.peek() else { return Some(None) };
        let kind = match first {
            b'#' => {
                self.at += self.rest_of_line().trim_end_matches(BLANKS).len();
                TokenKind::Comment
            }
            b'"' if self.source[from..].starts_with(BLOCK_QUOTES) => {
                self.quoted(BLOCK_QUOTES)?;
                TokenKind::BlockString
            }
            b'"' => {
                self.quoted("\"")?;
                TokenKind::Word
            }
            b',' => self.sign(TokenKind::Comma),
            b':' => self.sign(TokenKind::Colon),
            b'{' => self.sign(TokenKind::OpeningBrace),
            b'}' => self.sign(TokenKind::ClosingBrace),
            b'%' => self.sign(TokenKind::Word),
            b'<' | b'>' | b'=' => {
                self.operator();
                TokenKind::Word
            }
            b'+' | b'-' | b'0'..=b'9' => {
                if self.date().is_none() && self.number().is_none() {
                    // Between two properties.
                    self.take(b'+')?;
                }
                TokenKind::Word
            }
            _ => {
                self.word_or_address()?;
                TokenKind::Word
            }
        };
        let token = Token { kind, range: self.range(from, 0) };
        (!token.range.is_empty()).then_some(Some(token))
    }

    fn sign(&mut self, kind: TokenKind) -> TokenKind {
        self.at += 1;
        kind
    }

    /// A string, with what opens and closes it.
    fn quoted(&mut self, quotes: &str) -> Option<()> {
        self.at += quotes.len();
        while !self.source.as_bytes()[self.at..].starts_with(quotes.as_bytes()) {
            match self.peek()? {
                b'\\' => self.escape()?,
                _ => self.at += 1,
            }
        }
        self.at += quotes.len();
        Some(())
    }

    /// A word, a unit with a slash, or an address.
    fn word_or_address(&mut self) -> Option<()> {
        let from = self.at;
        self.at += word_len(&self.source.as_bytes()[from..]);
        let word = &self.source[from..self.at];
        if matches!(word, "http" | "https") && self.source[self.at..].starts_with("://") {
            self.url(from)?;
        } else if self.peek() == Some(b'/') {
            self.at += 1 + self.divisor_len();
        }
        Some(())
    }
}

/// Joins tokens to fields and declarations.
struct Joiner<'a> {
    source: &'a str,
    rest: &'a [Token],
}

impl<'a> Joiner<'a> {
    /// What stands in a body, up to its closing brace, or in the file.
    fn members(&mut self, outer: Option<Keyword>) -> Option<Vec<Member>> {
        let mut members = Vec::new();
        while let Some(first) = self.rest.first().filter(|first| first.kind != TokenKind::ClosingBrace) {
            let member = match first.kind {
                TokenKind::Comment => {
                    self.take(1);
                    Member { range: first.range, kind: MemberKind::Comment }
                }
                _ => match self.keyword(first).filter(|keyword| fits(*keyword, outer)) {
                    Some(keyword) => self.declaration(keyword)?,
                    None => self.field(),
                },
            };
            members.push(member);
        }
        Some(members)
    }

    fn keyword(&self, token: &Token) -> Option<Keyword> {
        Keyword::from_word(&self.source[token.range])
    }

    fn declaration(&mut self, keyword: Keyword) -> Option<Member> {
        if keyword == Keyword::Use {
            let header = self.take(2).to_vec();
            let range = header.first()?.range.cover(header.last()?.range);
            return Some(Member { range, kind: MemberKind::Declaration { keyword, header, body: None } });
        }
        let header = self.rest.iter().position(|token| token.kind == TokenKind::OpeningBrace)?;
        let header = self.take(header).to_vec();
        let open = self.take(1).first()?.range;
        let members = self.members(Some(keyword))?;
        let close = self.take(1).first()?.range;
        let range = header.first()?.range.cover(close);
        let body = Some(Body { open, members, close });
        Some(Member { range, kind: MemberKind::Declaration { keyword, header, body } })
    }

    /// A field ends with its line, or with the body; a list goes on in the next line, and over comments, behind a comma.
    fn field(&mut self) -> Member {
        let (mut len, mut after_comma) = (1, false);
        while let Some(next) = self.rest.get(len) {
            let between = TextRange::new(self.rest[len - 1].range.end(), next.range.start());
            let on_this_line = next.kind != TokenKind::Comment && !self.source[between].contains(['\n', '\r']);
            if next.kind == TokenKind::ClosingBrace || !(after_comma || on_this_line) {
                break;
            }
            after_comma = next.kind == TokenKind::Comma || after_comma && next.kind == TokenKind::Comment;
            len += 1;
        }
        let tokens = self.take(len).to_vec();
        let range = tokens[0].range.cover(tokens[len - 1].range);
        Member { range, kind: MemberKind::Field(tokens) }
    }

    fn take(&mut self, count: usize) -> &'a [Token] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }
}

/// Whether such a declaration may stand there; in other places its keyword is the name of a field.
fn fits(keyword: Keyword, outer: Option<Keyword>) -> bool {
    match outer {
        None => keyword.outer().is_none(),
        Some(outer) => outer.inner() == Some(keyword),
    }
}
