//! `unknown-name`: a name that stands for nothing.

use super::Level;
use super::context::DeclarationContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::slips::MOST_SLIPS;
use super::values::{Finding, walk};
use crate::model::{AiProperty, ChainProperty, Property, nearest, schema};
use crate::syntax::Keyword;
use crate::text::TextRange;
use std::fmt::Display;

pub(super) static RULE: Rule = Rule {
    name: "unknown-name",
    group: Group::Names,
    level: Level::Error,
    summary: "A name stands for nothing that is known in this file.",
    why: r#"
A property, technique, chain, matrix, reference, rule or kind that is not known cannot be judged: what the claim says
by it is lost. Names are known from this file, from the files it uses and from the built-in library; the fix writes the
nearest of them. For a technique or chain that the library lacks, declare it in a house vocabulary and `use` that file.
"#,
    failing: &[
        Example {
            title: "a misspelt property",
            text: r#"
project demo "Demo" {
  claim proved: verifiabilty + security { says "Every answer comes with a proof." }
#               ^^^^^^^^^^^^ unknown-name Is `verifiability` meant?
}
"#,
        },
        Example {
            title: "a technique by another of its names",
            text: r#"
project demo "Demo" {
  claim data-stays-home: privacy + decentralization {
    says  "No record leaves its hospital."
    using SecAgg
#         ^^^^^^ unknown-name Is `secure-aggregation` meant?
  }
}
"#,
        },
        Example {
            title: "a chain, a stage and a matrix that nobody declared",
            text: r#"
project demo "Demo" {
  runs-on   etherium
#           ^^^^^^^^ unknown-name Is `ethereum` meant?
  covers    trainning
#           ^^^^^^^^^ unknown-name Is `training` meant?
  judged-by acme
#           ^^^^ unknown-name
}
"#,
        },
        Example {
            title: "a kind of evidence and a rule",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
    says     "Fast anywhere."
    evidence papper "https://arxiv.org/abs/2209.01188"
#            ^^^^^^ unknown-name Is `paper` meant?
    caveat   week-synergy "Only commitments go on chain."
#            ^^^^^^^^^^^^ unknown-name Is `weak-synergy` meant?
  }
}
"#,
        },
    ],
    passing: &[Example {
        title: "names from the library and from this file",
        text: r#"
technique masking "Masking" { serves privacy }
project demo "Demo" {
  runs-on   ethereum
  covers    training
  judged-by standard
  claim data-stays-home: privacy + decentralization {
    says  "No record leaves its hospital."
    using masking, secure-aggregation
  }
}
"#,
    }],
    run: Run::Declaration(run),
    fix: Mending::WithFinding,
};

fn run(cx: &mut DeclarationContext<'_>) {
    let declaration = cx.declaration;
    for word in declaration.cells.iter().flat_map(|cell| cell.words()) {
        if Property::from_word(&word.text).is_none() {
            property(cx, &word.text, word.range);
        }
    }
    if let Some(extends) = &declaration.extends {
        name(cx, Keyword::Matrix, &extends.text, extends.range);
    }
    if let Some(kind) = declaration.kind.as_ref().filter(|_| declaration.keyword == Keyword::Phrase) {
        word(cx, schema::PHRASE_KINDS, "The kind of a phrase", &kind.text, kind.range);
    }
    walk(declaration, &mut |finding| match finding {
        Finding::Name { keyword: Keyword::Property, name, range } => {
            if Property::from_word(name).is_none() && cx.scope.get(Keyword::Property, name).is_none() {
                property(cx, name, range);
            }
        }
        Finding::Name { keyword, name: known, range } => name(cx, keyword, known, range),
        Finding::Word { words, word: written, range, what } => {
            word(cx, words, format_args!("`{what}`"), written, range)
        }
        Finding::Rule { name, range } => {
            if super::find(name).is_none() && !is_cut(cx, range) {
                let nearest = nearest(name, super::all().iter().map(|rule| rule.name));
                let message = format!("There is no rule `{name}`.{}", meant(nearest));
                cx.report(range, message).instead(nearest);
            }
        }
        Finding::Unexpected { .. } | Finding::SecondField { .. } => {}
    });
}

/// Whether a finding there would be cut off: it is counted, and the effort to describe it is spared.
fn is_cut(cx: &mut DeclarationContext<'_>, range: TextRange) -> bool {
    let cut = cx.found.len() >= MOST_SLIPS;
    if cut {
        cx.report(range, "");
    }
    cut
}

fn property(cx: &mut DeclarationContext<'_>, written: &str, range: TextRange) {
    if is_cut(cx, range) {
        return;
    }
    let nearest = nearest(written, AiProperty::WORDS.iter().chain(ChainProperty::WORDS).copied());
    let message = match nearest {
        Some(_) => format!("There is no property `{written}`.{}", meant(nearest)),
        None => format!(
            "There is no property `{written}`. Those of the AI are `{}`, those of the blockchain `{}`.",
            AiProperty::WORDS.join("`, `"),
            ChainProperty::WORDS.join("`, `")
        ),
    };
    cx.report(range, message).instead(nearest);
}

fn name(cx: &mut DeclarationContext<'_>, keyword: Keyword, name: &str, range: TextRange) {
    if cx.scope.get(keyword, name).is_some() || is_cut(cx, range) {
        return;
    }
    let nearest = cx.scope.nearest(keyword, name);
    let advice = match &nearest {
        Some(_) => meant(nearest.as_deref()),
        None => format!(" Declare it, or `use` the file that does: `{} {name} \"…\" {{ … }}`.", keyword.as_str()),
    };
    let message = format!("No {} is called `{name}`.{advice}", keyword.as_str());
    cx.report(range, message).instead(nearest);
}

fn word(cx: &mut DeclarationContext<'_>, words: &[&'static str], what: impl Display, written: &str, range: TextRange) {
    if words.contains(&written) || is_cut(cx, range) {
        return;
    }
    let nearest = nearest(written, words.iter().copied());
    let advice = match nearest {
        Some(_) => meant(nearest),
        None => format!(" There are {}.", words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    };
    let message = format!("{what} does not take `{written}`.{advice}");
    cx.report(range, message).instead(nearest);
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!(" Is `{nearest}` meant?"))
}
