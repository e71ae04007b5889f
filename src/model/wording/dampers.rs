//! What takes the edge off an overstatement, or shows that it is not the author's own.

use super::figures::NUMBER;
use super::kind::Damper;
use super::marks::Marks;
use super::words::Words;

/// What a sentence has that makes its overstatements weigh less.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sentence {
    number: bool,
    conditions: u8,
    mechanism: bool,
    names: u8,
    admits: bool,
    contrast: bool,
    downside: bool,
}

/// The sentences of a text, in order.
pub(super) fn sentences(words: &Words) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    for word in &words.list {
        let number = usize::from(word.sentence);
        if sentences.len() <= number {
            sentences.resize(number + 1, Sentence::default());
        }
        let sentence = &mut sentences[number];
        sentence.names = sentence.names.saturating_add(u8::from(word.named));
        sentence.conditions = sentence.conditions.saturating_add(u8::from(word.has(Marks::CONDITION)));
        sentence.number |= word.figures & NUMBER != 0;
        sentence.mechanism |= word.has(Marks::MECHANISM);
        sentence.admits |= word.has(Marks::ADMITS);
        sentence.contrast |= word.has(Marks::CONTRAST);
        sentence.downside |= sentence.contrast && word.has(Marks::DOWNSIDE);
    }
    sentences
}

impl Sentence {
    /// How many points a damper takes off here.
    pub fn relief(&self, damper: Damper) -> u8 {
        let met = match damper {
            Damper::Measured => self.conditions > 0 && (self.number || self.conditions > 1),
            Damper::Scope => self.conditions > 0 || self.names > 1 && self.number,
            Damper::Mechanism => self.mechanism,
            Damper::Admits => self.admits || self.downside,
        };
        if met { 2 } else { 0 }
    }
}

/// How many words before an overstatement may say that it is not the author's own.
const LOOK_BACK: usize = 40;

/// Whether what starts at this word is denied, or put into somebody else's mouth.
pub(super) fn disowned(words: &Words, start: usize, end: usize) -> bool {
    let clause = words.list[start].clause;
    let before = |index: &usize| words.list[*index].clause == clause;
    // In a list of what there is none of, no item denies the next; but a short one may be no boast at all.
    let listed = end - start > 2 && words.has(start, Marks::NEGATOR);
    let mut near = 0;
    if start > 1 && matches!(words.lower(start - 1), "of" | "to") && words.lower(start - 2).starts_with("claim") {
        return true;
    }
    for index in (0..start).rev().take_while(before).take(LOOK_BACK) {
        if words.list[index + 1].comma {
            break;
        }
        near += 1;
        if near <= 5 && !listed && words.has(index, Marks::NEGATOR) {
            let next = words.lower(index + 1);
            return !matches!(
                next,
                "only" | "just" | "merely" | "longer" | "matter" | "wonder" | "doubt" | "more" | "less"
            );
        }
    }
    if held_by_others(words, start) || denied_after(words, end) || is_a_cost(words, end) || is_a_fraud(words, end) {
        return true;
    }
    let mut said = false;
    for index in (0..start).rev().take_while(before).take(LOOK_BACK) {
        said |= words.has(index, Marks::SAYS);
        if said && words.has(index, Marks::OTHERS) {
            return true;
        }
        if words.has(index, Marks::MODEST) {
            return start - index <= 4;
        }
    }
    false
}

/// Whether what starts at this word is said to belong to somebody else: "the best … belong to a few companies".
fn held_by_others(words: &Words, start: usize) -> bool {
    let clause = words.list[start].clause;
    let mut held = false;
    for index in start..words.list.len().min(start + 20) {
        if words.list[index].clause != clause {
            break;
        }
        held |= matches!(
            words.lower(index),
            "belong" | "belongs" | "owned" | "held" | "controlled" | "dominated" | "locked"
        );
        if held && words.has(index, Marks::OTHERS) {
            return true;
        }
    }
    false
}

/// Whether a multiple is one of something bad: "six orders of magnitude slower". Who admits a cost boasts of nothing.
fn is_a_cost(words: &Words, end: usize) -> bool {
    let worse =
        |word: &str| matches!(word, "slower" | "worse" | "dearer" | "costlier" | "heavier" | "costly" | "expensive");
    let word = |index: usize| if index < words.list.len() { words.lower(index) } else { "" };
    worse(word(end)) || (matches!(word(end), "more" | "as") && worse(word(end + 1)))
}

/// Whether what was promised is called a fraud in the same sentence.
fn is_a_fraud(words: &Words, end: usize) -> bool {
    let sentence = words.list[end.saturating_sub(1)].sentence;
    (end..words.list.len().min(end + LOOK_BACK))
        .take_while(|index| words.list[*index].sentence == sentence)
        .any(|index| matches!(words.lower(index), "ponzi" | "scam" | "fraud" | "swindle"))
}

/// Whether it is denied right after: "complete decentralization is not the aim".
fn denied_after(words: &Words, end: usize) -> bool {
    let word = |index: usize| if index < words.list.len() { words.lower(index) } else { "" };
    matches!(word(end), "is" | "are" | "was" | "were")
        && matches!(word(end + 1), "not" | "neither" | "never")
        && !matches!(word(end + 2), "only" | "just" | "merely" | "an" | "a")
        || matches!(word(end), "isn't" | "aren't" | "wasn't")
}

/// Whether a rank is one of others: "the world's largest hospitals".
pub(super) fn ranks_others(words: &Words, end: usize) -> bool {
    (end.saturating_sub(1)..words.list.len().min(end + 3)).any(|index| words.has(index, Marks::OTHERS))
}

/// Whether a first is one to do a stated thing: "the first … to …".
pub(super) fn has_purpose(words: &Words, end: usize) -> bool {
    end < words.list.len() && words.lower(end) == "to"
}
