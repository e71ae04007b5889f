//! What files are called in a report, which may be read on another machine: no name says where on a disk they are.

use super::files::{Input, absolute, is_stdin, shown};
use std::path::{Path, PathBuf};

/// The names of files.
pub(super) struct Naming {
    here: PathBuf,
    /// The folder that all files outside of `here` have in common.
    common: Option<PathBuf>,
}

impl Naming {
    /// Names for what is read.
    pub(super) fn of(inputs: &[Input]) -> Naming {
        let here = absolute(Path::new("."));
        let mut common: Option<PathBuf> = None;
        for input in inputs {
            let Input::File(path) = input else { continue };
            let path = absolute(path);
            if path.starts_with(&here) {
                continue;
            }
            let folder = path.parent().map(Path::to_owned).unwrap_or_default();
            common = Some(match common {
                None => folder,
                Some(common) => {
                    let both = common.components().zip(folder.components());
                    both.take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
                }
            });
        }
        Naming { here, common }
    }

    /// What a file is called: its path from where the program runs, or else from the folder that all files have in
    /// common.
    pub(super) fn name(&self, path: &Path) -> String {
        let path = absolute(path);
        let bases = std::iter::once(&self.here).chain(&self.common);
        let inside =
            bases.filter_map(|base| path.strip_prefix(base).ok()).find(|inside| !inside.as_os_str().is_empty());
        match inside {
            Some(inside) => shown(inside),
            None => path.file_name().map_or_else(|| "text".to_owned(), |name| name.to_string_lossy().into_owned()),
        }
    }

    /// An argument as one would write it to get the same: files and folders by their names, quoted where a shell asks
    /// for it.
    pub(super) fn argument(&self, path: &Path) -> String {
        if is_stdin(path) {
            return "-".to_owned();
        }
        let name = if absolute(path) == self.here { ".".to_owned() } else { self.name(path) };
        quoted(&name)
    }
}

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let plain = |char: char| char.is_ascii_alphanumeric() || "-_./+=:,@".contains(char);
    if !word.is_empty() && !word.starts_with('-') && word.chars().all(plain) {
        word.to_owned()
    } else if word.starts_with('-') && word.chars().all(plain) {
        format!("./{word}")
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_is_named_from_here_and_the_rest_from_what_it_has_in_common() {
        let outside = absolute(Path::new("..")).join("elsewhere");
        let inputs = [outside.join("a/one.synergy"), outside.join("b/two.synergy")].map(Input::File);
        let naming = Naming::of(&inputs);
        assert_eq!(naming.name(Path::new("./specs/../specs/a.synergy")), "specs/a.synergy");
        assert_eq!(naming.name(&outside.join("b/two.synergy")), "b/two.synergy");
        assert_eq!(naming.name(&outside.join("../far/three.synergy")), "three.synergy");
    }

    #[test]
    fn an_argument_is_quoted_where_a_shell_asks_for_it() {
        assert_eq!(quoted("specs/a-b.synergy"), "specs/a-b.synergy");
        assert_eq!(quoted("two words"), "'two words'");
        assert_eq!(quoted("it's; rm"), "'it'\\''s; rm'");
        assert_eq!(quoted("-rf"), "./-rf");
    }
}
