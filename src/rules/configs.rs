//! Finding the `hypecheck.toml` of a file: the nearest one upwards from it, in the editor as in CI.

use super::{Baseline, CONFIG_FILE, Config, ConfigProblem, Place, Preset, Settings};
use crate::model::{Disk, FileKey, ReadProblem};
use crate::syntax::Date;
use crate::text::{LineColumn, Text, TextRange};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A `hypecheck.toml` that was found.
#[derive(Debug)]
pub struct FoundConfig {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub config: Config,
    /// What in it means nothing.
    pub problems: Vec<ConfigProblem>,
    /// The baseline that it names, if that can be used.
    pub baseline: Option<Arc<Baseline>>,
    /// Why it cannot.
    pub baseline_problem: Option<ConfigProblem>,
    text: Text,
}

impl FoundConfig {
    fn new(path: PathBuf, content: Result<String, ReadProblem>, disk: &dyn Disk) -> FoundConfig {
        let (source, unreadable) = match content {
            Ok(source) => (source, None),
            Err(problem) => (String::new(), Some(problem)),
        };
        let (config, mut problems) = Config::parse(&source);
        problems.extend(
            unreadable
                .map(|problem| ConfigProblem { range: 0..0, message: format!("This file cannot be used: {problem}.") }),
        );
        let mut found =
            FoundConfig { path, config, problems, baseline: None, baseline_problem: None, text: Text::new(&source) };
        if let (Some(path), Some((name, range))) = (found.baseline_path(), found.config.baseline()) {
            match Baseline::load(disk, &path) {
                Ok(baseline) => found.baseline = Some(Arc::new(baseline)),
                Err(problem) => {
                    found.baseline_problem = Some(ConfigProblem { message: problem.describe(name), range });
                }
            }
        }
        found
    }

    /// Where the baseline is that it names.
    pub fn baseline_path(&self) -> Option<PathBuf> {
        let (name, _) = self.config.baseline()?;
        // Without `.` and `..`, as editors name files.
        let mut path = self.path.parent().unwrap_or(Path::new("")).to_owned();
        for part in Path::new(name).components() {
            match part {
                Component::CurDir => {}
                Component::ParentDir => drop(path.pop()),
                part => path.push(part),
            }
        }
        Some(path)
    }

    /// All that means nothing in it, and in the baseline that it names.
    pub fn all_problems(&self) -> impl Iterator<Item = &ConfigProblem> {
        self.problems.iter().chain(&self.baseline_problem)
    }

    /// Its text, for which the ranges of its problems are meant.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The line that a byte of it is on, from 1.
    pub fn line_of(&self, at: usize) -> usize {
        let at = u32::try_from(at).unwrap_or(u32::MAX).min(self.text.len().into());
        self.text.line_of(at.into()) + 1
    }

    /// Where a problem is.
    pub fn range(&self, problem: &ConfigProblem) -> TextRange {
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX).into();
        self.text.clamp(TextRange::new(at(problem.range.start), at(problem.range.end.max(problem.range.start))))
    }

    /// A problem in a line: path, line and column from 1, and what is wrong.
    pub fn describe(&self, problem: &ConfigProblem) -> String {
        let LineColumn { line, column } = self.text.position(self.range(problem).start(), crate::text::Encoding::Utf32);
        format!("{}:{}:{}: {}", self.path.display(), line + 1, column + 1, problem.message)
    }
}

/// The preset that holds where no file names one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fallback {
    /// Everywhere else.
    pub preset: Preset,
    /// In these folders. Of one in another the inner one counts.
    pub folders: Vec<(PathBuf, Preset)>,
}

impl Fallback {
    fn of(&self, file: &FileKey) -> Preset {
        let around = self.folders.iter().filter(|(folder, _)| file.path().is_some_and(|path| path.starts_with(folder)));
        let nearest = around.max_by_key(|(folder, _)| folder.components().count());
        nearest.map_or(self.preset, |(_, preset)| *preset)
    }
}

impl From<Preset> for Fallback {
    fn from(preset: Preset) -> Fallback {
        Fallback { preset, folders: Vec::new() }
    }
}

/// All that were found, each read once.
#[derive(Debug, Default)]
pub struct Configs {
    by_folder: Mutex<HashMap<PathBuf, Option<Arc<FoundConfig>>>>,
    /// The preset where no file names one.
    fallback: Mutex<Fallback>,
    revision: AtomicU64,
}

impl Configs {
    /// The settings of a file. One that is on no disk has those that hold unless configured.
    pub fn settings(&self, disk: &dyn Disk, file: &FileKey, today: Date, place: Place) -> Settings {
        let fallback = self.fallback.lock().unwrap_or_else(PoisonError::into_inner).of(file);
        let Some(path) = file.path() else { return Settings::of(today, fallback) };
        match self.of_file(disk, path) {
            Some(found) => {
                let folder = found.path.parent().unwrap_or(Path::new(""));
                let path = path.strip_prefix(folder).unwrap_or(path);
                let mut settings = found.config.settings(today, path, place, fallback);
                settings.use_baseline(found.baseline.clone());
                settings
            }
            None => Settings::of(today, fallback),
        }
    }

    /// The nearest one upwards from a file.
    pub fn of_file(&self, disk: &dyn Disk, file: &Path) -> Option<Arc<FoundConfig>> {
        let folder = file.parent()?;
        let mut known = self.lock();
        let mut searched = Vec::new();
        let mut found = None;
        for folder in folder.ancestors() {
            if let Some(before) = known.get(folder) {
                found = before.clone();
                break;
            }
            searched.push(folder.to_owned());
            let path = folder.join(CONFIG_FILE);
            match disk.read(&path) {
                Err(ReadProblem::Missing | ReadProblem::Directory) => {}
                content => {
                    found = Some(Arc::new(FoundConfig::new(path, content, disk)));
                    break;
                }
            }
        }
        for folder in searched {
            known.insert(folder, found.clone());
        }
        found
    }

    /// All that were found so far, sorted by path.
    pub fn found(&self) -> Vec<Arc<FoundConfig>> {
        let mut all: Vec<_> = self.lock().values().flatten().cloned().collect();
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all.dedup_by(|a, b| a.path == b.path);
        all
    }

    /// Whether a file is one of those that were found, or a baseline that one of them names.
    pub fn rest_on(&self, path: &Path) -> bool {
        path.file_name().is_some_and(|name| name == CONFIG_FILE)
            || self.found().iter().any(|found| found.baseline_path().as_deref() == Some(path))
    }

    /// Chooses the preset that holds where no file names one.
    pub fn fall_back_to(&self, fallback: impl Into<Fallback>) {
        let fallback = fallback.into();
        let mut known = self.fallback.lock().unwrap_or_else(PoisonError::into_inner);
        if *known != fallback {
            *known = fallback;
            self.revision.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Forgets all of them: one was made, changed or deleted.
    pub fn forget(&self) {
        self.lock().clear();
        self.revision.fetch_add(1, Ordering::Relaxed);
    }

    /// A number that changes whenever the settings of some file may have; which ones, [`Configs::settings`] tells.
    pub fn revision(&self) -> u64 {
        self.revision.load(Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PathBuf, Option<Arc<FoundConfig>>>> {
        self.by_folder.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MemoryDisk;
    use crate::rules::{Level, find, fixture};

    #[test]
    fn the_nearest_file_upwards_counts() {
        let mut disk = MemoryDisk::default();
        disk.insert("/w/hypecheck.toml", Ok("[rules]\nweak-synergy = \"error\"\n"));
        disk.insert("/w/sub/hypecheck.toml", Ok("[rules]\nweak-synergy = \"hint\"\n"));
        let configs = Configs::default();
        let rule = find("weak-synergy").expect("there is such a rule");
        let level = |path: &str| {
            let key = FileKey::Path(path.into());
            configs.settings(&disk, &key, fixture::settings().today, Place::Check).level(rule, rule.level)
        };
        assert_eq!(level("/w/a/b/c.synergy"), Some(Level::Error));
        assert_eq!(level("/w/sub/c.synergy"), Some(Level::Hint));
        assert_eq!(level("/elsewhere/c.synergy"), Some(Level::Warning));
        assert_eq!(configs.found().len(), 2);
    }

    #[test]
    fn a_preset_from_elsewhere_counts_where_no_file_names_one() {
        let mut disk = MemoryDisk::default();
        disk.insert("/named/hypecheck.toml", Ok("preset = \"author\"\n"));
        disk.insert("/silent/hypecheck.toml", Ok("[rules]\nstale-evidence = \"hint\"\n"));
        let configs = Configs::default();
        configs.fall_back_to(Preset::Strict);
        let rule = find("weak-synergy").expect("there is such a rule");
        let level = |key: FileKey| {
            configs.settings(&disk, &key, fixture::settings().today, Place::Check).level(rule, rule.level)
        };
        assert_eq!(level(FileKey::Path("/named/a.synergy".into())), Some(Level::Warning));
        assert_eq!(level(FileKey::Path("/silent/a.synergy".into())), Some(Level::Error));
        assert_eq!(level(FileKey::Path("/none/a.synergy".into())), Some(Level::Error));
        assert_eq!(level(FileKey::Virtual("untitled:a".to_owned())), Some(Level::Error));
    }

    #[test]
    fn a_problem_is_told_with_its_line_and_column() {
        let mut disk = MemoryDisk::default();
        disk.insert("/w/hypecheck.toml", Ok("[rules]\nnonsense = \"error\"\n"));
        let configs = Configs::default();
        let found = configs.of_file(&disk, Path::new("/w/a.synergy")).expect("there is one");
        assert!(
            found
                .describe(&found.problems[0])
                .ends_with("hypecheck.toml:2:1: There is no rule `nonsense`. `hypecheck explain` knows them.")
        );
    }
}
