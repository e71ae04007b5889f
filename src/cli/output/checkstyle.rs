//! Checkstyle XML, which many tools read.

use super::file::File;
use super::xml::{DECLARATION, clean, element};
use crate::rules::Level;
use crate::text::Encoding;

pub(super) fn head() -> String {
    // The version is that of the format.
    format!("{DECLARATION}<checkstyle version=\"4.3\">\n")
}

pub(super) const TAIL: &str = "</checkstyle>\n";

pub(super) fn file(file: &File<'_>) -> String {
    element(|writer| {
        let element = writer.create_element("file").with_attribute(("name", clean(file.path).as_str()));
        let mut findings = file.findings().peekable();
        if findings.peek().is_none() {
            element.write_empty()?;
            return Ok(());
        }
        element.write_inner_content(|writer| {
            for finding in findings {
                let start = finding.start(Encoding::Utf32);
                writer
                    .create_element("error")
                    .with_attribute(("line", start.line.to_string().as_str()))
                    .with_attribute(("column", start.column.to_string().as_str()))
                    .with_attribute(("severity", severity(finding.level)))
                    .with_attribute(("message", clean(finding.message).as_str()))
                    .with_attribute(("source", format!("hypecheck.{}", finding.rule.name).as_str()))
                    .write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Information | Level::Hint => "info",
    }
}
