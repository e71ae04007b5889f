//! Ways to mend what was found.

use crate::ide;
use crate::rules::FixClass;
use crate::server::asked::Asked;
use crate::server::convert;
use std::collections::HashMap;
use tower_lsp_server::gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit, TextDocumentIdentifier, TextEdit, WorkspaceEdit,
};

/// Whether an editor that wants these kinds of actions wants any that there are.
pub(in crate::server) fn are_wanted(params: &CodeActionParams) -> bool {
    let wanted = |kinds: &Vec<CodeActionKind>| {
        kinds.iter().any(|kind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty))
    };
    params.context.only.as_ref().is_none_or(wanted)
}

pub(in crate::server) fn actions(asked: &Asked, params: &CodeActionParams) -> Option<Vec<CodeActionResponse>> {
    let text = asked.file.text();
    let encoding = asked.agreed.encoding;
    let report = asked.report()?;
    let range = asked.text_range(params.range);
    let actions = ide::actions(&asked.view.snapshot, asked.id, &report, range).into_iter().map(|action| {
        let edits = action.fix.edits.iter().map(|edit| convert::text_edit(text, edit, encoding)).collect();
        CodeActionResponse::CodeAction(CodeAction {
            title: action.fix.title,
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(vec![convert::diagnostic(&asked.view, text, &action.diagnostic, &asked.agreed)]),
            is_preferred: Some(action.fix.preferred && action.fix.class != FixClass::Meaning),
            edit: Some(workspace_edit(asked, edits)),
            ..Default::default()
        })
    });
    Some(actions.collect())
}

/// Edits of the file that was asked about, for the version that they were made from.
fn workspace_edit(asked: &Asked, edits: Vec<TextEdit>) -> WorkspaceEdit {
    if !asked.agreed.versioned_edits {
        return WorkspaceEdit { changes: Some(HashMap::from([(asked.uri.clone(), edits)])), ..Default::default() };
    }
    let version = asked.view.open.get(&asked.id).and_then(|open| open.version);
    let edit = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            version,
            text_document_identifier: TextDocumentIdentifier { uri: asked.uri.clone() },
        },
        edits: edits.into_iter().map(Into::into).collect(),
    };
    WorkspaceEdit { document_changes: Some(vec![edit.into()]), ..Default::default() }
}
