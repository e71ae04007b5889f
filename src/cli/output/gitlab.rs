//! A code quality report of GitLab: a list of what was found.

use super::file::File;
use crate::rules::{Fingerprint, Level};
use crate::text::Encoding;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A finding that waits for its fingerprint.
pub(super) struct Issue {
    fingerprint: Option<Fingerprint>,
    rest: Value,
}

pub(super) fn file(file: &File<'_>) -> Vec<Issue> {
    file.findings()
        .map(|finding| {
            let (start, end) = finding.place(Encoding::Utf32);
            let rest = json!({
                "description": finding.message,
                "check_name": finding.rule.name,
                "severity": severity(finding.level),
                // A file that cannot be read is known by its name.
                "fingerprint": format!("unread:{}", file.path),
                "location": {
                    "path": file.path,
                    "lines": { "begin": start.line, "end": end.line },
                },
            });
            Issue { fingerprint: file.fingerprint(&finding), rest }
        })
        .collect()
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "critical",
        Level::Warning => "major",
        Level::Information => "minor",
        Level::Hint => "info",
    }
}

/// How often each fingerprint was seen in the files so far.
///
/// GitLab shows one finding of those with the same fingerprint, and calls new what has one that was not there before. A
/// claim that stands in two files is found in both, so the second is numbered: whichever of them is taken away, one
/// fingerprint goes.
#[derive(Default)]
pub(super) struct Seen(HashMap<Fingerprint, u32>);

impl Seen {
    /// The findings of the next file, a line each.
    pub(super) fn write(&mut self, issues: Vec<Issue>) -> String {
        let lines = issues.into_iter().map(|Issue { fingerprint, mut rest }| {
            if let Some(fingerprint) = fingerprint {
                let before = self.0.entry(fingerprint).or_insert(0);
                *before += 1;
                rest["fingerprint"] = match *before {
                    1 => fingerprint.to_string(),
                    number => format!("{fingerprint}-{number}"),
                }
                .into();
            }
            rest.to_string()
        });
        lines.collect::<Vec<_>>().join(",\n")
    }
}
