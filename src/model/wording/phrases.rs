//! The phrases of the library, found in a text.

use super::Kind;
use super::pattern::Map;
use super::words::Words;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

/// How grave the library holds a phrase to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A matter of style.
    Information,
    /// It needs a figure or a mechanism.
    Warning,
    /// It misleads.
    Error,
}

impl Level {
    /// The level of a name, as the library writes it.
    pub fn named(name: &str) -> Option<Level> {
        match name {
            "information" | "info" => Some(Level::Information),
            "warning" => Some(Level::Warning),
            "error" => Some(Level::Error),
            _ => None,
        }
    }
}

/// Phrases to look for, each with the kind and the level of its declaration.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// For each first word the rest of the phrases that begin with it, the longest first.
    by_first: Map<String, Vec<Entry>>,
    /// Phrases that are looked for as well.
    base: Option<Arc<Phrases>>,
    /// Those of them that are not, word by word.
    hidden: HashSet<Vec<String>>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// The words after the first.
    rest: Vec<String>,
    /// Whether the phrase has commas, which must then not be missing in the text either.
    commas: bool,
    kind: Kind,
    points: u8,
}

impl Phrases {
    /// Makes them ready. Each comes with its kind and level; variants are phrases of their own.
    pub fn new<T: AsRef<str>>(phrases: impl IntoIterator<Item = (T, Kind, Level)>) -> Phrases {
        let mut by_first: Map<String, Vec<Entry>> = Map::default();
        for (wording, kind, level) in phrases {
            let mut words = spell(wording.as_ref());
            if words.is_empty() {
                continue;
            }
            let first = words.remove(0);
            let points = points(kind, level, words.len() + 1);
            let commas = wording.as_ref().contains([',', '+', '/']);
            by_first.entry(first).or_default().push(Entry { rest: words, commas, kind, points });
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Phrases { by_first, ..Phrases::default() }
    }

    /// These, and those of `base` besides. Of two that are as long as each other these win, and what is `hidden` of the
    /// base is not looked for at all.
    #[must_use]
    pub fn over<T: AsRef<str>>(self, base: Arc<Phrases>, hidden: impl IntoIterator<Item = T>) -> Phrases {
        let hidden = hidden.into_iter().map(|phrase| spell(phrase.as_ref())).collect();
        Phrases { base: Some(base), hidden, ..self }
    }

    /// The longest phrase that begins with a word.
    fn longest(&self, words: &Words, start: usize, hidden: &HashSet<Vec<String>>) -> Option<&Entry> {
        let first = words.lower(start);
        let is_hidden = |entry: &Entry| {
            let all = || std::iter::once(first.to_owned()).chain(entry.rest.iter().cloned()).collect::<Vec<_>>();
            !hidden.is_empty() && hidden.contains(&all())
        };
        let fits = |entry: &&Entry| entry.at(words, start) && !is_hidden(entry);
        let own = self.by_first.get(first).and_then(|entries| entries.iter().find(fits));
        let base = self.base.as_ref().and_then(|base| base.longest(words, start, &self.hidden));
        match (own, base) {
            (Some(own), Some(base)) if base.rest.len() > own.rest.len() => Some(base),
            (own, base) => own.or(base),
        }
    }

    /// Calls `found` with the words of each phrase in the text, its kind and its points. The longest wins.
    pub(super) fn find(&self, words: &Words, mut found: impl FnMut(Range<usize>, Kind, u8)) {
        let none = HashSet::new();
        let mut start = 0;
        while start < words.list.len() {
            let hit = self.longest(words, start, &none);
            match hit {
                Some(entry) => {
                    let end = start + 1 + entry.rest.len();
                    found(start..end, entry.kind, entry.points);
                    start = end;
                }
                None => start += 1,
            }
        }
    }
}

impl Entry {
    fn at(&self, words: &Words, start: usize) -> bool {
        self.rest.iter().enumerate().all(|(offset, wanted)| {
            let index = start + 1 + offset;
            words.list.get(index).is_some_and(|word| {
                word.clause == words.list[start].clause && (self.commas || !word.comma) && words.lower(index) == wanted
            })
        })
    }
}

/// The words of a phrase, cut as those of a text are.
fn spell(phrase: &str) -> Vec<String> {
    let words = Words::cut(phrase, &super::pattern::Symbols::default());
    (0..words.list.len()).map(|index| words.lower(index).to_owned()).collect()
}

/// The points of a phrase. Bare words ("verifiable", "audited", "up to") are worth a look and never make hype; what is
/// wrong about a technique is for other rules than this one, and weighs half here.
fn points(kind: Kind, level: Level, words: usize) -> u8 {
    match (kind, level) {
        (Kind::Vague, Level::Warning | Level::Information) => 0,
        (_, _) if words == 1 && level != Level::Error => 1,
        (Kind::OnChain | Kind::Identity | Kind::Wrapper, Level::Error) => 2,
        (Kind::OnChain | Kind::Identity | Kind::Wrapper, Level::Warning) => 1,
        (Kind::Returns, Level::Warning) => 1,
        (_, Level::Error) => 4,
        (_, Level::Warning) => 2,
        (_, Level::Information) => 1,
    }
}
