//! Measures how labelled claims are read: their cells, and whether they are hype. Shared by `cargo bench --bench
//! reading`, which prints the figures, and by a test that holds the published ones to them.
//!
//! What is measured is the product: each text is the `says` of a claim that is judged like any other.

use hypecheck::model::{Cell, FileKey, FileSystem, Workspace, reading};
use hypecheck::rules::{Settings, check};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::Text;
use std::collections::BTreeMap;

/// A labelled claim.
pub struct Claim {
    pub text: String,
    pub project: String,
    /// Nothing where the cells are not labelled.
    pub cells: Option<Vec<Cell>>,
    /// Nothing where it is not labelled whether it is hype.
    pub hype: Option<bool>,
    pub negated: bool,
}

/// The claims of a file, one a line.
pub fn claims(path: &str) -> Vec<Claim> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{path}: {error}"));
            let cell = |cell: &serde_json::Value| {
                let word = |side: &str| cell[side].as_str().unwrap_or_default().to_owned();
                Cell::parse(&format!("{}+{}", word("ai"), word("chain"))).unwrap_or_else(|| panic!("{path}: {cell}"))
            };
            Claim {
                text: value["text"].as_str().unwrap_or_default().to_owned(),
                project: value["project"].as_str().unwrap_or_default().to_owned(),
                cells: value["cells"].as_array().map(|cells| cells.iter().map(cell).collect()),
                hype: value["hype"].as_bool(),
                negated: value["negated"].as_bool().unwrap_or_default(),
            }
        })
        .collect()
}

/// What is right, wrongly there, and missing.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub right: usize,
    pub extra: usize,
    pub missing: usize,
}

impl Count {
    pub fn add(&mut self, expected: bool, found: bool) {
        match (expected, found) {
            (true, true) => self.right += 1,
            (false, true) => self.extra += 1,
            (true, false) => self.missing += 1,
            (false, false) => {}
        }
    }

    pub fn precision(self) -> f64 {
        ratio(self.right, self.right + self.extra)
    }

    pub fn recall(self) -> f64 {
        ratio(self.right, self.right + self.missing)
    }

    pub fn f1(self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.extra + self.missing)
    }
}

pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { f64::NAN } else { part as f64 / whole as f64 }
}

/// How claims are placed by their words.
pub struct CellFigures {
    pub n: usize,
    /// Claims whose main cell is right, or of which it is right that they have none.
    pub primary: usize,
    pub macro_f1: f64,
    pub any: Count,
    pub weak: Count,
    pub negated: Count,
    /// Claims that assert no cell, and those among them that are placed in one.
    pub without: usize,
    pub alarms: usize,
}

/// Measures the claims whose cells are labelled; nothing if there are none.
pub fn cells(claims: &[&Claim]) -> Option<CellFigures> {
    let mut classes: BTreeMap<Option<Cell>, Count> = BTreeMap::new();
    let (mut any, mut weak, mut negated) = (Count::default(), Count::default(), Count::default());
    let (mut n, mut primary, mut without, mut alarms) = (0, 0, 0, 0);
    for claim in claims {
        let Some(expected) = &claim.cells else { continue };
        let reading = reading::read(&claim.text);
        let found: Vec<Cell> = reading.cells.iter().map(|read| read.cell).collect();
        let (expected_first, found_first) = (expected.first().copied(), found.first().copied());
        n += 1;
        primary += usize::from(expected_first == found_first);
        for class in Cell::all().map(Some).chain([None]) {
            classes.entry(class).or_default().add(expected_first == class, found_first == class);
        }
        for cell in Cell::all() {
            any.add(expected.contains(&cell), found.contains(&cell));
        }
        let is_weak = |cells: &[Cell]| cells.iter().any(|cell| cell.to_string() == "performance + decentralization");
        weak.add(is_weak(expected), is_weak(&found));
        negated.add(claim.negated, reading.negated);
        if expected.is_empty() {
            without += 1;
            alarms += usize::from(!found.is_empty());
        }
    }
    let seen: Vec<&Count> = classes.values().filter(|count| count.right + count.missing > 0).collect();
    let macro_f1 = seen.iter().map(|count| count.f1()).sum::<f64>() / seen.len().max(1) as f64;
    (n > 0).then_some(CellFigures { n, primary, macro_f1, any, weak, negated, without, alarms })
}

/// How claims are told to be hype.
pub struct WordingFigures {
    pub n: usize,
    pub hype: Count,
}

/// Measures the claims of which it is labelled whether they are hype; nothing if there are none.
pub fn wording(claims: &[&Claim]) -> Option<WordingFigures> {
    let labelled: Vec<(&str, bool)> =
        claims.iter().filter_map(|claim| Some((claim.text.as_str(), claim.hype?))).collect();
    let mut hype = Count::default();
    for (text, expected) in &labelled {
        hype.add(*expected, is_hype(text));
    }
    (!labelled.is_empty()).then_some(WordingFigures { n: labelled.len(), hype })
}

/// Whether a text is judged to be hype where somebody claims it.
pub fn is_hype(text: &str) -> bool {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    let source = format!("project sample \"Sample\" {{\n  claim sample {{ says \"{escaped}\" }}\n}}\n");
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new(&source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual("claim.synergy".to_owned()), text, tree, None, &FileSystem);
    let settings = Settings::new(Date { year: 2026, month: Some(11), day: Some(24) });
    let report = check(&workspace.snapshot(), id, &settings).expect("it was just opened");
    report.claims.iter().any(|claim| !claim.hype.is_empty())
}

/// In what range the true share lies with 95 % certainty, when so many of so many were right (Wilson's interval).
pub fn interval(part: usize, whole: usize) -> (f64, f64) {
    const Z: f64 = 1.96;
    let (n, p) = (whole as f64, ratio(part, whole));
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    ((middle - half) / scale, (middle + half) / scale)
}

/// A row of the table that is published, as it stands in `src/rules/figures/cells.md`.
pub fn cells_row(name: &str, figures: &CellFigures) -> String {
    let (low, high) = interval(figures.primary, figures.n);
    format!(
        "| {name} | {} | {:.2} ({low:.2} to {high:.2}) | {:.2} | {:.2} / {:.2} | {:.2} |",
        figures.n,
        ratio(figures.primary, figures.n),
        figures.any.f1(),
        figures.weak.precision(),
        figures.weak.recall(),
        ratio(figures.alarms, figures.without)
    )
}

/// A row of the table that is published, as it stands in `src/rules/figures/wording.md`.
pub fn wording_row(name: &str, figures: &WordingFigures) -> String {
    let hype = figures.hype;
    let (low, high) = interval(hype.right, hype.right + hype.extra);
    format!(
        "| {name} | {} | {:.2} ({low:.2} to {high:.2}) | {:.2} | {:.2} |",
        figures.n,
        hype.precision(),
        hype.recall(),
        hype.f1()
    )
}
