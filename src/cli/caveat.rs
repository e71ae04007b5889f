//! `hypecheck caveat`: accept what is found for now, with a caveat for each claim and rule.

use super::files::{Found, find, judge};
use super::fix::{self, Then};
use super::output::count;
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::model::nearest;
use crate::rules::{Adoption, Mend, Rule, all, find as find_rule};
use std::path::PathBuf;

/// What `hypecheck caveat` is asked to do.
#[derive(Debug, clap::Args)]
pub(super) struct CaveatArguments {
    /// Files and folders; `-` for standard input, which is then written to standard output. Folders are searched for
    /// `.synergy` files, without those that `.gitignore` names. The current folder when left out.
    paths: Vec<PathBuf>,
    /// Write a caveat for everything that is found and takes one.
    #[arg(long, required_unless_present = "rules")]
    all: bool,
    /// For what this rule finds alone; may be given several times.
    #[arg(long = "rule", value_name = "RULE", value_parser = parse_rule)]
    rules: Vec<&'static Rule>,
    /// Write nothing; show what would change, and end with exit code 1 if anything would.
    #[arg(long)]
    diff: bool,
    /// The name of the text on standard input: it is shown, and a `use` in the text starts from it.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
}

fn parse_rule(name: &str) -> Result<&'static Rule, String> {
    let Some(rule) = find_rule(name) else {
        let takes_caveats = all().iter().filter(|rule| rule.group.takes_caveats()).map(|rule| rule.name);
        return Err(match nearest(name, takes_caveats) {
            Some(nearest) => format!("there is no such rule; is `{nearest}` meant?"),
            None => "there is no such rule; `hypecheck check` names them in what it finds".to_owned(),
        });
    };
    if rule.group.takes_caveats() {
        Ok(rule)
    } else {
        Err(format!("what `{name}` finds is no matter of judgement, and no caveat silences it"))
    }
}

pub(super) fn run(arguments: &CaveatArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let Found { mut inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    problems.extend(empty);
    let adoption = Adoption { today: judging.today, rules: arguments.rules.clone() };
    let then = if arguments.diff { Then::Show } else { Then::Write };
    let fixed = fix::apply(&mut inputs, judging, Mend::Adopt(&adoption), then, terminal);
    let left = judge(&inputs, judging, |judged| match judged.outcome {
        Ok(judgement) => {
            let found = judgement.report.diagnostics.iter();
            Ok((judged.path, found.filter(|found| adoption.accepts(found)).count(), judgement.report.diagnostics.len()))
        }
        Err(problem) => Err(format!("{}: {problem}", judged.path)),
    });
    let (mut unplaced, mut others) = (0, 0);
    for result in left {
        match result {
            Ok((path, accepted, found)) => {
                if accepted > 0 {
                    let findings = count(accepted, "finding", "findings");
                    terminal.complain(&format!(
                        "{path}: {findings} in no place where a caveat can stand; `hypecheck check` shows them"
                    ));
                }
                unplaced += accepted;
                others += found - accepted;
            }
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(fixed.problems.iter().cloned());
    problems.extend(judging.problems());
    problems.extend(judging.baseline_problems());
    for problem in &problems {
        terminal.complain(problem);
    }
    let exit = match then {
        _ if !problems.is_empty() => Exit::CouldNotRun,
        Then::Show if fixed.fixes() > 0 => Exit::Findings,
        _ => Exit::Clean,
    };
    let done = match (fixed.files(), then) {
        (0, _) => "Nothing to accept".to_owned(),
        (files, Then::Write) => format!("Wrote caveats into {}", count(files, "file", "files")),
        (files, Then::Show) => format!("Caveats would be written into {}", count(files, "file", "files")),
    };
    let others = match others + unplaced {
        0 => String::new(),
        n => format!("; {} left", count(n, "finding is", "findings are")),
    };
    let line = format!("{done}{others}. Exit code {}.\n", exit as u8);
    if fixed.printed {
        terminal.print_aside(&line)
    } else {
        terminal.print(&line)
    }
    exit
}
