//! For people: the text with the place marked, the reason, and the way out.

use super::super::files::Judgement;
use super::super::terminal::printable;
use super::file::{File, Finding};
use crate::rules::{Diagnostic, Level as RuleLevel, Origin as PlacedBy, Related};
use crate::text::{Encoding, TextRange, TextSize};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// Lines of a finding that are shown at most: a text that is not closed can be long.
const MOST_LINES: usize = 4;
/// Bytes of a finding that are shown at most, and of what stands on its lines before and behind it: a line can be as
/// long as a file.
const MOST_MARKED: u32 = 1000;
const MOST_AROUND: u32 = 200;
/// Bytes from a finding to another place that is shown in one piece with it.
const MOST_NEARBY: u32 = 2000;

pub(super) fn file(file: &File<'_>, colours: bool) -> String {
    let Some(judgement) = file.judgement else {
        return file.findings().map(|finding| unread(file, &finding)).collect();
    };
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let shown = Shown { file, judgement };
    let mut text = String::new();
    for diagnostic in &judgement.report.diagnostics {
        text += &renderer.render(&[shown.group(diagnostic)]);
        text += "\n\n";
    }
    text
}

fn unread(file: &File<'_>, finding: &Finding<'_>) -> String {
    let (level, rule) = (finding.level, finding.rule.name);
    format!("{level}[{rule}]: {}\n  --> {}\n\n", printable(finding.message), printable(file.path))
}

/// The file that is shown.
struct Shown<'a> {
    file: &'a File<'a>,
    judgement: &'a Judgement,
}

impl<'a> Shown<'a> {
    fn group(&self, diagnostic: &'a Diagnostic) -> Group<'a> {
        let level = level(diagnostic.level);
        let (headline, rest) = split(&diagnostic.message);
        let (origin, snippet, shown) = self.snippet(diagnostic);
        let title = level.primary_title(headline).id(diagnostic.rule.name);
        let mut group = title.elements(origin).element(snippet);
        if !rest.is_empty() {
            group = group.element(Level::NOTE.message(rest));
        }
        for related in diagnostic.related.iter().filter(|related| !shown.contains(related)) {
            let place = self.judgement.snapshot.file(related.file).map(|file| {
                let position = file.text().position(related.range.start(), Encoding::Utf32);
                format!(
                    "{}:{}:{}",
                    self.file.name_of(file.key()).unwrap_or_else(|| file.key().to_string()),
                    position.line + 1,
                    position.column + 1
                )
            });
            if let Some(place) = place {
                group = group.element(Level::NOTE.message(format!("{}: {place}", related.message)));
            }
        }
        group
    }

    /// The lines of a finding, cut to what is around it. Where the first one is cut the place is given apart, since the
    /// column in what is shown is not that in the file.
    ///
    /// Other places close by that the finding has to do with are marked too, and are given back.
    fn snippet(
        &self,
        diagnostic: &'a Diagnostic,
    ) -> (Option<Origin<'a>>, Snippet<'a, Annotation<'a>>, Vec<&'a Related>) {
        let text = &self.judgement.text;
        let start = diagnostic.range.start();
        let first = text.line_of(start);
        let last = text.line_of(diagnostic.range.end()).min(first + MOST_LINES - 1);
        let lines = TextRange::new(text.line_start(first), text.line_end(last));
        let (start, end) = (start.min(lines.end()), diagnostic.range.end().min(lines.end()));
        let marked = TextRange::new(start, end.min(start + TextSize::new(MOST_MARKED)));
        let around = TextRange::new(
            start.checked_sub(TextSize::new(MOST_AROUND)).unwrap_or_default().max(lines.start()),
            // No further than the line on which the mark ends.
            (marked.end() + TextSize::new(MOST_AROUND)).min(text.line_end(text.line_of(marked.end()))),
        );
        let (marked, around) = (text.clamp(marked), text.clamp(around));
        let before = if around.start() > lines.start() { "…" } else { "" };
        let behind = if around.end() < lines.end() { "…" } else { "" };
        let nearby = self.nearby(diagnostic, lines);
        if !nearby.is_empty() && before.is_empty() && behind.is_empty() {
            return (None, self.with_nearby(diagnostic, marked, lines, &nearby), nearby);
        }
        let source = format!("{before}{}{behind}", text.slice(around));
        let inside = |offset: TextSize| usize::from(offset - around.start()) + before.len();
        let mark = AnnotationKind::Primary.span(inside(marked.start())..inside(marked.end()));
        let snippet = Snippet::source(source).line_start(first + 1).annotation(mark.label(self.margin(diagnostic)));
        if before.is_empty() {
            return (None, snippet.path(self.file.path), Vec::new());
        }
        let position = text.position(start, Encoding::Utf32);
        let (line, column) = (position.line as usize + 1, position.column as usize + 1);
        (Some(Origin::path(self.file.path).line(line).char_column(column)), snippet, Vec::new())
    }

    /// The places in the same file that a finding points to, close enough to its own lines to be shown with them.
    fn nearby(&self, diagnostic: &'a Diagnostic, lines: TextRange) -> Vec<&'a Related> {
        let near = |related: &&Related| {
            related.file == self.judgement.report.file
                && related.range.cover(lines).len() <= TextSize::new(MOST_NEARBY)
                && related.range.intersect(diagnostic.range).is_none_or(|both| both.is_empty())
        };
        diagnostic.related.iter().filter(near).collect()
    }

    /// The lines of a finding and of the places nearby, with what is said of them. Where several are said the same of,
    /// it stands beside the last.
    fn with_nearby(
        &self,
        diagnostic: &Diagnostic,
        marked: TextRange,
        lines: TextRange,
        nearby: &[&'a Related],
    ) -> Snippet<'a, Annotation<'a>> {
        let text = &self.judgement.text;
        let all = nearby.iter().fold(lines, |all, related| all.cover(related.range));
        let all = TextRange::new(text.line_start(text.line_of(all.start())), text.line_end(text.line_of(all.end())));
        let span = |range: TextRange| usize::from(range.start() - all.start())..usize::from(range.end() - all.start());
        let mark = AnnotationKind::Primary.span(span(marked)).label(self.margin(diagnostic));
        let others = nearby.iter().enumerate().map(|(index, related)| {
            let last = nearby[index + 1..].iter().all(|later| later.message != related.message);
            AnnotationKind::Context.span(span(related.range)).label(last.then_some(&*related.message))
        });
        Snippet::source(text.slice(all).into_owned())
            .line_start(text.line_of(all.start()) + 1)
            .path(self.file.path)
            .annotations([mark].into_iter().chain(others))
    }

    /// What stands beside the mark: the strength of the cell that is marked, if it is one, and the cell where it is words
    /// that led there.
    fn margin(&self, diagnostic: &Diagnostic) -> Option<String> {
        let claims = &self.judgement.report.claims;
        // They are in the order of the text.
        let behind = claims.partition_point(|claim| claim.range.start() <= diagnostic.range.start());
        let claim = claims.get(behind.checked_sub(1)?)?;
        let cell = claim.cells.iter().find(|cell| cell.range == diagnostic.range)?;
        let rating = cell.rating.as_ref()?;
        let rated = format!("{} ({})", rating.strength, rating.provenance);
        Some(match cell.origin {
            PlacedBy::Declared => rated,
            PlacedBy::Inferred => format!("{}: {rated}", cell.cell),
        })
    }
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
