//! What is read at a place: hovers and completions.

use crate::ide;
use crate::server::asked::Asked;
use crate::server::convert;
use crate::server::session::Agreed;
use serde::Deserialize;
use tower_lsp_server::gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionParams, CompletionResponse, Hover, HoverParams, InsertTextFormat,
    LspAny, MarkupContent, Position, Range, TextEdit, Uri,
};

/// Where a completion was offered: enough to find it again when more about it is asked.
#[derive(serde::Serialize, Deserialize)]
pub(in crate::server) struct ItemPlace {
    pub(in crate::server) uri: Uri,
    position: Position,
}

impl ItemPlace {
    /// The place that was written into a completion.
    pub(in crate::server) fn of(item: &CompletionItem) -> Option<ItemPlace> {
        item.data.as_ref().and_then(|data| ItemPlace::deserialize(data).ok())
    }
}

pub(in crate::server) fn hover(asked: &Asked, params: &HoverParams) -> Option<Hover> {
    let offset = asked.offset(params.text_document_position_params.position);
    let hover = ide::hover(&asked.view.snapshot, asked.id, offset, asked.report().as_deref())?;
    Some(Hover {
        contents: convert::markup(hover.markdown, asked.agreed.markdown).into(),
        range: Some(asked.range(hover.range)),
    })
}

pub(in crate::server) fn completion(asked: &Asked, params: &CompletionParams) -> Option<CompletionResponse> {
    let position = params.text_document_position_params.position;
    let data = convert::json(ItemPlace { uri: asked.uri.clone(), position });
    let found = completions(asked, position)?;
    let range = asked.range(found.range);
    let items = found.items.into_iter().enumerate();
    let items = items.map(|(index, item)| inserted(index, item, range, &data, &asked.agreed));
    Some(CompletionResponse::CompletionItemList(items.collect()))
}

/// What there is to say about a completion that was offered at a place.
pub(in crate::server) fn documentation(asked: &Asked, place: &ItemPlace, label: &str) -> Option<MarkupContent> {
    let found = completions(asked, place.position)?;
    let found = found.items.into_iter().find(|item| item.label == label)?.documentation?;
    Some(convert::markup(found, asked.agreed.markdown_documentation))
}

fn completions(asked: &Asked, position: Position) -> Option<ide::Completions> {
    ide::completions(&asked.view.snapshot, asked.id, asked.offset(position), asked.report().as_deref())
}

/// A completion as the editor inserts it. Its documentation is left out: it is asked for when it is looked at.
fn inserted(index: usize, item: ide::Completion, range: Range, data: &LspAny, agreed: &Agreed) -> CompletionItem {
    let snippet = item.snippet.filter(|_| agreed.snippets);
    let format = if snippet.is_some() { InsertTextFormat::Snippet } else { InsertTextFormat::PlainText };
    CompletionItem {
        kind: Some(match item.kind {
            ide::CompletionKind::Declaration => CompletionItemKind::Snippet,
            ide::CompletionKind::Field => CompletionItemKind::Field,
            ide::CompletionKind::Cell => CompletionItemKind::EnumMember,
            ide::CompletionKind::Name => CompletionItemKind::Reference,
            ide::CompletionKind::Word => CompletionItemKind::Value,
            ide::CompletionKind::Rule => CompletionItemKind::Event,
            ide::CompletionKind::Unit => CompletionItemKind::Unit,
        }),
        detail: Some(item.detail).filter(|detail| !detail.is_empty()),
        // Editors sort by name unless told otherwise; ours is the better order.
        sort_text: Some(format!("{index:04}")),
        insert_text_format: Some(format),
        text_edit: Some(TextEdit { range, new_text: snippet.unwrap_or(item.text) }.into()),
        data: item.documentation.map(|_| data.clone()),
        label: item.label,
        ..Default::default()
    }
}
