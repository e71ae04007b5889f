//! `weak-synergy`: a claim in a cell whose two properties fight.

use super::claim::{JudgedCell, Origin};
use super::context::{ClaimContext, FixContext};
use super::diagnostic::{Fix, FixClass};
use super::rule::{Example, Group, Mending, Rule, Run};
use super::{Diagnostic, Level};
use crate::model::{Provenance, Rating, Strength};
use crate::syntax::Declaration;
use crate::text::{Text, TextEdit, TextRange, TextSize};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    name: "weak-synergy",
    group: Group::Synergy,
    level: Level::Warning,
    summary: "A claim joins two properties that fight.",
    why: r#"
In a weak cell of the matrix conflict is the default: what serves the one property works against the other. A claim
there is speculation until it names what mitigates the conflict and a figure that was measured.

Three ways out: name the technique that mitigates it and its measured figure; place the claim in the cell that it
really rests on; or say why it holds all the same in a `caveat weak-synergy "…"`, in the open.

The strength is the judging matrix's (`judged-by`). Where it stands on a judgement and not on the founding article,
the finding is one level milder; where no cell is declared and the claim's words point to the weak one, the same.
"#,
    failing: &[
        Example {
            title: "a claim in the weak cell",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
    says "Real-time inference across thousands of anonymous nodes."
  }
}
"#,
        },
        Example {
            title: "the order of the two words does not matter",
            text: r#"
project demo "Demo" {
  claim instant: decentralization + performance {
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
    says "Real-time inference across thousands of anonymous nodes."
  }
}
"#,
        },
        Example {
            title: "a strength that is a house's judgement weighs one level less",
            text: r#"
matrix acme "Acme" extends standard {
  cell privacy + scalability { strength weak }
}
project demo "Demo" {
  judged-by acme
  claim many: privacy + scalability {
#             ^^^^^^^^^^^^^^^^^^^^^ information weak-synergy
    says "A million encrypted requests a second."
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a claim in a strong cell",
            text: r#"
project demo "Demo" {
  claim data-stays-home: privacy + decentralization {
    says "No record leaves its hospital."
  }
}
"#,
        },
        Example {
            title: "a caveat says why it holds all the same",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Real-time inference across thousands of anonymous nodes."
    caveat weak-synergy "Only commitments go on chain; inference runs off chain."
  }
}
"#,
        },
        Example {
            title: "a house matrix rates the cell otherwise",
            text: r#"
matrix acme "Acme" extends standard {
  cell performance + decentralization { strength strong }
}
project demo "Demo" {
  judged-by acme
  claim instant: performance + decentralization { says "Fast anywhere." }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(fix),
};

fn run(cx: &mut ClaimContext<'_>) {
    report_cells(cx, Strength::Weak, |cx, rating| {
        let needs: Vec<&str> = rating.entry.declaration.field_names("needs").map(|(name, _)| name.as_str()).collect();
        let using: HashSet<&str> = cx.declaration.field_names("using").map(|(name, _)| name.as_str()).collect();
        let used = needs.iter().any(|need| using.contains(need));
        match &needs[..needs.len().min(2)] {
            _ if used => {
                "Give the figure that was measured, and say in a `caveat weak-synergy` why it holds.".to_owned()
            }
            [] => "Name what mitigates it and a measured figure, or say in a `caveat weak-synergy` why it holds."
                .to_owned(),
            needs => format!(
                "Name what mitigates it (`{}`, say) and a measured figure, or say in a `caveat weak-synergy` why it holds.",
                needs.join("`, `")
            ),
        }
    });
}

/// Reports the cells of a claim that have a strength, with the way out that `advice` gives. A cell that only the words
/// point to weighs one level less: the author may have meant another.
pub(super) fn report_cells(
    cx: &mut ClaimContext<'_>,
    strength: Strength,
    advice: impl Fn(&ClaimContext<'_>, &Rating) -> String,
) {
    let claim = cx.claim;
    for JudgedCell { cell, rating, origin, range } in &claim.cells {
        let Some(rating) = rating.as_ref().filter(|rating| rating.strength == strength) else { continue };
        let declared = &rating.entry.declaration;
        let reason = declared.field_text("verdict").or_else(|| declared.field_text("because"));
        let reason = reason.map_or_else(String::new, |text| format!(" {}", one_line(text)));
        let placed = match origin {
            Origin::Declared => format!("`{cell}` is {strength}."),
            Origin::Inferred => format!("These words place the claim in `{cell}`, which is {strength}."),
        };
        let message = format!("{placed}{reason} {}", advice(cx, rating));
        let mut level = cx.rule.level;
        if rating.provenance == Provenance::Judgement {
            level = level.milder();
        }
        if *origin == Origin::Inferred {
            level = level.milder();
        }
        let base = cx.base;
        cx.report(*range - base, message)
            .level(level)
            .related(&rating.entry, format!("`{cell}` is rated {strength} here ({})", rating.provenance));
    }
}

/// A text as one line: in a message, line breaks of the source mean nothing.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fix(cx: &FixContext<'_>) -> Vec<Fix> {
    caveat(cx).into_iter().collect()
}

/// Adds a caveat for the rule of a finding. Its reason is empty, and that is a finding, one level milder, until the
/// author fills it; a hint has no milder level, so it gets no such fix.
pub(super) fn caveat(cx: &FixContext<'_>) -> Option<Fix> {
    if cx.diagnostic.level == Level::Hint {
        return None;
    }
    let (base, declaration) = cx.declaration?;
    let body = declaration.body?;
    let Diagnostic { rule, .. } = cx.diagnostic;
    let text = cx.file.text();
    let line_break = line_break(text);
    let indent = |offset: TextSize| {
        let start = text.line_start(text.line_of(offset));
        let before = text.slice(TextRange::new(start, offset));
        before.chars().take_while(|c| *c == ' ' || *c == '\t').collect::<String>()
    };
    let rest_of_line = |offset: TextSize| TextRange::new(offset, text.line_end(text.line_of(offset)));
    let field = format!("caveat {} \"\"", rule.name);
    let edit = match last_line(declaration) {
        // After the last field, as it is indented; a comment stays with the field that it stands behind.
        Some(last) if text.line_of(last.end() + base) > text.line_of(base) => {
            let rest = rest_of_line(last.end() + base);
            let at = if text.slice(rest).trim_start().starts_with('#') { rest.end() } else { rest.start() };
            TextEdit::insert(at, format!("{line_break}{}{field}", indent(last.start() + base)))
        }
        // At the start of the body, and what else is on its line after it, but for a comment.
        _ => {
            let rest = rest_of_line(body.start() + base + TextSize::of('{'));
            let content = text.slice(rest);
            let (outer, content) = (indent(base), content.trim_start());
            let inner = format!("{outer}  ");
            match content.chars().next() {
                None => TextEdit::insert(rest.start(), format!("{line_break}{inner}{field}")),
                Some('#') => TextEdit::insert(rest.end(), format!("{line_break}{inner}{field}")),
                Some(first) => {
                    let blanks = TextRange::new(rest.start(), rest.end() - TextSize::of(content));
                    let after = if first == '}' { &outer } else { &inner };
                    TextEdit::replace(blanks, format!("{line_break}{inner}{field}{line_break}{after}"))
                }
            }
        }
    };
    Some(Fix { title: title(rule.name), class: FixClass::Meaning, preferred: false, edits: vec![edit] })
}

/// What a text breaks its lines with, to judge by the first.
fn line_break(text: &Text) -> &'static str {
    match &*text.slice(TextRange::new(text.line_end(0), text.line_start(1))) {
        "\r" => "\r",
        first if first.ends_with("\r\n") => "\r\n",
        _ => "\n",
    }
}

fn title(rule: &str) -> String {
    format!("Say in a `caveat {rule}` why it holds all the same")
}

fn last_line(declaration: &Declaration) -> Option<TextRange> {
    declaration.fields.last().map(|field| field.range)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{settings, snapshot};
    use super::super::{check, fixes};

    #[track_caller]
    fn with_caveat(source: &str) -> String {
        let (snapshot, id) = snapshot(source);
        let file = snapshot.file(id).expect("the file is there");
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let found = report.diagnostics.iter().find(|found| found.rule.name == "weak-synergy").expect("it is found");
        let fix = fixes(file, found).into_iter().find(|fix| fix.title.contains("caveat")).expect("it has a fix");
        file.text().apply(&fix.edits).to_string()
    }

    #[test]
    fn a_caveat_goes_behind_the_comment_that_ends_a_line() {
        let fixed = with_caveat(
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"  # of the last field\n  }\n}\n",
        );
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"  # of the last field\n    caveat weak-synergy \"\"\n  }\n}\n"
        );
        let fixed =
            with_caveat("project p \"P\" {\n  claim c: performance + decentralization { # of the claim\n  }\n}\n");
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization { # of the claim\n    caveat weak-synergy \"\"\n  }\n}\n"
        );
    }

    #[test]
    fn a_caveat_stays_before_a_brace_on_the_same_line() {
        let fixed = with_caveat(
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\" } # closed\n}\n",
        );
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"\n    caveat weak-synergy \"\" } # closed\n}\n"
        );
    }

    #[test]
    fn a_caveat_has_the_line_break_of_its_file() {
        for line_break in ["\r\n", "\r", "\n"] {
            for source in [
                "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\" # why\n  }\n}\n",
                "project p \"P\" {\n  claim c: performance + decentralization { says \"Fast.\" }\n}\n",
            ] {
                let fixed = with_caveat(&source.replace('\n', line_break));
                assert_eq!(fixed, with_caveat(source).replace('\n', line_break), "{line_break:?}");
            }
        }
    }
}
