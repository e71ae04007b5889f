//! For programs. What is written here is a contract: `docs/json.md` explains it, and `docs/schema/check.json` is its
//! schema, which a test holds against these types.

use super::super::check::FailOn;
use super::super::files::Judgement;
use super::{FileResult, Summary};
use crate::rules::{JudgedClaim, Level};
use crate::text::{Encoding, Text, TextRange, TextSize};
use schemars::JsonSchema;
use serde::Serialize;

/// What `hypecheck check --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "hypecheck check", inline)]
pub struct JsonOutput<'a> {
    /// Grows when something is taken away or changes its meaning; new fields may come at any time.
    #[schemars(range(min = 1, max = 1))]
    schema_version: u32,
    /// The files, sorted by path.
    files: Vec<&'a JsonFile>,
    /// What all of it comes to.
    summary: JsonSummary,
}

/// A file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonFile {
    /// The path as it was given, with `/` between folders.
    path: String,
    /// What was found, in the order of the text.
    diagnostics: Vec<JsonDiagnostic>,
    /// The claims, in the order of the text.
    claims: Vec<JsonClaim>,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonDiagnostic {
    /// The rule that found it.
    rule: &'static str,
    /// How much it matters.
    level: JsonLevel,
    /// What is wrong, why, and the way out.
    message: String,
    /// Where it is.
    range: JsonRange,
    /// The name of the claim it is about.
    claim: Option<String>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum JsonLevel {
    Error,
    Warning,
    Information,
    Hint,
}

impl From<Level> for JsonLevel {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Information => Self::Information,
            Level::Hint => Self::Hint,
        }
    }
}

/// A part of the text; the end is not part of it.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
struct JsonRange {
    /// Where it starts.
    start: JsonPosition,
    /// Where it ends.
    end: JsonPosition,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
struct JsonPosition {
    /// The line, from 1. Lines end with LF, CRLF or CR.
    #[schemars(range(min = 1))]
    line: u32,
    /// The column, from 1, in Unicode scalar values.
    #[schemars(range(min = 1))]
    column: u32,
    /// Bytes before the place.
    offset: u32,
}

/// A claim.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonClaim {
    /// The name of its project.
    project: Option<String>,
    /// Its name.
    name: Option<String>,
    /// The cells it is placed in.
    cells: Vec<JsonCell>,
    /// The words that led to a cell, and those that say more than could be checked, in the order of the text.
    words: Vec<JsonWords>,
    /// `works`, `promising`, `speculative`, or null for a claim in no rated cell.
    #[schemars(extend("enum" = ["works", "promising", "speculative", null]))]
    verdict: Option<&'static str>,
    /// All of it.
    range: JsonRange,
}

/// Words of a claim and what they were read as.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonWords {
    /// Where they stand.
    range: JsonRange,
    /// `cell` for words that point to a cell, `hype` for words that say more than could be checked.
    #[schemars(extend("enum" = ["cell", "hype"]))]
    kind: &'static str,
    /// The cell, as `privacy + decentralization`; for hype, why it cannot be checked.
    #[serde(rename = "for")]
    what: String,
}

/// A cell of the matrix that a claim is placed in.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonCell {
    /// Its row: `privacy`, `verifiability` or `performance`.
    #[schemars(extend("enum" = ["privacy", "verifiability", "performance"]))]
    ai: &'static str,
    /// Its column: `security`, `scalability` or `decentralization`.
    #[schemars(extend("enum" = ["security", "scalability", "decentralization"]))]
    chain: &'static str,
    /// How the judging matrix rates it, or null where it does not.
    #[schemars(extend("enum" = ["strong", "moderate", "weak", null]))]
    strength: Option<&'static str>,
    /// On whose word the strength stands.
    #[schemars(extend("enum" = ["stated", "implied", "judgement", null]))]
    provenance: Option<&'static str>,
    /// Whether the spec placed the claim there, or hypecheck did.
    #[schemars(extend("enum" = ["declared", "inferred"]))]
    origin: &'static str,
}

/// What all files come to.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
struct JsonSummary {
    /// Files that were judged.
    files: usize,
    /// Claims in them.
    claims: usize,
    /// Findings of each level.
    diagnostics: JsonCounts,
    /// Files and folders that could not be read; each is told on standard error.
    unreadable: usize,
    /// The level from which findings make the exit code 1.
    #[schemars(extend("enum" = ["error", "warning", "information", "never"]))]
    fail_on: &'static str,
    /// 0 clean, 1 findings at or above `fail_on`, 2 could not run.
    #[schemars(range(min = 0, max = 2))]
    exit_code: u8,
}

/// Findings of each level.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
struct JsonCounts {
    error: usize,
    warning: usize,
    information: usize,
    hint: usize,
}

fn position(text: &Text, offset: TextSize) -> JsonPosition {
    let position = text.position(offset, Encoding::Utf32);
    JsonPosition { line: position.line + 1, column: position.column + 1, offset: offset.into() }
}

fn range(text: &Text, range: TextRange) -> JsonRange {
    JsonRange { start: position(text, range.start()), end: position(text, range.end()) }
}

pub(super) fn file(path: &str, judgement: &Judgement) -> JsonFile {
    let text = &judgement.text;
    let report = &judgement.report;
    let diagnostics = report.diagnostics.iter().map(|diagnostic| JsonDiagnostic {
        rule: diagnostic.rule.name,
        level: diagnostic.level.into(),
        message: diagnostic.message.clone(),
        range: range(text, diagnostic.range),
        claim: diagnostic.claim.as_ref().map(ToString::to_string),
    });
    let claims = report.claims.iter().map(|claim| JsonClaim {
        project: claim.project.as_ref().map(ToString::to_string),
        name: claim.name.as_ref().map(ToString::to_string),
        cells: claim
            .cells
            .iter()
            .map(|judged| JsonCell {
                ai: judged.cell.ai.as_str(),
                chain: judged.cell.chain.as_str(),
                strength: judged.rating.as_ref().map(|rating| rating.strength.as_str()),
                provenance: judged.rating.as_ref().map(|rating| rating.provenance.as_str()),
                origin: judged.origin.as_str(),
            })
            .collect(),
        words: words(text, claim),
        verdict: claim.verdict.map(|verdict| verdict.as_str()),
        range: range(text, claim.range),
    });
    JsonFile { path: path.to_owned(), diagnostics: diagnostics.collect(), claims: claims.collect() }
}

fn words(text: &Text, claim: &JudgedClaim) -> Vec<JsonWords> {
    let cells = claim.read.iter().flat_map(|read| {
        read.words
            .iter()
            .map(|&words| (words, JsonWords { range: range(text, words), kind: "cell", what: read.cell.to_string() }))
    });
    let hype = claim.hype.iter().map(|found| {
        (found.range, JsonWords { range: range(text, found.range), kind: "hype", what: found.why.to_owned() })
    });
    let mut all: Vec<_> = cells.chain(hype).collect();
    all.sort_by_key(|(range, _)| (range.start(), range.end()));
    all.into_iter().map(|(_, words)| words).collect()
}

pub(super) fn unread(path: &str, message: &str) -> JsonFile {
    let start = JsonPosition { line: 1, column: 1, offset: 0 };
    let diagnostic = JsonDiagnostic {
        rule: "syntax-error",
        level: JsonLevel::Error,
        message: message.to_owned(),
        range: JsonRange { start, end: start },
        claim: None,
    };
    JsonFile { path: path.to_owned(), diagnostics: vec![diagnostic], claims: Vec::new() }
}

pub(in super::super) fn document(results: &[FileResult], summary: &Summary, fail_on: FailOn, exit_code: u8) -> String {
    let output = JsonOutput {
        schema_version: 1,
        files: results.iter().filter_map(|result| result.json.as_ref()).collect(),
        summary: JsonSummary {
            files: summary.files,
            claims: summary.claims,
            diagnostics: JsonCounts {
                error: summary.count(Level::Error),
                warning: summary.count(Level::Warning),
                information: summary.count(Level::Information),
                hint: summary.count(Level::Hint),
            },
            unreadable: summary.problems,
            fail_on: fail_on.as_str(),
            exit_code,
        },
    };
    let mut text = serde_json::to_string(&output).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"));
    text.push('\n');
    text
}
