//! The findings of a text, for editors that ask for them.

use crate::server::asked::Asked;
use crate::server::convert;
use tower_lsp_server::gen_lsp_types::{
    Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};

/// The findings of a text, or that they are what the editor has already.
pub(in crate::server) fn document(asked: &Asked, previous: Option<&str>) -> Option<DocumentDiagnosticReport> {
    if asked.id.is_library() {
        return None;
    }
    let (stamp, report) = asked.view.report(asked.id)?;
    let result_id = format!("{stamp:016x}");
    if previous == Some(result_id.as_str()) {
        return Some(DocumentDiagnosticReport::from(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        }));
    }
    Some(full(Some(result_id), convert::diagnostics(&asked.view, &report, &asked.agreed)))
}

/// What is not open has no findings to show.
pub(in crate::server) fn none() -> DocumentDiagnosticReport {
    full(None, Vec::new())
}

fn full(result_id: Option<String>, items: Vec<Diagnostic>) -> DocumentDiagnosticReport {
    RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    }
    .into()
}
