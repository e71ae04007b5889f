//! The built-in phrases and names of techniques. They are laid out when the program is built (`src/prepare.rs`).

use super::concept::Concept;
use super::lexemes::{Lexemes, Slot};
use super::pattern::{Candidate, Hit, Item, Lists, Patterns};
use super::tokens::Token;
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// The notions that a row of words stands for.
pub(super) fn find(tokens: &[Token]) -> Vec<Hit<Concept>> {
    NOTIONS.find(tokens, |means| Concept::ALL[means as usize])
}

/// The names of techniques, as [`Patterns`] number them, and the patterns.
pub(super) fn techniques() -> (&'static [&'static str], &'static Patterns) {
    (TECHNIQUE_NAMES, &TECHNIQUES)
}
