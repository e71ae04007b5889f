//! The command line: what people and CI run.
//!
//! It judges through the same call as the server ([`crate::rules::check`]) and shows what comes of it. Nothing is
//! printed but through the streams in `Terminal`, which know whether colours are wanted.

mod badge;
mod baseline;
mod caveat;
mod check;
mod deliver;
mod diff;
mod explain;
mod files;
mod fix;
mod fmt;
mod matrix;
mod naming;
mod output;
mod raster;
mod replace;
mod report;
mod terminal;

pub use output::json::{JsonLine, JsonOutput};

use crate::rules::Configs;
use crate::syntax::Date;
use clap::{Parser, Subcommand, ValueEnum};
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
    Check(check::CheckArguments),
    /// Lay specs out in the one style there is.
    Fmt(fmt::FmtArguments),
    /// Write what is found into a baseline, so that from now on only what is new is shown.
    Baseline(baseline::BaselineArguments),
    /// Accept what is found for now: write a caveat for it into the specs.
    Caveat(caveat::CaveatArguments),
    /// Explain a rule, a cell (`performance+decentralization`), a technique, chain, ceiling or phrase.
    Explain(explain::ExplainArguments),
    /// Draw the 3×3 matrix with the claims counted in each cell, or as a picture (`--svg`, `--png`, `--mermaid`).
    Matrix(matrix::MatrixArguments),
    /// Write a report: one page in HTML with the matrix, each claim with its verdict and reasons, and all findings.
    Report(report::ReportArguments),
    /// Draw a badge that says how many of the claims hold.
    Badge(badge::BadgeArguments),
    /// Run the language server on standard input and output.
    Lsp(LspArguments),
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
    let judging = Judging {
        today: arguments.today.unwrap_or_else(crate::model::today),
        configs: Configs::default(),
        baseline: baseline::Choice::default(),
    };
    let exit = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, judging, &mut terminal),
        Command::Baseline(arguments) => baseline::run(&arguments, judging, &mut terminal),
        Command::Caveat(arguments) => caveat::run(&arguments, &judging, &mut terminal),
        Command::Fmt(arguments) => fmt::run(&arguments, &mut terminal),
        Command::Explain(arguments) => explain::run(&arguments, &mut terminal),
        Command::Matrix(arguments) => matrix::run(&arguments, &judging, &mut terminal),
        Command::Report(arguments) => report::run(&arguments, judging, &mut terminal),
        Command::Badge(arguments) => badge::run(&arguments, &judging, &mut terminal),
        Command::Lsp(_) => return serve(),
    };
    exit.into()
}

/// What all files of a run are judged with.
struct Judging {
    today: Date,
    configs: Configs,
    baseline: baseline::Choice,
}

impl Judging {
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
}
