//! What a rule is given to look at, and where it puts what it finds.

use super::claim::JudgedClaim;
use super::diagnostic::{Diagnostic, Factor, Level, Related};
use super::prose::{self, KindOfRemark, ReadProse, Remarked};
use super::rule::Rule;
use super::settings::Settings;
use crate::model::{Cell, Entry, FileId, Matrix, Scope, Snapshot, SourceFile, Strength};
use crate::syntax::{Declaration, Keyword, Prose, ValueKind};
use crate::text::{TextEdit, TextRange, TextSize};
use smol_str::SmolStr;
use std::ops::{Deref, DerefMut};

/// One declaration and what is known around it.
pub(super) struct DeclarationContext<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) scope: &'a Scope,
    pub(super) declaration: &'a Declaration,
    /// Where the declaration starts in the file: what its ranges count from.
    pub(super) base: TextSize,
    pub(super) rule: &'static Rule,
    pub(super) found: &'a mut Vec<Diagnostic>,
}

/// One claim: a declaration of which more is known.
pub(super) struct ClaimContext<'a> {
    pub(super) of: DeclarationContext<'a>,
    pub(super) settings: &'a Settings,
    /// The matrix that judges it.
    pub(super) matrix: &'a Matrix,
    /// The project it stands in.
    pub(super) project: Option<&'a Declaration>,
    /// The claim with its cells; ranges in it are ranges of the file.
    pub(super) claim: &'a JudgedClaim,
    /// What was read in its prose.
    pub(super) prose: &'a ReadProse,
}

/// One project: a declaration of which more is known.
pub(super) struct ProjectContext<'a> {
    pub(super) of: DeclarationContext<'a>,
    /// Its claims, in the order of the text, each with its declaration.
    pub(super) claims: &'a [(&'a Declaration, &'a JudgedClaim)],
}

impl<'a> Deref for ClaimContext<'a> {
    type Target = DeclarationContext<'a>;

    fn deref(&self) -> &Self::Target {
        &self.of
    }
}

impl DerefMut for ClaimContext<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.of
    }
}

impl<'a> Deref for ProjectContext<'a> {
    type Target = DeclarationContext<'a>;

    fn deref(&self) -> &Self::Target {
        &self.of
    }
}

impl DerefMut for ProjectContext<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.of
    }
}

/// One file and what is known around it.
pub(super) struct FileContext<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) file: &'a SourceFile,
    pub(super) rule: &'static Rule,
    pub(super) found: &'a mut Vec<Diagnostic>,
}

/// A finding that is to be mended.
pub(super) struct FixContext<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) diagnostic: &'a Diagnostic,
    /// The declaration it is in, and where that starts.
    pub(super) declaration: Option<(TextSize, &'a Declaration)>,
}

/// A finding being described.
pub(super) struct Finding<'a>(&'a mut Diagnostic);

impl Finding<'_> {
    /// A declaration that it has to do with.
    pub(super) fn related(self, entry: &Entry, message: impl Into<String>) -> Self {
        self.related_at(entry.file, entry.selection(), message)
    }

    /// Another place that it has to do with: a range of that file.
    pub(super) fn related_at(self, file: FileId, range: TextRange, message: impl Into<String>) -> Self {
        self.0.related.push(Related { file, range, message: message.into() });
        self
    }

    /// By how much a number goes beyond a limit.
    pub(super) fn factor(self, times: f64, too: &'static str) -> Self {
        self.0.factor = Some(Factor { times, too });
        self
    }

    /// What to write in its place.
    pub(super) fn instead(self, text: Option<impl Into<String>>) -> Self {
        self.0.instead = text.map(Into::into);
        self
    }

    /// The cell that it is about.
    pub(super) fn cell(self, cell: Cell) -> Self {
        self.0.cell = Some(cell);
        self
    }

    pub(super) fn edit(self, edit: Option<(String, TextEdit)>) -> Self {
        self.0.edit = edit;
        self
    }

    pub(super) fn level(self, level: Level) -> Self {
        self.0.level = level;
        self
    }
}

fn report<'a>(
    found: &'a mut Vec<Diagnostic>,
    rule: &'static Rule,
    range: TextRange,
    message: String,
    claim: Option<SmolStr>,
) -> Finding<'a> {
    found.push(Diagnostic {
        rule,
        level: rule.level,
        range,
        message,
        related: Vec::new(),
        tag: None,
        claim,
        factor: None,
        is_rest: false,
        cell: None,
        instead: None,
        edit: None,
    });
    let last = found.len() - 1;
    Finding(&mut found[last])
}

impl DeclarationContext<'_> {
    /// Reports something at a range of the declaration.
    pub(super) fn report(&mut self, range: TextRange, message: impl Into<String>) -> Finding<'_> {
        let claim = match self.declaration.keyword {
            Keyword::Claim => self.declaration.name.as_ref().map(|name| name.text.clone()),
            _ => None,
        };
        report(self.found, self.rule, range + self.base, message.into(), claim)
    }
}

impl<'a> ClaimContext<'a> {
    /// How the matrix that judges the claim rates a cell.
    pub(super) fn strength(&self, cell: Cell) -> Option<Strength> {
        self.matrix.rating(cell).map(|rating| rating.strength)
    }

    /// Reports each remark of a kind on the claim's prose.
    pub(super) fn report_remarks(&mut self, kind: KindOfRemark) {
        for (range, why) in self.remarked(kind) {
            self.report(range, why);
        }
    }

    /// The remarks of a kind on the claim's prose. Places count from the claim.
    pub(super) fn remarked(&self, kind: KindOfRemark) -> impl Iterator<Item = Remarked> + use<'a> {
        let start = prose::start(self.declaration);
        kind(&self.prose.remarks).iter().map(move |(range, why)| (*range + start, *why))
    }
}

/// What a claim says.
pub(super) fn says(claim: &Declaration) -> impl Iterator<Item = &Prose> {
    claim.fields_named("says").flat_map(|field| &field.values).filter_map(|value| match &value.kind {
        ValueKind::String(prose) => Some(prose),
        _ => None,
    })
}

impl FileContext<'_> {
    /// Reports something at a range of the file.
    pub(super) fn report(&mut self, range: TextRange, message: impl Into<String>) -> Finding<'_> {
        report(self.found, self.rule, range, message.into(), None)
    }
}
