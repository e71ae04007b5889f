//! Words and techniques beyond the built-in ones.

use super::pattern::{Hit, Patterns};
use super::techniques::TECHNIQUES;
use super::tokens::Token;
use super::{AiProperty, ChainProperty, Property, Reading};
use std::ops::Range;
use std::sync::LazyLock;

/// What a reader knows beyond the built-in notions: words that speak of a property, and the names of techniques with
/// what they serve. Build it once and read many claims with it.
///
/// The words of the library's own `property` declarations need not be given: the built-in notions cover them, with more
/// regard to context. Words of a house's files are meant here.
pub struct Vocabulary {
    words: Patterns<Property>,
    techniques: Patterns<usize>,
    named: Vec<Named>,
}

/// A technique: its name, and the properties that it serves.
struct Named {
    name: String,
    serves: Vec<Property>,
}

/// What a vocabulary found in a text.
#[derive(Default)]
pub(super) struct Extra {
    /// Properties that words speak of, and which words.
    pub properties: Vec<Hit<Property>>,
    /// Techniques by name.
    pub techniques: Vec<(String, Range<usize>)>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").field("techniques", &self.named.len()).finish_non_exhaustive()
    }
}

impl Vocabulary {
    /// Nothing beyond the built-in notions, and no techniques.
    pub fn new() -> Self {
        Vocabulary { words: Patterns::new(), techniques: Patterns::new(), named: Vec::new() }
    }

    /// The built-in names of techniques; what [`read`](super::read) uses.
    pub fn standard() -> &'static Vocabulary {
        static STANDARD: LazyLock<Vocabulary> = LazyLock::new(|| {
            let mut vocabulary = Vocabulary::new();
            for (name, phrases) in TECHNIQUES {
                vocabulary.techniques.add_list(phrases, vocabulary.named.len());
                // What they serve is in the built-in notions already.
                vocabulary.named.push(Named { name: (*name).to_owned(), serves: Vec::new() });
            }
            vocabulary
        });
        &STANDARD
    }

    /// Adds a word or phrase that speaks of a property, in whatever inflection.
    pub fn add_word(&mut self, property: Property, word: &str) {
        self.words.add_plain(word, property);
    }

    /// Adds a technique under all names that prose has for it. `serves` are the properties that it speaks for where
    /// the built-in notions do not know it.
    pub fn add_technique<'a>(
        &mut self,
        name: &str,
        in_prose: impl IntoIterator<Item = &'a str>,
        serves: impl IntoIterator<Item = Property>,
    ) {
        let index = self.named.len();
        for phrase in in_prose {
            self.techniques.add_plain(phrase, index);
        }
        self.named.push(Named { name: name.to_owned(), serves: serves.into_iter().collect() });
    }

    /// Reads a claim.
    pub fn read(&self, text: &str) -> Reading {
        super::read_with(text, self)
    }

    /// What it finds. `known` tells which words the built-in notions have explained already.
    pub(super) fn find(&self, tokens: &[Token], known: impl Fn(usize, usize) -> bool) -> Extra {
        let mut extra = Extra { properties: self.words.find(tokens), techniques: Vec::new() };
        for hit in longest(self.techniques.find(tokens)) {
            let named = &self.named[hit.means];
            let span = tokens[hit.start].span.start..tokens[hit.end - 1].span.end;
            if !known(hit.start, hit.end) {
                extra.properties.extend(named.serves.iter().map(|&means| Hit {
                    means,
                    start: hit.start,
                    end: hit.end,
                }));
            }
            extra.techniques.push((named.name.clone(), span));
        }
        extra
    }
}

/// One hit a technique, and of overlapping hits only the longest.
fn longest(mut hits: Vec<Hit<usize>>) -> Vec<Hit<usize>> {
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.end - hit.start), hit.start));
    let mut kept: Vec<Hit<usize>> = Vec::new();
    for hit in hits {
        let overlaps = kept.iter().any(|other| hit.start < other.end && other.start < hit.end);
        let again = kept.iter().any(|other| other.means == hit.means);
        if !overlaps && !again {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|hit| hit.start);
    kept
}

/// How much a word of a vocabulary speaks for a row.
pub(super) fn row_weight(property: Property, row: AiProperty) -> i16 {
    if property == Property::Ai(row) { 80 } else { 0 }
}

/// How much it speaks for a column.
pub(super) fn column_weight(property: Property, column: ChainProperty) -> i16 {
    if property == Property::Chain(column) { 100 } else { 0 }
}
