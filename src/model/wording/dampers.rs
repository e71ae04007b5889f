//! What takes the edge off an overstatement, or shows that it is not the author's own.

use super::families::Damper;
use super::pattern::{Symbol, Symbols};
use super::words::Words;

/// The symbols that dampers look for.
#[derive(Debug)]
pub(super) struct Signs {
    number: Symbol,
    measured: Symbol,
    mechanism: Symbol,
    admits: Symbol,
    others: Symbol,
    says: Symbol,
    negator: Symbol,
    month: Symbol,
    contrast: Symbol,
    downside: Symbol,
    modest: Symbol,
    to: Symbol,
}

impl Signs {
    /// The signs, from the table of classes. None when a class is missing, which a test rules out.
    pub fn new(symbols: &mut Symbols) -> Option<Signs> {
        Some(Signs {
            number: symbols.symbol("@num")?,
            measured: symbols.symbol("@measured")?,
            mechanism: symbols.symbol("@mechanism")?,
            admits: symbols.symbol("@admits")?,
            others: symbols.symbol("@others")?,
            says: symbols.symbol("@says")?,
            negator: symbols.symbol("@negator")?,
            contrast: symbols.symbol("@contrast")?,
            downside: symbols.symbol("@downside")?,
            month: symbols.symbol("@month")?,
            modest: symbols.symbol("@modest")?,
            to: symbols.symbol("to")?,
        })
    }
}

/// What a sentence has that makes its overstatements weigh less.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sentence {
    numbers: u8,
    conditions: u8,
    mechanisms: u8,
    names: u8,
    admits: bool,
    contrast: bool,
    downside: bool,
}

/// The sentences of a text, in order.
pub(super) fn sentences(words: &Words, signs: &Signs) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    for index in 0..words.list.len() {
        let word = &words.list[index];
        let number = usize::from(word.sentence);
        while sentences.len() <= number {
            sentences.push(Sentence::default());
        }
        let sentence = &mut sentences[number];
        sentence.names = sentence.names.saturating_add(u8::from(word.named));
        for &symbol in words.symbols_of(index) {
            let count = match symbol {
                s if s == signs.number => &mut sentence.numbers,
                s if s == signs.measured || s == signs.month => &mut sentence.conditions,
                s if s == signs.mechanism => &mut sentence.mechanisms,
                s if s == signs.admits => {
                    sentence.admits = true;
                    continue;
                }
                s if s == signs.contrast => {
                    sentence.contrast = true;
                    continue;
                }
                s if s == signs.downside => {
                    sentence.downside |= sentence.contrast;
                    continue;
                }
                _ => continue,
            };
            *count = count.saturating_add(1);
        }
    }
    sentences
}

impl Sentence {
    /// How many points a damper takes off here.
    pub fn relief(&self, damper: Damper) -> u8 {
        let met = match damper {
            Damper::Measured => self.conditions > 0 && (self.numbers > 0 || self.conditions > 1),
            Damper::Scope => self.conditions > 0 || self.names > 1 && self.numbers > 0,
            Damper::Mechanism => self.mechanisms > 0,
            Damper::Admits => self.admits || self.downside,
        };
        if met { 2 } else { 0 }
    }
}

/// How many words before an overstatement may say that it is not the author's own.
const LOOK_BACK: usize = 40;

/// Whether what starts at this word is denied, or put into somebody else's mouth.
pub(super) fn disowned(words: &Words, start: usize, end: usize, signs: &Signs) -> bool {
    let clause = words.list[start].clause;
    let before = |index: &usize| words.list[*index].clause == clause;
    // In a list of what there is none of, no item denies the next; but a short one may be no boast at all.
    let listed = end - start > 2 && words.is(start, signs.negator);
    let mut near = 0;
    if start > 1 && matches!(words.lower(start - 1), "of" | "to") && words.lower(start - 2).starts_with("claim") {
        return true;
    }
    for index in (0..start).rev().take_while(before).take(LOOK_BACK) {
        if words.list[index + 1].comma {
            break;
        }
        near += 1;
        if near <= 5 && !listed && words.is(index, signs.negator) {
            let next = words.lower(index + 1);
            return !matches!(
                next,
                "only" | "just" | "merely" | "longer" | "matter" | "wonder" | "doubt" | "more" | "less"
            );
        }
    }
    if held_by_others(words, start, signs)
        || denied_after(words, end)
        || is_a_cost(words, end)
        || is_a_fraud(words, end)
    {
        return true;
    }
    let mut said = false;
    for index in (0..start).rev().take_while(before).take(LOOK_BACK) {
        said |= words.is(index, signs.says);
        if said && words.is(index, signs.others) {
            return true;
        }
        if words.is(index, signs.modest) {
            return start - index <= 4;
        }
    }
    false
}

/// Whether what starts at this word is said to belong to somebody else: "the best … belong to a few companies".
fn held_by_others(words: &Words, start: usize, signs: &Signs) -> bool {
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
        if held && words.is(index, signs.others) {
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
pub(super) fn ranks_others(words: &Words, end: usize, signs: &Signs) -> bool {
    (end.saturating_sub(1)..words.list.len().min(end + 3)).any(|index| words.is(index, signs.others))
}

/// Whether a first is one to do a stated thing: "the first … to …".
pub(super) fn has_purpose(words: &Words, end: usize, signs: &Signs) -> bool {
    words.list.get(end).is_some() && words.is(end, signs.to)
}
