//! `empty-promise`: a future with no present figure.

use super::Level;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "empty-promise",
    group: Group::Wording,
    level: Level::Information,
    summary: "A claim promises a future and gives no figure of the present.",
    why: r#"
What will be cannot be checked today. A promise becomes a claim when it stands beside what is there now: how many nodes
run today, what the last measurement gave, which step is dated.

Say what runs today, with a figure and a date, or move the promise out of the claim.
"#,
    failing: &[Example {
        title: "nothing but a future",
        text: r#"
project demo "Demo" {
  claim soon: performance + scalability {
    says     "The network will soon serve large models."
#                 ^^^^^^^^^^^^ empty-promise
    evidence announcement "https://example.org/plan" 2026-05
  }
}
"#,
    }],
    passing: &[Example {
        title: "the present beside it",
        text: r#"
project demo "Demo" {
  claim soon: performance + scalability {
    says     "Today 40 machines answer 900 prompts per second; 80 machines are ordered."
    evidence deployment "https://example.org/status" 2026-05
    metric   throughput >= 900 prompts/s
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    cx.report_remarks(|remarks| &remarks.empty_promise);
}
