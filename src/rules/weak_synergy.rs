//! `weak-synergy`: a claim in a cell whose two properties fight.

use super::claim::{JudgedCell, Origin};
use super::context::{ClaimContext, FixContext};
use super::diagnostic::{Fix, FixClass};
use super::rule::{Example, Group, Mending, Rule, Run};
use super::{Diagnostic, Level};
use crate::model::{Provenance, Rating, Strength};
use crate::syntax::Declaration;
use crate::text::{TextEdit, TextSize};

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
        let used = needs.iter().any(|need| cx.declaration.field_names("using").any(|(name, _)| name == need));
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
    let indent = |offset: TextSize| {
        let start = text.line_start(text.line_of(offset));
        text.slice(crate::text::TextRange::new(start, offset))
            .chars()
            .take_while(|c| *c == ' ' || *c == '\t')
            .collect::<String>()
    };
    let field = format!("caveat {} \"\"", rule.name);
    let edit = match last_line(declaration) {
        // After the last field, as it is indented.
        Some(last) if text.line_of(last.end() + base) > text.line_of(base) => {
            TextEdit::insert(last.end() + base, format!("\n{}{field}", indent(last.start() + base)))
        }
        _ => {
            let open = body.start() + base + TextSize::of('{');
            let inner = format!("{}  ", indent(base));
            let rest = text.slice(crate::text::TextRange::new(open, text.line_end(text.line_of(open))));
            let after = if rest.trim().is_empty() { String::new() } else { format!("\n{inner}") };
            let open_end = if rest.trim().is_empty() {
                open
            } else {
                open + TextSize::of(&rest[..rest.len() - rest.trim_start().len()])
            };
            return Some(Fix {
                title: title(rule.name),
                class: FixClass::Meaning,
                preferred: false,
                edits: vec![TextEdit::replace(
                    crate::text::TextRange::new(open, open_end),
                    format!("\n{inner}{field}{after}"),
                )],
            });
        }
    };
    Some(Fix { title: title(rule.name), class: FixClass::Meaning, preferred: false, edits: vec![edit] })
}

fn title(rule: &str) -> String {
    format!("Say in a `caveat {rule}` why it holds all the same")
}

fn last_line(declaration: &Declaration) -> Option<crate::text::TextRange> {
    declaration.fields.last().map(|field| field.range)
}
