//! `unexpected-value`: a value that its field cannot use, or one that it lacks.

use super::Level;
use super::context::DeclarationContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::scaffold::line_break;
use super::values::{Finding, walk};
use crate::model::schema::{self, FieldSpec, Shape};
use crate::model::{Axis, Property};
use crate::syntax::{Field, Value, ValueKind};
use crate::text::{TextEdit, TextRange, TextSize};

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
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unexpected-value needs the kind of evidence
    evidence paper "arxiv.org/abs/2404.16109"
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ unexpected-value no whole address
    evidence paper "https://arxiv.org/abs/2404.16109" May 2024
#                                                     ^^^ unexpected-value in digits
  }
}
"#,
        },
        Example {
            title: "a number with commas",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says   "Cards of all owners form one pool."
    metric cards >= 1,000,000 cards
#                     ^^^ unexpected-value Within a number
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
#        ^^^^^^ unexpected-value takes a string
  }
}
"#,
        },
        Example {
            title: "forgotten quotes, which are one slip",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says Every answer comes with a proof
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unexpected-value these words have no quotes
  }
}
"#,
        },
        Example {
            title: "quotation marks within a string",
            text: r#"
project demo "Demo" {
  about "The "proof" is a signature."
#             ^^^^^^^^^^^^^^^^^^^^^^^ unexpected-value Within a string write
}
"#,
        },
        Example {
            title: "a second field on the same line, and a list without its comma",
            text: r#"
project demo "Demo" {
  about "A demonstration." site "https://demo.example"
#                          ^^^^ unexpected-value `site` begins a field of its own
  covers training inference
#                 ^^^^^^^^^ unexpected-value A comma is missing
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
    fix: Mending::WithFinding,
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
    // Those that may stand once are few, so that no set is needed to find them again.
    let mut seen: Vec<&str> = Vec::new();
    let once = |field: &&Field| schema::field(declaration.keyword, &field.name.text).is_some_and(|spec| !spec.repeats);
    for field in declaration.fields.iter().filter(once) {
        if !seen.contains(&field.name.text.as_str()) {
            seen.push(&field.name.text);
        } else {
            let message = format!(
                "A {} has `{}` once. Join the two, or delete one.",
                declaration.keyword.as_str(),
                field.name.text
            );
            cx.report(field.name.range, message);
        }
    }
    // Several values of a field that it cannot use are one slip, and are told once.
    let mut found: Vec<Slip<'_>> = Vec::new();
    walk(declaration, &mut |finding| match finding {
        Finding::Unexpected { field, spec, at: None, wanted } => {
            found.push(Slip::Missing { field, spec, missing: wanted })
        }
        Finding::Unexpected { field, spec, at: Some(at), wanted } => match found.last_mut() {
            Some(Slip::Unexpected { field: before, last, .. }) if std::ptr::eq(*before, field) => *last = at,
            _ => found.push(Slip::Unexpected { field, spec, first: at, last: at, wanted }),
        },
        Finding::SecondField { field, at, name } => found.push(Slip::SecondField { field, at, name }),
        Finding::Name { .. } | Finding::Word { .. } | Finding::Rule { .. } => {}
    });
    for slip in found {
        report(cx, &slip);
    }
}

/// What is wrong with a field.
enum Slip<'a> {
    Missing { field: &'a Field, spec: &'static FieldSpec, missing: Option<&'static str> },
    Unexpected { field: &'a Field, spec: &'static FieldSpec, first: usize, last: usize, wanted: Option<&'static str> },
    SecondField { field: &'a Field, at: usize, name: &'a str },
}

fn report(cx: &mut DeclarationContext<'_>, slip: &Slip<'_>) {
    match *slip {
        Slip::Missing { field, spec, missing } => {
            let what = missing.unwrap_or("its value");
            let message = format!("`{}` lacks {what}. It takes {}.", field.name.text, spec.shape.in_words());
            cx.report(field.range, message);
        }
        Slip::Unexpected { field, spec, first, last, wanted } => {
            let range = field.values[first].range.cover(field.values[last].range);
            let (message, edit) = quotes(cx, field, spec, first, range)
                .or_else(|| inner_quotes(field, spec, first))
                .or_else(|| comma(cx, field, spec, first, last))
                .or_else(|| thousands(cx, field, first))
                .or_else(|| Some((no_address(&field.values[first]).or_else(|| month(&field.values[first]))?, None)))
                .unwrap_or_else(|| {
                    if let Some(wanted) = wanted {
                        let takes = spec.shape.in_words();
                        let message = format!("Here `{}` needs {wanted}. It takes {takes}.", field.name.text);
                        return (message, None);
                    }
                    let these = if first == last { "this value" } else { "these values" };
                    let takes = spec.shape.in_words();
                    (format!("`{}` cannot use {these} here. It takes {takes}.", field.name.text), None)
                });
            cx.report(range, message).edit(edit);
        }
        Slip::SecondField { field, at, name } => {
            let message = format!("`{name}` begins a field of its own. Put it on a line of its own.");
            // What counts for a verdict is put there by the author: no fix may raise one.
            let counts = matches!(name, "using" | "evidence" | "metric");
            let edit = (!counts).then(|| on_a_line_of_its_own(cx, field, at, name));
            cx.report(field.values[at].range, message).edit(edit);
        }
    }
}

type Told = (String, Option<(String, TextEdit)>);

/// Words where a string belongs: its quotes were forgotten.
fn quotes(
    cx: &DeclarationContext<'_>,
    field: &Field,
    spec: &FieldSpec,
    first: usize,
    range: TextRange,
) -> Option<Told> {
    let words = field.values.iter().all(|value| value.as_name().is_some());
    if spec.shape != Shape::Text || first > 0 || !words {
        return None;
    }
    let text = cx.file.text().slice(range + cx.base);
    let edit = (!text.contains(['"', '\\', '\n', '\r']))
        .then(|| ("Put it in quotes".to_owned(), TextEdit::replace(range + cx.base, format!("\"{text}\""))));
    let name = &field.name.text;
    Some((format!("`{name}` takes a string, and these words have no quotes. Write `\"` before and behind them."), edit))
}

/// Words that follow a string without a blank: there is a quotation mark within what was meant to be one string.
fn inner_quotes(field: &Field, spec: &FieldSpec, first: usize) -> Option<Told> {
    let before = field.values.get(first.checked_sub(1)?)?;
    let touches = before.range.end() == field.values[first].range.start();
    let string = matches!(before.kind, ValueKind::String(_)) && spec.shape == Shape::Text;
    (string && touches)
        .then(|| ("The string ends at this `\"`. Within a string write `\\\"` for a quotation mark.".to_owned(), None))
}

/// A number in thousands with commas between them: the field is read as a list of numbers.
fn thousands(cx: &DeclarationContext<'_>, field: &Field, first: usize) -> Option<Told> {
    let text = cx.file.text();
    let slice = |value: &Value| text.slice(value.range + cx.base).into_owned();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let before = field.values.get(first.checked_sub(1)?)?;
    let mut number = slice(before);
    let mut end = before.range.end();
    for value in field.values[first..].iter().take_while(|value| value.after_comma) {
        let group = slice(value);
        // Nothing but a comma stands between two groups, and each has three digits.
        if value.range.start() != end + TextSize::of(',')
            || digits(&group) != 3
            || !number.ends_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        number = format!("{number}_{group}");
        end = value.range.end();
    }
    if end == before.range.end() {
        return None;
    }
    let edit = TextEdit::replace(TextRange::new(before.range.start(), end) + cx.base, number);
    let message = "A comma parts two values. Within a number write `_`, as in `10_000`.".to_owned();
    Some((message, Some(("Write `_` for the commas".to_owned(), edit))))
}

/// A string where an address belongs that looks like one.
fn no_address(value: &Value) -> Option<String> {
    let text = value.as_text()?;
    let host = text.split('/').next()?;
    let alike = !text.contains(char::is_whitespace) && host.contains('.') && !text.contains("://");
    alike.then(|| format!("`{text}` is no whole address. Begin it with `https://`."))
}

/// The name of a month where a date belongs.
fn month(value: &Value) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = value.as_name()?.to_lowercase();
    let number = MONTHS.iter().position(|month| name.starts_with(month))? + 1;
    Some(format!("A date is written in digits, the year first, as in `2026-{number:02}`."))
}

/// Values of a list that lack their commas.
fn comma(cx: &DeclarationContext<'_>, field: &Field, spec: &FieldSpec, first: usize, last: usize) -> Option<Told> {
    let fits: fn(&Value) -> bool = match spec.shape {
        Shape::Names(_) | Shape::Choices(_) => |value| value.as_name().is_some(),
        Shape::Texts => |value| matches!(value.kind, ValueKind::String(_)),
        _ => return None,
    };
    if !field.values[first..=last].iter().all(fits) {
        return None;
    }
    let message = format!("A comma is missing before this. `{}` takes {}.", field.name.text, spec.shape.in_words());
    let before = field.values.get(first.checked_sub(1)?)?.range.end() + cx.base;
    let edit = (first == last).then(|| ("Put a comma before it".to_owned(), TextEdit::insert(before, ",")));
    Some((message, edit))
}

/// Puts a second field of a line on the next, indented like the first.
fn on_a_line_of_its_own(cx: &DeclarationContext<'_>, field: &Field, at: usize, name: &str) -> (String, TextEdit) {
    let text = cx.file.text();
    let start = field.range.start() + cx.base;
    let line = text.slice(TextRange::new(text.line_start(text.line_of(start)), start)).into_owned();
    let indent: String = line.chars().take_while(|c| *c == ' ' || *c == '\t').collect();
    let deeper = if line.trim().is_empty() { "" } else { "  " };
    let blanks = TextRange::new(field.values[at - 1].range.end(), field.values[at].range.start()) + cx.base;
    let edit = TextEdit::replace(blanks, format!("{}{indent}{deeper}", line_break(text)));
    (format!("Put `{name}` on a line of its own"), edit)
}
