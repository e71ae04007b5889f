//! Baselines on the command line: which one holds, what in it is stale, and `hypecheck baseline`, which writes it.

use super::files::{Found, Judgement, absolute, find, judge, shown};
use super::output::count;
use super::terminal::Terminal;
use super::{Exit, Judging, replace};
use crate::model::FileSystem;
use crate::rules::{Baseline, BaselineEntry, BaselineProblem, Diagnostic, Fingerprint, fingerprints};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which baseline holds for a run.
#[derive(Debug, Default)]
pub(super) enum Choice {
    /// For each file the one that its `hypecheck.toml` names.
    #[default]
    Configured,
    /// This one, or none, whatever is configured.
    Instead(Option<Arc<Baseline>>),
}

/// Chooses the baseline that arguments name.
///
/// # Errors
/// Says why it cannot be used.
pub(super) fn choose(file: Option<&Path>, none: bool) -> Result<Choice, String> {
    match file {
        _ if none => Ok(Choice::Instead(None)),
        None => Ok(Choice::Configured),
        Some(file) => match Baseline::load(&FileSystem, &absolute(file)) {
            Ok(baseline) => Ok(Choice::Instead(Some(Arc::new(baseline)))),
            Err(problem) => Err(problem.describe(&shown(file))),
        },
    }
}

/// What a baseline hid in a file.
pub(super) struct Use {
    baseline: Arc<Baseline>,
    file: PathBuf,
    hidden: Vec<Fingerprint>,
}

impl Use {
    pub(super) fn of(judgement: &Judgement) -> Option<Use> {
        let baseline = Arc::clone(judgement.settings.baseline()?);
        let file = path_of(judgement)?;
        let hidden = judgement.report.hidden.iter().map(|(print, _)| *print).collect();
        Some(Use { baseline, file, hidden })
    }
}

fn path_of(judgement: &Judgement) -> Option<PathBuf> {
    judgement.snapshot.file(judgement.report.file)?.key().path().map(Path::to_owned)
}

/// An entry that hides nothing any more, and the baseline that it is in, as that is shown.
pub(super) struct Stale {
    pub(super) baseline: String,
    pub(super) entry: BaselineEntry,
}

/// The entries that hide nothing any more, as far as the files that were judged can tell. `searched` are the paths that
/// were asked for.
pub(super) fn stale(uses: &[Use], searched: &[PathBuf]) -> Vec<Stale> {
    let mut by_baseline: BTreeMap<&Path, Vec<&Use>> = BTreeMap::new();
    for each in uses {
        by_baseline.entry(each.baseline.path()).or_default().push(each);
    }
    let mut stale = Vec::new();
    for (path, uses) in by_baseline {
        let baseline = &uses[0].baseline;
        let hidden: HashSet<Fingerprint> = uses.iter().flat_map(|each| each.hidden.iter().copied()).collect();
        let judged: HashSet<&Path> = uses.iter().map(|each| each.file.as_path()).collect();
        let known = Known { judged, searched: folders(searched) };
        for entry in baseline.entries() {
            if !hidden.contains(&entry.fingerprint) && known.covers(&baseline.file_of(entry)) {
                stale.push(Stale { baseline: near(path), entry: entry.clone() });
            }
        }
    }
    stale
}

/// Which files a run can tell of.
struct Known<'a> {
    judged: HashSet<&'a Path>,
    /// The folders that were searched.
    searched: Vec<PathBuf>,
}

impl Known<'_> {
    /// Whether an entry of a file can be called stale: the file was judged, or it is gone from a folder that was
    /// searched. One that is gone may have moved to where nobody looked.
    fn covers(&self, file: &Path) -> bool {
        let file = absolute(file);
        self.judged.contains(file.as_path())
            || !file.exists() && self.searched.iter().any(|folder| file.starts_with(folder))
    }
}

fn folders(paths: &[PathBuf]) -> Vec<PathBuf> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    paths.iter().filter(|path| path.is_dir()).map(|path| absolute(path)).collect()
}

/// A path from the current folder on, where it is in it.
fn near(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    shown(here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path))
}

/// What is said of stale entries: one line for each baseline.
pub(super) fn notes(stale: &[Stale]) -> Vec<String> {
    const MOST: usize = 3;
    let mut by_baseline: BTreeMap<&str, Vec<&BaselineEntry>> = BTreeMap::new();
    for each in stale {
        by_baseline.entry(&each.baseline).or_default().push(&each.entry);
    }
    let notes = by_baseline.into_iter().map(|(baseline, entries)| {
        let named = entries.iter().take(MOST).map(|entry| match &entry.claim {
            Some(claim) => format!("`{}` in {} of {}", entry.rule, claim, entry.path),
            None => format!("`{}` in {}", entry.rule, entry.path),
        });
        let named = named.collect::<Vec<_>>().join(", ");
        let more = if entries.len() > MOST { ", …" } else { "" };
        let hide = if entries.len() == 1 { "hides" } else { "hide" };
        format!(
            "note: {baseline}: {} {hide} nothing any more ({named}{more}); `hypecheck baseline --prune` takes them out",
            count(entries.len(), "entry", "entries"),
        )
    });
    notes.collect()
}

/// What `hypecheck baseline` is asked to do.
#[derive(Debug, clap::Args)]
pub(super) struct BaselineArguments {
    /// Files and folders. Folders are searched for `.synergy` files, without those that `.gitignore` names. The current
    /// folder when left out. What the baseline holds of other files stays in it.
    paths: Vec<PathBuf>,
    /// The file to write; when left out the one that `hypecheck.toml` names, else `hypecheck-baseline.toml`.
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Add nothing; take out what is not found any more.
    #[arg(long)]
    prune: bool,
}

/// What was found in a file.
struct InFile {
    path: PathBuf,
    found: Vec<(Diagnostic, Fingerprint)>,
}

pub(super) fn run(arguments: &BaselineArguments, mut judging: Judging, terminal: &mut Terminal) -> Exit {
    judging.baseline = Choice::Instead(None);
    if arguments.paths.iter().any(|path| path.as_os_str() == "-") {
        terminal.complain("a baseline is of files; name files and folders in the place of `-`");
        return Exit::CouldNotRun;
    }
    let Found { inputs, mut problems, empty } = find(&arguments.paths, None);
    problems.extend(empty);
    let results = judge(&inputs, &judging, |judged| match judged.outcome {
        Ok(judgement) => Ok(in_file(&judgement)),
        Err(problem) => Err(format!("{}: {problem}", judged.path)),
    });
    let mut by_baseline: BTreeMap<PathBuf, Vec<InFile>> = BTreeMap::new();
    let mut unnamed = false;
    for result in results {
        match result {
            Ok(Some(file)) => {
                let (path, named) = target(&judging, arguments.file.as_deref(), &file.path);
                unnamed |= !named;
                by_baseline.entry(path).or_default().push(file);
            }
            Ok(None) => {}
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(judging.problems());
    for (path, files) in &by_baseline {
        match write(path, files, arguments) {
            Ok(line) => terminal.print(&line),
            Err(problem) => problems.push(problem),
        }
    }
    if unnamed && problems.is_empty() {
        terminal.print(&format!(
            "Name it in `hypecheck.toml`, so that it counts: baseline = \"{}\"\n",
            Baseline::DEFAULT_NAME
        ));
    }
    for problem in &problems {
        terminal.complain(problem);
    }
    if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun }
}

fn in_file(judgement: &Judgement) -> Option<InFile> {
    let file = judgement.snapshot.file(judgement.report.file)?;
    let found = &judgement.report.diagnostics;
    // What stands for others that are not shown would hide any number of them.
    let found = found.iter().cloned().zip(fingerprints(file, found)).filter(|(found, _)| !found.is_rest);
    Some(InFile { path: path_of(judgement)?, found: found.collect() })
}

/// The baseline of a file, and whether an argument or a `hypecheck.toml` names it.
fn target(judging: &Judging, file: Option<&Path>, spec: &Path) -> (PathBuf, bool) {
    if let Some(file) = file {
        return (absolute(file), true);
    }
    let config = judging.configs.of_file(&FileSystem, spec);
    if let Some(path) = config.as_ref().and_then(|config| config.baseline_path()) {
        return (path, true);
    }
    let folder = config.as_ref().and_then(|config| config.path.parent());
    (
        folder
            .map_or_else(|| absolute(Path::new(Baseline::DEFAULT_NAME)), |folder| folder.join(Baseline::DEFAULT_NAME)),
        false,
    )
}

/// Writes a baseline of what was found in files, and says what has changed in it.
fn write(path: &Path, files: &[InFile], arguments: &BaselineArguments) -> Result<String, String> {
    let name = near(path);
    let (baseline, is_new) = match Baseline::load(&FileSystem, path) {
        Ok(baseline) => (baseline, false),
        Err(BaselineProblem::Missing) if arguments.prune => {
            return Err(format!("{name}: there is no such baseline, and nothing to take out"));
        }
        Err(BaselineProblem::Missing) => (Baseline::empty(path), true),
        Err(problem) => return Err(problem.describe(&name)),
    };
    let now = files.iter().flat_map(|file| {
        file.found.iter().map(|(found, print)| baseline.entry(&file.path, found, *print)).collect::<Vec<_>>()
    });
    let mut entries: Vec<BaselineEntry> =
        now.filter(|entry| !arguments.prune || baseline.hides(entry.fingerprint)).collect();
    let here: HashSet<Fingerprint> = entries.iter().map(|entry| entry.fingerprint).collect();
    let judged = files.iter().map(|file| file.path.as_path()).collect();
    let known = Known { judged, searched: folders(&arguments.paths) };
    let stays = |entry: &&BaselineEntry| !here.contains(&entry.fingerprint) && !known.covers(&baseline.file_of(entry));
    entries.extend(baseline.entries().iter().filter(stays).cloned());
    entries.sort();
    entries.dedup();
    let all: HashSet<Fingerprint> = entries.iter().map(|entry| entry.fingerprint).collect();
    let added = all.iter().filter(|print| !baseline.hides(**print)).count();
    let before: HashSet<Fingerprint> = baseline.entries().iter().map(|entry| entry.fingerprint).collect();
    let gone = before.iter().filter(|print| !all.contains(print)).count();
    let text = baseline.render(&entries);
    let findings = count(entries.len(), "finding", "findings");
    if !is_new && text == baseline.text().to_string() {
        return Ok(format!("{name} is up to date: {findings}.\n"));
    }
    replace::put(path, &text).map_err(|error| format!("{name}: it could not be written: {error}"))?;
    Ok(format!("{name}: {findings}, {added} added, {gone} taken out.\n"))
}
