//! Text: a rope, edits, and positions in the encodings that editors count in.
//!
//! Everything above this layer speaks of text in byte offsets ([`TextSize`], [`TextRange`]). Only this file knows the
//! rope. It knows nothing of syntax. No function here panics on a position or range from outside: what lies out of
//! bounds is clamped, and what falls inside a character is moved to the character's start.

mod change;
mod hidden;
mod position;

pub use change::TextChange;
pub use hidden::{HiddenCharacter, is_bidi_control};
pub use position::{Encoding, LineColumn};
pub use text_size::{TextRange, TextSize};

use ropey::{LineType, Rope};
use std::borrow::Cow;

/// Texts are at most this long, in bytes. Offsets are 32 bits wide; ten times less is more than any spec needs.
pub const MAX_LEN: usize = 256 * 1024 * 1024;

/// The line breaks of the Language Server Protocol: LF, CRLF and CR.
const LINES: LineType = LineType::LF_CR;

/// A text. A clone is cheap and does not change when the original is edited: it is a snapshot.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Text {
    rope: Rope,
}

/// One change of a text: `range` is replaced by `new_text`. The range is in bytes of the text before the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced.
    pub range: TextRange,
    /// What takes its place.
    pub new_text: String,
}

impl TextEdit {
    /// Puts `new_text` in at `offset`.
    pub fn insert(offset: TextSize, new_text: impl Into<String>) -> Self {
        Self { range: TextRange::empty(offset), new_text: new_text.into() }
    }

    /// Puts `new_text` in the place of what is at `range`.
    pub fn replace(range: TextRange, new_text: impl Into<String>) -> Self {
        Self { range, new_text: new_text.into() }
    }

    /// Takes out what is at `range`.
    pub fn delete(range: TextRange) -> Self {
        Self { range, new_text: String::new() }
    }
}

/// A row and a column in bytes, rows counted by LF alone: what a parser that knows no other line break needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinefeedPoint {
    /// Line feeds before the place.
    pub row: usize,
    /// Bytes since the last of them.
    pub column: usize,
}

impl Text {
    /// A text from a string. What lies beyond [`MAX_LEN`] is cut off; callers refuse such input before.
    pub fn new(text: &str) -> Self {
        let mut end = text.len().min(MAX_LEN);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        Self { rope: Rope::from_str(&text[..end]) }
    }

    /// The length in bytes.
    pub fn len(&self) -> TextSize {
        size(self.rope.len())
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.rope.len() == 0
    }

    /// All of it.
    pub fn range(&self) -> TextRange {
        TextRange::up_to(self.len())
    }

    /// The text at `range`, without a copy where it lies in one piece.
    pub fn slice(&self, range: TextRange) -> Cow<'_, str> {
        let range = self.clamp(range);
        let slice = self.rope.slice(usize::from(range.start())..usize::from(range.end()));
        match slice.as_str() {
            Some(text) => Cow::Borrowed(text),
            None => {
                // `to_string` would have it grow, and leave as much behind again.
                let mut text = String::with_capacity(slice.len());
                slice.chunks().for_each(|chunk| text.push_str(chunk));
                Cow::Owned(text)
            }
        }
    }

    /// The piece of the text that holds the byte at `offset`, from that byte on. Empty at the end.
    pub fn chunk_from(&self, offset: usize) -> &str {
        if offset >= self.rope.len() {
            return "";
        }
        let (chunk, start) = self.rope.chunk(offset);
        chunk.get(offset - start..).unwrap_or("")
    }

    /// Replaces `range` by `new_text` and tells what was replaced: `range` as far as it lies in the text, on
    /// character boundaries.
    pub fn replace(&mut self, range: TextRange, new_text: &str) -> TextRange {
        let range = self.clamp(range);
        if !range.is_empty() {
            self.rope.remove(usize::from(range.start())..usize::from(range.end()));
        }
        if self.rope.len() + new_text.len() <= MAX_LEN {
            self.rope.insert(range.start().into(), new_text);
        }
        range
    }

    /// Applies edits whose ranges are all in this text and do not overlap; of two that do, the later is left out.
    pub fn apply(&self, edits: &[TextEdit]) -> Text {
        let mut sorted: Vec<&TextEdit> = edits.iter().collect();
        sorted.sort_by_key(|edit| (edit.range.start(), edit.range.end()));
        let mut kept: Vec<&TextEdit> = Vec::with_capacity(sorted.len());
        for edit in sorted {
            if kept.last().is_none_or(|last| last.range.end() <= edit.range.start()) {
                kept.push(edit);
            }
        }
        let mut text = self.clone();
        for edit in kept.iter().rev() {
            text.replace(edit.range, &edit.new_text);
        }
        text
    }

    /// The number of lines; a text that ends with a line break has an empty last line.
    pub fn line_count(&self) -> usize {
        self.rope.len_lines(LINES)
    }

    /// The line that holds `offset`, from 0.
    pub fn line_of(&self, offset: TextSize) -> usize {
        self.rope.byte_to_line_idx(usize::from(offset).min(self.rope.len()), LINES)
    }

    /// Where a line begins; the text's end for a line past the last.
    pub fn line_start(&self, line: usize) -> TextSize {
        if line >= self.line_count() {
            return self.len();
        }
        size(self.rope.line_to_byte_idx(line, LINES))
    }

    /// Where a line ends, before its line break.
    pub fn line_end(&self, line: usize) -> TextSize {
        let start = usize::from(self.line_start(line));
        let mut end = usize::from(self.line_start(line.saturating_add(1)));
        while end > start && matches!(self.rope.byte(end - 1), b'\n' | b'\r') {
            end -= 1;
        }
        size(end)
    }

    /// Row and column as a parser counts them that breaks lines at LF only.
    pub fn linefeed_point(&self, offset: TextSize) -> LinefeedPoint {
        let offset = usize::from(offset).min(self.rope.len());
        let row = self.rope.byte_to_line_idx(offset, LineType::LF);
        LinefeedPoint { row, column: offset - self.rope.line_to_byte_idx(row, LineType::LF) }
    }

    /// `range` as far as it lies in the text, both ends on character boundaries.
    pub fn clamp(&self, range: TextRange) -> TextRange {
        let floor = |offset: TextSize| size(self.rope.floor_char_boundary(usize::from(offset).min(self.rope.len())));
        TextRange::new(floor(range.start()), floor(range.end()))
    }

    /// Whether two texts are the same, byte for byte.
    pub fn same_as(&self, other: &Text) -> bool {
        self.rope == other.rope
    }

    fn rope(&self) -> &Rope {
        &self.rope
    }
}

/// A length that is known to fit: no text is longer than [`MAX_LEN`].
fn size(len: usize) -> TextSize {
    TextSize::new(u32::try_from(len).unwrap_or(u32::MAX))
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.rope.chunks().try_for_each(|chunk| f.write_str(chunk))
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Text({} bytes)", self.rope.len())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn range(start: u32, end: u32) -> TextRange {
        TextRange::new(start.into(), end.into())
    }

    #[test]
    fn lines_end_with_lf_crlf_and_cr_and_with_nothing_else() {
        let text = Text::new("a\rb\nc\r\nd\u{2028}e\u{b}f");
        assert_eq!(text.line_count(), 4);
        let lines: Vec<_> = (0..4).map(|l| text.slice(TextRange::new(text.line_start(l), text.line_end(l)))).collect();
        assert_eq!(lines, ["a", "b", "c", "d\u{2028}e\u{b}f"]);
    }

    #[test]
    fn a_text_that_ends_with_a_line_break_has_an_empty_last_line() {
        assert_eq!(Text::new("").line_count(), 1);
        assert_eq!(Text::new("a\n").line_count(), 2);
        assert_eq!(Text::new("a\r\n").line_end(0), 1.into());
    }

    #[test]
    fn a_range_inside_a_character_is_moved_to_its_start() {
        let mut text = Text::new("a😀b");
        assert_eq!(text.replace(range(3, 5), "x"), range(1, 5));
        assert_eq!(text.to_string(), "axb");
    }

    #[test]
    fn a_range_beyond_the_end_is_clamped() {
        let mut text = Text::new("ab");
        assert_eq!(text.replace(range(1, 99), "x"), range(1, 2));
        assert_eq!(text.to_string(), "ax");
        assert_eq!(text.slice(range(7, 9)), "");
        assert_eq!(text.line_start(99), 2.into());
    }

    #[test]
    fn a_clone_keeps_the_text_it_was_taken_from() {
        let mut text = Text::new("before");
        let snapshot = text.clone();
        text.replace(range(0, 6), "after");
        assert_eq!((snapshot.to_string(), text.to_string()), ("before".into(), "after".into()));
    }

    #[test]
    fn edits_of_one_text_are_applied_together() {
        let text = Text::new("one two three");
        let edits =
            [TextEdit::delete(range(8, 13)), TextEdit::replace(range(0, 3), "1"), TextEdit::insert(4.into(), "x")];
        assert_eq!(text.apply(&edits).to_string(), "1 xtwo ");
    }

    #[test]
    fn of_edits_that_overlap_the_first_is_kept() {
        let edits = [TextEdit::replace(range(1, 3), "x"), TextEdit::replace(range(2, 4), "y")];
        assert_eq!(Text::new("abcd").apply(&edits).to_string(), "axd");
    }

    #[test]
    fn rows_for_the_parser_are_counted_by_line_feeds() {
        let text = Text::new("a\rb\nc");
        assert_eq!(text.linefeed_point(2.into()), LinefeedPoint { row: 0, column: 2 });
        assert_eq!(text.linefeed_point(4.into()), LinefeedPoint { row: 1, column: 0 });
    }
}
