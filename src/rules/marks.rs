//! Marks in specs that are tests: what is to be found, in a comment below the line it is found in.
//!
//! ```text
//! claim instant: performance + decentralization {
//! #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy part of the message
//! ```
//!
//! The level may be named before the rule; without it the rule's own level is expected. Where the range begins in the
//! first column, the `#` itself stands for its first character. `tests/documents.rs` reads the marks of the documents with
//! this file too.

/// The levels that a mark may name.
const LEVELS: [&str; 4] = ["error", "warning", "information", "hint"];

/// What is to be found somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The line it is found in, counted from 0.
    pub line: u32,
    /// The columns where it begins and ends, counted from 0.
    pub columns: (u32, u32),
    /// The level, if it is not the rule's own.
    pub level: Option<String>,
    /// The rule.
    pub rule: String,
    /// A part of the message, which may be empty.
    pub message: String,
}

/// All marks of a spec. They count bytes, so what stands before one has to be ASCII.
pub(crate) fn marks(source: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut marked_line = 0;
    for (line, text) in source.lines().enumerate() {
        let comment = text.trim_start();
        let carets = comment.strip_prefix('#').map(|rest| rest.trim_start().starts_with('^'));
        if carets != Some(true) {
            marked_line = line as u32;
            continue;
        }
        let first_caret = text.find('^').expect("there is one");
        let start = if text[..first_caret].ends_with('#') { first_caret - 1 } else { first_caret };
        let end = first_caret + text[first_caret..].bytes().take_while(|&b| b == b'^').count();
        let mut words = text[end..].trim().splitn(2, ' ');
        let mut rule = words.next().expect("a mark names a rule").to_owned();
        let mut message = words.next().unwrap_or("").to_owned();
        let mut level = None;
        if LEVELS.contains(&rule.as_str()) {
            level = Some(std::mem::take(&mut rule));
            let (name, rest) = message.split_once(' ').unwrap_or((&message, ""));
            (rule, message) = (name.to_owned(), rest.to_owned());
        }
        marks.push(Mark { line: marked_line, columns: (start as u32, end as u32), level, rule, message });
    }
    marks
}
