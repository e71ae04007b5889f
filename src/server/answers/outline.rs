//! The shape of a text: symbols and folds; and symbols of the whole workspace.

use super::navigation::judge_all;
use super::places::place;
use crate::ide;
use crate::model::FileId;
use crate::server::asked::Asked;
use crate::server::convert;
use crate::server::session::Agreed;
use crate::server::view::View;
use crate::syntax::Keyword;
use crate::text::{Encoding, Text, TextRange};
use tower_lsp_server::gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolResponse, FoldingRange, FoldingRangeKind, Location,
    SymbolInformation, SymbolKind, Uri,
};

pub(in crate::server) fn symbols(asked: &Asked) -> DocumentSymbolResponse {
    let symbols = ide::symbols(&asked.view.snapshot, asked.id, asked.report().as_deref());
    let (text, encoding) = (asked.file.text(), asked.agreed.encoding);
    if asked.agreed.symbol_tree {
        let tree = symbols.into_iter().map(|inner| symbol(text, inner, encoding));
        DocumentSymbolResponse::DocumentSymbolList(tree.collect())
    } else {
        DocumentSymbolResponse::SymbolInformationList(flat_symbols(text, symbols, &asked.uri, encoding))
    }
}

pub(in crate::server) fn folds(asked: &Asked) -> Vec<FoldingRange> {
    limited(asked.file.text(), ide::folds(&asked.view.snapshot, asked.id, asked.report().as_deref()), &asked.agreed)
}

fn symbol(text: &Text, symbol: ide::Symbol, encoding: Encoding) -> DocumentSymbol {
    #[expect(deprecated, reason = "the type has the field, and it is left out")]
    DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: convert::range(text, symbol.range, encoding),
        selection_range: convert::range(text, symbol.selection, encoding),
        children: Some(
            symbol.children.into_iter().map(|inner| self::symbol(text, inner, encoding)).collect::<Vec<_>>(),
        )
        .filter(|children| !children.is_empty()),
    }
}

/// The outline as a list, for editors that show no tree.
fn flat_symbols(text: &Text, symbols: Vec<ide::Symbol>, uri: &Uri, encoding: Encoding) -> Vec<SymbolInformation> {
    let mut flat = Vec::new();
    let mut waiting: Vec<(Option<String>, ide::Symbol)> =
        symbols.into_iter().rev().map(|symbol| (None, symbol)).collect();
    while let Some((container_name, symbol)) = waiting.pop() {
        let inner = symbol.children.into_iter().rev().map(|child| (Some(symbol.name.clone()), child));
        waiting.extend(inner.collect::<Vec<_>>());
        #[expect(deprecated, reason = "the type has the field, and it is left out")]
        flat.push(SymbolInformation {
            deprecated: None,
            location: Location { uri: uri.clone(), range: convert::range(text, symbol.range, encoding) },
            base_symbol_information: BaseSymbolInformation {
                name: symbol.name,
                kind: symbol_kind(symbol.kind),
                tags: None,
                container_name,
            },
        });
    }
    flat
}

pub(super) fn symbol_kind(kind: ide::SymbolKind) -> SymbolKind {
    match kind {
        ide::SymbolKind::Declaration(keyword) => match keyword {
            Keyword::Use => SymbolKind::Module,
            Keyword::Project => SymbolKind::Class,
            Keyword::Claim => SymbolKind::Method,
            Keyword::Matrix => SymbolKind::Array,
            Keyword::Cell => SymbolKind::EnumMember,
            Keyword::Property => SymbolKind::Enum,
            Keyword::Technique => SymbolKind::Function,
            Keyword::Chain => SymbolKind::Struct,
            Keyword::Ceiling => SymbolKind::Constant,
            Keyword::Phrase => SymbolKind::String,
            Keyword::Reference => SymbolKind::File,
            Keyword::Unknown => SymbolKind::Object,
        },
        ide::SymbolKind::Evidence => SymbolKind::File,
        ide::SymbolKind::Metric => SymbolKind::Number,
    }
}

/// The folds of a text, in its order. Of more than the editor wants, the outer ones come first.
fn limited(text: &Text, folds: Vec<ide::Fold>, agreed: &Agreed) -> Vec<FoldingRange> {
    let mut around: Vec<TextRange> = Vec::new();
    let mut found: Vec<(usize, FoldingRange)> = Vec::new();
    for fold in folds {
        around.retain(|outer| outer.contains_range(fold.range));
        let depth = around.len();
        around.push(fold.range);
        let fold = self::fold(text, fold, agreed);
        // Nothing is left to hide of one whose only other line is the one with the brace.
        if agreed.fold_characters || fold.start_line < fold.end_line {
            found.push((depth, fold));
        }
    }
    let limit = agreed.fold_limit.map_or(usize::MAX, |limit| limit as usize);
    if found.len() > limit {
        let mut depths: Vec<usize> = found.iter().map(|(depth, _)| *depth).collect();
        depths.sort_unstable();
        // All that are less deep than this fit, and as many of this depth as there is room for.
        let deepest = depths[limit];
        let mut room = limit - depths.iter().filter(|depth| **depth < deepest).count();
        found.retain(|(depth, _)| {
            let kept = *depth < deepest || *depth == deepest && room > 0;
            room -= usize::from(kept && *depth == deepest);
            kept
        });
    }
    found.into_iter().map(|(_, fold)| fold).collect()
}

fn fold(text: &Text, mut fold: ide::Fold, agreed: &Agreed) -> FoldingRange {
    let collapsed = fold.collapsed.take().filter(|_| agreed.showing.collapsed_text);
    if let Some(collapsed) = collapsed.as_ref().filter(|_| agreed.fold_characters) {
        // The text says the name again, so that goes with what is hidden.
        fold.range = TextRange::new(collapsed.from.min(fold.range.start()), fold.range.end());
    }
    let range = convert::range(text, fold.range, agreed.encoding);
    // An editor that folds whole lines keeps the one with the closing brace.
    let closing = fold.kind == ide::FoldKind::Region && !agreed.fold_characters;
    FoldingRange {
        start_line: range.start.line,
        start_character: agreed.fold_characters.then_some(range.start.character),
        end_line: if closing { range.end.line.saturating_sub(1).max(range.start.line) } else { range.end.line },
        end_character: agreed.fold_characters.then_some(range.end.character),
        kind: Some(match fold.kind {
            ide::FoldKind::Region => FoldingRangeKind::Region,
            ide::FoldKind::Comment => FoldingRangeKind::Comment,
            ide::FoldKind::Imports => FoldingRangeKind::Imports,
        }),
        collapsed_text: collapsed.map(|collapsed| collapsed.text),
    }
}

/// The declarations of the workspace that fit a query.
pub(in crate::server) fn find(view: &View, agreed: &Agreed, query: &str) -> Vec<SymbolInformation> {
    let judged = std::cell::OnceCell::new();
    let reports = |id: FileId| {
        judged.get_or_init(|| judge_all(view));
        view.report(id).map(|(_, report)| report)
    };
    let found = ide::find_symbols(&view.snapshot, query, &reports).into_iter().filter_map(|symbol| {
        #[expect(deprecated, reason = "the type has the field, and it is left out")]
        Some(SymbolInformation {
            deprecated: None,
            location: place(view, agreed, symbol.place)?,
            base_symbol_information: BaseSymbolInformation {
                name: symbol.name,
                kind: symbol_kind(symbol.kind),
                tags: None,
                container_name: Some(symbol.container).filter(|container| !container.is_empty()),
            },
        })
    });
    found.collect()
}
