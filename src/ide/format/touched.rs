//! Which declarations a part of a text touches.

use super::layout::Layout;
use crate::text::TextRange;

/// For each owner of a layout, whether one of the ranges touches something of its own.
pub(super) fn owners(layout: &Layout, ranges: &[TextRange]) -> Vec<bool> {
    let mut touched = vec![false; layout.owners()];
    let atoms = layout.atoms();
    let mut ranges = ranges.to_vec();
    ranges.sort_by_key(|range| (range.start(), range.end()));
    // What an earlier range has marked need not be looked at again.
    let mut marked = 0;
    for range in ranges {
        // A cursor touches what it stands beside; what is selected touches what it covers a part of.
        let first = atoms.partition_point(|atom| {
            atom.it.end() < range.start() || !range.is_empty() && atom.it.end() == range.start()
        });
        for atom in atoms.iter().skip(first.max(marked)) {
            if atom.it.start() > range.end() || !range.is_empty() && atom.it.start() == range.end() {
                break;
            }
            touched[atom.owner] = true;
            marked = marked.max(first) + 1;
        }
    }
    touched
}
