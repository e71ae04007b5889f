//! A question about a file and the state that it was asked in.

use super::convert;
use super::per_declaration::{Latest, PerDeclaration};
use super::session::Agreed;
use super::view::View;
use crate::model::{FileId, SourceFile};
use crate::rules::{JudgedDeclaration, Judgement, Report};
use crate::text::{LineColumn, TextRange, TextSize};
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{Position, Range, Uri};

/// A question about a file: what every answer is made from.
pub(super) struct Asked {
    pub(super) view: View,
    pub(super) id: FileId,
    pub(super) file: Arc<SourceFile>,
    /// The address that it was asked under.
    pub(super) uri: Uri,
    pub(super) agreed: Agreed,
}

impl Asked {
    /// What is found in the file.
    pub(super) fn report(&self) -> Option<Arc<Report>> {
        self.view.report(self.id).map(|(_, report)| report)
    }

    /// What is found in the file, in parts.
    pub(super) fn judgement(&self) -> Option<Arc<Judgement>> {
        self.view.judgement(self.id).map(|(_, judgement)| judgement)
    }

    /// What is made of each declaration: what was made for an earlier answer, where that still holds. It is kept for the
    /// next answer as long as the text is open.
    pub(super) fn kept<T>(
        &self,
        latest: &Latest<PerDeclaration<T>>,
        judgement: &Judgement,
        make: impl FnMut(&JudgedDeclaration, LineColumn) -> T,
    ) -> Arc<PerDeclaration<T>> {
        let before = latest.get(self.id);
        let now = Arc::new(PerDeclaration::new(judgement, self.agreed.encoding, before.as_deref(), make));
        if self.view.open.contains_key(&self.id) {
            latest.put(self.id, Arc::clone(&now));
        }
        now
    }

    /// What is found in the declarations that a part of the text touches. The findings of a long text are not put
    /// together for that.
    pub(super) fn report_around(&self, range: TextRange) -> Option<Arc<Report>> {
        self.judgement().map(|judgement| judgement.report_around(range))
    }

    /// The place in the text that the editor means; the nearest one there is.
    pub(super) fn offset(&self, position: Position) -> TextSize {
        self.file.text().offset(convert::position(position), self.agreed.encoding)
    }

    /// The part of the text that the editor means.
    pub(super) fn text_range(&self, range: Range) -> TextRange {
        let (start, end) = (convert::position(range.start), convert::position(range.end));
        self.file.text().range_between(start, end, self.agreed.encoding)
    }

    /// A range of the file's text as the editor counts it.
    pub(super) fn range(&self, range: TextRange) -> Range {
        convert::range(self.file.text(), range, self.agreed.encoding)
    }
}
