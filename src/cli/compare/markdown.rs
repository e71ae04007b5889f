//! For a comment on a pull request: two small heat maps, and what changed, the gravest first.
//!
//! What specs say is shown as code. So nothing in it is taken for markup, nobody is called by name, and no issue is
//! linked.

use super::super::markdown::{code, message};
use super::human::cut;
use super::{CellOutline, Outline, Shown, facts, in_words, status};
use crate::model::{AiProperty, Cell, ChainProperty, Strength};
use crate::rules::{Change, ChangedClaim, Effect, Verdict};

/// The characters that a comment may have on the sites that take them is 65,536; some are left for whoever posts it.
const MOST: usize = 60_000;

/// The dots of the verdicts, the best first.
const DOTS: [&str; 3] = ["●", "◐", "○"];

/// Programs that post the comment find the one to take the place of by this line.
const MARK: &str = "<!-- hypecheck diff -->\n";

pub(super) fn text(shown: &Shown<'_>) -> String {
    let comparison = shown.comparison;
    let mut text = format!("{MARK}### Claims: {}\n\n", in_words(comparison));
    text += &format!("From {} to {}.\n\n", side(shown.before), side(shown.after));
    text += &format!("**Before**\n\n{}\n**After**\n\n{}\n", heat_map(shown.before), heat_map(shown.after));
    text += "● works · ◐ promising · ○ speculative, one for each claim in a cell.\n";
    let sections: [(&str, &[&str]); 4] = [
        ("Quietly weakened or removed", &["removed", "weakened"]),
        ("Judged worse", &["worse"]),
        ("Changed", &["changed", "better"]),
        ("New", &["added"]),
    ];
    let mut left_out = 0;
    for (title, statuses) in sections {
        let claims: Vec<&ChangedClaim> =
            comparison.changed.iter().filter(|claim| statuses.contains(&status(claim))).collect();
        if claims.is_empty() {
            continue;
        }
        text += &format!("\n#### {title}\n\n");
        for claim in claims {
            let one = one(claim);
            if text.len() + one.len() > MOST {
                left_out += 1;
            } else {
                text += &one;
            }
        }
    }
    if left_out > 0 {
        text += &format!("\n… and {left_out} more, for which there is no room here: run `hypecheck diff`.\n");
    }
    text
}

fn side(outline: &Outline) -> String {
    match &outline.commit {
        Some(commit) => format!("{} ({})", code(&outline.label), code(&commit[..12])),
        None => code(&outline.label),
    }
}

fn heat_map(outline: &Outline) -> String {
    let mut table = String::from("| |");
    for chain in ChainProperty::ALL {
        table += &format!(" {chain} |");
    }
    table += "\n|---|---|---|---|\n";
    for &ai in AiProperty::ALL {
        table += &format!("| **{ai}** |");
        for &chain in ChainProperty::ALL {
            table += &format!(" {} |", cell(&outline.cells[Cell { ai, chain }.index()]));
        }
        table.push('\n');
    }
    table
}

/// Whether the cell is strong, moderate or weak, and a dot for each claim in it.
fn cell(cell: &CellOutline) -> String {
    let square = match cell.strength {
        Some(Strength::Strong) => "🟩",
        Some(Strength::Moderate) => "🟨",
        Some(Strength::Weak) => "🟥",
        None => "⬜",
    };
    let dots = |(dot, count): (&str, usize)| match count {
        0 => String::new(),
        1..=6 => dot.repeat(count),
        _ => format!("{dot}×{count} "),
    };
    let dots: String = DOTS.into_iter().zip(cell.verdicts).map(dots).collect();
    format!("{square} {}", dots.trim_end()).trim_end().to_owned()
}

fn one(claim: &ChangedClaim) -> String {
    let word = |verdict: Option<Verdict>| verdict.map_or("no verdict", |verdict| verdict.as_str());
    let (old, new) = claim.verdicts();
    let verdicts = match (claim.is_added(), claim.is_removed()) {
        (true, _) => word(new).to_owned(),
        (_, true) => format!("was {}", word(old)),
        _ if old == new => word(new).to_owned(),
        _ => format!("{} → {}", word(old), word(new)),
    };
    let place = facts(claim).map(|facts| code(&format!("{}:{}", facts.path, facts.line))).unwrap_or_default();
    let mut text = format!("- **{}** {}, {verdicts}, in {place}\n", status(claim), code(&claim.title()));
    for change in &claim.changes {
        text += &line(change);
    }
    text
}

fn line(change: &Change) -> String {
    let sign = match change.effect {
        Effect::Weakened => "❌",
        Effect::Worse => "🔻",
        Effect::Noted => "▫️",
        Effect::Better => "✅",
    };
    let mut text = format!("  - {sign} {}\n", message(&change.message));
    for (word, written) in [("was", &change.before), ("now", &change.after)] {
        if let Some(written) = written {
            text += &format!("    - {word}: {}\n", code(&cut(written)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_shows_a_dot_for_each_claim_and_a_number_for_many() {
        let cell = |verdicts| self::cell(&CellOutline { verdicts, strength: Some(Strength::Weak) });
        assert_eq!(cell([0, 0, 0]), "🟥");
        assert_eq!(cell([1, 0, 2]), "🟥 ●○○");
        assert_eq!(cell([0, 12, 1]), "🟥 ◐×12 ○");
    }
}
