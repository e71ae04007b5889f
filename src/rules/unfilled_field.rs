//! `unfilled-field`: something that waits for its author.

use super::Level;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::scaffold::blank;

pub(super) static RULE: Rule = Rule {
    name: "unfilled-field",
    group: Group::Names,
    level: Level::Information,
    summary: "A field of a claim waits for its author.",
    why: r#"
Some fixes write a field and leave empty what only the author has: the address of the evidence, the figure, the
technique, and in prose an ellipsis where a word is to come. Until it is filled it counts for nothing: an empty address
is no evidence, an empty metric measures nothing, and prose with an ellipsis in the place of a word counts as promising
more than it says. So no fix makes a claim look better than it is.

Fill the field, or delete it. An empty field weighs one level less than the absence of what belongs there, so that it
can be filled in peace, and no caveat silences it.
"#,
    failing: &[
        Example {
            title: "evidence without its address, and a metric without its figure",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says     "Cards of many owners are rented out in one market."
    evidence benchmark ""
#                      ^^ unfilled-field
    metric   ""
#            ^^ hint unfilled-field
  }
}
"#,
        },
        Example {
            title: "a technique that is not named yet",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    using    ""
#            ^^ unfilled-field
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
  }
}
"#,
        },
        Example {
            title: "an ellipsis in the place of a word",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof, checked by … within a minute."
#                                                         ^ unfilled-field
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
  }
}
"#,
        },
    ],
    passing: &[Example {
        title: "everything filled, and an ellipsis that trails off",
        text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says     "Cards, boards, whole racks… are rented out in one market."
    evidence benchmark "https://example.org/runs" 2026-05
    metric   utilisation >= 80 %
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    let placed = !cx.claim.cells.is_empty();
    for field in &cx.declaration.fields {
        let (message, level) = match field.name.text.as_str() {
            // As `missing-evidence` and `unmeasured-claim` weigh, one level less.
            "evidence" if placed => {
                ("This evidence has no address yet. Write where it can be looked at.", Level::Information)
            }
            "evidence" => ("This evidence has no address yet. Write where it can be looked at.", Level::Hint),
            "metric" => ("This metric measures nothing yet. Write a comparison, as in `latency < 50 ms`.", Level::Hint),
            "using" => ("No technique is named here yet. Write its name.", Level::Information),
            _ => continue,
        };
        if let Some(value) = blank(field) {
            cx.report(value.range, message).level(level);
        }
    }
    cx.report_remarks(|remarks| &remarks.unsaid);
}
