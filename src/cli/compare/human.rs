//! For people, in a terminal.

use super::super::Exit;
use super::super::output::count;
use super::super::terminal::printable;
use super::{FailOn, Outline, Shown, facts, in_words, status};
use crate::rules::{Change, ChangedClaim, Effect, Verdict};
use anstyle::{AnsiColor, Style};

/// Characters of a text that are shown at most.
const MOST: usize = 240;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

pub(super) fn text(shown: &Shown<'_>) -> String {
    let mut text = String::new();
    for claim in &shown.comparison.changed {
        text += &one(claim);
        text.push('\n');
    }
    let (before, after) = (shown.before, shown.after);
    text += &format!("Compared {} ({}) with {} ({}): ", side(before), claims(before), side(after), claims(after));
    text += &format!("{}. ", in_words(shown.comparison));
    text += &format!("Exit code {}: {}.\n", shown.exit as u8, meaning(shown));
    text
}

fn side(outline: &Outline) -> String {
    let commit = outline.commit.as_ref().map(|commit| format!(" at {}", &commit[..12])).unwrap_or_default();
    format!("{}{commit}", printable(&outline.label))
}

fn claims(outline: &Outline) -> String {
    count(outline.claims, "claim", "claims")
}

fn meaning(shown: &Shown<'_>) -> String {
    match (shown.exit, shown.fail_on) {
        (Exit::CouldNotRun, _) => "not all could be read".to_owned(),
        (Exit::Findings, fail_on) => format!("something got worse, as `--fail-on {}` has it", fail_on.as_str()),
        (Exit::Clean, FailOn::Worse) => "nothing got worse".to_owned(),
        (Exit::Clean, FailOn::Weakened) => "nothing was weakened or removed".to_owned(),
        (Exit::Clean, FailOn::Verdict) => "no verdict fell".to_owned(),
        (Exit::Clean, FailOn::Never) => "nothing fails with `--fail-on never`".to_owned(),
    }
}

fn one(claim: &ChangedClaim) -> String {
    let word = status(claim);
    let style = match (word, claim.effect()) {
        ("removed", _) | (_, Effect::Weakened) => AnsiColor::Red.on_default().bold(),
        (_, Effect::Worse) => AnsiColor::Yellow.on_default().bold(),
        (_, Effect::Better) => AnsiColor::Green.on_default().bold(),
        (_, Effect::Noted) => AnsiColor::Cyan.on_default(),
    };
    let place = facts(claim).map(|facts| format!("{}:{}", facts.path, facts.line)).unwrap_or_default();
    let place = if claim.is_removed() { format!("was {place}") } else { place };
    let mut text = format!(
        "{}{word:<9}{} {}{}{}  {}  {}{}{}\n",
        style.render(),
        style.render_reset(),
        BOLD.render(),
        printable(&claim.title()),
        BOLD.render_reset(),
        verdicts(claim),
        DIM.render(),
        printable(&place),
        DIM.render_reset(),
    );
    for change in &claim.changes {
        text += &line(change);
    }
    text
}

fn verdicts(claim: &ChangedClaim) -> String {
    let word = |verdict: Option<Verdict>| verdict.map_or("no verdict", |verdict| verdict.as_str());
    match claim.verdicts() {
        (_, new) if claim.is_added() => word(new).to_owned(),
        (old, _) if claim.is_removed() => word(old).to_owned(),
        (old, new) if old == new => word(new).to_owned(),
        (old, new) => format!("{} → {}", word(old), word(new)),
    }
}

fn line(change: &Change) -> String {
    let (sign, style) = match change.effect {
        Effect::Weakened => ("✗", AnsiColor::Red.on_default()),
        Effect::Worse => ("▼", AnsiColor::Yellow.on_default()),
        Effect::Noted => ("·", Style::new()),
        Effect::Better => ("▲", AnsiColor::Green.on_default()),
    };
    let mut text = format!("  {}{sign}{} {}\n", style.render(), style.render_reset(), printable(&change.message));
    for (word, written) in [("was", &change.before), ("now", &change.after)] {
        if let Some(written) = written {
            text += &format!("      {}{word}:{} {}\n", DIM.render(), DIM.render_reset(), printable(&cut(written)));
        }
    }
    text
}

/// The beginning of a text that is too long to show.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
