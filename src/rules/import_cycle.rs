//! `import-cycle`: a file that uses itself, or a matrix that extends itself.

use super::Level;
use super::context::FileContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Entry, FileId, ImportProblem, Snapshot};
use crate::syntax::Keyword;
use std::sync::Arc;

pub(super) static RULE: Rule = Rule {
    name: "import-cycle",
    group: Group::Names,
    level: Level::Warning,
    summary: "A file uses itself, or a matrix extends itself, directly or through others.",
    why: r#"
A `use` brings in the names of another file and does not pass them on, so a circle of files does no harm to the
judgement; but it says that neither file can be understood without the other, and one of the two lines is most often a
slip. Move what both need into a third file.

A matrix that extends itself through others has no beginning: the step that closes the circle is left out.
"#,
    failing: &[Example {
        title: "two matrices that extend each other",
        text: r#"
matrix one "One" extends two { }
#                        ^^^ import-cycle
matrix two "Two" extends one { }
#                        ^^^ import-cycle
"#,
    }],
    passing: &[Example {
        title: "a matrix that extends one that extends the standard",
        text: r#"
matrix one "One" extends standard { }
matrix two "Two" extends one { }
"#,
    }],
    run: Run::File(run),
    fix: Mending::None,
};

fn run(cx: &mut FileContext<'_>) {
    let id = cx.file.id();
    for import in cx.snapshot.imports(id) {
        match &import.target {
            Err(ImportProblem::Itself) => {
                cx.report(
                    import.range,
                    "This file uses itself. Delete the line: its own names are known in it anyway.",
                );
            }
            Ok(target) => {
                if let Some(through) = way_back(cx.snapshot, *target, id) {
                    let message = format!(
                        "`{}` uses this file in turn{through}. Move what both need into a third file.",
                        import.path
                    );
                    cx.report(import.range, message);
                }
            }
            Err(_) => {}
        }
    }
    let names = Arc::clone(cx.file.names());
    // Nothing extends a matrix without a name, or the second of one name.
    for matrix in names.in_order(Keyword::Matrix) {
        let Some(extends) = &matrix.declaration.extends else { continue };
        if extends_itself(cx.snapshot, matrix) {
            let message =
                format!("Through `{}` this matrix extends itself. Let one of them extend `standard`.", extends.text);
            cx.report(extends.range + matrix.base, message);
        }
    }
}

/// Whether `from` uses `to`, directly or not, and in words through what.
fn way_back(snapshot: &Snapshot, from: FileId, to: FileId) -> Option<String> {
    let mut waiting = vec![(from, None)];
    let mut seen = std::collections::HashSet::new();
    while let Some((id, first)) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        for import in snapshot.imports(id) {
            let Ok(target) = import.target else { continue };
            let through = first.clone().or((id == from).then(|| import.path.clone()));
            if target == to {
                return Some(match through.filter(|_| id != from) {
                    Some(path) => format!(", through `{path}`"),
                    None => String::new(),
                });
            }
            waiting.push((target, through));
        }
    }
    None
}

fn extends_itself(snapshot: &Snapshot, start: &Entry) -> bool {
    let mut seen: Vec<(FileId, crate::text::TextSize)> = Vec::new();
    let mut current = start.clone();
    loop {
        let Some(name) = current.declaration.extends.as_ref().map(|word| word.text.clone()) else { return false };
        let Some(scope) = snapshot.scope(current.file) else { return false };
        let Some(next) = scope.get(Keyword::Matrix, &name) else { return false };
        let same = |a: &Entry, b: &Entry| a.file == b.file && a.base == b.base;
        if same(next, &current) {
            // A house matrix may be called like the library's that it extends.
            return snapshot.library().names().get(Keyword::Matrix, &name).is_none();
        }
        if same(next, start) {
            return true;
        }
        if seen.contains(&(next.file, next.base)) {
            return false;
        }
        seen.push((next.file, next.base));
        current = next.clone();
    }
}
