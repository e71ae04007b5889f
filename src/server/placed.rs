//! JSON of something in a text, kept with the line that it was written for last: when the text before it changes, no
//! more than its lines do.

use serde::Serialize;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, PoisonError};
use tower_lsp_server::gen_lsp_types::{Position, Range};

/// JSON that can be written for any line.
pub(super) struct Placed {
    placed: Mutex<Written>,
}

/// JSON for what begins on a line.
struct Written {
    first: u32,
    json: String,
    lines: Vec<Line>,
}

/// The number of a line in JSON.
struct Line {
    /// In bytes from the start.
    at: u32,
    /// How many lines below the first it is.
    below: u32,
}

impl Placed {
    /// How many bytes it takes, or a few less.
    pub(super) fn len(&self) -> usize {
        self.placed.lock().unwrap_or_else(PoisonError::into_inner).json.len()
    }

    /// Writes it for what begins on this line.
    pub(super) fn put(&self, line: u32, into: &mut String) {
        let mut placed = self.placed.lock().unwrap_or_else(PoisonError::into_inner);
        if placed.first != line {
            placed.move_to(line);
        }
        into.push_str(&placed.json);
    }
}

impl Written {
    /// Where the number of a line ends.
    fn end(&self, line: &Line) -> usize {
        let digits = (self.first + line.below).checked_ilog10().unwrap_or(0) as usize + 1;
        line.at as usize + digits
    }

    fn move_to(&mut self, first: u32) {
        let mut moved = Written {
            first,
            json: String::with_capacity(self.json.len() + self.lines.len()),
            lines: Vec::with_capacity(self.lines.len()),
        };
        let mut done = 0;
        for line in &self.lines {
            moved.json.push_str(&self.json[done..line.at as usize]);
            moved.put_line(line.below);
            done = self.end(line);
        }
        moved.json.push_str(&self.json[done..]);
        *self = moved;
    }

    fn put_line(&mut self, below: u32) {
        self.lines.push(Line { at: self.json.len() as u32, below });
        put_number(self.first + below, &mut self.json);
    }
}

/// Writes a number. There are thousands in a long answer, and the formatter takes longer than all else in it.
pub(super) fn put_number(number: u32, into: &mut String) {
    let mut power = 10u32.pow(number.checked_ilog10().unwrap_or(0));
    while power > 0 {
        into.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}

/// Writes such JSON.
pub(super) struct Writer(Written);

impl Writer {
    /// For what begins on this line.
    pub(super) fn new(first: u32) -> Writer {
        Writer(Written { first, json: String::new(), lines: Vec::new() })
    }

    /// A number that differs, as good as certainly, when what was written does, whatever line it is written for.
    pub(super) fn hash(&self) -> u64 {
        let Writer(written) = self;
        let mut hasher = DefaultHasher::new();
        let mut done = 0;
        for line in &written.lines {
            (&written.json[done..line.at as usize], line.below).hash(&mut hasher);
            done = written.end(line);
        }
        written.json[done..].hash(&mut hasher);
        hasher.finish()
    }

    /// What was written.
    pub(super) fn finish(self) -> Placed {
        let Writer(mut written) = self;
        // It is kept for long.
        written.json.shrink_to_fit();
        written.lines.shrink_to_fit();
        Placed { placed: Mutex::new(written) }
    }

    /// JSON as it is.
    pub(super) fn raw(&mut self, json: &str) {
        self.0.json.push_str(json);
    }

    /// A field behind another; nothing where it has no value.
    pub(super) fn field(&mut self, name: &str, value: Option<&(impl Serialize + ?Sized)>) {
        if let Some(value) = value {
            self.name(name);
            self.value(value);
        }
    }

    /// The name of a field behind another.
    pub(super) fn name(&mut self, name: &str) {
        for part in [",\"", name, "\":"] {
            self.raw(part);
        }
    }

    pub(super) fn value(&mut self, value: &(impl Serialize + ?Sized)) {
        // What the protocol has can be written.
        self.raw(&serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned()));
    }

    /// A range whose lines move with what it is in.
    pub(super) fn range(&mut self, range: &Range) {
        self.put_range(range, |writer, line| match line.checked_sub(writer.0.first) {
            Some(below) => writer.0.put_line(below),
            None => put_number(line, &mut writer.0.json),
        });
    }

    /// A range that stays where it is.
    pub(super) fn range_elsewhere(&mut self, range: &Range) {
        self.put_range(range, |writer, line| put_number(line, &mut writer.0.json));
    }

    fn put_range(&mut self, range: &Range, put_line: impl Fn(&mut Writer, u32)) {
        for (before, Position { line, character }) in
            [("{\"start\":{\"line\":", range.start), ("},\"end\":{\"line\":", range.end)]
        {
            self.raw(before);
            put_line(self, line);
            self.raw(",\"character\":");
            put_number(character, &mut self.0.json);
        }
        self.raw("}}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_formatter_would() {
        for number in [0, 1, 9, 10, 99, 100, 101, 12_345, 999_999_999, 1_000_000_000, u32::MAX] {
            let mut json = String::new();
            put_number(number, &mut json);
            assert_eq!(json, number.to_string());
        }
    }

    #[test]
    fn lines_move_there_and_back_and_are_all_that_does() {
        let place = |line| Position { line, character: 7 };
        let written = |first: u32| {
            let mut writer = Writer::new(first);
            writer.raw("{\"a\":8");
            writer.name("range");
            writer.range(&Range { start: place(first), end: place(first + 2) });
            writer.field("b", Some("é 8"));
            writer.raw("}");
            (writer.hash(), writer.finish())
        };
        let json = |placed: &Placed, line| {
            let mut json = String::new();
            placed.put(line, &mut json);
            json
        };
        let (hash, placed) = written(8);
        for line in [8, 9, 98, 8, 99_999, 0] {
            let (same_hash, same) = written(line);
            assert_eq!((hash, json(&placed, line)), (same_hash, json(&same, line)));
        }
        let end = r#"{"a":8,"range":{"start":{"line":98,"character":7},"end":{"line":100,"character":7}},"b":"é 8"}"#;
        assert_eq!(json(&placed, 98), end);
    }
}
