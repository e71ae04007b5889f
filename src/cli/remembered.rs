//! What is asked again and again in a run over many files, asked once.

use crate::model::{Disk, ReadProblem};
use foldhash::{HashMap, HashMapExt};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

/// More answers than this are not kept at a time: memory must not grow with the number of files.
const MOST: usize = 4096;

/// A disk that is asked only once where a path leads and whether there is something there. It serves for one run: each of
/// many files asks whether the folders around it hold a `hypecheck.toml`, and most use the same few others.
pub(super) struct Remembered {
    disk: Box<dyn Disk>,
    there: Answers<bool>,
    real: Answers<Option<PathBuf>>,
}

impl Remembered {
    pub(super) fn new(disk: Box<dyn Disk>) -> Remembered {
        Remembered { disk, there: Answers::new(), real: Answers::new() }
    }
}

impl Disk for Remembered {
    fn read(&self, path: &Path) -> Result<String, ReadProblem> {
        self.disk.read(path)
    }

    fn real_path(&self, path: &Path) -> Option<PathBuf> {
        self.real.to(path, |path| self.disk.real_path(path))
    }

    fn exists(&self, path: &Path) -> bool {
        self.there.to(path, |path| self.disk.exists(path))
    }
}

/// The answers to one question about paths.
struct Answers<T>(RwLock<HashMap<PathBuf, T>>);

impl<T: Clone> Answers<T> {
    fn new() -> Answers<T> {
        Answers(RwLock::new(HashMap::new()))
    }

    fn to(&self, path: &Path, ask: impl FnOnce(&Path) -> T) -> T {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(path) {
            return known.clone();
        }
        let answer = ask(path);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(path.to_owned(), answer.clone());
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    struct Counting(Arc<AtomicUsize>);

    impl Disk for Counting {
        fn read(&self, _: &Path) -> Result<String, ReadProblem> {
            Err(ReadProblem::Missing)
        }

        fn real_path(&self, path: &Path) -> Option<PathBuf> {
            self.0.fetch_add(1, Ordering::Relaxed);
            path.ends_with("there").then(|| path.to_owned())
        }
    }

    #[test]
    fn each_question_about_a_path_is_asked_once() {
        let asked = Arc::new(AtomicUsize::new(0));
        let disk = Remembered::new(Box::new(Counting(Arc::clone(&asked))));
        for _ in 0..3 {
            assert!(disk.exists(Path::new("there")) && !disk.exists(Path::new("not")));
            assert_eq!(disk.real_path(Path::new("there")), Some(PathBuf::from("there")));
        }
        assert_eq!(asked.load(Ordering::Relaxed), 3);
    }

    #[test]
    fn what_is_kept_does_not_grow_without_end() {
        let disk = Remembered::new(Box::new(Counting(Arc::default())));
        for number in 0..3 * MOST {
            disk.exists(Path::new(&number.to_string()));
        }
        assert!(disk.there.0.read().is_ok_and(|known| known.len() <= MOST));
    }
}
