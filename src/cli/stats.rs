//! `hypecheck stats`: what there is of each cell, rule, level and verdict.

use super::baseline::Choice;
use super::files::{Found, Judgement, find, judge};
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::model::Cell;
use crate::rules::{Level, Verdict};
use clap::ValueEnum;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What `hypecheck stats` is asked to count.
#[derive(Debug, clap::Args)]
pub(super) struct StatsArguments {
    /// Files and folders; `-` for standard input. The current folder when left out.
    paths: Vec<PathBuf>,
    /// The name of the text on standard input.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// How to show the counts.
    #[arg(long, value_enum, default_value_t = QueryFormat::Human)]
    format: QueryFormat,
}

/// How to show what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum QueryFormat {
    /// For people.
    Human,
    /// For programs; the documentation has its schema.
    Json,
}

/// What `hypecheck stats --format json` prints.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[schemars(title = "hypecheck stats", inline)]
pub struct JsonStats {
    /// Grows when something is taken away or changes its meaning; new fields may come at any time.
    #[schemars(range(min = 1, max = 1))]
    schema_version: u32,
    /// Files that were judged.
    files: usize,
    /// Projects in them.
    projects: usize,
    /// Claims in them.
    claims: usize,
    /// Claims by verdict.
    verdicts: JsonVerdicts,
    /// The nine cells, row by row. A claim in two cells counts in both.
    cells: Vec<JsonCellStats>,
    /// Claims in no cell.
    unplaced: usize,
    /// Findings by level, with those that a baseline hides.
    levels: BTreeMap<&'static str, usize>,
    /// Findings by rule; a rule that found nothing is left out.
    rules: BTreeMap<&'static str, usize>,
}

/// Claims by verdict.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
struct JsonVerdicts {
    works: usize,
    promising: usize,
    speculative: usize,
    /// Claims in no rated cell.
    none: usize,
}

/// The claims in a cell.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct JsonCellStats {
    /// Its row: `privacy`, `verifiability` or `performance`.
    #[schemars(extend("enum" = ["privacy", "verifiability", "performance"]))]
    ai: &'static str,
    /// Its column: `security`, `scalability` or `decentralization`.
    #[schemars(extend("enum" = ["security", "scalability", "decentralization"]))]
    chain: &'static str,
    /// How many there are.
    claims: usize,
    /// How many of each verdict.
    verdicts: JsonVerdicts,
}

impl JsonVerdicts {
    fn add(&mut self, verdict: Option<Verdict>) {
        *match verdict {
            Some(Verdict::Works) => &mut self.works,
            Some(Verdict::Promising) => &mut self.promising,
            Some(Verdict::Speculative) => &mut self.speculative,
            None => &mut self.none,
        } += 1;
    }

    fn merge(&mut self, other: JsonVerdicts) {
        self.works += other.works;
        self.promising += other.promising;
        self.speculative += other.speculative;
        self.none += other.none;
    }
}

impl JsonStats {
    fn new() -> JsonStats {
        let cells = Cell::all().map(|cell| JsonCellStats {
            ai: cell.ai.as_str(),
            chain: cell.chain.as_str(),
            claims: 0,
            verdicts: JsonVerdicts::default(),
        });
        let levels = Level::ALL.iter().map(|level| (level.as_str(), 0)).collect();
        JsonStats { schema_version: 1, cells: cells.collect(), levels, ..JsonStats::default() }
    }

    fn of(judgement: &Judgement) -> JsonStats {
        let mut stats = JsonStats { files: 1, claims: judgement.report.claims.len(), ..JsonStats::new() };
        let file = judgement.snapshot.file(judgement.report.file);
        let declared = file.iter().flat_map(|file| file.tree().declarations());
        stats.projects = declared.filter(|child| child.declaration.keyword == crate::syntax::Keyword::Project).count();
        for claim in &judgement.report.claims {
            stats.verdicts.add(claim.verdict);
            stats.unplaced += usize::from(claim.cells.is_empty());
            for judged in &claim.cells {
                let cell = &mut stats.cells[judged.cell.index()];
                cell.claims += 1;
                cell.verdicts.add(claim.verdict);
            }
        }
        for found in &judgement.report.diagnostics {
            *stats.levels.entry(found.level.as_str()).or_default() += 1;
            *stats.rules.entry(found.rule.name).or_default() += 1;
        }
        stats
    }

    fn merge(&mut self, other: JsonStats) {
        self.files += other.files;
        self.projects += other.projects;
        self.claims += other.claims;
        self.unplaced += other.unplaced;
        self.verdicts.merge(other.verdicts);
        for (cell, other) in self.cells.iter_mut().zip(other.cells) {
            cell.claims += other.claims;
            cell.verdicts.merge(other.verdicts);
        }
        for (counts, others) in [(&mut self.levels, other.levels), (&mut self.rules, other.rules)] {
            for (name, count) in others {
                *counts.entry(name).or_default() += count;
            }
        }
    }

    fn text(&self) -> String {
        let mut text =
            format!("files     {:>6}\nprojects  {:>6}\nclaims    {:>6}\n", self.files, self.projects, self.claims);
        let JsonVerdicts { works, promising, speculative, none } = self.verdicts;
        text += "\nclaims by verdict\n";
        for (name, count) in
            [("works", works), ("promising", promising), ("speculative", speculative), ("no verdict", none)]
        {
            text += &format!("{count:>6}  {name}\n");
        }
        text += "\nclaims by cell (works, promising, speculative)\n";
        for cell in &self.cells {
            let JsonVerdicts { works, promising, speculative, .. } = cell.verdicts;
            let name = format!("{} + {}", cell.ai, cell.chain);
            text += &format!("{:>6}  {name:<32} {works:>4} {promising:>4} {speculative:>4}\n", cell.claims);
        }
        text += &format!("{:>6}  in no cell\n\nfindings by level\n", self.unplaced);
        for level in Level::ALL {
            text += &format!("{:>6}  {level}\n", self.levels.get(level.as_str()).copied().unwrap_or_default());
        }
        text += "\nfindings by rule\n";
        let mut rules: Vec<_> = self.rules.iter().collect();
        rules.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), **name));
        for (name, count) in &rules {
            text += &format!("{count:>6}  {name}\n");
        }
        if rules.is_empty() {
            text += "     0\n";
        }
        text
    }
}

pub(super) fn run(arguments: &StatsArguments, mut judging: Judging, terminal: &mut Terminal) -> Exit {
    // What there is does not depend on what was put aside.
    judging.baseline = Choice::Instead(None);
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    problems.extend(empty);
    let mut stats = JsonStats::new();
    for result in judge(&inputs, &judging, |judged| match judged.outcome {
        Ok(judgement) => Ok(JsonStats::of(&judgement)),
        Err(problem) => Err(format!("{}: {problem}", judged.path)),
    }) {
        match result {
            Ok(one) => stats.merge(one),
            Err(problem) => problems.push(problem),
        }
    }
    print(terminal, arguments.format, &stats, || stats.text());
    finish(problems, &judging, terminal)
}

/// Prints the answer to a question in the form that is wanted.
pub(super) fn print(
    terminal: &mut Terminal,
    format: QueryFormat,
    value: &impl Serialize,
    text: impl FnOnce() -> String,
) {
    match format {
        QueryFormat::Human => terminal.print(&text()),
        QueryFormat::Json => {
            let json = serde_json::to_string(value).unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"));
            terminal.print(&json);
            terminal.print("\n");
        }
    }
}

/// Tells what could not be done.
pub(super) fn finish(mut problems: Vec<String>, judging: &Judging, terminal: &mut Terminal) -> Exit {
    problems.extend(judging.problems());
    for problem in &problems {
        terminal.complain(problem);
    }
    if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun }
}
