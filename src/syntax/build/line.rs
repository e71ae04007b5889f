//! Reading one line that was parsed alone.

use super::{Cell, Field, Keyword, Members, Reader, SyntaxError, children};
use crate::text::{Text, TextSize};

/// The fields in the body of the one declaration that a text was made of, and what is wrong in them, if there is
/// nothing that a body around them has to do with. Places count from `base`.
pub(in crate::syntax) fn line(
    tree: &tree_sitter::Tree,
    text: &Text,
    base: TextSize,
) -> Option<(Vec<Field>, Vec<SyntaxError>)> {
    let reader = Reader { text, before: None, piece: Cell::new((0, "")), unclosed_text: Cell::new(false) };
    let root = tree.root_node();
    let body = root.child(0)?.child_by_field_name("body").filter(|_| root.child_count() == 1)?;
    let mut members = Members::new(Some(Keyword::Project), base);
    for part in children(body).into_iter().filter(|part| !matches!(part.kind(), "{" | "}")) {
        reader.member(part, &mut members, 1);
    }
    let is_alone = members.built.is_empty() && members.escaped.is_empty() && !reader.unclosed_text.get();
    is_alone.then_some((members.fields, members.errors))
}
