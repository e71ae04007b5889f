//! `hypecheck fmt`: lay specs out in the one style there is.

use super::Exit;
use super::files::{Found, Input, find, shown};
use super::output::count;
use super::terminal::Terminal;
use super::{diff, replace};
use crate::ide;
use crate::model::{Disk, FileSystem, ReadProblem};
use crate::syntax::{MAX_PARSED_LEN, SyntaxTree};
use crate::text::Text;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// What `hypecheck fmt` is asked to do.
#[derive(Debug, clap::Args)]
pub(super) struct FmtArguments {
    /// Files and folders; `-` for standard input, which is then written to standard output. Folders are searched for
    /// `.synergy` files, without those that `.gitignore` names. The current folder when left out.
    paths: Vec<PathBuf>,
    /// Write nothing; name the files that are not formatted, and end with exit code 1 if there are any.
    #[arg(long)]
    check: bool,
    /// Write nothing; show what would change, and end with exit code 1 if anything would.
    #[arg(long)]
    diff: bool,
    /// The name of the text on standard input, as it is shown.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
}

/// What came of a file.
struct Outcome {
    path: String,
    /// What it is formatted, or why it could not be.
    result: Result<Formatted, String>,
}

struct Formatted {
    before: String,
    /// None if nothing changes.
    after: Option<String>,
    /// The lines, from 1, on which what is left as it is begins.
    left: Vec<usize>,
}

pub(super) fn run(arguments: &FmtArguments, terminal: &mut Terminal) -> Exit {
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    problems.extend(empty);
    let writes = !arguments.check && !arguments.diff;
    let outcomes: Vec<Outcome> = inputs.par_iter().map(|input| format_one(input, writes)).collect();
    let (mut changed, mut unchanged) = (0, 0);
    let mut answered = false;
    for (input, Outcome { path, result }) in inputs.iter().zip(outcomes) {
        let formatted = match result {
            Ok(formatted) => formatted,
            Err(problem) => {
                problems.push(format!("{path}: {problem}"));
                continue;
            }
        };
        if !formatted.left.is_empty() {
            terminal.complain(&left(&path, &formatted.left));
        }
        let count = if formatted.after.is_some() { &mut changed } else { &mut unchanged };
        *count += 1;
        if arguments.diff {
            if let Some(after) = &formatted.after {
                let diff = diff::unified(&path, &formatted.before, after, terminal);
                // For eyes it has been made fit, with colours; a program gets it as it is.
                if terminal.is_seen() { terminal.print(&diff) } else { terminal.print_file(&diff) }
            }
        } else if writes && matches!(input, Input::Text(..)) {
            answered = true;
            terminal.print_file(formatted.after.as_deref().unwrap_or(&formatted.before));
        } else if formatted.after.is_some() {
            let what = if arguments.check { "not formatted" } else { "formatted" };
            terminal.print(&format!("{}: {what}\n", super::terminal::printable(&path)));
        }
    }
    for problem in &problems {
        terminal.complain(problem);
    }
    let exit = if !problems.is_empty() {
        Exit::CouldNotRun
    } else if changed > 0 && !writes {
        Exit::Findings
    } else {
        Exit::Clean
    };
    let summary = last_line(changed, unchanged, writes, problems.len(), exit);
    // What is printed is a text or a patch then, and nothing may stand behind it.
    if arguments.diff {
        terminal.complain(&summary);
    } else if !answered {
        terminal.print(&format!("{summary}\n"));
    }
    exit
}

fn format_one(input: &Input, writes: bool) -> Outcome {
    let (path, content) = match input {
        Input::File(path) => (path, FileSystem.read(path)),
        Input::Text(path, content) => (path, content.clone()),
    };
    let result = content.map_err(|problem| unread(&problem)).and_then(format).and_then(|formatted| {
        if let (true, Input::File(path), Some(after)) = (writes, input, &formatted.after) {
            write(path, after)?;
        }
        Ok(formatted)
    });
    Outcome { path: shown(path), result }
}

fn unread(problem: &ReadProblem) -> String {
    match problem {
        ReadProblem::NotUtf8(_) => format!("{problem}. Save it as UTF-8."),
        ReadProblem::TooLarge(_) => format!("{problem}. Split it into several files."),
        other => other.to_string(),
    }
}

fn format(before: String) -> Result<Formatted, String> {
    if before.len() > MAX_PARSED_LEN as usize {
        return Err(unread(&ReadProblem::TooLarge(before.len() as u64)));
    }
    let text = Text::new(&before);
    let formatted = ide::format(&text, &SyntaxTree::parse(&text)).ok_or(
        "it would say something else if it were formatted, so it is left as it is. That is a fault of hypecheck's; \
         please report it with the file",
    )?;
    let after = (!formatted.edits.is_empty()).then(|| text.apply(&formatted.edits).to_string());
    let left = formatted.left.iter().map(|range| text.line_of(range.start()) + 1).collect();
    Ok(Formatted { before, after, left })
}

fn write(path: &Path, after: &str) -> Result<(), String> {
    replace::replace(path, after.as_bytes()).map_err(|error| format!("it could not be written: {error}"))
}

/// What is said of places that cannot be read for certain.
fn left(path: &str, lines: &[usize]) -> String {
    const MOST: usize = 5;
    let shown: Vec<String> = lines.iter().take(MOST).map(usize::to_string).collect();
    let more = if lines.len() > MOST { " …" } else { "" };
    format!(
        "{path}: what begins on {} {}{more} cannot be read for certain and is left as it is; `hypecheck check` says why",
        if lines.len() == 1 { "line" } else { "lines" },
        shown.join(", "),
    )
}

fn last_line(changed: usize, unchanged: usize, writes: bool, problems: usize, exit: Exit) -> String {
    let files = |n: usize| count(n, "file", "files");
    let done = match (changed, writes) {
        (0, _) => format!("{} formatted already", is_are(unchanged)),
        (_, true) => format!("Formatted {}, {} formatted already", files(changed), is_are_after(unchanged)),
        (_, false) => format!("{} not formatted, {} formatted", is_are(changed), is_are_after(unchanged)),
    };
    let problems = match problems {
        0 => String::new(),
        n => format!("; {} could not be formatted", count(n, "path", "paths")),
    };
    format!("{done}{problems}. Exit code {}.", exit as u8)
}

fn is_are(n: usize) -> String {
    format!("{} {}", count(n, "file", "files"), if n == 1 { "is" } else { "are" })
}

fn is_are_after(n: usize) -> String {
    format!("{n} {}", if n == 1 { "is" } else { "are" })
}
