//! XML, which the formats of older tools are made of.

use super::super::terminal::printable;
use quick_xml::Writer;
use quick_xml::events::BytesText;

/// What stands at the start of each document.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Elements are written into memory, where nothing fails.
pub(super) type Elements = Writer<Vec<u8>>;
pub(super) type Written = std::io::Result<()>;

/// An element with all that is in it, and the end of its line.
pub(super) fn element(write: impl FnOnce(&mut Elements) -> Written) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let written = write(&mut writer);
    let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
    if let Err(error) = written {
        text += &format!("<!-- {} -->", error.to_string().replace("--", "- -"));
    }
    text.push('\n');
    text
}

/// A text without what XML has no place for. It is escaped where it is written.
pub(super) fn clean(text: &str) -> String {
    printable(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// The content of an element: lines, which have been cleaned each.
pub(super) fn lines(lines: &[String]) -> BytesText<'static> {
    BytesText::new(&lines.join("\n")).into_owned()
}
