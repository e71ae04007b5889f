//! How well the reader places claims, and how long it takes.
//!
//! `cargo bench --bench reading` prints the figures for the labelled claims in `tests/claims`. A path to another file
//! of claims may be given: `cargo bench --bench reading -- other.jsonl`; `--wrong` lists the claims that are misread.
//!
//! The reader learns nothing from the claims when it runs, but its tables were written with them in view. The projects
//! in `PUT_ASIDE` were drawn by lot and read last; `tests/claims/README.md` has the figures from before that, which tell
//! most about projects that nobody has seen.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use hypecheck::model::{Cell, reading};
use std::collections::BTreeMap;
use std::time::Instant;

/// The projects that were drawn by lot and put aside while the tables were first written.
const PUT_ASIDE: &[&str] = &[
    "ASI Alliance",
    "ASIP",
    "Aleo",
    "DeServe",
    "DeepBrain Chain",
    "Fetch.ai",
    "Fhenix",
    "Gradients",
    "Gridlock",
    "InferChain",
    "Inference Labs",
    "Krum Federated Chain",
    "KubeTEE",
    "Lagrange DeepProve",
    "Nesa",
    "OpenGradient",
    "Quantum Semantic Blockchain",
    "Resilient Federated Chain",
    "Ritual",
    "SOL-SWARM Elite",
    "Super Protocol",
    "Templar",
    "io.net",
];

struct Claim {
    text: String,
    project: String,
    cells: Vec<Cell>,
    negated: bool,
}

fn claims(path: &str) -> Vec<Claim> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let cells = value["cells"].as_array().unwrap().iter().map(|cell| {
                let word = |side: &str| cell[side].as_str().unwrap().to_owned();
                Cell::parse(&format!("{}+{}", word("ai"), word("chain"))).unwrap()
            });
            Claim {
                text: value["text"].as_str().unwrap().to_owned(),
                project: value["project"].as_str().unwrap_or_default().to_owned(),
                cells: cells.collect(),
                negated: value["negated"].as_bool().unwrap_or_default(),
            }
        })
        .collect()
}

fn short(cells: &[Cell]) -> String {
    let words: Vec<String> = cells.iter().map(|cell| format!("{} + {}", cell.ai, cell.chain)).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

/// What is right, wrongly there, and missing.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    extra: usize,
    missing: usize,
}

impl Count {
    fn add(&mut self, expected: bool, found: bool) {
        match (expected, found) {
            (true, true) => self.right += 1,
            (false, true) => self.extra += 1,
            (true, false) => self.missing += 1,
            (false, false) => {}
        }
    }

    fn precision(self) -> f64 {
        ratio(self.right, self.right + self.extra)
    }

    fn recall(self) -> f64 {
        ratio(self.right, self.right + self.missing)
    }

    fn f1(self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.extra + self.missing)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { f64::NAN } else { part as f64 / whole as f64 }
}

fn figures(name: &str, claims: &[&Claim]) {
    let mut classes: BTreeMap<Option<Cell>, Count> = BTreeMap::new();
    let (mut any, mut weak, mut negated) = (Count::default(), Count::default(), Count::default());
    let (mut primary, mut without, mut alarms) = (0, 0, 0);
    for claim in claims {
        let reading = reading::read(&claim.text);
        let found: Vec<Cell> = reading.cells.iter().map(|read| read.cell).collect();
        let (expected_first, found_first) = (claim.cells.first().copied(), found.first().copied());
        primary += usize::from(expected_first == found_first);
        for class in Cell::all().map(Some).chain([None]) {
            classes.entry(class).or_default().add(expected_first == class, found_first == class);
        }
        for cell in Cell::all() {
            any.add(claim.cells.contains(&cell), found.contains(&cell));
        }
        let is_weak = |cells: &[Cell]| cells.iter().any(|cell| cell.to_string() == "performance + decentralization");
        weak.add(is_weak(&claim.cells), is_weak(&found));
        negated.add(claim.negated, reading.negated);
        if claim.cells.is_empty() {
            without += 1;
            alarms += usize::from(!found.is_empty());
        }
    }
    let seen: Vec<&Count> = classes.values().filter(|count| count.right + count.missing > 0).collect();
    let macro_f1 = seen.iter().map(|count| count.f1()).sum::<f64>() / seen.len().max(1) as f64;
    println!(
        "{name:<34} {:>5} {:>8.3} {macro_f1:>8.3} {:>8.3} {:>6.2} {:>5.2} {:>7.3} {:>6.2}",
        claims.len(),
        ratio(primary, claims.len()),
        any.f1(),
        weak.precision(),
        weak.recall(),
        ratio(alarms, without),
        negated.f1(),
    );
}

fn confusion(claims: &[&Claim]) {
    let classes: Vec<Option<Cell>> = Cell::all().map(Some).chain([None]).collect();
    let label = |class: &Option<Cell>| match class {
        Some(cell) => format!("{}+{}", &cell.ai.as_str()[..4], &cell.chain.as_str()[..3]),
        None => "none".to_owned(),
    };
    println!("\nfirst cell: expected (rows) against found (columns)\n");
    println!("{:>10} {}", "", classes.iter().map(|class| format!("{:>9}", label(class))).collect::<String>());
    for expected in &classes {
        let mine: Vec<Option<Cell>> = claims
            .iter()
            .filter(|claim| claim.cells.first().copied() == *expected)
            .map(|claim| reading::read(&claim.text).cells.first().map(|read| read.cell))
            .collect();
        let row: String =
            classes.iter().map(|found| format!("{:>9}", mine.iter().filter(|cell| *cell == found).count())).collect();
        println!("{:>10} {row}", label(expected));
    }
}

fn wrong(claims: &[&Claim]) {
    for claim in claims {
        let reading = reading::read(&claim.text);
        let found: Vec<Cell> = reading.cells.iter().map(|read| read.cell).collect();
        if found != claim.cells {
            let words: Vec<&str> =
                reading.cells.iter().flat_map(|read| &read.spans).map(|span| &claim.text[span.clone()]).collect();
            println!("\n{}\n  expected {}\n  found    {} {words:?}", claim.text, short(&claim.cells), short(&found));
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (flags, mut paths): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|word| word.starts_with("--"));
    let here = |name: &str| format!("{}/tests/claims/{name}", env!("CARGO_MANIFEST_DIR"));
    let built_in = [here("dev.jsonl"), here("own.jsonl")];
    if paths.is_empty() {
        paths = built_in.iter().collect();
    }
    println!(
        "{:<34} {:>5} {:>8} {:>8} {:>8} {:>6} {:>5} {:>7} {:>6}",
        "", "n", "primary", "macro F1", "any F1", "weak P", "R", "alarms", "neg F1"
    );
    let mut all: Vec<Claim> = Vec::new();
    for path in &paths {
        let claims = claims(path);
        let name =
            std::path::Path::new(path).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        figures(&name, &claims.iter().collect::<Vec<_>>());
        let (aside, in_view): (Vec<&Claim>, Vec<&Claim>) =
            claims.iter().partition(|claim| PUT_ASIDE.contains(&claim.project.as_str()));
        if !aside.is_empty() {
            figures("  projects in view", &in_view);
            figures("  projects put aside", &aside);
            // Five folds by project: how much the figures vary from one set of projects to another.
            let mut projects: Vec<&str> = claims.iter().map(|claim| claim.project.as_str()).collect();
            projects.sort_unstable();
            projects.dedup();
            for fold in 0..5 {
                let mine: Vec<&Claim> = claims
                    .iter()
                    .filter(|claim| projects.binary_search(&claim.project.as_str()).is_ok_and(|at| at % 5 == fold))
                    .collect();
                figures(&format!("  fold {} by project", fold + 1), &mine);
            }
        }
        all.extend(claims);
    }
    let all: Vec<&Claim> = all.iter().collect();
    confusion(&all);
    if flags.iter().any(|flag| *flag == "--wrong") {
        wrong(&all);
    }
    let rounds = 50;
    let bytes: usize = all.iter().map(|claim| claim.text.len()).sum();
    let start = Instant::now();
    let mut cells = 0;
    for _ in 0..rounds {
        cells += all.iter().map(|claim| reading::read(&claim.text).cells.len()).sum::<usize>();
    }
    let each = start.elapsed().as_secs_f64() * 1e6 / (rounds * all.len().max(1)) as f64;
    println!("\n{each:.1} \u{b5}s a claim of {} bytes on average ({cells} cells)", bytes / all.len().max(1));
}
