//! Where one is while a text is being typed: the body that a place is in, and the field.
//!
//! People ask for help in text that is not finished, so a place is told by what stands before it, not by a tree without
//! errors.

use crate::model::SourceFile;
use crate::model::schema::{self, FieldSpec};
use crate::syntax::{Declaration, Keyword};
use crate::text::{Text, TextRange, TextSize};
use std::sync::Arc;

/// The body that a place is in.
pub(super) struct Around {
    /// The declaration whose body it is, and where that starts.
    pub(super) body: Option<(TextSize, Arc<Declaration>)>,
    /// The project around it.
    pub(super) project: Option<Arc<Declaration>>,
    /// The matrix around it.
    pub(super) matrix: Option<Arc<Declaration>>,
}

impl Around {
    pub(super) fn of(file: &SourceFile, offset: TextSize) -> Around {
        let text = file.text();
        let in_body = |(base, declaration): &&(TextSize, Arc<Declaration>)| {
            let Some(body) = declaration.body.map(|body| body + *base) else { return false };
            // A body that is not closed goes on to the end of the text.
            body.start() < offset && (offset < body.end() || !ends_with_brace(text, body))
        };
        let mut path = file.declarations_at(offset);
        let mut body = path.iter().rev().find(in_body).cloned();
        if body.is_none() {
            // The blanks at the end of the text belong to no declaration, though what is typed next will.
            let start = text.line_start(text.line_of(offset).saturating_sub(1));
            let before = text.slice(TextRange::new(start, offset));
            let written = file.declarations_at(start + TextSize::of(before.trim_end()));
            body = written.iter().rev().find(in_body).cloned();
            if body.is_some() {
                path = written;
            }
        }
        let first = |keyword: Keyword| {
            let found = path.iter().find(|(_, declaration)| declaration.keyword == keyword);
            found.map(|(_, declaration)| Arc::clone(declaration))
        };
        Around { body, project: first(Keyword::Project), matrix: first(Keyword::Matrix) }
    }

    /// The field that a place is in or at the end of, and where it starts: one that the tree knows, or else the one
    /// that the line begins with.
    pub(super) fn field(&self, file: &SourceFile, offset: TextSize) -> Option<(TextSize, &'static FieldSpec)> {
        let (base, declaration) = self.body.as_ref()?;
        let text = file.text();
        let at = offset.checked_sub(*base)?;
        let begun = declaration.fields.iter().rev().find(|field| field.range.start() <= at);
        let same_line = |from: TextSize| text.line_of(from) == text.line_of(offset);
        if let Some(field) = begun.filter(|field| at <= field.range.end() || same_line(field.range.end() + *base)) {
            let spec = schema::field(declaration.keyword, &field.name.text);
            return spec.map(|spec| (field.range.start() + *base, spec));
        }
        let start = text.line_start(text.line_of(offset));
        let line = text.slice(TextRange::new(start, offset));
        let from = line.rfind(['{', '}']).map_or(0, |brace| brace + 1);
        let from = from + (line[from..].len() - line[from..].trim_start().len());
        let word = line[from..].split_whitespace().next()?;
        Some((start + TextSize::new(from as u32), schema::field(declaration.keyword, word)?))
    }
}

/// Whether a body is closed. Only its last character is looked at: a body may be long.
fn ends_with_brace(text: &Text, body: TextRange) -> bool {
    let last = body.end().checked_sub(TextSize::new(1)).unwrap_or_default();
    text.slice(TextRange::new(last, body.end())) == "}"
}
