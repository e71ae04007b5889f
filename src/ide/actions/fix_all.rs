//! Everything in a file that can be mended unseen: layout and spelling, until nothing of the kind is left.

use super::Asking;
use super::pieces::Pieces;
use crate::model::{Snapshot, SourceFile};
use crate::rules::{Report, check, safe_fixes};
use crate::text::{Text, TextEdit};

/// What was mended may show what else is to be mended; a file that is not done after so many rounds never is.
const MOST_ROUNDS: usize = 10;

/// Whether there is anything to mend.
pub(super) fn has_any(asking: &Asking<'_>, file: &SourceFile) -> bool {
    asking.report.diagnostics.iter().any(|found| !safe_fixes(file, found).is_empty())
}

/// The edits that mend all of it. Each round is judged anew before it counts: what would raise a verdict, or leave the
/// text worse to read, is left out.
pub(super) fn edits(asking: &Asking<'_>) -> Option<Vec<TextEdit>> {
    let first = asking.snapshot.file(asking.file)?.text().clone();
    let mut pieces = Pieces::of(first.len());
    let mut state = State { asking, snapshot: asking.snapshot.clone(), report: asking.report.clone() };
    for _ in 0..MOST_ROUNDS {
        let fixes = state.fixes();
        let mut mended = false;
        state.settle(fixes, &mut |edits| {
            mended = true;
            pieces.apply(edits);
        });
        if !mended {
            break;
        }
    }
    Some(pieces.edits(first.len()))
}

struct State<'a> {
    asking: &'a Asking<'a>,
    snapshot: Snapshot,
    report: Report,
}

impl State<'_> {
    /// The edits of each safe fix, none overlapping another's, in the order of the text.
    fn fixes(&self) -> Vec<Vec<TextEdit>> {
        let Some(file) = self.snapshot.file(self.asking.file) else { return Vec::new() };
        let found = self.report.diagnostics.iter();
        let mut fixes: Vec<Vec<TextEdit>> = found
            .filter_map(|found| safe_fixes(file, found).into_iter().next())
            .map(|fix| fix.edits)
            .filter(|edits| !edits.is_empty())
            .collect();
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

    /// Applies as many of the fixes as may be, telling what it applied, each time as edits of the text at that time.
    fn settle(&mut self, fixes: Vec<Vec<TextEdit>>, applied: &mut dyn FnMut(&[TextEdit])) {
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
                    applied(&edits);
                }
                None if fixes.len() > 1 => {
                    let later = fixes.split_off(fixes.len() / 2);
                    waiting.push(fixes);
                    waiting.push(later);
                }
                None => {}
            }
        }
    }

    /// The file with these edits, if they make nothing look better and nothing worse to read.
    fn with(&self, edits: &[TextEdit]) -> Option<(Snapshot, Report)> {
        let id = self.asking.file;
        let text: Text = self.snapshot.file(id)?.text().apply(edits);
        let snapshot = self.snapshot.with_text(id, text)?;
        let report = check(&snapshot, id, self.asking.settings)?;
        let raised = report.claims.len() == self.report.claims.len()
            && report
                .claims
                .iter()
                .zip(&self.report.claims)
                .any(|(now, then)| then.verdict.is_some() && now.verdict > then.verdict);
        let errors =
            |report: &Report| report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").count();
        (!raised && errors(&report) <= errors(&self.report)).then_some((snapshot, report))
    }
}
