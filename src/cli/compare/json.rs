//! For programs. What is written here is a contract: `docs/diff.md` explains it, and `docs/schema/diff.json` is its
//! schema, which a test holds against these types.

use super::{Outline, Shown, status};
use crate::model::{AiProperty, Cell, ChainProperty};
use crate::rules::{ChangedClaim, ClaimFacts};
use schemars::JsonSchema;
use serde::Serialize;

/// What `hypecheck diff --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "hypecheck diff", inline)]
pub struct JsonComparison<'a> {
    /// Grows when something is taken away or changes its meaning; new fields may come at any time.
    #[schemars(range(min = 1, max = 1))]
    schema_version: u32,
    /// The old side.
    before: JsonSide<'a>,
    /// The new side.
    after: JsonSide<'a>,
    /// The claims that changed, are new or are gone: the gravest first.
    claims: Vec<JsonChangedClaim>,
    /// What all of it comes to.
    summary: JsonSummary,
}

/// A side.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonSide<'a> {
    /// What it is called: a path, a revision, or `the files here`.
    label: &'a str,
    /// The commit, where it is a revision of git.
    commit: Option<&'a str>,
    /// Files that were judged.
    files: usize,
    /// Claims in them.
    claims: usize,
    /// The nine cells, row by row.
    cells: Vec<JsonCell>,
}

/// A cell and how many claims are in it.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonCell {
    /// Its row: `privacy`, `verifiability` or `performance`.
    #[schemars(extend("enum" = ["privacy", "verifiability", "performance"]))]
    ai: &'static str,
    /// Its column: `security`, `scalability` or `decentralization`.
    #[schemars(extend("enum" = ["security", "scalability", "decentralization"]))]
    chain: &'static str,
    /// Claims that work.
    works: usize,
    /// Claims that are promising.
    promising: usize,
    /// Claims that are speculative.
    speculative: usize,
}

/// A claim that changed, is new, or is gone.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonChangedClaim {
    /// What became of it. The gravest of its changes decides.
    #[schemars(extend("enum" = ["removed", "weakened", "worse", "changed", "better", "added"]))]
    status: &'static str,
    /// As it was; null for a new one.
    before: Option<JsonClaim>,
    /// As it is; null for one that is gone.
    after: Option<JsonClaim>,
    /// How the two were found to be one claim: `name`, `words` (they say the same) or `similar-words`.
    #[schemars(extend("enum" = ["name", "words", "similar-words", null]))]
    matched_by: Option<&'static str>,
    /// What changed, the gravest first.
    changes: Vec<JsonChange>,
}

/// A claim on one side.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonClaim {
    /// The path of its file.
    path: String,
    /// The line on which it is named, from 1.
    #[schemars(range(min = 1))]
    line: u32,
    /// The name of its project.
    project: Option<String>,
    /// Its name.
    name: Option<String>,
    /// The cells it is placed in, as `privacy + decentralization`.
    cells: Vec<String>,
    /// `works`, `promising`, `speculative`, or null for a claim in no rated cell.
    #[schemars(extend("enum" = ["works", "promising", "speculative", null]))]
    verdict: Option<&'static str>,
}

/// One thing that changed.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonChange {
    /// What sort of change it is; new sorts may come at any time.
    kind: &'static str,
    /// What it does: `weakened` quietly, judged or worded `worse`, `noted`, or `better`.
    #[schemars(extend("enum" = ["weakened", "worse", "noted", "better"]))]
    effect: &'static str,
    /// What changed, in words for people.
    message: String,
    /// What was written before, where that is a text to show.
    before: Option<String>,
    /// What is written now, where that is a text to show.
    after: Option<String>,
}

/// What all claims come to.
#[derive(Debug, Serialize, JsonSchema)]
struct JsonSummary {
    /// Claims that are gone.
    removed: usize,
    /// Claims that are there and quietly weakened.
    weakened: usize,
    /// Claims that are judged or worded worse, and not weakened.
    worse: usize,
    /// Claims that changed in another way.
    changed: usize,
    /// Claims that are judged better or have more behind them, and nothing else.
    better: usize,
    /// Claims that are new.
    added: usize,
    /// Claims that are as they were.
    unchanged: usize,
    /// What makes the exit code 1.
    #[schemars(extend("enum" = ["worse", "weakened", "verdict", "never"]))]
    fail_on: &'static str,
    /// 0 nothing got worse, 1 something did, as `fail_on` has it, 2 could not run.
    #[schemars(range(min = 0, max = 2))]
    exit_code: u8,
}

fn side(outline: &Outline) -> JsonSide<'_> {
    let cell = |ai: AiProperty, chain: ChainProperty| {
        let [works, promising, speculative] = outline.cells[Cell { ai, chain }.index()].verdicts;
        JsonCell { ai: ai.as_str(), chain: chain.as_str(), works, promising, speculative }
    };
    JsonSide {
        label: &outline.label,
        commit: outline.commit.as_deref(),
        files: outline.files,
        claims: outline.claims,
        cells: Cell::all().map(|each| cell(each.ai, each.chain)).collect(),
    }
}

fn claim(facts: &ClaimFacts) -> JsonClaim {
    JsonClaim {
        path: facts.path.clone(),
        line: facts.line,
        project: facts.project.as_ref().map(ToString::to_string),
        name: facts.name.as_ref().map(ToString::to_string),
        cells: facts.cells.iter().map(|(cell, _)| cell.to_string()).collect(),
        verdict: facts.verdict.map(|verdict| verdict.as_str()),
    }
}

fn changed(changed: &ChangedClaim) -> JsonChangedClaim {
    let changes = changed.changes.iter().map(|change| JsonChange {
        kind: change.kind.as_str(),
        effect: change.effect.as_str(),
        message: change.message.clone(),
        before: change.before.clone(),
        after: change.after.clone(),
    });
    JsonChangedClaim {
        status: status(changed),
        before: changed.before.as_ref().map(claim),
        after: changed.after.as_ref().map(claim),
        matched_by: changed.matched.map(|matched| matched.as_str()),
        changes: changes.collect(),
    }
}

pub(super) fn text(shown: &Shown<'_>) -> String {
    let comparison = shown.comparison;
    let count = |word: &str| comparison.changed.iter().filter(|claim| status(claim) == word).count();
    let output = JsonComparison {
        schema_version: 1,
        before: side(shown.before),
        after: side(shown.after),
        claims: comparison.changed.iter().map(changed).collect(),
        summary: JsonSummary {
            removed: count("removed"),
            weakened: count("weakened"),
            worse: count("worse"),
            changed: count("changed"),
            better: count("better"),
            added: count("added"),
            unchanged: comparison.unchanged,
            fail_on: shown.fail_on.as_str(),
            exit_code: shown.exit as u8,
        },
    };
    let mut text = serde_json::to_string(&output).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"));
    text.push('\n');
    text
}
