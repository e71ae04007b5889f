//! Finding the specs in a folder: what the command line judges there, and what the language server knows of besides
//! the texts that are open.

use super::{Disk, FileSystem};
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The specs in a folder, but for those that are ignored (`.gitignore`, `.ignore`, hidden files and folders), in the
/// order of their paths. Links to files are followed as long as they stay in the folder or in one of `within`: who
/// writes what is to be checked must not choose what else is shown. Links to folders are not followed.
///
/// `each` is given the path of a spec, or in a sentence why something could not be looked at, and ends the search when
/// it breaks.
pub fn walk(folder: &Path, within: &[&Path], each: impl FnMut(Result<PathBuf, String>) -> ControlFlow<()>) {
    run(folder, within, ignore::WalkBuilder::new(folder), each);
}

/// The same for the specs at some places alone: files, or folders with all in them. No other folder is looked into.
pub fn walk_places(
    folder: &Path,
    places: impl IntoIterator<Item = PathBuf>,
    each: impl FnMut(Result<PathBuf, String>) -> ControlFlow<()>,
) {
    let places: HashSet<PathBuf> = places.into_iter().filter(|place| place.starts_with(folder)).collect();
    if places.is_empty() {
        return;
    }
    let above: HashSet<PathBuf> = places.iter().flat_map(|place| place.ancestors()).map(Path::to_owned).collect();
    let mut builder = ignore::WalkBuilder::new(folder);
    builder.filter_entry(move |entry| {
        let path = entry.path();
        above.contains(path) || path.ancestors().any(|ancestor| places.contains(ancestor))
    });
    run(folder, &[], builder, each);
}

fn run(
    folder: &Path,
    within: &[&Path],
    mut builder: ignore::WalkBuilder,
    mut each: impl FnMut(Result<PathBuf, String>) -> ControlFlow<()>,
) {
    let real = |path: &Path| FileSystem.real_path(path);
    let within: Vec<PathBuf> = std::iter::once(folder).chain(within.iter().copied()).filter_map(real).collect();
    // A copy of a repository without its .git ignores the same files.
    builder.require_git(false).follow_links(false).sort_by_file_name(std::cmp::Ord::cmp);
    for entry in builder.build() {
        let found = match entry {
            Ok(entry) => spec(entry, &within),
            Err(error) => Some(Err(error.to_string())),
        };
        if found.is_some_and(|found| each(found).is_break()) {
            return;
        }
    }
}

/// What an entry of a folder is to us: a spec, something that cannot be looked at, or nothing.
fn spec(entry: ignore::DirEntry, within: &[PathBuf]) -> Option<Result<PathBuf, String>> {
    let path = entry.path();
    let kind = entry.file_type().filter(|_| path.extension().is_some_and(|word| word == "synergy"))?;
    if kind.is_file() {
        return Some(Ok(entry.into_path()));
    }
    if !kind.is_symlink() || path.is_dir() {
        return None;
    }
    Some(match FileSystem.real_path(path) {
        Some(target) if within.iter().any(|folder| target.starts_with(folder)) => Ok(entry.into_path()),
        Some(_) => Err(format!("{}: the link leads out of the folder; name it to have it checked", path.display())),
        None => Err(format!("{}: the link leads to nothing", path.display())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for name in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("it can be made");
            std::fs::write(path, if name.ends_with("ignore") { "out/\n" } else { "" }).expect("it can be written");
        }
        folder
    }

    /// What is found, in the order in which it is.
    fn found(root: &Path, places: Option<&[&str]>) -> Vec<String> {
        let mut found = Vec::new();
        let each = |path: Result<PathBuf, String>| {
            let path = path.expect("all of it can be looked at");
            found.push(path.strip_prefix(root).expect("it is inside").to_string_lossy().replace('\\', "/"));
            ControlFlow::Continue(())
        };
        match places {
            None => walk(root, &[], each),
            Some(places) => walk_places(root, places.iter().map(|place| root.join(place)), each),
        }
        found
    }

    #[test]
    fn specs_are_found_in_order_and_without_what_is_ignored() {
        let folder =
            folder(&[".gitignore", "b.synergy", "a/x.synergy", "a/x.txt", "out/y.synergy", ".hidden/z.synergy"]);
        assert_eq!(found(folder.path(), None), ["a/x.synergy", "b.synergy"]);
    }

    #[test]
    fn at_some_places_only_what_is_there_is_found_and_what_is_ignored_is_not() {
        let folder =
            folder(&[".gitignore", "b.synergy", "c.synergy", "a/x.synergy", "a/deep/y.synergy", "out/y.synergy"]);
        let places = ["b.synergy", "a", "out/y.synergy", "gone.synergy"];
        assert_eq!(found(folder.path(), Some(&places)), ["a/deep/y.synergy", "a/x.synergy", "b.synergy"]);
        assert_eq!(found(folder.path(), Some(&[])), Vec::<String>::new());
    }

    #[test]
    fn a_search_ends_when_nobody_wants_more() {
        let folder = folder(&["a.synergy", "b.synergy"]);
        let mut seen = 0;
        walk(folder.path(), &[], |_| {
            seen += 1;
            ControlFlow::Break(())
        });
        assert_eq!(seen, 1);
    }
}
