//! What a rule finds, and how it can be mended.

use super::Rule;
use super::kept::Shift;
use super::rule::Mending;
use crate::model::{Cell, FileId, times};
use crate::text::{TextEdit, TextRange};
use smol_str::SmolStr;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A remark.
    Hint,
    /// Something to know.
    Information,
    /// Something that misleads unless there is more to it.
    Warning,
    /// Something that is wrong.
    Error,
}

impl Level {
    /// All levels, the gravest first.
    pub const ALL: [Level; 4] = [Level::Error, Level::Warning, Level::Information, Level::Hint];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// One level less.
    pub fn milder(self) -> Level {
        match self {
            Self::Error => Self::Warning,
            Self::Warning => Self::Information,
            Self::Information | Self::Hint => Self::Hint,
        }
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How an editor may show what a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Faded: it does nothing.
    Unnecessary,
}

/// By how much a number goes beyond a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// So many times.
    pub times: f64,
    /// In which way, as one would say of the number: `too fast`.
    pub too: &'static str,
}

impl std::fmt::Display for Factor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // `240×` is read faster than `240 times`, and a hint has little room.
        write!(f, "= {} {}", times(self.times).replace(" times", "×"), self.too)
    }
}

/// Another place that a finding has to do with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The file it is in.
    pub file: FileId,
    /// Where in the file.
    pub range: TextRange,
    /// What it has to do with the finding.
    pub message: String,
}

/// A finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters.
    pub level: Level,
    /// Where it is.
    pub range: TextRange,
    /// What is wrong, why, and the way out, in one or two plain sentences.
    pub message: String,
    /// Other places that it has to do with.
    pub related: Vec<Related>,
    /// How to show it.
    pub tag: Option<Tag>,
    /// The claim it is about.
    pub claim: Option<SmolStr>,
    /// By how much what it is about goes beyond a limit, where that is known.
    pub factor: Option<Factor>,
    /// Whether it stands for others that are not shown, because there are too many.
    pub is_rest: bool,
    /// The cell it is about, where a fix needs to know.
    pub(super) cell: Option<Cell>,
    /// What to write in its place, where that is known.
    pub(super) instead: Option<String>,
    /// An edit that mends it, with its title, where it was known when it was found.
    pub(super) edit: Option<(String, TextEdit)>,
}

impl Diagnostic {
    /// The same finding where the text before all of it, and before all places of `file` that it points to, has become
    /// longer by so much.
    pub(super) fn moved(&self, by: Shift, file: FileId) -> Diagnostic {
        let mut found = self.clone();
        if by.is_none() {
            return found;
        }
        by.apply(&mut found.range);
        if let Some((_, edit)) = &mut found.edit {
            by.apply(&mut edit.range);
        }
        found
            .related
            .iter_mut()
            .filter(|related| related.file == file)
            .for_each(|related| by.apply(&mut related.range));
        found
    }

    /// What sorts of fixes it has, as far as that is known without working them out: other words for what is written,
    /// an edit, what its rule offers, a caveat. None for what has no fix.
    pub fn fix_ids(&self) -> Vec<&'static str> {
        let sorts = [
            ("instead", self.instead.is_some()),
            ("edit", self.edit.is_some()),
            ("rule", matches!(self.rule.fix, Mending::OnRequest(_))),
            ("caveat", self.rule.group.takes_caveats() && self.level > Level::Hint),
        ];
        sorts.into_iter().filter(|(_, there)| *there).map(|(sort, _)| sort).collect()
    }
}

/// What a fix changes, from harmless to grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FixClass {
    /// Punctuation and order: the same spec, written properly.
    Layout,
    /// Names and units: what was meant, spelt properly.
    Spelling,
    /// What the spec says. The author must look at it.
    Meaning,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as one would tell somebody to do it.
    pub title: String,
    /// What it changes.
    pub class: FixClass,
    /// Whether it is the one that is nearly always wanted.
    pub preferred: bool,
    /// What it edits in the file of the finding. The edits do not overlap.
    pub edits: Vec<TextEdit>,
}
