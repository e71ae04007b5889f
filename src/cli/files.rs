//! Finding the specs to judge, and judging them.

use super::Judging;
use super::baseline::Choice;
use crate::model::{Disk, FileKey, ReadProblem, Snapshot, Workspace};
use crate::rules::{Diagnostic, Fingerprint, JudgedClaim, Place, Report, Settings, check, fingerprints_of, make_ready};
use crate::syntax::SyntaxTree;
use crate::text::Text;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// From so many files on a run takes long enough for somebody to wonder.
const LONG_RUN: usize = 200;

/// A file that has been judged, or the reason why not.
pub(super) struct Judged {
    /// The path as it is shown.
    pub(super) path: String,
    pub(super) outcome: Result<Judgement, ReadProblem>,
}

/// What came of a file.
pub(super) struct Judgement {
    pub(super) snapshot: Snapshot,
    pub(super) text: Text,
    pub(super) report: Report,
    /// What it was judged with.
    pub(super) settings: Settings,
    /// How many fixes were applied before.
    pub(super) fixed: usize,
    /// What the findings are known by, where some were left out since.
    prints: Option<Vec<Fingerprint>>,
}

impl Judgement {
    /// What each finding is known by: of several alike it depends on how many stand before it, also on those that are
    /// hidden or were left out.
    pub(super) fn fingerprints(&self) -> Vec<Fingerprint> {
        if let Some(prints) = &self.prints {
            return prints.clone();
        }
        let file = self.snapshot.file(self.report.file);
        file.map_or_else(Vec::new, |file| fingerprints_of(file, &self.report))
    }

    /// Leaves out findings. The others stay known by what they were known by.
    pub(super) fn retain(&mut self, keep: impl Fn(&Diagnostic, &[Arc<JudgedClaim>]) -> bool) {
        let prints = self.fingerprints();
        let found = std::mem::take(&mut self.report.diagnostics).into_iter().zip(prints);
        let (found, prints) = found.filter(|(found, _)| keep(found, &self.report.claims)).unzip();
        self.report.diagnostics = found;
        self.prints = Some(prints);
    }
}

/// What to judge.
pub(super) enum Input {
    /// A file.
    File(PathBuf),
    /// A text that was read from standard input, and the name it is given.
    Text(PathBuf, Result<String, ReadProblem>),
}

/// What a run is to judge.
pub(super) struct Found {
    /// Sorted, each once.
    pub(super) inputs: Vec<Input>,
    /// What could not be found or read, a line each.
    pub(super) problems: Vec<String>,
    /// The folders without a spec, a line each.
    pub(super) empty: Vec<String>,
}

/// The files that paths stand for: a folder for the specs in it, but for those that are ignored; `-` for standard
/// input. Of several paths to a file the first is taken, and a text on standard input before the file whose name it
/// is given.
pub(super) fn find(paths: &[PathBuf], stdin_filename: Option<&Path>) -> Found {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let mut found = Found { inputs: Vec::new(), problems: Vec::new(), empty: Vec::new() };
    let mut files = Vec::new();
    let mut seen = HashSet::new();
    if paths.iter().any(|path| is_stdin(path)) {
        let name = stdin_filename.unwrap_or(Path::new("stdin.synergy"));
        found.inputs.push(Input::Text(name.to_owned(), read_stdin()));
        seen.extend(stdin_filename.map(absolute));
    }
    // In one folder no file is found twice.
    let may_repeat = paths.len() > 1;
    let mut add = |path: PathBuf| {
        if !may_repeat || seen.insert(absolute(&path)) {
            files.push(path);
        }
    };
    for path in paths {
        if is_stdin(path) {
            continue;
        }
        if path.is_dir() {
            let problems = found.problems.len();
            let specs = walk(path, &mut found.problems);
            if specs.is_empty() && found.problems.len() == problems {
                found.empty.push(format!("no `.synergy` file in {}", path.display()));
            }
            specs.into_iter().for_each(&mut add);
        } else if path.exists() {
            add(path.clone());
        } else if path.to_string_lossy().contains(['*', '?']) {
            found.problems.push(format!("{}: no file matches this pattern", path.display()));
        } else {
            found.problems.push(format!("{}: there is no such file or folder", path.display()));
        }
    }
    files.sort();
    found.inputs.extend(files.into_iter().map(Input::File));
    found
}

pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The specs in a folder; what cannot be looked at becomes a problem.
fn walk(folder: &Path, problems: &mut Vec<String>) -> Vec<PathBuf> {
    let mut specs = Vec::new();
    crate::model::walk(folder, &[Path::new(".")], |found| {
        match found {
            Ok(path) => specs.push(path),
            Err(problem) => problems.push(problem),
        }
        std::ops::ControlFlow::Continue(())
    });
    specs
}

fn read_stdin() -> Result<String, ReadProblem> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let limit = crate::text::MAX_LEN as u64;
    std::io::stdin().take(limit).read_to_end(&mut bytes).map_err(|error| ReadProblem::Other(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| ReadProblem::NotUtf8(error.utf8_error().valid_up_to()))
}

/// Judges files on all cores, in the order given. Each is judged and let go for itself, so that the memory needed does
/// not grow with their number.
pub(super) fn judge<T: Send>(inputs: &[Input], judging: &Judging, each: impl Fn(Judged) -> T + Sync) -> Vec<T> {
    // Begun before the threads need it.
    make_ready();
    let progress = progress(inputs.len());
    let judged = inputs.par_iter().map(|input| {
        let result = each(judge_one(input, judging));
        progress.inc(1);
        result
    });
    let judged = judged.collect();
    progress.finish_and_clear();
    judged
}

/// What shows on standard error how far a long run is: on a terminal alone, and gone when the run is over.
fn progress(files: usize) -> ProgressBar {
    if files < LONG_RUN {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} specs");
    // It hides where standard error is no terminal.
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Judges files on all cores and hands over what came of each, in the order given. Some are judged at a time, so that what
/// comes of them need not be kept until the last one is done.
pub(super) fn judge_in_order<T: Send>(
    inputs: &[Input],
    judging: &Judging,
    each: impl Fn(Judged) -> T + Sync,
    mut take: impl FnMut(T),
) {
    make_ready();
    // Enough for a long file not to keep the other cores waiting for long, nor what is done between two lots.
    let at_a_time = rayon::current_num_threads().max(1) * 64;
    let progress = progress(inputs.len());
    for some in inputs.chunks(at_a_time) {
        let results = some.par_iter().map(|input| {
            let result = each(judge_one(input, judging));
            progress.inc(1);
            result
        });
        let results: Vec<T> = results.collect();
        // What is printed here may stand on the same terminal.
        progress.suspend(|| results.into_iter().for_each(&mut take));
    }
    progress.finish_and_clear();
}

fn judge_one(input: &Input, judging: &Judging) -> Judged {
    let disk: &dyn Disk = &*judging.disk;
    let (path, content) = match input {
        Input::File(path) => (path, disk.read(path)),
        Input::Text(path, content) => (path, content.clone()),
    };
    let outcome = content.map(|source| {
        let absolute = absolute(path);
        let mut workspace = Workspace::new(judging.here.iter().cloned().collect());
        let text = Text::new(&source);
        drop(source);
        let tree = SyntaxTree::parse(&text);
        let key = FileKey::Path(absolute);
        let mut settings = judging.configs.settings(disk, &key, judging.today, Place::Check);
        if let Choice::Instead(baseline) = &judging.baseline {
            settings.use_baseline(baseline.clone());
        }
        let id = workspace.open(&key, text.clone(), tree, None, disk);
        let snapshot = workspace.snapshot();
        let report = check(&snapshot, id, &settings).unwrap_or(Report {
            file: id,
            version: None,
            diagnostics: Vec::new(),
            hidden: Vec::new(),
            claims: Vec::new(),
        });
        Judgement { snapshot, text, report, settings, fixed: 0, prints: None }
    });
    Judged { path: shown(path), outcome }
}

/// A path from the root of the disk on.
pub(super) fn absolute(path: &Path) -> PathBuf {
    normalize(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// A path without `.` and `..`, as far as the path alone tells.
fn normalize(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// A path as it is shown: the same on every system.
pub(super) fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
