//! What was made of each declaration of a text for an answer, kept for the next answer.
//!
//! An edit touches one declaration or two, and an answer about the whole text says of all others what the one before
//! said, a few lines further up or down.

use crate::model::{FileId, SourceFile};
use crate::rules::{JudgedDeclaration, Judgement};
use crate::text::{Encoding, LineColumn, TextSize};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What was made of the declarations at the top level of a text, in its order.
pub(super) struct PerDeclaration<T> {
    /// The version of the text, and how many lines it has.
    edition: u64,
    lines: usize,
    parts: Vec<Part<T>>,
}

/// What was made of a declaration. It holds wherever that stands, as long as it begins in the same column.
pub(super) struct Part<T> {
    declaration: JudgedDeclaration,
    /// The line that the declaration begins on.
    pub(super) line: u32,
    pub(super) made: Arc<T>,
}

impl<T> PerDeclaration<T> {
    /// Takes over what was made for an earlier version of a text as far as it still holds, and makes the rest of
    /// declarations and the places where they begin.
    pub(super) fn new(
        judgement: &Judgement,
        encoding: Encoding,
        before: Option<&PerDeclaration<T>>,
        mut make: impl FnMut(&JudgedDeclaration, LineColumn) -> T,
    ) -> PerDeclaration<T> {
        let (file, text) = (judgement.file(), judgement.file().text());
        let unchanged = before.and_then(|before| Unchanged::new(before, file));
        let count = judgement.declarations().len();
        let parts = judgement.declarations().enumerate().map(|(index, declaration)| {
            let known = unchanged.as_ref().and_then(|unchanged| unchanged.part(&declaration, index, count - index));
            let (line, made) = known.unwrap_or_else(|| {
                let start = text.position(declaration.child.offset, encoding);
                (start.line, Arc::new(make(&declaration, start)))
            });
            Part { declaration, line, made }
        });
        PerDeclaration { parts: parts.collect(), edition: file.edition(), lines: text.line_count() }
    }

    /// What was made, in the order of the text.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part<T>> {
        self.parts.iter()
    }
}

/// What of an earlier version of a text is the same in another.
struct Unchanged<'a, T> {
    before: &'a PerDeclaration<T>,
    /// So much at the start.
    start: TextSize,
    /// Where the lines begin in the later version that are wholly in what is the same at the end.
    lines: TextSize,
    /// By how many bytes and lines these are further down than before.
    bytes: i64,
    moved: i64,
}

impl<'a, T> Unchanged<'a, T> {
    fn new(before: &'a PerDeclaration<T>, file: &SourceFile) -> Option<Unchanged<'a, T>> {
        let (change, text) = (file.change_since(before.edition)?, file.text());
        let last_line = text.line_of(change.new_end().min(text.len()));
        Some(Unchanged {
            before,
            start: change.start(),
            lines: text.line_start(last_line + 1),
            bytes: i64::from(u32::from(change.new_end())) - i64::from(u32::from(change.old_end())),
            moved: text.line_count() as i64 - before.lines as i64,
        })
    }

    /// What was made of a declaration, if neither it nor its text is another, and the line that it begins on now. There
    /// are so many declarations before it, and so many from it on.
    fn part(&self, now: &JudgedDeclaration, from_start: usize, from_end: usize) -> Option<(u32, Arc<T>)> {
        let parts = &self.before.parts;
        let (part, bytes, moved) = if now.child.range().end() <= self.start {
            (parts.get(from_start)?, 0, 0)
        } else if now.child.offset >= self.lines {
            (parts.get(parts.len().checked_sub(from_end)?)?, self.bytes, self.moved)
        } else {
            return None;
        };
        let offset = i64::from(u32::from(part.declaration.child.offset)) + bytes;
        let same = part.declaration.is_still(now) && offset == i64::from(u32::from(now.child.offset));
        let line = u32::try_from(i64::from(part.line) + moved).ok()?;
        same.then(|| (line, Arc::clone(&part.made)))
    }
}

/// The latest of something for each text that it was asked for.
pub(super) struct Latest<T>(Mutex<HashMap<FileId, Arc<T>>>);

impl<T> Default for Latest<T> {
    fn default() -> Self {
        Latest(Mutex::default())
    }
}

impl<T> Latest<T> {
    pub(super) fn get(&self, id: FileId) -> Option<Arc<T>> {
        self.lock().get(&id).cloned()
    }

    pub(super) fn put(&self, id: FileId, latest: Arc<T>) {
        self.lock().insert(id, latest);
    }

    pub(super) fn forget(&self, id: FileId) {
        self.lock().remove(&id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<FileId, Arc<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
