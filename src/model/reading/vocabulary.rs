//! Words and techniques beyond the built-in ones.

use super::lexicon;
use super::pattern::{Builder, Hit, Patterns};
use super::tokens::Token;
use super::{AiProperty, ChainProperty, Property, Reading};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// What a reader knows beyond the built-in notions: words that speak of a property, and the names of techniques with
/// what they serve. A [`VocabularyBuilder`] makes one, with which many claims are read.
pub struct Vocabulary {
    words: Patterns,
    /// For each pattern of `words`, by its number, what it speaks of.
    properties: Vec<Property>,
    techniques: Cow<'static, Patterns>,
    named: Vec<Named>,
}

/// A technique: its name, and the properties that it serves.
struct Named {
    name: String,
    serves: Vec<Property>,
}

/// Puts a vocabulary together.
///
/// The words of the library's own `property` declarations need not be given: the built-in notions cover them, with more
/// regard to context. Words of a house's files are meant here.
#[derive(Default)]
pub struct VocabularyBuilder {
    words: Builder,
    properties: Vec<Property>,
    techniques: Builder,
    named: Vec<Named>,
}

impl VocabularyBuilder {
    /// Adds a word or phrase that speaks of a property, in whatever inflection.
    pub fn add_word(&mut self, property: Property, word: &str) {
        self.words.add_plain(word, self.properties.len() as u32);
        self.properties.push(property);
    }

    /// Adds a technique under all names that prose has for it. `serves` are the properties that it speaks for where
    /// the built-in notions do not know it.
    pub fn add_technique<'a>(
        &mut self,
        name: &str,
        in_prose: impl IntoIterator<Item = &'a str>,
        serves: impl IntoIterator<Item = Property>,
    ) {
        for phrase in in_prose {
            self.techniques.add_plain(phrase, self.named.len() as u32);
        }
        self.named.push(Named { name: name.to_owned(), serves: serves.into_iter().collect() });
    }

    /// What was put together.
    pub fn build(self) -> Vocabulary {
        let VocabularyBuilder { words, properties, techniques, named } = self;
        Vocabulary { words: words.build(), properties, techniques: Cow::Owned(techniques.build()), named }
    }
}

/// What a vocabulary found in a text.
#[derive(Default)]
pub(super) struct Extra {
    /// Properties that words speak of, and which words.
    pub properties: Vec<Hit<Property>>,
    /// Techniques by name.
    pub techniques: Vec<(String, Range<usize>)>,
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").field("techniques", &self.named.len()).finish_non_exhaustive()
    }
}

impl Vocabulary {
    /// The built-in names of techniques; what [`read`](super::read) uses.
    pub fn standard() -> &'static Vocabulary {
        static STANDARD: LazyLock<Vocabulary> = LazyLock::new(|| {
            let (names, techniques) = lexicon::techniques();
            // What they serve is in the built-in notions already.
            let named = names.iter().map(|name| Named { name: (*name).to_owned(), serves: Vec::new() }).collect();
            let words = Builder::default().build();
            Vocabulary { words, properties: Vec::new(), techniques: Cow::Borrowed(techniques), named }
        });
        &STANDARD
    }

    /// Reads a claim.
    pub fn read(&self, text: &str) -> Reading {
        super::read_with(text, self)
    }

    /// What it finds. `known` tells which words the built-in notions have explained already.
    pub(super) fn find(&self, tokens: &[Token], known: impl Fn(usize, usize) -> bool) -> Extra {
        let properties = self.words.find(tokens, |word| self.properties[word as usize]);
        let mut extra = Extra { properties, techniques: Vec::new() };
        for hit in longest(self.techniques.find(tokens, |technique| technique as usize)) {
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
