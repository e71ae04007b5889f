//! The machine that finds patterns.

use super::layout::{Item, Row};
use super::words::{Word, Words};

/// The index past the last word of a row, if it stands where a word stands that it may begin with.
pub(super) fn end_of(row: &Row, words: &Words, start: usize) -> Option<usize> {
    let word = words.list.get(start)?;
    let begins = || word.comma || start.checked_sub(1).is_none_or(|before| words.list[before].clause != word.clause);
    if row.begins && !begins() {
        return None;
    }
    walk(row.behind(), words, start + 1, word.clause, false)
}

/// `free` says that a comma before the next word does no harm.
fn walk(items: &[Item], words: &Words, at: usize, clause: u16, free: bool) -> Option<usize> {
    let Some((&item, rest)) = items.split_first() else { return Some(at) };
    let word = words.list.get(at).filter(|word| word.clause == clause);
    let open = |word: &&Word| free || !word.comma;
    match item {
        Item::One(one) => {
            word.filter(open).filter(|word| word.is(one))?;
            walk(rest, words, at + 1, clause, false)
        }
        Item::Maybe(one) => {
            if word.filter(open).is_some_and(|word| word.is(one)) {
                if let Some(end) = walk(rest, words, at + 1, clause, false) {
                    return Some(end);
                }
            }
            walk(rest, words, at, clause, free)
        }
        Item::Gap { most, commas } => {
            let mut index = at;
            loop {
                if let Some(end) = walk(rest, words, index, clause, free || commas) {
                    return Some(end);
                }
                let next = words.list.get(index).filter(|word| word.clause == clause)?;
                let stops = next.comma && !commas && !(free && index == at);
                if stops || index - at >= usize::from(most) {
                    return None;
                }
                index += 1;
            }
        }
        Item::Comma => walk(rest, words, at, clause, true),
        Item::Not(none) => {
            if word.is_some_and(|word| word.is(none)) {
                return None;
            }
            walk(rest, words, at, clause, free)
        }
        Item::End => {
            if word.is_some_and(|word| !word.comma) {
                return None;
            }
            walk(rest, words, at, clause, free)
        }
    }
}
