//! `hypecheck config --explain PATH`: what the configuration of a file comes to, and where each value comes from.

use super::files::absolute;
use super::terminal::{Terminal, printable};
use super::{Exit, Judging};
use crate::rules::{Explained, Place, Preset};
use clap::ValueEnum;
use std::path::PathBuf;

/// What `hypecheck config` is asked.
#[derive(Debug, clap::Args)]
pub(super) struct ConfigArguments {
    /// Show the level of every rule for this file or folder, and the file and line that chose it. The file need not be
    /// there.
    #[arg(long, value_name = "PATH", required = true)]
    explain: PathBuf,
    /// Where findings are shown: levels may differ.
    #[arg(long = "in", value_enum, default_value_t = Where::Check, value_name = "PLACE")]
    place: Where,
}

/// Where findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Where {
    /// On the command line and in CI.
    Check,
    /// In an editor.
    Editor,
}

pub(super) fn run(arguments: &ConfigArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let path = absolute(&arguments.explain);
    let file = if path.is_dir() { path.join("x.synergy") } else { path.clone() };
    let place = match arguments.place {
        Where::Check => Place::Check,
        Where::Editor => Place::Editor,
    };
    let found = judging.configs.of_file(&*judging.disk, &file);
    match &found {
        Some(found) => terminal.print(&format!("file    {}\n", printable(&found.path.to_string_lossy()))),
        None => terminal.print(&format!(
            "file    no hypecheck.toml in the folder of {} or above it: all is as the rules say\n",
            printable(&arguments.explain.to_string_lossy())
        )),
    }
    let line = |at: usize| found.as_ref().map_or(0, |found| found.line_of(at));
    let preset = found.as_ref().and_then(|found| found.config.preset_place());
    match preset {
        Some((preset, at)) => terminal.print(&format!("preset  {} (line {})\n", preset.name(), line(at))),
        None => terminal.print(&format!("preset  {} (by itself)\n", Preset::default().name())),
    }
    if let Some((baseline, range)) = found.as_ref().and_then(|found| found.config.baseline()) {
        terminal.print(&format!("baseline  {} (line {})\n", printable(baseline), line(range.start)));
    }
    terminal.print("\n");
    let config = found.as_ref().map(|found| found.config.clone()).unwrap_or_default();
    let inside = found.as_ref().and_then(|found| found.path.parent()).and_then(|folder| file.strip_prefix(folder).ok());
    let all = config.explain(inside.unwrap_or(&file), place, Preset::default());
    for Explained { rule, level, chosen } in all {
        let word = level.map_or("off", |level| level.as_str());
        let origin = match chosen {
            Some((section, at)) => format!("line {}, `{section}`", line(at)),
            None if level == Some(rule.level) => "the rule".to_owned(),
            None => "the preset".to_owned(),
        };
        terminal.print(&format!("{:<24} {word:<12} {origin}\n", rule.name));
    }
    let mut problems = judging.problems();
    problems.extend(judging.baseline_problems());
    for problem in &problems {
        terminal.complain(problem);
    }
    if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun }
}
