//! What was read in the text before an edit, and which of it still holds.

use super::super::Child;
use crate::text::{TextChange, TextRange, TextSize};
use std::sync::Arc;

/// The declarations of the text before, and where it was changed.
pub(in crate::syntax) struct Before {
    declarations: Arc<Vec<Child>>,
    edited: TextChange,
    /// Where the tree has another structure, in order.
    restructured: Vec<TextRange>,
    /// There was a NUL somewhere.
    pub(in crate::syntax) had_nul: bool,
}

impl Before {
    pub(in crate::syntax) fn new(
        declarations: Arc<Vec<Child>>,
        edited: TextChange,
        restructured: Vec<TextRange>,
        had_nul: bool,
    ) -> Before {
        Before { declarations, edited, restructured, had_nul }
    }

    /// The part of the text that was edited.
    pub(in crate::syntax) fn edited(&self) -> TextRange {
        TextRange::new(self.edited.start(), self.edited.new_end())
    }

    pub(super) fn declarations(&self) -> &[Child] {
        &self.declarations
    }

    /// Where in the text before something began that now begins here; nothing for what was edited.
    pub(super) fn offset(&self, now: TextSize) -> Option<TextSize> {
        self.edited.before(now)
    }

    /// Whether neither the text nor the tree has changed in a range, nor where it ends.
    pub(super) fn holds(&self, range: TextRange) -> bool {
        let untouched = range.end() < self.edited.start() || range.start() >= self.edited.new_end();
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
