//! The formatter: nothing is lost, and a second time changes nothing.
//!
//! The input is a text, and behind it two bytes for a place.

use super::input;
use hypecheck::ide::{format, format_ranges, format_typed};
use hypecheck::syntax::{SyntaxTree, TokenKind};
use hypecheck::text::{Text, TextRange};

/// Formats a text, a part of it, and what was just typed.
pub fn run(data: &[u8]) {
    let mut parts = input::parts(data);
    let source = input::text(parts.next().unwrap_or_default());
    let text = Text::new(&source);
    let tree = SyntaxTree::parse(&text);
    let after = laid_out(&text, &tree);
    let after_tree = SyntaxTree::parse(&after);
    let shown = format!("{source:?}\nbecomes\n{:?}", after.to_string());
    assert_eq!(without_blanks(&text), without_blanks(&after), "{shown}");
    assert!(tree.says_the_same(&text, &after_tree, &after), "{shown}");
    assert_eq!(comments(&text, &tree), comments(&after, &after_tree), "{shown}");
    let messages = |tree: &SyntaxTree| tree.all_errors().into_iter().map(|error| error.message).collect::<Vec<_>>();
    assert_eq!(messages(&tree), messages(&after_tree), "{shown}");
    let again = laid_out(&after, &after_tree);
    assert!(again.same_as(&after), "{shown}\nand then\n{:?}", again.to_string());

    let Some(place) = parts.next() else { return };
    let places = input::places(&source);
    let (a, rest) = input::number(place);
    let (b, _) = input::number(rest);
    let (a, b) = (places[a % places.len()], places[b % places.len()]);
    let range = input::range(a.min(b), a.max(b));
    let part = format_ranges(&text, &tree, &[range]).expect("a part says the same");
    let whole = format(&text, &tree).expect("it says the same").edits;
    assert!(part.iter().all(|edit| whole.contains(edit)), "{source:?}");
    for typed in ["\n", "}", "\"", "x"] {
        for edit in format_typed(&text, &tree, range.start(), typed) {
            let old = without_blanks(&Text::new(&text.slice(edit.range)));
            assert_eq!(old, "", "{source:?}");
            assert!(["", "}"].contains(&edit.new_text.trim()), "{source:?}");
        }
    }
}

/// Formats a text. The formatter gives nothing if it has made something else of the text, and that is a fault.
fn laid_out(text: &Text, tree: &SyntaxTree) -> Text {
    let formatted = format(text, tree);
    let formatted = formatted.unwrap_or_else(|| panic!("it would say something else: {:?}", text.to_string()));
    let ends: Vec<TextRange> = formatted.edits.iter().map(|edit| edit.range).collect();
    assert!(ends.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "edits overlap: {ends:?}");
    text.apply(&formatted.edits)
}

fn without_blanks(text: &Text) -> String {
    text.to_string().chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

/// The comments, and how deep each stands.
fn comments(text: &Text, tree: &SyntaxTree) -> Vec<(String, i32)> {
    let mut depth = 0;
    let mut found = Vec::new();
    for token in tree.tokens(text) {
        match token.kind {
            TokenKind::OpeningBrace => depth += 1,
            TokenKind::ClosingBrace => depth -= 1,
            TokenKind::Comment => found.push((text.slice(token.range).into_owned(), depth)),
            _ => {}
        }
    }
    found
}
