//! Edits one after the other, as edits of the first text.

use crate::text::{TextEdit, TextRange, TextSize};

/// A text as it came of another: parts of that, and what was written between them.
#[derive(Clone)]
pub(super) struct Pieces(Vec<Piece>);

#[derive(Clone)]
enum Piece {
    /// A part of the first text.
    Kept(TextRange),
    Written(String),
}

impl Piece {
    fn len(&self) -> TextSize {
        match self {
            Self::Kept(range) => range.len(),
            Self::Written(text) => TextSize::of(text.as_str()),
        }
    }

    /// Its part between two offsets in it.
    fn part(&self, from: TextSize, to: TextSize) -> Piece {
        match self {
            Self::Kept(range) => Self::Kept(TextRange::new(range.start() + from, range.start() + to)),
            Self::Written(text) => Self::Written(text[usize::from(from)..usize::from(to)].to_owned()),
        }
    }
}

impl Pieces {
    /// A text of that length, unchanged.
    pub(super) fn of(len: TextSize) -> Pieces {
        Pieces(vec![Piece::Kept(TextRange::up_to(len))])
    }

    /// Applies edits of the text as it is now. They are sorted and do not overlap.
    pub(super) fn apply(&mut self, edits: &[TextEdit]) {
        let mut now = Vec::with_capacity(self.0.len() + 2 * edits.len());
        let mut edits = edits.iter().peekable();
        let mut at = TextSize::new(0);
        for piece in self.0.drain(..) {
            let end = at + piece.len();
            let mut from = at;
            while let Some(edit) = edits.peek().filter(|edit| edit.range.start() < end) {
                if edit.range.start() >= from && edit.range.start() >= at {
                    now.push(piece.part(from - at, edit.range.start() - at));
                    now.push(Piece::Written(edit.new_text.clone()));
                }
                from = edit.range.end().min(end).max(from);
                if edit.range.end() > end {
                    // It goes on in the next piece.
                    break;
                }
                edits.next();
            }
            if from < end {
                now.push(piece.part(from - at, end - at));
            }
            at = end;
        }
        now.extend(edits.filter(|edit| edit.range.start() >= at).map(|edit| Piece::Written(edit.new_text.clone())));
        self.0 = now;
    }

    /// What has to be edited in the first text, whose length this is, to come to the text as it is now.
    pub(super) fn edits(&self, len: TextSize) -> Vec<TextEdit> {
        let mut edits: Vec<TextEdit> = Vec::new();
        let mut written = String::new();
        let mut at = TextSize::new(0);
        let mut close = |at: TextSize, to: TextSize, written: &mut String| {
            if at < to || !written.is_empty() {
                edits.push(TextEdit::replace(TextRange::new(at, to), std::mem::take(written)));
            }
        };
        for piece in &self.0 {
            match piece {
                Piece::Written(text) => written += text,
                Piece::Kept(range) if range.is_empty() => {}
                Piece::Kept(range) => {
                    close(at, range.start(), &mut written);
                    at = range.end();
                }
            }
        }
        close(at, len, &mut written);
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;
    use proptest::prelude::*;

    fn edits_of(len: usize) -> impl Strategy<Value = Vec<TextEdit>> {
        let one = (0..=len, 0..4usize, "[a-z]{0,3}");
        proptest::collection::vec(one, 0..5).prop_map(move |mut found| {
            found.sort();
            let mut end = 0;
            let mut edits = Vec::new();
            for (start, size, text) in found {
                let (start, to) = (start.max(end), (start.max(end) + size).min(len));
                // Of two at one place only the order would tell which comes first.
                if start > to || edits.last().is_some_and(|last: &TextEdit| usize::from(last.range.end()) == start) {
                    continue;
                }
                edits.push(TextEdit::replace(TextRange::new((start as u32).into(), (to as u32).into()), text));
                end = to;
            }
            edits
        })
    }

    proptest! {
        #[test]
        fn edits_one_after_the_other_are_edits_of_the_first_text(
            (first, second) in edits_of(20).prop_flat_map(|first| {
                let len = usize::from(Text::new("0123456789ABCDEFGHIJ").apply(&first).len());
                (Just(first), edits_of(len))
            })
        ) {
            let text = Text::new("0123456789ABCDEFGHIJ");
            let mut pieces = Pieces::of(text.len());
            pieces.apply(&first);
            pieces.apply(&second);
            let expected = text.apply(&first).apply(&second).to_string();
            prop_assert_eq!(text.apply(&pieces.edits(text.len())).to_string(), expected);
        }
    }
}
