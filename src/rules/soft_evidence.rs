//! `soft-evidence`: a claim behind which stands nothing that could be checked.

use super::Level;
use super::context::ClaimContext;
use super::evidence::{evidence, what_would_be_solid};
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "soft-evidence",
    group: Group::Support,
    level: Level::Information,
    summary: "All evidence of a claim is announcements or blogs.",
    why: r#"
An `announcement` or a `blog` repeats the claim in more words. It may be true, but a reader can check nothing by it.
Where a `paper`, a `benchmark`, an `audit`, a `deployment`, `code` or a `dataset` exists, cite that too: one of them is
enough. Where none exists yet, the claim is a plan, and its words should say so.

If a post holds the measurement itself, with what it takes to repeat it, it is a `benchmark`.
"#,
    failing: &[
        Example {
            title: "an announcement alone",
            text: r#"
project demo "Demo" {
  claim data-stays-home: privacy + decentralization {
    says     "No record leaves its hospital."
    evidence announcement "https://news.example/launch" 2026-05
#            ^^^^^^^^^^^^ soft-evidence an `audit`
  }
}
"#,
        },
        Example {
            title: "two soft ones make no solid one",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence blog "https://notes.example/demo" 2026-05
#            ^^^^ soft-evidence
    evidence announcement "https://news.example/launch" 2026-05
  }
}
"#,
        },
    ],
    passing: &[Example {
        title: "a paper beside the announcement",
        text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
    evidence announcement "https://news.example/launch" 2026-05
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    if evidence(cx.declaration).any(|evidence| !evidence.is_soft()) {
        return;
    }
    let all: Vec<_> = evidence(cx.declaration).collect();
    // What cannot be read may be solid.
    if all.len() < cx.declaration.fields_named("evidence").count() {
        return;
    }
    let Some(first) = all.first() else { return };
    let mut kinds: Vec<&str> = Vec::new();
    for evidence in &all {
        if !kinds.contains(&evidence.kind.0.as_str()) {
            kinds.push(evidence.kind.0);
        }
    }
    let kinds = match kinds[..] {
        ["announcement"] => "an `announcement` stands".to_owned(),
        [one] => format!("a `{one}` stands"),
        _ => format!("`{}` stand", kinds.join("` and `")),
    };
    let message = format!(
        "Only {kinds} behind this claim, and nobody can check it by that. Add what others can check: {}.",
        what_would_be_solid(&cx.claim.cells)
    );
    cx.report(first.kind.1, message);
}
