//! Markdown as plain text, for editors that show a text as it is.
//!
//! It knows what our own texts are written with and no more. Whatever else it meets stays as it is.

use std::iter::repeat_n;

/// Our Markdown as a text that reads well without any reader of Markdown.
pub(super) fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            for code in lines.by_ref().take_while(|line| !line.starts_with("```")) {
                text += code;
                text.push('\n');
            }
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(cells(row));
            }
            table(&rows, &mut text);
        } else {
            let heading = line.trim_start_matches('#');
            let words = if heading.starts_with(' ') { heading.trim_start() } else { line };
            text += inline(words).trim_end();
            text.push('\n');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// The cells of a row, each as plain text; nothing for the line below the head.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim().trim_start_matches('|');
    let mut cells = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (index, c) in row.char_indices() {
        if c == '|' && !escaped {
            cells.push(row[start..index].trim());
            start = index + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    let rule = |cell: &&str| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':'));
    if cells.iter().all(rule) { Vec::new() } else { cells.into_iter().map(inline).collect() }
}

/// Writes a table, its columns one below the other.
fn table(rows: &[Vec<String>], text: &mut String) {
    let width = |cell: &String| cell.chars().count();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(width).max().unwrap_or(0))
        .collect();
    for row in rows.iter().filter(|row| !row.is_empty()) {
        let mut line = String::new();
        for (cell, wide) in row.iter().zip(&widths) {
            line += cell;
            line.extend(repeat_n(' ', wide.saturating_sub(width(cell)) + 2));
        }
        *text += line.trim_end();
        text.push('\n');
    }
}

/// A line without its markup.
fn inline(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                text.push_str(&after[..1]);
                &after[1..]
            }
            '`' => {
                let (code, after) = code_span(rest);
                text += code;
                after
            }
            '*' => {
                let stars = rest.len() - rest.trim_start_matches('*').len();
                let after = &rest[stars..];
                // Between spaces it is no markup.
                let left = text.is_empty() || text.ends_with(' ');
                if left && (after.is_empty() || after.starts_with(' ')) {
                    text += &rest[..stars];
                }
                after
            }
            '[' => match link(after) {
                Some((shown, url, after)) => {
                    let shown = inline(shown);
                    let same = shown == url;
                    text += &shown;
                    if !same {
                        text += &format!(" ({url})");
                    }
                    after
                }
                None => {
                    text.push('[');
                    after
                }
            },
            '&' => match entity(after) {
                Some((c, after)) => {
                    text.push(c);
                    after
                }
                None => {
                    text.push('&');
                    after
                }
            },
            c => {
                text.push(c);
                after
            }
        };
    }
    text
}

/// The code at the start of a text, and what comes after it; the backticks alone if they are never closed.
fn code_span(text: &str) -> (&str, &str) {
    let after = text.trim_start_matches('`');
    let (fence, len) = text.split_at(text.len() - after.len());
    let mut from = 0;
    while let Some(found) = len[from..].find('`') {
        let start = from + found;
        let run = len[start..].len() - len[start..].trim_start_matches('`').len();
        if run == fence.len() {
            let code = &len[..start];
            let padded = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
            let code = padded.filter(|code| !code.trim().is_empty()).unwrap_or(code);
            return (code, &len[start + run..]);
        }
        from = start + run;
    }
    (fence, after)
}

/// What a link shows, where it leads, and what comes after it; the bracket is open already.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let mut escaped = false;
    let end = text.char_indices().find_map(|(index, c)| {
        let ends = c == ']' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(index)
    })?;
    let after = text[end..].strip_prefix("](")?;
    let (url, after) = after.split_once(')')?;
    Some((&text[..end], url, after))
}

/// The character that an entity stands for, and what comes after it; the `&` is read already.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, after) = text.split_once(';')?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => ' ',
        _ => char::from_u32(name.strip_prefix('#')?.parse().ok()?)?,
    };
    Some((c, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markdown: &str, expected: &str) {
        assert_eq!(plain(markdown), expected, "{markdown}");
    }

    #[test]
    fn markup_goes_and_words_stay() {
        check("# verdict\n\n**cell** ○ **weak**: *avoid*\n", "verdict\n\ncell ○ weak: avoid");
        check("- a\n- **b**: c  \n", "- a\n- b: c");
        check("2 * 3, #5 and a_b_c", "2 * 3, #5 and a_b_c");
        check("\\*no\\* \\[link\\]\\(x\\) a\\\\b \\|", "*no* [link](x) a\\b |");
        check("https&#58;//a.org &#119;ww.b.org a & b &c; R&D", "https://a.org www.b.org a & b &c; R&D");
        check("```synergy\nclaim **a** { }\n```\nend", "claim **a** { }\nend");
    }

    #[test]
    fn code_stays_as_it_is() {
        check("`a*b*` and ``c`d`` and `` ` `` and `open", "a*b* and c`d and ` and `open");
        check("`\\*` `&#58;` `[a](b)`", "\\* &#58; [a](b)");
    }

    #[test]
    fn links_show_where_they_lead() {
        check("see [a \\[b\\] **c**](https://x.org/y), [d]", "see a [b] c (https://x.org/y), [d]");
        check("[https&#58;//x.org](https://x.org)", "https://x.org");
    }

    #[test]
    fn tables_have_columns() {
        check(
            "| | one | two |\n|---|---|---|\n| long name | ● a | **▸ b** |\n| c | d\\|e | |\n\nend",
            "           one  two\nlong name  ● a  ▸ b\nc          d|e\n\nend",
        );
    }

    /// What we write must come out whole: whatever is put in, as it is shown.
    #[test]
    fn any_text_comes_through() {
        for text in [
            "", "*", "**", "`", "``", "[", "[]", "[](", "[]()", "&", "&;", "&#;", "&#x;", "\\", "|", "||", "```", "#",
            "é*é", "\\é",
        ] {
            let _ = plain(text);
            let _ = plain(&text.repeat(3));
        }
    }
}
