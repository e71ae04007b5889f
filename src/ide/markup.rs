//! Writing Markdown that says what it should whatever text is put in it.

use crate::model::Cell;
use crate::text::is_bidi_control;

/// Text as Markdown that shows it as it is: nothing in it is taken for markup, a link, or an image.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut at_line_start = true;
    for (index, c) in text.char_indices() {
        let rest = &text[index..];
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '!' | '&' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '#' | '+' | '-' | '=' if at_line_start => {
                escaped.push('\\');
                escaped.push(c);
            }
            // An editor makes links of bare addresses; only those that we write on purpose may be followed.
            ':' if rest.starts_with("://") => escaped.push_str("&#58;"),
            'w' | 'W' if rest.len() > 4 && rest.as_bytes()[..4].eq_ignore_ascii_case(b"www.") => {
                escaped.push_str("&#119;")
            }
            c if c.is_control() && c != '\n' => {}
            c if is_bidi_control(c) => {}
            c => escaped.push(c),
        }
        at_line_start = c == '\n' || at_line_start && c == ' ';
    }
    escaped
}

/// Text on one line, escaped: what comes from a spec may be wrapped for reasons of its own.
pub(super) fn line(text: &str) -> String {
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A code span that shows a text as it is.
pub fn code(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control() && !is_bidi_control(*c)).collect();
    let longest = clean.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if clean.starts_with('`') || clean.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{clean}{pad}{fence}")
}

/// A link, or the text alone where the address is none that an editor may open.
pub(super) fn link(text: &str, url: &str) -> String {
    if !crate::syntax::is_url(url) {
        return line(text);
    }
    let url: String = url
        .chars()
        .map(|c| match c {
            '(' | ')' | '<' | '>' | '"' | '\\' | '`' | '|' => format!("%{:02X}", c as u32),
            c => c.to_string(),
        })
        .collect();
    format!("[{}]({url})", line(text))
}

/// The message of a finding, which is plain text with names between backticks, as Markdown: cells in bold, other names
/// as code, and all else as it is.
pub fn message(plain: &str) -> String {
    let mut markdown = String::with_capacity(plain.len() + 16);
    let mut rest = plain;
    while let Some((before, name, after)) =
        rest.split_once('`').and_then(|(before, rest)| rest.split_once('`').map(|(name, after)| (before, name, after)))
    {
        markdown += &escape(before);
        markdown += &match Cell::parse(name) {
            Some(cell) => format!("**{cell}**"),
            None => code(name),
        };
        rest = after;
    }
    markdown + &escape(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_shown_as_it_is() {
        assert_eq!(escape("a *b* [c](command:d)"), "a \\*b\\* \\[c\\](command:d)");
        assert_eq!(escape("<img src=x>"), "\\<img src=x\\>");
        assert_eq!(escape("# no heading\n- no list"), "\\# no heading\n\\- no list");
        assert_eq!(escape("\u{202e}evil"), "evil");
        assert_eq!(escape("https://a.org www.b.org c: d"), "https&#58;//a.org &#119;ww.b.org c: d");
    }

    #[test]
    fn code_keeps_its_backticks() {
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }

    #[test]
    fn a_message_has_its_cells_in_bold_and_shows_all_else_as_it_is() {
        assert_eq!(
            message("`performance+decentralization` is *weak* (`a_b`, `x`): [so]"),
            "**performance + decentralization** is \\*weak\\* (`a_b`, `x`): \\[so\\]"
        );
        assert_eq!(message("an odd ` is one"), "an odd \\` is one");
        assert_eq!(message("nothing `` between"), "nothing `` between");
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(link("a", "https://x.org/(y)"), "[a](https://x.org/%28y%29)");
        assert_eq!(link("a", "command:evil"), "a");
        assert_eq!(link("a", "javascript:alert(1)"), "a");
    }
}
