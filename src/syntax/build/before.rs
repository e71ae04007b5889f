//! What was read in the text before an edit, and which of it still holds.

use super::super::Child;
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// Where a text was edited: this part of it came in the place of that part of the text before. Of several edits it is
/// the part from the first of them to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::syntax) struct Edited {
    pub(in crate::syntax) start: TextSize,
    pub(in crate::syntax) old_end: TextSize,
    pub(in crate::syntax) new_end: TextSize,
}

impl Edited {
    /// One edit.
    pub(in crate::syntax) fn new(start: TextSize, old_end: TextSize, new_end: TextSize) -> Edited {
        Edited { start, old_end, new_end }
    }

    /// This edit and one of the text that it left.
    pub(in crate::syntax) fn then(self, next: Edited) -> Edited {
        // What the next one replaces beyond this one was there before.
        let beyond = next.old_end.checked_sub(self.new_end).unwrap_or_default();
        let kept = self.new_end.checked_sub(next.old_end).unwrap_or_default();
        Edited { start: self.start.min(next.start), old_end: self.old_end + beyond, new_end: next.new_end + kept }
    }
}

/// The declarations of the text before, and where it was changed.
pub(in crate::syntax) struct Before {
    declarations: Arc<Vec<Child>>,
    edited: Edited,
    /// Where the tree has another structure, in order.
    restructured: Vec<TextRange>,
    /// There was a NUL somewhere.
    pub(in crate::syntax) had_nul: bool,
}

impl Before {
    pub(in crate::syntax) fn new(
        declarations: Arc<Vec<Child>>,
        edited: Edited,
        restructured: Vec<TextRange>,
        had_nul: bool,
    ) -> Before {
        Before { declarations, edited, restructured, had_nul }
    }

    /// The part of the text that was edited.
    pub(in crate::syntax) fn edited(&self) -> TextRange {
        TextRange::new(self.edited.start, self.edited.new_end)
    }

    pub(super) fn declarations(&self) -> &[Child] {
        &self.declarations
    }

    /// Where in the text before something began that now begins here; nothing for what was edited.
    pub(super) fn offset(&self, now: TextSize) -> Option<TextSize> {
        let Edited { start, old_end, new_end } = self.edited;
        if now < start { Some(now) } else { now.checked_sub(new_end).map(|beyond| old_end + beyond) }
    }

    /// Whether neither the text nor the tree has changed in a range, nor where it ends.
    pub(super) fn holds(&self, range: TextRange) -> bool {
        let Edited { start, new_end, .. } = self.edited;
        let untouched = range.end() < start || range.start() >= new_end;
        let before = self.restructured.partition_point(|changed| changed.end() < range.start());
        untouched && self.restructured.get(before).is_none_or(|changed| changed.start() > range.end())
    }

    /// What began at an offset in the text before, of what stood in one place there.
    pub(super) fn find<'a>(&self, (children, base): (&'a [Child], TextSize), now: TextSize) -> Option<&'a Child> {
        let offset = self.offset(now)?.checked_sub(base)?;
        let index = children.binary_search_by_key(&offset, |child| child.offset).ok()?;
        Some(&children[index])
    }
}

#[cfg(test)]
mod tests {
    use super::Edited;

    #[test]
    fn several_edits_are_one_from_the_first_to_the_last() {
        let edit = |start: u32, old_end: u32, new_end: u32| Edited::new(start.into(), old_end.into(), new_end.into());
        // Two letters typed one after the other.
        assert_eq!(edit(5, 5, 6).then(edit(6, 6, 7)), edit(5, 5, 7));
        // One far behind the other, and the other way round.
        assert_eq!(edit(5, 7, 6).then(edit(20, 22, 20)), edit(5, 23, 20));
        assert_eq!(edit(20, 22, 20).then(edit(5, 7, 6)), edit(5, 22, 19));
        // A letter typed and deleted again.
        assert_eq!(edit(5, 5, 6).then(edit(5, 6, 5)), edit(5, 5, 5));
    }
}
