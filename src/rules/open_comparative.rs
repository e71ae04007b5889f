//! `open-comparative`: faster, cheaper, better, and nothing to compare with.

use super::Level;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "open-comparative",
    group: Group::Wording,
    level: Level::Information,
    summary: "A claim compares and does not say with what.",
    why: r#"
"Faster" has two ends, and a claim that gives one of them cannot be checked: faster than what, at which task, by how
much? The trade rules for green claims ask the same of "greener", for the same reason.

Name the other side, the task and the figure, or leave the comparison out.
"#,
    failing: &[Example {
        title: "faster than what",
        text: r#"
project demo "Demo" {
  claim quick: performance + scalability {
    says     "Inference is much faster and cheaper."
#                                          ^^^^^^^ open-comparative
    evidence benchmark "https://example.org/run" 2026-05
    metric   latency < 90 ms
  }
}
"#,
    }],
    passing: &[Example {
        title: "both ends",
        text: r#"
project demo "Demo" {
  claim quick: performance + scalability {
    says     "A token costs 40 percent less than on the three largest clouds, as of May 2026."
    evidence benchmark "https://example.org/run" 2026-05
    metric   saving >= 40 %
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    cx.report_remarks(|remarks| &remarks.open_comparative);
}
