//! Findings as they go over the wire, so that what was written once need not be written again.
//!
//! After an edit nearly all findings are what they were, but for the lines that they stand on. So the findings of a
//! declaration are written once, with gaps where lines are, and kept with its judgement.

use super::convert;
use super::placed::{Placed, Writer};
use super::session::Agreed;
use super::view::View;
use crate::rules::{self, Judgement, Piece};
use crate::text::{LineColumn, Text};
use std::any::Any;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{Diagnostic, Uri};

/// The findings of a text as a list in JSON.
pub(super) struct List {
    /// The list with its brackets.
    pub(super) json: String,
    /// A number that differs, as good as certainly, when the list does.
    pub(super) hash: u64,
    pub(super) count: usize,
}

/// All findings of a judgement.
pub(super) fn list(view: &View, judgement: &Judgement, agreed: &Agreed) -> List {
    let file = judgement.file();
    let uri = view.uri(file.id());
    let baseline = agreed.data && view.judged_with(file.id()).is_some_and(|settings| settings.baseline().is_some());
    let context = Context { view, agreed, baseline, text: file.text(), uri: uri.as_ref() };
    let mut json = String::from("[");
    let mut hasher = DefaultHasher::new();
    let mut count = 0;
    for piece in judgement.pieces() {
        let start = file.text().position(piece.base, agreed.encoding);
        let written = context.written(&piece, start);
        if written.count == 0 {
            continue;
        }
        if count > 0 {
            json.push(',');
        }
        written.found.put(start.line, &mut json);
        count += written.count;
        (written.found.hash, start.line).hash(&mut hasher);
    }
    json.push(']');
    List { json, hash: hasher.finish(), count }
}

struct Context<'a> {
    view: &'a View,
    agreed: &'a Agreed,
    /// Whether findings can be added to a baseline.
    baseline: bool,
    text: &'a Text,
    uri: Option<&'a Uri>,
}

impl Context<'_> {
    /// The findings of a piece whose declaration begins at `start`: those that were written before, if they still hold.
    fn written(&self, piece: &Piece<'_>, start: LineColumn) -> Arc<Written> {
        let write = || Arc::new(self.write(piece, start));
        let Some(room) = piece.shown else { return write() };
        let known = room.get_or_init(|| write() as Arc<dyn Any + Send + Sync>);
        match Arc::clone(known).downcast::<Written>() {
            Ok(known) if known.column == start.column => known,
            _ => write(),
        }
    }

    fn write(&self, piece: &Piece<'_>, start: LineColumn) -> Written {
        let mut writer = Writer::new(start.line);
        let mut count = 0;
        for found in piece.diagnostics() {
            if count > 0 {
                writer.raw(",");
            }
            write_diagnostic(&mut writer, &self.shown(&found), self.uri);
            count += 1;
        }
        Written { found: writer.finish(), column: start.column, count }
    }

    fn shown(&self, found: &rules::Diagnostic) -> Diagnostic {
        convert::diagnostic(self.view, self.text, found, self.baseline, self.agreed)
    }
}

/// Findings, one after the other.
struct Written {
    found: Placed,
    /// The column that the declaration began in: what else is on its first line is counted from there.
    column: u32,
    count: usize,
}

/// Writes what [`serde::Serialize`] would; a test holds that. Only the lines of the text itself, which has this address,
/// move with it.
fn write_diagnostic(writer: &mut Writer, found: &Diagnostic, own: Option<&Uri>) {
    writer.raw("{\"range\":");
    writer.range(&found.range);
    writer.field("severity", found.severity.as_ref());
    writer.field("code", found.code.as_ref());
    writer.field("codeDescription", found.code_description.as_ref());
    writer.field("source", found.source.as_ref());
    writer.field("message", Some(&found.message));
    writer.field("tags", found.tags.as_ref());
    if let Some(all) = &found.related_information {
        writer.name("relatedInformation");
        writer.raw("[");
        for (index, related) in all.iter().enumerate() {
            writer.raw(if index > 0 { ",{\"location\":{\"uri\":" } else { "{\"location\":{\"uri\":" });
            writer.value(&related.location.uri);
            writer.name("range");
            match Some(&related.location.uri) == own {
                true => writer.range(&related.location.range),
                false => writer.value(&related.location.range),
            }
            writer.raw("}");
            writer.field("message", Some(&related.message));
            writer.raw("}");
        }
        writer.raw("]");
    }
    writer.field("data", found.data.as_ref());
    writer.raw("}");
}

/// Where something that must be in JSON is put together by hand.
pub(super) fn json_string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tower_lsp_server::gen_lsp_types::{
        Code, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Position,
        Range,
    };

    fn range(line: u32, character: u32) -> Range {
        Range { start: Position { line, character }, end: Position { line: line + 2, character: 7 } }
    }

    /// A finding with all that one can have, which points into its own text and into another.
    fn full(own: &Uri, line: u32) -> Diagnostic {
        let related = |uri: &Uri, line| DiagnosticRelatedInformation {
            location: Location { uri: uri.clone(), range: range(line, 3) },
            message: "here, \"too\"\n".to_owned(),
        };
        Diagnostic {
            range: range(line, 1),
            severity: Some(DiagnosticSeverity::Warning),
            code: Some(Code::String("weak-synergy".to_owned())),
            code_description: Some(CodeDescription { href: Uri::from("https://example.org/a") }),
            source: Some("hypecheck".to_owned()),
            message: "“é” \\ 😀".to_owned().into(),
            tags: Some(vec![DiagnosticTag::Unnecessary]),
            related_information: Some(vec![related(own, line + 1), related(&Uri::from("file:///other"), 5)]),
            data: Some(serde_json::json!({ "fixes": ["edit"] })),
        }
    }

    fn written(own: &Uri, first: u32, found: &[Diagnostic]) -> Placed {
        let mut writer = Writer::new(first);
        for (index, found) in found.iter().enumerate() {
            if index > 0 {
                writer.raw(",");
            }
            write_diagnostic(&mut writer, found, Some(own));
        }
        writer.finish()
    }

    #[test]
    fn what_is_written_is_what_the_protocol_has_and_only_lines_of_the_text_itself_move() {
        let own = Uri::from("file:///own");
        let plain = Diagnostic { range: range(9, 0), message: "No more.".to_owned().into(), ..Default::default() };
        let before = [full(&own, 8), plain.clone()];
        let after = [full(&own, 108), Diagnostic { range: range(109, 0), ..plain }];
        let written = written(&own, 7, &before);
        for (line, expected) in [(7, before), (107, after)] {
            let mut json = String::from("[");
            written.put(line, &mut json);
            json.push(']');
            let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
            assert_eq!(read, serde_json::to_value(expected).expect("it can be written"));
        }
    }
}
