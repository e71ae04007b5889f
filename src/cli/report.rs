//! `hypecheck report`: one page in HTML with all that is known of specs.

use super::baseline::Choice;
use super::deliver::{Made, Target};
use super::files::{Found, find, judge};
use super::naming::{Naming, quoted};
use super::output::count;
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::ide::picture::{self, Frame, SpecFacts};
use crate::rules::provenance::sha256;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::path::{Path, PathBuf};

/// What `hypecheck report` is asked to write.
#[derive(Debug, clap::Args)]
pub(super) struct ReportArguments {
    /// Files and folders; `-` for standard input. The current folder when left out.
    paths: Vec<PathBuf>,
    /// The file to write, a page in HTML; `-` or nothing for standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Put a table of all projects first, which is done anyway where there are several.
    #[arg(long)]
    board: bool,
    /// The name of the text on standard input.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
}

pub(super) fn run(arguments: &ReportArguments, mut judging: Judging, terminal: &mut Terminal) -> Exit {
    // Who reads a report has not seen what was put aside.
    judging.baseline = Choice::Instead(None);
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    problems.extend(empty);
    let target = match Target::new(arguments.output.as_ref(), &inputs) {
        Ok(target) => target,
        Err(problem) => {
            terminal.complain(&problem);
            return Exit::CouldNotRun;
        }
    };
    let naming = Naming::of(&inputs);
    let (mut specs, mut unread) = (Vec::new(), Vec::new());
    for result in judge(&inputs, &judging, |judged| facts(judged, &naming)) {
        match result {
            Ok(facts) => specs.push(facts),
            Err(problem) => unread.push(problem),
        }
    }
    if inputs.is_empty() || specs.is_empty() {
        problems.extend(unread);
        problems.push("nothing was written, for there is nothing to report on".to_owned());
    } else {
        let projects: usize = specs.iter().map(|spec| spec.map.projects.len()).sum();
        let claims: usize = specs.iter().map(|spec| spec.map.claims.len()).sum();
        let page = picture::report(
            &specs,
            &Frame {
                command: &command(arguments, &judging, &naming),
                today: judging.today,
                policy: &policy(),
                board: arguments.board || projects > 1,
                unread: &unread,
            },
        );
        problems.extend(unread);
        match target.deliver(&Made::Text(page), terminal) {
            Ok(Some(path)) => terminal.print(&format!(
                "Wrote {}: {}, {}.\n",
                super::terminal::printable(&path),
                count(projects, "project", "projects"),
                count(claims, "claim", "claims")
            )),
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(judging.problems());
    for problem in &problems {
        terminal.complain(problem);
    }
    if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun }
}

/// What is reported of a file, or why nothing is.
pub(super) fn facts(judged: super::files::Judged, naming: &Naming) -> Result<SpecFacts, String> {
    let name = naming.name(Path::new(&judged.path));
    let judgement = judged.outcome.map_err(|problem| format!("{name}: {problem}"))?;
    let super::files::Judgement { snapshot, report, settings, .. } = &judgement;
    SpecFacts::of(snapshot, report, settings, &|path| naming.name(path))
        .ok_or_else(|| format!("{name}: nothing could be made of it"))
}

/// The command that makes the page again, the same on every machine.
fn command(arguments: &ReportArguments, judging: &Judging, naming: &Naming) -> String {
    let mut words = vec!["hypecheck".to_owned(), "report".to_owned()];
    words.extend(arguments.paths.iter().map(|path| naming.argument(path)));
    if let Some(name) = &arguments.stdin_filename {
        words.extend(["--stdin-filename".to_owned(), quoted(&naming.name(name))]);
    }
    if arguments.board {
        words.push("--board".to_owned());
    }
    words.extend(["--today".to_owned(), judging.today.to_string()]);
    words.join(" ")
}

/// A page that may load nothing and run nothing; its own style sheet is known by its digest.
fn policy() -> String {
    let style = STANDARD.encode(sha256(picture::REPORT_STYLE.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'")
}
