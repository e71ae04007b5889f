//! One line a finding: `path:line:column: level[rule] message`.

use super::super::terminal::printable;
use super::file::File;
use crate::text::{Encoding, LineColumn};
use std::fmt::Write;

pub(super) fn file(file: &File<'_>) -> String {
    let path = printable(file.path);
    let mut lines = String::new();
    for finding in file.findings() {
        let (level, rule, message) = (finding.level, finding.rule.name, printable(finding.message));
        let LineColumn { line, column } = finding.start(Encoding::Utf32);
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{path}:{line}:{column}: {level}[{rule}] {message}");
    }
    lines
}
