//! Inlay hints: what is worth a word beside the text, and no more.
//!
//! Two families, each with a switch: the cell that a claim without one was placed in, and by how much a metric goes
//! beyond a limit that a rule holds it against.

use super::markup::{code, line};
use crate::model::{Cell, FileId, Snapshot, SourceFile};
use crate::rules::{JudgedClaim, Origin, Report};
use crate::text::{TextEdit, TextRange, TextSize};

/// Which hints are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HintSettings {
    /// Any at all.
    pub enabled: bool,
    /// The cells that claims were placed in.
    pub inferred_cells: bool,
    /// By how much metrics go beyond limits.
    pub factors: bool,
}

impl Default for HintSettings {
    fn default() -> Self {
        HintSettings { enabled: true, inferred_cells: true, factors: true }
    }
}

/// What a hint tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintKind {
    /// The cell that a claim was placed in.
    Cell,
    /// By how much a metric goes beyond a limit.
    Factor,
}

/// A word beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where it stands.
    pub at: TextSize,
    /// What it says.
    pub label: String,
    /// What it tells.
    pub kind: HintKind,
    /// How that is known, in Markdown.
    pub tooltip: String,
    /// What makes it a part of the text; nothing where it is no text.
    pub edits: Vec<TextEdit>,
}

/// The hints in a range of a file, in the order of the text. `report` is what was found in the file.
pub fn hints(
    snapshot: &Snapshot,
    id: FileId,
    report: &Report,
    within: TextRange,
    settings: &HintSettings,
) -> Vec<Hint> {
    let Some(file) = snapshot.file(id).filter(|_| settings.enabled) else { return Vec::new() };
    let mut hints = Vec::new();
    if settings.inferred_cells {
        let claims = report.claims.iter().filter(|claim| claim.range.intersect(within).is_some());
        hints.extend(claims.filter_map(|claim| inferred_cell(file, claim)));
    }
    if settings.factors {
        hints.extend(report.diagnostics.iter().filter_map(|found| {
            let factor = found.factor?;
            let tooltip = super::markup::message(&found.message);
            Some(Hint {
                at: found.range.end(),
                label: factor.to_string(),
                kind: HintKind::Factor,
                tooltip,
                edits: Vec::new(),
            })
        }));
    }
    hints.retain(|hint| within.contains_inclusive(hint.at));
    hints.sort_by_key(|hint| hint.at);
    hints
}

/// `: privacy + decentralization` after the name of a claim that declares no cell.
fn inferred_cell(file: &SourceFile, claim: &JudgedClaim) -> Option<Hint> {
    let inferred: Vec<Cell> =
        claim.cells.iter().filter(|cell| cell.origin == Origin::Inferred).map(|cell| cell.cell).collect();
    if inferred.is_empty() {
        return None;
    }
    // Without a name there is nothing that a cell could stand after.
    let around = file.declarations_at(claim.selection.start());
    let (base, declaration) = around.iter().find(|(base, _)| *base == claim.range.start())?;
    let name = declaration.name.as_ref()?.range + *base;
    let text = file.text();
    let rest = text.slice(TextRange::new(name.end(), text.line_end(text.line_of(name.end()))));
    // A colon may stand there already.
    let blanks = rest.len() - rest.trim_start().len();
    let colon = rest[blanks..].starts_with(':');
    let at = if colon { name.end() + TextSize::new(blanks as u32 + 1) } else { name.end() };
    let cells = inferred.iter().map(Cell::to_string).collect::<Vec<_>>().join(", ");
    let label = if colon { format!(" {cells}") } else { format!(": {cells}") };
    let mut tooltip = String::new();
    for cell in &inferred {
        let read = claim.read.iter().find(|read| read.cell == *cell);
        let words = read.iter().flat_map(|read| &read.words).map(|words| line(&text.slice(*words)));
        let words: Vec<String> = words.map(|words| format!("“{words}”")).collect();
        tooltip += &format!("- **{cell}**, read from {}\n", words.join(", "));
    }
    tooltip += &format!("\nNothing is declared. Put {} after the name if that is what is meant.\n", code(label.trim()));
    Some(Hint { at, edits: vec![TextEdit::insert(at, &label)], label, kind: HintKind::Cell, tooltip })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};
    use crate::text::Text;

    const SOURCE: &str = "\
project p \"P\" {
  runs-on ethereum
  claim proved {
    says \"Every answer ships with a zero-knowledge proof that the right model produced it.\"
  }
  claim agreed: verifiability + security {
    says   \"Every answer is agreed on by consensus before the user sees it.\"
    metric latency < 50 ms
    metric throughput >= 6_000 tx/s
  }
  claim large: performance + scalability {
    metric compute-growth >= 60_000 x by 2029
  }
}
";

    fn hints_of(source: &str, within: Option<TextRange>, wanted: HintSettings) -> Vec<Hint> {
        let (snapshot, id) = snapshot(source);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        hints(&snapshot, id, &report, within.unwrap_or(TextRange::up_to(TextSize::of(source))), &wanted)
    }

    /// The text with its hints in it.
    fn shown(source: &str, hints: &[Hint]) -> String {
        let edits: Vec<TextEdit> =
            hints.iter().map(|hint| TextEdit::insert(hint.at, format!("«{}»", hint.label))).collect();
        Text::new(source).apply(&edits).to_string()
    }

    #[test]
    fn a_claim_without_a_cell_shows_the_one_it_is_placed_in_and_a_metric_how_far_it_goes() {
        let shown = shown(SOURCE, &hints_of(SOURCE, None, HintSettings::default()));
        let lines: Vec<&str> = shown.lines().filter(|line| line.contains('«')).map(str::trim).collect();
        assert_eq!(
            lines,
            [
                "claim proved«: verifiability + security» {",
                "metric latency < 50 ms«= 240× too fast»",
                "metric throughput >= 6_000 tx/s«= 100× too much»",
                "metric compute-growth >= 60_000 x«= 6× too much» by 2029",
            ]
        );
    }

    #[test]
    fn the_hint_of_a_cell_says_which_words_led_there_and_can_be_made_text() {
        let hint = &hints_of(SOURCE, None, HintSettings::default())[0];
        assert!(hint.tooltip.contains("**verifiability + security**, read from “"), "{}", hint.tooltip);
        assert!(hint.tooltip.contains("zero-knowledge"), "{}", hint.tooltip);
        let stated = Text::new(SOURCE).apply(&hint.edits).to_string();
        assert!(stated.contains("claim proved: verifiability + security {"), "{stated}");
        assert!(hints_of(&stated, None, HintSettings::default()).iter().all(|hint| hint.kind == HintKind::Factor));
    }

    #[test]
    fn a_colon_that_stands_there_already_is_not_written_twice() {
        let source = SOURCE.replace("claim proved {", "claim proved : {");
        let hint = &hints_of(&source, None, HintSettings::default())[0];
        assert!(
            Text::new(&source).apply(&hint.edits).to_string().contains("claim proved : verifiability + security {")
        );
    }

    #[test]
    fn each_family_has_a_switch_and_there_is_one_for_all() {
        let all = HintSettings::default();
        let kinds = |wanted| hints_of(SOURCE, None, wanted).iter().map(|hint| hint.kind).collect::<Vec<_>>();
        assert_eq!(kinds(HintSettings { enabled: false, ..all }), []);
        assert_eq!(kinds(HintSettings { factors: false, ..all }), [HintKind::Cell]);
        assert_eq!(kinds(HintSettings { inferred_cells: false, ..all }), [HintKind::Factor; 3]);
    }

    #[test]
    fn only_what_is_in_the_range_is_told() {
        let metric = SOURCE.find("metric throughput").expect("it is there") as u32;
        let within = TextRange::at(metric.into(), 40.into());
        let found = hints_of(SOURCE, Some(within), HintSettings::default());
        assert_eq!(found.iter().map(|hint| hint.label.as_str()).collect::<Vec<_>>(), ["= 100× too much"]);
    }

    #[test]
    fn a_caveat_that_accepts_a_number_makes_its_hint_go() {
        let source =
            SOURCE.replace("< 50 ms", "< 50 ms\n    caveat below-chain-limit \"Nothing waits for the chain.\"");
        let found = hints_of(&source, None, HintSettings::default());
        assert!(!found.iter().any(|hint| hint.label.contains("too fast")), "{found:?}");
    }
}
