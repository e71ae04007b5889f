//! `unused-caveat`: a caveat that silences nothing.

use super::Level;
use super::context::FixContext;
use super::diagnostic::{Fix, FixClass};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::syntax::Keyword;
use crate::text::{TextEdit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "unused-caveat",
    group: Group::Names,
    level: Level::Information,
    summary: "A caveat silences nothing.",
    why: r#"
A caveat says in the open that a rule has found something and why that is accepted. One that silences nothing tells
the reader of a weakness that is not there, and hides the next one that will be: delete it.

What cannot be read or found (the groups *syntax* and *names*) is no matter of judgement, and no caveat silences it.
"#,
    failing: &[
        Example {
            title: "a caveat for a weakness that is not there",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    caveat weak-synergy "It is fast enough for us."
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-caveat
  }
}
"#,
        },
        Example {
            title: "a caveat for what is no matter of judgement",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    caveat unknown-name "We have our own names."
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-caveat no matter of judgement
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a caveat that silences a finding",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Fast anywhere."
    caveat weak-synergy "Only commitments go on chain."
  }
}
"#,
        },
        Example {
            title: "a caveat of a project, for all its claims",
            text: r#"
project demo "Demo" {
  caveat weak-synergy "A study of what would be needed, not a product."
  claim instant: performance + decentralization { says "Fast anywhere." }
  claim cheap: performance + decentralization { says "Cheap anywhere." }
}
"#,
        },
    ],
    run: Run::Caveats,
    fix: Mending::OnRequest(fix),
};

pub(super) fn message(rule: &Rule, keyword: Keyword) -> String {
    if rule.group.takes_caveats() {
        format!(
            "`{}` finds nothing in this {}, so the caveat silences nothing. Delete it.",
            rule.name,
            keyword.as_str()
        )
    } else {
        format!("What `{}` finds is no matter of judgement, and a caveat does not silence it. Delete it.", rule.name)
    }
}

/// The message of a caveat for a rule that one before it silences.
pub(super) fn message_of_a_second(rule: &Rule, keyword: Keyword) -> String {
    format!("An earlier caveat already silences `{}` in this {}. Delete this one.", rule.name, keyword.as_str())
}

fn fix(cx: &FixContext<'_>) -> Vec<Fix> {
    let text = cx.file.text();
    let range = cx.diagnostic.range;
    let line = text.line_of(range.start());
    let whole_line = TextRange::new(text.line_start(line), text.line_start(text.line_of(range.end()) + 1));
    let alone = text.slice(whole_line).trim() == text.slice(range).trim();
    vec![Fix {
        title: "Delete the caveat".to_owned(),
        // Its reason goes with it.
        class: FixClass::Meaning,
        preferred: false,
        edits: vec![TextEdit::delete(if alone { whole_line } else { range })],
    }]
}
