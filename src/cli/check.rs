//! `hypecheck check`: judge specs and show what is found.

use super::baseline::{self, Use};
use super::compare::Since;
use super::files::{Found, find, judge_in_order};
use super::fix::{self, Then};
use super::output::{self, FileResult, FixCount, OutputArguments, Outputs, Run, Summary};
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::rules::{Level, Mend, make_ready};
use clap::ValueEnum;
use std::path::PathBuf;

/// What `hypecheck check` is asked to do.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    /// Files and folders; `-` for standard input. Folders are searched for `.synergy` files, without those that
    /// `.gitignore` names. The current folder when left out.
    paths: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
    /// The name of the text on standard input: it is shown, and a `use` in the text starts from it.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// The level from which findings make the exit code 1.
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "LEVEL")]
    fail_on: FailOn,
    /// Apply the fixes that change layout and spelling, and show what is left. Standard input is printed as it is then,
    /// and what is found goes to standard error.
    #[arg(long)]
    fix: bool,
    /// Apply these and the fixes that write other words in the place of hype. What only you know is left as an ellipsis.
    #[arg(long)]
    fix_wording: bool,
    /// Write nothing; show on standard output what fixes would change, and end with exit code 1 if anything would.
    #[arg(long)]
    diff: bool,
    /// The baseline that says which findings are hidden, in the place of that which `hypecheck.toml` names.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Hide nothing, whatever baseline `hypecheck.toml` names.
    #[arg(long, conflicts_with = "baseline")]
    no_baseline: bool,
    /// Tell only of claims that are new or judged otherwise since this revision of git, a branch, tag or commit.
    #[arg(long, value_name = "REF", allow_hyphen_values = true, conflicts_with_all = ["fix", "fix_wording", "diff"])]
    since: Option<String>,
}

/// The level from which findings fail the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Errors.
    Error,
    /// Errors and warnings.
    Warning,
    /// Errors, warnings and information.
    Information,
    /// Nothing.
    Never,
}

impl FailOn {
    pub(super) fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Information => Some(Level::Information),
            Self::Never => None,
        }
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
            Self::Never => "never",
        }
    }
}

impl CheckArguments {
    /// Which fixes are to be applied, and what happens with what changes.
    fn fixes(&self) -> Option<(Mend<'static>, Then)> {
        let what = if self.fix_wording { Mend::Wording } else { Mend::Safe };
        let then = if self.diff { Then::Show } else { Then::Write };
        (self.fix || self.fix_wording || self.diff).then_some((what, then))
    }
}

pub(super) fn run(arguments: &CheckArguments, mut judging: Judging, terminal: &mut Terminal) -> Exit {
    let chosen = baseline::choose(arguments.baseline.as_deref(), arguments.no_baseline);
    let opened = chosen.and_then(|choice| Ok((choice, Outputs::open(&arguments.output, terminal.colours())?)));
    let mut outputs = match opened {
        Ok((choice, outputs)) => {
            judging.baseline = choice;
            outputs
        }
        Err(problem) => {
            terminal.complain(&problem);
            return Exit::CouldNotRun;
        }
    };
    // Until the files are found there is time for it.
    rayon::spawn(make_ready);
    let found = find(&arguments.paths, arguments.stdin_filename.as_deref());
    let since = arguments.since.as_ref().map(|revision| Since::of(revision, &arguments.paths, &found, &judging));
    let (since, unread) = match since.transpose() {
        Ok(since) => since.unzip(),
        Err(problem) => {
            terminal.complain(&problem);
            return Exit::CouldNotRun;
        }
    };
    let Found { mut inputs, mut problems, empty } = found;
    problems.extend(unread.into_iter().flatten());
    let fixed = arguments.fixes().map(|(what, then)| fix::apply(&mut inputs, &judging, what, then, terminal));
    if fixed.as_ref().is_some_and(|fixed| fixed.printed) {
        outputs.put_aside(terminal);
    }
    let mut summary = Summary::default();
    let mut uses = Vec::new();
    let shown_as = outputs.shown_as(arguments.fail_on.level());
    outputs.begin(terminal);
    judge_in_order(
        &inputs,
        &judging,
        |mut judged| {
            let mut used = None;
            if let Ok(judgement) = &mut judged.outcome {
                judgement.fixed = fixed.as_ref().map_or(0, |fixed| fixed.of(&judged.path));
                used = Use::of(judgement);
            }
            if let Some(since) = &since {
                since.narrow(&mut judged);
            }
            (FileResult::new(judged, &shown_as), used)
        },
        |(mut result, used)| {
            summary.add(&result);
            uses.extend(used);
            problems.extend(result.problem.take());
            outputs.add(result, terminal);
        },
    );
    summary.problems = problems.len();
    summary.empty = empty.len();
    summary.left_out = since.map(Since::left_out);
    problems.extend(empty);
    problems.extend(fixed.iter().flat_map(|fixed| fixed.problems.iter().cloned()));
    let mut misconfigured = judging.problems();
    misconfigured.extend(judging.baseline_problems());
    summary.stale = baseline::stale(&uses, &arguments.paths);
    summary.fixes =
        fixed.map(|fixed| FixCount { files: fixed.files(), written: !arguments.diff, unwritten: fixed.problems.len() });
    let mut exit = if !problems.is_empty() || !misconfigured.is_empty() {
        Exit::CouldNotRun
    } else if arguments.fail_on.level().is_some_and(|level| summary.at_or_above(level) > 0)
        || arguments.diff && summary.fixed > 0
    {
        Exit::Findings
    } else {
        Exit::Clean
    };
    let unwritten = outputs.end(
        &Run {
            summary: &summary,
            problems: &problems,
            misconfigured: &misconfigured,
            fail_on: arguments.fail_on,
            exit: exit as u8,
        },
        terminal,
    );
    if !unwritten.is_empty() {
        exit = Exit::CouldNotRun;
        summary.unwritten = unwritten.len();
    }
    let notes = baseline::notes(&summary.stale);
    for line in problems.iter().chain(&misconfigured).chain(&unwritten).chain(&notes) {
        terminal.complain(line);
    }
    outputs.print_last_line(&output::last_line(&summary, arguments.fail_on, exit as u8), terminal);
    exit
}
