//! `unplaced-claim`: a claim that is in no cell.

use super::Level;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "unplaced-claim",
    group: Group::Synergy,
    level: Level::Hint,
    summary: "A claim declares no cell, and its words point to none.",
    why: r#"
A claim is judged by the cell that it is in: one property of the AI joined with one of the blockchain. Where none is
declared and the words point to none, there is nothing to judge. Often that is right: funding, partners, features and a
chain's own speed are in no cell. Then it may be no claim for this file, or a caveat says that it is kept for the record.

If it is about both sides, say so in words, or state the cell after the claim's name.
"#,
    failing: &[Example {
        title: "a claim about money",
        text: r#"
project demo "Demo" {
  claim funds {
#       ^^^^^ unplaced-claim
    says "The team raised four million dollars in 2024."
  }
}
"#,
    }],
    passing: &[Example {
        title: "words that point to a cell",
        text: r#"
project demo "Demo" {
  claim proved {
    says   "Every answer ships with a zero-knowledge proof that the right model produced it."
    caveat inferred-cell "The words say it."
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    // A cell that is half typed or misspelt is reported as that.
    if cx.claim.cells.is_empty() && cx.declaration.cells.is_empty() && cx.prose.is_there {
        let range = cx.declaration.selection();
        let message = "This claim is in no cell, so nothing is judged. Say what the AI gains and what the chain does for it, or state the cell.";
        cx.report(range, message);
    }
}
