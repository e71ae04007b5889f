//! Markdown for pages that a service shows to many, where a name behind an `@` calls somebody and a number behind a `#`
//! points to something.

use crate::ide;

/// A message of ours on one line, in which names from specs stand between backticks and words from them between curly
/// quotes. It is no other markup, calls nobody and points to nothing.
pub(super) fn message(plain: &str) -> String {
    // Names and numbers are looked for in what is shown, so that to write their signs otherwise does not help. A number
    // in an entity is none of them.
    let markdown = one_line(&ide::message(plain));
    let mut text = String::with_capacity(markdown.len());
    for c in markdown.chars() {
        let is_sign = c == '@' || c == '#' && !text.ends_with('&');
        text.push(c);
        if is_sign {
            text.push('\u{2060}');
        }
    }
    text
}

/// A code span on one line; in code nobody is called.
pub(super) fn code(text: &str) -> String {
    let line = one_line(text);
    if line.is_empty() { "nothing".to_owned() } else { ide::code(&line) }
}

/// A list goes on behind an empty line, and nothing in it may end it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_spec_is_markup_or_calls_anybody() {
        assert_eq!(code("a `b` @someone\n# c"), "``a `b` @someone # c``");
        assert_eq!(message("“@someone” and “#12” <b>"), "“@\u{2060}someone” and “#\u{2060}12” \\<b\\>");
        assert_eq!(message("https://a.example"), "https&#58;//a.example");
    }
}
