//! `costly-technique`: performance by means of a technique that is paid in performance.

use super::Level;
use super::caveat_fix::caveat;
use super::claim::is_measured;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::one_line;
use crate::model::AiProperty;
use crate::syntax::Keyword;

pub(super) static RULE: Rule = Rule {
    name: "costly-technique",
    group: Group::TradeOffs,
    level: Level::Information,
    summary: "A claim of performance uses a technique that costs performance, and says not how much.",
    why: r#"
Computing on ciphertexts, on shares or under proof takes 10 to 1,000 times as long as in the clear, and often more. A
claim of performance that rests on such a technique may still hold: the secret part may be small, or the proof may be
made after the answer. Then a `metric` says what was measured, with the technique at work.

A technique counts as costly if its `overhead` is `high` or `extreme` and it `costs performance`. If the cost falls
where nobody waits for it, a `caveat costly-technique "…"` says so.
"#,
    failing: &[
        Example {
            title: "answers under encryption, as fast as in the clear",
            text: r#"
project demo "Demo" {
  claim fast-and-sealed: performance + security {
    says     "Answers come at once, and nobody on the way can change them."
    using    fully-homomorphic-encryption
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ costly-technique Four to six orders of magnitude slower than plain text
    evidence paper "https://arxiv.org/abs/2410.02486" 2024-10
    caveat   moderate-synergy "One small model."
  }
}
"#,
        },
        Example {
            title: "a technique of the house",
            text: r#"
technique blinded-matrices "Blinded matrices" {
  serves   privacy
  costs    performance
  overhead high
}
project demo "Demo" {
  claim pooled: performance + scalability {
    says     "Cards of many owners work on one job."
    using    distributed-compute, blinded-matrices
#                                 ^^^^^^^^^^^^^^^^ costly-technique 10 to 1,000 times
    evidence deployment "https://pool.example" 2026-05
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "the cost is measured",
            text: r#"
project demo "Demo" {
  claim fast-and-sealed: performance + security {
    says     "Answers come within a minute, and nobody on the way can change them."
    using    fully-homomorphic-encryption
    evidence paper "https://arxiv.org/abs/2410.02486" 2024-10
    metric   latency <= 60 s "with every layer under encryption"
    caveat   moderate-synergy "One small model."
  }
}
"#,
        },
        Example {
            title: "a cheap technique",
            text: r#"
project demo "Demo" {
  claim sealed: performance + security {
    says     "Answers from an enclave lose less than 7 %."
    using    trusted-execution-environment
    evidence paper "https://arxiv.org/abs/2409.03992" 2024-09
    caveat   moderate-synergy "A model that stays loaded."
  }
}
"#,
        },
        Example {
            title: "a claim that promises no performance",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    using    zkml
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(caveat),
};

fn run(cx: &mut ClaimContext<'_>) {
    let mut cells = cx.claim.cells.iter().map(|judged| judged.cell);
    let Some(cell) = cells.find(|cell| cell.ai == AiProperty::Performance) else { return };
    let claim = cx.declaration;
    if is_measured(claim) {
        return;
    }
    let scope = cx.scope;
    let mut seen = Vec::new();
    for (name, range) in claim.field_names("using") {
        let Some(entry) = scope.get(Keyword::Technique, name).filter(|_| !seen.contains(&name)) else { continue };
        seen.push(name);
        let technique = &*entry.declaration;
        let slower = match technique.field_text("overhead") {
            Some("high") => "10 to 1,000 times",
            Some("extreme") => "over 1,000 times",
            _ => continue,
        };
        if !technique.field_names("costs").any(|(cost, _)| cost == AiProperty::Performance.as_str()) {
            continue;
        }
        let figure = technique.field_text("figure").map(one_line);
        let figure = figure.map_or_else(String::new, |figure| format!(" ({})", figure.trim_end_matches('.')));
        let message = format!(
            "`{name}` makes work {slower} slower by default{figure}, and this claim in `{cell}` has no `metric`. Give \
             the figure that was measured with it."
        );
        cx.report(range, message).related(entry, format!("`{name}` costs performance"));
    }
}
