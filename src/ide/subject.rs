//! What a place in a spec is about.

use crate::model::schema::{self, FieldSpec};
use crate::model::{Cell, Entry, Matrix, Property, Scope, Snapshot, SourceFile, schema::Shape};
use crate::syntax::{CellReference, Declaration, Field, Keyword, Value, ValueKind};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// What a place is about.
pub(super) enum Subject {
    /// The word that opens a declaration.
    Keyword(Keyword),
    /// The name of a declaration, where it is declared.
    Declared(Entry),
    /// A name that stands for a declaration elsewhere.
    Name(Keyword, String),
    /// A property in a cell or in a field.
    Property(Property),
    /// A cell.
    Cell(Cell),
    /// The path of a `use`: the number of the `use` in its file.
    Import(usize),
    /// The name of a field.
    Field(Keyword, &'static FieldSpec),
    /// A word out of a few that a field can take.
    Word(&'static FieldSpec, String),
    /// The name of a rule.
    Rule(String),
    /// A phrase that occurs in prose.
    Phrase(Entry),
}

/// Where one is: the declarations around a place, the innermost last, and the matrix's view of it.
pub(super) struct Place {
    pub(super) base: TextSize,
    pub(super) declaration: Arc<Declaration>,
    pub(super) project: Option<Arc<Declaration>>,
}

/// The declaration that a place is in.
pub(super) fn place(file: &SourceFile, offset: TextSize) -> Option<Place> {
    let path = file.declarations_at(offset);
    let project = path.iter().find(|(_, declaration)| declaration.keyword == Keyword::Project);
    let project = project.map(|(_, declaration)| Arc::clone(declaration));
    let (base, declaration) = path.last()?;
    Some(Place { base: *base, declaration: Arc::clone(declaration), project })
}

/// The matrix that a cell at a place belongs to: in a matrix that one, else the one that judges the project.
pub(super) fn matrix_at(snapshot: &Snapshot, file: &SourceFile, scope: &Scope, offset: TextSize) -> Arc<Matrix> {
    let path = file.declarations_at(offset);
    let of = |keyword| path.iter().map(|(_, declaration)| declaration).find(|found| found.keyword == keyword);
    let own = of(Keyword::Matrix).and_then(|matrix| snapshot.matrix(scope, &matrix.name.as_ref()?.text));
    own.unwrap_or_else(|| snapshot.judging_matrix(scope, of(Keyword::Project).map(|project| &**project)))
}

/// What a place is about, and the range of the text that says so.
pub(super) fn subject(
    snapshot: &Snapshot,
    file: &SourceFile,
    scope: &Scope,
    offset: TextSize,
) -> Option<(TextRange, Subject)> {
    let Place { base, declaration, .. } = place(file, offset)?;
    let at = offset.checked_sub(base)?;
    let found = in_header(snapshot, file, &declaration, base, at).or_else(|| {
        let field = declaration.fields.iter().find(|field| field.range.contains_inclusive(at))?;
        in_field(scope, declaration.keyword, field, at)
    })?;
    Some((found.0 + base, found.1))
}

fn in_header(
    snapshot: &Snapshot,
    file: &SourceFile,
    declaration: &Arc<Declaration>,
    base: TextSize,
    at: TextSize,
) -> Option<(TextRange, Subject)> {
    let keyword = declaration.keyword;
    if let Some(found) = declaration.cells.iter().find_map(|cell| in_cell(cell, at)) {
        return Some(found);
    }
    let entry = || Entry { file: file.id(), base, declaration: Arc::clone(declaration) };
    if let Some(name) = declaration.name.as_ref().filter(|name| name.range.contains_inclusive(at)) {
        return Some((name.range, Subject::Declared(entry())));
    }
    if let Some(extends) = declaration.extends.as_ref().filter(|extends| extends.range.contains_inclusive(at)) {
        return Some((extends.range, Subject::Name(Keyword::Matrix, extends.text.to_string())));
    }
    if let Some(title) = declaration.title.as_ref().filter(|title| title.range.contains_inclusive(at)) {
        if keyword == Keyword::Use {
            let imports = snapshot.imports(file.id());
            let index = imports.iter().position(|import| import.range == title.range + base)?;
            return Some((title.range, Subject::Import(index)));
        }
        return Some((title.range, Subject::Declared(entry())));
    }
    let word = declaration.keyword_word.range;
    (word.contains_inclusive(at) && keyword != Keyword::Unknown).then_some((word, Subject::Keyword(keyword)))
}

/// On one of the two words the property, on the sign between them the cell; but a whole cell is what people point at,
/// so the words of a complete one stand for the cell too.
fn in_cell(cell: &CellReference, at: TextSize) -> Option<(TextRange, Subject)> {
    if !cell.range.contains_inclusive(at) {
        return None;
    }
    if let Some(whole) = Cell::from_reference(cell) {
        return Some((cell.range, Subject::Cell(whole)));
    }
    let word = cell.words().find(|word| word.range.contains_inclusive(at))?;
    Some((word.range, Subject::Property(Property::from_word(&word.text)?)))
}

fn in_field(scope: &Scope, keyword: Keyword, field: &Field, at: TextSize) -> Option<(TextRange, Subject)> {
    let spec = schema::field(keyword, &field.name.text)?;
    if field.name.range.contains_inclusive(at) {
        return Some((field.name.range, Subject::Field(keyword, spec)));
    }
    let (index, value) = field.values.iter().enumerate().find(|(_, value)| value.range.contains_inclusive(at))?;
    let name = match &value.kind {
        ValueKind::Name(name) => name.to_string(),
        ValueKind::Cell(cell) => return in_cell(cell, at),
        ValueKind::String(_) => return phrase_at(scope, value, at),
        _ => return None,
    };
    let subject = match spec.shape {
        Shape::Names(Keyword::Property) => Subject::Property(Property::from_word(&name)?),
        Shape::Names(kind) | Shape::Name(kind) => Subject::Name(kind, name),
        Shape::Choice(_) | Shape::Choices(_) => Subject::Word(spec, name),
        Shape::ChoiceAndDate(_) | Shape::Evidence if index == 0 => Subject::Word(spec, name),
        Shape::Caveat if index == 0 => Subject::Rule(name),
        Shape::TextAndSources | Shape::Sources => Subject::Name(Keyword::Reference, name),
        Shape::Pair if index == 0 => Subject::Name(Keyword::Technique, name),
        _ => return None,
    };
    Some((value.range, subject))
}

/// The longest phrase of the library or the house that the text at a place speaks in.
fn phrase_at(scope: &Scope, value: &Value, at: TextSize) -> Option<(TextRange, Subject)> {
    let ValueKind::String(prose) = &value.kind else { return None };
    let lower = prose.text.to_lowercase();
    if lower.len() != prose.text.len() {
        // The rare letters whose lower case is of another length would shift every place after them.
        return None;
    }
    let whole_word = |range: &std::ops::Range<usize>| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(lower[..range.start].chars().next_back()) && !letter(lower[range.end..].chars().next())
    };
    let mut best: Option<(TextRange, &Entry)> = None;
    for entry in scope.all(Keyword::Phrase) {
        let also = entry.declaration.fields_named("also").flat_map(|field| &field.values).filter_map(Value::as_text);
        for wording in entry.declaration.title_text().into_iter().chain(also) {
            let wording = wording.to_lowercase();
            if wording.is_empty() {
                continue;
            }
            for (start, _) in lower.match_indices(&wording) {
                let here = start..start + wording.len();
                let range = prose.source_range(here.clone());
                let longer = best.is_none_or(|(before, _)| range.len() > before.len());
                if range.contains_inclusive(at) && longer && whole_word(&here) {
                    best = Some((range, entry));
                }
            }
        }
    }
    best.map(|(range, entry)| (range, Subject::Phrase(entry.clone())))
}
