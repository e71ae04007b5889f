//! Positions: a line and a column, counted in the units that the other side counts in.

use super::{LINES, Text, TextRange, TextSize, size};

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: what the Language Server Protocol counts unless agreed otherwise.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A line and a column, both from 0. The column counts in the units of an [`Encoding`] that is known from elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line, from 0.
    pub line: u32,
    /// Units before the place on its line.
    pub column: u32,
}

impl LineColumn {
    /// A position from its parts.
    pub fn new(line: u32, column: u32) -> Self {
        Self { line, column }
    }
}

impl Text {
    /// The position of an offset. An offset inside a character counts as the character's start, one past the end as the end.
    pub fn position(&self, offset: TextSize, encoding: Encoding) -> LineColumn {
        let rope = self.rope();
        let offset = rope.floor_char_boundary(usize::from(offset).min(rope.len()));
        let line = rope.byte_to_line_idx(offset, LINES);
        let start = rope.line_to_byte_idx(line, LINES);
        let column = match encoding {
            Encoding::Utf8 => offset - start,
            Encoding::Utf16 => rope.byte_to_utf16_idx(offset) - rope.byte_to_utf16_idx(start),
            Encoding::Utf32 => rope.byte_to_char_idx(offset) - rope.byte_to_char_idx(start),
        };
        LineColumn { line: saturate(line), column: saturate(column) }
    }

    /// The offset of a position. A column past the end of its line counts as the line's end, a line past the last
    /// as the text's end, and a column inside a character as the character's start.
    pub fn offset(&self, position: LineColumn, encoding: Encoding) -> TextSize {
        let rope = self.rope();
        let line = position.line as usize;
        if line >= self.line_count() {
            return self.len();
        }
        let start = usize::from(self.line_start(line));
        let column = position.column as usize;
        if let Some(near) = self.near(start, column, encoding) {
            return size(near);
        }
        let end = usize::from(self.line_end(line));
        let offset = match encoding {
            Encoding::Utf8 => start.saturating_add(column),
            Encoding::Utf16 => {
                let unit = rope.byte_to_utf16_idx(start).saturating_add(column);
                if unit >= rope.byte_to_utf16_idx(end) { end } else { rope.utf16_to_byte_idx(unit) }
            }
            Encoding::Utf32 => {
                let unit = rope.byte_to_char_idx(start).saturating_add(column);
                if unit >= rope.byte_to_char_idx(end) { end } else { rope.char_to_byte_idx(unit) }
            }
        };
        size(rope.floor_char_boundary(offset.min(end)))
    }

    /// The same for a column that is not far from the start of its line: to go there takes less time than to look it up.
    /// Nothing if it is far, or if that is not all in one piece of the text.
    fn near(&self, start: usize, column: usize, encoding: Encoding) -> Option<usize> {
        const FAR: usize = 200;
        let mut units = 0;
        for (at, c) in self.chunk_from(start).char_indices().take(FAR) {
            units += match encoding {
                Encoding::Utf8 => c.len_utf8(),
                Encoding::Utf16 => c.len_utf16(),
                Encoding::Utf32 => 1,
            };
            if units > column || matches!(c, '\n' | '\r') {
                return Some(start + at);
            }
        }
        None
    }

    /// The positions of a range's ends.
    pub fn positions(&self, range: TextRange, encoding: Encoding) -> (LineColumn, LineColumn) {
        (self.position(range.start(), encoding), self.position(range.end(), encoding))
    }

    /// The range between two positions, in whichever order they come.
    pub fn range_between(&self, a: LineColumn, b: LineColumn, encoding: Encoding) -> TextRange {
        let from = self.offset(a, encoding);
        let to = if a == b { from } else { self.offset(b, encoding) };
        TextRange::new(from.min(to), from.max(to))
    }
}

fn saturate(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "é😀x\r\ny";

    #[track_caller]
    fn check(encoding: Encoding, offset: u32, line: u32, column: u32) {
        let text = Text::new(TEXT);
        let position = LineColumn::new(line, column);
        assert_eq!(text.position(offset.into(), encoding), position);
        assert_eq!(text.offset(position, encoding), offset.into());
    }

    #[test]
    fn columns_count_in_the_units_of_their_encoding() {
        check(Encoding::Utf8, 6, 0, 6);
        check(Encoding::Utf16, 6, 0, 3);
        check(Encoding::Utf32, 6, 0, 2);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            check(encoding, 9, 1, 0);
        }
    }

    #[test]
    fn a_column_between_surrogates_is_the_start_of_its_character() {
        assert_eq!(Text::new(TEXT).offset(LineColumn::new(0, 2), Encoding::Utf16), 2.into());
        assert_eq!(Text::new(TEXT).offset(LineColumn::new(0, 4), Encoding::Utf8), 2.into());
    }

    #[test]
    fn a_position_out_of_bounds_is_clamped() {
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let text = Text::new(TEXT);
            assert_eq!(
                text.offset(LineColumn::new(0, u32::MAX), encoding),
                7.into(),
                "the line's end, before its break"
            );
            assert_eq!(text.offset(LineColumn::new(u32::MAX, 0), encoding), 10.into());
        }
    }

    #[test]
    fn a_range_whose_ends_are_swapped_is_turned_round() {
        let text = Text::new(TEXT);
        let range = text.range_between(LineColumn::new(1, 1), LineColumn::new(0, 0), Encoding::Utf16);
        assert_eq!(range, text.range());
    }
}
