//! How often the readers of prose are right, for the pages of the rules that rest on them.
//!
//! The tables are the files in `figures`, as they stand on the pages, and they stand nowhere else. Rows that begin with
//! the name of a file are for claims in `tests/claims`: a test measures these anew and holds the table to it. The others
//! were measured on claims that are not there, on the day that is said; whoever measures again puts the new row in its
//! place.

const CELLS: &str = include_str!("figures/cells.md");
const WORDING: &str = include_str!("figures/wording.md");

/// What was measured of what a rule rests on, in Markdown; nothing for a rule that reads no prose.
pub(super) fn of(rule: &str) -> Option<&'static str> {
    match rule {
        "inferred-cell" | "mismatched-cell" | "moderate-synergy" | "straddling-cell" | "unplaced-claim"
        | "weak-synergy" => Some(CELLS),
        "hype-phrase" => Some(WORDING),
        _ => None,
    }
}
