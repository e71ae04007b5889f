//! `missing-evidence`: a claim with nothing behind it.

use super::Level;
use super::context::{ClaimContext, FixContext};
use super::diagnostic::{Fix, FixClass};
use super::evidence::{best_kind, what_would_be_solid};
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::says;
use super::scaffold::insert_fields;

pub(super) static RULE: Rule = Rule {
    name: "missing-evidence",
    group: Group::Support,
    level: Level::Warning,
    summary: "A claim has no evidence at all.",
    why: r#"
A claim that cites nothing asks to be believed. Add `evidence` with its kind and its address. Solid is what somebody
else can check: a `paper`, a `benchmark` that can be run again, an `audit`, a `deployment` that can be looked at,
`code`, a `dataset`. An `announcement` or a `blog` says so and shows nothing; it is better than no address at all.

What a project as a whole cites (`source`) says where its description is from and stands behind no single claim.

A claim that is in no cell of the matrix promises less. It is asked for evidence only if it names a technique or gives a
metric, and then the finding is one level milder; a limit that a project states of itself needs no witness. The fix
writes the field and leaves its address empty, since that is the one thing that only the author has; until it is filled,
nothing stands behind the claim all the same.
"#,
    failing: &[
        Example {
            title: "a claim and nothing else",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
#       ^^^^^^ missing-evidence
    says  "Every answer comes with a proof."
    using zkml
  }
}
"#,
        },
        Example {
            title: "a figure that nobody can look up",
            text: r#"
project demo "Demo" {
  claim busy-market: performance + scalability {
#       ^^^^^^^^^^^ missing-evidence
    says   "Cards of many owners are rented out in one market."
    metric utilisation >= 80 %
  }
}
"#,
        },
        Example {
            title: "a claim in no cell weighs one level less",
            text: r#"
project demo "Demo" {
  claim kept-elsewhere {
#       ^^^^^^^^^^^^^^ information missing-evidence
    says  "Every payout is recorded on the ledger."
    using decentralized-storage
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "evidence that others can check",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
  }
}
"#,
        },
        Example {
            title: "a limit, in no cell and with no technique",
            text: r#"
project demo "Demo" {
  claim not-for-secrets {
    says "A public swarm is not private: peers can read what passes through them."
  }
}
"#,
        },
        Example {
            title: "a claim that says nothing yet",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    using zkml
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(fix),
};

fn run(cx: &mut ClaimContext<'_>) {
    let claims_something = says(cx.declaration).any(|text| !text.trim().is_empty());
    if !claims_something || cx.declaration.field("evidence").is_some() {
        return;
    }
    let placed = !cx.claim.cells.is_empty();
    if !placed && cx.declaration.field("using").is_none() && cx.declaration.field("metric").is_none() {
        return;
    }
    let level = if placed { cx.rule.level } else { cx.rule.level.milder() };
    let cell = cx.claim.cells.first().map(|judged| judged.cell);
    let message = format!(
        "Nothing stands behind this claim. Add `evidence` that others can check: {}.",
        what_would_be_solid(&cx.claim.cells)
    );
    let name = cx.declaration.selection();
    let finding = cx.report(name, message).level(level);
    if let Some(cell) = cell {
        finding.cell(cell);
    }
}

/// Writes the field with the kind that suits the claim, for the author to fill.
fn fix(cx: &FixContext<'_>) -> Vec<Fix> {
    let Some((base, declaration)) = cx.declaration else { return Vec::new() };
    let kind = best_kind(cx.diagnostic.cell);
    let edit = insert_fields(cx.file.text(), base, declaration, &[format!("evidence {kind} \"\"")]);
    let title = format!("Add `evidence {kind}`, for you to fill in its address");
    edit.map(|edit| Fix { title, class: FixClass::Meaning, preferred: false, edits: vec![edit] }).into_iter().collect()
}
