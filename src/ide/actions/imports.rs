//! The `use`s of a file in order: sorted, and without those that change nothing.

use super::Asking;
use crate::model::{Snapshot, SourceFile};
use crate::rules::{Report, check};
use crate::syntax::{Child, Keyword};
use crate::text::{Text, TextEdit, TextRange};

/// Each `use` that might be deleted costs a judgement of the file; so many are looked at.
const MOST_PRUNED: usize = 50;

/// Whether there are `use`s to put in order or to delete.
pub(super) fn has_several(file: &SourceFile) -> bool {
    file.tree().declarations().iter().any(|child| child.declaration.keyword == Keyword::Use)
}

/// A `use` with its line, and the comment lines right above it.
struct Line {
    path: String,
    range: TextRange,
}

/// The edits that put the `use`s in order. Of a file's names the first that is used counts: where another order, or the
/// lack of one, would change anything that is found, it is left as it is.
pub(super) fn edits(asking: &Asking<'_>) -> Option<Vec<TextEdit>> {
    let file = asking.snapshot.file(asking.file)?;
    let text = file.text();
    let mut state = State { snapshot: asking.snapshot.clone(), report: asking.report.clone() };
    let lines = lines(text, file.tree().declarations());
    let mut kept: Vec<bool> = vec![true; lines.len()];
    // From the last on: of two that are the same the first stays.
    for index in (0..lines.len().min(MOST_PRUNED)).rev() {
        let mut without = kept.clone();
        without[index] = false;
        if let Some(next) = state.same(asking, text, &written(text, &lines, &without, false)) {
            kept = without;
            state = next;
        }
    }
    let sorted = written(text, &lines, &kept, true);
    let edits = match state.same(asking, text, &sorted) {
        Some(_) => sorted,
        None => written(text, &lines, &kept, false),
    };
    Some(edits.into_iter().filter(|edit| *text.slice(edit.range) != edit.new_text).collect())
}

struct State {
    snapshot: Snapshot,
    report: Report,
}

impl State {
    /// The file with these edits, if all that is found in it stays the same.
    fn same(&self, asking: &Asking<'_>, text: &Text, edits: &[TextEdit]) -> Option<State> {
        let snapshot = asking.snapshot.with_text(asking.file, text.apply(edits))?;
        let report = check(&snapshot, asking.file, asking.settings)?;
        let found = |report: &Report| {
            let findings =
                report.diagnostics.iter().map(|found| format!("{:?} {} {}", found.rule, found.level, found.message));
            let claims = report.claims.iter().map(|claim| {
                let cells = claim.cells.iter().map(|cell| cell.cell.to_string()).collect::<Vec<_>>().join(",");
                format!("{:?} {:?} {cells} {}", claim.name, claim.verdict, claim.hype.len())
            });
            findings.chain(claims).collect::<Vec<_>>()
        };
        // Names without a finding, such as those of a matrix that rates as the standard one does, count as well.
        (found(&report) == found(&self.report) && known(&snapshot, asking) == known(&self.snapshot, asking))
            .then_some(State { snapshot, report })
    }
}

/// What the names that a file uses stand for.
fn known(snapshot: &Snapshot, asking: &Asking<'_>) -> Vec<String> {
    let (Some(file), Some(scope)) = (snapshot.file(asking.file), snapshot.scope(asking.file)) else {
        return Vec::new();
    };
    let mut known = Vec::new();
    let mut waiting: Vec<&Child> = file.tree().declarations().iter().collect();
    while let Some(child) = waiting.pop() {
        let declaration = &child.declaration;
        waiting.extend(&declaration.children);
        let values = declaration.fields.iter().flat_map(|field| &field.values).filter_map(|value| value.as_name());
        let extended = declaration.extends.as_ref().map(|name| &name.text);
        for name in values.chain(extended) {
            for keyword in Keyword::ALL {
                if let Some(entry) = scope.get(keyword, name).filter(|entry| entry.file != asking.file) {
                    known.push(format!("{keyword:?} {name} {:?} {:?}", entry.file, entry.base));
                }
            }
        }
    }
    known.sort();
    known
}

/// The `use`s that stand on lines of their own, one below the other, at the top; those further down stay where they are.
fn lines(text: &Text, declarations: &[Child]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for child in declarations.iter().take_while(|child| child.declaration.keyword == Keyword::Use) {
        let (first, last) = (text.line_of(child.range().start()), text.line_of(child.range().end()));
        let start = text.line_start(first);
        let before = text.slice(TextRange::new(start, child.range().start()));
        let after = text.slice(TextRange::new(child.range().end(), text.line_end(last)));
        let alone = before.trim().is_empty() && (after.trim().is_empty() || after.trim_start().starts_with('#'));
        let path = child.declaration.title_text().map(str::to_owned);
        let (Some(path), true) = (path, alone && first == last) else { return Vec::new() };
        // A comment above the first may be about the whole file, and stays.
        let mut from = first;
        while lines.last().is_some_and(|above| text.line_of(above.range.end()) + 1 < from) {
            let above = TextRange::new(text.line_start(from - 1), text.line_end(from - 1));
            if !text.slice(above).trim_start().starts_with('#') {
                break;
            }
            from -= 1;
        }
        lines.push(Line { path, range: TextRange::new(text.line_start(from), text.line_end(last)) });
    }
    lines
}

/// The edits that leave only the lines that are kept, in their order or sorted.
fn written(text: &Text, lines: &[Line], kept: &[bool], sorted: bool) -> Vec<TextEdit> {
    let mut stay: Vec<&Line> = lines.iter().zip(kept).filter(|(_, kept)| **kept).map(|(line, _)| line).collect();
    if sorted {
        stay.sort_by(|a, b| a.path.cmp(&b.path));
    }
    let mut stay = stay.into_iter();
    let mut edits = Vec::new();
    for line in lines {
        match stay.next() {
            Some(other) => edits.push(TextEdit::replace(line.range, text.slice(other.range).into_owned())),
            None => {
                // With its line break, and the empty line that it would leave at the start of a file.
                let end = text.line_start(text.line_of(line.range.end()) + 1);
                edits.push(TextEdit::delete(TextRange::new(line.range.start(), end)));
            }
        }
    }
    edits
}
