//! The text of a string, and where in the file each part of it came from.

use super::Keyword;
use crate::text::{TextRange, TextSize};
use serde::{Deserialize, Serialize};

/// The text between the quotes of a string, escapes resolved, and for a block string without its common indentation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prose {
    /// The text.
    pub text: Box<str>,
    /// Where the text begins in the source.
    start: u32,
    /// Where it changes its distance from the source after that: pairs of an offset in `text` and its offset in the source,
    /// in the order of the text. Between two of them both grow alike.
    pieces: Vec<(u32, u32)>,
}

/// What is wrong inside a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadEscape {
    pub(super) range: TextRange,
    pub(super) what: String,
}

impl Prose {
    /// Reads a string. `source` is what stands between its quotes and `start` where that begins.
    pub(super) fn read(source: &str, start: TextSize, bad: &mut Vec<BadEscape>) -> Prose {
        if memchr::memchr(b'\\', source.as_bytes()).is_none() {
            return Prose { text: source.into(), start: start.into(), pieces: Vec::new() };
        }
        let mut reader = Reader::new(start, source.len());
        reader.line(source, 0, bad);
        reader.finish()
    }

    /// Reads a block string: the indentation common to its lines is dropped, and so are a first line without text and
    /// a last one.
    pub(super) fn read_block(source: &str, start: TextSize, bad: &mut Vec<BadEscape>) -> Prose {
        let lines = lines(source);
        let indent = common_indent(&lines).unwrap_or(0);
        let first = usize::from(lines.first().is_some_and(|(_, line)| line.trim().is_empty()));
        let last = lines.len()
            - usize::from(lines.len() > first && lines.last().is_some_and(|(_, line)| line.trim().is_empty()));
        let mut reader = Reader::new(start, source.len());
        for (index, &(from, line)) in lines[first..last].iter().enumerate() {
            if index > 0 {
                reader.text.push('\n');
            }
            let skip = if first + index == 0 { 0 } else { indent.min(indentation(line)) };
            reader.line(&line[skip..], from + skip, bad);
        }
        reader.finish()
    }

    /// The text of a block string as it stands in the source, quotes and all.
    pub(super) fn of_block(token: &str) -> Box<str> {
        let content = content(token).unwrap_or(token);
        Self::read_block(content, TextSize::new(0), &mut Vec::new()).text
    }

    /// Where in the source a part of the text stands. Offsets past the text's end count as its end.
    pub fn source_range(&self, range: std::ops::Range<usize>) -> TextRange {
        let (start, end) = (self.source_offset(range.start), self.source_offset(range.end));
        TextRange::new(start, end.max(start))
    }

    /// Where the text begins in the source.
    pub fn start(&self) -> TextSize {
        TextSize::new(self.start)
    }

    /// Whether another text is the same, and stands in its source as this one does when the places of each are counted
    /// from some base before it.
    pub fn is_same_from(&self, base: TextSize, other: &Prose, other_base: TextSize) -> bool {
        let from = |source: u32, base: TextSize| source.wrapping_sub(base.into());
        let pieces = self.pieces.iter().map(|(text, source)| (text, from(*source, base)));
        self.text == other.text
            && from(self.start, base) == from(other.start, other_base)
            && pieces.eq(other.pieces.iter().map(|(text, source)| (text, from(*source, other_base))))
    }

    fn source_offset(&self, offset: usize) -> TextSize {
        let offset = offset.min(self.text.len()) as u32;
        let after = self.pieces.partition_point(|&(text, _)| text <= offset);
        let (text, source) = after.checked_sub(1).map_or((0, self.start), |piece| self.pieces[piece]);
        TextSize::new(source + (offset - text))
    }
}

/// The lines of a block string, without the line breaks, and where each begins.
fn lines(source: &str) -> Vec<(usize, &str)> {
    let mut lines: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    while from <= source.len() {
        let rest = &source[from..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        lines.push((from, &rest[..end]));
        from += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    lines
}

/// The indentation common to all lines but the first; none if there is no text on them.
fn common_indent(lines: &[(usize, &str)]) -> Option<usize> {
    let texts = lines.iter().skip(1).filter(|(_, line)| !line.trim().is_empty());
    texts.map(|(_, line)| indentation(line)).min()
}

/// How far a line is indented, in bytes. Other blanks than these are text: they may be wider than a byte.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// What stands between the quotes of a closed block string.
fn content(token: &str) -> Option<&str> {
    token.strip_prefix(BLOCK_QUOTES)?.strip_suffix(BLOCK_QUOTES)
}

/// What opens and closes a block string.
pub(super) const BLOCK_QUOTES: &str = "\"\"\"";

/// A place in a block string where a line begins or may begin, and what may stand there without a change of what the
/// string says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockBreak {
    /// What stands there: a line break and the indentation after it, or nothing.
    pub range: TextRange,
    /// Whether the line is indented; one that is empty is not.
    pub indented: bool,
}

/// Where the lines of a block string begin, counted from its start, if it spans lines: all of them may be indented as
/// far as one likes, as long as it is equally far. The first and the last line, which stand beside the quotes, are
/// taken off them where that changes nothing. None for a string on one line, and for one without text on its lines.
pub fn block_breaks(token: &str) -> Option<Vec<BlockBreak>> {
    let content = content(token)?;
    let lines = lines(content);
    let (&(_, first), &(last_from, last)) = (lines.first()?, lines.last()?);
    let indent = common_indent(&lines).filter(|_| lines.len() > 1)?;
    let mut breaks = Vec::new();
    let mut add = |start: usize, end: usize, indented: bool| {
        let at = |offset: usize| TextSize::new((BLOCK_QUOTES.len() + offset) as u32);
        breaks.push(BlockBreak { range: TextRange::new(at(start), at(end)), indented });
    };
    // What is indented beside the quotes would lose that on a line of its own, and a line that begins like a
    // declaration ends a block string.
    let begins_like_a_declaration =
        first.split_once([' ', '\t']).is_some_and(|(word, _)| Keyword::from_word(word).is_some());
    if !(first.trim().is_empty() || first.starts_with(char::is_whitespace) || begins_like_a_declaration) {
        add(0, 0, true);
    }
    // A first line that is blank is dropped with its blanks.
    let mut end = if first.trim().is_empty() { 0 } else { first.len() };
    for &(from, line) in &lines[1..lines.len() - 1] {
        let skip = indent.min(indentation(line));
        add(end, from + skip, line.len() > skip);
        end = from + line.len();
    }
    if last.trim().is_empty() {
        add(end, content.len(), true);
    } else {
        add(end, last_from + indent, true);
        add(content.len(), content.len(), true);
    }
    Some(breaks)
}

struct Reader {
    text: String,
    /// Where the text begins in the source, once that is known.
    first: Option<u32>,
    pieces: Vec<(u32, u32)>,
    /// Where the string begins in the source.
    start: u32,
}

impl Reader {
    fn new(start: TextSize, capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), first: None, pieces: Vec::new(), start: start.into() }
    }

    /// Takes in one line, `from` bytes behind the string's start.
    fn line(&mut self, line: &str, from: usize, bad: &mut Vec<BadEscape>) {
        let mut rest = line;
        let mut at = from;
        self.piece(at);
        while let Some(backslash) = rest.find('\\') {
            self.text.push_str(&rest[..backslash]);
            let escape = &rest[backslash..];
            let (len, read) = read_escape(escape);
            at += backslash;
            match read {
                Ok(c) => self.text.push(c),
                Err(what) => {
                    let range = TextRange::at((self.start + at as u32).into(), (len as u32).into());
                    bad.push(BadEscape { range, what });
                    self.text.push_str(&escape[..len]);
                }
            }
            at += len;
            rest = &escape[len..];
            self.piece(at);
        }
        self.text.push_str(rest);
    }

    /// From here on the text is what begins `at` bytes behind the string's start.
    fn piece(&mut self, at: usize) {
        let source = self.start + at as u32;
        match self.first {
            Some(_) => self.pieces.push((self.text.len() as u32, source)),
            None => self.first = Some(source),
        }
    }

    fn finish(self) -> Prose {
        Prose { text: self.text.into_boxed_str(), start: self.first.unwrap_or_default(), pieces: self.pieces }
    }
}

/// Reads an escape sequence: its length, and its character or what is wrong with it.
fn read_escape(text: &str) -> (usize, Result<char, String>) {
    let Some(second) = text[1..].chars().next() else {
        return (1, Err("A backslash at the end of a line says nothing. Write `\\\\` for a backslash.".to_owned()));
    };
    let simple = |c| (2, Ok(c));
    match second {
        '"' => simple('"'),
        '\\' => simple('\\'),
        'n' => simple('\n'),
        't' => simple('\t'),
        'u' => {
            let len = text[2..].starts_with('{').then(|| text.find('}')).flatten().map(|close| close + 1);
            let Some(len) = len else {
                return (2, Err("`\\u` wants a character's number in braces, as in `\\u{1F511}`.".to_owned()));
            };
            let digits = &text[3..len - 1];
            match u32::from_str_radix(digits, 16).ok().and_then(char::from_u32) {
                Some(c) => (len, Ok(c)),
                None => (len, Err(format!("There is no character with the number `{digits}`."))),
            }
        }
        other => (
            1 + other.len_utf8(),
            Err(format!("`\\{other}` is no escape sequence. There are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{{…}}`.")),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(source: &str) -> Prose {
        let mut bad = Vec::new();
        let prose = Prose::read(source, 100.into(), &mut bad);
        assert_eq!(bad, []);
        prose
    }

    #[test]
    fn escapes_are_resolved_and_later_text_keeps_its_place() {
        let prose = read(r#"a \"b\" \u{1F511} c"#);
        assert_eq!(&*prose.text, "a \"b\" 🔑 c");
        let c = prose.text.find('c').expect("there is a c");
        assert_eq!(prose.source_range(c..c + 1), TextRange::at(118.into(), 1.into()));
        assert_eq!(prose.source_range(0..1), TextRange::at(100.into(), 1.into()));
    }

    #[test]
    fn a_block_string_loses_its_common_indentation() {
        let mut bad = Vec::new();
        let source = "\n    one\n      two\r\n\n    three\n  ";
        let prose = Prose::read_block(source, 3.into(), &mut bad);
        assert_eq!(&*prose.text, "one\n  two\n\nthree");
        let three = prose.text.find("three").expect("it is there");
        let expected = 3 + source.find("three").expect("it is there") as u32;
        assert_eq!(prose.source_range(three..three + 5), TextRange::at(expected.into(), 5.into()));
    }

    #[test]
    fn a_line_of_wide_blanks_in_a_block_string_is_kept_whole() {
        let mut bad = Vec::new();
        assert_eq!(&*Prose::read_block("\n one\n\u{a0}\n", 0.into(), &mut bad).text, "one\n\u{a0}");
    }

    #[test]
    fn a_block_string_on_one_line_is_as_it_is() {
        let mut bad = Vec::new();
        assert_eq!(&*Prose::read_block("one", 0.into(), &mut bad).text, "one");
        assert_eq!(&*Prose::read_block("", 0.into(), &mut bad).text, "");
        assert_eq!(&*Prose::read_block("one\n  two", 0.into(), &mut bad).text, "one\ntwo");
    }

    #[test]
    fn bad_escapes_are_told_and_kept_as_they_are() {
        let mut bad = Vec::new();
        let prose = Prose::read(r"\q \u{zz} \u{D800} \u x\", 0.into(), &mut bad);
        assert_eq!(&*prose.text, r"\q \u{zz} \u{D800} \u x\");
        assert_eq!(bad.len(), 5);
    }
}
