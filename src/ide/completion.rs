//! Completion: what can be written at a place.
//!
//! People complete in text that is not finished, so the place is told by the line up to the cursor and by the
//! declaration around it, not by a tree without errors. `paths` offers what a `use` can lead to, `header` offers what can stand in the header of a declaration,
//! `lines` what a line can begin with, `values` what a field takes.

mod header;
mod lines;
mod paths;
#[cfg(test)]
mod tests;
mod values;

pub use paths::{is_in_use, use_paths};

use super::around::Around;
use super::explain;
use crate::model::schema::{self, FieldSpec};
use crate::model::{Cell, Entry, FileId, Matrix, Property, Scope, Snapshot, SourceFile};
use crate::rules::{Report, Rule};
use crate::syntax::{Declaration, Keyword, Kind, Node};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// What sort of thing a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A whole declaration.
    Declaration,
    /// A field.
    Field,
    /// A cell or a property.
    Cell,
    /// Something that is declared elsewhere.
    Name,
    /// A word out of a few.
    Word,
    /// A rule.
    Rule,
    /// A unit.
    Unit,
    /// Another file.
    File,
}

/// Something that can be written at a place.
#[derive(Clone, Debug)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// A word or two to stand beside it.
    pub note: String,
    /// What to know of it, in a line.
    pub detail: String,
    /// What sort of thing it is.
    pub kind: CompletionKind,
    /// What takes the place of the word that is being typed.
    pub text: String,
    /// The same with places to fill in, as editors write them (`${1:name}`), where there are any.
    pub snippet: Option<String>,
    /// A comma and more of its sort may follow it.
    pub listed: bool,
    about: Option<About>,
}

/// What a completion stands for. The texts about it are long, and made when somebody looks at it.
#[derive(Clone, Debug)]
enum About {
    Cell(Cell),
    Property(Property),
    Rule(&'static Rule),
    Keyword(Keyword),
    Field(Keyword, &'static FieldSpec),
    Word(&'static FieldSpec, &'static str),
    Entry(Entry),
}

impl Completion {
    fn new(label: impl Into<String>, kind: CompletionKind) -> Completion {
        let label = label.into();
        Completion {
            text: label.clone(),
            label,
            note: String::new(),
            detail: String::new(),
            kind,
            snippet: None,
            listed: false,
            about: None,
        }
    }

    fn detail(self, detail: impl Into<String>) -> Completion {
        Completion { detail: detail.into(), ..self }
    }

    fn note(self, note: impl Into<String>) -> Completion {
        Completion { note: note.into(), ..self }
    }

    fn about(self, about: About) -> Completion {
        Completion { about: Some(about), ..self }
    }

    /// Whether there is more to say about it: see [`documentation`].
    pub fn is_explained(&self) -> bool {
        self.about.is_some()
    }
}

/// What can be written at a place, the likeliest first, and the part of the text whose place it takes.
#[derive(Clone, Debug)]
pub struct Completions {
    /// The word that is being typed, up to the place.
    pub insert: TextRange,
    /// All of that word.
    pub replace: TextRange,
    /// Nothing stands on the line yet. Whoever types blanks there indents a line and asks for nothing.
    pub blank_line: bool,
    /// What can take its place.
    pub items: Vec<Completion>,
}

/// What can be written at a place.
///
/// `report` is what was found in the file: a caveat is offered for what it says.
pub fn completions(snapshot: &Snapshot, id: FileId, offset: TextSize, report: Option<&Report>) -> Option<Completions> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let offset = file.text().clamp(TextRange::empty(offset)).start();
    let place = Place::at(snapshot, file, &scope, offset, report)?;
    let items = place.items();
    let blank_line = place.before.trim().is_empty() && place.word.is_empty();
    let replace = place.whole_cell.unwrap_or(place.whole_word);
    (!items.is_empty()).then_some(Completions { insert: place.word, replace, blank_line, items })
}

/// More about a completion that was offered at a place, in Markdown.
pub fn documentation(snapshot: &Snapshot, id: FileId, offset: TextSize, item: &Completion) -> Option<String> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let matrix = || judging(snapshot, &scope, &Around::of(file, offset));
    Some(match item.about.as_ref()? {
        About::Cell(cell) => explain::cell(&scope, &matrix(), *cell),
        About::Property(property) => explain::property(&scope, &matrix(), *property),
        About::Rule(rule) => explain::rule(rule),
        About::Keyword(keyword) => explain::keyword(*keyword),
        About::Field(keyword, spec) => explain::field(*keyword, spec),
        About::Word(spec, word) => explain::word(spec, word)?,
        About::Entry(entry) => explain::declaration(snapshot, &scope, entry),
    })
}

/// The matrix that counts at a place: the one that the place is in, or else the one that judges the project.
fn judging(snapshot: &Snapshot, scope: &Scope, around: &Around) -> Arc<Matrix> {
    let own = around.matrix.as_ref().and_then(|matrix| matrix.name.as_ref());
    own.and_then(|name| snapshot.matrix(scope, &name.text))
        .unwrap_or_else(|| snapshot.judging_matrix(scope, around.project.as_deref()))
}

/// Where the cursor is.
struct Place<'a> {
    snapshot: &'a Snapshot,
    file: &'a SourceFile,
    scope: &'a Scope,
    report: Option<&'a Report>,
    around: Around,
    /// The line up to the word that is being typed, with what is in its strings made unreadable: `____`.
    before: String,
    /// What stands in the line after that word.
    after: String,
    /// The word that is being typed, up to the cursor.
    word: TextRange,
    /// All of it.
    whole_word: TextRange,
    /// The cell that the cursor stands before, when no word is being typed: another can take its place.
    whole_cell: Option<TextRange>,
}

impl<'a> Place<'a> {
    /// The place, unless it is one in prose or in a comment.
    fn at(
        snapshot: &'a Snapshot,
        file: &'a SourceFile,
        scope: &'a Scope,
        offset: TextSize,
        report: Option<&'a Report>,
    ) -> Option<Place<'a>> {
        let text = file.text();
        let nodes = file.tree().nodes_at(offset);
        let closed = |node: &Node| node.range.end() == offset && text.slice(node.range).ends_with('"');
        let in_text = |node: &Node| match node.kind {
            Kind::Comment => node.range.start() < offset,
            Kind::String | Kind::BlockString => node.range.start() < offset && !closed(node),
            _ => false,
        };
        if nodes.iter().any(in_text) {
            return None;
        }
        let line = text.line_of(offset);
        // Between the two characters of a line break one is behind the end of the line.
        let (start, end) = (text.line_start(line), text.line_end(line).max(offset));
        let before = text.slice(TextRange::new(start, offset));
        let after = text.slice(TextRange::new(offset, end));
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '%');
        let begun = before.len() - before.trim_end_matches(is_word).len();
        let rest = after.len() - after.trim_start_matches(is_word).len();
        // The unit in `50ms` is a word of its own.
        let whole = format!("{}{}", &before[before.len() - begun..], &after[..rest]);
        let begun = begun - digits(&whole).min(begun);
        let word = TextRange::new(offset - TextSize::new(begun as u32), offset);
        let next_cell = || {
            let (base, declaration) = file.declarations_at(offset).pop()?;
            let cell = declaration.cells.iter().find(|cell| cell.range.start() + base == offset)?;
            Some(cell.range + base)
        };
        Some(Place {
            snapshot,
            file,
            scope,
            report,
            around: Around::of(file, offset),
            before: without_strings(&before[..before.len() - begun]),
            after: after[rest..].to_owned(),
            word,
            whole_word: TextRange::new(word.start(), offset + TextSize::new(rest as u32)),
            whole_cell: if word.is_empty() && rest > 0 { next_cell() } else { None },
        })
    }

    fn items(&self) -> Vec<Completion> {
        // What stands before on the line, without a body that was opened there.
        let before = self.before.rsplit(['{', '}']).next().unwrap_or("").trim_start();
        let mut words = before.split_whitespace();
        let Some(first) = words.next() else {
            return match self.continued_field() {
                Some(spec) => self.listed_values(spec),
                None => self.line_starts(),
            };
        };
        if let Some(keyword) = Keyword::ALL.into_iter().find(|keyword| keyword.as_str() == first) {
            return self.header(keyword, before);
        }
        let Some((_, around)) = &self.around.body else { return Vec::new() };
        if let Some(spec) = schema::field(around.keyword, first) {
            return self.values(spec, before[first.len()..].trim_start());
        }
        // A line that is the end of a block string, or goes on with a list.
        match self.around.field(self.file, self.word.start()) {
            Some((start, spec)) if first.starts_with('"') || self.before.trim_end().ends_with(',') => {
                let written = self.file.text().slice(TextRange::new(start, self.word.start()));
                self.values(spec, without_strings(&written)[spec.name.len()..].trim_start())
            }
            _ => Vec::new(),
        }
    }

    /// The field whose list goes on in this line, after a comma at the end of the last.
    fn continued_field(&self) -> Option<&'static FieldSpec> {
        let (base, around) = self.around.body.as_ref()?;
        let text = self.file.text();
        let line = text.line_of(self.word.start());
        let above = line.checked_sub(1)?;
        let above = text.slice(TextRange::new(text.line_start(above), text.line_end(above)));
        if !without_strings(&above).split('#').next().unwrap_or("").trim_end().ends_with(',') {
            return None;
        }
        let field = around.fields.iter().rev().find(|field| field.range.start() + *base < text.line_start(line))?;
        schema::field(around.keyword, &field.name.text)
    }

    /// The matrix that counts here.
    fn matrix(&self) -> Arc<Matrix> {
        judging(self.snapshot, self.scope, &self.around)
    }

    /// The declaration whose body this is.
    fn body(&self) -> Option<&Declaration> {
        self.around.body.as_ref().map(|(_, body)| &**body)
    }
}

/// How much of the start of a word is a number.
fn digits(word: &str) -> usize {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
    // A date is no number with a unit, and `4-bit` is a name.
    if word.starts_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_alphabetic() || c == '%') {
        word.len() - rest.len()
    } else {
        0
    }
}

/// A text with everything between its quotes made unreadable, so that nothing in a string is taken for a sign outside.
fn without_strings(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut quoted = false;
    let mut escaped = false;
    for c in text.chars() {
        let quote = c == '"' && !escaped;
        escaped = quoted && c == '\\' && !escaped;
        quoted ^= quote;
        if quoted && !quote && c != '\n' {
            // As long as it was, so that what is after it keeps its place.
            plain.extend(std::iter::repeat_n('_', c.len_utf8()));
        } else {
            plain.push(c);
        }
    }
    plain
}
