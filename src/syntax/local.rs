//! Parsing no more than what an edit touched.
//!
//! An incremental parse looks at a few nodes only, but puts all that stand behind them at the top level together anew,
//! which in a long file is most of the work after a keystroke. Where the file is sound, what stands between two
//! declarations at its top level means the same when it is parsed alone; so it is, and the declarations around it stay.
//! The tree of the whole file is made when somebody asks for it.

use super::build::{self, Edited};
use super::{Child, parse};
use crate::text::{Text, TextRange, TextSize};

/// A piece that is longer than this, in bytes, is not parsed from nothing: with what did not change in it the whole
/// file is parsed faster.
const MAX_PIECE: u32 = 16 * 1024;

/// A piece of a text that was parsed alone.
#[derive(Clone)]
pub(super) struct Piece {
    range: TextRange,
    text: Text,
    tree: tree_sitter::Tree,
}

/// The declarations of a text after an edit, with the help of those before it, all of which were settled, and the piece
/// that was parsed for that. Nothing if what was edited cannot be told apart from what is around it.
pub(super) fn reparse(
    before: &[Child],
    parsed: Option<&Piece>,
    edited: Edited,
    text: &Text,
) -> Option<(Vec<Child>, Piece)> {
    let grown = i64::from(u32::from(edited.new_end)) - i64::from(u32::from(edited.old_end));
    let moved = |offset: TextSize| Some(TextSize::new(u32::try_from(i64::from(u32::from(offset)) + grown).ok()?));
    // The edit must have lines of its own, or else the declaration before or behind it has to do with it.
    let mut first = before.partition_point(|child| child.range().end() <= edited.start);
    while first.checked_sub(1).is_some_and(|last| {
        let last = &before[last];
        // What has no body may be given one in the next line.
        last.declaration.body.is_none() || text.line_of(last.range().end()) == text.line_of(edited.start)
    }) {
        first -= 1;
    }
    let start = first.checked_sub(1).map_or(TextSize::new(0), |last| before[last].range().end());
    let mut next = before.partition_point(|child| child.offset < edited.old_end);
    while let Some(child) = before.get(next) {
        if text.line_of(moved(child.offset)?) > text.line_of(edited.new_end) {
            break;
        }
        next += 1;
    }
    let end = before.get(next).map_or(Some(text.len()), |child| moved(child.offset))?;
    let range =
        (start <= end).then(|| TextRange::new(start, end)).filter(|piece| u32::from(piece.len()) <= MAX_PIECE)?;
    let alone = Text::new(&text.slice(range));
    // Whoever types goes on typing in the same place.
    let known = parsed.filter(|piece| piece.range.start() == start && moved(piece.range.end()) == Some(end));
    let tree = match known {
        Some(piece) => {
            let mut tree = piece.tree.clone();
            let old_end = edited.old_end.checked_sub(start)?;
            let (from, new_end) = (edited.start.checked_sub(start)?, edited.new_end.checked_sub(start)?);
            tree.edit(&super::input_edit(&piece.text, &alone, Edited::new(from, old_end, new_end)));
            let tree = parse(&alone, Some(&tree))?;
            if super::may_lack_its_last_blanks(Some(&tree), &alone) { parse(&alone, None)? } else { tree }
        }
        None => parse(&alone, None)?,
    };
    if tree.root_node().has_error() {
        return None;
    }
    let (now, errors) = build::file(&tree, &alone, None);
    if !errors.is_empty() || !is_settled(&now) || super::nul(&alone, alone.range()).is_some() {
        return None;
    }
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
    Some((all, Piece { range, text: alone, tree }))
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
