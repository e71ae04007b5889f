//! Mending a file: applying the fixes of its findings until none is left that may be applied unseen.
//!
//! One engine for the editor's `source.fixAll` and for the command line, so that both do the same.

use super::caveat_fix::{Adoption, adopting};
use super::diagnostic::Diagnostic;
use super::pieces::Pieces;
use super::rule::Group;
use super::{Report, Settings, check, safe_fixes};
use crate::model::{FileId, Snapshot, SourceFile};
use crate::text::{Text, TextEdit};

/// What was mended may show what else is to be mended; a file that is not done after so many rounds never is. Then it is
/// mended without the fixes of slips: in a text that is broken enough, each shows the next slip without end.
const MOST_ROUNDS: usize = 10;

/// Which fixes are applied.
#[derive(Clone, Copy, Debug)]
pub enum Mend<'a> {
    /// Those that change nothing of what the spec says: layout and spelling.
    Safe,
    /// And those that write other words in the place of hype. They leave an ellipsis for what only the author knows.
    Wording,
    /// Caveats for what is found, and nothing else.
    Adopt(&'a Adoption),
}

/// What came of a file.
#[derive(Clone)]
pub struct Mended {
    /// The edits of the text as it was. They do not overlap.
    pub edits: Vec<TextEdit>,
    /// The files, with the file as it is now.
    pub snapshot: Snapshot,
    /// What is found in it now.
    pub report: Report,
    /// How many fixes were applied.
    pub fixed: usize,
}

/// Whether something in a file can be mended unseen.
pub fn is_mendable(file: &SourceFile, report: &Report) -> bool {
    report.diagnostics.iter().any(|found| !safe_fixes(file, found).is_empty())
}

/// Mends a file in which this was found. Each round is judged anew before it counts: what would raise a verdict, or
/// leave the text worse to read, is left out. Nothing for a file that the snapshot does not have.
pub fn mend(snapshot: &Snapshot, report: &Report, settings: &Settings, what: Mend<'_>) -> Option<Mended> {
    let id = report.file;
    let len = snapshot.file(id)?.text().len();
    let start = || State {
        id,
        settings,
        what,
        slips: true,
        snapshot: snapshot.clone(),
        report: report.clone(),
        pieces: Pieces::of(len),
        fixed: 0,
    };
    let mut state = start();
    if !state.settled_with(true) {
        state = start();
        state.settled_with(false);
        // What else was mended may have left few enough slips: who mends once more would find that.
        let mut once_more = state.clone();
        if once_more.settled_with(true) {
            state = once_more;
        }
    }
    let State { snapshot, report, pieces, fixed, .. } = state;
    Some(Mended { edits: pieces.edits(len), snapshot, report, fixed })
}

#[derive(Clone)]
struct State<'a> {
    id: FileId,
    settings: &'a Settings,
    what: Mend<'a>,
    /// Slips are mended too.
    slips: bool,
    snapshot: Snapshot,
    report: Report,
    /// What has become of the text.
    pieces: Pieces,
    /// How many fixes were applied.
    fixed: usize,
}

impl State<'_> {
    /// Mends the file round by round, with or without its slips; whether it came to an end.
    fn settled_with(&mut self, slips: bool) -> bool {
        self.slips = slips;
        (0..MOST_ROUNDS).any(|_| {
            let fixes = self.fixes();
            !self.apply(fixes)
        })
    }

    /// The edits of each fix, none overlapping another's, in the order of the text.
    fn fixes(&self) -> Vec<Vec<TextEdit>> {
        let Some(file) = self.snapshot.file(self.id) else { return Vec::new() };
        let mut fixes: Vec<Vec<TextEdit>> = match self.what {
            Mend::Adopt(adoption) => adopting(file, &self.report.diagnostics, adoption),
            what => {
                let wanted = |found: &&Diagnostic| self.slips || found.rule.group != Group::Syntax;
                let found = self.report.diagnostics.iter().filter(wanted);
                found.filter_map(|found| edits_for(file, found, what)).collect()
            }
        };
        fixes.retain(|edits| !edits.is_empty());
        for edits in &mut fixes {
            edits.sort_by_key(|edit| edit.range.start());
        }
        fixes.sort_by_key(|edits| (edits[0].range.start(), edits[0].range.end()));
        let mut kept: Vec<Vec<TextEdit>> = Vec::with_capacity(fixes.len());
        for edits in fixes {
            let end = kept.last().and_then(|before| before.last()).map(|last| last.range.end());
            // Two that touch may mean the same place: the second waits for the next round.
            if end.is_none_or(|end| end < edits[0].range.start()) {
                kept.push(edits);
            }
        }
        kept
    }

    /// Applies as many of the fixes as may be; whether there was one.
    fn apply(&mut self, fixes: Vec<Vec<TextEdit>>) -> bool {
        let before = self.fixed;
        // From the end of the text to its start, so that places before what was applied stay where they are.
        let mut waiting = vec![fixes];
        while let Some(mut fixes) = waiting.pop() {
            if fixes.is_empty() {
                continue;
            }
            let edits = fixes.concat();
            match self.with(&edits) {
                Some((snapshot, report)) => {
                    self.snapshot = snapshot;
                    self.report = report;
                    self.pieces.apply(&edits);
                    self.fixed += fixes.len();
                }
                None if fixes.len() > 1 => {
                    let later = fixes.split_off(fixes.len() / 2);
                    waiting.push(fixes);
                    waiting.push(later);
                }
                None => {}
            }
        }
        self.fixed > before
    }

    /// The file with these edits, if they make nothing look better and nothing worse to read.
    fn with(&self, edits: &[TextEdit]) -> Option<(Snapshot, Report)> {
        let text: Text = self.snapshot.file(self.id)?.text().apply(edits);
        let snapshot = self.snapshot.with_text(self.id, text)?;
        let report = check(&snapshot, self.id, self.settings)?;
        let may = !raises(&self.report, &report) && syntax_errors(&report) <= syntax_errors(&self.report);
        may.then_some((snapshot, report))
    }
}

/// The edits of the fix of a finding that may be applied unseen.
fn edits_for(file: &SourceFile, found: &Diagnostic, what: Mend<'_>) -> Option<Vec<TextEdit>> {
    if let Some(fix) = safe_fixes(file, found).into_iter().next() {
        return Some(fix.edits);
    }
    let wording = matches!(what, Mend::Wording) && found.rule.group == Group::Wording;
    // What is known of a finding about words is what to write in their place. What is worked out on request adds fields,
    // and those are for the author to choose.
    wording.then(|| super::fixes::known_fixes(found).into_iter().next()).flatten().map(|fix| fix.edits)
}

/// Whether a claim looks better than before. Where there are more or fewer claims they are known by their names.
fn raises(before: &Report, after: &Report) -> bool {
    let same_number = before.claims.len() == after.claims.len();
    after.claims.iter().enumerate().any(|(index, now)| {
        let then = if same_number {
            before.claims.get(index)
        } else {
            before.claims.iter().find(|then| (&then.project, &then.name) == (&now.project, &now.name))
        };
        then.is_some_and(|then| then.verdict.is_some() && now.verdict > then.verdict)
    })
}

fn syntax_errors(report: &Report) -> usize {
    let hidden = report.hidden.iter().map(|(_, found)| found);
    report.diagnostics.iter().chain(hidden).filter(|found| found.rule.name == "syntax-error").count()
}
