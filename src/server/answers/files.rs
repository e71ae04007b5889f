//! Files that are made, moved and deleted in the editor.

use super::places::workspace_edit;
use crate::ide;
use crate::model::{Disk, FileKey, FileSystem};
use crate::server::convert;
use crate::server::session::Agreed;
use crate::server::view::View;
use std::path::PathBuf;
use tower_lsp_server::gen_lsp_types::{
    CreateFilesParams, DeleteFilesParams, FileOperationFilter, FileOperationOptions, FileOperationPattern,
    FileOperationPatternKind, FileOperationRegistrationOptions, OptionalVersionedTextDocumentIdentifier, Position,
    Range, RenameFilesParams, TextDocumentEdit, TextDocumentIdentifier, TextEdit, WorkspaceEdit,
};

/// Which files and folders we are to be told of.
pub(in crate::server) fn operations() -> FileOperationOptions {
    let filter = |glob: &str, kind| FileOperationFilter {
        scheme: Some("file".to_owned()),
        pattern: FileOperationPattern { glob: glob.to_owned(), matches: Some(kind), options: None },
    };
    let specs = || filter("**/*.synergy", FileOperationPatternKind::File);
    let folders = || filter("**", FileOperationPatternKind::Folder);
    let only_specs = || Some(FileOperationRegistrationOptions { filters: vec![specs()] });
    let all = || Some(FileOperationRegistrationOptions { filters: vec![specs(), folders()] });
    FileOperationOptions {
        // What an edit before a file is made may not do is write into that file, and nothing else is to be done.
        will_create: None,
        did_create: only_specs(),
        will_rename: all(),
        did_rename: all(),
        will_delete: all(),
        did_delete: all(),
    }
}

/// The edits that let every `use` lead where it led after a move.
pub(in crate::server) fn will_rename(
    view: &View,
    agreed: &Agreed,
    params: &RenameFilesParams,
) -> Option<WorkspaceEdit> {
    let moves =
        params.files.iter().filter_map(|file| Some((convert::path(&file.old_uri)?, convert::path(&file.new_uri)?)));
    let edits = ide::moved(&view.snapshot, &moves.collect::<Vec<_>>());
    (!edits.is_empty()).then(|| workspace_edit(view, agreed, &edits))
}

/// What to tell before files are deleted that others use.
pub(in crate::server) fn will_delete(view: &View, params: &DeleteFilesParams) -> Option<String> {
    let deleted: Vec<PathBuf> = params.files.iter().filter_map(|file| convert::path(&file.uri)).collect();
    let left = ide::left_without(&view.snapshot, &deleted);
    let names: Vec<String> = left
        .into_iter()
        .filter_map(|id| {
            view.snapshot.file(id)?.key().path()?.file_name().map(|name| name.to_string_lossy().into_owned())
        })
        .collect();
    let shown = match names.as_slice() {
        [] => return None,
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [one, rest @ ..] => format!("{one} and {} other specs", rest.len()),
    };
    Some(format!("What is deleted here is used by {shown}, which will miss what it declares."))
}

/// What to write into the new files that are empty.
pub(in crate::server) fn scaffolds(view: &View, agreed: &Agreed, params: &CreateFilesParams) -> Vec<WorkspaceEdit> {
    let created = params.files.iter().filter_map(|file| {
        let FileKey::Path(path) = convert::key(file.uri.as_ref()) else { return None };
        let open = view.file(&file.uri).filter(|id| view.open.contains_key(id));
        let text = open.and_then(|id| view.snapshot.file(id)).map(|file| file.text().to_string());
        let text = text.or_else(|| FileSystem.read(&path).ok())?;
        if !text.is_empty() || path.extension().is_none_or(|extension| extension != "synergy") {
            return None;
        }
        let start = Position { line: 0, character: 0 };
        let edit = TextEdit { range: Range { start, end: start }, new_text: ide::scaffold(&path) };
        if !agreed.versioned_edits {
            return Some(WorkspaceEdit {
                changes: Some([(file.uri.clone(), vec![edit])].into_iter().collect()),
                ..Default::default()
            });
        }
        let edit = TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                version: open.and_then(|id| view.open.get(&id)).and_then(|open| open.version),
                text_document_identifier: TextDocumentIdentifier { uri: file.uri.clone() },
            },
            edits: vec![edit.into()],
        };
        Some(WorkspaceEdit { document_changes: Some(vec![edit.into()]), ..Default::default() })
    });
    created.collect()
}
