//! Short lists of words, asked for each word of a text.

/// Words in order. Most words are told not to be among them by their first letter and their length.
pub(super) struct WordList<const N: usize> {
    words: [&'static str; N],
    /// For each first letter the lengths that words have, as bits.
    lengths: [u32; 26],
}

impl<const N: usize> WordList<N> {
    /// The words must be in order, begin with a small letter and have fewer than 32.
    pub(super) const fn new(words: [&'static str; N]) -> WordList<N> {
        let mut lengths = [0; 26];
        let mut index = 0;
        while index < N {
            let word = words[index].as_bytes();
            assert!(index == 0 || is_before(words[index - 1].as_bytes(), word), "the words are in order");
            lengths[(word[0] - b'a') as usize] |= 1 << word.len();
            index += 1;
        }
        WordList { words, lengths }
    }

    /// Which of them a word is.
    pub(super) fn position(&self, word: &str) -> Option<usize> {
        let letter = word.as_bytes().first()?.wrapping_sub(b'a');
        let lengths = self.lengths.get(usize::from(letter))?;
        let may_be = word.len() < 32 && lengths >> word.len() & 1 == 1;
        may_be.then(|| self.words.binary_search(&word).ok()).flatten()
    }

    /// Whether a word is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.position(word).is_some()
    }
}

const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut index = 0;
    while index < one.len() && index < other.len() {
        if one[index] != other[index] {
            return one[index] < other[index];
        }
        index += 1;
    }
    one.len() < other.len()
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn a_word_is_one_of_a_list_only_if_it_is_written_so() {
        static LIST: WordList<4> = WordList::new(["no", "nobody", "not", "yet"]);
        assert_eq!(
            ["no", "nobody", "not", "yet"].map(|word| LIST.position(word)),
            [Some(0), Some(1), Some(2), Some(3)]
        );
        for other in ["", "n", "nor", "nobodys", "yes", "über", "4", "a-word-that-is-longer-than-any-in-a-list-may-be"]
        {
            assert!(!LIST.has(other), "{other}");
        }
    }
}
