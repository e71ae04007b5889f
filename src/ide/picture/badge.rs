//! How many of the claims hold, as a small picture to be put beside a heading.

use super::glyphs::{INK, MUTED, PAPER, letter_color, verdict_color};
use super::widths::width;
use crate::rules::Verdict;
use maud::{Markup, html};

/// What stands to the left.
const LABEL: &str = "hypecheck";
const SIZE: f64 = 11.0;
const HEIGHT: usize = 20;
const MARGIN: f64 = 7.0;

/// What the badge says.
fn message(works: usize, claims: usize) -> String {
    match (works, claims) {
        (_, 0) => "no claims".to_owned(),
        (1, 1) => "the claim holds".to_owned(),
        (0, 1) => "the claim does not hold".to_owned(),
        (works, claims) if works == claims => format!("all {claims} claims hold"),
        (works, claims) => format!("{works} of {claims} claims hold"),
    }
}

/// The verdict whose colours show a share: all hold, at least half of them do, or fewer.
fn shade(works: usize, claims: usize) -> Option<Verdict> {
    match (works, claims) {
        (_, 0) => None,
        (works, claims) if works >= claims => Some(Verdict::Works),
        (works, claims) if works * 2 >= claims => Some(Verdict::Promising),
        _ => Some(Verdict::Speculative),
    }
}

pub(super) fn draw(works: usize, claims: usize) -> Markup {
    let message = message(works, claims);
    let shade = shade(works, claims);
    let words = |text: &str| width(text, SIZE, false).round();
    let (left, right) = (words(LABEL) + 2.0 * MARGIN, words(&message) + 2.0 * MARGIN);
    let title = format!("{LABEL}: {message}");
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(left + right) height=(HEIGHT) viewBox={ "0 0 " (left + right) " " (HEIGHT) }
            role="img" aria-label=(title) font-family="Verdana, DejaVu Sans, sans-serif" font-size=(SIZE) {
            title { (title) }
            clipPath #round { rect width=(left + right) height=(HEIGHT) rx="4" {} }
            g clip-path="url(#round)" {
                rect width=(left) height=(HEIGHT) fill=(INK) {}
                rect x=(left) width=(right) height=(HEIGHT) fill=(verdict_color(shade)) {}
            }
            // Seen on paper as dark as the label, too.
            rect x="0.5" y="0.5" width=(left + right - 1.0) height=(HEIGHT - 1) rx="3.5" fill="none" stroke=(MUTED) {}
            // The lengths are said, so that the words fit in whatever font there is.
            text x=(MARGIN) y="14" textLength=(words(LABEL)) lengthAdjust="spacingAndGlyphs" fill=(PAPER) { (LABEL) }
            text x=(left + MARGIN) y="14" textLength=(words(&message)) lengthAdjust="spacingAndGlyphs" fill=(letter_color(shade)) { (message) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_say_how_many_hold() {
        let said = [(6, 8), (8, 8), (0, 8), (1, 1), (0, 1), (0, 0)].map(|(works, claims)| message(works, claims));
        let expected = [
            "6 of 8 claims hold",
            "all 8 claims hold",
            "0 of 8 claims hold",
            "the claim holds",
            "the claim does not hold",
            "no claims",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn the_colour_is_that_of_the_share() {
        let shades = [(8, 8), (4, 8), (3, 8), (0, 0)].map(|(works, claims)| shade(works, claims));
        assert_eq!(shades, [Some(Verdict::Works), Some(Verdict::Promising), Some(Verdict::Speculative), None]);
    }

    #[test]
    fn the_words_stay_in_their_halves() {
        for (works, claims) in [(6, 8), (12_345, 67_890), (0, 0)] {
            let drawn = draw(works, claims).into_string();
            let badge = roxmltree::Document::parse(&drawn).expect("it is XML");
            let number = |node: roxmltree::Node<'_, '_>, name: &str| -> f64 {
                node.attribute(name).and_then(|value| value.parse().ok()).expect("a number")
            };
            let whole = number(badge.root_element(), "width");
            let texts: Vec<_> = badge.descendants().filter(|node| node.has_tag_name("text")).collect();
            assert_eq!(texts.len(), 2);
            for (text, end) in texts.iter().zip([number(texts[1], "x"), whole]) {
                assert!(number(*text, "x") + number(*text, "textLength") + MARGIN <= end + 0.01, "{drawn}");
            }
        }
    }
}
