//! The values of fields: strings, cells, quantities, comparisons, dates.

use super::words::{NO_BREAK_SPACE, is_closed, no_break_space, shorten, surplus_quotes};
use super::{Kind, Reader, SyntaxError};
use crate::syntax::date::{Date, Deadline, DeadlineKind};
use crate::syntax::declaration::{CellReference, Comparison, Operator, Quantity, Value, ValueKind, Values};
use crate::syntax::prose::{BLOCK_QUOTES, BadEscape, Prose};
use crate::text::{TextEdit, TextRange, TextSize};
use smol_str::SmolStr;
use tree_sitter::Node;

/// Reads the values of a field.
pub(super) struct ValueReader<'a, 'b, 'c> {
    pub(super) reader: &'a Reader<'b>,
    pub(super) base: TextSize,
    pub(super) errors: &'c mut Vec<SyntaxError>,
    pub(super) values: Values,
    /// The comma that was read last, if no value has followed it.
    pub(super) comma: Option<TextRange>,
    /// It is reported that something means nothing here.
    pub(super) told: bool,
    /// The error about signs that are to be taken out, while nothing else has followed them.
    pub(super) surplus: Option<usize>,
}

/// A sign that is not one of the language but has its like in it: an operator, or the name of a currency.
fn written_otherwise(text: &str) -> Option<Result<&'static str, &'static str>> {
    Some(match text {
        "≤" => Ok("<="),
        "≥" => Ok(">="),
        "$" => Err("USD"),
        "€" => Err("EUR"),
        "£" => Err("GBP"),
        _ => return None,
    })
}

impl ValueReader<'_, '_, '_> {
    pub(super) fn part(&mut self, node: Node<'_>, field: &str) {
        let (reader, base) = (self.reader, self.base);
        let range = reader.range(node) - base;
        let kind = match Kind::of(node) {
            Kind::String if self.is_surplus_quote(range) => return,
            Kind::String | Kind::BlockString => ValueKind::String(reader.string(node, base, self.errors)),
            Kind::Url => ValueKind::Url(reader.word(node, base).text),
            Kind::Name => ValueKind::Name(reader.word(node, base).text),
            Kind::CellReference => ValueKind::Cell(Box::new(reader.cell(node, base, self.errors))),
            Kind::Quantity => ValueKind::Quantity(Box::new(reader.quantity(node, base))),
            Kind::Comparison => ValueKind::Comparison(Box::new(self.comparison(node))),
            Kind::Deadline => ValueKind::Deadline(self.deadline(node)),
            Kind::Date => match self.date(node) {
                Some(date) => ValueKind::Date(date),
                None => return,
            },
            Kind::Unexpected => {
                let text = reader.slice(range + base);
                if &*text == NO_BREAK_SPACE {
                    self.errors.push(no_break_space(range));
                    return;
                }
                // One is enough to have a look at the line. Signs without a blank between them are one.
                if std::mem::replace(&mut self.told, true) {
                    self.lengthen(range);
                    return;
                }
                let before = self.values.is_empty();
                let message = match &*text {
                    ":" | "=" if before => format!("`{field}` is followed by its value, without a `{text}`."),
                    text => format!("`{}` means nothing here.", shorten(text)),
                };
                let otherwise = written_otherwise(&text);
                let meant = otherwise.is_some() || before && matches!(&*text, ":" | "=");
                self.surplus = (!meant).then_some(self.errors.len());
                let (message, fix) = match otherwise {
                    Some(Ok(sign)) => (
                        format!("`{text}` is written `{sign}`."),
                        (format!("Write `{sign}`"), TextEdit::replace(range, sign)),
                    ),
                    otherwise => {
                        let message = match otherwise {
                            Some(Err(currency)) => {
                                format!("A currency stands behind its number, as in `0.10 {currency}`.")
                            }
                            _ => message,
                        };
                        (message, (format!("Delete `{}`", shorten(&text)), TextEdit::delete(range)))
                    }
                };
                self.errors.push(SyntaxError { range, message, fix: Some(fix) });
                return;
            }
            Kind::Error => {
                let text = reader.slice(range + base);
                self.errors.push(SyntaxError {
                    range,
                    message: format!("`{}` cannot be read here.", shorten(&text)),
                    fix: None,
                });
                return;
            }
            Kind::Other if node.kind() == "," => {
                if let Some(before) = self.comma.replace(range) {
                    self.hanging(before);
                }
                return;
            }
            _ => return,
        };
        let after_comma = self.comma.take().is_some();
        self.values.push(Value { kind, range, after_comma });
    }

    /// Takes a sign into the error about those right before it.
    fn lengthen(&mut self, sign: TextRange) {
        let Some(error) = self.surplus.and_then(|index| self.errors.get_mut(index)) else { return };
        if error.range.end() != sign.start() {
            return;
        }
        error.range = error.range.cover(sign);
        let source = self.reader.slice(error.range + self.base);
        let signs = shorten(&source);
        error.message = format!("`{signs}` means nothing here.");
        error.fix = Some((format!("Delete `{signs}`"), TextEdit::delete(error.range)));
    }

    /// Reports a quotation mark right behind a string that is closed already: it was typed once too often, and nobody
    /// meant to begin a second string there.
    fn is_surplus_quote(&mut self, range: TextRange) -> bool {
        let source = self.reader.slice(range + self.base);
        let (quotes, before) = (source.trim_end(), self.values.last());
        let touches = before
            .is_some_and(|value| matches!(value.kind, ValueKind::String(_)) && value.range.end() == range.start());
        if !touches || self.comma.is_some() || !matches!(quotes, "\"" | "\"\"") {
            return false;
        }
        let range = TextRange::at(range.start(), TextSize::of(quotes));
        self.errors.push(surplus_quotes(range, quotes));
        true
    }

    pub(super) fn finish(mut self) -> Values {
        if let Some(comma) = self.comma.take() {
            self.hanging(comma);
        }
        self.values
    }

    fn hanging(&mut self, comma: TextRange) {
        self.errors.push(SyntaxError {
            range: comma,
            message: "Nothing follows this comma. Delete it, or go on with the list.".to_owned(),
            fix: Some(("Delete the comma".to_owned(), TextEdit::delete(comma))),
        });
    }

    fn comparison(&mut self, node: Node<'_>) -> Comparison {
        let (reader, base) = (self.reader, self.base);
        let range = reader.range(node) - base;
        let metric = node.child_by_field_name("metric").map(|child| reader.word(child, base));
        let operator =
            match node.child_by_field_name("operator").map(|child| reader.slice(reader.range(child))).as_deref() {
                Some("<") => Operator::Less,
                Some("<=") => Operator::LessOrEqual,
                Some(">") => Operator::Greater,
                Some(">=") => Operator::GreaterOrEqual,
                _ => Operator::Equal,
            };
        let quantity = node.child_by_field_name("value").map(|child| reader.quantity(child, base));
        let message = match (&metric, &quantity) {
            (None, _) => Some(format!(
                "What is `{}` said of? Write the name of what is measured before it, as in `latency < 50 ms`.",
                operator.as_str()
            )),
            (Some(metric), None) => Some(format!(
                "With what is `{}` compared? Write a number and its unit, as in `latency < 50 ms`.",
                metric.text
            )),
            _ => None,
        };
        self.errors.extend(message.map(|message| SyntaxError { range, message, fix: None }));
        Comparison { metric, operator, quantity }
    }

    fn deadline(&mut self, node: Node<'_>) -> Deadline {
        let word =
            node.child(0).map(|child| self.reader.slice(self.reader.range(child)).into_owned()).unwrap_or_default();
        let date = node.child_by_field_name("date");
        if date.is_none() {
            self.errors.push(SyntaxError {
                range: self.reader.range(node) - self.base,
                message: format!("After `{word}` a date is missing, as in `{word} 2027-01-31`."),
                fix: None,
            });
        }
        let kind = if word == "until" { DeadlineKind::Until } else { DeadlineKind::By };
        Deadline { kind, date: date.and_then(|date| self.date(date)) }
    }

    fn date(&mut self, node: Node<'_>) -> Option<Date> {
        let word = self.reader.word(node, self.base);
        let date = Date::parse(&word.text);
        if date.is_none() {
            self.errors.push(SyntaxError {
                range: word.range,
                message: format!(
                    "`{}` is no date of the calendar. Write year, month and day, as in `2026-05-31`.",
                    word.text
                ),
                fix: None,
            });
        }
        date
    }
}

impl Reader<'_> {
    pub(super) fn cell(&self, node: Node<'_>, base: TextSize, errors: &mut Vec<SyntaxError>) -> CellReference {
        let word = |field| node.child_by_field_name(field).map(|child| self.word(child, base));
        let cell = CellReference { left: word("left"), right: word("right"), range: self.range(node) - base };
        if let (Some(left), None) = (&cell.left, &cell.right) {
            errors.push(SyntaxError {
                range: cell.range,
                message: format!(
                    "`{}` alone is no cell. A cell joins two properties, one of the AI and one of the blockchain, as in `privacy + decentralization`.",
                    left.text
                ),
                fix: None,
            });
        }
        cell
    }

    pub(super) fn quantity(&self, node: Node<'_>, base: TextSize) -> Quantity {
        let number =
            node.child_by_field_name("number").map_or_else(SmolStr::default, |child| self.word(child, base).text);
        let value = number.replace('_', "").parse().unwrap_or(f64::NAN);
        Quantity { number, value, unit: node.child_by_field_name("unit").map(|child| self.word(child, base)) }
    }

    pub(super) fn string(&self, node: Node<'_>, base: TextSize, errors: &mut Vec<SyntaxError>) -> Prose {
        let range = self.range(node);
        let source = self.slice(range);
        let block = Kind::of(node) == Kind::BlockString;
        let quotes = if block { BLOCK_QUOTES } else { "\"" };
        let closed = is_closed(&source, quotes);
        if !closed {
            if block {
                self.unclosed_text.set(true);
            }
            let (message, title) = if block {
                ("This text is not closed. Write `\"\"\"` where it ends.", "Close the text")
            } else {
                (
                    "This string is not closed. A string ends with its line: write `\"` at its end, or `\"\"\"` around text that spans lines.",
                    "Close the string",
                )
            };
            let shown = TextRange::new(
                range.start(),
                range.end().min(self.text.line_end(self.text.line_of(range.start()))).max(range.start()),
            );
            let written = source.trim_end();
            let end = range.start() + TextSize::new(written.len() as u32);
            let before = TextRange::new(range.start() - TextSize::of('"').min(range.start()), range.start());
            let fix = if written == "\"" && &*self.text.slice(before) == "\"" {
                // One quote too many: with another it would open a text of many lines.
                Some(("Delete the quote".to_owned(), TextEdit::delete(TextRange::at(range.start() - base, 1.into()))))
            } else if written.ends_with('\\') {
                // The quote would belong to the backslash.
                None
            } else {
                Some((title.to_owned(), TextEdit::insert(end - base, quotes)))
            };
            errors.push(SyntaxError { range: shown - base, message: message.to_owned(), fix });
        }
        let inner = source.len() - if closed { quotes.len() } else { 0 };
        let content = source.get(quotes.len()..inner).unwrap_or("");
        let start = range.start() - base + TextSize::new(quotes.len() as u32);
        let mut bad = Vec::new();
        let prose =
            if block { Prose::read_block(content, start, &mut bad) } else { Prose::read(content, start, &mut bad) };
        errors.extend(bad.into_iter().map(|BadEscape { range, what }| SyntaxError { range, message: what, fix: None }));
        prose
    }
}
