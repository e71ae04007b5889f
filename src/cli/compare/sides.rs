//! The two sides of a comparison: which files they have, and what their claims are.

use super::super::Judging;
use super::super::baseline::Choice;
use super::super::files::{Found, Input, absolute, find, judge, shown};
use crate::model::{Disk, FileSystem, ReadProblem, Repository, Revision};
use crate::rules::{ClaimFacts, facts};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

/// One side.
pub(super) struct Side {
    pub(super) label: String,
    pub(super) commit: Option<String>,
    pub(super) files: usize,
    pub(super) claims: Vec<ClaimFacts>,
    /// What could not be done, a line each.
    pub(super) problems: Vec<String>,
    /// What is good to know, a line each.
    pub(super) notes: Vec<String>,
}

/// Two files or two folders.
pub(super) fn of_paths(paths: &[PathBuf], judging: &Judging) -> Result<(Side, Side), String> {
    let [old, new] = paths else {
        return Err(match paths {
            [] => {
                "name two files or two folders to compare, the old one first, or a revision with `--rev REF`".to_owned()
            }
            [one] if one.exists() => format!(
                "{0} is compared with nothing: name the new one after it, or write `--rev REF {0}` to compare it with \
                 itself at a revision",
                shown(one)
            ),
            [one] => format!(
                "there is no file or folder `{0}`; if it is a revision of git, write `hypecheck diff --rev {0}`",
                shown(one)
            ),
            _ => format!("two files or two folders are compared, and {} are named", paths.len()),
        });
    };
    for path in [old, new] {
        if path.as_os_str() == "-" {
            return Err("standard input cannot be compared; name two files or two folders".to_owned());
        }
        if !path.exists() {
            return Err(format!(
                "{}: there is no such file or folder; for a revision of git write `--rev REF`",
                path.display()
            ));
        }
    }
    if old.is_dir() != new.is_dir() {
        return Err(format!("{} and {} are a file and a folder; name two of a kind", old.display(), new.display()));
    }
    let side = |path: &PathBuf| {
        let found = find(std::slice::from_ref(path), None);
        // In two folders a file is known by its path from there. Of two files each has its own.
        let label = |file: &Path| match file.strip_prefix(path) {
            Ok(inside) if !inside.as_os_str().is_empty() => shown(inside),
            _ => shown(path),
        };
        let mut side = judged(found, judging, label);
        side.label = shown(path);
        side
    };
    both(side(old), side(new))
}

/// The files here, and the same at a revision.
pub(super) fn since(
    revision: &str,
    merge_base: bool,
    paths: &[PathBuf],
    judging: &Judging,
) -> Result<(Side, Side), String> {
    if paths.iter().any(|path| path.as_os_str() == "-") {
        return Err("standard input has no revisions; name files or folders".to_owned());
    }
    let disk = self::revision(revision, merge_base, paths)?;
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    // What was there at the revision and is gone now is no mistake of the one who names it.
    let (there, gone): (Vec<PathBuf>, Vec<PathBuf>) = paths.iter().cloned().partition(|path| path.exists());
    let missing = gone.iter().find(|path| disk.specs(&resolved(path)).is_empty());
    if let Some(missing) = missing {
        return Err(format!("{}: there is no such file or folder, now or at `{revision}`", missing.display()));
    }
    let mut found = if there.is_empty() {
        Found { inputs: Vec::new(), problems: Vec::new(), empty: Vec::new() }
    } else {
        find(&there, None)
    };
    let names = inputs(&found);
    found.inputs.retain(|input| !is_of_another(input, disk.root()));
    let mut after = judged(found, judging, shown);
    after.label = "the files here".to_owned();
    let mut before = at_revision(disk, paths, &names, judging);
    before.label = if merge_base { format!("where this left {revision}") } else { revision.to_owned() };
    both(before, after)
}

/// The files at a revision; of the repository that the paths are in, or the current folder.
pub(in super::super) fn revision(revision: &str, merge_base: bool, paths: &[PathBuf]) -> Result<Revision, String> {
    let first = paths.first().map_or_else(|| PathBuf::from("."), Clone::clone);
    // The nearest folder above it that is there.
    let place = resolved(&first);
    let folder = place.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    let repository = Repository::of(folder)?;
    let outside = paths.iter().find(|path| !resolved(path).starts_with(repository.root()));
    if let Some(outside) = outside {
        return Err(format!(
            "{} is not in the repository {}; compare one repository at a time",
            outside.display(),
            repository.root().display()
        ));
    }
    let mut commit = repository.commit(revision)?;
    if merge_base {
        commit = repository.merge_base(&commit)?;
    }
    repository.at(&commit)
}

/// Judges the specs at some paths as they were at a revision. `now` are the paths of those that are judged here: what is
/// on the disk and not among them is ignored here, and so it is there.
pub(in super::super) fn at_revision(disk: Revision, paths: &[PathBuf], now: &[String], judging: &Judging) -> Side {
    let mut found = Found { inputs: Vec::new(), problems: Vec::new(), empty: Vec::new() };
    let mut labels: HashMap<PathBuf, String> = HashMap::new();
    for path in paths {
        let place = resolved(path);
        for spec in disk.specs(&place) {
            let inside = spec.strip_prefix(&place).unwrap_or(Path::new(""));
            let here = if inside.as_os_str().is_empty() { path.clone() } else { path.join(inside) };
            let label = shown(&here);
            let ignored = here.is_file() && !now.contains(&label);
            if !ignored && !labels.contains_key(&spec) {
                labels.insert(spec.clone(), label);
                found.inputs.push(Input::File(spec));
            }
        }
    }
    let commit = disk.commit().to_owned();
    let mut judging = Judging::new(judging.today, Box::new(disk));
    judging.baseline = Choice::Instead(None);
    let label = |file: &Path| labels.get(file).cloned().unwrap_or_else(|| shown(file));
    let mut side = judged(found, &judging, label);
    side.commit = Some(commit);
    // What was wrong then cannot be mended.
    let at = side.commit.iter().map(|commit| commit[..12].to_owned()).collect::<String>();
    for line in side.notes.iter_mut().chain(&mut side.problems) {
        *line = format!("at {at}: {line}");
    }
    side
}

/// Whether a file belongs to another repository inside of this one, such as a submodule: it has no past in this one.
pub(in super::super) fn is_of_another(input: &Input, root: &Path) -> bool {
    let (Input::File(path) | Input::Text(path, _)) = input;
    let path = resolved(path);
    let inside = path.ancestors().skip(1).take_while(|folder| *folder != root && folder.starts_with(root));
    inside.into_iter().any(|folder| FileSystem.real_path(&folder.join(".git")).is_some())
}

/// The paths of what is judged, as they are shown.
pub(in super::super) fn inputs(found: &Found) -> Vec<String> {
    found.inputs.iter().map(name).collect()
}

/// The path of what is judged, as it is shown.
pub(in super::super) fn name(input: &Input) -> String {
    match input {
        Input::File(path) | Input::Text(path, _) => shown(path),
    }
}

/// A path with its links resolved, as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    let path = absolute(path);
    let there = path.ancestors().find_map(|ancestor| Some((ancestor, FileSystem.real_path(ancestor)?)));
    match there {
        Some((ancestor, real)) => {
            let rest = path.strip_prefix(ancestor).unwrap_or(Path::new(""));
            rest.components()
                .filter(|part| matches!(part, Component::Normal(_)))
                .fold(real, |path, part| path.join(part))
        }
        None => path,
    }
}

fn judged(found: Found, judging: &Judging, label: impl Fn(&Path) -> String + Sync) -> Side {
    let Found { inputs, problems, empty: _ } = found;
    let mut side =
        Side { label: String::new(), commit: None, files: 0, claims: Vec::new(), problems, notes: Vec::new() };
    let labels: HashMap<String, String> = inputs
        .iter()
        .map(|input| match input {
            Input::File(path) | Input::Text(path, _) => (shown(path), label(path)),
        })
        .collect();
    let results = judge(&inputs, judging, |judged| {
        let path = labels.get(&judged.path).cloned().unwrap_or(judged.path);
        let judgement = match judged.outcome {
            Ok(judgement) => judgement,
            Err(problem) => return Err((path, problem)),
        };
        let broken = judgement.report.diagnostics.iter().any(|found| found.rule.name == "syntax-error");
        Ok((facts(&judgement.snapshot, &judgement.report, &path), broken.then_some(path)))
    });
    for result in results {
        match result {
            Ok((claims, broken)) => {
                side.files += 1;
                side.claims.extend(claims);
                side.notes.extend(broken.map(|path| format!("{path}: it has syntax errors, which may hide claims")));
            }
            Err((path, problem @ (ReadProblem::NotUtf8(_) | ReadProblem::TooLarge(_)))) => {
                side.notes.push(format!("{path}: it cannot be read as a spec: {problem}"));
            }
            Err((path, problem)) => side.problems.push(format!("{path}: {problem}")),
        }
    }
    side.notes.extend(judging.problems());
    side
}

/// Two sides, if there is anything to compare.
fn both(before: Side, after: Side) -> Result<(Side, Side), String> {
    if before.files + after.files == 0 && before.problems.is_empty() && after.problems.is_empty() {
        if let Some(note) = before.notes.iter().chain(&after.notes).next() {
            return Err(note.clone());
        }
        return Err(format!("there is no `.synergy` file in {}, nor in {}", before.label, after.label));
    }
    Ok((before, after))
}
