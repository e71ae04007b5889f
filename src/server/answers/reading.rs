//! What is read at a place: hovers and completions.

use crate::ide;
use crate::model::FileSystem;
use crate::server::asked::Asked;
use crate::server::convert;
use crate::server::session::Agreed;
use crate::text::TextRange;
use serde::Deserialize;
use tower_lsp_server::gen_lsp_types::{
    ApplyKind, CompletionItem, CompletionItemApplyKinds, CompletionItemDefaults, CompletionItemKind,
    CompletionItemLabelDetails, CompletionItemTextEdit, CompletionList, CompletionParams, CompletionResponse,
    CompletionTriggerKind, EditRange, EditRangeWithInsertReplace, Hover, HoverParams, InsertReplaceEdit,
    InsertTextFormat, LspAny, MarkupContent, Position, Range, TextEdit, Uri,
};

/// Where a completion was offered: enough to find it again when more about it is asked.
#[derive(serde::Serialize, Deserialize)]
pub(in crate::server) struct ItemPlace {
    pub(in crate::server) uri: Uri,
    position: Position,
    /// Its number among those that were offered, where that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

impl ItemPlace {
    /// The place that was written into a completion.
    pub(in crate::server) fn of(item: &CompletionItem) -> Option<ItemPlace> {
        item.data.as_ref().and_then(|data| ItemPlace::deserialize(data).ok())
    }
}

pub(in crate::server) fn hover(asked: &Asked, params: &HoverParams) -> Option<Hover> {
    let offset = asked.offset(params.text_document_position_params.position);
    let report = asked.report_around(TextRange::empty(offset));
    let hover = ide::hover(&asked.view.snapshot, asked.id, offset, report.as_deref())?;
    Some(Hover {
        contents: convert::markup(hover.markdown, asked.agreed.markdown).into(),
        range: Some(asked.range(hover.range)),
    })
}

pub(in crate::server) fn completion(asked: &Asked, params: &CompletionParams) -> Option<CompletionResponse> {
    let position = params.text_document_position_params.position;
    let found = completions(asked, position)?;
    let typed = params.context.as_ref().is_some_and(|context| {
        context.trigger_kind == CompletionTriggerKind::TriggerCharacter
            && context.trigger_character.as_deref() == Some(" ")
    });
    if found.blank_line && typed {
        return None;
    }
    let can = asked.agreed.showing.completion;
    let range = Ranges { insert: asked.range(found.insert), replace: asked.range(found.replace) };
    let place = convert::json(ItemPlace { uri: asked.uri.clone(), position, index: None });
    let all_listed = found.items.iter().all(|item| item.listed);
    let same_format =
        found.items.iter().all(|item| (item.snippet.is_some() && asked.agreed.snippets) == asked.agreed.snippets);
    let defaults = CompletionItemDefaults {
        commit_characters: (can.default_characters && can.commit_characters && all_listed).then(commit_characters),
        edit_range: can.default_range.then(|| range.as_default(can.insert_replace)),
        insert_text_format: (can.default_format && same_format).then_some(format(asked.agreed.snippets)),
        data: can.default_data.then(|| place.clone()),
        ..Default::default()
    };
    let items = found.items.into_iter().enumerate();
    let items = items.map(|(index, item)| inserted(index, item, &range, &place, &defaults, &asked.agreed)).collect();
    if defaults == CompletionItemDefaults::default() {
        return Some(CompletionResponse::CompletionItemList(items));
    }
    let apply_kind = (can.apply_kind && defaults.data.is_some())
        .then_some(CompletionItemApplyKinds { data: Some(ApplyKind::Merge), commit_characters: None });
    Some(CompletionList { is_incomplete: false, item_defaults: Some(defaults), apply_kind, items }.into())
}

/// What there is to say about a completion that was offered at a place.
pub(in crate::server) fn documentation(asked: &Asked, place: &ItemPlace, label: &str) -> Option<MarkupContent> {
    let found = completions(asked, place.position)?;
    let by_number = place.index.and_then(|index| found.items.get(index)).filter(|item| item.label == label);
    let item = by_number.or_else(|| found.items.iter().find(|item| item.label == label))?;
    let text = ide::documentation(&asked.view.snapshot, asked.id, asked.offset(place.position), item)?;
    Some(convert::markup(text, asked.agreed.markdown_documentation))
}

fn completions(asked: &Asked, position: Position) -> Option<ide::Completions> {
    let (snapshot, offset) = (&asked.view.snapshot, asked.offset(position));
    if ide::is_in_use(asked.file.text(), offset) {
        let reach = snapshot.reach_of(asked.file.key().path()?, &FileSystem);
        return ide::use_paths(snapshot, asked.id, offset, reach);
    }
    // At the end of a text the body that one is in may be told by the line above.
    let text = asked.file.text();
    let above = text.line_start(text.line_of(offset).saturating_sub(1));
    let report = asked.report_around(TextRange::new(above, offset));
    ide::completions(snapshot, asked.id, offset, report.as_deref())
}

/// What a completion takes the place of.
struct Ranges {
    /// The word up to the cursor.
    insert: Range,
    /// All of the word.
    replace: Range,
}

impl Ranges {
    fn as_default(&self, both: bool) -> EditRange {
        let Ranges { insert, replace } = *self;
        if both { EditRangeWithInsertReplace { insert, replace }.into() } else { insert.into() }
    }

    fn edit(&self, new_text: String, both: bool) -> CompletionItemTextEdit {
        let Ranges { insert, replace } = *self;
        if both {
            InsertReplaceEdit { new_text, insert, replace }.into()
        } else {
            TextEdit { range: insert, new_text }.into()
        }
    }
}

/// What accepts a name and goes on with its list.
fn commit_characters() -> Vec<String> {
    vec![",".to_owned()]
}

fn format(snippet: bool) -> InsertTextFormat {
    if snippet { InsertTextFormat::Snippet } else { InsertTextFormat::PlainText }
}

/// A completion as the editor inserts it, without what is told once for all. Its documentation is left out: it is asked
/// for when it is looked at.
fn inserted(
    index: usize,
    item: ide::Completion,
    range: &Ranges,
    place: &LspAny,
    defaults: &CompletionItemDefaults,
    agreed: &Agreed,
) -> CompletionItem {
    let can = agreed.showing.completion;
    let explained = item.is_explained();
    let snippet = item.snippet.filter(|_| agreed.snippets);
    let format = format(snippet.is_some());
    let text = snippet.unwrap_or(item.text);
    let (text_edit, text_edit_text) = match &defaults.edit_range {
        // The label is what is inserted unless something else is said.
        Some(_) => (None, Some(text).filter(|text| *text != item.label)),
        None => (Some(range.edit(text, can.insert_replace)), None),
    };
    let data = match (&defaults.data, explained) {
        // Joined with what is told once, it is the place of this one.
        (Some(_), true) if can.apply_kind => Some(serde_json::json!({ "index": index })),
        (None, true) => Some(place.clone()),
        _ => None,
    };
    CompletionItem {
        kind: Some(match item.kind {
            ide::CompletionKind::Declaration => CompletionItemKind::Snippet,
            ide::CompletionKind::Field => CompletionItemKind::Field,
            ide::CompletionKind::Cell => CompletionItemKind::EnumMember,
            ide::CompletionKind::Name => CompletionItemKind::Reference,
            ide::CompletionKind::Word => CompletionItemKind::Value,
            ide::CompletionKind::Rule => CompletionItemKind::Event,
            ide::CompletionKind::Unit => CompletionItemKind::Unit,
            ide::CompletionKind::File => CompletionItemKind::File,
        }),
        label_details: (can.label_details && !item.note.is_empty())
            .then_some(CompletionItemLabelDetails { detail: None, description: Some(item.note) }),
        detail: Some(item.detail).filter(|detail| !detail.is_empty()),
        // Editors sort by name unless told otherwise; ours is the better order.
        sort_text: Some(format!("{index:04}")),
        insert_text_format: defaults.insert_text_format.is_none().then_some(format),
        text_edit,
        text_edit_text,
        commit_characters: (can.commit_characters && item.listed && defaults.commit_characters.is_none())
            .then(commit_characters),
        data,
        label: item.label,
        ..Default::default()
    }
}
