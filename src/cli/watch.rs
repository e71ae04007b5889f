//! `hypecheck watch`: judges specs again whenever one of them changes, with the matrix drawn in the terminal.
//!
//! The system tells what changed. A burst of changes, as an editor or git makes them, is answered once.

use super::files::{Found, find, judge};
use super::matrix::{Counted, counted, draw};
use super::output::{FileResult, ShownAs, Summary, last_line};
use super::terminal::Terminal;
use super::{Exit, Judging, check};
use notify::{RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// What `hypecheck watch` is asked to watch.
#[derive(Debug, clap::Args)]
pub(super) struct WatchArguments {
    /// Files and folders. The current folder when left out.
    paths: Vec<PathBuf>,
    /// Draw with ASCII characters alone.
    #[arg(long)]
    ascii: bool,
}

/// How long it must be quiet before specs are judged again.
const QUIET: Duration = Duration::from_millis(80);

enum Event {
    /// Something may have changed.
    Changed,
    /// The system can tell no more.
    Failed(String),
    /// The user wants an end.
    End,
}

pub(super) fn run(arguments: &WatchArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let here = [PathBuf::from(".")];
    let paths = if arguments.paths.is_empty() { &here[..] } else { &arguments.paths[..] };
    if paths.iter().any(|path| path.as_os_str() == "-") {
        terminal.complain("standard input cannot be watched; name files or folders");
        return Exit::CouldNotRun;
    }
    if let Some(missing) = paths.iter().find(|path| !path.exists()) {
        terminal.complain(&format!("{}: there is no such file or folder", missing.display()));
        return Exit::CouldNotRun;
    }
    let (sender, events) = channel();
    let ending = sender.clone();
    // A second Ctrl-C finds nobody who listens, and that is no fault.
    let handled = ctrlc::set_handler(move || drop(ending.send(Event::End)));
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let event = match event {
            Ok(event) if event.kind.is_access() || !event.paths.iter().any(|path| counts(path)) => return,
            Ok(_) => Event::Changed,
            Err(error) => Event::Failed(error.to_string()),
        };
        drop(sender.send(event));
    });
    let watching = watcher.and_then(|mut watcher| {
        for path in paths {
            // A file that is written anew is another file; its folder stays.
            let (folder, mode) = if path.is_dir() {
                (path.as_path(), RecursiveMode::Recursive)
            } else {
                (
                    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new(".")),
                    RecursiveMode::NonRecursive,
                )
            };
            watcher.watch(folder, mode)?;
        }
        Ok(watcher)
    });
    let _watcher = match (watching, handled) {
        (Ok(watcher), Ok(())) => watcher,
        (Err(error), _) => {
            terminal.complain(&format!("the files cannot be watched: {error}"));
            return Exit::CouldNotRun;
        }
        (_, Err(error)) => {
            terminal.complain(&format!("Ctrl-C cannot be handled: {error}"));
            return Exit::CouldNotRun;
        }
    };
    loop {
        round(arguments, paths, judging, terminal);
        match wait(&events) {
            Event::Changed => {}
            Event::Failed(why) => {
                terminal.complain(&format!("the files can be watched no longer: {why}"));
                return Exit::CouldNotRun;
            }
            Event::End => {
                terminal.print("\n");
                return Exit::Clean;
            }
        }
    }
}

/// Whether a change of a file can change what is found.
fn counts(path: &Path) -> bool {
    // A baseline is in TOML too, under a name of the user's choice.
    path.extension().is_some_and(|word| word == "synergy" || word == "toml")
        || path.file_name().is_some_and(|name| name == ".gitignore")
}

/// Waits until something happens and it is quiet again.
fn wait(events: &Receiver<Event>) -> Event {
    let Ok(first @ Event::Changed) = events.recv() else { return Event::End };
    loop {
        match events.recv_timeout(QUIET) {
            Ok(Event::Changed) => {}
            Ok(other) => return other,
            Err(RecvTimeoutError::Timeout) => return first,
            Err(RecvTimeoutError::Disconnected) => return Event::End,
        }
    }
}

/// Judges everything once and shows it.
fn round(arguments: &WatchArguments, paths: &[PathBuf], judging: &Judging, terminal: &mut Terminal) {
    // What was read of `hypecheck.toml` files before may have changed.
    let judging = Judging::new(judging.today, Box::new(crate::model::FileSystem));
    let Found { inputs, mut problems, empty } = find(paths, None);
    let results = judge(&inputs, &judging, |judged| {
        let cells = judged.outcome.as_ref().ok().map(|judgement| counted(&judgement.report.claims));
        (cells, FileResult::new(judged, &[ShownAs::CONCISE]))
    });
    let mut cells = [Counted::default(); 9];
    let mut files = Vec::with_capacity(results.len());
    for (own, result) in results {
        for (sum, own) in cells.iter_mut().zip(own.into_iter().flatten()) {
            sum.add(own);
        }
        files.push(result);
    }
    problems.extend(files.iter().filter_map(|file| file.problem.clone()));
    let mut summary = Summary::default();
    files.iter().for_each(|file| summary.add(file));
    summary.problems = problems.len();
    summary.empty = empty.len();
    problems.extend(empty);
    problems.extend(judging.problems());
    problems.extend(judging.baseline_problems());
    if terminal.is_seen() {
        terminal.clear();
    }
    terminal.print(&draw(&cells, arguments.ascii));
    for file in &files {
        file.texts().for_each(|text| terminal.print(text));
    }
    for problem in &problems {
        terminal.complain(problem);
    }
    let exit = if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun };
    let line = last_line(&summary, check::FailOn::Never, exit as u8);
    let found = line.split(" Exit code").next().unwrap_or_default();
    terminal.print(&format!("{found} Watching; Ctrl-C ends.\n"));
    terminal.flush();
}
