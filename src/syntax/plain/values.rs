//! The values of fields, but for strings.

use super::{PlainReader, is_reserved, is_word_byte};
use crate::syntax::date::{Date, Deadline, DeadlineKind};
use crate::syntax::declaration::{CellReference, Comparison, Operator, Quantity, ValueKind, Word};
use crate::syntax::prose::BLOCK_QUOTES;
use smol_str::SmolStr;

impl<'a> PlainReader<'a> {
    pub(super) fn value(&mut self, first: u8, start: usize) -> Option<ValueKind> {
        match first {
            b'"' if self.source[self.at..].starts_with(BLOCK_QUOTES) => self.block_string(start).map(ValueKind::String),
            b'"' => self.string(start).map(ValueKind::String),
            b'0'..=b'9' | b'+' | b'-' => match self.date() {
                Some(date) => date.map(ValueKind::Date),
                None => self.quantity(start).map(Box::new).map(ValueKind::Quantity),
            },
            _ => self.value_of_word(start),
        }
    }

    /// A value that begins with a word.
    pub(super) fn value_of_word(&mut self, start: usize) -> Option<ValueKind> {
        let from = self.at;
        let word = self.word()?;
        if matches!(word, "http" | "https") && self.source[self.at..].starts_with("://") {
            return self.url(from).map(ValueKind::Url);
        }
        let range = self.range(from, start);
        let kind = match word {
            "by" => Some(DeadlineKind::By),
            "until" => Some(DeadlineKind::Until),
            _ if is_reserved(word) => return None,
            _ => None,
        };
        if let Some(kind) = kind {
            self.blanks();
            let date = match self.date() {
                Some(date) => date,
                None => self.number().and_then(Date::parse),
            };
            return date.map(|date| ValueKind::Deadline(Deadline { kind, date: Some(date) }));
        }
        let name = SmolStr::new(word);
        self.blanks();
        match self.peek()? {
            b'+' => {
                let left = Word { text: name, range };
                self.rest_of_cell(left, from, start).map(Box::new).map(ValueKind::Cell)
            }
            b'<' | b'>' | b'=' => {
                let operator = self.operator();
                self.blanks();
                // It would stand for itself there, behind a comparison without a value.
                let quantity = if self.date().is_some() { None } else { self.quantity(start) }?;
                let metric = Some(Word { text: name, range });
                Some(ValueKind::Comparison(Box::new(Comparison { metric, operator, quantity: Some(quantity) })))
            }
            _ => Some(ValueKind::Name(name)),
        }
    }

    pub(super) fn operator(&mut self) -> Operator {
        let or_equal = self.source.as_bytes().get(self.at + 1) == Some(&b'=');
        let (operator, len) = match (self.peek(), or_equal) {
            (Some(b'<'), true) => (Operator::LessOrEqual, 2),
            (Some(b'<'), false) => (Operator::Less, 1),
            (Some(b'>'), true) => (Operator::GreaterOrEqual, 2),
            (Some(b'>'), false) => (Operator::Greater, 1),
            _ => (Operator::Equal, 1),
        };
        self.at += len;
        operator
    }

    pub(super) fn cell(&mut self, start: usize) -> Option<CellReference> {
        let from = self.at;
        let left = self.name(start)?;
        self.blanks();
        self.rest_of_cell(left, from, start)
    }

    /// `+ property`
    pub(super) fn rest_of_cell(&mut self, left: Word, from: usize, start: usize) -> Option<CellReference> {
        self.take(b'+')?;
        self.blanks();
        let right = self.name(start)?;
        Some(CellReference { left: Some(left), right: Some(right), range: self.range(from, start) })
    }

    /// A date, if there is one that the calendar has. The outer layer: whether there is one at all.
    pub(super) fn date(&mut self) -> Option<Option<Date>> {
        let bytes = &self.source.as_bytes()[self.at..];
        let digits = |from: usize, count: usize| {
            bytes.get(from..from + count).is_some_and(|part| part.iter().all(u8::is_ascii_digit))
        };
        if !(digits(0, 4) && bytes.get(4) == Some(&b'-') && digits(5, 2)) {
            return None;
        }
        let len = if bytes.get(7) == Some(&b'-') && digits(8, 2) { 10 } else { 7 };
        if bytes.get(len).is_some_and(|byte| is_word_byte(*byte) || matches!(byte, b'.' | b'+' | 0x80..)) {
            return Some(None);
        }
        let date = Date::parse(&self.source[self.at..self.at + len]);
        self.at += len;
        Some(date)
    }

    pub(super) fn number(&mut self) -> Option<&'a str> {
        let bytes = self.source.as_bytes();
        let digits = |from: usize, besides: u8| {
            bytes[from..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == besides).count()
        };
        let starts = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let from = self.at;
        let mut at = from + usize::from(matches!(bytes.get(from), Some(b'+' | b'-')));
        if !starts(at) {
            return None;
        }
        at += digits(at, b'_');
        if bytes.get(at) == Some(&b'.') && starts(at + 1) {
            at += 1;
            at += digits(at, b'_');
        }
        if matches!(bytes.get(at), Some(b'e' | b'E')) {
            let exponent = at + 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
            if starts(exponent) {
                at = exponent + digits(exponent, b'0');
            }
        }
        self.at = at;
        // Signs that could as well belong to it.
        (!matches!(bytes.get(at), Some(b'.' | b'+' | b'-' | 0x80..))).then(|| &self.source[from..at])
    }

    pub(super) fn quantity(&mut self, start: usize) -> Option<Quantity> {
        let number = self.number()?;
        let value = if number.contains('_') { number.replace('_', "").parse() } else { number.parse() };
        let unit = self.unit(start)?;
        Some(Quantity { number: number.into(), value: value.unwrap_or(f64::NAN), unit })
    }

    /// A unit, if there is one. The outer layer: whether it is sure of that.
    pub(super) fn unit(&mut self, start: usize) -> Option<Option<Word>> {
        let end_of_number = self.at;
        self.blanks();
        let from = self.at;
        let bytes = self.source.as_bytes();
        if self.peek() == Some(b'%') {
            self.at += 1;
        } else if self.at_word() {
            let word = self.word()?;
            match bytes.get(self.at) {
                Some(b'/') => {
                    let len = self.divisor_len();
                    if len == 0 || word.contains('_') {
                        return None;
                    }
                    self.at += 1 + len;
                }
                // An address may follow.
                Some(b':') => return None,
                _ if matches!(word, "by" | "until") => {
                    self.at = end_of_number;
                    return Some(None);
                }
                _ if is_reserved(word) => return None,
                _ => {}
            }
        } else {
            self.at = end_of_number;
            return Some(None);
        }
        let text = SmolStr::new(&self.source[from..self.at]);
        Some(Some(Word { text, range: self.range(from, start) }))
    }

    /// How long what stands behind the slash of a unit is.
    pub(super) fn divisor_len(&self) -> usize {
        let behind = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
        self.source.as_bytes()[self.at + 1..].iter().take_while(behind).count()
    }

    /// An address whose scheme was read. A comma at its end parts it from the next value.
    pub(super) fn url(&mut self, from: usize) -> Option<SmolStr> {
        let rest = &self.source[self.at + "://".len()..];
        let end = rest.find(|c: char| c.is_whitespace() || c == '"')?;
        let address = rest[..end].trim_end_matches(',');
        if address.is_empty() || !address.is_ascii() || !matches!(rest.as_bytes()[end], b' ' | b'\t' | b'\n' | b'\r') {
            return None;
        }
        self.at += "://".len() + address.len();
        Some(self.source[from..self.at].into())
    }
}

/// Whether a value may stand in a list that goes on in the next line.
pub(super) fn may_be_listed(value: &ValueKind) -> bool {
    matches!(value, ValueKind::String(_) | ValueKind::Name(_) | ValueKind::Cell(_) | ValueKind::Url(_))
}
