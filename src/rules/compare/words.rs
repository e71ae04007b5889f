//! Whether a claim's words promise less than before.
//!
//! Nobody can tell for sure from words alone. What is told is what a reader can see for himself: a property that the
//! words no longer speak of, a word that left no exception and is gone, a hedge that was not there, a figure that is
//! gone. Words that were hype do not count: who takes them out says no more than can be checked, which is better.

use super::ClaimFacts;
use std::collections::HashSet;

/// Words that leave no exception.
const STRICT: &[&str] = &[
    "all",
    "always",
    "any",
    "anybody",
    "anyone",
    "cannot",
    "each",
    "entirely",
    "every",
    "everybody",
    "everyone",
    "exactly",
    "fully",
    "guarantee",
    "guaranteed",
    "guarantees",
    "must",
    "never",
    "no",
    "nobody",
    "none",
    "nothing",
    "nowhere",
    "only",
    "without",
];

/// Words that leave room.
const HEDGES: &[&str] = &[
    "aim",
    "aims",
    "almost",
    "approximately",
    "attempt",
    "attempts",
    "could",
    "designed",
    "eventually",
    "expect",
    "expected",
    "expects",
    "generally",
    "goal",
    "hope",
    "hopes",
    "intend",
    "intended",
    "intends",
    "largely",
    "mainly",
    "may",
    "might",
    "most",
    "mostly",
    "often",
    "partially",
    "partly",
    "plan",
    "planned",
    "plans",
    "potentially",
    "roughly",
    "selected",
    "should",
    "some",
    "sometimes",
    "strive",
    "strives",
    "tries",
    "try",
    "typically",
    "usually",
    "where",
    "whenever",
    "working",
];

/// The words of a text in small letters; what joins letters and digits is part of a word.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’' || c == '%'))
        .filter(|word| !word.is_empty())
        .map(|word| word.trim_matches(['\'', '’']).to_lowercase())
}

/// How the words of a claim promise less than before, in parts of a sentence; empty where they do not, as far as one
/// can see.
pub(super) fn softened(before: &ClaimFacts, after: &ClaimFacts) -> Vec<String> {
    if before.says == after.says {
        return Vec::new();
    }
    let mut found = Vec::new();
    let lost: Vec<String> = before
        .properties
        .iter()
        .filter(|property| !after.properties.contains(property))
        .map(|property| format!("`{}`", property.as_str()))
        .collect();
    // Who speaks of something else instead has another claim, and that is told as well.
    if !lost.is_empty() {
        found.push(format!("its words no longer speak of {}", lost.join(" and ")));
    }
    let hype: HashSet<String> = before.hype.iter().flat_map(|words| self::words(words).collect::<Vec<_>>()).collect();
    let plain = |text: &str| words(text).filter(|word| !hype.contains(word)).collect::<Vec<_>>();
    let (old, new) = (plain(&before.says), plain(&after.says));
    let quoted = |words: &[&String]| words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
    let is_in = |list: &[&str], word: &str| list.contains(&word);
    // One strict word in the place of another is a matter of style.
    let strict = |words: &[String]| words.iter().any(|word| is_in(STRICT, word));
    if strict(&old) && !strict(&new) {
        let mut gone: Vec<&String> = old.iter().filter(|word| is_in(STRICT, word)).collect();
        gone.dedup();
        found.push(format!("{} {} gone from its words", quoted(&gone), if gone.len() == 1 { "is" } else { "are" }));
    }
    let mut hedges: Vec<&String> = new.iter().filter(|word| is_in(HEDGES, word) && !old.contains(word)).collect();
    hedges.dedup();
    if !hedges.is_empty() && !old.iter().any(|word| is_in(HEDGES, word)) {
        found.push(format!("its words now leave room: {}", quoted(&hedges)));
    }
    let figures = |words: &[String]| {
        words.iter().filter(|word| word.chars().any(|c| c.is_ascii_digit())).cloned().collect::<Vec<_>>()
    };
    let (old, new) = (figures(&old), figures(&new));
    if !old.is_empty() && new.is_empty() {
        found.push(format!("the figure is gone from its words: {}", quoted(&old.iter().collect::<Vec<_>>())));
    }
    found
}

/// How much of their words two texts have in common, from 0 to 1: twice the words that both have, by the words of both
/// together.
pub(super) fn alike(one: &[String], other: &[String]) -> f64 {
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let mut counts: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for word in one {
        *counts.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in other {
        if let Some(count) = counts.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    2.0 * f64::from(common) / (one.len() + other.len()) as f64
}
