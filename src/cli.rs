//! The command line: what people and CI run.
//!
//! It judges through the same call as the server ([`crate::rules::check`]) and shows what comes of it. Nothing is
//! printed but through the streams in `Terminal`, which know whether colours are wanted.

mod badge;
mod baseline;
mod caveat;
mod check;
mod compare;
mod config;
mod debug;
mod deferred;
mod deliver;
mod diff;
mod explain;
mod files;
mod fix;
mod fmt;
mod markdown;
mod matrix;
mod naming;
mod new;
mod output;
mod raster;
mod remembered;
mod replace;
mod report;
mod shell;
mod stats;
mod terminal;
mod todo;
mod watch;

pub use compare::JsonComparison;
pub use output::json::{JsonLine, JsonOutput};
pub use shell::command_reference;
pub use stats::JsonStats;
pub use todo::JsonTodo;

use crate::model::{Disk, FileSystem};
use crate::rules::Configs;
use crate::syntax::Date;
use clap::{Parser, Subcommand, ValueEnum};
use deferred::Deferred;
use remembered::Remembered;
use std::path::PathBuf;
use std::process::ExitCode;
use terminal::Terminal;

/// What a run of the program came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Nothing was found that fails the run.
    Clean = 0,
    /// Something was found at or above the level that fails the run.
    Findings = 1,
    /// The run could not be done, or not whole.
    CouldNotRun = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Judges the claims of projects that join AI and blockchains.
#[derive(Debug, Parser)]
#[command(name = "hypecheck", version, about, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The day to judge as of, as `2026-05-31`; today when left out. Evidence grows stale and caveats run out.
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    color: Colour,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Judge specs and show what is found.
    Check(Deferred<check::CheckArguments>),
    /// Lay specs out in the one style there is.
    Fmt(Deferred<fmt::FmtArguments>),
    /// Write what is found into a baseline, so that from now on only what is new is shown.
    Baseline(Deferred<baseline::BaselineArguments>),
    /// Accept what is found for now: write a caveat for it into the specs.
    Caveat(Deferred<caveat::CaveatArguments>),
    /// Compare the claims of two versions: which are gone, which promise or show less, which moved.
    Diff(Deferred<compare::DiffArguments>),
    /// Explain a rule, a cell (`performance+decentralization`), a technique, chain, ceiling or phrase.
    Explain(Deferred<explain::ExplainArguments>),
    /// Draw the 3×3 matrix with the claims counted in each cell, or as a picture (`--svg`, `--png`, `--mermaid`).
    Matrix(Deferred<matrix::MatrixArguments>),
    /// Write a report: one page in HTML with the matrix, each claim with its verdict and reasons, and all findings.
    Report(Deferred<report::ReportArguments>),
    /// Draw a badge that says how many of the claims hold.
    Badge(Deferred<badge::BadgeArguments>),
    /// Count what there is of each cell, rule, level and verdict.
    Stats(Deferred<stats::StatsArguments>),
    /// List the measurements that claims wait for: what, in which unit, and what is known to bound it.
    Todo(Deferred<todo::TodoArguments>),
    /// Judge specs again whenever one changes, with the matrix drawn.
    Watch(Deferred<watch::WatchArguments>),
    /// Begin a new spec, from options or by answering questions.
    New(Deferred<new::NewArguments>),
    /// Show what the configuration of a file comes to, and where each value comes from.
    Config(Deferred<config::ConfigArguments>),
    /// Print what a report of a fault should say of this program. No contents of files.
    Debug(Deferred<debug::DebugArguments>),
    /// Print completions for a shell.
    Completions(Deferred<shell::CompletionsArguments>),
    /// Print the page of the manual, or write all of them.
    Man(Deferred<shell::ManArguments>),
    /// Run the language server on standard input and output.
    Lsp(Deferred<LspArguments>),
}

/// How the server is started. Editors differ in what they pass; all of it means the same.
#[derive(Debug, clap::Args)]
struct LspArguments {
    /// Speak over standard input and output, which is what happens anyway.
    #[arg(long)]
    stdio: bool,
    /// The editor's process, which some editors name; the server ends when its input does.
    #[arg(long = "clientProcessId", hide = true)]
    client_process_id: Option<u32>,
}

/// Runs the program with the arguments it was given. `serve` runs the language server: this layer knows nothing of it.
pub fn main(serve: fn() -> ExitCode) -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = error.exit_code();
            // Nothing can be done about a closed stream.
            let _ = error.print();
            return ExitCode::from(u8::try_from(code).unwrap_or(2));
        }
    };
    let mut terminal = Terminal::new(match arguments.color {
        Colour::Auto => anstream::ColorChoice::Auto,
        Colour::Always => anstream::ColorChoice::Always,
        Colour::Never => anstream::ColorChoice::Never,
    });
    let judging = Judging::new(arguments.today.unwrap_or_else(crate::model::today), Box::new(FileSystem));
    let exit = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, judging, &mut terminal),
        Command::Baseline(arguments) => baseline::run(&arguments, judging, &mut terminal),
        Command::Caveat(arguments) => caveat::run(&arguments, &judging, &mut terminal),
        Command::Fmt(arguments) => fmt::run(&arguments, &mut terminal),
        Command::Diff(arguments) => compare::run(&arguments, judging, &mut terminal),
        Command::Explain(arguments) => explain::run(&arguments, &mut terminal),
        Command::Matrix(arguments) => matrix::run(&arguments, &judging, &mut terminal),
        Command::Report(arguments) => report::run(&arguments, judging, &mut terminal),
        Command::Badge(arguments) => badge::run(&arguments, &judging, &mut terminal),
        Command::Stats(arguments) => stats::run(&arguments, judging, &mut terminal),
        Command::Todo(arguments) => todo::run(&arguments, &judging, &mut terminal),
        Command::Watch(arguments) => watch::run(&arguments, &judging, &mut terminal),
        Command::New(arguments) => new::run(&arguments, &mut terminal),
        Command::Config(arguments) => config::run(&arguments, &judging, &mut terminal),
        Command::Debug(arguments) => debug::run(&arguments, &judging, &mut terminal),
        Command::Completions(arguments) => shell::completions(&arguments, &mut terminal),
        Command::Man(arguments) => shell::man(&arguments, &mut terminal),
        Command::Lsp(_) => return serve(),
    };
    match terminal.finish() {
        Ok(()) => exit.into(),
        Err(_) => Exit::CouldNotRun.into(),
    }
}

/// What all files of a run are judged with.
struct Judging {
    today: Date,
    configs: Configs,
    baseline: baseline::Choice,
    /// Where the specs, what they `use` and their `hypecheck.toml` are read from.
    disk: Box<Remembered>,
    /// The folder that the program was started in.
    here: Option<PathBuf>,
}

impl Judging {
    /// With the baselines that are configured.
    fn new(today: Date, disk: Box<dyn Disk>) -> Judging {
        let disk = Box::new(Remembered::new(disk));
        let here = std::env::current_dir().ok();
        Judging { today, configs: Configs::default(), baseline: baseline::Choice::default(), disk, here }
    }

    /// What in the `hypecheck.toml` files of the run means nothing, a line each.
    fn problems(&self) -> Vec<String> {
        let found = self.configs.found();
        found
            .iter()
            .flat_map(|config| config.problems.iter().map(|problem| config.describe(problem)).collect::<Vec<_>>())
            .collect()
    }

    /// Why baselines that `hypecheck.toml` files name cannot be used, a line each, if they are wanted.
    fn baseline_problems(&self) -> Vec<String> {
        if !matches!(self.baseline, baseline::Choice::Configured) {
            return Vec::new();
        }
        let found = self.configs.found();
        found
            .iter()
            .filter_map(|config| config.baseline_problem.as_ref().map(|problem| config.describe(problem)))
            .collect()
    }
}

fn parse_day(text: &str) -> Result<Date, String> {
    let day = Date::parse(text).filter(|date| date.day.is_some());
    day.ok_or_else(|| "write a day of the calendar, as in 2026-05-31".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        super::Arguments::command().debug_assert();
    }

    #[test]
    fn options_are_put_together_for_the_command_that_runs_alone() {
        let matched = |arguments: &[&str]| {
            let mut command = super::Arguments::command();
            let _ = command.try_get_matches_from_mut(arguments);
            let with_options = command.get_subcommands().filter(|sub| {
                sub.get_name() != "help" && sub.get_arguments().any(|argument| !argument.is_global_set())
            });
            with_options.map(|sub| sub.get_name().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(matched(&["hypecheck", "lsp"]), ["lsp"]);
        assert_eq!(matched(&["hypecheck", "fmt", "--check"]), ["fmt"]);
    }
}
