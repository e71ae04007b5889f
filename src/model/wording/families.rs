//! The tables: what speaks of hype, in families of patterns, and why each family says nothing that could be checked.
//!
//! They are written in a small language. A pattern is a row of items parted by spaces:
//!
//! | item | stands for |
//! | --- | --- |
//! | `word` | this word, in small letters; hyphens are written as spaces |
//! | `word*` | every word that begins so |
//! | `@class` | every word of a class of `classes.rs`, or a figure (`@num`, `@pct95`, `@n1000`, `@x5`…), or `@w` for any word |
//! | `a\|b*\|@c` | any of these |
//! | `item?` | the same, or nothing |
//! | `..3` | up to three words, of one part between commas |
//! | `~3` | the same, across commas |
//! | `,` | a comma that may or may not be there |
//! | `!a\|b` | the next word is none of these |
//! | `^`, `$` | the clause begins, or ends, here |
//!
//! Between two items there is no comma unless the pattern says so, and a pattern never goes beyond a clause.

mod bargains;
mod grand;
mod idioms;
mod limits;
mod money;
mod ranks;
mod style;
mod visions;

use super::kind::{Damper, Kind};

/// Patterns that fail for the same reason.
#[derive(Debug)]
pub(super) struct Family {
    /// The kind of overstatement.
    pub kind: Kind,
    /// Why it cannot be checked, in one sentence.
    pub why: &'static str,
    /// What takes the edge off it when it stands in the same sentence.
    pub yields: &'static [Damper],
    /// Points and pattern. Three points make a claim hype; see `THRESHOLD` of the module above.
    pub rows: &'static [(u8, &'static str)],
}

/// All families.
pub(super) fn all() -> impl Iterator<Item = &'static Family> {
    [
        ranks::FAMILIES,
        limits::FAMILIES,
        visions::FAMILIES,
        bargains::FAMILIES,
        money::FAMILIES,
        grand::FAMILIES,
        idioms::FAMILIES,
        style::FAMILIES,
    ]
    .into_iter()
    .flatten()
}
