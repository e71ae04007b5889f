//! The fix of every rule whose findings may be accepted in the open: it adds a caveat.

use super::Level;
use super::context::FixContext;
use super::diagnostic::{Diagnostic, Fix, FixClass};
use crate::syntax::Declaration;
use crate::text::{Text, TextEdit, TextRange, TextSize};

/// Adds a caveat for the rule of a finding. Its reason is empty, and that is a finding, one level milder, until the
/// author fills it; a hint has no milder level, so it gets no such fix.
pub(super) fn caveat(cx: &FixContext<'_>) -> Vec<Fix> {
    add(cx).into_iter().collect()
}

fn add(cx: &FixContext<'_>) -> Option<Fix> {
    if cx.diagnostic.level == Level::Hint {
        return None;
    }
    let (base, declaration) = cx.declaration?;
    let body = declaration.body?;
    let Diagnostic { rule, .. } = cx.diagnostic;
    let text = cx.file.text();
    let line_break = line_break(text);
    let indent = |offset: TextSize| {
        let start = text.line_start(text.line_of(offset));
        let before = text.slice(TextRange::new(start, offset));
        before.chars().take_while(|c| *c == ' ' || *c == '\t').collect::<String>()
    };
    let rest_of_line = |offset: TextSize| TextRange::new(offset, text.line_end(text.line_of(offset)));
    let field = format!("caveat {} \"\"", rule.name);
    let edit = match last_line(declaration) {
        // After the last field, as it is indented; a comment stays with the field that it stands behind.
        Some(last) if text.line_of(last.end() + base) > text.line_of(base) => {
            let rest = rest_of_line(last.end() + base);
            let at = if text.slice(rest).trim_start().starts_with('#') { rest.end() } else { rest.start() };
            TextEdit::insert(at, format!("{line_break}{}{field}", indent(last.start() + base)))
        }
        // At the start of the body, and what else is on its line after it, but for a comment.
        _ => {
            let rest = rest_of_line(body.start() + base + TextSize::of('{'));
            let content = text.slice(rest);
            let (outer, content) = (indent(base), content.trim_start());
            let inner = format!("{outer}  ");
            match content.chars().next() {
                None => TextEdit::insert(rest.start(), format!("{line_break}{inner}{field}")),
                Some('#') => TextEdit::insert(rest.end(), format!("{line_break}{inner}{field}")),
                Some(first) => {
                    let blanks = TextRange::new(rest.start(), rest.end() - TextSize::of(content));
                    let after = if first == '}' { &outer } else { &inner };
                    TextEdit::replace(blanks, format!("{line_break}{inner}{field}{line_break}{after}"))
                }
            }
        }
    };
    Some(Fix { title: title(rule.name), class: FixClass::Meaning, preferred: false, edits: vec![edit] })
}

/// What a text breaks its lines with, to judge by the first.
pub(super) fn line_break(text: &Text) -> &'static str {
    match &*text.slice(TextRange::new(text.line_end(0), text.line_start(1))) {
        "\r" => "\r",
        first if first.ends_with("\r\n") => "\r\n",
        _ => "\n",
    }
}

fn title(rule: &str) -> String {
    format!("Say in a `caveat {rule}` why it holds all the same")
}

fn last_line(declaration: &Declaration) -> Option<TextRange> {
    declaration.fields.last().map(|field| field.range)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{settings, snapshot};
    use super::super::{check, fixes};

    #[track_caller]
    fn with_caveat(source: &str) -> String {
        let (snapshot, id) = snapshot(source);
        let file = snapshot.file(id).expect("the file is there");
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let found = report.diagnostics.iter().find(|found| found.rule.name == "weak-synergy").expect("it is found");
        let fix = fixes(file, found).into_iter().find(|fix| fix.title.contains("caveat")).expect("it has a fix");
        file.text().apply(&fix.edits).to_string()
    }

    #[test]
    fn a_caveat_goes_behind_the_comment_that_ends_a_line() {
        let fixed = with_caveat(
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"  # of the last field\n  }\n}\n",
        );
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"  # of the last field\n    caveat weak-synergy \"\"\n  }\n}\n"
        );
        let fixed =
            with_caveat("project p \"P\" {\n  claim c: performance + decentralization { # of the claim\n  }\n}\n");
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization { # of the claim\n    caveat weak-synergy \"\"\n  }\n}\n"
        );
    }

    #[test]
    fn a_caveat_stays_before_a_brace_on_the_same_line() {
        let fixed = with_caveat(
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\" } # closed\n}\n",
        );
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"\n    caveat weak-synergy \"\" } # closed\n}\n"
        );
    }

    #[test]
    fn a_caveat_has_the_line_break_of_its_file() {
        for line_break in ["\r\n", "\r", "\n"] {
            for source in [
                "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\" # why\n  }\n}\n",
                "project p \"P\" {\n  claim c: performance + decentralization { says \"Fast.\" }\n}\n",
            ] {
                let fixed = with_caveat(&source.replace('\n', line_break));
                assert_eq!(fixed, with_caveat(source).replace('\n', line_break), "{line_break:?}");
            }
        }
    }
}
