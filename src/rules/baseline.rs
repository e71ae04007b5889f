//! A baseline: findings that were there when a project took up hypecheck, and that are not shown.
//!
//! ```toml
//! version = 1
//! findings = [
//!   { rule = "weak-synergy", path = "specs/a.synergy", claim = "instant", fingerprint = "0123…" },
//! ]
//! ```
//!
//! An entry is known by its [`Fingerprint`] alone; rule, path and claim are there for people. It is a line of its own
//! with a comma behind it, so that lines can be added and deleted on two branches and still be a list.

use super::diagnostic::Diagnostic;
use super::fingerprint::Fingerprint;
use super::scaffold::line_break;
use crate::model::{Disk, ReadProblem};
use crate::text::{Text, TextEdit};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The version of the form that is written and read.
const VERSION: &str = "1";

const HEADER: &str = "\
# Findings that `hypecheck check` and editors do not show, because they were there before. What is new is shown.
# Made by `hypecheck baseline`; lines may be deleted by hand, and from a merge the lines of both sides can be kept.
version = 1
findings = [
";

/// What is hidden of one finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaselineEntry {
    /// The file it was in, from the folder of the baseline on, with `/` between folders.
    pub path: String,
    /// The claim it was about.
    pub claim: Option<String>,
    /// The rule that found it.
    pub rule: String,
    /// What it is known by.
    pub fingerprint: Fingerprint,
}

impl std::fmt::Display for BaselineEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{{ rule = {}, path = {}, ", quoted(&self.rule), quoted(&self.path))?;
        if let Some(claim) = &self.claim {
            write!(f, "claim = {}, ", quoted(claim))?;
        }
        write!(f, "fingerprint = \"{}\" }}", self.fingerprint)
    }
}

/// Why a baseline cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaselineProblem {
    /// There is no such file.
    Missing,
    /// It cannot be read.
    Unreadable(ReadProblem),
    /// What it says means nothing.
    Wrong {
        /// On which line, from 1.
        line: usize,
        /// What is wrong and what to do.
        message: String,
    },
}

impl BaselineProblem {
    /// The problem in a line, for a file that is shown by this name.
    pub fn describe(&self, name: &str) -> String {
        match self {
            Self::Missing => format!("{name}: there is no such baseline. `hypecheck baseline` writes one."),
            Self::Unreadable(problem) => format!("{name}: this baseline cannot be read: {problem}."),
            Self::Wrong { line, message } => format!("{name}:{line}: {message}"),
        }
    }
}

/// Findings that are not shown.
#[derive(Clone, Debug)]
pub struct Baseline {
    path: PathBuf,
    text: Text,
    /// Sorted, each once.
    entries: Vec<BaselineEntry>,
    known: HashSet<Fingerprint>,
    digest: [u8; 32],
}

// Two of the same path and text hide the same; the text may be long, and settings are compared often.
impl PartialEq for Baseline {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Baseline {}

impl Hash for Baseline {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digest.hash(state);
    }
}

impl Baseline {
    /// What the file of one is called unless somebody says otherwise.
    pub const DEFAULT_NAME: &str = "hypecheck-baseline.toml";

    /// Reads a baseline.
    ///
    /// # Errors
    /// Says why it cannot be used. What cannot be understood whole is not used in part: half a baseline would show, or
    /// hide, what nobody expects.
    pub fn load(disk: &dyn Disk, path: &Path) -> Result<Baseline, BaselineProblem> {
        match disk.read(path) {
            Ok(source) => Baseline::parse(path, &source),
            Err(ReadProblem::Missing) => Err(BaselineProblem::Missing),
            Err(problem) => Err(BaselineProblem::Unreadable(problem)),
        }
    }

    /// Reads what stands in a baseline of that path.
    ///
    /// # Errors
    /// Says what in it is wrong, and where.
    pub fn parse(path: &Path, source: &str) -> Result<Baseline, BaselineProblem> {
        let entries = entries(source).map_err(|(range, message)| {
            let line = 1 + source.as_bytes()[..range.start.min(source.len())].iter().filter(|b| **b == b'\n').count();
            BaselineProblem::Wrong { line, message }
        })?;
        Ok(Baseline::of(path, source, entries))
    }

    /// One without entries.
    pub fn empty(path: &Path) -> Baseline {
        Baseline::of(path, "", Vec::new())
    }

    fn of(path: &Path, source: &str, mut entries: Vec<BaselineEntry>) -> Baseline {
        entries.sort();
        entries.dedup();
        let known = entries.iter().map(|entry| entry.fingerprint).collect();
        let hasher = Sha256::new().chain_update(path.as_os_str().as_encoded_bytes()).chain_update([0]);
        let digest = hasher.chain_update(source).finalize().into();
        Baseline { path: path.to_owned(), text: Text::new(source), entries, known, digest }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What stands in the file.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Its entries, sorted by path, claim and rule.
    pub fn entries(&self) -> &[BaselineEntry] {
        &self.entries
    }

    /// Whether a finding is in it.
    pub fn hides(&self, fingerprint: Fingerprint) -> bool {
        self.known.contains(&fingerprint)
    }

    /// The file that an entry names.
    pub fn file_of(&self, entry: &BaselineEntry) -> PathBuf {
        self.folder().join(&entry.path)
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// The entry of a finding in a file of that path.
    pub fn entry(&self, file: &Path, found: &Diagnostic, fingerprint: Fingerprint) -> BaselineEntry {
        BaselineEntry {
            path: from(self.folder(), file),
            claim: found.claim.as_ref().map(ToString::to_string),
            rule: found.rule.name.to_owned(),
            fingerprint,
        }
    }

    /// The text of the file with these entries and no others. Lines end as they do in the file.
    pub fn render(&self, entries: &[BaselineEntry]) -> String {
        let mut entries: Vec<&BaselineEntry> = entries.iter().collect();
        entries.sort();
        entries.dedup();
        let mut text = HEADER.to_owned();
        for entry in entries {
            text += &line(entry);
        }
        text += "]\n";
        match line_break(&self.text) {
            "\n" => text,
            line_break => text.replace('\n', line_break),
        }
    }

    /// Adds entries to the file as it is: lines where they belong. A file that is written otherwise is written anew.
    pub fn adding(&self, mut entries: Vec<BaselineEntry>) -> Vec<TextEdit> {
        entries.sort();
        entries.dedup();
        if self.text.to_string() != self.render(&self.entries) {
            entries.extend(self.entries.iter().cloned());
            return vec![TextEdit::replace(self.text.range(), self.render(&entries))];
        }
        let mut edits: Vec<TextEdit> = Vec::new();
        for entry in entries {
            let before = self.entries.partition_point(|known| *known < entry);
            let at = self.text.line_start(HEADER.lines().count() + before);
            let line = line(&entry).replace('\n', line_break(&self.text));
            match edits.last_mut().filter(|last| last.range.start() == at) {
                Some(last) => last.new_text += &line,
                None => edits.push(TextEdit::insert(at, line)),
            }
        }
        edits
    }
}

fn line(entry: &BaselineEntry) -> String {
    format!("  {entry},\n")
}

/// A path from a folder on, with `/` between folders.
fn from(folder: &Path, file: &Path) -> String {
    let common = folder.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(common).map(|_| "..".to_owned());
    let down = file.components().skip(common).filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        Component::ParentDir => Some("..".to_owned()),
        _ => None,
    });
    // With nothing in common, as on two drives of Windows, there is no way from one to the other.
    if common == 0 && file.is_absolute() {
        return file.to_string_lossy().into_owned();
    }
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// A text as a string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted += &format!("\\u{:04x}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// What is wrong, and where.
type Wrong = (Range<usize>, String);

fn entries(source: &str) -> Result<Vec<BaselineEntry>, Wrong> {
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
            let message = "This line is a mark of a merge conflict. Delete the marks and keep the lines of both sides; \
                           `hypecheck baseline --prune` then takes out what no longer fits.";
            return Err((at..at + line.len(), message.to_owned()));
        }
        at += line.len();
    }
    let table = DeTable::parse(source).map_err(|error| {
        let message =
            format!("This is no TOML: {}.", error.message().lines().next().unwrap_or("").trim_end_matches('.'));
        (error.span().unwrap_or(0..0), message)
    })?;
    let mut version = false;
    let mut found = None;
    for (key, value) in table.into_inner() {
        match key.get_ref().as_ref() {
            "version" => match value.get_ref() {
                DeValue::Integer(number) if number.as_str() == VERSION => version = true,
                _ => {
                    let message = "This version of hypecheck knows baselines with `version = 1`.";
                    return Err((value.span(), message.to_owned()));
                }
            },
            "findings" => found = Some(value),
            other => {
                let message = format!("There is no key `{other}` in a baseline. There are `version` and `findings`.");
                return Err((key.span(), message));
            }
        }
    }
    if !version {
        return Err((0..0, "This is no baseline: it lacks `version = 1`. `hypecheck baseline` writes one.".to_owned()));
    }
    let Some(found) = found else { return Ok(Vec::new()) };
    let span = found.span();
    let DeValue::Array(found) = found.into_inner() else {
        return Err((span, "`findings` is a list of findings, in brackets.".to_owned()));
    };
    found.into_iter().map(entry).collect()
}

fn entry(value: Spanned<DeValue<'_>>) -> Result<BaselineEntry, Wrong> {
    let span = value.span();
    let DeValue::Table(table) = value.into_inner() else {
        return Err((span, format!("A finding is written as `{}`.", example())));
    };
    let (mut rule, mut path, mut claim, mut fingerprint) = (None, None, None, None);
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let place = match name {
            "rule" => &mut rule,
            "path" => &mut path,
            "claim" => &mut claim,
            "fingerprint" => &mut fingerprint,
            _ => {
                let message = format!("A finding has no `{name}`. It is written as `{}`.", example());
                return Err((key.span(), message));
            }
        };
        let Some(text) = value.get_ref().as_str() else {
            return Err((value.span(), format!("`{name}` is a text in quotes.")));
        };
        *place = Some((text.to_owned(), value.span()));
    }
    let lacks = |what: &str| (span.clone(), format!("This finding lacks its `{what}`."));
    let (fingerprint, at) = fingerprint.ok_or_else(|| lacks("fingerprint"))?;
    let fingerprint = Fingerprint::parse(&fingerprint)
        .ok_or_else(|| (at, "A fingerprint has 32 digits, 0 to 9 and a to f. Delete this line, or write it anew with `hypecheck baseline`.".to_owned()))?;
    let (rule, _) = rule.ok_or_else(|| lacks("rule"))?;
    let (path, _) = path.ok_or_else(|| lacks("path"))?;
    Ok(BaselineEntry { path, claim: claim.map(|(claim, _)| claim), rule, fingerprint })
}

fn example() -> &'static str {
    "{ rule = \"…\", path = \"…\", claim = \"…\", fingerprint = \"…\" }"
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{settings, snapshot};
    use super::super::{check, fingerprints};
    use super::*;
    use std::sync::Arc;

    const SPEC: &str = "project demo \"Demo\" {\n  claim fast: performance + decentralization {\n    says \"A revolutionary, fast answer for everybody.\"\n  }\n}\n";

    fn path() -> &'static Path {
        Path::new("/workspace/sub/hypecheck-baseline.toml")
    }

    /// The entries of everything that is found in a spec.
    fn of(source: &str) -> Vec<BaselineEntry> {
        let (snapshot, id) = snapshot(source);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let file = snapshot.file(id).expect("the file is there");
        let key = file.key().path().expect("it has a path");
        let prints = fingerprints(file, &report.diagnostics);
        let found = report.diagnostics.iter().zip(prints);
        found.map(|(found, print)| Baseline::empty(path()).entry(key, found, print)).collect()
    }

    fn written(entries: &[BaselineEntry]) -> String {
        Baseline::empty(path()).render(entries)
    }

    #[test]
    fn what_is_written_is_read_back_sorted_with_one_line_for_each_finding() {
        let entries = of(SPEC);
        assert!(entries.len() > 2);
        let mut backwards = entries.clone();
        backwards.reverse();
        let text = written(&backwards);
        assert_eq!(text, written(&entries));
        assert_eq!(text.lines().count(), HEADER.lines().count() + entries.len() + 1);
        let read = Baseline::parse(path(), &text).expect("it is one");
        assert_eq!(read.render(read.entries()), text);
        assert!(entries.iter().all(|entry| read.hides(entry.fingerprint)));
        assert!(text.contains("path = \"../test.synergy\", claim = \"fast\""), "{text}");
    }

    #[test]
    fn any_path_and_name_can_be_written() {
        let mut entry = of(SPEC).remove(0);
        entry.path = "a \"b\"\\c\n\u{7f}é.synergy".to_owned();
        let read = Baseline::parse(path(), &written(std::slice::from_ref(&entry))).expect("it is one");
        assert_eq!(read.entries(), [entry]);
    }

    #[test]
    fn lines_of_both_sides_of_a_merge_are_a_baseline_however_they_lie() {
        let text = written(&of(SPEC));
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let (head, rest) = lines.split_at(HEADER.lines().count());
        let (entries, end) = rest.split_at(rest.len() - 1);
        let backwards: Vec<&str> = entries.iter().rev().chain(entries).copied().collect();
        let merged = [head, &backwards, end].concat().concat();
        let read = Baseline::parse(path(), &merged).expect("it is one");
        assert_eq!(read.render(read.entries()), text);
    }

    #[test]
    fn findings_in_it_are_hidden_and_others_shown() {
        let entries = of(SPEC);
        let (hidden, shown) = (&entries[..1], &entries[1..]);
        let baseline = Baseline::parse(path(), &written(hidden)).expect("it is one");
        let (snapshot, id) = snapshot(&SPEC.replace("    says", "\n\n  says  "));
        let mut settings = settings();
        settings.use_baseline(Some(Arc::new(baseline)));
        let report = check(&snapshot, id, &settings).expect("the file is there");
        assert_eq!(report.diagnostics.len(), shown.len());
        let of_hidden: Vec<_> = report.hidden.iter().map(|(print, found)| (*print, found.rule.name)).collect();
        assert_eq!(of_hidden, [(hidden[0].fingerprint, hidden[0].rule.as_str())]);
    }

    #[test]
    fn entries_are_added_as_lines_in_their_place() {
        let entries = of(SPEC);
        for line_break in ["\n", "\r\n"] {
            let text = written(&entries).replace('\n', line_break);
            for leave in 0..entries.len() - 1 {
                let mut some = entries.clone();
                let mut left: Vec<_> = some.splice(leave..leave + 2, []).collect();
                left.reverse();
                let before = written(&some).replace('\n', line_break);
                let baseline = Baseline::parse(path(), &before).expect("it is one");
                let edits = baseline.adding(left);
                assert!(edits.iter().all(|edit| edit.range.is_empty()));
                assert_eq!(baseline.text().apply(&edits).to_string(), text);
            }
        }
    }

    #[test]
    fn a_file_that_is_written_otherwise_is_written_anew_with_what_is_added() {
        let entries = of(SPEC);
        let baseline = Baseline::parse(path(), &format!("version=1\nfindings=[{}]", entries[0])).expect("it is one");
        let after = baseline.text().apply(&baseline.adding(vec![entries[1].clone()])).to_string();
        assert_eq!(after, written(&entries[..2]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let line = |text: &str| match Baseline::parse(path(), text) {
            Err(BaselineProblem::Wrong { line, message }) => (line, message),
            other => panic!("{other:?}"),
        };
        for (text, at, part) in [
            ("", 1, "lacks `version = 1`"),
            ("version = 2\n", 1, "`version = 1`"),
            ("version = \"1\"\n", 1, "`version = 1`"),
            ("\n\nversion 1", 3, "no TOML"),
            ("version = 1\nfindings = 3\n", 2, "a list"),
            ("version = 1\nfindings = [\n 3,\n]\n", 3, "is written as"),
            ("version = 1\nfindings = [\n{ rule = \"a\", path = \"b\", fingerprint = \"xyz\" },\n]\n", 3, "32 digits"),
            ("version = 1\nfindings = [\n{ rule = \"a\", path = \"b\" },\n]\n", 3, "lacks its `fingerprint`"),
            ("version = 1\nfindings = [\n{ rule = 3 },\n]\n", 3, "`rule` is a text"),
            ("version = 1\nfindings = [\n{ rulle = \"a\" },\n]\n", 3, "no `rulle`"),
            ("version = 1\nfindigns = []\n", 2, "no key `findigns`"),
            ("version = 1\nfindings = [\n<<<<<<< ours\n=======\n>>>>>>> theirs\n]\n", 3, "merge conflict"),
        ] {
            let (line, message) = line(text);
            assert!(line == at && message.contains(part), "{text:?}: {line}: {message}");
        }
    }
}
