//! The built-in phrases as one table, built at the first use.

use super::concept::Concept;
use super::pattern::{Hit, Patterns};
use super::tokens::Token;
use super::{words_chain, words_context, words_privacy, words_speed, words_subject, words_verify};
use std::sync::LazyLock;

/// All tables.
const TABLES: [&[(Concept, &str)]; 6] = [
    words_chain::WORDS,
    words_context::WORDS,
    words_privacy::WORDS,
    words_speed::WORDS,
    words_subject::WORDS,
    words_verify::WORDS,
];

fn patterns() -> &'static Patterns<Concept> {
    static PATTERNS: LazyLock<Patterns<Concept>> = LazyLock::new(|| {
        let mut patterns = Patterns::new();
        for (concept, phrases) in TABLES.into_iter().flatten() {
            patterns.add_list(phrases, *concept);
        }
        patterns
    });
    &PATTERNS
}

/// Builds the table, if nobody has yet.
pub(super) fn make_ready() {
    patterns();
}

/// The notions that a row of words stands for.
pub(super) fn find(tokens: &[Token]) -> Vec<Hit<Concept>> {
    patterns().find(tokens)
}
