//! Which words patterns speak of, and by which symbol: spelled out, by their stem, or by how they begin.
//!
//! All of them lie in one table of slots beside one text, so that the build script can write it down and the program
//! has nothing to build (`src/prepare.rs`).

use std::borrow::Cow;

/// A word as patterns name it.
pub(super) type Symbol = u32;

/// What makes a word of the text one of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum By {
    /// It has this stem.
    Stem,
    /// It is written so.
    Spelling,
    /// It begins so.
    Beginning,
}

/// A slot of the table; one of the length 0 is free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) hash: u32,
    /// Where the word stands in the text of all words.
    pub(super) place: u32,
    pub(super) len: u16,
    pub(super) symbol: Symbol,
}

/// A table of words with their symbols.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexemes {
    /// The words, one after another.
    pub(super) text: Cow<'static, str>,
    /// A power of two of them, of which half are free at least. A word is in the first slot from that of its hash on
    /// which has been free for it.
    pub(super) slots: Cow<'static, [Slot]>,
    /// For each word the bit of its hash. Most words of a text are in no table, and are told so by this.
    pub(super) sieve: Cow<'static, [u64]>,
    /// The lengths that beginnings have, as bits.
    pub(super) lengths: u64,
    /// The first bytes that words and stems of the table have, as bits: few words of a text begin like one in the small
    /// table of a house.
    pub(super) firsts: [u64; 4],
}

/// FNV-1a: a byte more costs one multiplication, so the hashes of all beginnings of a word cost no more than its own.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    const START: Hash = Hash(0xcbf2_9ce4_8422_2325);

    fn step(self, byte: u8) -> Hash {
        Hash((self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
    }

    fn of(word: &str) -> Hash {
        word.bytes().fold(Hash::START, Hash::step)
    }

    /// The same word has another one for each way to name it.
    fn by(self, by: By) -> u32 {
        (self.0 >> 32) as u32 ^ self.0 as u32 ^ [0, 0x5555_5555, 0xaaaa_aaaa][by as usize]
    }
}

impl Lexemes {
    /// Lays out a table. No word has two symbols by the same way; beginnings of more than 63 bytes are never found.
    pub(super) fn new(words: &[(By, String, Symbol)]) -> Lexemes {
        let (mut text, mut lengths, mut firsts) = (String::new(), 0, [0; 4]);
        let mut slots = vec![Slot::default(); (2 * words.len()).next_power_of_two()];
        let mut sieve = vec![0; slots.len().div_ceil(64 / SIEVE_BITS)];
        for (by, word, symbol) in words {
            // A word of that length is in no claim.
            let Ok(len) = u16::try_from(word.len()) else { continue };
            if len == 0 {
                continue;
            }
            let (place, bit) = in_firsts(word.as_bytes()[0]);
            firsts[place] |= bit;
            let hash = Hash::of(word).by(*by);
            let mut index = hash as usize & (slots.len() - 1);
            while slots[index].len != 0 {
                index = (index + 1) & (slots.len() - 1);
            }
            slots[index] = Slot { hash, place: text.len() as u32, len, symbol: *symbol };
            text.push_str(word);
            let (place, bit) = in_sieve(hash, sieve.len());
            sieve[place] |= bit;
            if *by == By::Beginning && len < 64 {
                lengths |= 1 << len;
            }
        }
        Lexemes { text: text.into(), slots: slots.into(), sieve: sieve.into(), lengths, firsts }
    }

    /// Adds the symbols of a word, known by its stem, its spelling and its beginnings, the shortest first.
    pub(super) fn add_symbols_of(&self, word: &str, stem: &str, symbols: &mut Vec<Symbol>) {
        let begins_like_one = |word: &str| {
            let first = word.as_bytes().first().map(|byte| in_firsts(*byte));
            first.is_some_and(|(place, bit)| self.firsts[place] & bit != 0)
        };
        if !begins_like_one(word) && !begins_like_one(stem) {
            return;
        }
        let table = Table { text: self.text.as_bytes(), slots: &self.slots, sieve: &self.sieve };
        symbols.extend(table.find(Hash::of(stem).by(By::Stem), stem.as_bytes()));
        let spelling = symbols.len();
        let mut hash = Hash::START;
        for (before, byte) in word.bytes().enumerate() {
            hash = hash.step(byte);
            if before < 63 && self.lengths >> (before + 1) & 1 == 1 {
                symbols.extend(table.find(hash.by(By::Beginning), &word.as_bytes()[..=before]));
            }
        }
        if let Some(symbol) = table.find(hash.by(By::Spelling), word.as_bytes()) {
            symbols.insert(spelling, symbol);
        }
    }
}

/// How many bits of the sieve there are for each slot.
const SIEVE_BITS: usize = 4;

/// Where the bit of a hash is in a sieve of so many numbers, a power of two.
fn in_sieve(hash: u32, len: usize) -> (usize, u64) {
    ((hash >> 6) as usize & (len - 1), 1 << (hash % 64))
}

/// Where the bit of a first byte is.
fn in_firsts(byte: u8) -> (usize, u64) {
    (usize::from(byte) / 64, 1 << (byte % 64))
}

/// The parts of [`Lexemes`], ready to be looked into.
struct Table<'a> {
    text: &'a [u8],
    slots: &'a [Slot],
    sieve: &'a [u64],
}

impl Table<'_> {
    fn find(&self, hash: u32, word: &[u8]) -> Option<Symbol> {
        let (place, bit) = in_sieve(hash, self.sieve.len());
        if self.sieve.get(place)? & bit == 0 {
            return None;
        }
        let mut index = hash as usize & (self.slots.len() - 1);
        loop {
            let slot = self.slots.get(index)?;
            if slot.len == 0 {
                return None;
            }
            let place = slot.place as usize;
            if slot.hash == hash && self.text.get(place..place + usize::from(slot.len)) == Some(word) {
                return Some(slot.symbol);
            }
            index = (index + 1) & (self.slots.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{By, Lexemes};

    fn found(words: &[(By, &str, u32)], word: &str, stem: &str) -> Vec<u32> {
        let words: Vec<_> = words.iter().map(|(by, word, symbol)| (*by, (*word).to_owned(), *symbol)).collect();
        let mut symbols = Vec::new();
        Lexemes::new(&words).add_symbols_of(word, stem, &mut symbols);
        symbols
    }

    #[test]
    fn a_word_is_known_by_its_stem_its_spelling_and_its_beginnings() {
        let words = [
            (By::Beginning, "decentrali", 5),
            (By::Spelling, "decentralised", 3),
            (By::Stem, "decentralis", 1),
            (By::Beginning, "decent", 4),
            (By::Stem, "decent", 2),
            (By::Beginning, "über", 6),
        ];
        assert_eq!(found(&words, "decentralised", "decentralis"), [1, 3, 4, 5]);
        assert_eq!(found(&words, "decent", "decent"), [2, 4]);
        assert_eq!(found(&words, "überall", "überall"), [6]);
        assert_eq!(found(&words, "üb", "üb"), [0; 0]);
        assert_eq!(found(&words, "", ""), [0; 0]);
        assert_eq!(found(&[], "decent", "decent"), [0; 0]);
    }

    #[test]
    fn a_full_table_finds_all_of_its_words() {
        let words: Vec<_> = (0..5_000).map(|number| (By::Stem, format!("word{number}"), number)).collect();
        let lexemes = Lexemes::new(&words);
        for (_, word, number) in &words {
            let mut symbols = Vec::new();
            lexemes.add_symbols_of("", word, &mut symbols);
            assert_eq!(symbols, [*number]);
        }
    }
}
