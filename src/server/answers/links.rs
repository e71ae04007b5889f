//! Links in a text.

use crate::ide;
use crate::model::today;
use crate::server::asked::Asked;
use tower_lsp_server::gen_lsp_types::{DocumentLink, Uri};
use url::Url;

pub(in crate::server) fn links(asked: &Asked) -> Vec<DocumentLink> {
    let links = ide::links(&asked.view.snapshot, asked.id, today(), asked.report().as_deref()).into_iter();
    let links = links.filter_map(|link| {
        let target = match link.target {
            ide::LinkTarget::File(id) => asked.view.uri(id)?,
            // As it is written: an editor that is given an address in another form shows that one.
            ide::LinkTarget::Url(url) => Url::parse(&url).ok().map(|_| Uri::from(url.as_str()))?,
        };
        Some(DocumentLink {
            range: asked.range(link.range),
            target: Some(target),
            tooltip: Some(link.tooltip).filter(|tooltip| asked.agreed.link_tooltips && !tooltip.is_empty()),
            data: None,
        })
    });
    links.collect()
}
