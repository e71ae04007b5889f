//! `hypecheck badge`: how many of the claims hold, as a small picture.

use super::deliver::{Made, Target};
use super::files::{Found, find, judge};
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::ide::picture;
use crate::rules::Verdict;
use std::path::PathBuf;

/// What `hypecheck badge` is asked to draw.
#[derive(Debug, clap::Args)]
pub(super) struct BadgeArguments {
    /// Files and folders; `-` for standard input. The current folder when left out.
    paths: Vec<PathBuf>,
    /// The file to write, an SVG; `-` or nothing for standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The name of the text on standard input.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
}

pub(super) fn run(arguments: &BadgeArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    problems.extend(empty);
    let counted = judge(&inputs, judging, |judged| match judged.outcome {
        Ok(judgement) => {
            let claims = &judgement.report.claims;
            Ok((claims.iter().filter(|claim| claim.verdict == Some(Verdict::Works)).count(), claims.len()))
        }
        Err(problem) => Err(format!("{}: {problem}", judged.path)),
    });
    let (mut works, mut claims) = (0, 0);
    for result in counted {
        match result {
            Ok((own_works, own_claims)) => {
                works += own_works;
                claims += own_claims;
            }
            Err(problem) => problems.push(problem),
        }
    }
    // A badge has no room to say what it leaves out.
    if problems.is_empty() {
        let made = Made::Text(format!("{}\n", picture::badge(works, claims)));
        let delivered =
            Target::new(arguments.output.as_ref(), &inputs).and_then(|target| target.deliver(&made, terminal));
        problems.extend(delivered.err());
    } else {
        problems.push("no badge was drawn, for it would not count what could not be read".to_owned());
    }
    problems.extend(judging.problems());
    for problem in &problems {
        terminal.complain(problem);
    }
    if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun }
}
