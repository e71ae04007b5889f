//! Workflow commands, which GitHub shows as annotations of a pull request.

use super::super::terminal::printable;
use super::Run;
use super::file::File;
use crate::rules::Level;
use crate::text::Encoding;

pub(super) fn file(file: &File<'_>) -> String {
    file.findings()
        .map(|finding| {
            let (start, end) = finding.place(Encoding::Utf32);
            // Columns are for annotations of one line alone.
            let columns = if start.line == end.line {
                format!(",col={},endColumn={}", start.column, end.column)
            } else {
                String::new()
            };
            // The log shows nothing of a command but its message, so the place and the rule stand there too.
            let message =
                format!("{}:{}:{}: {}: {}", file.path, start.line, start.column, finding.rule.name, finding.message);
            format!(
                "::{} file={},line={},endLine={}{columns},title={}::{}\n",
                command(finding.level),
                property(file.path),
                start.line,
                end.line,
                property(finding.rule.name),
                data(&message),
            )
        })
        .collect()
}

/// What could not be read belongs to no line of a file, but is not to be missed.
pub(super) fn tail(run: &Run<'_>) -> String {
    let problems = run.problems.iter().chain(run.misconfigured);
    problems.map(|problem| format!("::error title=hypecheck::{}\n", data(problem))).collect()
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Information | Level::Hint => "notice",
    }
}

/// The text of a command. What would end it is encoded as the runner decodes it, and the log is spared the rest.
fn data(text: &str) -> String {
    printable(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")).into_owned()
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_in_a_text_ends_a_command_or_begins_another() {
        assert_eq!(data("50 %\r\n::error::%0A"), "50 %25%0D%0A::error::%250A");
        assert_eq!(property("a,b:c%\n::"), "a%2Cb%3Ac%25%0A%3A%3A");
    }

    #[test]
    fn what_a_terminal_would_act_on_does_not_reach_the_log() {
        assert_eq!(data("a\u{1b}[31m\u{202e}b"), "a\u{fffd}[31m\u{fffd}b");
    }
}
