//! `duplicate-cell`: a cell that a matrix declares twice, or that a claim is placed in twice.

use super::Level;
use super::context::{DeclarationContext, FixContext};
use super::diagnostic::{Fix, FixClass};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Cell, Entry};
use crate::syntax::Keyword;
use crate::text::{TextEdit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "duplicate-cell",
    group: Group::Names,
    level: Level::Error,
    summary: "A matrix declares a cell twice, or a claim names a cell twice.",
    why: r#"
A matrix rates each cell once. Of two declarations of a cell the first counts and the second is dead text, whichever
order its two properties are written in. In the same way a claim is in a cell or it is not; naming it twice says
nothing more.
"#,
    failing: &[
        Example {
            title: "a cell that is rated twice",
            text: r#"
matrix acme "Acme" extends standard {
  cell privacy + security { strength strong }
  cell security + privacy { strength weak }
#      ^^^^^^^^^^^^^^^^^^ duplicate-cell
}
"#,
        },
        Example {
            title: "a claim that names a cell twice",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security, security + verifiability { says "Every answer comes with a proof." }
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-cell
}
"#,
        },
    ],
    passing: &[Example {
        title: "different cells",
        text: r#"
matrix acme "Acme" extends standard {
  cell privacy + security { strength strong }
  cell privacy + decentralization { strength strong }
}
"#,
    }],
    run: Run::Declaration(run),
    fix: Mending::OnRequest(fix),
};

fn run(cx: &mut DeclarationContext<'_>) {
    let declaration = cx.declaration;
    match declaration.keyword {
        Keyword::Claim => {
            let mut seen = [false; 9];
            for reference in &declaration.cells {
                let Some(cell) = Cell::from_reference(reference) else { continue };
                if std::mem::replace(&mut seen[cell.index()], true) {
                    cx.report(reference.range, format!("The claim is in `{cell}` already. Delete this one."));
                }
            }
        }
        Keyword::Matrix => {
            let cell_of = |child: &crate::syntax::Child| child.declaration.cells.first().and_then(Cell::from_reference);
            let mut rated = [None; 9];
            for child in &declaration.children {
                let Some(cell) = cell_of(child) else { continue };
                let Some(first) = rated[cell.index()] else {
                    rated[cell.index()] = Some(child);
                    continue;
                };
                let first = Entry {
                    file: cx.file.id(),
                    base: cx.base + first.offset,
                    declaration: std::sync::Arc::clone(&first.declaration),
                };
                let range = child.declaration.selection() + child.offset;
                cx.report(
                    range,
                    format!(
                        "The matrix rates `{cell}` already; this second rating does not count. Delete one of them."
                    ),
                )
                .related(&first, format!("`{cell}` is rated here first"));
            }
        }
        _ => {}
    }
}

fn fix(cx: &FixContext<'_>) -> Vec<Fix> {
    let Some((base, declaration)) = cx.declaration.filter(|(_, declaration)| declaration.keyword == Keyword::Claim)
    else {
        return Vec::new();
    };
    let at = |reference: &crate::syntax::CellReference| reference.range + base;
    let Some(index) = declaration.cells.iter().position(|reference| at(reference) == cx.diagnostic.range) else {
        return Vec::new();
    };
    let Some(before) = index.checked_sub(1) else { return Vec::new() };
    // With the comma before it.
    let range = TextRange::new(at(&declaration.cells[before]).end(), cx.diagnostic.range.end());
    vec![Fix {
        title: "Delete the second mention".to_owned(),
        class: FixClass::Layout,
        preferred: true,
        edits: vec![TextEdit::delete(range)],
    }]
}
