//! Beginnings of words, all of which are found while one goes through a word once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What some words that begin alike stand for.
#[derive(Clone, Debug)]
pub(super) struct Beginnings<T> {
    /// The lengths that beginnings have, as bits.
    lengths: u64,
    /// By the hash of their bytes.
    by_hash: HashMap<u64, Alike<T>, BuildHasherDefault<Ready>>,
}

/// The beginnings of one hash: mostly one.
type Alike<T> = Vec<(Box<str>, T)>;

/// A hash that is made already.
#[derive(Clone, Copy, Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, &byte| step(hash, byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: a byte more costs one multiplication, so the hashes of all beginnings of a word cost no more than its own.
fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

impl<T> Default for Beginnings<T> {
    fn default() -> Self {
        Beginnings { lengths: 0, by_hash: HashMap::default() }
    }
}

impl<T: Default> Beginnings<T> {
    /// What a beginning stands for, to be read or changed. One of more than 63 bytes is never found.
    pub(super) fn entry(&mut self, beginning: &str) -> &mut T {
        if let Some(bit) = u32::try_from(beginning.len()).ok().and_then(|length| 1u64.checked_shl(length)) {
            self.lengths |= bit;
        }
        let list = self.by_hash.entry(beginning.bytes().fold(START, step)).or_default();
        let index = list.iter().position(|(known, _)| **known == *beginning).unwrap_or_else(|| {
            list.push((beginning.into(), T::default()));
            list.len() - 1
        });
        &mut list[index].1
    }

    /// Calls `found` with what each beginning of a word stands for, the shortest first.
    pub(super) fn of(&self, word: &str, mut found: impl FnMut(&T)) {
        let mut hash = START;
        for (before, byte) in word.bytes().enumerate().take(63) {
            hash = step(hash, byte);
            if self.lengths >> (before + 1) & 1 == 0 {
                continue;
            }
            for (beginning, means) in self.by_hash.get(&hash).into_iter().flatten() {
                if word.as_bytes().get(..=before) == Some(beginning.as_bytes()) {
                    found(means);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Beginnings;

    fn found(beginnings: &Beginnings<u8>, word: &str) -> Vec<u8> {
        let mut all = Vec::new();
        beginnings.of(word, |&means| all.push(means));
        all
    }

    #[test]
    fn all_beginnings_of_a_word_are_found_the_shortest_first() {
        let mut beginnings = Beginnings::default();
        for (beginning, means) in [("decent", 1), ("decentrali", 2), ("de", 3), ("über", 4)] {
            *beginnings.entry(beginning) = means;
        }
        assert_eq!(found(&beginnings, "decentralised"), [3, 1, 2]);
        assert_eq!(found(&beginnings, "decent"), [3, 1]);
        assert_eq!(found(&beginnings, "überall"), [4]);
        assert_eq!(found(&beginnings, "üb"), [0; 0]);
        assert_eq!(found(&beginnings, ""), [0; 0]);
    }
}
