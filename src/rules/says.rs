//! What can be read off a claim's words without understanding them.

use super::context;
use crate::syntax::Declaration;

/// The texts of a claim's `says`.
pub(super) fn says(claim: &Declaration) -> impl Iterator<Item = &str> {
    context::says(claim).map(|prose| &*prose.text)
}

/// The words of a text in small letters, without what is between them: `off-chain` are two.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether a text gives a figure: a word that begins with a digit, or a numeral in letters from ten on, a fraction or a
/// multiple. `H100`, `GPT-2` and `Web3` are names and no figures; `thousands` and `many` are no figures either.
pub(super) fn has_figure(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).any(|(index, _)| {
        // What stands before it must not belong to the same word; a hyphen after a letter does, as in `Llama-3`.
        let before = &bytes[..index];
        match before {
            [.., letter, b'-'] => !letter.is_ascii_alphanumeric(),
            [.., c] => !(c.is_ascii_alphanumeric() || *c >= 0x80 || *c == b'.' || *c == b'_'),
            [] => true,
        }
    });
    digits
        || words(text).iter().any(|word| {
            NUMERALS.contains(&word.as_str())
                || word.len() > "fold".len() && word.ends_with("fold") && word != "manifold"
        })
}

const NUMERALS: &[&str] = &[
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "half",
    "quarter",
    "fifth",
    "tenth",
    "twice",
    "thrice",
    "double",
    "percent",
];

/// A text as one line: in a message, line breaks of the source mean nothing.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    line
}

/// A text as a sentence on one line.
pub(super) fn sentence(text: &str) -> String {
    let line = one_line(text);
    if line.is_empty() || line.ends_with(['.', '!', '?']) { line } else { format!("{line}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_from_names() {
        for text in [
            "Answers within 50 ms.",
            "loses less than 7 %",
            "10,000 times faster",
            "It costs $3 a day, or €2.",
            "(4 to 8 % on cards)",
            "at about half a token a second",
            "a hundredfold less traffic",
            "ten million pages",
            "a 7B model",
        ] {
            assert!(has_figure(text), "{text}");
        }
        for text in [
            "On H100 and B200 cards.",
            "GPT-2 and Llama-3 are served.",
            "Web3 at scale, v2.0, SP1",
            "thousands of nodes",
            "many times faster",
            "The two sides fold one proof into one.",
            "",
        ] {
            assert!(!has_figure(text), "{text}");
        }
    }
}
