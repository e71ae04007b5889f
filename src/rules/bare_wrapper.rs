//! `bare-wrapper`: an agent or model that is somebody else's API.

use super::Level;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "bare-wrapper",
    group: Group::Wording,
    level: Level::Warning,
    summary: "A claim sells somebody else's model as its own intelligence.",
    why: r#"
Many agents are a script over a model behind somebody's API, and a wallet. That can be a good product, but the claim is
then about the script: what it does that the API does not, and what remains when the API closes.

Say whose model it is and what is added: the check, the limits, the tools, who reviews.
"#,
    failing: &[Example {
        title: "a model behind an API",
        text: r#"
project demo "Demo" {
  claim agent {
    says     "Our autonomous AI agent is powered by GPT-4."
#                                        ^^^^^^^^^^^^^^ bare-wrapper
    evidence deployment "https://example.org/agent" 2026-05
  }
}
"#,
    }],
    passing: &[Example {
        title: "what is added is said",
        text: r#"
project demo "Demo" {
  claim agent: verifiability + security {
    says     "Every answer comes with a proof that the model with the published hash gave it."
    evidence deployment "https://example.org/agent" 2026-05
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    cx.report_remarks(|remarks| &remarks.bare_wrapper);
}
