//! Folding: what can be shown as one line.

use crate::model::{Cell, FileId, Snapshot};
use crate::syntax::{Child, Kind};
use crate::text::{Text, TextRange, TextSize};

/// What is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldKind {
    /// A declaration or a text that spans lines.
    Region,
    /// Comments on lines that follow each other.
    Comment,
    /// `use` lines that follow each other.
    Imports,
}

/// What can be folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// What is hidden; it begins on the line that stays.
    pub range: TextRange,
    /// What it is.
    pub kind: FoldKind,
    /// What to show in its place.
    pub collapsed: Option<String>,
}

/// What can be folded in a file, in the order of the text.
pub fn folds(snapshot: &Snapshot, id: FileId) -> Vec<Fold> {
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    let text = file.text();
    let mut folds = Vec::new();
    for child in file.tree().declarations() {
        declaration(child, TextSize::new(0), text, &mut folds);
    }
    let mut comments: Option<TextRange> = None;
    for node in file.tree().comments_and_blocks() {
        if node.kind == Kind::BlockString {
            push(&mut folds, text, node.range, FoldKind::Region, None);
            continue;
        }
        let alone = text
            .slice(TextRange::new(text.line_start(text.line_of(node.range.start())), node.range.start()))
            .trim()
            .is_empty();
        match &mut comments {
            Some(run) if alone && text.line_of(node.range.start()) == text.line_of(run.end()) + 1 => {
                *run = run.cover(node.range)
            }
            _ => {
                if let Some(run) = comments.take() {
                    push(&mut folds, text, run, FoldKind::Comment, None);
                }
                comments = alone.then_some(node.range);
            }
        }
    }
    if let Some(run) = comments {
        push(&mut folds, text, run, FoldKind::Comment, None);
    }
    let uses: Vec<TextRange> = file
        .tree()
        .declarations()
        .iter()
        .take_while(|child| child.declaration.keyword == crate::syntax::Keyword::Use)
        .map(Child::range)
        .collect();
    if let [first, .., last] = uses.as_slice() {
        push(&mut folds, text, first.cover(*last), FoldKind::Imports, None);
    }
    folds.sort_by_key(|fold| (fold.range.start(), std::cmp::Reverse(fold.range.end())));
    folds
}

fn declaration(child: &Child, base: TextSize, text: &Text, folds: &mut Vec<Fold>) {
    let declaration_ = &*child.declaration;
    let base = base + child.offset;
    if let Some(body) = declaration_.body {
        let cells: Vec<String> =
            declaration_.cells.iter().filter_map(Cell::from_reference).map(|cell| cell.to_string()).collect();
        let collapsed = (!cells.is_empty()).then(|| format!("{{ {} }}", cells.join(", ")));
        push(folds, text, body + base, FoldKind::Region, collapsed);
    }
    for inner in &declaration_.children {
        declaration(inner, base, text, folds);
    }
}

fn push(folds: &mut Vec<Fold>, text: &Text, range: TextRange, kind: FoldKind, collapsed: Option<String>) {
    if text.line_of(range.start()) < text.line_of(range.end()) {
        folds.push(Fold { range, kind, collapsed });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::snapshot;

    #[test]
    fn declarations_blocks_comments_and_uses_fold() {
        let source = "use \"a.synergy\"\nuse \"b.synergy\"\n# one\n# two\nproject p \"P\" {\n  about \"\"\"\n    text\n  \"\"\" # end\n  claim c: privacy + security {\n    says \"x\"\n  }\n  claim flat { says \"y\" }\n}\n";
        let (snapshot, id) = snapshot(source);
        let text = Text::new(source);
        let lines: Vec<_> = folds(&snapshot, id)
            .into_iter()
            .map(|fold| (text.line_of(fold.range.start()), text.line_of(fold.range.end()), fold.kind))
            .collect();
        use FoldKind::{Comment, Imports, Region};
        assert_eq!(lines, [(0, 1, Imports), (2, 3, Comment), (4, 12, Region), (5, 7, Region), (8, 10, Region)]);
    }
}
