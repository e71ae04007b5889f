//! Reading a file piece by piece, and after an edit no more of it than what was touched.
//!
//! Where a file is sound, what stands between two declarations at its top level means the same when it is read alone;
//! so it is, most often [without a tree](super::plain), and the declarations around it stay. The tree of the whole file
//! is made when there is a slip in it that may reach beyond its piece, or when somebody asks for it.

use super::build;
use super::plain::{Outcome, PlainReader};
use super::{Child, Node, parse};
use crate::text::{Text, TextChange, TextRange, TextSize};

/// A piece that is longer than this, in bytes, is not parsed from nothing: with what did not change in it the whole
/// file is parsed faster.
pub(super) const MAX_PIECE: u32 = 16 * 1024;

/// A piece that is longer than this, in bytes, is not read from nothing without a tree either.
pub(super) const MAX_PLAIN_PIECE: u32 = 8 * MAX_PIECE;

/// A piece of a text that was parsed alone.
#[derive(Clone)]
pub(super) struct Piece {
    range: TextRange,
    text: Text,
    tree: tree_sitter::Tree,
}

/// The declarations of a text, all of them settled, read without the tree of the whole. Nothing if there is something in
/// it that may have to do with more than its piece.
pub(super) fn read(text: &Text) -> Option<Vec<Child>> {
    let source = text.slice(text.range());
    if source.contains('\0') {
        return None;
    }
    let mut reader = PlainReader::with_slips(&source);
    let (mut found, mut end) = (Vec::new(), 0);
    loop {
        match reader.read_next() {
            Outcome::Declaration(child) => {
                end = child.range().end().into();
                found.push(child);
            }
            Outcome::End => return Some(found),
            Outcome::Unsure => {
                let next = reader.next_beginning(end);
                let (piece, _) = read_with_tree(&Text::new(&source[end..next]))?;
                let start = TextSize::new(end as u32);
                found.extend(piece.into_iter().map(|child| Child { offset: child.offset + start, ..child }));
                end = next;
                reader.go_to(next);
            }
        }
    }
}

/// The declarations of a piece, and its tree, if nothing around it has to do with what they are.
fn read_with_tree(piece: &Text) -> Option<(Vec<Child>, tree_sitter::Tree)> {
    let tree = parse(piece, None)?;
    settled(&tree, piece).map(|declarations| (declarations, tree))
}

/// What a tree says of a piece, if nothing around it has to do with that.
fn settled(tree: &tree_sitter::Tree, piece: &Text) -> Option<Vec<Child>> {
    if tree.root_node().has_error() {
        return None;
    }
    let (declarations, errors) = build::file(tree, piece, None);
    let settled = errors.is_empty() && is_settled(&declarations) && super::nul(piece, piece.range()).is_none();
    settled.then_some(declarations)
}

/// The declarations of a text after an edit, with the help of those before it, all of which were settled, and the piece
/// that was parsed for that, if one was. Nothing if what was edited cannot be told apart from what is around it.
pub(super) fn reparse(
    before: &[Child],
    parsed: Option<&Piece>,
    edited: TextChange,
    text: &Text,
) -> Option<(Vec<Child>, Option<Piece>)> {
    let grown = i64::from(u32::from(edited.new_end())) - i64::from(u32::from(edited.old_end()));
    let moved = |offset: TextSize| Some(TextSize::new(u32::try_from(i64::from(u32::from(offset)) + grown).ok()?));
    // The edit must have lines of its own, or else the declaration before or behind it has to do with it.
    let mut first = before.partition_point(|child| child.range().end() <= edited.start());
    while first.checked_sub(1).is_some_and(|last| {
        let last = &before[last];
        // What has no body may be given one in the next line.
        last.declaration.body.is_none() || text.line_of(last.range().end()) == text.line_of(edited.start())
    }) {
        first -= 1;
    }
    let start = first.checked_sub(1).map_or(TextSize::new(0), |last| before[last].range().end());
    let mut next = before.partition_point(|child| child.offset < edited.old_end());
    while let Some(child) = before.get(next) {
        if text.line_of(moved(child.offset)?) > text.line_of(edited.new_end()) {
            break;
        }
        next += 1;
    }
    let end = before.get(next).map_or(Some(text.len()), |child| moved(child.offset))?;
    let range = (start <= end).then(|| TextRange::new(start, end))?;
    let (now, piece) = match plain(text, range) {
        Some(now) => (now, None),
        None => {
            // Whoever types goes on typing in the same place.
            let known = parsed.filter(|piece| piece.range.start() == start && moved(piece.range.end()) == Some(end));
            let (now, piece) = reparse_piece(known, edited, range, text)?;
            (now, Some(piece))
        }
    };
    let mut all = Vec::with_capacity(first + now.len() + before.len() - next);
    all.extend_from_slice(&before[..first]);
    for (index, mut child) in now.into_iter().enumerate() {
        // What did not become another is the same for whoever rests on it.
        child.take_over(before[first..next].get(index));
        child.offset += start;
        all.push(child);
    }
    for child in &before[next..] {
        all.push(Child { offset: moved(child.offset)?, declaration: child.declaration.clone() });
    }
    Some((all, piece))
}

/// The declarations of a piece, if it is not long and written as it should be, but for slips that stay in their line.
pub(super) fn plain(text: &Text, piece: TextRange) -> Option<Vec<Child>> {
    if u32::from(piece.len()) > MAX_PLAIN_PIECE {
        return None;
    }
    let source = text.slice(piece);
    if source.contains('\0') { None } else { PlainReader::with_slips(&source).declarations() }
}

/// The declarations of a piece, which is parsed, with the help of its last tree if there is one.
fn reparse_piece(
    known: Option<&Piece>,
    edited: TextChange,
    range: TextRange,
    text: &Text,
) -> Option<(Vec<Child>, Piece)> {
    // What is most of the text is parsed with the rest of it: if it does not stand alone that has to be done anyway.
    let most = known.is_none() && u32::from(range.len()) > u32::from(text.len()) / 2;
    if most || u32::from(range.len()) > MAX_PIECE {
        return None;
    }
    let alone = Text::new(&text.slice(range));
    let tree = match known {
        Some(piece) => {
            let mut tree = piece.tree.clone();
            let old_end = edited.old_end().checked_sub(range.start())?;
            let from = edited.start().checked_sub(range.start())?;
            let new_end = edited.new_end().checked_sub(range.start())?;
            tree.edit(&super::input_edit(
                &piece.text,
                &alone,
                TextChange::new(TextRange::new(from, old_end), new_end - from),
            ));
            let tree = parse(&alone, Some(&tree))?;
            if super::may_lack_its_last_blanks(Some(&tree), &alone) { parse(&alone, None)? } else { tree }
        }
        None => parse(&alone, None)?,
    };
    settled(&tree, &alone).map(|declarations| (declarations, Piece { range, text: alone, tree }))
}

/// The innermost node at an offset and the nodes around it, up to but without the file; nothing if the declarations
/// that the offset is in or beside are too long to be parsed for that.
pub(super) fn nodes_at(declarations: &[Child], text: &Text, offset: TextSize) -> Option<Vec<Node>> {
    let first = declarations.partition_point(|child| child.range().end() < offset);
    let next = declarations.partition_point(|child| child.offset <= offset).max(first);
    let start = first.checked_sub(1).map_or(TextSize::new(0), |last| declarations[last].range().end());
    let end = declarations.get(next).map_or(text.len(), |child| child.offset);
    let piece = TextRange::new(start, end);
    if u32::from(piece.len()) > MAX_PIECE {
        return None;
    }
    let tree = parse(&Text::new(&text.slice(piece)), None)?;
    let mut nodes = super::nodes_at(&tree, offset - start);
    nodes.pop();
    Some(nodes.into_iter().map(|node| Node { range: node.range + start, ..node }).collect())
}

/// Whether nothing around any of them has to do with what they are.
pub(super) fn is_settled(declarations: &[Child]) -> bool {
    declarations.iter().all(|child| child.declaration.settled)
}

#[cfg(test)]
mod tests {
    use crate::syntax::{Child, SyntaxTree};
    use crate::text::{Text, TextRange};
    use std::sync::Arc;

    const SPEC: &str = "use \"house.synergy\"\n\nproject one \"One\" {\n  about \"It is.\"\n}\n\nproject two \"Two\" {\n  \
        claim first: privacy + security { says \"One.\" }\n  claim second: privacy + security {\n    says \"Two.\"\n  \
        }\n}\n\nproject three \"Three\" { }\n";

    /// The declarations of a spec before and after something is typed behind a place in it, and whether that took no
    /// look at the tree of the whole file. They are those of the text.
    #[track_caller]
    fn typed(spec: &str, place: &str, typed: &str) -> (Vec<Child>, Vec<Child>, bool) {
        let before = Text::new(spec);
        let mut tree = SyntaxTree::parse(&before);
        let old = tree.declarations().to_vec();
        let at = spec.find(place).expect("it is in the spec") + place.len();
        let mut text = before.clone();
        let range = text.replace(TextRange::empty((at as u32).into()), typed);
        tree.edit(&before, &text, range);
        let tree = tree.reparse(&text);
        let alone = tree.whole.tree.get().is_none();
        assert_eq!(tree.declarations(), SyntaxTree::parse(&text).declarations());
        (old, tree.declarations().to_vec(), alone)
    }

    fn same(before: &[Child], after: &[Child]) -> Vec<bool> {
        before.iter().zip(after).map(|(old, new)| Arc::ptr_eq(&old.declaration, &new.declaration)).collect()
    }

    #[test]
    fn what_is_written_as_it_should_be_is_read_without_a_tree() {
        for spec in [SPEC, include_str!("../../examples/tutorial.synergy"), include_str!("../std/techniques.synergy")] {
            assert!(super::plain(&Text::new(spec), Text::new(spec).range()).is_some(), "{spec}");
        }
    }

    #[test]
    fn what_is_written_otherwise_costs_a_tree_of_its_own_piece_and_not_one_of_the_file() {
        let spec = SPEC.replace("about \"It is.\"", "größe \"\"\"It is.\"\"\"");
        let text = Text::new(&spec);
        assert!(super::plain(&text, text.range()).is_none());
        let tree = SyntaxTree::parse(&text);
        assert!(tree.whole.tree.get().is_none());
        assert_eq!(tree.declarations().len(), 4);
        let (_, _, alone) = typed(&spec, "größe", "n");
        assert!(alone);
    }

    #[test]
    fn only_the_declaration_that_is_typed_in_is_read_anew_and_the_tree_of_the_file_is_not_asked_for() {
        let (old, new, alone) = typed(SPEC, "says \"Two", " or three");
        assert!(alone);
        assert_eq!(same(&old, &new), [true, true, false, true]);
        assert_eq!(same(&old[2].declaration.children, &new[2].declaration.children), [true, false]);
        let (old, new, alone) = typed(SPEC, "}\n\n", "# A comment.\n");
        assert!(alone);
        assert_eq!(same(&old, &new), [true; 4]);
    }

    #[test]
    fn a_claim_that_is_new_leaves_those_behind_it() {
        let (old, new, _) = typed(SPEC, "project two \"Two\" {\n", "  claim new { says \"New.\" }\n");
        let [before, after] = [&old[2].declaration.children, &new[2].declaration.children];
        assert_eq!(same(before, &after[1..]), [true, true]);
    }

    #[test]
    fn a_declaration_whose_lines_break_elsewhere_is_another_though_its_bytes_stay_where_they_are() {
        let before = Text::new("project one \"One\" {\n  judged-by strict # ab\n  about \"It is.\"\n}\n");
        let mut text = before.clone();
        let at = before.to_string().find(" ab").expect("it is there") as u32;
        let mut tree = SyntaxTree::parse(&before);
        let old = tree.declarations().to_vec();
        let range = text.replace(TextRange::at(at.into(), 2.into()), "\n#");
        tree.edit(&before, &text, range);
        let tree = tree.reparse(&text);
        assert_eq!(text.len(), before.len());
        assert_eq!(same(&old, tree.declarations()), [false]);
    }

    #[test]
    fn in_a_file_with_a_slip_elsewhere_what_is_not_touched_stays_too() {
        let (old, new, alone) = typed(&format!("{SPEC}project four \"Four\" {{\n"), "says \"Two", "!");
        assert!(!alone);
        assert_eq!(same(&old[..4], &new), [true, true, false, true]);
    }

    #[test]
    fn what_could_belong_to_a_neighbour_is_not_read_alone() {
        for (place, text) in [
            ("use \"house.synergy\"\n", "{ }"),
            ("  about \"It is.\"\n}", " claim x { }"),
            ("\n}\n\n", "claim x { }\n"),
            ("\n}\n\n", "says \"\"\"\n"),
            ("\n}\n\n", "}"),
            ("\n}\n\n", "project last \"Last\"\n"),
        ] {
            assert!(!typed(SPEC, place, text).2, "{text} behind {place}");
        }
    }
}
