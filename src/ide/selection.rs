//! Growing a selection: word, phrase, sentence, field, claim, project.
//!
//! Whatever is known of a place gives a candidate: its words, its prose, the nodes of the tree, the declarations. Those
//! that fit into each other are kept, so a place in broken text has fewer steps, and never a wrong one.

use crate::model::{FileId, Snapshot, SourceFile};
use crate::syntax::{Declaration, Kind, Node};
use crate::text::{Text, TextRange, TextSize};

/// What to select around a place, one after the other: each holds the place and the one before it, and is wider.
pub fn selections(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Vec<TextRange> {
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    let text = file.text();
    let offset = text.clamp(TextRange::empty(offset)).start();
    let nodes = file.tree().nodes_at(offset);
    let mut candidates = vec![text.range()];
    let string = nodes.iter().find(|node| matches!(node.kind, Kind::String | Kind::BlockString));
    match (nodes.iter().find(|node| node.kind == Kind::Comment), string) {
        (Some(comment), _) => in_comment(text, *comment, offset, &mut candidates),
        (None, Some(string)) => in_string(text, *string, offset, &mut candidates),
        (None, None) => {
            let line = line_at(text, offset);
            words(&text.slice(line), line.start(), offset, &mut candidates);
        }
    }
    // What is between the escapes of a string is no step of its own, and the whole text is there already.
    let parts = |node: &&Node| !matches!(node.kind, Kind::StringContent | Kind::EscapeSequence | Kind::SourceFile);
    candidates.extend(nodes.iter().filter(parts).map(|node| trimmed(text, node.range)));
    in_declarations(file, offset, &mut candidates);
    candidates.retain(|range| range.contains_inclusive(offset) && !range.is_empty());
    candidates.sort_by_key(|range| (range.len(), range.start()));
    let mut chain: Vec<TextRange> = Vec::new();
    for candidate in candidates {
        if chain.last().is_none_or(|inner| candidate.contains_range(*inner) && candidate != *inner) {
            chain.push(candidate);
        }
    }
    if chain.is_empty() {
        // An empty text: there is nothing but the place itself.
        chain.push(TextRange::empty(offset));
    }
    chain
}

/// The declarations around a place, and the parts of the innermost.
fn in_declarations(file: &SourceFile, offset: TextSize, candidates: &mut Vec<TextRange>) {
    let text = file.text();
    for (base, declaration) in file.declarations_at(offset) {
        candidates.extend(parts(&declaration).map(|range| trimmed(text, range + base)));
        candidates.push(trimmed(text, TextRange::at(base, declaration.len)));
        if let Some(body) = declaration.body {
            candidates.push(inside(text, body + base, "{", "}"));
        }
    }
}

/// Parts of a declaration that one may want to select.
fn parts(declaration: &Declaration) -> impl Iterator<Item = TextRange> + '_ {
    let all = |first: Option<TextRange>, last: Option<TextRange>| Some(first?.cover(last?));
    let cells = all(declaration.cells.first().map(|cell| cell.range), declaration.cells.last().map(|cell| cell.range));
    let fields = declaration.fields.iter().flat_map(move |field| {
        let values = all(field.values.first().map(|value| value.range), field.values.last().map(|value| value.range));
        field.values.iter().map(|value| value.range).chain(values).chain([field.range])
    });
    cells.into_iter().chain([declaration.header]).chain(fields)
}

/// The line that holds a place.
fn line_at(text: &Text, offset: TextSize) -> TextRange {
    let line = text.line_of(offset);
    TextRange::new(text.line_start(line), text.line_end(line))
}

/// A range without the blanks at its ends.
fn trimmed(text: &Text, range: TextRange) -> TextRange {
    trim_in(&text.slice(range), range.start())
}

/// A text, which starts at `start`, without the blanks at its ends.
fn trim_in(source: &str, start: TextSize) -> TextRange {
    let before = source.len() - source.trim_start().len();
    TextRange::at(start + size(before), size(source.trim().len()))
}

/// A range without its delimiters and the blanks inside of them. The closing one may be missing.
fn inside(text: &Text, range: TextRange, open: &str, close: &str) -> TextRange {
    let source = text.slice(range);
    let content = source.strip_prefix(open).unwrap_or(&source);
    let start = range.start() + size(source.len() - content.len());
    trim_in(content.strip_suffix(close).unwrap_or(content), start)
}

fn in_string(text: &Text, string: Node, offset: TextSize, candidates: &mut Vec<TextRange>) {
    let quotes = if string.kind == Kind::BlockString { "\"\"\"" } else { "\"" };
    let content = inside(text, string.range, quotes, quotes);
    if content.contains_inclusive(offset) {
        candidates.push(content);
        prose(&text.slice(content), content.start(), offset, candidates);
    }
}

/// In a comment, which goes on with those on the lines around it.
fn in_comment(text: &Text, comment: Node, offset: TextSize, candidates: &mut Vec<TextRange>) {
    let line = text.line_of(comment.range.start());
    let before = TextRange::new(text.line_start(line), comment.range.start());
    let is_comment = |line: usize| {
        text.slice(TextRange::new(text.line_start(line), text.line_end(line))).trim_start().starts_with('#')
    };
    let mut run = line..line + 1;
    if text.slice(before).trim().is_empty() {
        while run.start > 0 && is_comment(run.start - 1) {
            run.start -= 1;
        }
        while run.end < text.line_count() && is_comment(run.end) {
            run.end += 1;
        }
        candidates.push(trimmed(text, TextRange::new(text.line_start(run.start), text.line_end(run.end - 1))));
    }
    // The signs are no text, and the lines between them are one.
    let start = if run.len() == 1 { comment.range.start() } else { text.line_start(run.start) };
    let range = TextRange::new(start, text.line_end(run.end - 1));
    let mut plain = String::with_capacity(range.len().into());
    for (index, part) in text.slice(range).split_inclusive('\n').enumerate() {
        let signs = part.len() - part.trim_start_matches([' ', '\t', '#']).len();
        // A line without text parts paragraphs.
        let blank = index > 0 && part[signs..].trim().is_empty();
        plain.extend(std::iter::repeat_n(if blank { '\n' } else { ' ' }, signs));
        plain += &part[signs..];
    }
    prose(&plain, start, offset, candidates);
    let one = text.slice(comment.range);
    let signs = one.len() - one.trim_start_matches('#').len();
    candidates.push(trim_in(&one[signs..], comment.range.start() + size(signs)));
}

/// The word, the phrase and the sentence of a text that hold a place. The text starts at `start`.
fn prose(source: &str, start: TextSize, offset: TextSize, candidates: &mut Vec<TextRange>) {
    words(source, start, offset, candidates);
    let Some(at) = offset.checked_sub(start).map(usize::from).filter(|&at| source.is_char_boundary(at)) else { return };
    let sentence = around(source, 0..source.len(), at, ends_sentence);
    let phrase = around(source, sentence.clone(), at, ends_phrase);
    candidates.push(trim_in(&source[sentence.clone()], start + size(sentence.start)));
    let marks = |c: char| c.is_whitespace() || MARKS.contains(&c) || SENTENCE_ENDS.contains(&c);
    let part = &source[phrase.clone()];
    let from = phrase.start + (part.len() - part.trim_start_matches(marks).len());
    candidates.push(TextRange::at(start + size(from), size(part.trim_matches(marks).len())));
}

/// What parts the phrases of a sentence.
const MARKS: [char; 14] = [',', ';', ':', '–', '—', '(', ')', '[', ']', '“', '”', '„', '"', '…'];
/// What ends a sentence.
const SENTENCE_ENDS: [char; 3] = ['.', '!', '?'];

/// The part of `within` that holds a place, between the places where one ends. `ends` is told the text before a place
/// and the text after it.
fn around(
    source: &str,
    within: std::ops::Range<usize>,
    at: usize,
    ends: fn(&str, &str) -> bool,
) -> std::ops::Range<usize> {
    let mut part = within.clone();
    for (index, _) in source[within.clone()].char_indices() {
        let place = within.start + index;
        if index > 0 && ends(&source[within.start..place], &source[place..within.end]) {
            if place <= at {
                part.start = place;
            } else {
                part.end = place;
                break;
            }
        }
    }
    part
}

/// Whether a sentence ends between two texts: behind its last mark, or at an empty line.
fn ends_sentence(before: &str, after: &str) -> bool {
    let Some(next) = after.chars().next().filter(|next| next.is_whitespace()) else { return false };
    if next == '\n' && after[1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n') {
        return true;
    }
    let closing = |c: char| matches!(c, '"' | '”' | '’' | ')' | ']' | '\'');
    let ended = before.trim_end_matches(closing).ends_with(SENTENCE_ENDS);
    // After the point of an abbreviation, the sentence goes on in small letters.
    ended && !after.trim_start().starts_with(char::is_lowercase)
}

/// Whether a phrase ends between two texts.
fn ends_phrase(before: &str, after: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    // A comma in a number and a colon in an address part nothing.
    let parts = |c: char| MARKS.contains(&c) && (!matches!(c, ',' | ':') || after.starts_with(char::is_whitespace));
    parts(last) || after.starts_with(['(', '[', '“', '„', '"', '–', '—'])
}

/// The word at a place, and what is joined to it by hyphens and the like.
fn words(source: &str, start: TextSize, offset: TextSize, candidates: &mut Vec<TextRange>) {
    let Some(at) = offset.checked_sub(start).map(usize::from).filter(|&at| source.is_char_boundary(at)) else { return };
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '_' | '\'' | '’');
    let joined = |c: char| letter(c) || matches!(c, '-' | '/' | '%');
    for wanted in [&letter as &dyn Fn(char) -> bool, &joined] {
        let before = source[..at].trim_end_matches(wanted).len();
        let after = source.len() - source[at..].trim_start_matches(wanted).len();
        let is_edge = |c: char| !c.is_alphanumeric();
        let word = &source[before..after];
        let from = before + (word.len() - word.trim_start_matches(is_edge).len());
        candidates.push(TextRange::at(start + size(from), size(word.trim_matches(is_edge).len())));
    }
}

fn size(len: usize) -> TextSize {
    TextSize::new(u32::try_from(len).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::snapshot;

    /// What is selected around the `$0` of a spec, one after the other.
    fn steps(source: &str) -> Vec<String> {
        let offset = source.find("$0").expect("the spec marks a place with $0");
        let source = source.replacen("$0", "", 1);
        let (snapshot, id) = snapshot(&source);
        let found = selections(&snapshot, id, (offset as u32).into());
        found.into_iter().map(|range| source[range].to_owned()).collect()
    }

    #[track_caller]
    fn begin(source: &str, expected: &[&str]) {
        let steps = steps(source);
        assert_eq!(steps.iter().take(expected.len()).collect::<Vec<_>>(), expected, "{steps:#?}");
    }

    #[test]
    fn prose_grows_from_word_to_phrase_to_sentence_to_field_to_claim_to_project() {
        let source = "\
project p \"P\" {
  claim c: privacy + security {
    says \"It is old. Each zero-knowl$0edge proof, as of 2026, costs 10,000 gas. It holds.\"
  }
  site \"https://p.org\"
}
# end
";
        let claim = "claim c: privacy + security {\n    says \"It is old. Each zero-knowledge proof, as of 2026, costs 10,000 gas. It holds.\"\n  }";
        assert_eq!(
            steps(source),
            [
                "knowledge",
                "zero-knowledge",
                "Each zero-knowledge proof",
                "Each zero-knowledge proof, as of 2026, costs 10,000 gas.",
                "It is old. Each zero-knowledge proof, as of 2026, costs 10,000 gas. It holds.",
                "\"It is old. Each zero-knowledge proof, as of 2026, costs 10,000 gas. It holds.\"",
                "says \"It is old. Each zero-knowledge proof, as of 2026, costs 10,000 gas. It holds.\"",
                "{\n    says \"It is old. Each zero-knowledge proof, as of 2026, costs 10,000 gas. It holds.\"\n  }",
                claim,
                &format!("{claim}\n  site \"https://p.org\""),
                &format!("{{\n  {claim}\n  site \"https://p.org\"\n}}"),
                &format!("project p \"P\" {{\n  {claim}\n  site \"https://p.org\"\n}}"),
                &source.replacen("$0", "", 1),
            ]
        );
    }

    #[test]
    fn a_sentence_goes_on_over_lines_and_after_an_abbreviation() {
        begin(
            "project p \"P\" {\n  about \"\"\"\n    One. Two is long, i.e. wor$0ds\n    follow it (and more). Three.\n  \"\"\"\n}",
            &["words", "i.e. words\n    follow it", "Two is long, i.e. words\n    follow it (and more)."],
        );
    }

    #[test]
    fn numbers_and_addresses_are_not_torn() {
        begin("project p \"P\" { about \"It takes 10,0$000 steps, often.\" }", &["000", "It takes 10,000 steps"]);
        begin("project p \"P\" { site \"https://a.o$0rg/x\" }", &["org", "org/x", "https://a.org/x"]);
    }

    #[test]
    fn a_comment_is_prose_too_and_goes_on_with_the_lines_around_it() {
        begin(
            "# One. Two is\n#   lo$0ng, and ends.\n#\n# Three.\nproject p \"P\" { }",
            &[
                "long",
                "Two is\n#   long",
                "Two is\n#   long, and ends.",
                "# One. Two is\n#   long, and ends.\n#\n# Three.",
            ],
        );
        begin("project p \"P\" { # fir$0st, second\n}", &["first", "first, second", "# first, second"]);
    }

    #[test]
    fn a_header_and_a_list_grow_by_their_parts() {
        begin(
            "project p \"P\" {\n  claim c: priv$0acy + security, performance + scalability { }\n}",
            &[
                "privacy",
                "privacy + security",
                "privacy + security, performance + scalability",
                "claim c: privacy + security, performance + scalability",
            ],
        );
        begin(
            "project p \"P\" {\n  runs-on eth$0ereum, solana\n}",
            &["ethereum", "ethereum, solana", "runs-on ethereum, solana"],
        );
        begin(
            "project p \"P\" {\n  claim c {\n    metric latency < 5$00 ms \"note\"\n  }\n}",
            &["50", "50 ms", "latency < 50 ms", "latency < 50 ms \"note\"", "metric latency < 50 ms \"note\""],
        );
    }

    #[test]
    fn everywhere_in_any_text_each_step_holds_the_place_and_the_step_before() {
        let sources = [
            "",
            "project p \"P {\n  claim : + , {\n    says \"half 😀 a “sen\n    metric < \n  }}}\n\"\"\" é. (ü)",
            "# één. # Twee\r\n#\r\nproject 😀 { \"\"\"\n x\ry. Z\n",
            crate::rules::all()[0].failing[0].text,
        ];
        for source in sources {
            let (snapshot, id) = snapshot(source);
            for offset in 0..=source.len() + 1 {
                let steps = selections(&snapshot, id, (offset as u32).into());
                let place = (0..=offset.min(source.len())).rev().find(|&at| source.is_char_boundary(at));
                let place = TextSize::new(place.unwrap_or(0) as u32);
                assert!(!steps.is_empty());
                assert!(steps.iter().all(|step| step.contains_inclusive(place)), "{offset} in {source:?}: {steps:?}");
                let wider = |pair: &[TextRange]| pair[1].contains_range(pair[0]) && pair[1] != pair[0];
                assert!(steps.windows(2).all(wider), "{offset} in {source:?}: {steps:?}");
                assert_eq!(steps.last().map(|last| last.len()), Some(TextSize::of(source)));
            }
        }
    }
}
