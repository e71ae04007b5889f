//! The phrases of the library, found in a text.

use super::Kind;
use super::words::Words;
use foldhash::HashMap;
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
    /// The phrases by their first word, the longest first.
    by_first: HashMap<String, Vec<Entry>>,
    /// For each byte the lengths, as bits, of the first words that begin with it: most words of a text need no more than
    /// this to be told from them.
    lengths: Vec<u32>,
    /// Phrases that are looked for as well.
    base: Option<Arc<Phrases>>,
    /// Those of them that are not, as [`spell`] writes them.
    hidden: HashSet<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// As [`spell`] writes it.
    spelled: String,
    /// How many words it has.
    words: usize,
    /// Whether the phrase has commas, which must then not be missing in the text either.
    commas: bool,
    kind: Kind,
    points: u8,
}

impl Phrases {
    /// Makes them ready. Each comes with its kind and level; variants are phrases of their own.
    pub fn new<T: AsRef<str>>(phrases: impl IntoIterator<Item = (T, Kind, Level)>) -> Phrases {
        let mut by_first: HashMap<String, Vec<Entry>> = HashMap::default();
        let mut lengths = vec![0; 256];
        for (wording, kind, level) in phrases {
            let spelled = spell(wording.as_ref());
            let mut words = spelled.split(' ');
            let Some((first, (byte, length))) = words.next().and_then(|first| Some((first, byte_and_length(first)?)))
            else {
                continue;
            };
            lengths[byte] |= length;
            let entries = match by_first.get_mut(first) {
                Some(entries) => entries,
                None => by_first.entry(first.to_owned()).or_default(),
            };
            let words = 1 + words.count();
            let commas = wording.as_ref().contains([',', '+', '/']);
            entries.push(Entry { spelled, words, commas, kind, points: points(kind, level, words) });
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.words));
        }
        Phrases { by_first, lengths, ..Phrases::default() }
    }

    /// These, and those of `base` besides. Of two that are as long as each other these win, and what is `hidden` of the
    /// base is not looked for at all.
    #[must_use]
    pub fn over<T: AsRef<str>>(self, base: Arc<Phrases>, hidden: impl IntoIterator<Item = T>) -> Phrases {
        let hidden = hidden.into_iter().map(|phrase| spell(phrase.as_ref())).collect();
        Phrases { base: Some(base), hidden, ..self }
    }

    /// The longest phrase that begins with a word, and is none of those that are `hidden` by others.
    fn longest(&self, words: &Words, start: usize, hidden: Option<&HashSet<String>>) -> Option<&Entry> {
        let fits =
            |entry: &&Entry| entry.at(words, start) && !hidden.is_some_and(|hidden| hidden.contains(&entry.spelled));
        let own = self.that_begin_with(words.lower(start)).iter().find(fits);
        let base = self.base.as_ref().and_then(|base| base.longest(words, start, Some(&self.hidden)));
        match (own, base) {
            (Some(own), Some(base)) if base.words > own.words => Some(base),
            (own, base) => own.or(base),
        }
    }

    fn that_begin_with(&self, word: &str) -> &[Entry] {
        let known = byte_and_length(word)
            .is_some_and(|(byte, length)| self.lengths.get(byte).is_some_and(|lengths| lengths & length != 0));
        if known { self.by_first.get(word).map_or(&[], Vec::as_slice) } else { &[] }
    }

    /// Calls `found` with the words of each phrase in the text, its kind and its points. The longest wins.
    pub(super) fn find(&self, words: &Words, mut found: impl FnMut(Range<usize>, Kind, u8)) {
        let mut start = 0;
        while start < words.list.len() {
            match self.longest(words, start, None) {
                Some(entry) => {
                    let end = start + entry.words;
                    found(start..end, entry.kind, entry.points);
                    start = end;
                }
                None => start += 1,
            }
        }
    }
}

impl Entry {
    /// Whether it stands where its first word does.
    fn at(&self, words: &Words, start: usize) -> bool {
        // Byte by byte: what looks for a character in long texts takes longer to begin than a phrase is long.
        let wanted = self.spelled.as_bytes().split(|byte| *byte == b' ');
        wanted.zip(start..).skip(1).all(|(wanted, index)| {
            words.list.get(index).is_some_and(|word| {
                word.clause == words.list[start].clause
                    && (self.commas || !word.comma)
                    && words.lower(index).as_bytes() == wanted
            })
        })
    }
}

/// The first byte of a word, and its length as a bit.
fn byte_and_length(word: &str) -> Option<(usize, u32)> {
    Some((usize::from(*word.as_bytes().first()?), 1 << word.len().min(31)))
}

/// The words of a phrase, cut as those of a text are, in small letters and with blanks between them.
fn spell(phrase: &str) -> String {
    let words = Words::of(phrase);
    (0..words.list.len()).map(|index| words.lower(index)).collect::<Vec<_>>().join(" ")
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
