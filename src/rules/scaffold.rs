//! Fields that a fix writes for the author to fill: where they go, and where in them the author has to write.

use crate::model::wording::Remark;
use crate::syntax::{Declaration, Field, Value, ValueKind};
use crate::text::{Text, TextEdit, TextRange, TextSize};
use std::ops::Range;

/// Puts fields at the end of a declaration, each on a line of its own, written as its last one is. `base` is where the
/// declaration starts in the text. Nothing where what stands there would swallow them.
pub(super) fn insert_fields(
    text: &Text,
    base: TextSize,
    declaration: &Declaration,
    fields: &[String],
) -> Option<TextEdit> {
    let body = declaration.body?;
    if fields.is_empty() {
        return None;
    }
    let line_break = line_break(text);
    let indent = |offset: TextSize| indent(text, offset);
    let rest_of_line = |offset: TextSize| TextRange::new(offset, text.line_end(text.line_of(offset)));
    let lines = |indent: &str| fields.join(&format!("{line_break}{indent}"));
    if let Some(last) = declaration.fields.last() {
        let written = text.slice(last.range + base);
        let block = written.matches("\"\"\"").count() % 2 == 1;
        let list = written.trim_end().ends_with(',')
            || text.slice(rest_of_line(last.range.end() + base)).trim_start().starts_with(',');
        if block || list {
            return None;
        }
    }
    Some(match declaration.fields.last().map(|field| field.range) {
        // After the last field, as it is indented; a comment stays with the field that it stands behind.
        Some(last) if text.line_of(last.end() + base) > text.line_of(base) => {
            let rest = rest_of_line(last.end() + base);
            let at = if text.slice(rest).trim_start().starts_with('#') { rest.end() } else { rest.start() };
            let indent = indent(last.start() + base);
            TextEdit::insert(at, format!("{line_break}{indent}{}", lines(&indent)))
        }
        // At the start of the body, and what else is on its line after it, but for a comment.
        _ => {
            let rest = rest_of_line(body.start() + base + TextSize::of('{'));
            let content = text.slice(rest);
            let (outer, content) = (indent(base), content.trim_start());
            let inner = format!("{outer}  ");
            let fields = lines(&inner);
            match content.chars().next() {
                None => TextEdit::insert(rest.start(), format!("{line_break}{inner}{fields}")),
                Some('#') => TextEdit::insert(rest.end(), format!("{line_break}{inner}{fields}")),
                Some(first) => {
                    let blanks = TextRange::new(rest.start(), rest.end() - TextSize::of(content));
                    let after = if first == '}' { &outer } else { &inner };
                    TextEdit::replace(blanks, format!("{line_break}{inner}{fields}{line_break}{after}"))
                }
            }
        }
    })
}

/// The blanks that a line begins with, up to a place in it.
pub fn indent(text: &Text, offset: TextSize) -> String {
    let before = text.slice(TextRange::new(text.line_start(text.line_of(offset)), offset));
    before.chars().take_while(|c| *c == ' ' || *c == '\t').collect()
}

/// What a text breaks its lines with, to judge by the first.
pub fn line_break(text: &Text) -> &'static str {
    match &*text.slice(TextRange::new(text.line_end(0), text.line_start(1))) {
        "\r" => "\r",
        first if first.ends_with("\r\n") => "\r\n",
        _ => "\n",
    }
}

/// States cells in the header of a claim that states none. `base` is where the claim starts in the text.
pub fn state_cells(text: &Text, base: TextSize, claim: &Declaration, cells: &str) -> Option<TextEdit> {
    let after = claim.name.as_ref()?.range.end() + base;
    // A colon may stand there already.
    let rest = text.slice(TextRange::new(after, text.line_end(text.line_of(after))));
    let colon = rest.trim_start().starts_with(':').then(|| rest.find(':')).flatten();
    Some(match colon {
        Some(colon) => TextEdit::insert(after + TextSize::of(&rest[..=colon]), format!(" {cells}")),
        None => TextEdit::insert(after, format!(": {cells}")),
    })
}

/// What stands for something that only the author can know, in prose.
pub const ELLIPSIS: char = '…';

/// Where in a text that a fix writes the author has to write: inside the quotes of an address or a reason, in the place
/// of quotes where no string belongs, and in the place of an ellipsis in prose.
pub fn blanks(written: &str) -> Vec<Range<usize>> {
    let mut blanks: Vec<Range<usize>> = in_place_of_words(written).collect();
    for (start, _) in written.match_indices("\"\"") {
        let line = &written[written[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1)..start];
        let name = line.split_whitespace().next().unwrap_or_default();
        let quoted = !matches!(name, "metric" | "using");
        blanks.push(if quoted { start + 1..start + 1 } else { start..start + 2 });
    }
    blanks.sort_by_key(|range| range.start);
    blanks
}

/// The ellipses of a text that stand in the place of a word. Those that trail off after a word do not, and neither do
/// those in code and in quotations, where they leave out what others have said.
pub(super) fn ellipses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let (mut at, mut code, mut straight, mut curly) = (0, false, false, false);
    let mut quoted = move |here: usize| {
        for c in text[at..here].chars() {
            match c {
                '`' => code = !code,
                '"' => straight = !straight,
                '“' => curly = true,
                '”' => curly = false,
                _ => {}
            }
        }
        at = here;
        code || straight || curly
    };
    in_place_of_words(text).filter(move |here| !quoted(here.start))
}

/// The ellipses of a text with no letter and no digit beside them.
fn in_place_of_words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(ELLIPSIS)
        .map(|(start, found)| start..start + found.len())
        .filter(move |here| !word(text[..here.start].chars().next_back()) && !word(text[here.end..].chars().next()))
}

/// An ellipsis in the prose of a claim, and what is left to say there.
pub(super) fn unsaid(text: &str) -> Vec<Remark> {
    let why = "An ellipsis stands here for what only the author can know. Say it, or take the words out.";
    ellipses(text).map(|range| Remark { range, why }).collect()
}

/// The empty string that a field of a claim waits to have filled: the address of evidence, a metric, a technique. What
/// comes after them is a note, which may be empty.
pub(super) fn blank(field: &Field) -> Option<&Value> {
    let place = match field.name.text.as_str() {
        "evidence" => field.values.get(1),
        "metric" => field.values.first(),
        "using" => return field.values.iter().find(|value| is_blank(value)),
        _ => None,
    };
    place.filter(|value| is_blank(value))
}

/// Whether a value is a string with nothing in it.
pub(super) fn is_blank(value: &Value) -> bool {
    matches!(&value.kind, ValueKind::String(prose) if prose.text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_author_writes_between_quotes_in_place_of_them_and_of_an_ellipsis() {
        let written = "\n  evidence audit \"\"\n  metric \"\"\n  using \"\"";
        let found: Vec<&str> = blanks(written).into_iter().map(|range| &written[range]).collect();
        assert_eq!(found, ["", "\"\"", "\"\""]);
        let written = "measured at … on …, and so on…";
        assert_eq!(blanks(written).len(), 2);
    }

    #[test]
    fn an_ellipsis_in_code_or_in_a_quotation_is_not_for_the_author_to_fill() {
        for (text, expected) in [
            ("run by … operators", 1),
            ("“… no record leaves …”, says …", 1),
            ("write `claim … { }` there", 0),
            ("they say \"… all …\"", 0),
            ("and so on…", 0),
        ] {
            assert_eq!(ellipses(text).count(), expected, "{text}");
        }
    }
}
