//! For people: the text with the place marked, the reason, and the way out.

use super::super::files::Judgement;
use super::super::terminal::printable;
use crate::rules::{Diagnostic, Level as RuleLevel};
use crate::text::{TextRange, TextSize};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Lines of a finding that are shown at most: a text that is not closed can be long.
const MOST_LINES: usize = 4;

pub(super) fn file(path: &str, judgement: &Judgement, colours: bool) -> String {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut shown = String::new();
    for diagnostic in &judgement.report.diagnostics {
        shown += &renderer.render(&[group(path, judgement, diagnostic)]);
        shown += "\n\n";
    }
    shown
}

pub(super) fn unread(path: &str, message: &str) -> String {
    format!("error[syntax-error]: {}\n  --> {}\n\n", printable(message), printable(path))
}

fn group<'a>(path: &'a str, judgement: &'a Judgement, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = level(diagnostic.level);
    let (headline, rest) = split(&diagnostic.message);
    let text = &judgement.text;
    let first = text.line_of(diagnostic.range.start());
    let last = text.line_of(diagnostic.range.end()).min(first + MOST_LINES - 1);
    let lines = TextRange::new(text.line_start(first), text.line_end(last));
    let source = text.slice(lines).into_owned();
    let inside = |offset: TextSize| usize::from(offset.clamp(lines.start(), lines.end()) - lines.start());
    let span = inside(diagnostic.range.start())..inside(diagnostic.range.end());
    let snippet = Snippet::source(source)
        .line_start(first + 1)
        .path(path)
        .annotation(AnnotationKind::Primary.span(span).label(margin(judgement, diagnostic)));
    let mut group = level.clone().primary_title(headline).id(diagnostic.rule.name).element(snippet);
    if !rest.is_empty() {
        group = group.element(Level::NOTE.message(rest));
    }
    for related in &diagnostic.related {
        let place = judgement.snapshot.file(related.file).map(|file| {
            let position = file.text().position(related.range.start(), crate::text::Encoding::Utf32);
            format!("{}:{}:{}", place(path, judgement, file.key()), position.line + 1, position.column + 1)
        });
        if let Some(place) = place {
            group = group.element(Level::NOTE.message(format!("{}: {place}", related.message)));
        }
    }
    group
}

/// How another file is called: this one as it was named, others by their path.
fn place(path: &str, judgement: &Judgement, key: &crate::model::FileKey) -> String {
    let own = judgement.snapshot.file(judgement.report.file).map(|file| file.key());
    if own == Some(key) { path.to_owned() } else { key.to_string() }
}

/// What stands beside the mark: the claim it is about.
fn margin<'a>(judgement: &'a Judgement, diagnostic: &'a Diagnostic) -> Option<String> {
    let claim = judgement.report.claims.iter().find(|claim| claim.range.contains_range(diagnostic.range))?;
    let cell = claim.cells.first()?;
    let rating = cell.rating.as_ref()?;
    Some(format!("{} ({})", rating.strength, rating.provenance))
}

fn level(level: RuleLevel) -> Level<'static> {
    match level {
        RuleLevel::Error => Level::ERROR,
        RuleLevel::Warning => Level::WARNING,
        RuleLevel::Information => Level::INFO,
        RuleLevel::Hint => Level::HELP.with_name("hint"),
    }
}

/// The first sentence of a message, and the rest. Full stops in code do not end a sentence.
fn split(message: &str) -> (&str, &str) {
    let mut in_code = false;
    let bytes = message.as_bytes();
    for (index, &byte) in bytes.iter().enumerate() {
        match byte {
            b'`' => in_code = !in_code,
            b'.' | b'?' if !in_code && bytes.get(index + 1) == Some(&b' ') => {
                let end = if byte == b'?' { index + 1 } else { index };
                return (&message[..end], message[index + 1..].trim_start());
            }
            _ => {}
        }
    }
    (message.strip_suffix('.').unwrap_or(message), "")
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_headline_is_the_first_sentence() {
        assert_eq!(split("One `a. b` is. Two is."), ("One `a. b` is", "Two is."));
        assert_eq!(split("Only one."), ("Only one", ""));
        assert_eq!(split("Is it? Yes."), ("Is it?", "Yes."));
    }
}
