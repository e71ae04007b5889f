//! The heat map in letters: for an editor that shows a text and no picture.

use super::glyphs::word;
use super::map::{HeatMap, MapCell, MapClaim};
use crate::model::{AiProperty, Cell, ChainProperty};
use crate::rules::{Origin, Verdict};
use std::fmt::Write;

const LEGEND: &str = "
W works, P promising, S speculative, ? no verdict; in brackets: placed there by its words
";

/// The heat map as plain text: the nine cells with the claims in them, and then each claim with the reason of its verdict
/// and the way to a better one.
pub(super) fn written(map: &HeatMap) -> String {
    let verdicts = [Some(Verdict::Works), Some(Verdict::Promising), Some(Verdict::Speculative), None];
    let counts = verdicts.into_iter().map(|verdict| (map.count(verdict), word(verdict)));
    let counts = counts.filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    let counts = counts.collect::<Vec<_>>().join(" · ");
    let mut text = format!("{}\n\n", if counts.is_empty() { "no claim" } else { &counts });
    grid(map, &mut text);
    text += LEGEND;
    for (index, project) in map.projects.iter().enumerate() {
        let file = project.file.as_ref().map_or_else(String::new, |file| format!(" ({})", on_a_line(file)));
        let _ = writeln!(text, "\n{}{file}", on_a_line(&project.title));
        map.claims.iter().filter(|claim| claim.project == Some(index)).for_each(|it| claim(it, &mut text));
    }
    let outside: Vec<&MapClaim> = map.claims.iter().filter(|claim| claim.project.is_none()).collect();
    if !outside.is_empty() {
        text += "\nIn no project\n";
        outside.into_iter().for_each(|it| claim(it, &mut text));
    }
    text
}

/// What comes from a spec may be wrapped for reasons of its own.
fn on_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A claim in a cell: its name, and the letter of its verdict; in brackets where its words led there.
fn dot(claim: &MapClaim, inferred: bool) -> String {
    let dot = format!("{} {}", super::glyphs::letter(claim.verdict), claim.name);
    if inferred { format!("({dot})") } else { dot }
}

fn grid(map: &HeatMap, text: &mut String) {
    let column = |chain: ChainProperty, ai: AiProperty| -> Vec<String> {
        let cell = Cell { ai, chain };
        let MapCell { ratings, .. } = &map.cells[cell.index()];
        let mut strengths: Vec<&str> = ratings.iter().map(|rated| rated.strength.as_str()).collect();
        strengths.dedup();
        let rated = if strengths.is_empty() { "not rated".to_owned() } else { strengths.join(" / ") };
        let inside = map.claims.iter().filter_map(|claim| {
            let placed = claim.placed.iter().find(|placed| placed.cell == cell)?;
            Some(dot(claim, placed.origin == Origin::Inferred))
        });
        std::iter::once(rated).chain(inside).collect()
    };
    let wide = |text: &str| text.chars().count();
    let rows: Vec<(&str, Vec<Vec<String>>)> = AiProperty::ALL
        .iter()
        .copied()
        .map(|ai| (ai.as_str(), ChainProperty::ALL.iter().copied().map(|chain| column(chain, ai)).collect()))
        .collect();
    let head = rows.iter().map(|(name, _)| wide(name)).max().unwrap_or(0);
    let widths: Vec<usize> = ChainProperty::ALL
        .iter()
        .copied()
        .enumerate()
        .map(|(index, chain)| {
            let lines = rows.iter().flat_map(|(_, cells)| &cells[index]).map(|line| wide(line));
            lines.chain([wide(chain.as_str())]).max().unwrap_or(0)
        })
        .collect();
    let mut line = |head_word: &str, parts: Vec<&str>| {
        let mut line = pad(head_word, head);
        for (part, width) in parts.into_iter().zip(&widths) {
            line += "  ";
            line += &pad(part, *width);
        }
        *text += line.trim_end();
        text.push('\n');
    };
    line("", ChainProperty::ALL.iter().copied().map(ChainProperty::as_str).collect());
    for (name, cells) in &rows {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for index in 0..height {
            let parts = cells.iter().map(|cell| cell.get(index).map_or("", String::as_str)).collect();
            line(if index == 0 { name } else { "" }, parts);
        }
    }
}

fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.chars().count());
    format!("{text}{}", " ".repeat(missing))
}

fn claim(claim: &MapClaim, text: &mut String) {
    let cells: Vec<String> = claim.placed.iter().map(|placed| placed.cell.to_string()).collect();
    let cells = if cells.is_empty() { "in no cell".to_owned() } else { cells.join(", ") };
    let _ =
        writeln!(text, "  {} {}: {cells} · {}", super::glyphs::letter(claim.verdict), claim.name, word(claim.verdict));
    for said in [claim.reason, claim.way].into_iter().filter(|said| !said.is_empty()) {
        let _ = writeln!(text, "    {said}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    fn of(source: &str) -> String {
        let (snapshot, id) = snapshot(source);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        written(&HeatMap::of(&snapshot, &[("test.synergy".to_owned(), &report)]))
    }

    #[test]
    fn each_claim_stands_in_its_cells_and_below_with_its_reason_and_the_way_to_a_better_verdict() {
        let text = of(r#"
claim alone { says "We like it." }
project tidepool "Tidepool" {
  claim instant: performance + decentralization { says "A scan is read by the laptops of volunteers." }
  claim both: verifiability + security, verifiability + scalability { says "Anyone checks an answer." }
  claim read { says "Every answer ships with a zero-knowledge proof that the right model produced it." }
}
"#);
        let expected = "\
1 promising · 2 speculative · 1 no verdict

               security  scalability  decentralization
privacy        moderate  moderate     strong
verifiability  strong    moderate     strong
               S both    S both
               (P read)
performance    moderate  strong       weak
                                      S instant

W works, P promising, S speculative, ? no verdict; in brackets: placed there by its words

Tidepool
  S instant: performance + decentralization · speculative
    The two properties fight, and it is not shown how that is overcome.
    Name a technique that mitigates it, a metric, and evidence that can be checked.
  S both: verifiability + security, verifiability + scalability · speculative
    It works under conditions, and nothing shows that they are met.
    Add evidence that can be checked, or a metric in words that promise no more.
  P read: verifiability + security · promising
    The two properties feed each other, but nothing that can be checked stands behind it.
    Add evidence that can be checked: a paper, benchmark, audit, deployment, code or dataset.

In no project
  ? alone: in no cell · no verdict
    It is in no cell that its matrix rates.
    Place it in a cell, or say more plainly what is claimed.
";
        assert_eq!(text, expected);
    }

    #[test]
    fn without_a_claim_the_cells_are_there_all_the_same() {
        let text = of("");
        assert!(text.starts_with("no claim\n\n"), "{text}");
        assert_eq!(text.matches("strong").count() + text.matches("moderate").count() + text.matches("weak").count(), 9);
    }
}
