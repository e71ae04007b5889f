//! Files for tests: `$0` is where the cursor is, and `[` and `]` stand around what is to be found.

use crate::model::{FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use crate::syntax::SyntaxTree;
use crate::text::{Text, TextRange, TextSize};

use super::references::Place;

pub(crate) struct Marked {
    pub(crate) snapshot: Snapshot,
    /// The file with the cursor.
    pub(crate) id: FileId,
    pub(crate) offset: TextSize,
    /// What is marked, sorted.
    pub(crate) ranges: Vec<Place>,
}

/// A workspace of the folder `/w` with these files, whose names are given without `.synergy`. The first is open, the
/// others were found in the folder. One whose name begins with `../` lies outside of it, in the same repository.
pub(crate) fn marked(files: &[(&str, &str)]) -> Marked {
    let path = |name: &str| match name.strip_prefix("../") {
        Some(name) => format!("/{name}.synergy"),
        None => format!("/w/{name}.synergy"),
    };
    let plain = files.iter().map(|(name, source)| (path(name), strip(source))).collect::<Vec<_>>();
    let mut disk = MemoryDisk::default();
    disk.insert("/.git/HEAD", Ok(""));
    for (path, (source, ..)) in &plain {
        disk.insert(path, Ok(source));
    }
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let (mut cursor, mut ranges) = (None, Vec::new());
    for (index, (path, (source, offset, marks))) in plain.iter().enumerate() {
        let text = Text::new(source);
        let tree = SyntaxTree::parse(&text);
        let id = match index {
            0 => workspace.open(&FileKey::Path(path.into()), text, tree, Some(1), &disk),
            _ if !path.starts_with("/w/") => continue,
            _ => workspace.found(path.as_ref(), text, tree, &disk),
        };
        cursor = cursor.or(offset.map(|offset| (id, offset)));
        ranges.extend(marks.iter().map(|&range| Place { file: id, range }));
    }
    workspace.set_complete(true);
    ranges.sort_by_key(|place: &Place| (place.file, place.range.start()));
    let (id, offset) = cursor.unwrap_or_else(|| {
        let path = plain.first().map(|(path, _)| FileKey::Path(path.into())).expect("there is a file");
        (workspace.id(&path), 0.into())
    });
    Marked { snapshot: workspace.snapshot(), id, offset, ranges }
}

/// A text without its marks.
fn strip(source: &str) -> (String, Option<TextSize>, Vec<TextRange>) {
    let (mut text, mut cursor, mut ranges, mut open) = (String::new(), None, Vec::new(), Vec::new());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let at = TextSize::new(text.len() as u32);
        let mut len = c.len_utf8();
        match c {
            '$' if rest.starts_with("$0") => {
                cursor = Some(at);
                len = 2;
            }
            '[' => open.push(at),
            ']' => ranges.extend(open.pop().map(|start| TextRange::new(start, at))),
            _ => text.push(c),
        }
        rest = &rest[len..];
    }
    (text, cursor, ranges)
}
