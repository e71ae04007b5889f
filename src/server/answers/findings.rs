//! The findings of a text, for editors that ask for them.

use crate::server::asked::Asked;
use crate::server::convert;
use std::collections::HashMap;
use tower_lsp_server::gen_lsp_types::{
    DocumentDiagnosticReport, FullDocumentDiagnosticReport, RelatedDocument, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri,
};

/// The findings of a text, or that they are what the editor has already.
pub(in crate::server) fn document(asked: &Asked, previous: Option<&str>) -> Option<DocumentDiagnosticReport> {
    if asked.id.is_library() {
        return None;
    }
    let (stamp, report) = asked.view.report(asked.id)?;
    let result_id = result_id(stamp);
    let related_documents = related(asked);
    if previous == Some(result_id.as_str()) {
        return Some(DocumentDiagnosticReport::from(RelatedUnchangedDocumentDiagnosticReport {
            related_documents,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        }));
    }
    let items = convert::diagnostics(&asked.view, &report, &asked.agreed);
    Some(DocumentDiagnosticReport::from(RelatedFullDocumentDiagnosticReport {
        related_documents,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(result_id), items },
    }))
}

/// What the editor calls the findings that rest on what has this stamp.
pub(in crate::server) fn result_id(stamp: u64) -> String {
    format!("{stamp:016x}")
}

/// The findings of the open texts that use this one: whoever edits a cell sees at once what becomes of the claims in
/// it, if the editor takes them.
fn related(asked: &Asked) -> Option<HashMap<Uri, RelatedDocument>> {
    let view = &asked.view;
    let open = view.open.iter().filter(|_| asked.agreed.related_documents);
    let users = open.filter(|(id, _)| **id != asked.id && view.snapshot.uses(**id, asked.id));
    let reports = users.filter_map(|(id, open)| {
        let (stamp, report) = view.report(*id).filter(|_| !view.cancelled.is_set())?;
        let items = convert::diagnostics(view, &report, &asked.agreed);
        let report = FullDocumentDiagnosticReport { result_id: Some(result_id(stamp)), items };
        Some((open.uri.clone(), RelatedDocument::FullDocumentDiagnosticReport(report)))
    });
    Some(reports.collect::<HashMap<_, _>>()).filter(|reports| !reports.is_empty())
}

/// What is not open has no findings to show.
pub(in crate::server) fn none() -> DocumentDiagnosticReport {
    RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: None, items: Vec::new() },
    }
    .into()
}
