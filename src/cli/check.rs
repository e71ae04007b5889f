//! `hypecheck check`: judge specs and show what is found.

use super::files::{Found, find, judge_in_order};
use super::output::{self, FileResult, OutputArguments, Outputs, Run, Summary};
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::rules::Level;
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

pub(super) fn run(arguments: &CheckArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let mut outputs = match Outputs::open(&arguments.output, terminal.colours()) {
        Ok(outputs) => outputs,
        Err(problem) => {
            terminal.complain(&problem);
            return Exit::CouldNotRun;
        }
    };
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    let mut summary = Summary::default();
    let shown_as = outputs.shown_as(arguments.fail_on.level());
    outputs.begin(terminal);
    judge_in_order(
        &inputs,
        judging,
        |judged| FileResult::new(judged, &shown_as),
        |mut result| {
            summary.add(&result);
            problems.extend(result.problem.take());
            outputs.add(result, terminal);
        },
    );
    summary.problems = problems.len();
    summary.empty = empty.len();
    problems.extend(empty);
    let misconfigured = judging.problems();
    let mut exit = if !problems.is_empty() || !misconfigured.is_empty() {
        Exit::CouldNotRun
    } else if arguments.fail_on.level().is_some_and(|level| summary.at_or_above(level) > 0) {
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
    for problem in problems.iter().chain(&misconfigured).chain(&unwritten) {
        terminal.complain(problem);
    }
    if outputs.are_followed_by_words() {
        terminal.print(&output::last_line(&summary, arguments.fail_on, exit as u8));
    }
    exit
}
