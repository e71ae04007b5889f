//! Holds the values of a declaration against what its fields take; `unknown-name` and `unexpected-value` share it.

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
    /// A value that the field cannot use, or one that it lacks.
    Unexpected { field: &'a Field, spec: &'static FieldSpec, range: TextRange, missing: Option<&'static str> },
}

/// Goes through all values of a declaration's fields.
pub(super) fn walk<'a>(declaration: &'a Declaration, each: &mut dyn FnMut(Finding<'a>)) {
    for field in &declaration.fields {
        if let Some(spec) = schema::field(declaration.keyword, &field.name.text) {
            Walk { field, spec, each }.field();
        }
    }
}

struct Walk<'a, 'e> {
    field: &'a Field,
    spec: &'static FieldSpec,
    each: &'e mut dyn FnMut(Finding<'a>),
}

impl<'a> Walk<'a, '_> {
    fn field(&mut self) {
        let values: &'a [Value] = &self.field.values;
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
                self.all(values, is_name);
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
                let address: Fits = |value| value.as_url().is_some();
                self.in_order(
                    values,
                    &[("the kind of evidence", is_name), ("an address", address)],
                    &[is_date, is_string],
                );
                self.words(&values[..1], schema::EVIDENCE);
            }
            Shape::Metric => self.in_order(
                values,
                &[("a comparison", |value| matches!(value.kind, ValueKind::Comparison(_)))],
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
                self.sources(&values[1..]);
            }
            Shape::Sources => {
                let (sources, note) = match values {
                    [sources @ .., last]
                        if !sources.is_empty() && !last.after_comma && is_string(last) && last.as_url().is_none() =>
                    {
                        (sources, Some(last))
                    }
                    all => (all, None),
                };
                let _ = note;
                self.sources(sources);
            }
            Shape::Pair => {
                let partner: Fits = |value| is_name(value) || is_string(value);
                self.in_order(values, &[("a technique", partner), ("why", is_string)], &[is_string]);
                self.names(&values[..1], Keyword::Technique);
            }
        }
    }

    fn missing(&mut self, what: &'static str) {
        (self.each)(Finding::Unexpected {
            field: self.field,
            spec: self.spec,
            range: self.field.range,
            missing: Some(what),
        });
    }

    fn unexpected(&mut self, value: &Value) {
        (self.each)(Finding::Unexpected { field: self.field, spec: self.spec, range: value.range, missing: None });
    }

    /// A list: each value of this sort, with commas between them.
    fn all(&mut self, values: &'a [Value], fits: Fits) {
        for (index, value) in values.iter().enumerate() {
            if !fits(value) || index > 0 && !value.after_comma {
                self.unexpected(value);
            }
        }
    }

    fn exactly(&mut self, values: &'a [Value], count: usize, fits: Fits) {
        for (index, value) in values.iter().enumerate() {
            if index >= count || !fits(value) {
                self.unexpected(value);
            }
        }
    }

    /// The first values must be there in this order; of the further kinds each may follow once, in this order.
    fn in_order(&mut self, values: &'a [Value], first: &[(&'static str, Fits)], further: &[Fits]) {
        for (index, &(what, fits)) in first.iter().enumerate() {
            match values.get(index) {
                Some(value) if fits(value) => {}
                Some(value) => return self.unexpected(value),
                None => return self.missing(what),
            }
        }
        let mut kinds = further.iter();
        for value in &values[first.len()..] {
            if !kinds.any(|fits| fits(value)) {
                return self.unexpected(value);
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

    fn sources(&mut self, values: &'a [Value]) {
        for value in values {
            match value.as_name() {
                Some(name) => (self.each)(Finding::Name { keyword: Keyword::Reference, name, range: value.range }),
                None if value.as_url().is_some() => {}
                None => self.unexpected(value),
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
