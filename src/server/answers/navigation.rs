//! Where something is: what declares, judges, implements or names it.

use super::places::{links, locations, place};
use crate::ide;
use crate::model::FileId;
use crate::rules::in_parallel;
use crate::server::asked::Asked;
use crate::server::view::View;
use tower_lsp_server::gen_lsp_types::{
    Declaration, DeclarationParams, DeclarationResponse, Definition, DefinitionParams, DefinitionResponse,
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, ImplementationParams, ImplementationResponse,
    Location, ReferenceParams, TypeDefinitionParams, TypeDefinitionResponse,
};

pub(in crate::server) fn definition(asked: &Asked, params: &DefinitionParams) -> Option<DefinitionResponse> {
    let offset = asked.offset(params.text_document_position_params.position);
    let links = links(asked, &ide::definition(&asked.view.snapshot, asked.id, offset)?);
    Some(if asked.agreed.definition_links {
        DefinitionResponse::DefinitionLinkList(links)
    } else {
        DefinitionResponse::Definition(Definition::LocationList(locations(links)))
    })
}

pub(in crate::server) fn declaration(asked: &Asked, params: &DeclarationParams) -> Option<DeclarationResponse> {
    let offset = asked.offset(params.text_document_position_params.position);
    let links = links(asked, &ide::declaration(&asked.view.snapshot, asked.id, offset)?);
    Some(if asked.agreed.declaration_links {
        DeclarationResponse::DeclarationLinkList(links)
    } else {
        DeclarationResponse::Declaration(Declaration::LocationList(locations(links)))
    })
}

pub(in crate::server) fn type_definition(
    asked: &Asked,
    params: &TypeDefinitionParams,
) -> Option<TypeDefinitionResponse> {
    let offset = asked.offset(params.text_document_position_params.position);
    let links = links(asked, &ide::type_definition(&asked.view.snapshot, asked.id, offset)?);
    Some(if asked.agreed.type_definition_links {
        TypeDefinitionResponse::DefinitionLinkList(links)
    } else {
        TypeDefinitionResponse::Definition(Definition::LocationList(locations(links)))
    })
}

pub(in crate::server) fn implementation(
    asked: &Asked,
    params: &ImplementationParams,
) -> Option<ImplementationResponse> {
    let offset = asked.offset(params.text_document_position_params.position);
    let judged = std::cell::OnceCell::new();
    let reports = |id: FileId| {
        judged.get_or_init(|| judge_all(&asked.view));
        asked.view.report(id).map(|(_, report)| report)
    };
    let links = links(asked, &ide::implementation(&asked.view.snapshot, asked.id, offset, &reports)?);
    Some(if asked.agreed.implementation_links {
        ImplementationResponse::DefinitionLinkList(links)
    } else {
        ImplementationResponse::Definition(Definition::LocationList(locations(links)))
    })
}

/// All uses, or all but those that `send` was given piece by piece.
pub(in crate::server) fn references(
    asked: &Asked,
    params: &ReferenceParams,
    send: Option<&dyn Fn(Vec<Location>)>,
) -> Option<Vec<Location>> {
    /// So many places are sent at a time.
    const PIECE: usize = 200;
    let offset = asked.offset(params.text_document_position_params.position);
    let snapshot = &asked.view.snapshot;
    let references = ide::references(snapshot, asked.id, offset)?;
    let mut found = Vec::new();
    for file in references.files(snapshot) {
        let places = references.in_file(snapshot, file, params.context.include_declaration);
        found.extend(places.into_iter().filter_map(|found| place(&asked.view, &asked.agreed, found)));
        if let Some(send) = send.filter(|_| found.len() >= PIECE) {
            send(std::mem::take(&mut found));
        }
    }
    if let Some(send) = send {
        send(std::mem::take(&mut found));
    }
    Some(found)
}

pub(in crate::server) fn highlights(asked: &Asked, params: &DocumentHighlightParams) -> Vec<DocumentHighlight> {
    let offset = asked.offset(params.text_document_position_params.position);
    let report = asked.report();
    let highlights = ide::highlights(&asked.view.snapshot, asked.id, offset, report.as_deref()).into_iter();
    let highlights = highlights.map(|highlight| DocumentHighlight {
        range: asked.range(highlight.range),
        kind: Some(match highlight.kind {
            ide::HighlightKind::Declares => DocumentHighlightKind::Write,
            ide::HighlightKind::Names => DocumentHighlightKind::Read,
            ide::HighlightKind::Speaks => DocumentHighlightKind::Text,
        }),
    });
    highlights.collect()
}

/// Judges all files of the workspace on all cores, so that what is asked of each is known.
pub(super) fn judge_all(view: &View) {
    let files: Vec<FileId> = view.snapshot.files().map(|file| file.id()).collect();
    in_parallel(
        &files,
        || (),
        |(), id| {
            if !view.cancelled.is_set() {
                view.report(*id);
            }
        },
    );
}
