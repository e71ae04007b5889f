//! What became of a text by edits, as one change.

use super::{Text, TextRange, TextSize};

/// One or several edits of a text as one change of it: what lay between two places was replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// Where it begins, in both texts.
    start: TextSize,
    /// Where what was replaced ends, in the text before.
    old_end: TextSize,
    /// Where what took its place ends.
    new_end: TextSize,
}

impl TextChange {
    /// What replaced `range`, so many bytes long.
    pub fn new(range: TextRange, len: TextSize) -> TextChange {
        TextChange { start: range.start(), old_end: range.end(), new_end: range.start() + len }
    }

    /// That nothing in a text has changed: what did stands behind all of it.
    pub fn none(text: &Text) -> TextChange {
        let behind = text.len() + TextSize::new(1);
        TextChange { start: behind, old_end: behind, new_end: behind }
    }

    /// This change and one of the text that it left.
    #[must_use]
    pub fn then(self, next: TextChange) -> TextChange {
        // What the next one replaces beyond this one was there before.
        let beyond = next.old_end.checked_sub(self.new_end).unwrap_or_default();
        let kept = self.new_end.checked_sub(next.old_end).unwrap_or_default();
        TextChange { start: self.start.min(next.start), old_end: self.old_end + beyond, new_end: next.new_end + kept }
    }

    /// Where it begins, in both texts.
    pub fn start(self) -> TextSize {
        self.start
    }

    /// Where what was replaced ends, in the text before.
    pub fn old_end(self) -> TextSize {
        self.old_end
    }

    /// Where what took the place of something ends, in the text after.
    pub fn new_end(self) -> TextSize {
        self.new_end
    }

    /// Whether an offset of the text after, and the byte there, lie before all that has changed.
    pub fn is_behind(self, offset: TextSize) -> bool {
        offset < self.start
    }

    /// Where in the text before an offset of the text after was; nothing for what has changed.
    pub fn before(self, offset: TextSize) -> Option<TextSize> {
        if offset < self.start {
            return Some(offset);
        }
        offset.checked_sub(self.new_end).map(|beyond| self.old_end + beyond)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change(start: u32, old_end: u32, new_end: u32) -> TextChange {
        TextChange { start: start.into(), old_end: old_end.into(), new_end: new_end.into() }
    }

    #[test]
    fn what_lies_before_a_change_stays_and_what_lies_behind_it_moves() {
        let typed = change(5, 7, 10);
        let before = [4, 5, 9, 10, 12].map(|offset| typed.before(offset.into()).map(u32::from));
        assert_eq!(before, [Some(4), None, None, Some(7), Some(9)]);
    }

    #[test]
    fn several_edits_are_one_change_from_the_first_to_the_last() {
        // Two letters typed one after the other.
        assert_eq!(change(5, 5, 6).then(change(6, 6, 7)), change(5, 5, 7));
        // One far behind the other, and the other way round.
        assert_eq!(change(5, 7, 6).then(change(20, 22, 20)), change(5, 23, 20));
        assert_eq!(change(20, 22, 20).then(change(5, 7, 6)), change(5, 22, 19));
        // A letter typed and deleted again.
        assert_eq!(change(5, 5, 6).then(change(5, 6, 5)), change(5, 5, 5));
    }

    proptest! {
        #[test]
        fn outside_of_several_edits_that_are_one_change_the_texts_are_the_same(
            edits in proptest::collection::vec((0..30u32, 0..5u32, "[a-z]{0,4}"), 1..6)
        ) {
            let first = Text::new("0123456789ABCDEFGHIJKLMNOP");
            let mut text = first.clone();
            let mut whole: Option<TextChange> = None;
            for (start, len, typed) in edits {
                let range = text.replace(TextRange::at(start.into(), len.into()), &typed);
                let one = TextChange::new(range, TextSize::of(typed.as_str()));
                whole = Some(whole.map_or(one, |before| before.then(one)));
            }
            let whole = whole.expect("there is one");
            let (old, new) = (first.to_string(), text.to_string());
            let [start, old_end, new_end] = [whole.start, whole.old_end, whole.new_end].map(usize::from);
            prop_assert_eq!(&old[..start], &new[..start]);
            prop_assert_eq!(&old[old_end..], &new[new_end..]);
        }
    }
}
