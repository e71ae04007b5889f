//! `unknown-field`: a field or keyword that the language does not have.

use super::Level;
use super::context::DeclarationContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{nearest, schema};
use crate::syntax::Keyword;

pub(super) static RULE: Rule = Rule {
    name: "unknown-field",
    group: Group::Names,
    level: Level::Error,
    summary: "A declaration has a field that it does not take, or an unknown word opens it.",
    why: r#"
A field that a declaration does not take says nothing to the checker: what you meant by it is not judged. Most often
it is a slip of the finger, and the fix writes the field that was meant.

What each declaration takes stands in the language reference; in the editor, completion lists it.
"#,
    failing: &[
        Example {
            title: "a misspelt field",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    syas "Every answer comes with a proof."
#   ^^^^ unknown-field Is `says` meant?
  }
}
"#,
        },
        Example {
            title: "a field of another declaration",
            text: r#"
project demo "Demo" {
  says "Every answer comes with a proof."
# ^^^^ unknown-field `says` is a field of a claim
}
"#,
        },
        Example {
            title: "a misspelt keyword; what stands inside is judged all the same",
            text: r#"
projct demo "Demo" {
#^^^^^ unknown-field Is `project` meant?
  claim instant: performance + decentralization { says "Fast anywhere." }
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
}
"#,
        },
    ],
    passing: &[Example {
        title: "the fields of a claim",
        text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    using    zkml
    evidence paper "https://arxiv.org/abs/2404.16109" 2024 "proofs for a model of 13 billion parameters"
    metric   proof-time < 15 min
  }
}
"#,
    }],
    run: Run::Declaration(run),
    fix: Mending::WithFinding,
};

fn run(cx: &mut DeclarationContext<'_>) {
    let declaration = cx.declaration;
    let keyword = declaration.keyword;
    let written = &declaration.keyword_word;
    if written.text != keyword.as_str() {
        let (message, instead) = match keyword {
            Keyword::Unknown if Keyword::ALL.iter().any(|&keyword| schema::field(keyword, &written.text).is_some()) => {
                (format!("`{}` is a field, and a field has no body. Write its value after it.", written.text), None)
            }
            Keyword::Unknown => (
                format!(
                    "`{}` opens no declaration. There are {}.",
                    written.text,
                    Keyword::ALL.map(|keyword| format!("`{}`", keyword.as_str())).join(", ")
                ),
                None,
            ),
            keyword => (
                format!("`{}` opens no declaration. Is `{}` meant?", written.text, keyword.as_str()),
                Some(keyword.as_str()),
            ),
        };
        cx.report(written.range, message).instead(instead);
    }
    if matches!(keyword, Keyword::Unknown | Keyword::Use) {
        return;
    }
    for field in &declaration.fields {
        let name = field.name.text.as_str();
        if schema::field(keyword, name).is_some() {
            continue;
        }
        let article = if keyword.as_str().starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let own = schema::fields(keyword).iter().map(|spec| spec.name);
        let nearest = nearest(name, own.clone());
        let elsewhere = Keyword::ALL.into_iter().find(|&other| schema::field(other, name).is_some());
        let message = match (nearest, elsewhere) {
            (Some(nearest), _) => {
                format!("`{name}` is no field of {article} {}. Is `{nearest}` meant?", keyword.as_str())
            }
            (None, Some(other)) => {
                format!(
                    "`{name}` is a field of a {}, not of {article} {}. Move it there.",
                    other.as_str(),
                    keyword.as_str()
                )
            }
            (None, None) => format!(
                "`{name}` is no field of {article} {}. There are {}.",
                keyword.as_str(),
                own.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        cx.report(field.name.range, message).instead(nearest);
    }
}
