//! How well claims are read, and how long it takes.
//!
//! `cargo bench --bench reading` prints the figures for the labelled claims in `tests/claims`: the cells, and whether a
//! claim is hype. `-- --claims FILE` measures other claims in the same form; `-- --wrong` lists those that are misread;
//! `-- --rows` prints the rows of the tables that are published.
//!
//! The first row is that of real projects that nobody has seen: no table was written by them, and nothing was learned
//! from them. Of the others some were in view, and from some the second reader has learned; `tests/claims/README.md` says
//! which.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

#[path = "../tests/claims/measure.rs"]
mod measure;

use hypecheck::model::{Cell, reading};
use measure::{Claim, cells, cells_row, claims, is_hype, ratio, wording, wording_row};
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

fn short(cells: &[Cell]) -> String {
    let words: Vec<String> = cells.iter().map(|cell| format!("{} + {}", cell.ai, cell.chain)).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
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
            .filter(|claim| claim.cells.as_ref().is_some_and(|cells| cells.first().copied() == *expected))
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
        if let Some(expected) = claim.cells.as_ref().filter(|expected| **expected != found) {
            let words: Vec<&str> =
                reading.cells.iter().flat_map(|read| &read.spans).map(|span| &claim.text[span.clone()]).collect();
            println!("\n{}\n  expected {}\n  found    {} {words:?}", claim.text, short(expected), short(&found));
        }
        if let Some(expected) = claim.hype.filter(|expected| *expected != is_hype(&claim.text)) {
            println!("\n{}\n  {}", claim.text, if expected { "hype, and not found" } else { "found to be hype" });
        }
    }
}

/// A line of figures: of the cells, then of the wording.
fn figures(name: &str, claims: &[&Claim]) {
    let cells = cells(claims).map_or_else(
        || format!("{:>5} {:>8} {:>8} {:>8} {:>6} {:>5} {:>7} {:>6}", "", "", "", "", "", "", "", ""),
        |cells| {
            format!(
                "{:>5} {:>8.3} {:>8.3} {:>8.3} {:>6.2} {:>5.2} {:>7.3} {:>6.2}",
                cells.n,
                ratio(cells.primary, cells.n),
                cells.macro_f1,
                cells.any.f1(),
                cells.weak.precision(),
                cells.weak.recall(),
                ratio(cells.alarms, cells.without),
                cells.negated.f1(),
            )
        },
    );
    let wording = wording(claims).map_or_else(String::new, |wording| {
        let hype = wording.hype;
        format!(" | {:>5} {:>8.3} {:>6.2} {:>5.2}", wording.n, hype.f1(), hype.precision(), hype.recall())
    });
    println!("{name:<34} {cells}{wording}");
}

/// The same claims in five parts, no project in two of them. Every part is read by the same readers, and nothing is fitted
/// on the other four, so this is no cross-validation. It shows how far the figures differ from one set of projects to
/// the next, and that is how far they may be off for another.
fn folds(claims: &[Claim]) {
    let mut projects: Vec<&str> = claims.iter().map(|claim| claim.project.as_str()).collect();
    projects.sort_unstable();
    projects.dedup();
    if projects.len() < 10 {
        return;
    }
    println!("  five parts by project (the spread from one set of projects to another)");
    let mut spread: [Vec<f64>; 3] = Default::default();
    for fold in 0..5 {
        let mine: Vec<&Claim> = claims
            .iter()
            .filter(|claim| projects.binary_search(&claim.project.as_str()).is_ok_and(|at| at % 5 == fold))
            .collect();
        figures(&format!("    part {}", fold + 1), &mine);
        if let Some(cells) = cells(&mine) {
            spread[0].push(ratio(cells.primary, cells.n));
            spread[1].push(cells.any.f1());
        }
        spread[2].extend(wording(&mine).map(|wording| wording.hype.f1()));
    }
    for (name, values) in ["primary", "any F1", "hype F1"].into_iter().zip(&spread).filter(|(_, all)| !all.is_empty()) {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let (low, high) =
            (values.iter().copied().fold(f64::NAN, f64::min), values.iter().copied().fold(f64::NAN, f64::max));
        println!("    {name}: {mean:.3} on average, {low:.3} to {high:.3}");
    }
}

fn main() {
    let mut paths = Vec::new();
    let (mut list_wrong, mut rows) = (false, false);
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--wrong" => list_wrong = true,
            "--rows" => rows = true,
            "--claims" => paths.push(arguments.next().unwrap_or_else(|| panic!("`--claims` is followed by a file"))),
            flag if flag.starts_with("--") => panic!("there is no `{flag}`"),
            path => paths.push(path.to_owned()),
        }
    }
    if paths.is_empty() {
        let here = |name: &str| format!("{}/tests/claims/{name}", env!("CARGO_MANIFEST_DIR"));
        paths = ["real-b.jsonl", "dev.jsonl", "own.jsonl", "own-hype.jsonl"].map(here).into();
    }
    println!(
        "{:<34} {:>5} {:>8} {:>8} {:>8} {:>6} {:>5} {:>7} {:>6} | {:>5} {:>8} {:>6} {:>5}",
        "", "n", "primary", "macro F1", "any F1", "weak P", "R", "alarms", "neg F1", "n", "hype F1", "P", "R"
    );
    let mut all: Vec<Claim> = Vec::new();
    let mut published = Vec::new();
    for path in &paths {
        let claims = claims(path);
        let name =
            std::path::Path::new(path).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let whole: Vec<&Claim> = claims.iter().collect();
        figures(&name, &whole);
        published.extend(cells(&whole).map(|figures| cells_row(&name, &figures)));
        published.extend(wording(&whole).map(|figures| wording_row(&name, &figures)));
        let (aside, in_view): (Vec<&Claim>, Vec<&Claim>) =
            claims.iter().partition(|claim| PUT_ASIDE.contains(&claim.project.as_str()));
        if !aside.is_empty() {
            figures("  projects in view", &in_view);
            figures("  projects put aside", &aside);
        }
        folds(&claims);
        all.extend(claims);
    }
    if rows {
        println!("\n{}", published.join("\n"));
    }
    let all: Vec<&Claim> = all.iter().collect();
    confusion(&all);
    if list_wrong {
        wrong(&all);
    }
    let rounds = 50;
    let bytes: usize = all.iter().map(|claim| claim.text.len()).sum();
    let start = Instant::now();
    let mut found = 0;
    for _ in 0..rounds {
        found += all.iter().map(|claim| reading::read(&claim.text).cells.len()).sum::<usize>();
    }
    let each = start.elapsed().as_secs_f64() * 1e6 / (rounds * all.len().max(1)) as f64;
    println!("\n{each:.1} \u{b5}s a claim of {} bytes on average ({found} cells)", bytes / all.len().max(1));
}
