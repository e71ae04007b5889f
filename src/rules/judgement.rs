//! Judging a file, and judging it again after an edit: what nothing has happened to is not judged twice.
//!
//! What is found in a declaration rests on its own text, on what the names in it stand for, on the settings, and, for a
//! claim, on the fields of its project and the matrix that judges it. As long as all of that is the same, so is what is
//! found, and only where it stands may be another place. A judgement keeps what it found for each declaration and, in
//! a project, for each claim; the next one takes over what still holds. A test holds that it then finds what a
//! judgement from nothing does.

mod declarations;

pub use declarations::JudgedDeclaration;

use super::claim::{JudgedClaim, Readers};
use super::diagnostic::Diagnostic;
use super::fingerprint::{Fingerprint, fingerprints};
use super::judge::{Judge, Judged, Part, sort};
use super::kept::{Around, Kept, Shift};
use super::parallel::in_parallel;
use super::reuse::Reuse;
use super::settings::Settings;
use super::slips::{Cut, MOST_SLIPS, is_slip};
use crate::model::{FileId, Scope, Snapshot, SourceFile};
use crate::text::TextSize;
use std::any::Any;
use std::sync::{Arc, OnceLock};

/// A text of so many bytes is judged by several threads, if nothing is known of it yet. One of a quarter of that was not
/// judged sooner by two.
const PARALLEL_FROM: u32 = 128 * 1024;

/// What was found in one version of one file.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file.
    pub file: FileId,
    /// The version of its text, if an editor gave it one.
    pub version: Option<i32>,
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What was found and is in the baseline, and what it is known by there.
    pub hidden: Vec<(Fingerprint, Diagnostic)>,
    /// The claims, in the order of the text.
    pub claims: Vec<Arc<JudgedClaim>>,
}

impl Report {
    /// The claim that begins at a place.
    pub fn claim_at(&self, start: TextSize) -> Option<&JudgedClaim> {
        let found = self.claims.binary_search_by_key(&start, |claim| claim.range.start());
        found.ok().map(|index| &*self.claims[index])
    }
}

/// Judges a file. Nothing for a file that the snapshot does not have.
pub fn check(snapshot: &Snapshot, id: FileId, settings: &Settings) -> Option<Report> {
    Judgement::judged(snapshot, id, settings, None, true).map(Judgement::into_report)
}

/// What was found in one version of one file, in parts that the judgement of the next version takes over where it can.
pub struct Judgement {
    file: Arc<SourceFile>,
    settings: Settings,
    pub(super) scope: Scope,
    readers: Arc<Readers>,
    /// What was found outside of all declarations, in the order of the text.
    between: Vec<Diagnostic>,
    /// One for each declaration at the top level, in the order of the text.
    pub(super) parts: Vec<Part>,
    /// What was cut off outside of all declarations.
    cut: Cut,
    report: OnceLock<Arc<Report>>,
}

/// A piece of a judgement, for whoever shows the findings one by one and keeps what it made of them.
pub struct Piece<'a> {
    /// Where its declaration begins; the start of the text for what is in none.
    pub base: TextSize,
    /// What tells these findings from all others, if nothing but their place changes, and that of all of them alike:
    /// neither they nor the other places in this file that they point to are outside of the declaration.
    pub id: Option<u64>,
    file: FileId,
    found: Found<'a>,
}

enum Found<'a> {
    /// In a declaration.
    Kept(&'a Kept),
    /// Anywhere, where it is.
    There(&'a [Diagnostic]),
}

impl Piece<'_> {
    /// Its findings, in the order of the text, where they are now.
    pub fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        let (found, by) = match self.found {
            // By how many bytes the declaration has moved since.
            Found::Kept(kept) => (&*kept.diagnostics, Shift::between(kept.base, self.base)),
            Found::There(found) => (found, Shift::between(self.base, self.base)),
        };
        found.iter().map(move |found| found.moved(by, self.file))
    }

    /// Room for what was made of findings that have an [`id`](Piece::id). It lives as long as they do.
    pub fn shown(&self) -> Option<&OnceLock<Arc<dyn Any + Send + Sync>>> {
        match self.found {
            Found::Kept(kept) => Some(&kept.shown),
            Found::There(_) => None,
        }
    }
}

impl Judgement {
    /// Judges a file, with the help of what was found in an earlier version of it. Nothing for a file that the snapshot
    /// does not have.
    pub fn new(snapshot: &Snapshot, id: FileId, settings: &Settings, before: Option<&Judgement>) -> Option<Judgement> {
        Judgement::judged(snapshot, id, settings, before, false)
    }

    /// The same; `once` if no later judgement will ask what was found in single claims.
    fn judged(
        snapshot: &Snapshot,
        id: FileId,
        settings: &Settings,
        before: Option<&Judgement>,
        once: bool,
    ) -> Option<Judgement> {
        let file = snapshot.file(id)?;
        let scope = snapshot.scope(id)?;
        let declarations = file.tree().declarations();
        let before = before.filter(|before| before.settings == *settings && before.file.id() == id);
        let reuse = before.and_then(|before| Reuse::new(before, declarations, &scope));
        let readers = match &reuse {
            None => Arc::new(Readers::of(&scope)),
            Some(reuse) if reuse.renamed.is_empty() => Arc::clone(&reuse.before.readers),
            Some(reuse) => Arc::new(reuse.before.readers.with_names_of(&scope)),
        };
        let judge = || Judge::new(snapshot, settings, file, &scope, &readers).once(once);
        let around = Around::new(id, declarations);
        let (between, cut) = judge().file();
        let standard = OnceLock::new();
        let matrix = || standard.get_or_init(|| snapshot.judging_matrix(&scope, None));
        let parts = match &reuse {
            None if u32::from(file.text().len()) >= PARALLEL_FROM => {
                let matrix = matrix();
                in_parallel(declarations, judge, |judge, child| judge.part(child, matrix, &around, None))
            }
            _ => {
                let mut judge = judge();
                let parts = declarations.iter().enumerate().map(|(index, child)| {
                    let earlier = reuse.as_ref().and_then(|reuse| reuse.part(index));
                    if let (Some(earlier), Some(reuse)) = (earlier, &reuse) {
                        let same = earlier.is_of(&child.declaration) && earlier.holds(&around);
                        if same && !reuse.speaks_of_renamed(&child.declaration) {
                            return Part { offset: child.offset, ..earlier.clone() };
                        }
                    }
                    judge.part(child, matrix(), &around, earlier.zip(reuse.as_ref()))
                });
                parts.collect()
            }
        };
        let (file, settings) = (Arc::clone(file), settings.clone());
        Some(Judgement { file, settings, scope, readers, between, parts, cut, report: OnceLock::new() })
    }

    /// The file that was judged.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// All findings and claims, in the order of the text.
    pub fn report(&self) -> &Arc<Report> {
        self.report.get_or_init(|| Arc::new(self.assembled()))
    }

    /// The findings in pieces, in the order of the text, so that what was made of a piece can be kept with it.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let whole = || vec![self.whole(&self.report().diagnostics)];
        let mut slips = slips(&self.between);
        if self.is_cut() || slips > MOST_SLIPS {
            return whole();
        }
        let mut pieces = Vec::with_capacity(self.parts.len());
        let mut between = self.between.as_slice();
        let mut end = TextSize::new(0);
        for part in &self.parts {
            let (base, summary) = (part.offset, part.summary);
            slips += summary.slips as usize;
            // Rare enough: a flood of slips, or declarations that point to one another across the file.
            if !summary.is_self_contained || slips > MOST_SLIPS {
                return whole();
            }
            if !summary.has_findings {
                continue;
            }
            let first = between.partition_point(|found| found.range.start() < base);
            if first > 0 {
                pieces.push(self.whole(&between[..first]));
                between = &between[first..];
            }
            if base < end || between.first().is_some_and(|found| found.range.start() < part.range().end()) {
                return whole();
            }
            end = part.range().end();
            let found = Found::Kept(&part.judged.found);
            pieces.push(Piece { base, id: Some(summary.id), file: self.file.id(), found });
        }
        if !between.is_empty() {
            pieces.push(self.whole(between));
        }
        pieces
    }

    /// Findings that are where they are.
    fn whole<'a>(&self, diagnostics: &'a [Diagnostic]) -> Piece<'a> {
        Piece { base: TextSize::new(0), id: None, file: self.file.id(), found: Found::There(diagnostics) }
    }

    /// Whether findings outside of all declarations were cut off, or some are in the baseline and not told.
    fn is_cut(&self) -> bool {
        !self.cut.is_empty() || self.settings.baseline().is_some_and(|baseline| !baseline.entries().is_empty())
    }

    fn assembled(&self) -> Report {
        self.assembled_from(self.parts.iter())
    }

    /// What was found outside of all declarations and in some of them.
    fn assembled_from<'a>(&'a self, parts: impl Iterator<Item = &'a Part> + Clone) -> Report {
        let around = Around::new(self.file.id(), self.file.tree().declarations());
        let count = parts.clone().map(|part| part.judged.found.diagnostics.len()).sum::<usize>() + self.between.len();
        let mut diagnostics = Vec::with_capacity(count);
        diagnostics.extend_from_slice(&self.between);
        let mut claims = Vec::with_capacity(parts.clone().map(|part| part.judged.found.claims.len()).sum());
        let mut cut = self.cut.clone();
        for Part { offset, judged, .. } in parts {
            let found = &judged.found;
            diagnostics.extend(found.diagnostics_at(*offset, &around));
            claims.extend(found.claims_at(*offset));
            cut.extend(&found.cut, Shift::between(found.base, *offset));
        }
        self.ordered(diagnostics, claims, cut)
    }

    /// All findings and claims, where nothing else is wanted of them.
    fn into_report(mut self) -> Report {
        let mut diagnostics = std::mem::take(&mut self.between);
        let mut claims = Vec::new();
        let mut cut = std::mem::take(&mut self.cut);
        for Part { offset, judged, .. } in std::mem::take(&mut self.parts) {
            // It stands where it was judged: nothing has moved.
            let Judged { found, .. } = Arc::unwrap_or_clone(judged);
            cut.extend(&found.cut, Shift::between(found.base, offset));
            diagnostics.extend(found.diagnostics);
            claims.extend(found.claims);
        }
        self.ordered(diagnostics, claims, cut)
    }

    /// A report of what was found, in the order of the text and no more than is shown.
    fn ordered(&self, mut diagnostics: Vec<Diagnostic>, mut claims: Vec<Arc<JudgedClaim>>, mut cut: Cut) -> Report {
        sort(&mut diagnostics);
        claims.sort_by_key(|claim| claim.range.start());
        let mut kept = 0;
        diagnostics.retain(|diagnostic| {
            kept += usize::from(is_slip(diagnostic.rule));
            let keep = kept <= MOST_SLIPS || !is_slip(diagnostic.rule);
            if !keep {
                cut.add(diagnostic.rule, diagnostic.range, diagnostic.level);
            }
            keep
        });
        let hidden = hide(&self.file, &self.settings, &mut diagnostics);
        if let Some(told) = cut.told() {
            diagnostics.push(told);
            sort(&mut diagnostics);
        }
        Report { file: self.file.id(), version: self.file.version(), diagnostics, hidden, claims }
    }
}

/// How many of some findings are slips.
fn slips(found: &[Diagnostic]) -> usize {
    found.iter().filter(|found| is_slip(found.rule)).count()
}

/// Takes out what is in the baseline.
fn hide(file: &SourceFile, settings: &Settings, found: &mut Vec<Diagnostic>) -> Vec<(Fingerprint, Diagnostic)> {
    let Some(baseline) = settings.baseline().filter(|baseline| !baseline.entries().is_empty()) else {
        return Vec::new();
    };
    let prints = fingerprints(file, found);
    let mut hidden = Vec::new();
    let mut shown = Vec::with_capacity(found.len());
    for (diagnostic, print) in std::mem::take(found).into_iter().zip(prints) {
        if baseline.hides(print) {
            hidden.push((print, diagnostic));
        } else {
            shown.push(diagnostic);
        }
    }
    *found = shown;
    hidden
}

#[cfg(test)]
mod tests;
