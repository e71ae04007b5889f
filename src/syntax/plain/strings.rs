//! Strings, on one line and on several.

use super::{PlainReader, is_line_break, is_word_byte, size, word_len};
use crate::syntax::prose::BLOCK_QUOTES;
use crate::syntax::{Keyword, Kind, Prose};

impl PlainReader<'_> {
    pub(super) fn string(&mut self, start: usize) -> Option<Prose> {
        self.take(b'"')?;
        let from = self.at;
        let bytes = self.source.as_bytes();
        loop {
            self.at += memchr::memchr3(b'"', b'\\', b'\n', &bytes[self.at..])?;
            match bytes[self.at] {
                b'"' => break,
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
        let content = &self.source[from..self.at];
        if content.contains('\r') {
            return None;
        }
        self.at += 1;
        let mut bad = Vec::new();
        let prose = Prose::read(content, size(from - start), &mut bad);
        (bad.is_empty() && self.peek() != Some(b'"')).then_some(prose)
    }

    pub(super) fn block_string(&mut self, start: usize) -> Option<Prose> {
        let opening = self.at;
        self.at += BLOCK_QUOTES.len();
        let from = self.at;
        let bytes = self.source.as_bytes();
        loop {
            match bytes.get(self.at)? {
                b'"' if self.source[self.at..].starts_with(BLOCK_QUOTES) => break,
                b'\\' => self.escape()?,
                byte if is_line_break(*byte) => {
                    self.at += 1;
                    if looks_like_a_header(&bytes[self.at..]) {
                        return None;
                    }
                }
                _ => self.at += 1,
            }
        }
        let content = &self.source[from..self.at];
        self.at += BLOCK_QUOTES.len();
        self.pass(Kind::BlockString, opening);
        let mut bad = Vec::new();
        let prose = Prose::read_block(content, size(from - start), &mut bad);
        (bad.is_empty() && self.peek() != Some(b'"')).then_some(prose)
    }

    /// A backslash and what it is said of.
    pub(super) fn escape(&mut self) -> Option<()> {
        let escaped = self.source[self.at + 1..].chars().next().filter(|c| !matches!(c, '\n' | '\r'))?;
        self.at += 1 + escaped.len_utf8();
        Some(())
    }
}

/// Whether a line of a block string might be taken for the header of a declaration, and end the string.
fn looks_like_a_header(line: &[u8]) -> bool {
    let blanks = |text: &[u8]| text.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let line = &line[blanks(line)..];
    let len = word_len(line);
    let Some(_) = std::str::from_utf8(&line[..len]).ok().and_then(Keyword::from_word) else { return false };
    let behind = &line[len..];
    let name = &behind[blanks(behind)..];
    let rest = &name[name.iter().take_while(|byte| is_word_byte(**byte)).count()..];
    matches!(rest.get(blanks(rest)), Some(b'"' | b':' | b'{' | b'\\'))
}
