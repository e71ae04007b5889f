//! Where something is: definitions.

use crate::ide;
use crate::server::asked::Asked;
use crate::server::convert;
use tower_lsp_server::gen_lsp_types::{Definition, DefinitionParams, DefinitionResponse, Location, LocationLink};

pub(in crate::server) fn definition(asked: &Asked, params: &DefinitionParams) -> Option<DefinitionResponse> {
    let offset = asked.offset(params.text_document_position_params.position);
    let definition = ide::definition(&asked.view.snapshot, asked.id, offset)?;
    let links = links(asked, &definition);
    Some(if asked.agreed.definition_links {
        DefinitionResponse::DefinitionLinkList(links)
    } else {
        DefinitionResponse::Definition(Definition::LocationList(locations(links)))
    })
}

/// Places, each with what they were asked of.
fn links(asked: &Asked, found: &ide::Definition) -> Vec<LocationLink> {
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
fn locations(links: Vec<LocationLink>) -> Vec<Location> {
    let place = |link: LocationLink| Location { uri: link.target_uri, range: link.target_selection_range };
    links.into_iter().map(place).collect()
}
