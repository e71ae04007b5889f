//! A file as the formats see it: what was found in it, and where.

use super::super::files::{Judged, Judgement, shown};
use crate::model::FileKey;
use crate::rules::{Diagnostic, Fingerprint, JudgedClaim, Level, Rule};
use crate::text::{Encoding, LineColumn, Text, TextRange};
use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

/// A file that was judged, or that cannot be read as a spec, which is one finding at its start.
pub(super) struct File<'a> {
    /// The path as it is shown, with `/` between folders.
    pub(super) path: &'a str,
    /// What came of it; nothing where it cannot be read.
    pub(super) judgement: Option<&'a Judgement>,
    /// Why it cannot be read.
    unread: &'a str,
    prints: OnceCell<Vec<Fingerprint>>,
}

/// Something that was found.
#[derive(Clone, Copy)]
pub(super) struct Finding<'a> {
    pub(super) rule: &'static Rule,
    pub(super) level: Level,
    /// What is wrong, why, and the way out: plain text with names between backticks.
    pub(super) message: &'a str,
    /// More of it, where the file could be read.
    pub(super) found: Option<(&'a Diagnostic, &'a Text)>,
    /// The how-manieth of its file it is, from 0 on.
    index: usize,
}

impl<'a> File<'a> {
    /// A file; `unread` says in a message why it cannot be read, if it cannot.
    pub(super) fn new(judged: &'a Judged, unread: &'a str) -> File<'a> {
        File { path: &judged.path, judgement: judged.outcome.as_ref().ok(), unread, prints: OnceCell::new() }
    }

    /// What was found, in the order of the text.
    pub(super) fn findings(&self) -> impl Iterator<Item = Finding<'_>> {
        let judged = self.judgement.into_iter().flat_map(|judgement| {
            judgement.report.diagnostics.iter().enumerate().map(|(index, diagnostic)| Finding {
                rule: diagnostic.rule,
                level: diagnostic.level,
                message: &diagnostic.message,
                found: Some((diagnostic, &judgement.text)),
                index,
            })
        });
        let unread = match self.judgement {
            Some(_) => None,
            None => crate::rules::find("syntax-error"),
        };
        let unread =
            unread.map(|rule| Finding { rule, level: Level::Error, message: self.unread, found: None, index: 0 });
        judged.chain(unread)
    }

    /// What a finding is known by from one run to the next, where the file could be read. Not all formats ask for it, and
    /// it takes as long as to write a line.
    pub(super) fn fingerprint(&self, finding: &Finding<'_>) -> Option<Fingerprint> {
        let prints = self.prints.get_or_init(|| self.judgement.map_or_else(Vec::new, Judgement::fingerprints));
        prints.get(finding.index).copied()
    }

    /// The claims, in the order of the text.
    pub(super) fn claims(&self) -> &'a [Arc<JudgedClaim>] {
        self.judgement.map_or(&[], |judgement| &judgement.report.claims)
    }

    /// How many findings are in the baseline.
    pub(super) fn hidden(&self) -> usize {
        self.judgement.map_or(0, |judgement| judgement.report.hidden.len())
    }

    /// How many fixes were applied before.
    pub(super) fn fixed(&self) -> usize {
        self.judgement.map_or(0, |judgement| judgement.fixed)
    }

    /// The number of the claim that a finding stands in.
    pub(super) fn claim_of(&self, finding: &Finding<'_>) -> Option<usize> {
        let start = finding.found?.0.range.start();
        let behind = self.claims().partition_point(|claim| claim.range.start() <= start);
        let index = behind.checked_sub(1)?;
        self.claims()[index].range.contains_inclusive(start).then_some(index)
    }

    /// How a file on the disk is called: this one as it was named, others by their path from the current folder on.
    pub(super) fn name_of(&self, key: &FileKey) -> Option<String> {
        let judgement = self.judgement?;
        let own = judgement.snapshot.file(judgement.report.file).map(|file| file.key());
        if own == Some(key) {
            return Some(self.path.to_owned());
        }
        let path = key.path()?;
        let here = std::env::current_dir().ok();
        let inside = here.as_deref().and_then(|here: &Path| path.strip_prefix(here).ok());
        Some(shown(inside.unwrap_or(path)))
    }
}

impl Finding<'_> {
    /// Where it is: lines and columns from 1, the end being no part of it.
    pub(super) fn place(&self, encoding: Encoding) -> (LineColumn, LineColumn) {
        match self.found {
            Some((diagnostic, text)) => place(text, diagnostic.range, encoding),
            None => (LineColumn::new(1, 1), LineColumn::new(1, 1)),
        }
    }

    /// Where it begins: line and column from 1.
    pub(super) fn start(&self, encoding: Encoding) -> LineColumn {
        let start = self.found.map(|(diagnostic, text)| text.position(diagnostic.range.start(), encoding));
        start.map_or(LineColumn::new(1, 1), from_one)
    }

    /// The name of the claim that it is about.
    pub(super) fn claim(&self) -> Option<&str> {
        self.found?.0.claim.as_deref()
    }
}

/// Lines and columns from 1.
pub(super) fn place(text: &Text, range: TextRange, encoding: Encoding) -> (LineColumn, LineColumn) {
    let (start, end) = text.positions(range, encoding);
    (from_one(start), from_one(end))
}

/// The same line and column, counted from 1 and not from 0.
fn from_one(place: LineColumn) -> LineColumn {
    LineColumn::new(place.line + 1, place.column + 1)
}
