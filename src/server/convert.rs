//! Between the protocol's types and ours: what more than one answer needs. No conversion can fail.

use super::answers::actions::FindingData;
use super::plain::plain;
use super::session::Agreed;
use super::view::View;
use crate::ide;
use crate::model::FileKey;
use crate::rules::{self, FoundConfig, Level, Report, Tag};
use crate::text::{Encoding, LineColumn, Text, TextRange};
use std::path::Path;
use tower_lsp_server::gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    LspAny, MarkupContent, MarkupKind, Position, Range, TextEdit, Uri,
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
    let baseline = agreed.data && view.judged_with(report.file).is_some_and(|settings| settings.baseline().is_some());
    report.diagnostics.iter().map(|found| diagnostic(view, file.text(), found, baseline, agreed)).collect()
}

/// A finding as the editor shows it. `baseline` says whether it can be added to one.
pub(super) fn diagnostic(
    view: &View,
    text: &Text,
    found: &rules::Diagnostic,
    baseline: bool,
    agreed: &Agreed,
) -> Diagnostic {
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
        message: if agreed.showing.markdown_messages {
            markup(ide::message(&found.message), true).into()
        } else {
            found.message.clone().into()
        },
        tags: found.tag.filter(|_| agreed.showing.faded).map(|Tag::Unnecessary| vec![DiagnosticTag::Unnecessary]),
        related_information: (!related.is_empty()).then_some(related),
        data: agreed.data.then(|| json(FindingData::new(found, baseline))),
    }
}

/// What in a `hypecheck.toml`, or in the baseline that it names, means nothing, as the editor shows it.
pub(super) fn config_problems(config: &FoundConfig, agreed: &Agreed) -> Vec<Diagnostic> {
    let diagnostics = config.all_problems().map(|problem| Diagnostic {
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

/// A text in Markdown as the editor shows it.
pub(super) fn markup(markdown: String, takes_markdown: bool) -> MarkupContent {
    if takes_markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: plain(&markdown) }
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
