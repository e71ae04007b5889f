//! `unrated-cell`: a cell of a matrix that says no strength, and has none to take over.

use super::Level;
use super::context::FileContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::Cell;
use crate::syntax::Keyword;
use std::sync::Arc;

pub(super) static RULE: Rule = Rule {
    name: "unrated-cell",
    group: Group::Names,
    level: Level::Warning,
    summary: "A cell of a matrix gives no strength, so it rates nothing.",
    why: r#"
A matrix judges a claim by the `strength` of its cell. A cell that gives none takes over that of the matrix which its own
matrix `extends`; where there is none to take over, nothing that the cell says has any effect, and claims there get no
verdict. Give a strength: `strong`, `moderate` or `weak`. Or let the matrix extend one that rates the cell.
"#,
    failing: &[Example {
        title: "a cell with a reason and no strength",
        text: r#"
matrix acme "Acme" {
  cell privacy + security { because "We keep keys and data apart." }
#      ^^^^^^^^^^^^^^^^^^ unrated-cell
}
"#,
    }],
    passing: &[
        Example {
            title: "the strength is taken over",
            text: r#"
matrix acme "Acme" extends standard {
  cell privacy + security { because "We keep keys and data apart." }
}
"#,
        },
        Example {
            title: "a strength of its own",
            text: r#"
matrix acme "Acme" {
  cell privacy + security {
    strength moderate
    because  "We keep keys and data apart."
  }
}
"#,
        },
    ],
    run: Run::File(run),
    fix: Mending::None,
};

fn run(cx: &mut FileContext<'_>) {
    let (snapshot, file) = (cx.snapshot, cx.file);
    let names = Arc::clone(file.names());
    // Of two matrices of one name the second is never used, and that is told.
    for matrix in names.in_order(Keyword::Matrix) {
        let mut resolved = None;
        for inner in &matrix.declaration.children {
            let declared = &*inner.declaration;
            let Some(cell) = declared.cells.first().and_then(Cell::from_reference) else { continue };
            // A strength that cannot be read is told for what it is.
            let says_strength = declared.field("strength").is_some_and(|field| !field.values.is_empty());
            if declared.keyword != Keyword::Cell || says_strength {
                continue;
            }
            if resolved.get_or_insert_with(|| snapshot.matrix_of(matrix)).rating(cell).is_none() {
                let range = declared.selection() + inner.offset + matrix.base;
                let message = format!(
                    "`{cell}` has no `strength` here and none to take over, so it rates nothing. Add `strength strong`, \
                     `moderate` or `weak`."
                );
                cx.report(range, message);
            }
        }
    }
}
