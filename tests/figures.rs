//! The published figures of the readers are those that are measured. `HYPECHECK_BLESS=1 cargo test --test figures`
//! writes those of the claims in `tests/claims` anew; the pages of the rules are then made anew from them with
//! `HYPECHECK_BLESS=1 cargo test --test generated`.

#[allow(dead_code, missing_docs)]
#[path = "claims/measure.rs"]
mod measure;

use measure::{Claim, cells, cells_row, claims, interval, is_hype, wording, wording_row};

fn here(relative: &str) -> String {
    format!("{}/{relative}", env!("CARGO_MANIFEST_DIR"))
}

/// Holds each row of a table that begins with the name of a file of claims to what is measured now.
#[track_caller]
fn is_as_measured(table: &str, row: impl Fn(&str, &[&Claim]) -> Option<String>) {
    let path = here(table);
    let before = std::fs::read_to_string(&path).expect("it is there").replace("\r\n", "\n");
    let mut measured = 0;
    let lines: Vec<String> = before
        .lines()
        .map(|line| {
            let name = line.strip_prefix("| ").and_then(|rest| rest.split_once(" |")).map(|(name, _)| name);
            let Some(name) = name.filter(|name| name.ends_with(".jsonl")) else { return line.to_owned() };
            measured += 1;
            let claims = claims(&here(&format!("tests/claims/{name}")));
            row(name, &claims.iter().collect::<Vec<_>>()).unwrap_or_else(|| panic!("{name} has no such labels"))
        })
        .collect();
    assert!(measured > 0, "{table} has no row for the claims in tests/claims");
    let now = lines.join("\n") + "\n";
    if std::env::var_os("HYPECHECK_BLESS").is_some() {
        std::fs::write(&path, &now).expect("it can be written");
        return;
    }
    assert!(
        before == now,
        "{table} is out of date: run `HYPECHECK_BLESS=1 cargo test --test figures`. Measured:\n{now}"
    );
}

#[test]
fn those_of_cells() {
    is_as_measured("src/rules/figures/cells.md", |name, claims| Some(cells_row(name, &cells(claims)?)));
}

#[test]
fn those_of_wording() {
    is_as_measured("src/rules/figures/wording.md", |name, claims| Some(wording_row(name, &wording(claims)?)));
}

#[test]
fn a_share_of_a_sample_has_the_interval_that_tables_of_statistics_give() {
    // Wilson's interval for 81 of 263.
    let (low, high) = interval(81, 263);
    assert!((low - 0.2553).abs() < 5e-4 && (high - 0.3662).abs() < 5e-4, "{low} to {high}");
    let (low, high) = interval(10, 10);
    assert!((low - 0.7225).abs() < 5e-4 && (high - 1.0).abs() < 1e-9, "{low} to {high}");
}

#[test]
fn a_text_is_measured_as_it_is_judged_whatever_signs_are_in_it() {
    assert!(is_hype("A \\ \"b\"\nInfinitely scalable."));
    assert!(!is_hype("40 machines serve 900 requests per second."));
}
