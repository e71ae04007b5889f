//! The signs that a verdict and a strength have in every drawing, and their colours.
//!
//! A verdict is a shape with a letter in it: a disc with W, a diamond with P, a triangle with S, a square with a question
//! mark. Where hypecheck placed the claim and not the spec, the shape is hollow. A strength is three, two or one bars.
//! (Elsewhere it is a full, a half and an empty circle; here an empty circle is something else already.) The colours
//! are written as attributes, which any style sheet of a page takes the place of.

use super::Use;
use crate::ide::palette::{Rgb, color};
use crate::model::Strength;
use crate::rules::Verdict;
use maud::{Markup, html};

/// The paper of a picture that stands for itself, and what is written on it.
pub(super) const PAPER: &str = "#ffffff";
pub(super) const INK: &str = "#1b1f24";
pub(super) const MUTED: &str = "#59636e";

/// The colour of what has no verdict.
pub(super) const NONE: Rgb = Rgb { red: 0x6e, green: 0x77, blue: 0x81 };

/// The word for a verdict, or for there being none.
pub(super) fn word(verdict: Option<Verdict>) -> &'static str {
    verdict.map_or("no verdict", Verdict::as_str)
}

/// The letter in the shape of a verdict.
pub(super) fn letter(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Works) => "W",
        Some(Verdict::Promising) => "P",
        Some(Verdict::Speculative) => "S",
        None => "?",
    }
}

/// The class of a verdict, which a style sheet may know it by.
pub(super) fn class(verdict: Option<Verdict>) -> &'static str {
    verdict.map_or("none", Verdict::as_str)
}

/// The colour of a verdict: that of the strength that it would be, were it one.
pub(super) fn verdict_color(verdict: Option<Verdict>) -> Rgb {
    match verdict {
        Some(Verdict::Works) => color(Strength::Strong),
        Some(Verdict::Promising) => color(Strength::Moderate),
        Some(Verdict::Speculative) => color(Strength::Weak),
        None => NONE,
    }
}

/// The colour of a letter on a shape of that verdict: amber is too light for white.
pub(super) fn letter_color(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Promising) => "#14171a",
        _ => "#ffffff",
    }
}

/// The shape of a verdict around the origin, some 20 units wide, with its letter. `hollow`: somebody inferred it.
pub(super) fn verdict(verdict: Option<Verdict>, hollow: bool) -> Markup {
    let color = verdict_color(verdict).to_string();
    let fill = if hollow { PAPER } else { color.as_str() };
    // The ring around a full shape is the paper's, so that it stands out from whatever it lies on.
    let stroke = if hollow { color.as_str() } else { PAPER };
    let letter_color = if hollow { INK } else { letter_color(verdict) };
    // A triangle has its weight below its middle.
    let middle = if verdict == Some(Verdict::Speculative) { "5.6" } else { "3.6" };
    html! {
        @match verdict {
            Some(Verdict::Works) => circle .shape r="9" fill=(fill) stroke=(stroke) stroke-width="2" {}
            Some(Verdict::Promising) => path .shape d="M0-10.5 10.5 0 0 10.5-10.5 0Z" fill=(fill) stroke=(stroke) stroke-width="2" stroke-linejoin="round" {}
            Some(Verdict::Speculative) => path .shape d="M0-10.5 11 8.5-11 8.5Z" fill=(fill) stroke=(stroke) stroke-width="2" stroke-linejoin="round" {}
            None => rect .shape x="-8.5" y="-8.5" width="17" height="17" rx="3" fill=(fill) stroke=(stroke) stroke-width="2" {}
        }
        text .letter y=(middle) text-anchor="middle" font-size="10" font-weight="700" fill=(letter_color) aria-hidden="true" { (letter(verdict)) }
    }
}

/// The bars of a strength, 14 units wide and 11 high, from the origin to the right and upwards.
pub(super) fn bars(strength: Strength) -> Markup {
    let full = match strength {
        Strength::Strong => 3,
        Strength::Moderate => 2,
        Strength::Weak => 1,
    };
    let color = color(strength).to_string();
    html! {
        g .bars {
            @for bar in 0..3 {
                @let height = 4 + 3 * bar;
                rect .bar .empty[bar >= full] x=(5 * bar) y=(-height) width="3.6" height=(height) rx="0.8"
                    fill=(if bar < full { color.as_str() } else { "none" }) stroke=(color) stroke-width="1" {}
            }
        }
    }
}

/// A verdict's shape as a small picture in a line of text.
pub(super) fn inline_verdict(of: Option<Verdict>, hollow: bool) -> Markup {
    html! {
        svg .glyph .(class(of)) .hollow[hollow] viewBox="-12 -12 24 24" width="20" height="20" aria-hidden="true" focusable="false" {
            (verdict(of, hollow))
        }
    }
}

/// A strength's bars as a small picture in a line of text.
pub(super) fn inline_bars(of: Strength) -> Markup {
    html! {
        svg .glyph .(of.as_str()) viewBox="-1 -12 16 13" width="18" height="14" aria-hidden="true" focusable="false" {
            (bars(of))
        }
    }
}

/// The beginning of a drawing that stands for itself, with what it says to those who cannot see it; in a page the page
/// says it.
pub(super) fn description(of: Use, title: &str, text: &str) -> Markup {
    html! {
        @if of != Use::Page {
            title { (title) }
            desc { (text) }
        }
        @if of == Use::Still { (dark_style()) }
    }
}

/// The colours of drawings on dark paper, as rules of a style sheet. On light paper they are as their attributes say.
pub(super) const DARK: &str = "svg{fill:#e8eaed}.paper{fill:#15181d}.quiet,.whose{fill:#a1a9b3}.tint{fill-opacity:.24}\
.dot:not(.hollow)>.shape,.glyph:not(.hollow):not(.mark)>.shape{stroke:#15181d}\
.dot.hollow>.shape,.glyph.hollow>.shape{fill:#15181d}.hollow>.letter{fill:#e8eaed}\
.mark>.shape{fill:#15181d;stroke:#e8eaed}.mark.shown>.shape{fill:#e8eaed;stroke:#15181d}\
.mark>.letter{fill:#e8eaed}.mark.shown>.letter{fill:#15181d}\
.field{fill:#e8eaed;stroke:#a1a9b3}.spoke,.middle{stroke:#a1a9b3}.way{stroke:#e8eaed}.cell.unrated>.line{stroke:#a1a9b3}";

/// The style sheet of a picture that stands for itself: whoever likes it dark gets it dark.
pub(super) fn dark_style() -> Markup {
    html! { style { "@media (prefers-color-scheme:dark){" (maud::PreEscaped(DARK)) "}" } }
}
