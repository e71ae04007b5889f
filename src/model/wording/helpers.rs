//! Four smaller checks, each a pure function over the text: stacks of technologies, agents that are somebody else's
//! model, comparisons without a second side, and futures without a present.

use super::figures::NONE;
use super::marks::{FUTURE, MARKETS, Marks, TECHNOLOGIES};
use super::words::Words;
use std::ops::Range;

/// A place in a text, and what is the matter with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What is the matter, in one plain sentence.
    pub why: &'static str,
}

/// Lists of three or more costly technologies, or words for markets, that do not say which does what.
pub fn buzzword_stack(words: &Words) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if !words.any_has(Marks::OPENS_TERM) {
        return remarks;
    }
    let mut list: Vec<Range<usize>> = Vec::new();
    let mut index = 0;
    while index < words.list.len() {
        let opens = words.has(index, Marks::OPENS_TERM);
        let length = [TECHNOLOGIES, MARKETS].iter().filter(|_| opens).find_map(|terms| longest(words, index, terms));
        match length {
            Some(length) => {
                list.push(index..index + length);
                index += length;
            }
            None => {
                let linked = words.has(index, Marks::LINK);
                if !linked {
                    stacked(words, &mut list, &mut remarks);
                }
                index += 1;
            }
        }
        let ends = index < words.list.len() && index > 0 && words.list[index].clause != words.list[index - 1].clause;
        if ends {
            stacked(words, &mut list, &mut remarks);
        }
    }
    stacked(words, &mut list, &mut remarks);
    remarks
}

fn stacked(words: &Words, list: &mut Vec<Range<usize>>, remarks: &mut Vec<Remark>) {
    if list.is_empty() {
        return;
    }
    let members: std::collections::BTreeSet<&str> = list.iter().map(|range| words.lower(range.start)).collect();
    if let (true, Some(first), Some(last)) = (members.len() >= 3, list.first(), list.last()) {
        let shared = (last.end..words.list.len())
            .take_while(|&index| words.list[index].clause == words.list[first.start].clause)
            .any(|index| matches!(words.lower(index), "respectively" | "each"));
        if !shared {
            remarks.push(Remark {
                range: span(words, first.start, last.end),
                why: "Each of these is costly, or a market of its own, and nothing says which of them does what.",
            });
        }
    }
    list.clear();
}

/// Agents and models that are somebody else's API, with nothing of their own named.
pub fn bare_wrapper(words: &Words) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    if !words.any_has(Marks::VENDOR) {
        return remarks;
    }
    for sentence in sentences(words) {
        let has = |marks: Marks| sentence.clone().any(|index| words.has(index, marks));
        let vendors = sentence.clone().filter(|&index| words.has(index, Marks::VENDOR));
        if vendors.clone().count() > 2 || has(Marks::OWN) || !has(Marks::AGENT) {
            continue;
        }
        let made = vendors.clone().find_map(|vendor| {
            let from = vendor.saturating_sub(6).max(sentence.start);
            let start = (from..vendor).find(|&index| words.has(index, Marks::MAKES))?;
            Some(start..vendor + 1)
        });
        if let Some(range) = made {
            remarks.push(Remark {
                range: span(words, range.start, range.end),
                why: "The model is somebody else's, behind an API: say what is added, and what remains if it closes.",
            });
        }
    }
    remarks
}

/// Comparatives whose second side is missing: faster, cheaper or better than what?
pub fn open_comparative(words: &Words) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if !words.any_has(Marks::DEGREE.and(Marks::BETTER)) {
        return remarks;
    }
    for sentence in sentences(words) {
        if sentence.clone().any(|index| words.has(index, Marks::SIDE)) {
            continue;
        }
        for index in sentence.clone() {
            let measured = index + 1 < sentence.end && words.has(index + 1, Marks::MEASURE);
            let end = if measured && words.has(index, Marks::DEGREE) {
                let effective = index + 2 < sentence.end && matches!(words.lower(index + 2), "effective" | "efficient");
                index + 2 + usize::from(effective)
            } else if words.has(index, Marks::BETTER) {
                index + 1
            } else {
                continue;
            };
            let told =
                index > sentence.start && matches!(words.lower(index - 1), "no" | "not" | "the" | "much" | "any");
            if !told {
                remarks.push(Remark {
                    range: span(words, index, end),
                    why: "A comparison needs its other side: than what, and by how much?",
                });
            }
        }
    }
    remarks
}

/// Futures without a present figure: "will", "soon", "by 2030", and nothing of today beside it.
pub fn empty_promise(words: &Words) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if !words.any_has(Marks::OPENS_FUTURE.and(Marks::BY)) {
        return remarks;
    }
    for sentence in sentences(words) {
        let held = sentence.clone().any(|index| {
            words.has(index, Marks::PRESENT) || words.list[index].figures != NONE && !is_year(words.lower(index))
        });
        if held {
            continue;
        }
        let promise = sentence.clone().find_map(|index| {
            let as_soon = || index > sentence.start && words.lower(index - 1) == "as";
            if words.has(index, Marks::OPENS_FUTURE) && !as_soon() {
                if let Some(length) = longest(words, index, FUTURE) {
                    return Some(index..index + length);
                }
            }
            let dated = words.has(index, Marks::BY) && index + 1 < sentence.end && is_year(words.lower(index + 1));
            dated.then_some(index..index + 2)
        });
        if let Some(range) = promise {
            remarks.push(Remark {
                range: span(words, range.start, range.end),
                why: "A future without a present: say what runs today, with a figure.",
            });
        }
    }
    remarks
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// The sentences of a text, as ranges of words.
fn sentences(words: &Words) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let number = words.list.get(start)?.sentence;
        let from = start;
        while words.list.get(start).is_some_and(|word| word.sentence == number) {
            start += 1;
        }
        Some(from..start)
    })
}

/// The length of the longest term that stands here.
fn longest(words: &Words, at: usize, terms: &[&[&str]]) -> Option<usize> {
    let stands = |term: &&&[&str]| {
        term.iter().enumerate().all(|(offset, &wanted)| {
            let index = at + offset;
            words.list.get(index).is_some_and(|word| {
                word.clause == words.list[at].clause && !(offset > 0 && word.comma) && words.lower(index) == wanted
            })
        })
    };
    terms.iter().filter(stands).map(|term| term.len()).max()
}

/// The bytes from one word up to another.
fn span(words: &Words, start: usize, end: usize) -> Range<usize> {
    words.list[start].range.start..words.list[end - 1].range.end
}
