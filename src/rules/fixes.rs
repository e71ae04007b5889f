//! What can be done about what was found: fixes, and a look at what a claim could say instead.

use super::caveat_fix::{caveat, place};
use super::claim::{JudgedClaim, Readers};
use super::context::FixContext;
use super::diagnostic::{Diagnostic, Fix, FixClass};
use super::judge::Judge;
use super::rule::{Group, Mending};
use super::settings::Settings;
use crate::model::{FileId, Matrix, Scope, Snapshot, SourceFile};
use crate::syntax::{Declaration, Keyword};
use crate::text::{Text, TextEdit};
use std::sync::Arc;

/// A place where a claim stands, to judge there what it could say instead.
pub(super) struct Trial<'a> {
    snapshot: &'a Snapshot,
    settings: &'a Settings,
    file: &'a SourceFile,
    scope: Scope,
    readers: Readers,
    project: Option<&'a Declaration>,
    /// The matrix that judges there.
    pub(super) matrix: Arc<Matrix>,
}

impl<'a> Trial<'a> {
    /// A place in a project of a file; nothing for a file that the snapshot does not have.
    pub(super) fn new(
        snapshot: &'a Snapshot,
        settings: &'a Settings,
        id: FileId,
        project: Option<&'a Declaration>,
    ) -> Option<Trial<'a>> {
        let (file, scope) = (snapshot.file(id)?, snapshot.scope(id)?);
        let (readers, matrix) = (Readers::of(&scope), snapshot.judging_matrix(&scope, project));
        Some(Trial { snapshot, settings, file, scope, readers, project, matrix })
    }

    /// Judges a claim that is written so, by the same steps as all claims.
    pub(super) fn judge(&self, claim: Text) -> Option<JudgedClaim> {
        let file = self.file.with_text(claim);
        let child = file.tree().declarations().iter().find(|child| child.declaration.keyword == Keyword::Claim)?;
        let mut judge = Judge::new(self.snapshot, self.settings, &file, &self.scope, &self.readers);
        judge.each_declaration(&child.declaration, child.offset);
        Some(judge.judged(&child.declaration, child.offset, self.project, &self.matrix, 0))
    }
}

/// Ways to mend a finding of that file.
pub fn fixes(file: &SourceFile, diagnostic: &Diagnostic) -> Vec<Fix> {
    let mut fixes = known_fixes(diagnostic);
    let rule = diagnostic.rule;
    let path = file.declarations_at(diagnostic.range.start());
    if let Mending::OnRequest(fix) = rule.fix {
        let declaration = path.last().map(|(base, declaration)| (*base, &**declaration));
        fixes.extend(fix(&FixContext { file, diagnostic, declaration }));
    }
    if rule.group.takes_caveats() {
        let declaration = place(&path, diagnostic).map(|(base, declaration)| (base, &**declaration));
        let caveats = caveat(&FixContext { file, diagnostic, declaration });
        for caveat in caveats {
            if fixes.iter().all(|fix| fix.title != caveat.title) {
                fixes.push(caveat);
            }
        }
    }
    fixes
}

/// The fixes of a finding that change nothing of what the spec says: those that can be applied unseen.
pub fn safe_fixes(file: &SourceFile, diagnostic: &Diagnostic) -> Vec<Fix> {
    // What is a matter of judgement has no safe fix but one that came with the finding.
    let fixes =
        if diagnostic.rule.group.takes_caveats() { known_fixes(diagnostic) } else { self::fixes(file, diagnostic) };
    fixes.into_iter().filter(|fix| fix.class != FixClass::Meaning && fix.preferred).collect()
}

/// The fixes that came with a finding.
pub(super) fn known_fixes(diagnostic: &Diagnostic) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if let Some(instead) = &diagnostic.instead {
        // Other wording says something else.
        let (class, written) = match diagnostic.rule.group {
            Group::Wording => (FixClass::Meaning, instead.replace('\\', "\\\\").replace('"', "\\\"")),
            _ => (FixClass::Spelling, instead.clone()),
        };
        fixes.push(Fix {
            title: format!("Write `{instead}`"),
            class,
            preferred: class != FixClass::Meaning,
            edits: vec![TextEdit::replace(diagnostic.range, written)],
        });
    }
    if let Some((title, edit)) = &diagnostic.edit {
        fixes.push(Fix { title: title.clone(), class: FixClass::Layout, preferred: true, edits: vec![edit.clone()] });
    }
    fixes
}
