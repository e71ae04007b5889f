//! The diagnostic format of reviewdog, with what could be written instead as suggestions.

use super::file::{File, place};
use crate::rules::{Diagnostic, Fix, FixClass, Level, fixes};
use crate::text::{Encoding, LineColumn, Text, TextEdit, TextRange, TextSize};
use serde_json::{Value, json};

/// Bytes that a suggestion replaces at most: a reviewer has to look at all of them.
const MOST_REPLACED: u32 = 4000;

pub(super) fn head() -> String {
    let source = json!({ "name": "hypecheck", "url": env!("CARGO_PKG_REPOSITORY") });
    format!("{{\"source\":{source},\"diagnostics\":[\n")
}

pub(super) const TAIL: &str = "\n]}\n";

pub(super) fn file(file: &File<'_>) -> String {
    let findings = file.findings().map(|finding| {
        let mut diagnostic = json!({
            "message": finding.message,
            // Columns of this format count bytes.
            "location": { "path": file.path, "range": range(finding.place(Encoding::Utf8)) },
            "severity": severity(finding.level),
            "code": { "value": finding.rule.name, "url": finding.rule.url() },
        });
        if let Some((found, text)) = finding.found {
            let suggestions = suggestions(file, found, text);
            if !suggestions.is_empty() {
                diagnostic["suggestions"] = suggestions.into();
            }
        }
        diagnostic.to_string()
    });
    findings.collect::<Vec<_>>().join(",\n")
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Information | Level::Hint => "INFO",
    }
}

fn range((start, end): (LineColumn, LineColumn)) -> Value {
    let position = |at: LineColumn| json!({ "line": at.line, "column": at.column });
    json!({ "start": position(start), "end": position(end) })
}

/// What a reviewer may take over as it stands, the likeliest first.
fn suggestions(file: &File<'_>, found: &Diagnostic, text: &Text) -> Vec<Value> {
    let source = file.judgement.and_then(|judgement| judgement.snapshot.file(judgement.report.file));
    let Some(source) = source else { return Vec::new() };
    let mut fixes: Vec<Fix> = fixes(source, found).into_iter().filter(|fix| says_something(fix, text)).collect();
    fixes.sort_by_key(|fix| !fix.preferred);
    fixes.iter().filter_map(|fix| suggestion(fix, text)).collect()
}

/// Whether a fix says something by itself. One that only writes an empty field for the author to fill is of use in an
/// editor, but not where one can only say yes to it.
fn says_something(fix: &Fix, text: &Text) -> bool {
    let replaces = |edit: &TextEdit| !text.slice(edit.range).trim().is_empty();
    fix.class != FixClass::Meaning || fix.edits.iter().all(replaces)
}

/// A suggestion has one range, so that of a fix with several edits covers them all and what stands between.
fn suggestion(fix: &Fix, text: &Text) -> Option<Value> {
    let all = fix.edits.iter().map(|edit| edit.range).reduce(TextRange::cover)?;
    if all.len() > TextSize::new(MOST_REPLACED) {
        return None;
    }
    let after = text.apply(&fix.edits);
    let behind = text.len() - all.end();
    let written = after.slice(TextRange::new(all.start(), after.len() - behind)).into_owned();
    Some(json!({ "range": range(place(text, all, Encoding::Utf8)), "text": written }))
}
