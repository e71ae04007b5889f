//! `unmeasured-claim`: a claim about speed, size or price without a figure.

use super::Level;
use super::context::{ClaimContext, FixContext};
use super::diagnostic::{Fix, FixClass};
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::{has_figure, says};
use super::scaffold::insert_fields;
use crate::model::{AiProperty, Cell, ChainProperty};

pub(super) static RULE: Rule = Rule {
    name: "unmeasured-claim",
    group: Group::Support,
    level: Level::Information,
    summary: "A claim of performance or scalability gives no figure.",
    why: r#"
Performance and scalability are quantities: fast, cheap, large and many mean nothing until a number says how much. Give
the claim a `metric` that it can be held to, with its unit, or put the figure into `says`, with what it was measured on.

A number in `says` counts as a figure: `12 s`, `7B`, `10,000 times`, but also `ten million` and `half`. A name with a
digit in it (`H100`, `GPT-2`) does not, and neither do `thousands` and `many`.
"#,
    failing: &[
        Example {
            title: "a market without a size",
            text: r#"
project demo "Demo" {
  claim spare-cards: performance + scalability {
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^ unmeasured-claim metric throughput
    says     "Owners put spare H100 cards into one pool, from which thousands are served."
    evidence deployment "https://pool.example" 2026-05
  }
}
"#,
        },
        Example {
            title: "scalability as the column",
            text: r#"
project demo "Demo" {
  claim private-at-scale: privacy + scalability {
#                         ^^^^^^^^^^^^^^^^^^^^^ unmeasured-claim
    says     "Private inference is served at scale, with little lost."
    evidence paper "https://arxiv.org/abs/2409.03992" 2024-09
    caveat   moderate-synergy "Within one data centre only."
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a metric",
            text: r#"
project demo "Demo" {
  claim spare-cards: performance + scalability {
    says     "Owners put spare cards into one pool."
    evidence deployment "https://pool.example" 2026-05
    metric   utilisation >= 80 %
  }
}
"#,
        },
        Example {
            title: "a figure in the claim's words",
            text: r#"
project demo "Demo" {
  claim spare-cards: performance + scalability {
    says     "Owners put spare cards into one pool; 80 % of them are in use."
    evidence deployment "https://pool.example" 2026-05
  }
}
"#,
        },
        Example {
            title: "a claim that is no matter of quantity",
            text: r#"
project demo "Demo" {
  claim data-stays-home: privacy + decentralization {
    says     "No record leaves its hospital."
    evidence audit "https://audits.example/demo" 2026-05
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(fix),
};

fn run(cx: &mut ClaimContext<'_>) {
    let a_quantity = |cell: Cell| cell.ai == AiProperty::Performance || cell.chain == ChainProperty::Scalability;
    let Some(cell) = cx.claim.cells.iter().map(|judged| judged.cell).find(|&cell| a_quantity(cell)) else { return };
    let claim = cx.declaration;
    let mut texts = says(claim).filter(|text| !text.trim().is_empty()).peekable();
    if texts.peek().is_none() || claim.field("metric").is_some() || texts.any(has_figure) {
        return;
    }
    let reference = claim.cells.iter().find(|reference| Cell::from_reference(reference) == Some(cell));
    let (what, metric) = match cell.ai {
        AiProperty::Performance => ("Performance", "throughput >= 100 tokens/s"),
        _ => ("Scalability", "throughput >= 10 requests/s"),
    };
    let message = format!(
        "{what} is a quantity, and this claim gives no figure. Add a `metric`, such as `metric {metric}`, or put the figure in `says`."
    );
    cx.report(reference.map_or(claim.selection(), |reference| reference.range), message);
}

/// Writes the field, for the author to fill.
fn fix(cx: &FixContext<'_>) -> Vec<Fix> {
    let Some((base, declaration)) = cx.declaration else { return Vec::new() };
    let edit = insert_fields(cx.file.text(), base, declaration, &["metric \"\"".to_owned()]);
    let title = "Add a `metric`, for you to fill in".to_owned();
    edit.map(|edit| Fix { title, class: FixClass::Meaning, preferred: false, edits: vec![edit] }).into_iter().collect()
}
