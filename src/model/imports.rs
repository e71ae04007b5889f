//! `use "house.synergy"`: which file is meant, and why it may not be had.

use super::{Disk, FileId, ReadProblem};
use crate::text::TextRange;
use std::path::{Component, Path, PathBuf};

/// A `use` of a file, resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The path as it is written.
    pub path: String,
    /// Where it is written, with its quotes.
    pub range: TextRange,
    /// The file it leads to.
    pub target: Result<FileId, ImportProblem>,
}

/// Why a `use` leads to no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportProblem {
    /// It is no path relative to this file.
    NotRelative,
    /// It leads out of the workspace.
    Outside,
    /// It leads to this very file.
    Itself,
    /// The file it leads to cannot be read.
    Unreadable(ReadProblem),
    /// This file has no place of its own that a path could start from: it is not saved yet.
    NoPlace,
}

/// The file that `path`, written in `from`, leads to. Nothing outside of `root` is looked at.
pub(super) fn locate(disk: &dyn Disk, root: &Path, from: &Path, path: &str) -> Result<PathBuf, ImportProblem> {
    let relative = Path::new(path);
    let plain =
        |component: Component<'_>| matches!(component, Component::Normal(_) | Component::ParentDir | Component::CurDir);
    // Backslashes and drive letters mean different things on different machines; a spec means the same everywhere.
    if path.is_empty() || path.contains(['\\', '\0']) || path.contains("://") || !relative.components().all(plain) {
        return Err(ImportProblem::NotRelative);
    }
    let mut target = from.parent().unwrap_or(Path::new("")).to_owned();
    for component in relative.components() {
        match component {
            Component::ParentDir => target.pop().then_some(()).ok_or(ImportProblem::Outside)?,
            Component::Normal(part) => target.push(part),
            _ => {}
        }
    }
    if !target.starts_with(root) {
        return Err(ImportProblem::Outside);
    }
    if target == from {
        return Err(ImportProblem::Itself);
    }
    // A link inside the workspace must not lead out of it either.
    if let Some(real_target) = disk.real_path(&target) {
        if disk.real_path(root).is_some_and(|real_root| !real_target.starts_with(real_root)) {
            return Err(ImportProblem::Outside);
        }
        if disk.real_path(from).is_some_and(|real_from| real_from == real_target) {
            return Err(ImportProblem::Itself);
        }
    }
    Ok(target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MemoryDisk;

    #[track_caller]
    fn check(path: &str, expected: Result<&str, ImportProblem>) {
        let mut disk = MemoryDisk::default();
        disk.insert("/work/specs/a.synergy", Ok(""));
        disk.insert("/work/house.synergy", Ok(""));
        let found = locate(&disk, Path::new("/work"), Path::new("/work/specs/a.synergy"), path);
        assert_eq!(found, expected.map(PathBuf::from), "{path}");
    }

    #[test]
    fn a_path_is_relative_to_its_file() {
        check("b.synergy", Ok("/work/specs/b.synergy"));
        check("../house.synergy", Ok("/work/house.synergy"));
        check("./x/../b.synergy", Ok("/work/specs/b.synergy"));
    }

    #[test]
    fn a_path_stays_inside_the_workspace() {
        check("../../etc/passwd", Err(ImportProblem::Outside));
        check("../../../../../../../x", Err(ImportProblem::Outside));
    }

    #[test]
    fn a_path_means_the_same_on_every_machine() {
        for path in ["/etc/passwd", "..\\house.synergy", "https://example.com/x", ""] {
            check(path, Err(ImportProblem::NotRelative));
        }
    }

    #[test]
    fn a_file_does_not_use_itself() {
        check("a.synergy", Err(ImportProblem::Itself));
        check("../specs/a.synergy", Err(ImportProblem::Itself));
    }
}
