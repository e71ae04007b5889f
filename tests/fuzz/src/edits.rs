//! Edits of a text in each encoding, against a string.
//!
//! The input is a text, and edits behind it: each is two bytes for either end, one for the encoding, and the text that
//! is put in.

use super::input;
use hypecheck::text::{Encoding, LineColumn, Text, TextEdit};

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// Edits a text at places that are given as an editor gives them, and a string beside it.
pub fn run(data: &[u8]) {
    let mut parts = input::parts(data);
    let mut model = input::text(parts.next().unwrap_or_default());
    let mut text = Text::new(&model);
    is_the_same(&model, &text);
    for part in parts.take(20) {
        let (a, rest) = position(part);
        let (b, rest) = position(rest);
        let (encoding, typed) = rest.split_first().unwrap_or((&0, &[]));
        let (encoding, typed) = (ENCODINGS[usize::from(*encoding) % 3], input::text(typed));
        let (from, to) = (offset(&model, a, encoding), offset(&model, b, encoding));
        let expected = input::range(from.min(to), from.max(to));
        let range = text.range_between(a, b, encoding);
        assert_eq!(range, expected, "{a:?} to {b:?} in {encoding:?} of {model:?}");
        let snapshot = text.clone();
        assert_eq!(text.replace(range, &typed), range);
        let applied = snapshot.apply(&[TextEdit::replace(range, typed.as_str())]);
        assert!(applied.same_as(&text));
        assert_eq!(snapshot.to_string(), model, "a clone has changed");
        model.replace_range(std::ops::Range::<usize>::from(range), &typed);
        is_the_same(&model, &text);
    }
}

/// A line and a column out of two bytes. The last of each stand for what is far out of bounds.
fn position(data: &[u8]) -> (LineColumn, &[u8]) {
    let far = |byte: u8| if byte == 0xfe { u32::MAX } else { byte.into() };
    match data {
        [line, column, rest @ ..] => (LineColumn::new(far(*line), far(*column)), rest),
        _ => (LineColumn::default(), &[]),
    }
}

/// The lines of a string, each with its line break: LF, CRLF or CR.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text[at..].find(['\n', '\r']) {
        at += found + if text[at + found..].starts_with("\r\n") { 2 } else { 1 };
        lines.push(&text[start..at]);
        start = at;
    }
    lines.push(&text[start..]);
    lines
}

fn units(c: char, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => c.len_utf8(),
        Encoding::Utf16 => c.len_utf16(),
        Encoding::Utf32 => 1,
    }
}

/// The offset of a position, counted out character by character.
fn offset(text: &str, position: LineColumn, encoding: Encoding) -> usize {
    let lines = lines(text);
    let Some(line) = lines.get(position.line as usize) else { return text.len() };
    let start: usize = lines[..position.line as usize].iter().map(|line| line.len()).sum();
    let (mut at, mut column) = (start, 0);
    for c in line.trim_end_matches(['\n', '\r']).chars() {
        column += units(c, encoding);
        if column > position.column as usize {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn is_the_same(model: &str, text: &Text) {
    assert_eq!(text.to_string(), model);
    assert_eq!(usize::from(text.len()), model.len());
    let lines = lines(model);
    assert_eq!(text.line_count(), lines.len(), "{model:?}");
    let mut start = 0;
    for (number, line) in lines.iter().enumerate() {
        let own = line.trim_end_matches(['\n', '\r']);
        assert_eq!(usize::from(text.line_start(number)), start, "{model:?}");
        assert_eq!(usize::from(text.line_end(number)), start + own.len(), "{model:?}");
        for encoding in ENCODINGS {
            let mut column = 0;
            for (at, c) in own.char_indices() {
                let here = input::range(start + at, start + at).start();
                let position = LineColumn::new(number as u32, column as u32);
                assert_eq!(text.position(here, encoding), position, "{model:?}");
                assert_eq!(text.offset(position, encoding), here, "{model:?}");
                column += units(c, encoding);
            }
        }
        start += line.len();
    }
    for at in 0..=model.len() + 1 {
        let here = input::range(at, at).start();
        let before = &model.as_bytes()[..at.min(model.len())];
        let row = before.iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(text.linefeed_point(here).row, row, "{model:?}");
    }
}
