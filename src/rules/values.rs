//! Holds the values of a declaration against what its fields take; `unknown-name` and `unexpected-value` share it.

use super::scaffold::is_blank;
use crate::model::schema::{self, FieldSpec, Shape};
use crate::syntax::{Declaration, Field, Keyword, Value, ValueKind};
use crate::text::TextRange;

/// Whether a value is of some sort.
type Fits = fn(&Value) -> bool;

/// What the values of a declaration come to.
pub(super) enum Finding<'a> {
    /// A name that must be that of a declaration of this kind.
    Name { keyword: Keyword, name: &'a str, range: TextRange },
    /// A word that must be one of these.
    Word { words: &'static [&'static str], word: &'a str, range: TextRange, what: &'static str },
    /// The name of a rule.
    Rule { name: &'a str, range: TextRange },
    /// A value that the field cannot use, by its number, or one that it lacks; and what would belong there, if that is
    /// known.
    Unexpected { field: &'a Field, spec: &'static FieldSpec, at: Option<usize>, wanted: Option<&'static str> },
    /// The name of another field, behind the values of this one: the value of that number. What follows belongs to it.
    SecondField { field: &'a Field, at: usize, name: &'a str },
}

/// Goes through all values of a declaration's fields.
pub(super) fn walk<'a>(declaration: &'a Declaration, each: &mut dyn FnMut(Finding<'a>)) {
    for field in &declaration.fields {
        if let Some(spec) = schema::field(declaration.keyword, &field.name.text) {
            let second = second_field(declaration.keyword, field);
            let values = &field.values[..second.map_or(field.values.len(), |(at, _)| at)];
            Walk { field, values, spec, each }.field();
            if let Some((at, name)) = second {
                each(Finding::SecondField { field, at, name });
            }
        }
    }
}

/// The value that begins another field on the line of a field, and the name of that. A field ends with its line, so
/// the value is read as one of this field.
fn second_field(keyword: Keyword, field: &Field) -> Option<(usize, &str)> {
    field.values.iter().enumerate().skip(1).find_map(|(index, value)| {
        let name = value.as_name().filter(|_| !value.after_comma)?;
        schema::field(keyword, name)?;
        // A name alone at the end may well be a value: a reference can have any name.
        (index + 1 < field.values.len()).then_some((index, name.as_str()))
    })
}

struct Walk<'a, 'e> {
    field: &'a Field,
    values: &'a [Value],
    spec: &'static FieldSpec,
    each: &'e mut dyn FnMut(Finding<'a>),
}

impl<'a> Walk<'a, '_> {
    fn field(&mut self) {
        let values = self.values;
        if values.is_empty() {
            return self.missing("its value");
        }
        match self.spec.shape {
            Shape::Text => self.exactly(values, 1, is_string),
            Shape::Texts => self.all(values, is_string),
            Shape::Url => self.exactly(values, 1, |value| value.as_url().is_some()),
            Shape::Date => self.exactly(values, 1, |value| value.as_date().is_some()),
            Shape::Name(keyword) => {
                self.exactly(values, 1, is_name);
                self.names(&values[..1], keyword);
            }
            Shape::Names(keyword) => {
                let waits = self.field.name.text == "using";
                self.all(values, if waits { |value| is_name(value) || is_blank(value) } else { is_name });
                self.names(values, keyword);
            }
            Shape::Choice(words) => {
                self.exactly(values, 1, is_name);
                self.words(&values[..1], words);
            }
            Shape::Choices(words) => {
                self.all(values, is_name);
                self.words(values, words);
            }
            Shape::ChoiceAndDate(words) => {
                self.in_order(values, &[("a word", is_name)], &[is_date]);
                self.words(&values[..1], words);
            }
            Shape::Evidence => {
                // An empty string waits for its author, and is told for that.
                let address: Fits = |value| value.as_url().is_some() || is_blank(value);
                self.in_order(
                    values,
                    &[("the kind of evidence", is_name), ("an address", address)],
                    &[is_date, is_string],
                );
                self.words(&values[..1], schema::EVIDENCE);
            }
            Shape::Metric => self.in_order(
                values,
                &[("a comparison", |value| matches!(value.kind, ValueKind::Comparison(_)) || is_blank(value))],
                &[is_deadline, is_string],
            ),
            Shape::Caveat => {
                self.in_order(values, &[("the name of a rule", is_name), ("a reason", is_string)], &[is_deadline]);
                if let Some(name) = values[0].as_name() {
                    (self.each)(Finding::Rule { name, range: values[0].range });
                }
            }
            Shape::TextAndSources => {
                self.exactly(&values[..1], 1, is_string);
                self.sources(1, &values[1..]);
            }
            Shape::Sources => {
                // Behind the sources there may stand a note.
                let is_note = |last: &Value| !last.after_comma && is_string(last) && last.as_url().is_none();
                match values {
                    [sources @ .., last] if !sources.is_empty() && is_note(last) => self.sources(0, sources),
                    sources => self.sources(0, sources),
                }
            }
            Shape::Pair => {
                let partner: Fits = |value| is_name(value) || is_string(value);
                self.in_order(values, &[("a technique", partner), ("why", is_string)], &[is_string]);
                self.names(&values[..1], Keyword::Technique);
            }
        }
    }

    fn missing(&mut self, what: &'static str) {
        (self.each)(Finding::Unexpected { field: self.field, spec: self.spec, at: None, wanted: Some(what) });
    }

    fn unexpected(&mut self, at: usize) {
        (self.each)(Finding::Unexpected { field: self.field, spec: self.spec, at: Some(at), wanted: None });
    }

    fn other_than(&mut self, at: usize, wanted: &'static str) {
        (self.each)(Finding::Unexpected { field: self.field, spec: self.spec, at: Some(at), wanted: Some(wanted) });
    }

    /// A list: each value of this sort, with commas between them.
    fn all(&mut self, values: &'a [Value], fits: Fits) {
        for (index, value) in values.iter().enumerate() {
            if !fits(value) || index > 0 && !value.after_comma {
                self.unexpected(index);
            }
        }
    }

    fn exactly(&mut self, values: &'a [Value], count: usize, fits: Fits) {
        for (index, value) in values.iter().enumerate() {
            if index >= count || !fits(value) {
                self.unexpected(index);
            }
        }
    }

    /// The first values must be there in this order; of the further kinds each may follow once, in this order.
    fn in_order(&mut self, values: &'a [Value], first: &[(&'static str, Fits)], further: &[Fits]) {
        for (index, &(what, fits)) in first.iter().enumerate() {
            match values.get(index) {
                Some(value) if fits(value) => {}
                Some(_) => return self.other_than(index, what),
                None => return self.missing(what),
            }
        }
        let mut kinds = further.iter();
        for (index, value) in values.iter().enumerate().skip(first.len()) {
            if !kinds.any(|fits| fits(value)) {
                return self.unexpected(index);
            }
        }
    }

    fn names(&mut self, values: &'a [Value], keyword: Keyword) {
        for value in values {
            if let Some(name) = value.as_name() {
                (self.each)(Finding::Name { keyword, name, range: value.range });
            }
        }
    }

    fn words(&mut self, values: &'a [Value], words: &'static [&'static str]) {
        for value in values {
            if let Some(word) = value.as_name() {
                (self.each)(Finding::Word { words, word, range: value.range, what: self.spec.name });
            }
        }
    }

    fn sources(&mut self, first: usize, values: &'a [Value]) {
        for (index, value) in values.iter().enumerate() {
            match value.as_name() {
                Some(name) => (self.each)(Finding::Name { keyword: Keyword::Reference, name, range: value.range }),
                None if value.as_url().is_some() => {}
                None => self.unexpected(first + index),
            }
        }
    }
}

fn is_string(value: &Value) -> bool {
    matches!(value.kind, ValueKind::String(_))
}

fn is_name(value: &Value) -> bool {
    matches!(value.kind, ValueKind::Name(_))
}

fn is_date(value: &Value) -> bool {
    value.as_date().is_some()
}

fn is_deadline(value: &Value) -> bool {
    matches!(value.kind, ValueKind::Deadline(_))
}
