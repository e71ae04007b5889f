//! Judging a file: the one call behind the command line and the server.

use super::caveats;
use super::claim::{self, JudgedClaim, Readers};
use super::context::{ClaimContext, DeclarationContext, FileContext, FixContext, ProjectContext};
use super::diagnostic::{Diagnostic, Fix, FixClass};
use super::rule::{Mending, Run};
use super::settings::Settings;
use crate::model::{FileId, Matrix, Scope, Snapshot, SourceFile};
use crate::syntax::{Child, Declaration, Keyword};
use crate::text::{TextEdit, TextSize};

/// What was found in one version of one file.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file.
    pub file: FileId,
    /// The version of its text, if an editor gave it one.
    pub version: Option<i32>,
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The claims, in the order of the text.
    pub claims: Vec<JudgedClaim>,
}

/// Judges a file. Nothing for a file that the snapshot does not have.
pub fn check(snapshot: &Snapshot, id: FileId, settings: &Settings) -> Option<Report> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let readers = Readers::of(&scope);
    let mut judge = Judge {
        snapshot,
        settings,
        file,
        scope: &scope,
        readers: &readers,
        diagnostics: Vec::new(),
        claims: Vec::new(),
    };
    for rule in super::all() {
        if let Run::File(run) = rule.run {
            run(&mut FileContext { snapshot, file, rule, found: &mut judge.diagnostics });
        }
    }
    let standard = snapshot.judging_matrix(&scope, None);
    for child in file.tree().declarations() {
        judge.declaration(child, TextSize::new(0), None, &standard);
    }
    let Judge { mut diagnostics, mut claims, .. } = judge;
    diagnostics.retain_mut(|diagnostic| match settings.level(diagnostic.rule, diagnostic.level) {
        Some(level) => {
            diagnostic.level = level;
            true
        }
        None => false,
    });
    diagnostics.sort_by(|a, b| {
        (a.range.start(), a.range.end(), a.rule.name).cmp(&(b.range.start(), b.range.end(), b.rule.name))
    });
    claims.sort_by_key(|claim| claim.range.start());
    Some(Report { file: id, version: file.version(), diagnostics, claims })
}

struct Judge<'a> {
    snapshot: &'a Snapshot,
    settings: &'a Settings,
    file: &'a SourceFile,
    scope: &'a Scope,
    readers: &'a Readers,
    diagnostics: Vec<Diagnostic>,
    claims: Vec<JudgedClaim>,
}

impl Judge<'_> {
    fn declaration(&mut self, child: &Child, base: TextSize, around: Option<&Declaration>, matrix: &Matrix) {
        let declaration = &*child.declaration;
        let base = base + child.offset;
        let own_matrix = (declaration.keyword == Keyword::Project)
            .then(|| self.snapshot.judging_matrix(self.scope, Some(declaration)));
        let matrix = own_matrix.as_deref().unwrap_or(matrix);
        let before = self.diagnostics.len();
        for rule in super::all() {
            if let Run::Declaration(run) = rule.run {
                run(&mut DeclarationContext {
                    file: self.file,
                    scope: self.scope,
                    declaration,
                    base,
                    rule,
                    found: &mut self.diagnostics,
                });
            }
        }
        if declaration.keyword == Keyword::Claim {
            let mut claim = claim::judge(declaration, base, around, matrix, self.readers);
            self.claim(declaration, base, around, matrix, &claim);
            claim.decide(declaration, self.scope, &self.diagnostics[before..]);
            self.claims.push(claim);
        }
        let first_claim = self.claims.len();
        for inner in &declaration.children {
            self.declaration(inner, base, Some(declaration), matrix);
        }
        if declaration.keyword == Keyword::Project {
            self.project(declaration, base, first_claim);
        }
        caveats::apply(declaration, base, self.settings, &mut self.diagnostics, before);
    }

    fn claim(
        &mut self,
        declaration: &Declaration,
        base: TextSize,
        project: Option<&Declaration>,
        matrix: &Matrix,
        claim: &JudgedClaim,
    ) {
        for rule in super::all() {
            if let Run::Claim(run) = rule.run {
                run(&mut ClaimContext {
                    settings: self.settings,
                    scope: self.scope,
                    matrix,
                    project,
                    declaration,
                    base,
                    claim,
                    rule,
                    found: &mut self.diagnostics,
                });
            }
        }
    }

    fn project(&mut self, declaration: &Declaration, base: TextSize, first_claim: usize) {
        let declared = declaration.children.iter().map(|child| &*child.declaration);
        let declared = declared.filter(|inner| inner.keyword == Keyword::Claim);
        let claims: Vec<_> = declared.zip(&self.claims[first_claim..]).collect();
        for rule in super::all() {
            if let Run::Project(run) = rule.run {
                run(&mut ProjectContext {
                    scope: self.scope,
                    declaration,
                    base,
                    claims: &claims,
                    rule,
                    found: &mut self.diagnostics,
                });
            }
        }
    }
}

/// Ways to mend a finding of that file.
pub fn fixes(file: &SourceFile, diagnostic: &Diagnostic) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if let Some(instead) = &diagnostic.instead {
        fixes.push(Fix {
            title: format!("Write `{instead}`"),
            class: FixClass::Spelling,
            preferred: true,
            edits: vec![TextEdit::replace(diagnostic.range, instead.clone())],
        });
    }
    if let Some((title, edit)) = &diagnostic.edit {
        fixes.push(Fix { title: title.clone(), class: FixClass::Layout, preferred: true, edits: vec![edit.clone()] });
    }
    if let Mending::OnRequest(fix) = diagnostic.rule.fix {
        let path = file.declarations_at(diagnostic.range.start());
        let declaration = path.last().map(|(base, declaration)| (*base, &**declaration));
        fixes.extend(fix(&FixContext { file, diagnostic, declaration }));
    }
    fixes
}
