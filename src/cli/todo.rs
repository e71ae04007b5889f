//! `hypecheck todo`: the measurements that claims wait for.

use super::files::{Found, find, judge};
use super::output::count;
use super::stats::{QueryFormat, finish, print};
use super::terminal::{Terminal, printable};
use super::{Exit, Judging};
use crate::rules::{Measurement, measurements};
use schemars::JsonSchema;
use serde::Serialize;
use std::path::PathBuf;

/// What `hypecheck todo` is asked to list.
#[derive(Debug, clap::Args)]
pub(super) struct TodoArguments {
    /// Files and folders; `-` for standard input. The current folder when left out.
    paths: Vec<PathBuf>,
    /// The name of the text on standard input.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// How to show the measurements.
    #[arg(long, value_enum, default_value_t = QueryFormat::Human)]
    format: QueryFormat,
}

/// What `hypecheck todo --format json` prints.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "hypecheck todo", inline)]
pub struct JsonTodo {
    /// Grows when something is taken away or changes its meaning; new fields may come at any time.
    #[schemars(range(min = 1, max = 1))]
    schema_version: u32,
    /// The claims that lack a metric, by path and in the order of the text.
    measurements: Vec<JsonMeasurement>,
    /// All claims, with a metric or without.
    claims: usize,
}

/// A measurement to make.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct JsonMeasurement {
    /// The path of the file.
    path: String,
    /// The line on which the claim is named, from 1.
    #[schemars(range(min = 1))]
    line: u32,
    /// The name of its project.
    project: Option<String>,
    /// Its name.
    claim: Option<String>,
    /// The cell that weighs most, as `privacy + decentralization`.
    cell: Option<String>,
    /// The verdict as long as nothing is measured.
    #[schemars(extend("enum" = ["works", "promising", "speculative", null]))]
    verdict: Option<&'static str>,
    /// The metric that fits, but for its figure.
    metric: JsonSuggested,
    /// The kind of evidence that it is best published as.
    evidence: &'static str,
    /// What is known to bound it.
    bounds: Vec<JsonBound>,
}

/// A metric without a figure.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct JsonSuggested {
    /// Its name.
    name: &'static str,
    /// How it compares: `<` or `>=`.
    operator: &'static str,
    /// Its unit.
    unit: &'static str,
    /// What to measure.
    what: &'static str,
}

/// A limit of a chain or a ceiling.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct JsonBound {
    /// The chain or the ceiling.
    of: String,
    /// The limit.
    limit: String,
    /// Who says so.
    sources: Vec<String>,
}

fn json(path: &str, measurement: Measurement) -> JsonMeasurement {
    let Measurement { project, claim, line, cell, verdict, metric, evidence, bounds } = measurement;
    JsonMeasurement {
        path: path.to_owned(),
        line,
        project: project.map(|name| name.to_string()),
        claim: claim.map(|name| name.to_string()),
        cell: cell.map(|cell| cell.to_string()),
        verdict: verdict.map(|verdict| verdict.as_str()),
        metric: JsonSuggested { name: metric.name, operator: metric.operator, unit: metric.unit, what: metric.what },
        evidence,
        bounds: bounds
            .into_iter()
            .map(|bound| JsonBound { of: bound.of, limit: bound.limit, sources: bound.sources })
            .collect(),
    }
}

pub(super) fn run(arguments: &TodoArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    problems.extend(empty);
    let mut todo = JsonTodo { schema_version: 1, measurements: Vec::new(), claims: 0 };
    for result in judge(&inputs, judging, |judged| match judged.outcome {
        Ok(judgement) => {
            let found = measurements(&judgement.snapshot, &judgement.report);
            let found: Vec<_> = found.into_iter().map(|one| json(&judged.path, one)).collect();
            Ok((found, judgement.report.claims.len()))
        }
        Err(problem) => Err(format!("{}: {problem}", judged.path)),
    }) {
        match result {
            Ok((found, claims)) => {
                todo.measurements.extend(found);
                todo.claims += claims;
            }
            Err(problem) => problems.push(problem),
        }
    }
    print(terminal, arguments.format, &todo, || text(&todo));
    finish(problems, judging, terminal)
}

fn text(todo: &JsonTodo) -> String {
    let mut text = String::new();
    for one in &todo.measurements {
        let name = |name: &Option<String>, without: &str| name.clone().unwrap_or_else(|| without.to_owned());
        let title = format!("{}.{}", name(&one.project, "?"), name(&one.claim, "?"));
        text += &format!(
            "{}:{}: {} ({}, {})\n",
            printable(&one.path),
            one.line,
            printable(&title),
            one.cell.as_deref().unwrap_or("in no cell"),
            one.verdict.unwrap_or("no verdict")
        );
        let JsonSuggested { name, operator, unit, what } = &one.metric;
        text += &format!("  measure   {name}, in {unit}: {what}\n");
        text += &format!("  write     metric {name} {operator} … {unit}\n");
        text += &format!("  publish   evidence {} \"…\"\n", one.evidence);
        for bound in &one.bounds {
            text += &format!("  known     {}: {}\n", printable(&bound.of), printable(&bound.limit));
            for source in &bound.sources {
                text += &format!("            {}\n", printable(source));
            }
        }
        text.push('\n');
    }
    let lack = if todo.measurements.len() == 1 { "lacks" } else { "lack" };
    text + &format!("{} of {} {lack} a metric.\n", todo.measurements.len(), count(todo.claims, "claim", "claims"))
}
