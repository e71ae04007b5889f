//! One line a finding: `path:line:column: level[rule] message`.

use super::super::files::Judgement;
use super::super::terminal::printable;
use crate::rules::Level;
use crate::text::Encoding;

pub(super) fn file(path: &str, judgement: &Judgement) -> String {
    judgement
        .report
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let position = judgement.text.position(diagnostic.range.start(), Encoding::Utf32);
            line(
                path,
                position.line + 1,
                position.column + 1,
                diagnostic.level,
                diagnostic.rule.name,
                &diagnostic.message,
            )
        })
        .collect()
}

pub(super) fn line(path: &str, line: u32, column: u32, level: Level, rule: &str, message: &str) -> String {
    format!("{}:{line}:{column}: {level}[{rule}] {}\n", printable(path), printable(message))
}
