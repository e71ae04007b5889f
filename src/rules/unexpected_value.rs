//! `unexpected-value`: a value that its field cannot use, or one that it lacks.

use super::Level;
use super::context::DeclarationContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::values::{Finding, walk};
use crate::model::{Axis, Property, schema};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    name: "unexpected-value",
    group: Group::Names,
    level: Level::Error,
    summary: "A field has a value that it cannot use, or lacks one.",
    why: r#"
Each field takes values of a certain shape: `says` a string, `evidence` a kind, an address, a date and a note in this
order, `metric` a comparison. What does not fit is not judged, so that an address in the place of a note would count
as no evidence at all. A cell joins one property of the AI with one of the blockchain; two of the same side are none.
"#,
    failing: &[
        Example {
            title: "the parts of evidence in the wrong order",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence "https://arxiv.org/abs/2404.16109" paper
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unexpected-value a kind, an address
  }
}
"#,
        },
        Example {
            title: "a field without a value, and one with a name where a string belongs",
            text: r#"
project demo "Demo" {
  about
# ^^^^^ unexpected-value `about` lacks its value
  claim proved: verifiability + security {
    says proved
#        ^^^^^^ unexpected-value a string
  }
}
"#,
        },
        Example {
            title: "two properties of the same side",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + privacy { says "Proofs that reveal nothing." }
#               ^^^^^^^^^^^^^^^^^^^^^^^ unexpected-value
}
"#,
        },
        Example {
            title: "a field that is there twice",
            text: r#"
project demo "Demo" {
  about "A demonstration."
  about "A second one."
# ^^^^^ unexpected-value once
}
"#,
        },
    ],
    passing: &[Example {
        title: "values of the right shape",
        text: r#"
project demo "Demo" {
  about  "A demonstration."
  status testnet 2026-05
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    says     "It is checked on chain."
    evidence paper "https://arxiv.org/abs/2404.16109" 2024 "proofs for a model of 13 billion parameters"
    metric   proof-size <= 200 kB "for the largest model"
  }
}
"#,
    }],
    run: Run::Declaration(run),
    fix: Mending::None,
};

fn run(cx: &mut DeclarationContext<'_>) {
    let declaration = cx.declaration;
    for cell in &declaration.cells {
        let property =
            |word: &Option<crate::syntax::Word>| word.as_ref().and_then(|word| Property::from_word(&word.text));
        let (Some(left), Some(right)) = (property(&cell.left), property(&cell.right)) else { continue };
        if left.axis() == right.axis() {
            let (side, other) = match left.axis() {
                Axis::Ai => ("the AI", "`security`, `scalability` or `decentralization`"),
                Axis::Blockchain => ("the blockchain", "`privacy`, `verifiability` or `performance`"),
            };
            let message = format!(
                "`{}` and `{}` are both properties of {side}, which makes no cell. Put {other} in the place of one of them.",
                left.as_str(),
                right.as_str()
            );
            cx.report(cell.range, message);
        }
    }
    let mut seen = HashSet::new();
    for field in &declaration.fields {
        let again = !seen.insert(field.name.text.as_str());
        if again && schema::field(declaration.keyword, &field.name.text).is_some_and(|spec| !spec.repeats) {
            let message = format!(
                "A {} has `{}` once. Join the two, or delete one.",
                declaration.keyword.as_str(),
                field.name.text
            );
            cx.report(field.name.range, message);
        }
    }
    walk(declaration, &mut |finding| {
        let Finding::Unexpected { field, spec, range, missing } = finding else { return };
        let message = match missing {
            Some(missing) => format!("`{}` lacks {missing}. It takes {}.", field.name.text, spec.shape.in_words()),
            None => format!("`{}` cannot use this value here. It takes {}.", field.name.text, spec.shape.in_words()),
        };
        cx.report(range, message);
    });
}
