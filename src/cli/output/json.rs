//! For programs. What is written here is a contract: `docs/json.md` explains it, and `docs/schema/check.json` and
//! `docs/schema/check-line.json` are its schemas, which a test holds against these types.

use super::super::baseline::Stale;
use super::Run;
use super::file::{File, Finding};
use crate::rules::{JudgedClaim, Level};
use crate::text::{Encoding, Text, TextRange, TextSize};
use schemars::JsonSchema;
use serde::Serialize;

/// What `hypecheck check --format json` prints. It is written in parts, since files are let go when they are written; a
/// test holds the whole against its schema.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "hypecheck check", inline)]
pub struct JsonOutput<'a> {
    /// Grows when something is taken away or changes its meaning; new fields may come at any time.
    #[schemars(range(min = 1, max = 1))]
    schema_version: u32,
    /// The files, sorted by path.
    files: Vec<JsonFile>,
    /// What all of it comes to.
    summary: JsonSummary<'a>,
}

/// A line that `hypecheck check --format json-lines` prints.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "A line of hypecheck check", inline)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum JsonLine<'a> {
    /// A finding.
    Finding {
        /// The path of its file as it was given, with `/` between folders.
        path: &'a str,
        /// All else there is to say of it.
        #[serde(flatten)]
        finding: JsonDiagnostic,
    },
    /// What all files come to. It is the last line.
    Summary {
        /// Grows when something is taken away or changes its meaning; new fields and types of lines may come at any time.
        #[schemars(range(min = 1, max = 1))]
        schema_version: u32,
        /// The counts.
        #[serde(flatten)]
        summary: JsonSummary<'a>,
    },
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
    /// Findings that are in the baseline; they are not listed.
    hidden: usize,
    /// Fixes that were applied with `--fix`, or would be with `--diff`. What is found is what is left then.
    fixed: usize,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JsonDiagnostic {
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
    /// What it is known by from one run to the next: 32 hexadecimal digits, which stay the same while the spec is laid out
    /// anew, moved or renamed. Null for a file that cannot be read.
    fingerprint: Option<String>,
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
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct JsonSummary<'a> {
    /// Files that were judged.
    files: usize,
    /// Claims in them.
    claims: usize,
    /// Findings of each level.
    diagnostics: JsonCounts,
    /// Findings that are in the baseline; they are not listed and do not count.
    hidden: usize,
    /// Entries of the baseline that hide nothing any more, as far as the files that were judged can tell.
    stale: Vec<JsonStale<'a>>,
    /// Fixes that were applied with `--fix`, or would be with `--diff`.
    fixed: usize,
    /// Files and folders that could not be read; each is told on standard error.
    unreadable: usize,
    /// What was left out with `--since`; null without it.
    since: Option<JsonSince<'a>>,
    /// The level from which findings make the exit code 1.
    #[schemars(extend("enum" = ["error", "warning", "information", "never"]))]
    fail_on: &'static str,
    /// 0 clean, 1 findings at or above `fail_on`, 2 could not run.
    #[schemars(range(min = 0, max = 2))]
    exit_code: u8,
}

/// What was left out with `--since`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct JsonSince<'a> {
    /// The revision, as it was named.
    revision: &'a str,
    /// Claims that are neither new nor judged otherwise, and so are not listed.
    left_out_claims: usize,
    /// Findings that are in none of the claims that are listed.
    left_out_diagnostics: usize,
}

/// An entry of a baseline that hides nothing any more.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct JsonStale<'a> {
    /// The baseline that it is in.
    baseline: &'a str,
    /// The rule that had found something.
    rule: &'a str,
    /// The file it was found in, from the folder of the baseline on.
    path: &'a str,
    /// The claim it was about.
    claim: Option<&'a str>,
    /// What it is known by.
    fingerprint: String,
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

pub(super) const HEAD: &str = "{\"schema_version\":1,\"files\":[";

/// A file, as it stands among the others.
pub(super) fn file(file: &File<'_>) -> String {
    let claims = file
        .judgement
        .map_or_else(Vec::new, |judgement| file.claims().iter().map(|it| claim(&judgement.text, it)).collect());
    text(&JsonFile {
        path: file.path.to_owned(),
        diagnostics: file.findings().map(|finding| diagnostic(file, finding)).collect(),
        claims,
        hidden: file.hidden(),
        fixed: file.fixed(),
    })
}

/// What stands after all files.
pub(super) fn tail(run: &Run<'_>) -> String {
    format!("],\"summary\":{}}}\n", text(&summary(run)))
}

/// The findings of a file, a line each.
pub(super) fn lines(file: &File<'_>) -> String {
    let path = file.path;
    let lines =
        file.findings().map(|finding| text(&JsonLine::Finding { path, finding: diagnostic(file, finding) }) + "\n");
    lines.collect()
}

/// The last line.
pub(super) fn summary_line(run: &Run<'_>) -> String {
    text(&JsonLine::Summary { schema_version: 1, summary: summary(run) }) + "\n"
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"))
}

fn diagnostic(file: &File<'_>, finding: Finding<'_>) -> JsonDiagnostic {
    let start = JsonPosition { line: 1, column: 1, offset: 0 };
    JsonDiagnostic {
        rule: finding.rule.name,
        level: finding.level.into(),
        message: finding.message.to_owned(),
        range: finding
            .found
            .map_or(JsonRange { start, end: start }, |(diagnostic, text)| range(text, diagnostic.range)),
        claim: finding.claim().map(str::to_owned),
        fingerprint: file.fingerprint(&finding).map(|print| print.to_string()),
    }
}

fn claim(text: &Text, claim: &JudgedClaim) -> JsonClaim {
    JsonClaim {
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
    }
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

fn stale(stale: &Stale) -> JsonStale<'_> {
    let Stale { baseline, entry } = stale;
    JsonStale {
        baseline,
        rule: &entry.rule,
        path: &entry.path,
        claim: entry.claim.as_deref(),
        fingerprint: entry.fingerprint.to_string(),
    }
}

fn summary<'a>(run: &Run<'a>) -> JsonSummary<'a> {
    let summary = run.summary;
    JsonSummary {
        files: summary.files,
        claims: summary.claims,
        diagnostics: JsonCounts {
            error: summary.count(Level::Error),
            warning: summary.count(Level::Warning),
            information: summary.count(Level::Information),
            hint: summary.count(Level::Hint),
        },
        hidden: summary.hidden,
        stale: summary.stale.iter().map(stale).collect(),
        fixed: summary.fixed,
        unreadable: summary.problems,
        since: summary.left_out.as_ref().map(|left_out| JsonSince {
            revision: &left_out.revision,
            left_out_claims: left_out.claims,
            left_out_diagnostics: left_out.findings,
        }),
        fail_on: run.fail_on.as_str(),
        exit_code: run.exit,
    }
}
