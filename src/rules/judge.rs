//! Judging the declarations of a file: which rules look at what, in which order, and what of it is kept.

use super::caveats;
use super::claim::{self, JudgedClaim, Readers};
use super::context::{ClaimContext, DeclarationContext, FileContext, ProjectContext};
use super::diagnostic::Diagnostic;
use super::kept::{Around, Kept};
use super::prose::ReadProse;
use super::registry::by_run;
use super::reuse::Reuse;
use super::settings::Settings;
use super::slips::{Cut, Slips};
use crate::model::{Matrix, Scope, Snapshot, SourceFile};
use crate::syntax::{Child, Declaration, Keyword};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A declaration at the top level, where it begins, and what was found in it. There are many of them, and nearly all are
/// taken over by the next judgement.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) offset: TextSize,
    pub(super) summary: Summary,
    pub(super) judged: Arc<Judged>,
}

/// A declaration at the top level and what was found in it, wherever it stands.
#[derive(Clone)]
pub(super) struct Judged {
    pub(super) declaration: Arc<Declaration>,
    pub(super) found: Kept,
    /// For a project, what was found in its claims before its own caveats were heard.
    pub(super) claims: Vec<Arc<KeptClaim>>,
}

/// What has to be known of each declaration after every edit of the file. It lies beside that of the next one: to look
/// it up where the declaration lies, somewhere in the memory, would take most of the time of a keystroke in a long file.
#[derive(Clone, Copy)]
pub(super) struct Summary {
    /// No two have the same: whether two parts were judged at once can be told without a look at either.
    pub(super) id: u64,
    len: TextSize,
    pub(super) is_matrix: bool,
    pub(super) has_findings: bool,
    pub(super) is_self_contained: bool,
    /// How many of the findings are slips.
    pub(super) slips: u32,
}

impl Part {
    fn new(offset: TextSize, judged: Judged) -> Part {
        static IDS: AtomicU64 = AtomicU64::new(0);
        let Judged { declaration, found, .. } = &judged;
        let summary = Summary {
            id: IDS.fetch_add(1, Ordering::Relaxed),
            len: declaration.len,
            is_matrix: declaration.keyword == Keyword::Matrix,
            has_findings: !found.diagnostics.is_empty(),
            is_self_contained: found.is_self_contained(),
            slips: u32::try_from(found.slips()).unwrap_or(u32::MAX),
        };
        Part { offset, summary, judged: Arc::new(judged) }
    }

    pub(super) fn range(&self) -> TextRange {
        TextRange::at(self.offset, self.summary.len)
    }

    /// Whether it can be told where all of this is now.
    pub(super) fn holds(&self, around: &Around<'_>) -> bool {
        self.summary.is_self_contained || self.judged.found.holds(around)
    }

    pub(super) fn is_of(&self, declaration: &Arc<Declaration>) -> bool {
        Arc::ptr_eq(&self.judged.declaration, declaration)
    }
}

/// What was found in a claim, before the caveats of its project were heard and levels were chosen.
pub(super) struct KeptClaim {
    declaration: Arc<Declaration>,
    /// The findings are, in this order: so many that are no slips, so many slips of syntax, and slips of names.
    counts: [usize; 2],
    found: Kept,
    pub(super) prose: Option<Arc<ReadProse>>,
}

#[cfg(test)]
impl KeptClaim {
    pub(super) fn claims(&self) -> &[Arc<JudgedClaim>] {
        &self.found.claims
    }
}

/// What keeps what is found in the claims of a project.
struct Keeper<'a> {
    /// What was found in those of the project before.
    earlier: Option<(&'a [Arc<KeptClaim>], &'a Reuse<'a>)>,
    /// Nothing but claims has changed in the project.
    same_project: bool,
    around: Around<'a>,
    claims: Vec<Arc<KeptClaim>>,
    /// How many there will be, or a few less.
    count: usize,
}

impl Keeper<'_> {
    /// What was found in the next claim before, if it still holds.
    fn known(&self, claim: &Child) -> Option<Arc<KeptClaim>> {
        let same = |kept: &KeptClaim| Arc::ptr_eq(&kept.declaration, &claim.declaration);
        let kept = self.find(claim, same).filter(|_| self.same_project)?;
        kept.found.holds(&self.around).then(|| Arc::clone(kept))
    }

    /// What was read in the prose of the next claim before, if that is the same.
    fn prose(&self, claim: &Child) -> Option<Arc<ReadProse>> {
        let same = |kept: &KeptClaim| ReadProse::is_same(&kept.declaration, &claim.declaration);
        self.find(claim, same)?.prose.clone()
    }

    /// What is kept of the next claim, if that is one like it and speaks of nothing that was renamed. Claims are counted
    /// from the start or, behind one that is new or gone, from the end.
    fn find(&self, claim: &Child, same: impl Fn(&KeptClaim) -> bool) -> Option<&Arc<KeptClaim>> {
        let (earlier, reuse) = self.earlier?;
        let index = self.claims.len();
        let from_the_end = (earlier.len() + index).checked_sub(self.count);
        let kept = |index: usize| earlier.get(index).filter(|kept| same(kept));
        let kept = kept(index).or_else(|| from_the_end.and_then(kept))?;
        (!reuse.speaks_of_renamed(&claim.declaration)).then_some(kept)
    }
}

/// Judges declarations of one file.
pub(super) struct Judge<'a> {
    snapshot: &'a Snapshot,
    settings: &'a Settings,
    file: &'a SourceFile,
    scope: &'a Scope,
    readers: &'a Readers,
    /// Nobody judges the file again: what is found in single claims need not be kept for that.
    once: bool,
    diagnostics: Vec<Diagnostic>,
    slips: Slips,
    claims: Vec<Arc<JudgedClaim>>,
    /// What was read before in the prose of the claim that is judged next.
    known_prose: Option<Arc<ReadProse>>,
    /// What was read in that of the first claim that was judged since this was taken.
    prose: Option<Arc<ReadProse>>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        settings: &'a Settings,
        file: &'a SourceFile,
        scope: &'a Scope,
        readers: &'a Readers,
    ) -> Judge<'a> {
        Judge {
            snapshot,
            settings,
            file,
            scope,
            readers,
            once: false,
            diagnostics: Vec::new(),
            slips: Slips::default(),
            claims: Vec::new(),
            known_prose: None,
            prose: None,
        }
    }

    /// The same, for a file that nobody judges again if it is so.
    pub(super) fn once(self, once: bool) -> Judge<'a> {
        Judge { once, ..self }
    }

    /// Runs the rules that look at the file as a whole.
    pub(super) fn file(&mut self) -> (Vec<Diagnostic>, Cut) {
        for &(rule, run) in &by_run().files {
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
        self.diagnostics.extend(syntax);
        self.diagnostics.extend(names);
        self.diagnostics.retain_mut(|diagnostic| match self.settings.level(diagnostic.rule, diagnostic.level) {
            Some(level) => {
                diagnostic.level = level;
                true
            }
            None => false,
        });
        sort(&mut self.diagnostics);
        // What is kept takes no more room than it needs; ours is for the next declaration.
        (self.diagnostics.drain(..).collect(), cut)
    }

    /// Judges a declaration at the top level, with the help of what was found in the one that stood in its place.
    pub(super) fn part(
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
        let same_project = |earlier: &Part| earlier.judged.declaration.is_same_outside_of_children(declaration);
        let mut keeper = (!self.once).then(|| Keeper {
            earlier: earlier.map(|(part, reuse)| (&*part.judged.claims, reuse)),
            same_project: earlier.is_some_and(|(part, _)| same_project(part)),
            around: around.in_project(declaration, child.offset),
            claims: Vec::with_capacity(declaration.children.len()),
            count: declaration.children.len(),
        });
        self.declaration(child, TextSize::new(0), None, matrix, keeper.as_mut());
        self.claims.sort_by_key(|claim| claim.range.start());
        let claims = self.claims.drain(..).collect();
        let (diagnostics, cut) = self.finished();
        let mut kept = keeper.map_or_else(Vec::new, |keeper| keeper.claims);
        if !cut.is_empty() {
            // What was cut off may have been in any of them.
            kept.clear();
        }
        let found = Kept::new(child.range(), diagnostics, claims, cut, around);
        Part::new(child.offset, Judged { declaration: Arc::clone(&child.declaration), found, claims: kept })
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
            self.claims.push(Arc::new(claim));
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
        self.known_prose = keeper.prose(child);
        self.prose = None;
        self.declaration(child, project, Some(around), matrix, None);
        let prose = self.prose.take();
        let found = [&self.diagnostics, &self.slips.syntax, &self.slips.names];
        let [others, syntax, names] = [0, 1, 2].map(|which| found[which].get(from[which]..).unwrap_or_default());
        let (counts, found) = ([others.len(), syntax.len()], [others, syntax, names].concat());
        let claims = self.claims[first_claim..].to_vec();
        let own = TextRange::at(base, child.declaration.len);
        let found = Kept::new(own, found, claims, Cut::default(), &keeper.around);
        keeper.claims.push(Arc::new(KeptClaim { declaration: Arc::clone(&child.declaration), counts, found, prose }));
    }

    /// Runs the rules that look at any declaration.
    pub(super) fn each_declaration(&mut self, declaration: &Declaration, base: TextSize) {
        for &(rule, run) in &by_run().declarations {
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
        let prose = self.known_prose.take().unwrap_or_else(|| Arc::new(ReadProse::of(declaration, self.readers)));
        let mut claim = claim::judge(declaration, &prose, base, project, matrix);
        self.claim(declaration, base, &prose, project, matrix, &claim);
        self.prose.get_or_insert(prose);
        claim.decide(declaration, self.scope, &self.diagnostics[before..]);
        claim
    }

    fn claim(
        &mut self,
        declaration: &Declaration,
        base: TextSize,
        prose: &ReadProse,
        project: Option<&Declaration>,
        matrix: &Matrix,
        claim: &JudgedClaim,
    ) {
        for &(rule, run) in &by_run().claims {
            let (file, scope, found) = (self.file, self.scope, &mut self.diagnostics);
            let of = DeclarationContext { file, scope, declaration, base, rule, found };
            run(&mut ClaimContext { of, settings: self.settings, matrix, project, claim, prose });
        }
    }

    fn project(&mut self, declaration: &Declaration, base: TextSize, first_claim: usize) {
        let declared = declaration.children.iter().map(|child| &*child.declaration);
        let declared = declared.filter(|inner| inner.keyword == Keyword::Claim);
        let claims: Vec<_> = declared.zip(self.claims[first_claim..].iter().map(|claim| &**claim)).collect();
        for &(rule, run) in &by_run().projects {
            let (file, scope, found) = (self.file, self.scope, &mut self.diagnostics);
            let of = DeclarationContext { file, scope, declaration, base, rule, found };
            run(&mut ProjectContext { of, claims: &claims });
        }
    }
}

/// Sorts findings as they stand in the text.
pub(super) fn sort(diagnostics: &mut [Diagnostic]) {
    let place = |found: &Diagnostic| (found.range.start(), found.range.end(), found.rule.name);
    diagnostics.sort_by(|a, b| place(a).cmp(&place(b)));
}
