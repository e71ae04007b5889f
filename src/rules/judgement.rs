//! Judging a file, and judging it again after an edit: what nothing has happened to is not judged twice.
//!
//! What is found in a declaration rests on its own text, on what the names in it stand for, on the settings, and, for a
//! claim, on the fields of its project and the matrix that judges it. As long as all of that is the same, so is what is
//! found, and only where it stands may be another place. A judgement keeps what it found for each declaration and, in
//! a project, for each claim; the next one takes over what still holds. A test holds that it then finds what a
//! judgement from nothing does.

use super::caveats;
use super::claim::{self, JudgedClaim, Readers};
use super::context::{ClaimContext, DeclarationContext, FileContext, ProjectContext};
use super::diagnostic::Diagnostic;
use super::fingerprint::{Fingerprint, fingerprints};
use super::kept::{Around, Kept, Shift};
use super::rule::Run;
use super::said::{Said, names_of};
use super::settings::Settings;
use super::slips::{Cut, MOST_SLIPS, Slips, is_slip};
use crate::model::{FileId, Matrix, Scope, Snapshot, SourceFile};
use crate::syntax::{Child, Declaration, Keyword};
use crate::text::{TextRange, TextSize};
use std::any::Any;
use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

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
    pub claims: Vec<JudgedClaim>,
}

/// Judges a file. Nothing for a file that the snapshot does not have.
pub fn check(snapshot: &Snapshot, id: FileId, settings: &Settings) -> Option<Report> {
    Judgement::new(snapshot, id, settings, None).map(|judgement| judgement.assembled())
}

/// What was found in one version of one file, in parts that the judgement of the next version takes over where it can.
pub struct Judgement {
    file: Arc<SourceFile>,
    settings: Settings,
    scope: Scope,
    readers: Arc<Readers>,
    /// What was found outside of all declarations, in the order of the text.
    between: Vec<Diagnostic>,
    /// One for each declaration at the top level, in the order of the text.
    parts: Vec<Part>,
    /// What was cut off outside of all declarations.
    cut: Cut,
    report: OnceLock<Arc<Report>>,
}

/// A declaration at the top level and what was found in it.
struct Part {
    child: Child,
    found: Arc<Kept>,
    /// For a project, what was found in its claims before its own caveats were heard.
    claims: Arc<[Arc<KeptClaim>]>,
}

/// What was found in a claim, before the caveats of its project were heard and levels were chosen.
struct KeptClaim {
    declaration: Arc<Declaration>,
    /// The findings are, in this order: so many that are no slips, so many slips of syntax, and slips of names.
    counts: [usize; 2],
    found: Kept,
}

/// What keeps what is found in the claims of a project.
struct Keeper<'a> {
    /// What was found in those of the project before, if nothing but its claims has changed.
    earlier: Option<(&'a [Arc<KeptClaim>], &'a Reuse<'a>)>,
    around: Around<'a>,
    claims: Vec<Arc<KeptClaim>>,
    /// How many there will be, or a few less.
    count: usize,
}

impl Keeper<'_> {
    /// What was found in the next claim before, if it still holds.
    fn known(&self, claim: &Child) -> Option<Arc<KeptClaim>> {
        let (earlier, reuse) = self.earlier?;
        let index = self.claims.len();
        // Counted from the start, or, behind a claim that is new or gone, from the end.
        let from_the_end = (earlier.len() + index).checked_sub(self.count);
        let same = |index: &usize| {
            let kept = earlier.get(*index)?;
            Arc::ptr_eq(&kept.declaration, &claim.declaration).then(|| Arc::clone(kept))
        };
        let kept = same(&index).or_else(|| from_the_end.as_ref().and_then(same))?;
        (kept.found.holds(&self.around) && !reuse.speaks_of_renamed(&claim.declaration)).then_some(kept)
    }
}

/// A piece of a judgement, for whoever shows the findings one by one and keeps what it made of them.
pub struct Piece<'a> {
    /// Where its declaration begins; the start of the text for what is in none.
    pub base: TextSize,
    /// Room for what was made of these findings. It lives as long as nothing but their place changes, and that of all
    /// of them alike: neither they nor the other places in this file that they point to are outside of the declaration.
    pub shown: Option<&'a OnceLock<Arc<dyn Any + Send + Sync>>>,
    file: FileId,
    /// By how many bytes the declaration has moved since its findings were made.
    by: Shift,
    diagnostics: &'a [Diagnostic],
}

impl Piece<'_> {
    /// Its findings, in the order of the text, where they are now.
    pub fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        self.diagnostics.iter().map(|found| found.moved(self.by, self.file))
    }
}

impl Judgement {
    /// Judges a file, with the help of what was found in an earlier version of it. Nothing for a file that the snapshot
    /// does not have.
    pub fn new(snapshot: &Snapshot, id: FileId, settings: &Settings, before: Option<&Judgement>) -> Option<Judgement> {
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
        let mut judge = Judge::new(snapshot, settings, file, &scope, &readers);
        let around = Around::new(id, declarations);
        let (between, cut) = judge.file();
        let standard = OnceLock::new();
        let parts = declarations.iter().enumerate().map(|(index, child)| {
            let earlier = reuse.as_ref().and_then(|reuse| reuse.part(index));
            if let (Some(earlier), Some(reuse)) = (earlier, &reuse) {
                let same = Arc::ptr_eq(&earlier.child.declaration, &child.declaration);
                if same && earlier.found.holds(&around) && !reuse.speaks_of_renamed(&child.declaration) {
                    return Part {
                        child: child.clone(),
                        found: Arc::clone(&earlier.found),
                        claims: Arc::clone(&earlier.claims),
                    };
                }
            }
            let matrix = standard.get_or_init(|| snapshot.judging_matrix(&scope, None));
            judge.part(child, matrix, &around, earlier.zip(reuse.as_ref()))
        });
        let parts = parts.collect();
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
        if self.is_cut() || self.parts.iter().any(|part| !part.found.is_self_contained()) {
            // Rare enough: a flood of slips, or declarations that point to one another across the file.
            return vec![self.whole(&self.report().diagnostics)];
        }
        let mut pieces = Vec::with_capacity(self.parts.len());
        let mut between = self.between.as_slice();
        let mut end = TextSize::new(0);
        for part in self.parts.iter().filter(|part| !part.found.diagnostics.is_empty()) {
            let base = part.child.offset;
            let first = between.partition_point(|found| found.range.start() < base);
            if first > 0 {
                pieces.push(self.whole(&between[..first]));
                between = &between[first..];
            }
            if base < end || between.first().is_some_and(|found| found.range.start() < part.child.range().end()) {
                return vec![self.whole(&self.report().diagnostics)];
            }
            end = part.child.range().end();
            pieces.push(Piece {
                file: self.file.id(),
                by: Shift::between(part.found.base, base),
                base,
                diagnostics: &part.found.diagnostics,
                shown: Some(&part.found.shown),
            });
        }
        if !between.is_empty() {
            pieces.push(self.whole(between));
        }
        pieces
    }

    /// Findings that are where they are.
    fn whole<'a>(&self, diagnostics: &'a [Diagnostic]) -> Piece<'a> {
        let start = TextSize::new(0);
        Piece { base: start, shown: None, file: self.file.id(), by: Shift::between(start, start), diagnostics }
    }

    /// Whether not all that was found is told: it is in the baseline, or there is too much of it.
    fn is_cut(&self) -> bool {
        let slips = |found: &[Diagnostic]| found.iter().filter(|found| is_slip(found.rule)).count();
        let total = || slips(&self.between) + self.parts.iter().map(|part| part.found.slips).sum::<usize>();
        let in_baseline = self.settings.baseline().is_some_and(|baseline| !baseline.entries().is_empty());
        in_baseline
            || !self.cut.is_empty()
            || self.parts.iter().any(|part| !part.found.cut.is_empty())
            || total() > MOST_SLIPS
    }

    fn assembled(&self) -> Report {
        let around = Around::new(self.file.id(), self.file.tree().declarations());
        let count = self.parts.iter().map(|part| part.found.diagnostics.len()).sum::<usize>() + self.between.len();
        let mut diagnostics = Vec::with_capacity(count);
        diagnostics.extend_from_slice(&self.between);
        let mut claims = Vec::with_capacity(self.parts.iter().map(|part| part.found.claims.len()).sum());
        let mut cut = self.cut.clone();
        for Part { child, found, .. } in &self.parts {
            diagnostics.extend(found.diagnostics_at(child.offset, &around));
            claims.extend(found.claims_at(child.offset));
            cut.extend(&found.cut, Shift::between(found.base, child.offset));
        }
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

/// Sorts findings as they stand in the text.
fn sort(diagnostics: &mut [Diagnostic]) {
    let place = |found: &Diagnostic| (found.range.start(), found.range.end(), found.rule.name);
    diagnostics.sort_by(|a, b| place(a).cmp(&place(b)));
}

/// What of an earlier judgement may hold for another version of the file.
struct Reuse<'a> {
    before: &'a Judgement,
    /// How many declarations at the start, and how many at the end, are the same; and how many there are in all.
    same: [usize; 2],
    len: usize,
    /// What projects were or are called, of those that are called something else now. Where a claim says that, it may
    /// be read otherwise.
    renamed: Vec<String>,
}

/// A claim is held against so many names that changed; if it is more, all is judged anew.
const MOST_RENAMED: usize = 24;

impl<'a> Reuse<'a> {
    /// Nothing where the names may stand for something else now.
    fn new(before: &'a Judgement, now: &[Child], scope: &Scope) -> Option<Reuse<'a>> {
        if !before.scope.uses_the_same(scope) {
            return None;
        }
        let same = |(part, child): &(&Part, &Child)| Arc::ptr_eq(&part.child.declaration, &child.declaration);
        let parts = &before.parts;
        let first = parts.iter().zip(now).take_while(same).count();
        let last = parts[first..].iter().rev().zip(now[first..].iter().rev()).take_while(same).count();
        // Where the strength of a cell is declared is part of every claim that is judged by it.
        let moved = |(part, child): (&Part, &Child)| {
            child.declaration.keyword == Keyword::Matrix && part.child.offset != child.offset
        };
        let ends = parts[parts.len() - last..].iter().zip(&now[now.len() - last..]);
        if parts[..first].iter().zip(now).chain(ends).any(moved) {
            return None;
        }
        let old = parts[first..parts.len() - last].iter().map(|part| &part.child);
        let new = now[first..now.len() - last].iter();
        let names_something =
            |child: &&Child| !matches!(child.declaration.keyword, Keyword::Project | Keyword::Use | Keyword::Unknown);
        let old_names =
            old.clone().filter(names_something).map(|child| (Arc::as_ptr(&child.declaration), child.offset));
        let new_names =
            new.clone().filter(names_something).map(|child| (Arc::as_ptr(&child.declaration), child.offset));
        if !old_names.eq(new_names) {
            return None;
        }
        let old = old.map(|child| &*child.declaration);
        let new = new.map(|child| &*child.declaration);
        let old: HashSet<&str> = old.flat_map(names_of).collect();
        let new: HashSet<&str> = new.flat_map(names_of).collect();
        let renamed: Vec<String> = old.symmetric_difference(&new).map(|name| (*name).to_owned()).collect();
        (renamed.len() <= MOST_RENAMED).then_some(Reuse { before, same: [first, last], len: now.len(), renamed })
    }

    /// What was found in the declaration of that index: the same one if it is the same, else the one in its place.
    fn part(&self, index: usize) -> Option<&'a Part> {
        let [first, last] = self.same;
        let parts = &self.before.parts;
        if index < first {
            parts.get(index)
        } else if index >= self.len - last {
            parts.get(parts.len() - (self.len - index))
        } else {
            parts[..parts.len() - last].get(index)
        }
    }

    /// Whether a declaration speaks of something that was renamed.
    fn speaks_of_renamed(&self, declaration: &Declaration) -> bool {
        let says = |claim: &Declaration| {
            super::context::says(claim).any(|prose| self.renamed.iter().any(|name| prose.text.contains(&**name)))
        };
        !self.renamed.is_empty()
            && (says(declaration) || declaration.children.iter().any(|child| says(&child.declaration)))
    }
}

/// Judges declarations of one file.
pub(super) struct Judge<'a> {
    snapshot: &'a Snapshot,
    settings: &'a Settings,
    file: &'a SourceFile,
    scope: &'a Scope,
    readers: &'a Readers,
    diagnostics: Vec<Diagnostic>,
    slips: Slips,
    claims: Vec<JudgedClaim>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        settings: &'a Settings,
        file: &'a SourceFile,
        scope: &'a Scope,
        readers: &'a Readers,
    ) -> Judge<'a> {
        let (diagnostics, slips, claims) = (Vec::new(), Slips::default(), Vec::new());
        Judge { snapshot, settings, file, scope, readers, diagnostics, slips, claims }
    }

    /// Runs the rules that look at the file as a whole.
    fn file(&mut self) -> (Vec<Diagnostic>, Cut) {
        for rule in super::all() {
            let (Run::File(run) | Run::FileAndDeclaration(run, _)) = rule.run else { continue };
            let (snapshot, file) = (self.snapshot, self.file);
            if let Some(found) = self.slips.place(rule, self.settings, &mut self.diagnostics) {
                run(&mut FileContext { snapshot, file, rule, found });
                self.slips.shorten(rule, self.settings);
            }
        }
        self.finished()
    }

    /// Takes what was found, at the levels that were chosen and in the order of the text.
    fn finished(&mut self) -> (Vec<Diagnostic>, Cut) {
        let Slips { syntax, names, cut } = std::mem::take(&mut self.slips);
        let mut diagnostics = std::mem::take(&mut self.diagnostics);
        diagnostics.extend(syntax);
        diagnostics.extend(names);
        diagnostics.retain_mut(|diagnostic| match self.settings.level(diagnostic.rule, diagnostic.level) {
            Some(level) => {
                diagnostic.level = level;
                true
            }
            None => false,
        });
        sort(&mut diagnostics);
        (diagnostics, cut)
    }

    /// Judges a declaration at the top level, with the help of what was found in the one that stood in its place.
    fn part(
        &mut self,
        child: &Child,
        standard: &Matrix,
        around: &Around<'_>,
        earlier: Option<(&Part, &Reuse<'_>)>,
    ) -> Part {
        let declaration = &*child.declaration;
        let own_matrix = (declaration.keyword == Keyword::Project)
            .then(|| self.snapshot.judging_matrix(self.scope, Some(declaration)));
        let matrix = own_matrix.as_deref().unwrap_or(standard);
        let same_project = |earlier: &Part| earlier.child.declaration.is_same_outside_of_children(declaration);
        let mut keeper = Keeper {
            earlier: earlier.filter(|(earlier, _)| same_project(earlier)).map(|(part, reuse)| (&*part.claims, reuse)),
            around: around.in_project(declaration, child.offset),
            claims: Vec::new(),
            count: declaration.children.len(),
        };
        self.declaration(child, TextSize::new(0), None, matrix, Some(&mut keeper));
        let mut claims = std::mem::take(&mut self.claims);
        claims.sort_by_key(|claim| claim.range.start());
        let (diagnostics, cut) = self.finished();
        let mut kept = keeper.claims;
        if !cut.is_empty() {
            // What was cut off may have been in any of them.
            kept.clear();
        }
        let found = Kept::new(child.range(), diagnostics, claims, cut, around);
        Part { child: child.clone(), found: Arc::new(found), claims: kept.into() }
    }

    fn declaration(
        &mut self,
        child: &Child,
        base: TextSize,
        around: Option<&Declaration>,
        matrix: &Matrix,
        mut keeper: Option<&mut Keeper<'_>>,
    ) {
        let declaration = &*child.declaration;
        let base = base + child.offset;
        let before = self.diagnostics.len();
        self.each_declaration(declaration, base);
        if declaration.keyword == Keyword::Claim {
            let claim = self.judged(declaration, base, around, matrix, before);
            self.claims.push(claim);
        }
        let first_claim = self.claims.len();
        for inner in &declaration.children {
            match &mut keeper {
                Some(keeper) if inner.declaration.keyword == Keyword::Claim => {
                    self.kept_claim(inner, base, declaration, matrix, keeper);
                }
                _ => self.declaration(inner, base, Some(declaration), matrix, None),
            }
        }
        if declaration.keyword == Keyword::Project {
            self.project(declaration, base, first_claim);
        }
        caveats::apply(declaration, base, self.settings, &mut self.diagnostics, before);
    }

    /// Judges a claim of a project, or takes over what was found in it before, and keeps that.
    fn kept_claim(
        &mut self,
        child: &Child,
        project: TextSize,
        around: &Declaration,
        matrix: &Matrix,
        keeper: &mut Keeper<'_>,
    ) {
        let base = project + child.offset;
        if let Some(kept) = keeper.known(child) {
            let mut found = kept.found.diagnostics_at(base, &keeper.around);
            let [others, syntax] = kept.counts;
            self.diagnostics.extend(found.by_ref().take(others));
            self.slips.syntax.extend(found.by_ref().take(syntax));
            self.slips.names.extend(found);
            self.claims.extend(kept.found.claims_at(base));
            return keeper.claims.push(kept);
        }
        let from = [self.diagnostics.len(), self.slips.syntax.len(), self.slips.names.len()];
        let first_claim = self.claims.len();
        self.declaration(child, project, Some(around), matrix, None);
        let found = [&self.diagnostics, &self.slips.syntax, &self.slips.names];
        let [others, syntax, names] = [0, 1, 2].map(|which| found[which].get(from[which]..).unwrap_or_default());
        let (counts, found) = ([others.len(), syntax.len()], [others, syntax, names].concat());
        let claims = self.claims[first_claim..].to_vec();
        let own = TextRange::at(base, child.declaration.len);
        let found = Kept::new(own, found, claims, Cut::default(), &keeper.around);
        keeper.claims.push(Arc::new(KeptClaim { declaration: Arc::clone(&child.declaration), counts, found }));
    }

    /// Runs the rules that look at any declaration.
    pub(super) fn each_declaration(&mut self, declaration: &Declaration, base: TextSize) {
        for rule in super::all() {
            let (Run::Declaration(run) | Run::FileAndDeclaration(_, run)) = rule.run else { continue };
            let (file, scope) = (self.file, self.scope);
            if let Some(found) = self.slips.place(rule, self.settings, &mut self.diagnostics) {
                run(&mut DeclarationContext { file, scope, declaration, base, rule, found });
                self.slips.shorten(rule, self.settings);
            }
        }
    }

    /// Judges a claim, whose findings so far are those from `before` on.
    pub(super) fn judged(
        &mut self,
        declaration: &Declaration,
        base: TextSize,
        project: Option<&Declaration>,
        matrix: &Matrix,
        before: usize,
    ) -> JudgedClaim {
        let said = self.readers.names.said(declaration);
        let mut claim = claim::judge(declaration, &said, base, project, matrix, self.readers);
        self.claim(declaration, base, &said, project, matrix, &claim);
        claim.decide(declaration, self.scope, &self.diagnostics[before..]);
        claim
    }

    fn claim(
        &mut self,
        declaration: &Declaration,
        base: TextSize,
        said: &[Said<'_>],
        project: Option<&Declaration>,
        matrix: &Matrix,
        claim: &JudgedClaim,
    ) {
        for rule in super::all() {
            if let Run::Claim(run) = rule.run {
                let (file, scope, found) = (self.file, self.scope, &mut self.diagnostics);
                let of = DeclarationContext { file, scope, declaration, base, rule, found };
                run(&mut ClaimContext { of, settings: self.settings, matrix, project, claim, said });
            }
        }
    }

    fn project(&mut self, declaration: &Declaration, base: TextSize, first_claim: usize) {
        let declared = declaration.children.iter().map(|child| &*child.declaration);
        let declared = declared.filter(|inner| inner.keyword == Keyword::Claim);
        let claims: Vec<_> = declared.zip(&self.claims[first_claim..]).collect();
        for rule in super::all() {
            if let Run::Project(run) = rule.run {
                let (file, scope, found) = (self.file, self.scope, &mut self.diagnostics);
                let of = DeclarationContext { file, scope, declaration, base, rule, found };
                run(&mut ProjectContext { of, claims: &claims });
            }
        }
    }
}

#[cfg(test)]
mod tests;
