//! Baselines: any bytes are read or refused in words, and what is written is read back.
//!
//! The input is the file, and behind it a spec, whose findings are added.

use super::input;
use hypecheck::rules::{Baseline, BaselineEntry, BaselineProblem, Settings, fingerprints_of};
use std::path::Path;
use std::sync::Arc;

const PATH: &str = "/specs/hypecheck-baseline.toml";
const SPEC: &[u8] = b"project demo \"Demo\" {\n  claim fast: performance + decentralization {\n    says \"A revolutionary answer.\"\n  }\n}\n";

/// Reads a baseline, writes it anew, adds the findings of a spec, and hides them.
pub fn run(data: &[u8]) {
    let mut parts = input::parts(data);
    let source = input::text(parts.next().unwrap_or_default());
    let path = Path::new(PATH);
    let baseline = match Baseline::parse(path, &source) {
        Ok(baseline) => baseline,
        Err(problem) => {
            let line = problem.describe("b.toml");
            assert!(line.ends_with(['.', '`']), "{line:?}");
            if let BaselineProblem::Wrong { line, .. } = problem {
                assert!((1..=source.bytes().filter(|byte| *byte == b'\n').count() + 1).contains(&line), "{line}");
            }
            return;
        }
    };
    let entries = baseline.entries();
    assert!(entries.is_sorted());
    let again = read(path, &baseline.render(entries));
    assert_eq!(again.entries(), entries);
    assert_eq!(again.render(entries), baseline.render(entries));
    entries.iter().for_each(|entry| assert!(baseline.hides(entry.fingerprint)));
    entries.iter().for_each(|entry| drop(baseline.file_of(entry)));

    let spec = input::text(parts.next().unwrap_or(SPEC));
    let mut settings = Settings::new(input::TODAY);
    let (snapshot, id, report) = input::judge(&spec, &settings);
    let file = snapshot.file(id).expect("it was just opened");
    let key = file.key().path().expect("it has a path");
    let prints = fingerprints_of(file, &report);
    let found = report.diagnostics.iter().zip(prints);
    let new: Vec<BaselineEntry> = found.map(|(found, print)| baseline.entry(key, found, print)).collect();
    let mut expected: Vec<BaselineEntry> = entries.iter().chain(&new).cloned().collect();
    expected.sort();
    expected.dedup();
    let added = read(path, &baseline.text().apply(&baseline.adding(new)).to_string());
    assert_eq!(added.entries(), expected);
    settings.use_baseline(Some(Arc::new(added)));
    let (_, _, report) = input::judge(&spec, &settings);
    let left: Vec<_> = report.diagnostics.iter().map(|found| (found.rule.name, &found.message)).collect();
    assert_eq!(left, [], "{spec:?}");
}

fn read(path: &Path, source: &str) -> Baseline {
    Baseline::parse(path, source).unwrap_or_else(|problem| panic!("{problem:?} in {source:?}"))
}
