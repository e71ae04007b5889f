//! What is found, as people and programs want to read it.

mod concise;
mod human;
pub mod json;

use super::check::{FailOn, Format};
use super::files::Judged;
use crate::model::ReadProblem;
use crate::rules::Level;

/// One file's part of the output, made on the thread that judged it.
pub(super) struct FileResult {
    /// The text to print, for formats that print file by file.
    pub(super) shown: String,
    /// The file as JSON has it.
    pub(super) json: Option<json::JsonFile>,
    /// Why the file could not be judged, where that is no finding.
    pub(super) problem: Option<String>,
    counts: [usize; 4],
    claims: usize,
    judged: bool,
}

impl FileResult {
    pub(super) fn new(judged: Judged, format: Format, colours: bool) -> FileResult {
        let path = judged.path;
        let judgement = match judged.outcome {
            Ok(judgement) => judgement,
            Err(problem) => return FileResult::unread(&path, &problem, format),
        };
        let mut counts = [0; 4];
        for diagnostic in &judgement.report.diagnostics {
            counts[index(diagnostic.level)] += 1;
        }
        let claims = judgement.report.claims.len();
        let (shown, json) = match format {
            Format::Human => (human::file(&path, &judgement, colours), None),
            Format::Concise => (concise::file(&path, &judgement), None),
            Format::Json => (String::new(), Some(json::file(&path, &judgement))),
        };
        FileResult { shown, json, problem: None, counts, claims, judged: true }
    }

    /// What is no text is a finding, as a spec that cannot be read is; what the system refuses is not.
    fn unread(path: &str, problem: &ReadProblem, format: Format) -> FileResult {
        let message = match problem {
            ReadProblem::NotUtf8(_) => format!("This file cannot be read as a spec: {problem}. Save it as UTF-8."),
            ReadProblem::TooLarge(_) => format!("This file is not checked: {problem}. Split it into several files."),
            other => {
                let problem = Some(format!("{path}: {other}"));
                return FileResult {
                    shown: String::new(),
                    json: None,
                    problem,
                    counts: [0; 4],
                    claims: 0,
                    judged: false,
                };
            }
        };
        let mut counts = [0; 4];
        counts[index(Level::Error)] = 1;
        let (shown, json) = match format {
            Format::Human => (human::unread(path, &message), None),
            Format::Concise => (concise::line(path, 1, 1, Level::Error, "syntax-error", &message), None),
            Format::Json => (String::new(), Some(json::unread(path, &message))),
        };
        FileResult { shown, json, problem: None, counts, claims: 0, judged: true }
    }
}

fn index(level: Level) -> usize {
    Level::ALL.iter().position(|&each| each == level).unwrap_or(0)
}

/// What all files come to.
pub(super) struct Summary {
    pub(super) files: usize,
    pub(super) claims: usize,
    /// Files and folders that could not be read.
    pub(super) problems: usize,
    /// Folders without a spec.
    pub(super) empty: usize,
    /// For each level, the gravest first.
    counts: [usize; 4],
}

impl Summary {
    pub(super) fn of(results: &[FileResult]) -> Summary {
        let mut summary = Summary { files: 0, claims: 0, problems: 0, empty: 0, counts: [0; 4] };
        for result in results {
            summary.files += usize::from(result.judged);
            summary.claims += result.claims;
            for (sum, count) in summary.counts.iter_mut().zip(result.counts) {
                *sum += count;
            }
        }
        summary
    }

    pub(super) fn count(&self, level: Level) -> usize {
        self.counts[index(level)]
    }

    pub(super) fn at_or_above(&self, level: Level) -> usize {
        self.counts[..=index(level)].iter().sum()
    }
}

/// A number and what it counts.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// What was counted and what the exit code means.
pub(super) fn last_line(summary: &Summary, fail_on: FailOn, exit: u8) -> String {
    let found: Vec<String> = Level::ALL
        .iter()
        .filter(|&&level| summary.count(level) > 0)
        .map(|&level| match level {
            Level::Error => count(summary.count(level), "error", "errors"),
            Level::Warning => count(summary.count(level), "warning", "warnings"),
            Level::Information => format!("{} information", summary.count(level)),
            Level::Hint => count(summary.count(level), "hint", "hints"),
        })
        .collect();
    let total: usize = Level::ALL.iter().map(|&level| summary.count(level)).sum();
    let found = if found.is_empty() { "nothing found".to_owned() } else { found.join(", ") };
    let failing = fail_on.level().map_or(0, |level| summary.at_or_above(level));
    let meaning = match exit {
        2 if summary.problems > 0 => format!("{} could not be read", count(summary.problems, "path", "paths")),
        2 if summary.empty > 0 => {
            format!("there is nothing to check in {}", count(summary.empty, "folder", "folders"))
        }
        2 => "the configuration is not understood".to_owned(),
        1 => format!("{} at or above `{}`", count(failing, "finding", "findings"), fail_on.as_str()),
        _ if total == 0 => "clean".to_owned(),
        _ if fail_on == FailOn::Never => "nothing fails with `--fail-on never`".to_owned(),
        _ => {
            let gravest = Level::ALL.iter().find(|&&level| summary.count(level) > 0);
            let advice = match gravest {
                Some(Level::Warning) => "; `--fail-on warning` to fail on them",
                Some(Level::Information) => "; `--fail-on information` to fail on them",
                _ => "",
            };
            format!("nothing at or above `{}`{advice}", fail_on.as_str())
        }
    };
    format!(
        "Checked {} with {}: {found}. Exit code {exit}: {meaning}.\n",
        count(summary.files, "file", "files"),
        count(summary.claims, "claim", "claims")
    )
}
