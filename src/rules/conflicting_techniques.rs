//! `conflicting-techniques`: two techniques of one claim that work against each other.

use super::Level;
use super::caveat_fix::caveat;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::sentence;
use crate::model::Entry;
use crate::syntax::{Keyword, Value};
use smol_str::SmolStr;

pub(super) static RULE: Rule = Rule {
    name: "conflicting-techniques",
    group: Group::TradeOffs,
    level: Level::Warning,
    summary: "Two techniques of one claim work against each other.",
    why: r#"
Some techniques take from each other what they live on: one hides what the other has to see, or one repeats what the
other may do only once. A list of both reads like twice the protection and may be none. The technique's declaration
(`conflicts-with`) says what the conflict is and what a reviewer asks; it counts for both, whichever of them declares it.

Leave one of the two out, or answer the question in a `caveat conflicting-techniques "…"`.
"#,
    failing: &[
        Example {
            title: "sums that expose what they were to hide",
            text: r#"
project demo "Demo" {
  claim no-centre: privacy + decentralization {
    says     "Neighbours average their updates, and nobody sees a single one."
    using    secure-aggregation, decentralized-averaging
#                                ^^^^^^^^^^^^^^^^^^^^^^^ conflicting-techniques Are updates masked for each peer?
    evidence paper "https://arxiv.org/abs/1611.04482" 2026-01
  }
}
"#,
        },
        Example {
            title: "the order in which they are named does not matter",
            text: r#"
technique overnight-batches "Overnight batches" {
  serves         performance
  conflicts-with instant-replies "An answer by morning is no answer" "Who waits for the result?"
}
technique instant-replies "Instant replies" { serves performance }
project demo "Demo" {
  claim both: performance + scalability {
    says     "A million pages a night, and an answer within 2 s."
    using    overnight-batches
    using    instant-replies
#            ^^^^^^^^^^^^^^^ conflicting-techniques An answer by morning is no answer. Who waits
    evidence deployment "https://pool.example" 2026-05
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "two that go together",
            text: r#"
project demo "Demo" {
  claim data-stays-home: privacy + decentralization {
    says     "No record leaves its hospital."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1611.04482" 2026-01
  }
}
"#,
        },
        Example {
            title: "two claims, one for each",
            text: r#"
project demo "Demo" {
  claim only-sums: privacy + decentralization {
    says     "The aggregator sees sums only."
    using    secure-aggregation
    evidence paper "https://arxiv.org/abs/1611.04482" 2026-01
  }
  claim no-centre: verifiability + decentralization {
    says     "Neighbours average their updates in the open."
    using    decentralized-averaging
    evidence paper "https://arxiv.org/abs/1611.04482" 2026-01
  }
}
"#,
        },
        Example {
            title: "the question is answered",
            text: r#"
project demo "Demo" {
  claim no-centre: privacy + decentralization {
    says     "Neighbours average their updates, and nobody sees a single one."
    using    secure-aggregation, decentralized-averaging
    evidence paper "https://arxiv.org/abs/1611.04482" 2026-01
    caveat   conflicting-techniques "Each pair of peers masks its updates anew in every round."
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(caveat),
};

fn run(cx: &mut ClaimContext<'_>) {
    let claim = cx.declaration;
    let scope = cx.scope;
    if claim.field_names("using").nth(1).is_none() {
        return;
    }
    let mut before: Vec<(&SmolStr, &Entry)> = Vec::new();
    for (name, range) in claim.field_names("using") {
        let Some(entry) = scope.get(Keyword::Technique, name) else { continue };
        if before.iter().any(|(known, _)| *known == name) {
            continue;
        }
        for &(other_name, other) in &before {
            let conflict = conflict(entry, other_name)
                .map(|values| (entry, values))
                .or_else(|| conflict(other, name).map(|values| (other, values)));
            let Some((declared_in, values)) = conflict else { continue };
            let said: String =
                values.iter().filter_map(Value::as_text).map(|text| format!(" {}", sentence(text))).collect();
            let message = format!(
                "`{other_name}` and `{name}` work against each other.{said} Leave one out, or answer in a \
                 `caveat conflicting-techniques` how both hold."
            );
            cx.report(range, message).related(declared_in, "The conflict is declared here");
        }
        before.push((name, entry));
    }
}

/// What a technique's declaration says of its conflict with another, if it declares one: why, and what to ask.
fn conflict<'a>(technique: &'a Entry, with: &str) -> Option<&'a [Value]> {
    technique.declaration.fields_named("conflicts-with").find_map(|field| {
        let (partner, said) = field.values.split_first()?;
        (partner.as_name()? == with).then_some(said)
    })
}
