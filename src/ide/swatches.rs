//! Swatches: the strengths that a matrix states, to be shown beside them in their colours.

use crate::model::{FileId, Snapshot, Strength};
use crate::syntax::{Child, Keyword};
use crate::text::{TextRange, TextSize};

/// A strength where a cell states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// The word.
    pub range: TextRange,
    /// What it says.
    pub strength: Strength,
}

/// The strengths that the cells of a file state, in the order of the text.
pub fn swatches(snapshot: &Snapshot, id: FileId) -> Vec<Swatch> {
    let mut found = Vec::new();
    if let Some(file) = snapshot.file(id) {
        file.tree().declarations().iter().for_each(|child| collect(child, TextSize::new(0), &mut found));
    }
    found.sort_by_key(|swatch| swatch.range.start());
    found
}

/// Those of a declaration in one that starts at `base`.
pub(super) fn collect(child: &Child, base: TextSize, found: &mut Vec<Swatch>) {
    let base = base + child.offset;
    let declaration = &child.declaration;
    if declaration.keyword == Keyword::Cell {
        let stated = declaration.field_names("strength");
        found
            .extend(stated.filter_map(|(word, range)| {
                Some(Swatch { range: range + base, strength: Strength::from_word(word)? })
            }));
    }
    declaration.children.iter().for_each(|inner| collect(inner, base, found));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::snapshot;

    #[test]
    fn a_strength_has_a_swatch_where_a_cell_states_it_and_nowhere_else() {
        let source = "\
matrix acme \"Acme\" {
  cell privacy + security { strength strong }
  cell privacy + scalability {
    strength weak
    because  \"It is weak.\"
  }
  cell privacy + decentralization { strength wek }
}
project weak \"Weak\" { about \"strong\" }
";
        let (snapshot, id) = snapshot(source);
        let found: Vec<_> =
            swatches(&snapshot, id).into_iter().map(|swatch| (&source[swatch.range], swatch.strength)).collect();
        assert_eq!(found, [("strong", Strength::Strong), ("weak", Strength::Weak)]);
    }
}
