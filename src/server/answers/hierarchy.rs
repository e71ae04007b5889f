//! Hierarchies: the argument as calls, and what builds on what as types.

use super::outline::symbol_kind;
use super::places;
use crate::ide::{self, Part};
use crate::model::today;
use crate::server::asked::Asked;
use crate::server::convert;
use serde::Deserialize;
use tower_lsp_server::gen_lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, LspAny, Position, Range, SymbolKind,
    TypeHierarchyItem, Uri,
};

/// What finds an item of the argument again, with the place of its name.
#[derive(serde::Serialize, Deserialize)]
struct ItemPart {
    part: String,
}

pub(in crate::server) fn prepare_calls(asked: &Asked, position: Position) -> Option<Vec<CallHierarchyItem>> {
    let report = asked.report();
    let step = ide::argument_at(&asked.view.snapshot, asked.id, asked.offset(position), report.as_deref())?;
    Some(vec![call_item(asked, step)?])
}

/// What holds an item up.
pub(in crate::server) fn incoming(asked: &Asked, item: &CallHierarchyItem) -> Option<Vec<CallHierarchyIncomingCall>> {
    let step = again(asked, item)?;
    let steps = ide::holds_up(&asked.view.snapshot, &step, today(), asked.report().as_deref());
    let calls = steps.into_iter().filter_map(|step| {
        let from = call_item(asked, step)?;
        Some(CallHierarchyIncomingCall { from_ranges: vec![from.selection_range], from })
    });
    Some(calls.collect())
}

/// What rests on an item.
pub(in crate::server) fn outgoing(asked: &Asked, item: &CallHierarchyItem) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let step = again(asked, item)?;
    let steps = ide::rests_on(&asked.view.snapshot, &step);
    // The places are in the text of the item that was asked about.
    let from_ranges = vec![asked.range(step.selection)];
    let calls = steps.into_iter().filter_map(|step| {
        Some(CallHierarchyOutgoingCall { to: call_item(asked, step)?, from_ranges: from_ranges.clone() })
    });
    Some(calls.collect())
}

fn again(asked: &Asked, item: &CallHierarchyItem) -> Option<ide::Step> {
    let wanted = item.data.as_ref().and_then(|data| ItemPart::deserialize(data).ok())?;
    let part = Part::ALL.into_iter().find(|part| part.as_str() == wanted.part)?;
    ide::argument_again(&asked.view.snapshot, part, asked.id, asked.offset(item.selection_range.start))
}

fn call_item(asked: &Asked, step: ide::Step) -> Option<CallHierarchyItem> {
    let (uri, range, selection_range) = whole(asked, step.file, step.range, step.selection)?;
    Some(CallHierarchyItem {
        name: step.name,
        kind: match step.part {
            Part::Claim => SymbolKind::Method,
            Part::Project => SymbolKind::Class,
            Part::Technique => SymbolKind::Function,
            Part::Evidence => SymbolKind::File,
            Part::Metric => SymbolKind::Number,
            Part::File => SymbolKind::Module,
        },
        tags: None,
        detail: Some(step.detail).filter(|detail| !detail.is_empty()),
        uri,
        range,
        selection_range,
        data: Some(data(step.part)),
    })
}

fn data(part: Part) -> LspAny {
    convert::json(ItemPart { part: part.as_str().to_owned() })
}

fn whole(
    asked: &Asked,
    file: crate::model::FileId,
    range: crate::text::TextRange,
    selection: crate::text::TextRange,
) -> Option<(Uri, Range, Range)> {
    let (uri, range) = places::range(&asked.view, &asked.agreed, ide::Place { file, range })?;
    let (_, selection) = places::range(&asked.view, &asked.agreed, ide::Place { file, range: selection })?;
    Some((uri, range, selection))
}

pub(in crate::server) fn prepare_types(asked: &Asked, position: Position) -> Option<Vec<TypeHierarchyItem>> {
    let kin = ide::kin_at(&asked.view.snapshot, asked.id, asked.offset(position))?;
    Some(vec![type_item(asked, kin)?])
}

/// What an item builds on.
pub(in crate::server) fn supertypes(asked: &Asked, item: &TypeHierarchyItem) -> Vec<TypeHierarchyItem> {
    let kin = ide::builds_on(&asked.view.snapshot, asked.id, asked.offset(item.selection_range.start));
    kin.into_iter().filter_map(|kin| type_item(asked, kin)).collect()
}

/// What builds on an item.
pub(in crate::server) fn subtypes(asked: &Asked, item: &TypeHierarchyItem) -> Vec<TypeHierarchyItem> {
    let kin = ide::built_on(&asked.view.snapshot, asked.id, asked.offset(item.selection_range.start));
    kin.into_iter().filter_map(|kin| type_item(asked, kin)).collect()
}

fn type_item(asked: &Asked, kin: ide::Kin) -> Option<TypeHierarchyItem> {
    let (uri, range, selection_range) = whole(asked, kin.target.file, kin.target.range, kin.target.selection)?;
    Some(TypeHierarchyItem {
        name: kin.name,
        kind: symbol_kind(ide::SymbolKind::Declaration(kin.keyword)),
        tags: None,
        detail: Some(kin.detail).filter(|detail| !detail.is_empty()),
        uri,
        range,
        selection_range,
        data: None,
    })
}
