//! `triangle-overreach`: a project that claims all three corners of the decentralised AI triangle.

use super::Level;
use super::caveat_fix::caveat;
use super::context::ProjectContext;
use super::overreach::{self, Corners};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::Axis;

pub(super) static RULE: Rule = Rule {
    name: "triangle-overreach",
    group: Group::TradeOffs,
    level: Level::Warning,
    summary: "A project claims privacy, verifiability and performance at once.",
    why: r#"
What hides data also hides whether they were used properly, and what proves it takes time: privacy, verifiability and
performance are paid for with each other. A text that claims all three keeps silent about the price. Say which corner is
spent, or explain in a `caveat triangle-overreach "…"` of the project how all three hold.

A project may well have claims in all three rows, each about another part and each with something behind it. So only two
things are found: a single claim that is placed in cells of all three rows, and a project whose claims are in all three
rows while not one of them has a `metric` or solid evidence. Only cells that the spec declares count, and none that were
inferred from words.
"#,
    failing: &[
        Example {
            title: "one claim in all three rows",
            text: r#"
project demo "Demo" {
#       ^^^^ triangle-overreach `everything` is placed in all three rows
  claim everything: privacy + decentralization, verifiability + decentralization, performance + scalability {
    says     "Nobody sees the prompt, everybody checks the answer, and it comes within 50 ms."
    evidence code "https://git.example/demo" 2026-05
    metric   latency < 50 ms
  }
}
"#,
        },
        Example {
            title: "three rows and nothing behind any of them",
            text: r#"
project demo "Demo" {
#       ^^^^ triangle-overreach none of them has
  claim sealed: privacy + decentralization { says "Nobody sees the prompt." }
  claim checked: verifiability + decentralization { says "Everybody checks the answer." }
  claim pooled: performance + scalability { says "Cards of all owners form one pool." }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "three rows, and something behind one of them",
            text: r#"
project demo "Demo" {
  claim sealed: privacy + decentralization { says "Nobody sees the prompt." }
  claim checked: verifiability + decentralization { says "Everybody checks the answer." }
  claim pooled: performance + scalability {
    says   "Cards of all owners form one pool."
    metric utilisation >= 80 %
  }
}
"#,
        },
        Example {
            title: "the project says which corner is spent",
            text: r#"
project demo "Demo" {
  caveat triangle-overreach "The prompt is hidden from the network but not from the enclave's maker."
  claim sealed: privacy + decentralization { says "Nobody sees the prompt." }
  claim checked: verifiability + decentralization { says "Everybody checks the answer." }
  claim pooled: performance + scalability { says "Cards of all owners form one pool." }
}
"#,
        },
    ],
    run: Run::Project(run),
    fix: Mending::OnRequest(caveat),
};

fn run(cx: &mut ProjectContext<'_>) {
    let corners = Corners {
        axis: Axis::Ai,
        lines: "rows",
        listed: "privacy, verifiability and performance",
        price: "Each of them is paid for with another",
    };
    overreach::run(cx, &corners);
}
