//! `inferred-cell`: a claim without a declared cell, placed in one by its words.

use super::Level;
use super::claim::{JudgedCell, Origin};
use super::context::{ClaimContext, FixContext};
use super::diagnostic::{Fix, FixClass};
use super::rule::{Example, Group, Mending, Rule, Run};
use super::scaffold::state_cells;
use super::verdict::weight;

pub(super) static RULE: Rule = Rule {
    name: "inferred-cell",
    group: Group::Synergy,
    level: Level::Hint,
    summary: "A claim declares no cell and is placed in one by its words.",
    why: r#"
A claim that declares no cell is read, and placed in the cell or cells that its words point to: those that speak of a
property of the AI, and those that speak of one of the blockchain. The reading is the same each time and looks
nothing up; it can be wrong. The finding says which words led where.

If the cell is right, state it after the claim's name, so that a reader need not guess; the fix does so. If it is not,
state the one that is.
"#,
    failing: &[Example {
        title: "a proof of what a model computed",
        text: r#"
project demo "Demo" {
  claim proved {
    says "Every answer ships with a zero-knowledge proof that the right model produced it."
#                                   ^^^^^^^^^^^^^^^^^^^^ inferred-cell
  }
}
"#,
    }],
    passing: &[
        Example {
            title: "the cell is declared",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says "Every answer ships with a zero-knowledge proof that the right model produced it."
  }
}
"#,
        },
        Example {
            title: "words that point to no cell",
            text: r#"
project demo "Demo" {
  claim funds {
    says "The team raised four million dollars in 2024."
    caveat unplaced-claim "Kept for the record."
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(fix),
};

fn run(cx: &mut ClaimContext<'_>) {
    let claim = cx.claim;
    let (file, base) = (cx.file.id(), cx.base);
    for cell in claim.cells.iter().filter(|cell| cell.origin == Origin::Inferred) {
        let message = format!(
            "These words place the claim in `{0}`. State it after the claim's name, `: {0}`, or state the cell that is meant.",
            cell.cell
        );
        let words = claim.words_for(cell.cell);
        let mut finding = cx.report(words.first().copied().unwrap_or(cell.range) - base, message);
        // Of several the weakest counts. To state another alone would leave it out.
        let weighs = |cell: &JudgedCell| cell.rating.as_ref().map(weight);
        if claim.cells.iter().all(|other| weighs(other) <= weighs(cell)) {
            finding = finding.cell(cell.cell);
        }
        for further in words.iter().skip(1) {
            finding = finding.related_at(file, *further, format!("These words speak of `{}` too", cell.cell));
        }
    }
}

/// States the inferred cell; of several, the weakest.
fn fix(cx: &FixContext<'_>) -> Vec<Fix> {
    let (Some((base, declaration)), Some(cell)) = (cx.declaration, cx.diagnostic.cell) else { return Vec::new() };
    let edit = state_cells(cx.file.text(), base, declaration, &cell.to_string());
    let title = format!("State the cell `{cell}`");
    edit.map(|edit| Fix { title, class: FixClass::Meaning, preferred: false, edits: vec![edit] }).into_iter().collect()
}
