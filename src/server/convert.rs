//! Between the protocol's types and ours. The only conversions there are; none of them can fail.

use super::engine::View;
use super::plain::plain;
use super::session::Agreed;
use crate::ide;
use crate::model::FileKey;
use crate::rules::{self, FoundConfig, Level, Report, Tag};
use crate::syntax::Keyword;
use crate::text::{Encoding, LineColumn, Text, TextRange};
use std::path::Path;
use tower_lsp_server::gen_lsp_types::{
    Code, CodeDescription, CompletionItem, CompletionItemKind, Diagnostic, DiagnosticRelatedInformation,
    DiagnosticSeverity, DiagnosticTag, DocumentSymbol, FoldingRange, FoldingRangeKind, InsertTextFormat, Location,
    LspAny, MarkupContent, MarkupKind, Position, Range, SymbolInformation, SymbolKind, TextEdit, Uri,
};
use url::Url;

/// What an address stands for. A path is decoded, so that `c:` and `c%3A` are one file.
pub(super) fn key(uri: &str) -> FileKey {
    match Url::parse(uri).ok().filter(|url| url.scheme() == "file").and_then(|url| url.to_file_path().ok()) {
        Some(path) => FileKey::Path(path),
        None => FileKey::Virtual(uri.to_owned()),
    }
}

/// The path of an address, if it is one of a file.
pub(super) fn path(uri: &Uri) -> Option<std::path::PathBuf> {
    match key(uri.as_ref()) {
        FileKey::Path(path) => Some(path),
        _ => None,
    }
}

/// The address of a path.
pub(super) fn uri_of_path(path: &Path) -> Option<Uri> {
    Url::from_file_path(path).ok().map(|url| Uri::from(url.as_str()))
}

pub(super) fn position(position: Position) -> LineColumn {
    LineColumn::new(position.line, position.character)
}

fn to_position(position: LineColumn) -> Position {
    Position { line: position.line, character: position.column }
}

/// A range of a text as the editor counts it.
pub(super) fn range(text: &Text, range: TextRange, encoding: Encoding) -> Range {
    let (start, end) = text.positions(range, encoding);
    Range { start: to_position(start), end: to_position(end) }
}

/// All findings of a report as the editor shows them.
pub(super) fn diagnostics(view: &View, report: &Report, agreed: &Agreed) -> Vec<Diagnostic> {
    let Some(file) = view.snapshot.file(report.file) else { return Vec::new() };
    report.diagnostics.iter().map(|found| diagnostic(view, file.text(), found, agreed)).collect()
}

pub(super) fn diagnostic(view: &View, text: &Text, found: &rules::Diagnostic, agreed: &Agreed) -> Diagnostic {
    let related = found.related.iter().filter(|_| agreed.related).filter_map(|related| {
        let file = view.snapshot.file(related.file)?;
        Some(DiagnosticRelatedInformation {
            location: Location {
                uri: view.uri(related.file)?,
                range: range(file.text(), related.range, agreed.encoding),
            },
            message: related.message.clone(),
        })
    });
    let related: Vec<_> = related.collect();
    Diagnostic {
        range: range(text, found.range, agreed.encoding),
        severity: Some(severity(found.level)),
        code: Some(Code::String(found.rule.name.to_owned())),
        code_description: Some(CodeDescription { href: Uri::from(found.rule.url().as_str()) }),
        source: Some("hypecheck".to_owned()),
        message: found.message.clone().into(),
        tags: found.tag.map(|Tag::Unnecessary| vec![DiagnosticTag::Unnecessary]),
        related_information: (!related.is_empty()).then_some(related),
        data: None,
    }
}

/// What in a `hypecheck.toml` means nothing, as the editor shows it.
pub(super) fn config_problems(config: &FoundConfig, agreed: &Agreed) -> Vec<Diagnostic> {
    let problems = config.problems.iter();
    let diagnostics = problems.map(|problem| Diagnostic {
        range: range(config.text(), config.range(problem), agreed.encoding),
        severity: Some(DiagnosticSeverity::Error),
        source: Some("hypecheck".to_owned()),
        message: problem.message.clone().into(),
        ..Default::default()
    });
    diagnostics.collect()
}

fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::Error,
        Level::Warning => DiagnosticSeverity::Warning,
        Level::Information => DiagnosticSeverity::Information,
        Level::Hint => DiagnosticSeverity::Hint,
    }
}

pub(super) fn text_edit(text: &Text, edit: &crate::text::TextEdit, encoding: Encoding) -> TextEdit {
    TextEdit { range: range(text, edit.range, encoding), new_text: edit.new_text.clone() }
}

pub(super) fn symbol(text: &Text, symbol: ide::Symbol, encoding: Encoding) -> DocumentSymbol {
    #[expect(deprecated, reason = "the type has the field, and it is left out")]
    DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: range(text, symbol.range, encoding),
        selection_range: range(text, symbol.selection, encoding),
        children: Some(
            symbol.children.into_iter().map(|inner| self::symbol(text, inner, encoding)).collect::<Vec<_>>(),
        )
        .filter(|children| !children.is_empty()),
    }
}

/// The outline as a list, for editors that show no tree.
pub(super) fn flat_symbols(
    text: &Text,
    symbols: Vec<ide::Symbol>,
    uri: &Uri,
    encoding: Encoding,
) -> Vec<SymbolInformation> {
    let mut flat = Vec::new();
    let mut waiting: Vec<(Option<String>, ide::Symbol)> =
        symbols.into_iter().rev().map(|symbol| (None, symbol)).collect();
    while let Some((container_name, symbol)) = waiting.pop() {
        let inner = symbol.children.into_iter().rev().map(|child| (Some(symbol.name.clone()), child));
        waiting.extend(inner.collect::<Vec<_>>());
        #[expect(deprecated, reason = "the type has the field, and it is left out")]
        flat.push(SymbolInformation {
            deprecated: None,
            location: Location { uri: uri.clone(), range: range(text, symbol.range, encoding) },
            base_symbol_information: tower_lsp_server::gen_lsp_types::BaseSymbolInformation {
                name: symbol.name,
                kind: symbol_kind(symbol.kind),
                tags: None,
                container_name,
            },
        });
    }
    flat
}

fn symbol_kind(kind: ide::SymbolKind) -> SymbolKind {
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

/// A text in Markdown as the editor shows it.
pub(super) fn markup(markdown: String, takes_markdown: bool) -> MarkupContent {
    if takes_markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: plain(&markdown) }
    }
}

/// The folds of a text, in its order. Of more than the editor wants, the outer ones come first.
pub(super) fn folds(text: &Text, folds: Vec<ide::Fold>, agreed: &Agreed) -> Vec<FoldingRange> {
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

fn fold(text: &Text, fold: ide::Fold, agreed: &Agreed) -> FoldingRange {
    let range = range(text, fold.range, agreed.encoding);
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
        collapsed_text: fold.collapsed,
    }
}

/// A completion as the editor inserts it. Its documentation is left out: it is asked for when it is looked at.
pub(super) fn completion(
    index: usize,
    item: ide::Completion,
    range: Range,
    data: &LspAny,
    agreed: &Agreed,
) -> CompletionItem {
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

/// Something to give back later, as JSON.
pub(super) fn json(value: impl serde::Serialize) -> LspAny {
    serde_json::to_value(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn one_file_has_one_key_however_its_address_is_written() {
        assert_eq!(key("file:///a%20b/%C3%A9.synergy"), FileKey::Path("/a b/é.synergy".into()));
        assert_eq!(key("file:///a b/é.synergy"), FileKey::Path("/a b/é.synergy".into()));
    }

    #[test]
    fn what_is_no_file_keeps_its_name() {
        for name in ["untitled:Untitled-1", "not an address", ""] {
            assert_eq!(key(name), FileKey::Virtual(name.to_owned()));
        }
    }
}
