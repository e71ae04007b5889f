//! `straddling-cell`: a claim on the border of two columns that differ in strength.

use super::Level;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::Strength;

pub(super) static RULE: Rule = Rule {
    name: "straddling-cell",
    group: Group::Synergy,
    level: Level::Warning,
    summary: "The words of a claim point to a weaker cell beside the one it is placed in.",
    why: r#"
Training and inference over many machines are strong as *scalability*: more machines carry more. They are weak as
*decentralization*: independent, uneven, distant machines slow each other down. Most claims of decentralised compute
live on that border, and that is where weak claims pass for strong ones: they declare the strong column, and their words
(anonymous nodes, no operator, home devices) rest on the weak one.

Two ways out: say which of the two the claim rests on, in its words; or split it into two claims, each with its own
evidence. Where both are meant, declare both.
"#,
    failing: &[Example {
        title: "scalability is declared, and the words rest on decentralization",
        text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
#               ^^^^^^^^^^^^^^^^^^^^^^^^^ straddling-cell `performance + decentralization`
    says     "Idle GPUs of thousands of anonymous volunteers serve large models fast, with no central operator."
    evidence benchmark "https://example.org/run" 2026-05
    metric   latency < 900 ms
  }
}
"#,
    }],
    passing: &[
        Example {
            title: "the words rest on what is declared",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says     "GPUs leased from 40 data centres are pooled into clusters that serve large models fast."
    evidence benchmark "https://example.org/run" 2026-05
    metric   latency < 900 ms
  }
}
"#,
        },
        Example {
            title: "both are declared",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability, performance + decentralization {
    says     "Idle GPUs of thousands of anonymous volunteers serve large models fast, with no central operator."
    caveat   weak-synergy "Only batch work; nobody waits for an answer."
    evidence benchmark "https://example.org/run" 2026-05
    metric   latency < 900 ms
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    let claim = cx.claim;
    let (file, base) = (cx.file.id(), cx.base);
    for placed in &claim.cells {
        let Some(rating) = &placed.rating else { continue };
        let beside = claim
            .read
            .iter()
            .find(|read| read.cell.ai == placed.cell.ai && !claim.cells.iter().any(|other| other.cell == read.cell));
        let Some(beside) = beside else { continue };
        let Some(strength) = cx.strength(beside.cell).filter(|strength| weaker(*strength, rating.strength)) else {
            continue;
        };
        let message = format!(
            "This holds as `{}`, which is {}; the claim's words also place it in `{}`, which is {strength}. Say which of the two it rests on, or split the claim.",
            placed.cell, rating.strength, beside.cell
        );
        let mut finding = cx.report(placed.range - base, message);
        for words in &beside.words {
            finding = finding.related_at(file, *words, format!("These words speak of `{}`", beside.cell));
        }
        return;
    }
}

/// Whether one strength is so much less than another that it matters on which side a claim stands.
fn weaker(one: Strength, other: Strength) -> bool {
    one == Strength::Weak && other != Strength::Weak
}
