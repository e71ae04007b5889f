//! Words of a claim: where each begins and ends, its stem, and which sentence and clause it stands in.
//!
//! What is quoted, in back-ticks or part of an address is not the author's own assertion, so no word is made of it.

use std::ops::Range;

/// One word of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// The word in lower case, without a trailing `'s`.
    pub word: String,
    /// What is left of it once inflections are taken off.
    pub stem: String,
    /// It is a number, in figures or spelled out.
    pub number: bool,
    /// Its sentence is a question.
    pub asked: bool,
    /// The number of its sentence, from 0.
    pub sentence: u32,
    /// The number of its clause in the whole text, from 0.
    pub clause: u32,
}

/// Splits a text into words. `masked` ranges (quotations, code, addresses) give none.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let masked = masked(text);
    let bytes = text.as_bytes();
    let mut found: Vec<Token> = Vec::new();
    let (mut sentence, mut clause) = (0u32, 0u32);
    let mut mask = masked.iter().peekable();
    let mut chars = text.char_indices().peekable();
    while let Some(&(at, c)) = chars.peek() {
        while mask.peek().is_some_and(|range| range.end <= at) {
            mask.next();
        }
        let hidden = mask.peek().is_some_and(|range| range.contains(&at));
        if hidden || !is_word(c) {
            chars.next();
            if hidden {
                continue;
            }
            let next = bytes.get(at + c.len_utf8()).copied();
            let before_space = next.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b')'));
            match c {
                '.' | '!' | '?' if before_space => {
                    if c == '?' {
                        found.iter_mut().rev().take_while(|it| it.sentence == sentence).for_each(|it| it.asked = true);
                    }
                    sentence += 1;
                    clause += 1;
                }
                ';' => {
                    sentence += 1;
                    clause += 1;
                }
                ':' | ',' if before_space => clause += 1,
                '\u{2013}' | '\u{2014}' | '(' | ')' => clause += 1,
                '-' if before_space && at > 0 && bytes[at - 1].is_ascii_whitespace() => clause += 1,
                '\n' if next == Some(b'\n') => {
                    sentence += 1;
                    clause += 1;
                }
                _ => {}
            }
            continue;
        }
        let start = at;
        let mut end = at;
        while let Some(&(at, c)) = chars.peek() {
            let rest = &text[at + c.len_utf8()..];
            let joins = is_word(c)
                || (matches!(c, '\'' | '\u{2019}') && rest.chars().next().is_some_and(char::is_alphabetic))
                || (matches!(c, '.' | ',')
                    && text[..at].ends_with(|d: char| d.is_ascii_digit())
                    && rest.starts_with(|d: char| d.is_ascii_digit()));
            if !joins {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let (kept, denies) = contraction(&text[start..end]);
        let word = plain(kept);
        // A conjunction that turns the sentence begins a clause of its own.
        let after = found.last().map_or("", |last| last.word.as_str());
        let not_yet = word == "yet" && matches!(after, "not" | "as");
        let nothing_but = word == "but" && matches!(after, "nothing" | "all" | "anything");
        if TURNS.contains(&word.as_str()) && !not_yet && !nothing_but {
            clause += 1;
        }
        let stem = stem(&word);
        let number = is_number(&word);
        let middle = start + kept.len();
        found.push(Token { span: start..middle, word, stem, number, asked: false, sentence, clause });
        if denies {
            let (word, stem) = ("not".to_owned(), "not".to_owned());
            found.push(Token { span: middle..end, word, stem, number: false, asked: false, sentence, clause });
        }
    }
    found
}

/// What is left of a word without a contracted "not", and whether it had one: "doesn't" is read as "does not". "Can't"
/// and "won't" change more than their end and stay whole; the tables know them.
fn contraction(written: &str) -> (&str, bool) {
    for end in ["n't", "n\u{2019}t", "N'T", "N\u{2019}T"] {
        if let Some(kept) = written.strip_suffix(end) {
            let whole = ["", "ca", "wo", "sha", "ai"].iter().any(|short| kept.eq_ignore_ascii_case(short));
            return if whole { (written, false) } else { (kept, true) };
        }
    }
    (written, false)
}

/// Whether a word is a number, in figures or spelled out. "One" is more often a pronoun.
fn is_number(word: &str) -> bool {
    word.trim_start_matches('$').starts_with(|c: char| c.is_ascii_digit()) || NUMERALS.binary_search(&word).is_ok()
}

/// Numbers that are spelled out.
const NUMERALS: [&str; 29] = [
    "billion",
    "billions",
    "dozen",
    "dozens",
    "eight",
    "eighty",
    "eleven",
    "fifteen",
    "fifty",
    "five",
    "forty",
    "four",
    "hundred",
    "hundreds",
    "million",
    "millions",
    "nine",
    "ninety",
    "seven",
    "seventy",
    "six",
    "sixty",
    "ten",
    "thirty",
    "thousand",
    "thousands",
    "three",
    "twelve",
    "twenty",
];

/// A word in lower case, without a trailing `'s` and without apostrophes.
fn plain(written: &str) -> String {
    let mut word = String::with_capacity(written.len());
    let written = CLITICS.iter().find_map(|end| written.strip_suffix(end)).unwrap_or(written);
    for c in written.chars() {
        match c {
            '\'' | '\u{2019}' => {}
            _ if c.is_ascii() => word.push(c.to_ascii_lowercase()),
            _ => word.extend(c.to_lowercase()),
        }
    }
    word
}

/// What hangs on to a word and does not matter here: "it's", "we've", "they'll".
const CLITICS: [&str; 8] = ["'s", "\u{2019}s", "'ve", "\u{2019}ve", "'ll", "\u{2019}ll", "'re", "\u{2019}re"];

/// Words that begin a new clause without a comma.
const TURNS: [&str; 8] = ["although", "because", "but", "though", "whereas", "while", "which", "yet"];

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '%' | '$' | '+')
}

/// Where the author does not speak: quotation marks, back-ticks and addresses.
fn masked(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((start, close)) if c == close => {
                ranges.push(start..at + c.len_utf8());
                open = None;
            }
            Some(_) => {}
            None => match c {
                '"' | '`' => open = Some((at, c)),
                '\u{201c}' | '\u{201e}' => open = Some((at, '\u{201d}')),
                '\u{ab}' => open = Some((at, '\u{bb}')),
                '\'' | '\u{2018}' => ranges.extend(single_quoted(text, at, c)),
                _ => {}
            },
        }
    }
    for scheme in ["http://", "https://", "www."] {
        for (start, _) in text.match_indices(scheme) {
            let rest = &text[start..];
            let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | ')' | '>')).unwrap_or(rest.len());
            ranges.push(start..start + length);
        }
    }
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges
}

/// What stands between single quotation marks from here on. The closing mark is also the apostrophe, so only a mark
/// that ends a word closes, and only one that begins a word opens.
fn single_quoted(text: &str, at: usize, mark: char) -> Option<Range<usize>> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let inside = at + mark.len_utf8();
    if letter(text[..at].chars().next_back()) || !letter(text[inside..].chars().next()) {
        return None;
    }
    let (length, close) = text[inside..].char_indices().find(|&(offset, c)| {
        let after = text[inside + offset + c.len_utf8()..].chars().next();
        matches!((mark, c), ('\'', '\'') | ('\u{2018}', '\u{2019}')) && !letter(after)
    })?;
    Some(at..inside + length + close.len_utf8())
}

/// Forms that no suffix rule brings back to their base.
const IRREGULAR: [(&str, &str); 58] = [
    ("agi", "agi"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("burnt", "burn"),
    ("came", "come"),
    ("caught", "catch"),
    ("chosen", "choose"),
    ("cpus", "cpu"),
    ("does", "do"),
    ("done", "do"),
    ("felt", "feel"),
    ("forgotten", "forget"),
    ("fought", "fight"),
    ("found", "find"),
    ("gave", "give"),
    ("given", "give"),
    ("gone", "go"),
    ("gpus", "gpu"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("held", "hold"),
    ("hidden", "hide"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("learnt", "learn"),
    ("leaves", "leave"),
    ("left", "leave"),
    ("lent", "lend"),
    ("lost", "lose"),
    ("made", "make"),
    ("met", "meet"),
    ("paid", "pay"),
    ("proven", "prove"),
    ("ran", "run"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("shown", "show"),
    ("sold", "sell"),
    ("spent", "spend"),
    ("stays", "stay"),
    ("stolen", "steal"),
    ("stood", "stand"),
    ("taken", "take"),
    ("taught", "teach"),
    ("thought", "think"),
    ("told", "tell"),
    ("torn", "tear"),
    ("tpus", "tpu"),
    ("us", "we"),
    ("went", "go"),
    ("won", "win"),
    ("written", "write"),
    ("wrote", "write"),
];

/// Takes plural, tense and British spelling off a word. Both sides of a comparison are treated alike, so the result
/// need not be a word.
pub(super) fn stem(word: &str) -> String {
    if let Ok(index) = IRREGULAR.binary_search_by_key(&word, |pair| pair.0) {
        return strip_e(IRREGULAR[index].1.to_owned());
    }
    let mut stem = word.to_owned();
    if stem.len() < 4 || !stem.is_ascii() {
        return strip_e(stem);
    }
    // The search that is made for long texts costs more than it saves in a word.
    if stem.as_bytes().windows(7).any(|part| part == b"isation") {
        stem = stem.replace("isation", "ization");
    }
    if stem.ends_with("centre") || stem.ends_with("centres") {
        stem = stem.replace("centre", "center");
    }
    // Plurals and the third person.
    if stem.ends_with("ies") && stem.len() > 4 {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if ["sses", "xes", "ches", "shes", "zes"].iter().any(|suffix| stem.ends_with(suffix)) {
        stem.truncate(stem.len() - 2);
    } else if stem.ends_with('s') && !["ss", "us", "is"].iter().any(|suffix| stem.ends_with(suffix)) {
        stem.truncate(stem.len() - 1);
    }
    // Tenses.
    if stem.ends_with("ied") && stem.len() > 4 {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if let Some(base) = stem
        .strip_suffix("ing")
        .or_else(|| stem.strip_suffix("ed"))
        .filter(|base| base.len() >= 3 && base.contains(['a', 'e', 'i', 'o', 'u', 'y']))
    {
        let mut base = base.to_owned();
        let tail = base.as_bytes();
        let (last, before) = (tail[tail.len() - 1], tail[tail.len() - 2]);
        // "Running" and "controlling" double a letter that "staking" and "passing" do not.
        let keeps = matches!(last, b's' | b'z' | b'e' | b'o') || (last == b'l' && base.len() <= 5);
        if last == before && !keeps {
            base.pop();
        }
        stem = base;
    }
    stem = strip_e(stem);
    if stem.len() > 5 && stem.ends_with("is") {
        stem.truncate(stem.len() - 1);
        stem.push('z');
    }
    stem
}

fn strip_e(mut stem: String) -> String {
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}
