//! Slips that stay in their line: what the grammar makes of that line alone.
//!
//! Most slips do, since the grammar ends a field with its line, and a header at the brace that ends its line. To parse
//! one line instead of a declaration is what makes the key that breaks something cost little more than the others. Where
//! a line could have to do with its neighbours, all of the declaration is left to the tree.

use super::{BLOCK_QUOTES, Declaration, Keyword, PlainReader, begins_word, is_line_break};
use crate::syntax::{BLANKS, SyntaxError, build, parse};
use crate::text::{Text, TextSize};
use std::sync::Arc;

/// So many lines of one declaration the grammar is asked for. One with more slips is parsed sooner as a whole, and what
/// is known of its tree helps with the next edit.
pub(super) const MAX_LINES: usize = 4;

impl PlainReader<'_> {
    /// A declaration of which there is no more than its header, with a slip in it, and the brace that opens its body
    /// and ends the line.
    pub(super) fn slipped_header(&mut self, keyword: Keyword, start: usize) -> Option<Declaration> {
        self.at = start;
        let line = self.rest_of_line();
        let ends_with_brace = line.trim_end_matches(BLANKS).ends_with('{');
        if !ends_with_brace || line.contains(['}', '#']) || line.contains(BLOCK_QUOTES) {
            return None;
        }
        self.count_line()?;
        let outer = keyword.outer().map(Keyword::as_str);
        let text = Text::new(&match outer {
            Some(outer) => format!("{outer} around {{\n{line}\n}}\n}}"),
            None => format!("{line}\n}}"),
        });
        let tree = parse(&text, None).filter(|tree| !tree.root_node().has_error())?;
        let (declarations, errors) = build::file(&tree, &text, None);
        let [outermost] = <[_; 1]>::try_from(declarations).ok()?;
        let declaration = match outermost.declaration {
            alone if outer.is_none() => alone,
            around if around.errors.is_empty() && around.fields.is_empty() && around.settled => {
                let [inner] = around.children.as_slice() else { return None };
                Arc::clone(&inner.declaration)
            }
            _ => return None,
        };
        let is_header = declaration.fields.is_empty() && declaration.children.is_empty() && declaration.body.is_some();
        let is_whole = declaration.settled && declaration.keyword == keyword && errors.is_empty();
        self.at = start + line.len();
        (is_header && is_whole).then(|| Arc::unwrap_or_clone(declaration))
    }

    /// A line of a body with a slip in it: what is wrong. The field that it is meant for, if it is for one, is read.
    /// Places count from `start`.
    pub(super) fn slipped_line(&mut self, start: usize) -> Option<Vec<SyntaxError>> {
        let from = self.at;
        let line = self.rest_of_line();
        let goes_on = line.trim_end_matches(BLANKS).ends_with(',');
        let is_more = goes_on || line.contains(['{', '}', '#']) || line.contains(BLOCK_QUOTES);
        if !self.begins_its_line() || is_more {
            return None;
        }
        self.at += line.len();
        self.blank_lines();
        if !self.peek().is_some_and(|next| next == b'}' || begins_word(next)) {
            return None;
        }
        self.at = from + line.len();
        self.count_line()?;
        // The blanks put the line as far behind `body` as it stands behind `start`.
        let (blanks, body) = (" ".repeat(from - start), "project around {");
        let text = Text::new(&format!("{blanks}{body}{line}\n}}"));
        let tree = parse(&text, None).filter(|tree| !tree.root_node().has_error())?;
        let (mut fields, errors) = build::line(&tree, &text, TextSize::of(body))?;
        self.open.fields.append(&mut fields);
        Some(errors)
    }

    fn count_line(&mut self) -> Option<()> {
        self.lines_left = self.lines_left.checked_sub(1)?;
        Some(())
    }

    fn begins_its_line(&self) -> bool {
        let before = self.source[..self.at].trim_end_matches(BLANKS);
        before.bytes().next_back().is_none_or(is_line_break)
    }
}

#[cfg(test)]
mod tests {
    use super::MAX_LINES;
    use crate::syntax::SyntaxTree;
    use crate::syntax::plain::PlainReader;
    use crate::text::Text;

    const SPEC: &str = "project one \"One\" {\n  about \"It is.\"\n  claim first: privacy + security {\n    says \"One.\"\n    \
                        using zkml\n  }\n}\n";

    /// Whether a spec in which a piece is written otherwise is read without a tree of its declaration. What is read is
    /// what the grammar says.
    #[track_caller]
    fn is_read(piece: &str, otherwise: &str) -> bool {
        assert_eq!(SPEC.matches(piece).count(), 1, "{piece}");
        let source = SPEC.replace(piece, otherwise);
        let read = PlainReader::with_slips(&source).declarations();
        if let Some(read) = &read {
            assert_eq!(read, SyntaxTree::parse_by_grammar(&Text::new(&source)).declarations(), "{source}");
        }
        read.is_some()
    }

    #[test]
    fn of_a_slip_that_stays_in_its_line_only_the_line_is_parsed() {
        for (piece, otherwise) in [
            ("security {", "security {{"),
            ("security {", "security, {"),
            ("first: privacy", "first privacy"),
            ("first: privacy + security", "first: privacy +"),
            ("project one \"One\"", "project \"One\""),
            ("project one \"One\"", "project one \"One"),
            ("\"It is.\"", "\"It is."),
            ("\"It is.\"", "\"It is.  "),
            ("\"One.\"", "\"One.\"\""),
            ("\"One.\"", "\"One.\\q\""),
            ("using zkml", "using zkml zkml:"),
            ("using zkml", "metric latency < "),
            ("using zkml", "\"zkml\""),
            ("says", "größe"),
        ] {
            assert!(is_read(piece, otherwise), "{otherwise}");
        }
    }

    #[test]
    fn what_the_lines_around_it_may_have_to_do_with_is_left_to_the_tree() {
        for (piece, otherwise) in [
            ("security {", "security"),
            ("security {", "security { {}"),
            ("using zkml\n  }", "using zkml\n"),
            ("using zkml", "using zkml,"),
            ("using zkml", "using zkml,\u{c} \u{feff}"),
            ("using zkml", "using zkml }"),
            ("using zkml", "using \"\"\"zkml"),
            ("says \"One.\"", "claim second"),
            ("    using", "    = {\n    using"),
            ("    using", "    =\n    {\n    using"),
        ] {
            assert!(!is_read(piece, otherwise), "{otherwise}");
        }
    }

    #[test]
    fn more_slips_than_a_few_are_left_to_the_tree() {
        let lines = |count| format!("says \"One.\"\n{}", "    größe 1\n".repeat(count));
        assert!(is_read("says \"One.\"\n", &lines(MAX_LINES)));
        assert!(!is_read("says \"One.\"\n", &lines(MAX_LINES + 1)));
        let twice = SPEC.replace("says \"One.\"\n", &lines(MAX_LINES)).repeat(2);
        assert!(PlainReader::with_slips(&twice).declarations().is_some(), "each declaration may have some");
    }
}
