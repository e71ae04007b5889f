//! `trilemma-overreach`: a project that claims all three corners of the blockchain trilemma.

use super::Level;
use super::caveat_fix::caveat;
use super::context::ProjectContext;
use super::overreach::{self, Corners};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::Axis;

pub(super) static RULE: Rule = Rule {
    name: "trilemma-overreach",
    group: Group::TradeOffs,
    level: Level::Warning,
    summary: "A project claims security, scalability and decentralization at once.",
    why: r#"
A chain spends one of security, scalability and decentralization on the other two. A text that claims all three has not
escaped that; it hides which one is spent: who runs the sequencer, how many validators there are, how long a withdrawal
takes. Say which corner is spent, or explain in a `caveat trilemma-overreach "…"` of the project how all three hold.

A project may well have claims in all three columns, each about another part and each with something behind it; most
real ones do. So only two things are found: a single claim that is placed in cells of all three columns, and a project
whose claims are in all three columns while not one of them has a `metric` or solid evidence. Only cells that the spec
declares count, and none that were inferred from words.
"#,
    failing: &[
        Example {
            title: "one claim in all three columns",
            text: r#"
project demo "Demo" {
#       ^^^^ trilemma-overreach `everything` is placed in all three columns
  claim everything: verifiability + security, verifiability + scalability, verifiability + decentralization {
#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint moderate-synergy
    says     "Anyone checks 10,000 answers a second, and nobody can cheat."
    evidence code "https://git.example/demo" 2026-05
  }
}
"#,
        },
        Example {
            title: "three columns and nothing behind any of them",
            text: r#"
project demo "Demo" {
#       ^^^^ trilemma-overreach none of them has
  claim safe: verifiability + security { says "No answer can be forged." }
  claim large: performance + scalability { says "Cards of all owners form one pool." }
  claim ours: verifiability + decentralization {
    says     "Independent nodes repeat every answer."
    evidence announcement "https://news.example/launch" 2026-05
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "three columns, and something behind one of them",
            text: r#"
project demo "Demo" {
  claim safe: verifiability + security {
    says     "No answer can be forged."
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
  }
  claim large: performance + scalability { says "Cards of all owners form one pool." }
  claim ours: verifiability + decentralization { says "Independent nodes repeat every answer." }
}
"#,
        },
        Example {
            title: "two columns",
            text: r#"
project demo "Demo" {
  claim safe: verifiability + security { says "No answer can be forged." }
  claim ours: verifiability + decentralization { says "Independent nodes repeat every answer." }
}
"#,
        },
        Example {
            title: "the project says how all three hold",
            text: r#"
project demo "Demo" {
  caveat trilemma-overreach "Settlement is Ethereum's; scale comes from proofs, at the price of few provers."
  claim safe: verifiability + security { says "No answer can be forged." }
  claim large: performance + scalability { says "Cards of all owners form one pool." }
  claim ours: verifiability + decentralization { says "Independent nodes repeat every answer." }
}
"#,
        },
    ],
    run: Run::Project(run),
    fix: Mending::OnRequest(caveat),
};

fn run(cx: &mut ProjectContext<'_>) {
    let corners = Corners {
        axis: Axis::Blockchain,
        lines: "columns",
        listed: "security, scalability and decentralization",
        price: "A chain spends one of them on the others",
    };
    overreach::run(cx, &corners);
}
