//! What targets read out of bytes, and what they have in common.
//!
//! An input is text as far as it can be, so that a spec is an input as it is, a person can read one that was found, and
//! the words of a dictionary fall where they mean something. What is not text stands behind a byte that no UTF-8 has.

use hypecheck::model::{FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use hypecheck::rules::{Report, Settings, check};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::{Text, TextRange};

/// The byte between the parts of an input.
pub const BETWEEN: u8 = 0xff;

/// The day that everything is judged on.
pub const TODAY: Date = Date { year: 2026, month: Some(11), day: Some(24) };

/// The parts of an input.
pub fn parts(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == BETWEEN)
}

/// Bytes as text.
pub fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// The next two bytes as a number, and what follows them.
pub fn number(data: &[u8]) -> (usize, &[u8]) {
    match data {
        [high, low, rest @ ..] => (usize::from(*high) << 8 | usize::from(*low), rest),
        [low] => (usize::from(*low), &[]),
        [] => (0, &[]),
    }
}

/// An edit: where it begins, how many characters it takes out, what it puts in, and whether the next one comes with it.
pub struct Edit {
    /// Which of the places of the text it begins at, modulo their number.
    pub at: usize,
    /// How many characters it takes out.
    pub deleted: usize,
    /// What it puts in.
    pub typed: String,
    /// Whether nobody looks before the next one.
    pub more: bool,
}

/// Reads an edit out of a part: two bytes for the place, one for what is taken out, and the text that is put in.
pub fn edit(part: &[u8]) -> Edit {
    let (at, rest) = number(part);
    let (how, typed) = rest.split_first().unwrap_or((&0, &[]));
    Edit { at, deleted: usize::from(how & 0x3f), typed: text(typed), more: how & 0x40 != 0 }
}

/// Where the characters of a text begin, and its end.
pub fn places(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// A range from its ends.
pub fn range(start: usize, end: usize) -> TextRange {
    let size = |at: usize| u32::try_from(at).expect("no input is so long").into();
    TextRange::new(size(start), size(end))
}

/// Judges a text as the command line does.
pub fn judge(source: &str, settings: &Settings) -> (Snapshot, FileId, Report) {
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let key = FileKey::Path("/specs/input.synergy".into());
    let id = workspace.open(&key, text, tree, None, &MemoryDisk::default());
    let snapshot = workspace.snapshot();
    let report = check(&snapshot, id, settings).expect("it was just opened");
    (snapshot, id, report)
}

/// A range lies in a text, and cuts no character in two.
#[track_caller]
pub fn lies_in(source: &str, range: TextRange) {
    let (start, end) = (usize::from(range.start()), usize::from(range.end()));
    assert!(end <= source.len(), "{range:?} in a text of {} bytes", source.len());
    assert!(source.is_char_boundary(start) && source.is_char_boundary(end), "{range:?} cuts a character in two");
}
