//! The shape of a text: symbols and folds; and symbols of the whole workspace.

use super::navigation::judge_all;
use super::places::place;
use crate::ide;
use crate::model::FileId;
use crate::server::asked::Asked;
use crate::server::convert;
use crate::server::per_declaration::PerDeclaration;
use crate::server::placed::{Placed, Writer};
use crate::server::session::Agreed;
use crate::server::view::View;
use crate::syntax::Keyword;
use crate::text::{Encoding, Text, TextRange};
use tower_lsp_server::gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, FoldingRange, FoldingRangeKind, Location, SymbolInformation, SymbolKind, Uri,
};

/// The outline as it goes over the wire.
pub(in crate::server) fn symbols(asked: &Asked) -> Option<String> {
    if asked.agreed.symbol_tree && ide::count_symbols(&asked.file) <= ide::MOST_SYMBOLS {
        return tree(asked);
    }
    let symbols = ide::symbols(&asked.view.snapshot, asked.id, asked.report().as_deref());
    let (text, encoding) = (asked.file.text(), asked.agreed.encoding);
    if asked.agreed.symbol_tree {
        let tree: Vec<_> = symbols.into_iter().map(|inner| symbol(text, inner, encoding)).collect();
        serde_json::to_string(&tree).ok()
    } else {
        serde_json::to_string(&flat_symbols(text, symbols, &asked.uri, encoding)).ok()
    }
}

/// The outlines of the declarations of a text, as they go over the wire.
pub(in crate::server) type Outline = PerDeclaration<Placed>;

/// The outline as a tree. What was written of a declaration for the last one is taken as it is.
fn tree(asked: &Asked) -> Option<String> {
    let snapshot = &asked.view.snapshot;
    let (judgement, scope) = (asked.judgement()?, snapshot.scope(asked.id)?);
    let outline = asked.kept(&asked.view.reports.outlines, &judgement, |declaration, start| {
        let found = ide::symbol(snapshot, &scope, &declaration.child, &declaration.claims());
        let mut writer = Writer::new(start.line);
        write_symbol(&mut writer, &symbol(asked.file.text(), found, asked.agreed.encoding));
        writer.finish()
    });
    let len = outline.parts().map(|part| part.made.len() + 1).sum::<usize>();
    let mut json = String::with_capacity(len + 1);
    json.push('[');
    for (index, part) in outline.parts().enumerate() {
        if index > 0 {
            json.push(',');
        }
        part.made.put(part.line, &mut json);
    }
    json.push(']');
    Some(json)
}

/// Writes what [`serde::Serialize`] would; a test holds that.
fn write_symbol(writer: &mut Writer, symbol: &DocumentSymbol) {
    writer.raw("{\"name\":");
    writer.value(&symbol.name);
    writer.field("detail", symbol.detail.as_ref());
    writer.field("kind", Some(&symbol.kind));
    for (name, range) in [("range", &symbol.range), ("selectionRange", &symbol.selection_range)] {
        writer.name(name);
        writer.range(range);
    }
    if let Some(children) = &symbol.children {
        writer.name("children");
        writer.raw("[");
        for (index, child) in children.iter().enumerate() {
            writer.raw(if index > 0 { "," } else { "" });
            write_symbol(writer, child);
        }
        writer.raw("]");
    }
    writer.raw("}");
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

#[cfg(test)]
mod tests {
    use super::*;
    use tower_lsp_server::gen_lsp_types::{Position, Range};

    #[test]
    fn what_is_written_of_a_symbol_is_what_the_protocol_has() {
        let place = |line, character| Position { line, character };
        let range = |line| Range { start: place(line, 2), end: place(line + 3, 4) };
        let outlined = |name: &str, line, children| {
            #[expect(deprecated, reason = "the type has the field, and it is left out")]
            DocumentSymbol {
                name: name.to_owned(),
                detail: (line > 5).then(|| "“é” \\ \"😀\"".to_owned()),
                kind: SymbolKind::Class,
                tags: None,
                deprecated: None,
                range: range(line),
                selection_range: range(line + 1),
                children,
            }
        };
        let all =
            |first| outlined("all\n", first, Some(vec![outlined("a", first, None), outlined("b", first + 4, None)]));
        let mut writer = Writer::new(4);
        write_symbol(&mut writer, &all(4));
        let written = writer.finish();
        for line in [4, 104] {
            let mut json = String::new();
            written.put(line, &mut json);
            let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
            let mut expected = serde_json::to_value(all(4)).expect("it can be written");
            moved(&mut expected, line - 4);
            assert_eq!(read, expected);
        }
    }

    /// Moves all lines in JSON further down.
    fn moved(value: &mut serde_json::Value, by: u32) {
        match value {
            serde_json::Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| match value.as_u64() {
                Some(line) if name == "line" => *value = (line + u64::from(by)).into(),
                _ => moved(value, by),
            }),
            serde_json::Value::Array(values) => values.iter_mut().for_each(|value| moved(value, by)),
            _ => {}
        }
    }
}
