//! Files as they are at a revision of a git repository, read by calling the `git` program.
//!
//! Three of its commands are enough, none of which changes anything or runs anything that a repository configures:
//! `rev-parse` finds the repository and the commit, `ls-tree` lists it, and `cat-file --batch` gives what is in it,
//! without filters and text conversion. No shell is involved. What a person calls a revision is turned into the number
//! of a commit first, and nothing else goes on from there, so that none can be taken for an option. No object is
//! fetched: git is told that it may use no network.

use super::disk::MAX_FILE_LEN;
use super::{Disk, FileSystem, ReadProblem};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// A git repository with a folder of its files on this disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// The folder, links resolved.
    root: PathBuf,
}

/// A revision of a repository, all of whose files can be read. What lies outside of the repository is read from the
/// disk, as it has no revisions.
#[derive(Debug)]
pub struct Revision {
    root: PathBuf,
    commit: String,
    /// The regular files by their path from the root; links and what belongs to other repositories are left out.
    files: BTreeMap<PathBuf, String>,
    folders: BTreeSet<PathBuf>,
    reader: Mutex<Option<Reader>>,
}

/// The program that gives the contents of files, and what it is asked and answers through.
#[derive(Debug)]
struct Reader {
    child: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The git program, started in a folder, so that it asks nobody, fetches nothing and writes nothing.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .arg("--no-pager")
        .arg("-C")
        .arg(folder)
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        // A clone may lack objects; git would fetch them. Newer versions know the first, all know the second.
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_ALLOW_PROTOCOL", "none")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    // A hook is told of its repository by a path that means another one in another folder.
    if std::env::var_os("GIT_DIR").is_some_and(|path| Path::new(&path).is_relative()) {
        command.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE");
    }
    command
}

/// What the git program prints; in a sentence, why there is none.
fn output(mut command: Command) -> Result<Result<Vec<u8>, String>, String> {
    let output = command.stderr(Stdio::piped()).output().map_err(|error| not_started(&error))?;
    if output.status.success() {
        return Ok(Ok(output.stdout));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it does not say why");
    Ok(Err(line.trim_start_matches("fatal: ").trim_start_matches("error: ").to_owned()))
}

fn not_started(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "the program `git` was not found; install it to compare revisions".to_owned(),
        _ => format!("the program `git` cannot be started: {error}"),
    }
}

/// A path that git has printed.
#[cfg(unix)]
fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Some(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    // git writes paths in UTF-8 and with `/` there.
    let text = std::str::from_utf8(bytes).ok()?;
    Some(text.split('/').collect())
}

impl Repository {
    /// The repository that a folder belongs to.
    ///
    /// # Errors
    /// Says in a sentence why there is none: no git, no repository, or one without a folder of its files.
    pub fn of(folder: &Path) -> Result<Repository, String> {
        let mut command = git(folder);
        command.args(["rev-parse", "--show-toplevel"]);
        let printed = output(command)?.map_err(|why| {
            if why.contains("not a git repository") {
                format!("{} is in no git repository", folder.display())
            } else {
                format!("git cannot tell the repository of {}: {why}", folder.display())
            }
        })?;
        let printed = printed.strip_suffix(b"\n").unwrap_or(&printed);
        let root = path_of(printed).filter(|_| !printed.is_empty());
        let root = root.ok_or_else(|| format!("{} is in a git repository without files", folder.display()))?;
        let root = FileSystem.real_path(&root).ok_or_else(|| format!("{} cannot be found", root.display()))?;
        Ok(Repository { root })
    }

    /// The folder of its files, links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The number of the commit that a revision stands for, such as `main`, `HEAD~2` or `v1.0`.
    ///
    /// # Errors
    /// Says in a sentence why it stands for none.
    pub fn commit(&self, revision: &str) -> Result<String, String> {
        if revision.is_empty() || revision.starts_with('-') || revision.chars().any(char::is_control) {
            return Err(format!(
                "`{}` is no revision; write the name of a branch, a tag, or a commit",
                revision.escape_debug()
            ));
        }
        if revision.contains("..") {
            return Err(format!("`{revision}` is a range; name the one revision to compare with"));
        }
        let mut command = git(&self.root);
        // What follows `--end-of-options` is no option; the revision is checked for that as well, for git before 2.24.
        command.args(["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")]);
        let printed = output(command)?.map_err(|_| {
            format!(
                "there is no revision `{revision}` here; `git fetch` gets those of elsewhere, and a shallow clone has few"
            )
        })?;
        number(&printed).ok_or_else(|| format!("git gives no commit for `{revision}`"))
    }

    /// The commit at which what is here and a revision parted.
    ///
    /// # Errors
    /// Says in a sentence why there is none.
    pub fn merge_base(&self, commit: &str) -> Result<String, String> {
        let mut command = git(&self.root);
        command.args(["merge-base", "HEAD", commit]);
        let printed =
            output(command)?.map_err(|_| "the two have no commit in common; a shallow clone may lack it".to_owned())?;
        number(&printed).ok_or_else(|| "git gives no common commit".to_owned())
    }

    /// The files at a commit, which [`commit`](Repository::commit) gave.
    ///
    /// # Errors
    /// Says in a sentence why they cannot be listed.
    pub fn at(&self, commit: &str) -> Result<Revision, String> {
        let mut command = git(&self.root);
        command.args(["ls-tree", "-r", "-z", "--full-tree", commit]);
        let printed = output(command)?.map_err(|why| format!("git cannot list the files: {why}"))?;
        let mut files = BTreeMap::new();
        let mut folders = BTreeSet::new();
        for entry in printed.split(|byte| *byte == 0) {
            let Some((path, object)) = regular_file(entry) else { continue };
            folders.extend(path.ancestors().skip(1).map(Path::to_owned));
            files.insert(path, object);
        }
        Ok(Revision { root: self.root.clone(), commit: commit.to_owned(), files, folders, reader: Mutex::new(None) })
    }
}

/// The number of a commit, if that is what was printed.
fn number(printed: &[u8]) -> Option<String> {
    // Before 2.30 git prints `--end-of-options` as well.
    let text = std::str::from_utf8(printed).ok()?.lines().last()?.trim();
    (text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| text.to_owned())
}

/// `100644 blob NUMBER<tab>path`, if it is a regular file: links may lead anywhere, and what is in a submodule belongs to
/// another repository.
fn regular_file(entry: &[u8]) -> Option<(PathBuf, String)> {
    let tab = entry.iter().position(|byte| *byte == b'\t')?;
    let (about, path) = (std::str::from_utf8(&entry[..tab]).ok()?, &entry[tab + 1..]);
    let mut about = about.split(' ');
    let regular = about.next().is_some_and(|mode| mode.starts_with("100")) && about.next() == Some("blob");
    let object = about.next().filter(|_| regular)?;
    Some((path_of(path)?, object.to_owned()))
}

impl Revision {
    /// The folder of the files of its repository, links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The number of its commit.
    pub fn commit(&self) -> &str {
        &self.commit
    }

    /// The specs at a place, which is a file or a folder, by their whole paths and in their order. In hidden folders
    /// there are none, as elsewhere.
    pub fn specs(&self, place: &Path) -> Vec<PathBuf> {
        let Ok(place) = place.strip_prefix(&self.root) else { return Vec::new() };
        let is_spec = |path: &Path| path.extension().is_some_and(|word| word == "synergy");
        let hidden = |path: &Path| {
            let inside = path.strip_prefix(place).unwrap_or(path);
            inside.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
        };
        // The file itself was named, whatever it is called.
        let named = self.files.contains_key(place).then(|| place.to_owned());
        let inside = self.files.keys().filter(|path| path.starts_with(place) && is_spec(path) && !hidden(path));
        let found: BTreeSet<PathBuf> = named.into_iter().chain(inside.cloned()).collect();
        found.into_iter().map(|path| self.root.join(path)).collect()
    }

    fn content(&self, object: &str) -> Result<Vec<u8>, ReadProblem> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let content = match reader.take() {
            Some(running) => Ok(running),
            None => self.start(),
        }
        .and_then(|mut running| running.read(object).map(|content| (running, content)));
        match content {
            Ok((running, content)) => {
                *reader = Some(running);
                content
            }
            // One that has failed is not asked again.
            Err(why) => Err(ReadProblem::Other(why)),
        }
    }

    fn start(&self) -> Result<Reader, String> {
        let mut command = git(&self.root);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| not_started(&error))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(ask), Some(answers)) => Ok(Reader { child, ask, answers: BufReader::new(answers) }),
            _ => Err("git has no input or output".to_owned()),
        }
    }
}

impl Reader {
    /// The content of an object; in a sentence, why git can be asked no more.
    fn read(&mut self, object: &str) -> Result<Result<Vec<u8>, ReadProblem>, String> {
        let failed = |error: std::io::Error| format!("git cannot be asked: {error}");
        writeln!(self.ask, "{object}").and_then(|()| self.ask.flush()).map_err(failed)?;
        let mut header = String::new();
        self.answers.read_line(&mut header).map_err(failed)?;
        // `NUMBER blob SIZE`, or `NUMBER missing`.
        let mut parts = header.trim_end().split(' ').skip(1);
        let (kind, size) = (parts.next(), parts.next().and_then(|size| size.parse::<u64>().ok()));
        let Some(size) = size.filter(|_| kind == Some("blob")) else {
            return match kind {
                Some("missing") => {
                    Ok(Err(ReadProblem::Other("this clone lacks its content; `git fetch` gets it".to_owned())))
                }
                _ => Err("git answers something else than a file".to_owned()),
            };
        };
        let mut rest = Read::take(&mut self.answers, size + 1);
        if size > MAX_FILE_LEN {
            std::io::copy(&mut rest, &mut std::io::sink()).map_err(failed)?;
            return Ok(Err(ReadProblem::TooLarge(size)));
        }
        let mut content = Vec::with_capacity(size as usize + 1);
        rest.read_to_end(&mut content).map_err(failed)?;
        if content.pop() != Some(b'\n') || content.len() as u64 != size {
            return Err("git broke off in the middle of a file".to_owned());
        }
        Ok(Ok(content))
    }
}

impl Disk for Revision {
    fn read(&self, path: &Path) -> Result<String, ReadProblem> {
        let Ok(inside) = path.strip_prefix(&self.root) else { return FileSystem.read(path) };
        let Some(object) = self.files.get(inside) else {
            return Err(if self.folders.contains(inside) { ReadProblem::Directory } else { ReadProblem::Missing });
        };
        let content = self.content(object)?;
        String::from_utf8(content).map_err(|error| ReadProblem::NotUtf8(error.utf8_error().valid_up_to()))
    }

    fn real_path(&self, path: &Path) -> Option<PathBuf> {
        let Ok(inside) = path.strip_prefix(&self.root) else { return FileSystem.real_path(path) };
        // The root of the repository is marked as one, at any revision.
        let there = inside == Path::new(".git") || self.files.contains_key(inside) || self.folders.contains(inside);
        there.then(|| path.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_that_could_be_an_option_or_a_range_is_refused_before_git_is_asked() {
        let nowhere = Repository { root: PathBuf::from("nowhere-at-all") };
        for (revision, why) in [
            ("", "is no revision"),
            ("--output=x", "is no revision"),
            ("-h", "is no revision"),
            ("main\n--help", "is no revision"),
            ("main..HEAD", "is a range"),
        ] {
            let error = nowhere.commit(revision).expect_err("it is refused");
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn only_regular_files_are_taken() {
        let file = |entry: &str| regular_file(entry.as_bytes()).map(|(path, _)| path);
        assert_eq!(file("100644 blob abc\ta b/ü.synergy"), Some(PathBuf::from("a b/ü.synergy")));
        assert_eq!(file("100755 blob abc\tx"), Some(PathBuf::from("x")));
        for other in ["120000 blob abc\tlink", "160000 commit abc\tsub", "", "100644"] {
            assert_eq!(file(other), None, "{other}");
        }
    }
}
