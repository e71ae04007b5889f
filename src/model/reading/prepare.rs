//! Writes the built-in phrases down as Rust source, laid out: for the build script, and for nobody else.

use super::concept::Concept;
use super::lexemes::{Lexemes, Slot};
use super::pattern::{Builder, Candidate, Item, Lists, Patterns};
use super::techniques::TECHNIQUES;
use super::{notation, words_chain, words_context, words_privacy, words_speed, words_subject, words_verify};
use std::fmt::Write;

/// All tables of phrases.
const TABLES: [&[(Concept, &str)]; 6] = [
    words_chain::WORDS,
    words_context::WORDS,
    words_privacy::WORDS,
    words_speed::WORDS,
    words_subject::WORDS,
    words_verify::WORDS,
];

/// The source of what `lexicon.rs` includes.
pub(crate) fn source() -> String {
    let mut notions = Builder::default();
    for (concept, phrases) in TABLES.into_iter().flatten() {
        notation::add(&mut notions, phrases, *concept as u32);
    }
    let mut techniques = Builder::default();
    for (index, (_, phrases)) in (0..).zip(TECHNIQUES) {
        notation::add(&mut techniques, phrases, index);
    }
    let names: Vec<&str> = TECHNIQUES.iter().map(|(name, _)| *name).collect();
    format!(
        "static NOTIONS: Patterns = {};
static TECHNIQUES: Patterns = {};
static TECHNIQUE_NAMES: &[&str] = &{names:?};
",
        patterns(&notions.build()),
        patterns(&techniques.build()),
    )
}

/// The source of patterns, as an expression.
fn patterns(patterns: &Patterns) -> String {
    let Patterns { lexemes, symbols, patterns, means, sets, sets_of, first } = patterns;
    let Lexemes { text, slots, sieve, lengths, firsts } = lexemes;
    let slots = list(slots, |Slot { hash, place, len, symbol }| {
        format!("Slot{{hash:{hash},place:{place},len:{len},symbol:{symbol}}}")
    });
    let number = |number: &u32| number.to_string();
    let candidate =
        |Candidate { pattern, needs }: &Candidate| format!("Candidate{{pattern:{pattern},needs:{needs:?}}}");
    format!(
        "Patterns {{
            lexemes: Lexemes {{ text: Cow::Borrowed({text:?}), slots: {slots}, sieve: {}, lengths: {lengths},
                firsts: {firsts:?} }},
            symbols: {symbols},
            patterns: {},
            means: {},
            sets: {},
            sets_of: {},
            first: {},
        }}",
        list(sieve, u64::to_string),
        lists(patterns, |Item(item)| format!("Item({item})")),
        list(means, number),
        lists(sets, number),
        lists(sets_of, number),
        lists(first, candidate),
    )
}

fn lists<T: Clone>(lists: &Lists<T>, item: impl Fn(&T) -> String) -> String {
    format!("Lists {{ all: {}, ends: {} }}", list(&lists.all, item), list(&lists.ends, u32::to_string))
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    let mut source = String::from("Cow::Borrowed(&[");
    for each in items {
        let _ = write!(source, "{},", item(each));
    }
    source + "])"
}
