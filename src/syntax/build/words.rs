//! What messages are made of.

use super::{Declaration, Keyword, SyntaxError};
use crate::text::{TextEdit, TextRange};

/// Looks like a blank, and comes with text that is copied from a page.
pub(super) const NO_BREAK_SPACE: &str = "\u{a0}";

/// The error for a no-break space.
pub(super) fn no_break_space(range: TextRange) -> SyntaxError {
    SyntaxError {
        range,
        message: "This is a no-break space, as text from a page has it. Write a plain one.".to_owned(),
        fix: Some(("Write a plain space".to_owned(), TextEdit::replace(range, " "))),
    }
}

/// The keyword that a word is a misspelling of.
pub(in crate::syntax) fn nearest_keyword(word: &str) -> Option<Keyword> {
    Keyword::ALL
        .into_iter()
        .map(|keyword| (strsim::damerau_levenshtein(keyword.as_str(), word), keyword))
        .filter(|&(distance, keyword)| distance <= 1 + keyword.as_str().len() / 8 && keyword != Keyword::Use)
        .min()
        .map(|(_, keyword)| keyword)
}

/// Quotation marks right behind a string that is closed already.
pub(super) fn surplus_quotes(range: TextRange, quotes: &str) -> SyntaxError {
    SyntaxError {
        range,
        message: "There is a `\"` too many. The string is closed before it.".to_owned(),
        fix: Some((format!("Delete `{quotes}`"), TextEdit::delete(range))),
    }
}

/// How the header of a declaration is written.
pub(super) fn shape(keyword: Keyword) -> &'static str {
    match keyword {
        Keyword::Use => "Write `use \"house.synergy\"`.",
        Keyword::Project => "Write `project name \"Title\" { … }`.",
        Keyword::Claim => "Write `claim name: privacy + decentralization { … }`.",
        Keyword::Matrix => "Write `matrix name \"Title\" extends standard { … }`.",
        Keyword::Cell => "Write `cell privacy + decentralization { … }`.",
        Keyword::Property => "Write `property name \"Title\" { … }`.",
        Keyword::Technique => "Write `technique name \"Title\" { … }`.",
        Keyword::Chain => "Write `chain name \"Title\" { … }`.",
        Keyword::Ceiling => "Write `ceiling name \"Title\" { … }`.",
        Keyword::Phrase => "Write `phrase \"words\" kind { … }`.",
        Keyword::Reference => "Write `reference name \"Title\" { … }`.",
        Keyword::Unknown => "Write `keyword name \"Title\" { … }`.",
    }
}

/// How a declaration is called in a message: `claim x`, or `this claim`.
pub(super) fn describe(declaration: &Declaration) -> String {
    let keyword = declaration.keyword.as_str();
    match (&declaration.name, declaration.title_text()) {
        (Some(name), _) => format!("`{keyword} {}`", name.text),
        (None, Some(title)) => format!("the {keyword} \"{}\"", shorten(title)),
        (None, None) => format!("this {keyword}"),
    }
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A piece of the text as it is shown in a message.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 24;
    let line = text.lines().next().unwrap_or("").trim();
    let mut shown: String = line.chars().filter(|c| !c.is_control()).take(MOST).collect();
    if line.chars().count() > MOST || text.trim().lines().count() > 1 {
        shown.push('…');
    }
    shown
}

/// Whether a string as it stands in the source has its closing quotes.
pub(super) fn is_closed(source: &str, quotes: &str) -> bool {
    if source.len() < 2 * quotes.len() || !source.ends_with(quotes) {
        return false;
    }
    let before = &source[quotes.len()..source.len() - quotes.len()];
    before.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 0
}
