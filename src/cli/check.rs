//! `hypecheck check`: judge specs and show what is found.

use super::files::{Found, find, judge};
use super::output::{self, FileResult, Summary};
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
    /// How to show what is found.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The name of the text on standard input: it is shown, and a `use` in the text starts from it.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// The level from which findings make the exit code 1.
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "LEVEL")]
    fail_on: FailOn,
}

/// How to show what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: the place, the reason and the way out.
    Human,
    /// One line a finding.
    Concise,
    /// For programs; the documentation has its schema.
    Json,
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
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    let colours = terminal.colours();
    let results: Vec<FileResult> = judge(&inputs, judging, |judged| FileResult::new(judged, arguments.format, colours));
    problems.extend(results.iter().filter_map(|result| result.problem.clone()));
    let mut summary = Summary::of(&results);
    summary.problems = problems.len();
    summary.empty = empty.len();
    problems.extend(empty);
    problems.extend(judging.problems());
    let exit = if !problems.is_empty() {
        Exit::CouldNotRun
    } else if arguments.fail_on.level().is_some_and(|level| summary.at_or_above(level) > 0) {
        Exit::Findings
    } else {
        Exit::Clean
    };
    if arguments.format == Format::Json {
        terminal.print(&output::json::document(&results, &summary, arguments.fail_on, exit as u8));
    } else {
        for result in &results {
            terminal.print(&result.shown);
        }
    }
    for problem in &problems {
        terminal.complain(problem);
    }
    if arguments.format != Format::Json {
        terminal.print(&output::last_line(&summary, arguments.fail_on, exit as u8));
    }
    exit
}
