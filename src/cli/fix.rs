//! Applying fixes to files: `check --fix`, and the caveats of `hypecheck caveat`.
//!
//! What is applied is decided in [`crate::rules::mend`], which the editor uses too. Here it is shown or written.

use super::files::{Input, Judged, judge, shown};
use super::terminal::Terminal;
use super::{Judging, diff, replace};
use crate::rules::{Mend, mend};
use std::collections::HashMap;

/// What happens with a text that has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Files are written, and standard input is printed.
    Write,
    /// What would change is shown.
    Show,
}

/// What came of all files.
#[derive(Debug, Default)]
pub(super) struct Fixed {
    /// For each path as it is shown, the number of fixes in it. Files without any are not here.
    by_path: HashMap<String, usize>,
    /// What could not be written, a line each.
    pub(super) problems: Vec<String>,
    /// A text or a patch was printed on standard output, and nothing else may stand there.
    pub(super) printed: bool,
}

impl Fixed {
    /// How many fixes there were in a file.
    pub(super) fn of(&self, path: &str) -> usize {
        self.by_path.get(path).copied().unwrap_or(0)
    }

    /// How many fixes there were.
    pub(super) fn fixes(&self) -> usize {
        self.by_path.values().sum()
    }

    /// In how many files.
    pub(super) fn files(&self) -> usize {
        self.by_path.len()
    }
}

/// What came of one file.
enum Outcome {
    Changed {
        before: String,
        after: String,
        fixed: usize,
    },
    Unchanged {
        text: String,
    },
    /// It is told of when it is judged again.
    Unread,
}

/// Mends texts, and writes or shows what has changed. Afterwards each input stands for the text as it is then, so that
/// what is left can be judged.
pub(super) fn apply(
    inputs: &mut [Input],
    judging: &Judging,
    what: Mend<'_>,
    then: Then,
    terminal: &mut Terminal,
) -> Fixed {
    let outcomes = judge(inputs, judging, |judged| mended(judged, what));
    let mut all = Fixed { printed: then == Then::Show, ..Fixed::default() };
    for (input, outcome) in inputs.iter_mut().zip(outcomes) {
        let (path, is_file) = match &*input {
            Input::File(path) => (path.clone(), true),
            Input::Text(path, _) => (path.clone(), false),
        };
        let name = shown(&path);
        match outcome {
            Outcome::Changed { before, after, fixed } => {
                match (then, is_file) {
                    (Then::Show, _) => {
                        let diff = diff::unified(&name, &before, &after, terminal);
                        // For eyes it has been made fit, with colours; a program gets it as it is.
                        if terminal.is_seen() {
                            terminal.print(&diff)
                        } else {
                            terminal.print_file(&diff)
                        }
                        *input = Input::Text(path, Ok(after));
                    }
                    (Then::Write, true) => {
                        if let Err(error) = replace::replace(&path, after.as_bytes()) {
                            all.problems.push(format!("{name}: it could not be written: {error}"));
                            continue;
                        }
                    }
                    (Then::Write, false) => {
                        all.printed = true;
                        terminal.print_file(&after);
                        *input = Input::Text(path, Ok(after));
                    }
                }
                all.by_path.insert(name, fixed);
            }
            Outcome::Unchanged { text } if !is_file && then == Then::Write => {
                all.printed = true;
                terminal.print_file(&text);
            }
            Outcome::Unchanged { .. } => {}
            Outcome::Unread => {
                if !is_file && then == Then::Write {
                    // Whoever takes standard output for the text must not take nothing for it.
                    all.printed = true;
                    all.problems.push(format!("{name}: standard input cannot be read as text, so nothing is printed"));
                }
            }
        }
    }
    all
}

fn mended(judged: Judged, what: Mend<'_>) -> Outcome {
    let Ok(judgement) = judged.outcome else { return Outcome::Unread };
    let before = judgement.text.to_string();
    match mend(&judgement.snapshot, &judgement.report, &judgement.settings, what) {
        Some(mended) if !mended.edits.is_empty() => {
            let after = judgement.text.apply(&mended.edits).to_string();
            Outcome::Changed { before, after, fixed: mended.fixed }
        }
        _ => Outcome::Unchanged { text: before },
    }
}
