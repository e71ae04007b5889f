//! Places and edits in more files than the one that was asked about, as the editor counts and writes them.

use crate::ide;
use crate::model::FileId;
use crate::server::asked::Asked;
use crate::server::convert;
use crate::server::session::Agreed;
use crate::server::view::View;
use std::collections::HashMap;
use tower_lsp_server::gen_lsp_types::{
    Location, LocationLink, OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextDocumentIdentifier,
    Uri, WorkspaceEdit,
};

/// Places, each with what they were asked of.
pub(super) fn links(asked: &Asked, found: &ide::Definition) -> Vec<LocationLink> {
    let encoding = asked.agreed.encoding;
    let origin = asked.range(found.origin);
    let links = found.targets.iter().filter_map(|target| {
        let file = asked.view.snapshot.file(target.file)?;
        Some(LocationLink {
            origin_selection_range: Some(origin),
            target_uri: asked.view.uri(target.file)?,
            target_range: convert::range(file.text(), target.range, encoding),
            target_selection_range: convert::range(file.text(), target.selection, encoding),
        })
    });
    links.collect()
}

/// The same for editors that know no links.
pub(super) fn locations(links: Vec<LocationLink>) -> Vec<Location> {
    let place = |link: LocationLink| Location { uri: link.target_uri, range: link.target_selection_range };
    links.into_iter().map(place).collect()
}

/// A place in some file.
pub(super) fn place(view: &View, agreed: &Agreed, place: ide::Place) -> Option<Location> {
    let (uri, range) = range(view, agreed, place)?;
    Some(Location { uri, range })
}

/// The address of a file, and a range in it.
pub(super) fn range(view: &View, agreed: &Agreed, place: ide::Place) -> Option<(Uri, Range)> {
    let file = view.snapshot.file(place.file)?;
    Some((view.uri(place.file)?, convert::range(file.text(), place.range, agreed.encoding)))
}

/// Edits of several files: each for the version of the text that it was made from, if the editor knows of versions.
pub(super) fn workspace_edit(view: &View, agreed: &Agreed, edits: &ide::FileEdits) -> WorkspaceEdit {
    let files = edits.iter().filter_map(|(id, edits)| {
        let text = view.snapshot.file(*id)?.text();
        let edits = edits.iter().map(|edit| convert::text_edit(text, edit, agreed.encoding)).collect::<Vec<_>>();
        Some((*id, view.uri(*id)?, edits))
    });
    if !agreed.versioned_edits {
        let changes: HashMap<_, _> = files.map(|(_, uri, edits)| (uri, edits)).collect();
        return WorkspaceEdit { changes: Some(changes), ..Default::default() };
    }
    let version = |id: FileId| view.open.get(&id).and_then(|open| open.version);
    let changes = files.map(|(id, uri, edits)| {
        let edit = TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                version: version(id),
                text_document_identifier: TextDocumentIdentifier { uri },
            },
            edits: edits.into_iter().map(Into::into).collect(),
        };
        edit.into()
    });
    WorkspaceEdit { document_changes: Some(changes.collect()), ..Default::default() }
}
