//! Actions: ways to mend what was found at a place.

use crate::model::{FileId, Snapshot};
use crate::rules::{Diagnostic, Fix, Report, fixes};
use crate::text::TextRange;

/// A way to mend a finding.
#[derive(Clone, Debug)]
pub struct Action {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// How to mend it.
    pub fix: Fix,
}

/// Ways to mend the findings of a report that touch a range.
pub fn actions(snapshot: &Snapshot, id: FileId, report: &Report, range: TextRange) -> Vec<Action> {
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    report
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.range.intersect(range).is_some())
        .flat_map(|diagnostic| {
            fixes(file, diagnostic).into_iter().map(|fix| Action { diagnostic: diagnostic.clone(), fix })
        })
        .collect()
}
