//! The formatter: one style, and nothing to choose.
//!
//! A format is a list of edits, and every edit puts blanks in the place of blanks: whatever else stands in the text,
//! comments and prose above all, is out of its reach. What the layout is stands in [`layout`], which edits of it are
//! wanted when only a part of a text is to be formatted in [`touched`], and what happens while somebody types in
//! [`typing`].

mod layout;
mod touched;
mod typing;

pub use typing::format_typed;

use crate::syntax::{Member, MemberKind, SyntaxTree};
use crate::text::{Text, TextEdit, TextRange};
use layout::{LINE_BREAKS, Layout, line_break};

/// What formatting a text comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formatted {
    /// The edits, in the order of the text. They touch no line that is as it should be.
    pub edits: Vec<TextEdit>,
    /// What was left as it is because it cannot be read for certain, outermost first.
    pub left: Vec<TextRange>,
}

/// Formats a text. None if the text would say something else afterwards, which would be a fault of the formatter's: it
/// parses what it has made, so that such a fault costs nobody a text.
pub fn format(text: &Text, tree: &SyntaxTree) -> Option<Formatted> {
    let members = tree.members(text);
    let edits = layout(text, &members).edits().collect();
    let mut left = Vec::new();
    collect_broken(&members, &mut left);
    Some(Formatted { edits: proven(text, tree, edits)?, left })
}

/// Formats the declarations that ranges of a text touch: each as a whole, but for those inside it that they do not
/// touch.
pub fn format_ranges(text: &Text, tree: &SyntaxTree, ranges: &[TextRange]) -> Option<Vec<TextEdit>> {
    let members = tree.members(text);
    let layout = layout(text, &members);
    let touched = touched::owners(&layout, ranges);
    let edits = layout.edits_of(&touched).collect();
    proven(text, tree, edits)
}

/// The layout with the line breaks that the text has most of. What is taken out may leave most of another sort; then
/// that one is written, so that a second time changes nothing.
fn layout(text: &Text, members: &[Member]) -> Layout {
    let most = line_break(&text.to_string());
    let settled = |chosen: &&'static str| {
        let edits: Vec<TextEdit> = Layout::of(text, members, chosen).edits().collect();
        line_break(&text.apply(&edits).to_string()) == *chosen
    };
    let others = LINE_BREAKS.into_iter().filter(|other| *other != most);
    // Hardly any text has more than one sort.
    let chosen = if is_mixed(text) { [most].into_iter().chain(others).find(settled).unwrap_or(most) } else { most };
    Layout::of(text, members, chosen)
}

/// Whether not all lines end alike.
fn is_mixed(text: &Text) -> bool {
    let source = text.to_string();
    let both = source.matches("\r\n").count();
    let sorts = [both, source.matches('\n').count() - both, source.matches('\r').count() - both];
    sorts.into_iter().filter(|count| *count > 0).count() > 1
}

/// The edits, if the text says the same with them.
fn proven(text: &Text, tree: &SyntaxTree, edits: Vec<TextEdit>) -> Option<Vec<TextEdit>> {
    if edits.is_empty() {
        return Some(edits);
    }
    let after = text.apply(&edits);
    tree.says_the_same(text, &SyntaxTree::parse(&after), &after).then_some(edits)
}

fn collect_broken(members: &[crate::syntax::Member], found: &mut Vec<TextRange>) {
    for member in members {
        match &member.kind {
            MemberKind::Broken => found.push(member.range),
            MemberKind::Declaration { body: Some(body), .. } => collect_broken(&body.members, found),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
