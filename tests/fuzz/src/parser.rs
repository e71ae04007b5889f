//! The parser: an edited tree is the tree of the text, and every byte has a place in it.
//!
//! The input is a text, and edits behind it.

use super::input;
use hypecheck::syntax::{Child, SyntaxTree};
use hypecheck::text::{Text, TextRange, TextSize};

/// More edits than this tell nothing new and take long.
const MOST_EDITS: usize = 12;

/// Edits a text and its tree, and compares the tree with one that was parsed from nothing.
pub fn run(data: &[u8]) {
    let mut parts = input::parts(data);
    let mut model = input::text(parts.next().unwrap_or_default());
    let mut text = Text::new(&model);
    let mut tree = SyntaxTree::parse(&text);
    every_byte_has_a_place(&model, &text, &tree);
    is_that_of_the_grammar(&model, &text, &tree);
    let mut edited = false;
    for input::Edit { at, deleted, typed, more } in parts.take(MOST_EDITS).map(input::edit) {
        let places = input::places(&model);
        let from = at % places.len();
        let range = input::range(places[from], places[(from + deleted).min(places.len() - 1)]);
        model.replace_range(std::ops::Range::<usize>::from(range), &typed);
        let before = text.clone();
        let replaced = text.replace(range, &typed);
        assert_eq!(replaced, range);
        tree.edit(&before, &text, replaced);
        edited = true;
        if !more {
            tree = tree.reparse(&text);
        }
    }
    if !edited {
        return;
    }
    tree = tree.reparse(&text);
    assert_eq!(text.to_string(), model);
    let fresh = SyntaxTree::parse(&text);
    assert_eq!(tree.to_sexp(), fresh.to_sexp(), "{model:?}");
    assert_eq!(tree.all_errors(), fresh.all_errors(), "{model:?}");
    assert_eq!(shown(tree.declarations()), shown(fresh.declarations()), "{model:?}");
    assert_eq!(tree.tokens(&text), fresh.tokens(&text), "{model:?}");
    assert_eq!(format!("{:?}", tree.members(&text)), format!("{:?}", fresh.members(&text)), "{model:?}");
    is_that_of_the_grammar(&model, &text, &fresh);
    every_byte_has_a_place(&model, &text, &tree);
}

fn is_that_of_the_grammar(model: &str, text: &Text, tree: &SyntaxTree) {
    let known = SyntaxTree::parse_by_grammar(text);
    assert_eq!(shown(tree.declarations()), shown(known.declarations()), "{model:?}");
    assert_eq!(tree.all_errors(), known.all_errors(), "{model:?}");
    assert_eq!(tree.comments_and_blocks(), known.comments_and_blocks(), "{model:?}");
    // Once there is a tree, it is asked.
    let read = SyntaxTree::parse(text);
    assert_eq!(read.tokens(text), known.tokens(text), "{model:?}");
    assert_eq!(format!("{:?}", read.members(text)), format!("{:?}", known.members(text)), "{model:?}");
}

fn shown(declarations: &[Child]) -> String {
    format!("{declarations:?}")
}

/// What stands between tokens.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{b}' | '\u{c}' | '\n' | '\r' | '\u{feff}')
}

fn every_byte_has_a_place(model: &str, text: &Text, tree: &SyntaxTree) {
    let mut end = 0;
    let tokens = tree.tokens(text);
    for token in &tokens {
        input::lies_in(model, token.range);
        let (start, next) = (usize::from(token.range.start()), usize::from(token.range.end()));
        assert!(end <= start, "{token:?} begins before the end of the one before it in {model:?}");
        assert!(model[end..start].chars().all(is_blank), "{:?} is in no token of {model:?}", &model[end..start]);
        end = next;
    }
    assert!(model[end..].chars().all(is_blank), "{:?} is in no token of {model:?}", &model[end..]);
    for at in input::places(model) {
        let nodes = tree.nodes_at(input::range(at, at).start());
        let outermost = nodes.last().expect("a place is in the file, if in nothing else");
        assert!(nodes.windows(2).all(|pair| pair[1].range.contains_range(pair[0].range)), "{nodes:?} in {model:?}");
        assert!(usize::from(outermost.range.end()) <= model.len());
    }
    for error in tree.all_errors() {
        input::lies_in(model, error.range);
        if let Some((_, edit)) = &error.fix {
            input::lies_in(model, edit.range);
        }
    }
    lie_in(model, tree.declarations(), TextSize::new(0), text.range());
}

/// Declarations lie in what they stand in, in order. One that stands where it cannot, inside another, is read as if it
/// stood beside that.
fn lie_in(model: &str, children: &[Child], base: TextSize, around: TextRange) {
    assert!(children.is_sorted_by_key(|child| child.offset), "declarations are not in order in {model:?}");
    for child in children {
        let own = child.range() + base;
        input::lies_in(model, own);
        assert!(around.contains_range(own), "{own:?} is not in {around:?} in {model:?}");
        lie_in(model, &child.declaration.children, base + child.offset, own);
    }
}
