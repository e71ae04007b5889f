//! Actions: what an editor can offer to do at a place, each with what it would change.
//!
//! Ways to mend what was found, ways to a better verdict, refactorings, and what can be done with the file as a whole.
//! What an action changes is worked out when it is asked for, where that takes more than a look.

mod claims;
mod imports;
mod moves;

use crate::model::{FileId, Snapshot, SourceFile};
use crate::rules::{
    Baseline, Diagnostic, FixClass, Mend, Report, Settings, fingerprints_of, fixes, is_mendable, mend, ways,
};
use crate::text::{TextEdit, TextRange};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What sort of thing an action does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// Mends a finding.
    QuickFix,
    /// Takes a part out to where others can use it.
    Extract,
    /// Writes a declaration otherwise.
    Rewrite,
    /// Puts a declaration elsewhere.
    Move,
    /// Mends all in the file that can be mended unseen.
    FixAll,
    /// Puts the `use`s in order.
    OrganizeImports,
}

/// Something that an editor can offer to do.
#[derive(Clone, Debug)]
pub struct Action {
    /// What it does, as one would tell somebody to do it.
    pub title: String,
    /// What sort of thing it does.
    pub kind: ActionKind,
    /// What it changes.
    pub class: FixClass,
    /// Whether it is the one that is nearly always wanted. Nothing that changes what the spec says is.
    pub preferred: bool,
    /// The finding that it mends.
    pub diagnostic: Option<Diagnostic>,
    /// Why it cannot be done here, in a sentence; nothing where it can.
    pub disabled: Option<String>,
    work: Work,
}

impl Action {
    /// Whether it makes a file.
    pub fn makes_a_file(&self) -> bool {
        let is_new = |change: &FileChange| matches!(change.file, ChangedFile::New(_));
        matches!(&self.work, Work::Known(changes) if changes.iter().any(is_new))
    }
}

/// What an action takes.
#[derive(Clone, Debug)]
enum Work {
    /// These edits of the file, or of several.
    Known(Vec<FileChange>),
    FixAll,
    OrganizeImports,
}

/// What changes in one file. The edits do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The file.
    pub file: ChangedFile,
    /// What is edited in it.
    pub edits: Vec<TextEdit>,
}

/// The file that is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangedFile {
    /// One that is there.
    There(FileId),
    /// One that is to be made.
    New(PathBuf),
    /// The list of the findings that are not shown, which is no spec. The edits are of its text.
    Baseline(Arc<Baseline>),
}

/// Where an editor asks for actions, and what is known there.
pub struct Asking<'a> {
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The file that it asks in.
    pub file: FileId,
    /// What was found in the file.
    pub report: &'a Report,
    /// What it was judged with.
    pub settings: &'a Settings,
    /// The range that it asks for.
    pub range: TextRange,
    /// Whether somebody asked; else the editor only wants to know whether there is anything.
    pub deliberate: bool,
    /// Whether there is a file of that path on the disk.
    pub exists: &'a dyn Fn(&Path) -> bool,
}

/// Of findings in a range, so many are looked at: nobody reads a longer list.
const MOST_FINDINGS: usize = 100;

/// What can be done at a place, of the kinds that are `wanted`.
pub fn actions(asking: &Asking<'_>, wanted: impl Fn(ActionKind) -> bool) -> Vec<Action> {
    let Some(file) = asking.snapshot.file(asking.file).filter(|file| !file.id().is_library()) else {
        return Vec::new();
    };
    let mut actions = Vec::new();
    if wanted(ActionKind::QuickFix) {
        quick_fixes(asking, file, &mut actions);
        baseline_entries(asking, file, &mut actions);
    }
    if wanted(ActionKind::Rewrite) {
        better_verdicts(asking, &mut actions);
        claims::rewrites(asking, file, &mut actions);
    }
    if wanted(ActionKind::Move) {
        moves::claim(asking, file, &mut actions);
        moves::to_a_new_file(asking, file, &mut actions);
    }
    if wanted(ActionKind::Extract) {
        moves::extract(asking, file, &mut actions);
    }
    if wanted(ActionKind::FixAll) && is_mendable(file, asking.report) {
        actions.push(Action {
            title: "Mend everything that can be mended safely".to_owned(),
            kind: ActionKind::FixAll,
            class: FixClass::Spelling,
            preferred: false,
            diagnostic: None,
            disabled: None,
            work: Work::FixAll,
        });
    }
    if wanted(ActionKind::OrganizeImports) && imports::has_several(file) {
        actions.push(Action {
            title: "Sort the `use`s, and delete those that change nothing".to_owned(),
            kind: ActionKind::OrganizeImports,
            class: FixClass::Layout,
            preferred: false,
            diagnostic: None,
            disabled: None,
            work: Work::OrganizeImports,
        });
    }
    actions
}

/// What an action changes; nothing if it comes to nothing.
pub fn changes(asking: &Asking<'_>, action: &Action) -> Option<Vec<FileChange>> {
    let here = |edits: Vec<TextEdit>| vec![FileChange { file: ChangedFile::There(asking.file), edits }];
    match &action.work {
        Work::Known(changes) => Some(changes.clone()),
        Work::FixAll => {
            mend(asking.snapshot, asking.report, asking.settings, Mend::Safe).map(|mended| here(mended.edits))
        }
        Work::OrganizeImports => imports::edits(asking).map(here),
    }
    .filter(|changes| action.disabled.is_none() && changes.iter().any(|change| !change.edits.is_empty()))
}

fn quick_fixes(asking: &Asking<'_>, file: &SourceFile, actions: &mut Vec<Action>) {
    let touched = asking.report.diagnostics.iter().filter(|found| found.range.intersect(asking.range).is_some());
    for diagnostic in touched.take(MOST_FINDINGS) {
        for fix in fixes(file, diagnostic) {
            // Several findings of a rule in one claim have one caveat.
            let again = |action: &Action| matches!(&action.work, Work::Known(changes) if changes.iter().all(|change| change.edits == fix.edits));
            if actions.iter().any(again) {
                continue;
            }
            actions.push(Action {
                title: fix.title,
                kind: ActionKind::QuickFix,
                class: fix.class,
                preferred: fix.preferred && fix.class != FixClass::Meaning,
                diagnostic: Some(diagnostic.clone()),
                disabled: None,
                work: Work::Known(vec![FileChange { file: ChangedFile::There(asking.file), edits: fix.edits }]),
            });
        }
    }
}

/// Adding what is found to the baseline, if there is one: one action for what a rule finds in the range.
fn baseline_entries(asking: &Asking<'_>, file: &SourceFile, actions: &mut Vec<Action>) {
    let (Some(baseline), Some(path)) = (asking.settings.baseline(), file.key().path()) else { return };
    let is_touched = |found: &Diagnostic| !found.is_rest && found.range.intersect(asking.range).is_some();
    if !asking.report.diagnostics.iter().any(is_touched) {
        return;
    }
    let prints = fingerprints_of(file, asking.report);
    let touched = asking.report.diagnostics.iter().zip(prints).filter(|(found, _)| is_touched(found));
    let touched: Vec<_> = touched.take(MOST_FINDINGS).collect();
    for (index, (first, _)) in touched.iter().enumerate() {
        if touched[..index].iter().any(|(before, _)| before.rule == first.rule) {
            continue;
        }
        let entries = touched.iter().filter(|(found, _)| found.rule == first.rule);
        let entries = entries.map(|(found, print)| baseline.entry(path, found, *print)).collect();
        let edits = baseline.adding(entries);
        actions.push(Action {
            title: format!("Add this `{}` to the baseline", first.rule.name),
            kind: ActionKind::QuickFix,
            // The spec stays as it is.
            class: FixClass::Layout,
            preferred: false,
            diagnostic: Some((*first).clone()),
            disabled: None,
            work: Work::Known(vec![FileChange { file: ChangedFile::Baseline(Arc::clone(baseline)), edits }]),
        });
    }
}

/// What would make a claim hold better, for the one claim that is asked about.
fn better_verdicts(asking: &Asking<'_>, actions: &mut Vec<Action>) {
    let Some(claim) = claims::asked(asking) else { return };
    for way in ways(asking.snapshot, asking.file, claim) {
        let Some(fix) = way.fix else { continue };
        actions.push(rewrite(asking, way.title, fix.edits));
    }
}

/// A rewriting of a part of the file.
fn rewrite(asking: &Asking<'_>, title: String, edits: Vec<TextEdit>) -> Action {
    Action {
        title,
        kind: ActionKind::Rewrite,
        class: FixClass::Meaning,
        preferred: false,
        diagnostic: None,
        disabled: None,
        work: Work::Known(vec![FileChange { file: ChangedFile::There(asking.file), edits }]),
    }
}

/// An action that cannot be done, and why.
fn impossible(title: String, kind: ActionKind, why: String) -> Action {
    Action {
        title,
        kind,
        class: FixClass::Meaning,
        preferred: false,
        diagnostic: None,
        disabled: Some(why),
        work: Work::Known(Vec::new()),
    }
}

#[cfg(test)]
mod tests;
