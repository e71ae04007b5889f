//! `moderate-synergy`: a claim in a cell that works under conditions.

use super::Level;
use super::caveat_fix::caveat;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::sentence;
use super::weak_synergy::report_cells;
use crate::model::Strength;

pub(super) static RULE: Rule = Rule {
    name: "moderate-synergy",
    group: Group::Synergy,
    level: Level::Information,
    summary: "A claim joins two properties that go together only under conditions.",
    why: r#"
In a moderate cell of the matrix the two properties can be had together, but not always: it depends on the size of the
model, on who may collude, on how long an answer may take. A claim there must say under which condition it holds.

This is a remark and no fault. State the condition in `says`, `using` or `metric`; where that is done, a
`caveat moderate-synergy "…"` says so and silences the remark.

Where the strength stands on a judgement and not on the founding article, or the cell is inferred from the claim's
words, the finding is one level milder.
"#,
    failing: &[
        Example {
            title: "a claim in a moderate cell that the article names",
            text: r#"
project demo "Demo" {
  claim private-at-scale: privacy + scalability {
#                         ^^^^^^^^^^^^^^^^^^^^^ moderate-synergy
    says "Thousands of users query the model, and nobody sees their prompts."
  }
}
"#,
        },
        Example {
            title: "a cell that is rated by judgement weighs one level less",
            text: r#"
project demo "Demo" {
  claim sealed: privacy + security {
#               ^^^^^^^^^^^^^^^^^^ hint moderate-synergy
    says "Prompts are read inside an enclave only."
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a claim in a strong cell",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security { says "Every answer comes with a proof." }
}
"#,
        },
        Example {
            title: "the condition is stated, and a caveat says so",
            text: r#"
project demo "Demo" {
  claim private-at-scale: privacy + scalability {
    says   "Models of up to a million parameters answer on encrypted prompts within a minute."
    caveat moderate-synergy "The size of the model and the time are part of the claim."
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(caveat),
};

fn run(cx: &mut ClaimContext<'_>) {
    report_cells(cx, Strength::Moderate, |_, rating| match rating.entry.declaration.field_text("holds-when") {
        Some(condition) => format!("State the condition under which it holds, such as: {}", sentence(condition)),
        None => "State the condition under which it holds.".to_owned(),
    });
}
