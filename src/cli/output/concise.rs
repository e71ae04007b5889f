//! One line a finding: `path:line:column: level[rule] message`.

use super::super::terminal::printable;
use super::file::File;
use crate::text::Encoding;

pub(super) fn file(file: &File<'_>) -> String {
    file.findings()
        .map(|finding| {
            let (start, _) = finding.place(Encoding::Utf32);
            let (path, message) = (printable(file.path), printable(finding.message));
            format!("{path}:{}:{}: {}[{}] {message}\n", start.line, start.column, finding.level, finding.rule.name)
        })
        .collect()
}
