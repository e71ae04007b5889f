//! Finding the specs to judge, and judging them.

use super::Judging;
use crate::model::{Disk, FileKey, FileSystem, ReadProblem, Snapshot, Workspace};
use crate::rules::{Place, Report, check};
use crate::syntax::SyntaxTree;
use crate::text::Text;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

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
}

/// What to judge.
pub(super) enum Input {
    /// A file.
    File(PathBuf),
    /// A text that was read from standard input, and the name it is given.
    Text(PathBuf, Result<String, ReadProblem>),
}

/// The files that paths stand for: a folder for the specs in it, but for those that are ignored; `-` for standard
/// input. Sorted, each once. What cannot be found is told to `complain`.
pub(super) fn find(paths: &[PathBuf], stdin_filename: Option<&Path>, complain: &mut dyn FnMut(String)) -> Vec<Input> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let mut files = Vec::new();
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let name = stdin_filename.unwrap_or(Path::new("stdin.synergy"));
            inputs.push(Input::Text(name.to_owned(), read_stdin()));
        } else if path.is_dir() {
            let mut walk = ignore::WalkBuilder::new(path);
            // A copy of a repository without its .git ignores the same files.
            walk.require_git(false).follow_links(false);
            for entry in walk.build() {
                match entry {
                    Ok(entry) => {
                        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                        if is_file && entry.path().extension().is_some_and(|extension| extension == "synergy") {
                            files.push(entry.into_path());
                        }
                    }
                    Err(error) => complain(error.to_string()),
                }
            }
        } else if path.exists() {
            files.push(path.clone());
        } else {
            complain(format!("{}: there is no such file or folder", path.display()));
        }
    }
    files.sort();
    files.dedup();
    inputs.extend(files.into_iter().map(Input::File));
    inputs
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
    crate::model::Library::get();
    inputs.par_iter().map(|input| each(judge_one(input, judging))).collect()
}

fn judge_one(input: &Input, judging: &Judging) -> Judged {
    let disk = FileSystem;
    let (path, content) = match input {
        Input::File(path) => (path, disk.read(path)),
        Input::Text(path, content) => (path, content.clone()),
    };
    let outcome = content.map(|source| {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let absolute = normalize(&absolute);
        let mut workspace = Workspace::new(std::env::current_dir().into_iter().collect());
        let text = Text::new(&source);
        drop(source);
        let tree = SyntaxTree::parse(&text);
        let key = FileKey::Path(absolute);
        let settings = judging.configs.settings(&disk, &key, judging.today, Place::Check);
        let id = workspace.open(&key, text.clone(), tree, None, &disk);
        let snapshot = workspace.snapshot();
        let report = check(&snapshot, id, &settings).unwrap_or(Report {
            file: id,
            version: None,
            diagnostics: Vec::new(),
            claims: Vec::new(),
        });
        Judgement { snapshot, text, report }
    });
    Judged { path: shown(path), outcome }
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
fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
