//! The tables: what speaks of hype, in families of patterns, and why each family says nothing that could be checked.

mod bargains;
mod grand;
mod idioms;
mod limits;
mod money;
mod ranks;
mod style;
mod visions;

use super::Kind;

/// Patterns that fail for the same reason.
#[derive(Debug)]
pub(super) struct Family {
    /// The kind of overstatement.
    pub kind: Kind,
    /// Why it cannot be checked, in one sentence.
    pub why: &'static str,
    /// What takes the edge off it when it stands in the same sentence.
    pub yields: &'static [Damper],
    /// Points and pattern. Three points make a claim hype; see [`super::THRESHOLD`].
    pub rows: &'static [(u8, &'static str)],
}

/// Words of a sentence that make an overstatement in it weigh less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damper {
    /// A figure with the conditions under which it was measured.
    Measured,
    /// A precise scope: a date, a named object, a limit of what is meant.
    Scope,
    /// The mechanism that gives what is said.
    Mechanism,
    /// The sentence states a limit of what it offers.
    Admits,
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
