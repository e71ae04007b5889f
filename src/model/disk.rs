//! Reading files, behind a trait so that tests and editors can put other text in their place.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Files longer than this, in bytes, are not read.
pub const MAX_FILE_LEN: u64 = 64 * 1024 * 1024;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadProblem {
    /// There is none.
    Missing,
    /// It is a folder.
    Directory,
    /// It is not text in UTF-8; the byte at this offset is the first that cannot be.
    NotUtf8(usize),
    /// It is longer than `MAX_FILE_LEN`.
    TooLarge(u64),
    /// The system says why.
    Other(String),
}

impl std::fmt::Display for ReadProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => write!(f, "there is no such file"),
            Self::Directory => write!(f, "it is a folder"),
            Self::NotUtf8(at) => write!(f, "it is not UTF-8 text (byte {at})"),
            Self::TooLarge(len) => {
                write!(f, "it is {} MiB long, and the limit is {} MiB", len >> 20, MAX_FILE_LEN >> 20)
            }
            Self::Other(why) => write!(f, "{why}"),
        }
    }
}

/// Where files come from.
pub trait Disk: Send + Sync {
    /// The text of a file.
    ///
    /// # Errors
    /// Says why it cannot be read.
    fn read(&self, path: &Path) -> Result<String, ReadProblem>;

    /// The path with links and `..` resolved, if there is something there.
    fn real_path(&self, path: &Path) -> Option<PathBuf>;

    /// Whether there is something at a path.
    fn exists(&self, path: &Path) -> bool {
        self.real_path(path).is_some()
    }
}

/// The file system of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileSystem;

impl Disk for FileSystem {
    fn read(&self, path: &Path) -> Result<String, ReadProblem> {
        let other = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => ReadProblem::Missing,
            std::io::ErrorKind::IsADirectory => ReadProblem::Directory,
            _ => ReadProblem::Other(error.to_string()),
        };
        let metadata = std::fs::metadata(path).map_err(other)?;
        if metadata.is_dir() {
            return Err(ReadProblem::Directory);
        }
        if !metadata.is_file() {
            // A pipe or a device would never end.
            return Err(ReadProblem::Other("it is no regular file".to_owned()));
        }
        if metadata.len() > MAX_FILE_LEN {
            return Err(ReadProblem::TooLarge(metadata.len()));
        }
        let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
        // The file may grow while it is being read.
        let file = std::fs::File::open(path).map_err(other)?;
        file.take(MAX_FILE_LEN + 1).read_to_end(&mut bytes).map_err(other)?;
        if bytes.len() as u64 > MAX_FILE_LEN {
            return Err(ReadProblem::TooLarge(bytes.len() as u64));
        }
        String::from_utf8(bytes).map_err(|error| ReadProblem::NotUtf8(error.utf8_error().valid_up_to()))
    }

    fn real_path(&self, path: &Path) -> Option<PathBuf> {
        std::fs::canonicalize(path).ok()
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }
}

/// Files that exist in memory only, for tests.
#[derive(Clone, Debug, Default)]
pub struct MemoryDisk {
    files: BTreeMap<PathBuf, Result<String, ReadProblem>>,
}

impl MemoryDisk {
    /// Puts a file in place, or a reason why it cannot be read.
    pub fn insert(&mut self, path: impl Into<PathBuf>, content: Result<&str, ReadProblem>) {
        self.files.insert(path.into(), content.map(str::to_owned));
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path) -> Result<String, ReadProblem> {
        if let Some(content) = self.files.get(path) {
            return content.clone();
        }
        let directory = self.files.keys().any(|file| file.starts_with(path));
        Err(if directory { ReadProblem::Directory } else { ReadProblem::Missing })
    }

    fn real_path(&self, path: &Path) -> Option<PathBuf> {
        self.files.keys().any(|file| file.starts_with(path)).then(|| path.to_owned())
    }
}
