//! Specs as tests: what is to be found is marked in them (see `marks`).

use super::marks::marks;
use super::{Diagnostic, Group, Level, Report, Rule, Settings, check, find};
use crate::model::{FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use crate::syntax::{Date, SyntaxTree};
use crate::text::{Encoding, LineColumn, Text};

/// A snapshot of one file, `/workspace/test.synergy`.
pub(crate) fn snapshot(source: &str) -> (Snapshot, FileId) {
    snapshot_with(source, &MemoryDisk::default())
}

/// A snapshot of that file beside those of a disk.
pub(crate) fn snapshot_with(source: &str, disk: &MemoryDisk) -> (Snapshot, FileId) {
    let mut workspace = Workspace::new(vec!["/workspace".into()]);
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Path("/workspace/test.synergy".into()), text, tree, Some(1), disk);
    (workspace.snapshot(), id)
}

/// The settings of all tests: the day does not change.
pub(crate) fn settings() -> Settings {
    Settings::new(Date { year: 2026, month: Some(11), day: Some(24) })
}

/// Judges one file.
#[track_caller]
pub(crate) fn report(source: &str) -> Report {
    let (snapshot, id) = snapshot(source);
    check(&snapshot, id, &settings()).expect("the file is there")
}

/// Holds what is found in an example of a rule against what is marked in it. An example leaves out what it does not
/// show, evidence above all: what other rules find missing behind a claim does not count unless it is marked, nor do their hints.
#[track_caller]
pub(crate) fn check_marked(rule: &Rule, source: &str) {
    let (snapshot, id) = snapshot(source);
    let report = check(&snapshot, id, &settings()).expect("the file is there");
    let text = Text::new(source);
    let mut unmarked: Vec<&Diagnostic> = report.diagnostics.iter().collect();
    let mut missing = Vec::new();
    for mark in marks(source) {
        let marked = find(&mark.rule).unwrap_or_else(|| panic!("no rule `{}`", mark.rule));
        let place = |column| LineColumn::new(mark.line, column);
        let range = (place(mark.columns.0), place(mark.columns.1));
        let found = unmarked.iter().position(|diagnostic| {
            text.positions(diagnostic.range, Encoding::Utf32) == range
                && diagnostic.rule == marked
                && diagnostic.level.as_str() == mark.level.as_deref().unwrap_or(marked.level.as_str())
                && diagnostic.message.contains(&mark.message)
        });
        match found {
            Some(index) => drop(unmarked.remove(index)),
            None => missing.push(mark),
        }
    }
    let shown: Vec<String> = unmarked
        .iter()
        .filter(|d| d.rule == rule || d.rule.group != Group::Support && d.level > Level::Hint)
        .map(|d| {
            let (start, end) = text.positions(d.range, Encoding::Utf32);
            format!("{start:?}..{end:?} {} {}: {}", d.level, d.rule.name, d.message)
        })
        .collect();
    assert!(
        missing.is_empty() && shown.is_empty(),
        "in\n{source}\nmarked but not found: {missing:#?}\nfound but not marked: {shown:#?}"
    );
}

mod tests {
    use super::super::{Fix, all, fixes};
    use super::*;
    use crate::text::TextEdit;

    #[test]
    fn every_example_of_every_rule_is_judged_as_it_is_marked() {
        for rule in all() {
            for example in rule.failing.iter().chain(rule.passing) {
                check_marked(rule, example.text);
            }
            for example in rule.failing {
                assert!(example.text.contains(rule.name), "{}: {}", rule.name, example.title);
            }
        }
    }

    #[test]
    fn every_fix_of_every_example_removes_its_finding_and_adds_none_as_grave() {
        for rule in all() {
            let mut offered = 0;
            for example in rule.failing {
                let (snapshot, id) = snapshot(example.text);
                let file = snapshot.file(id).expect("the file is there");
                let before = check(&snapshot, id, &settings()).expect("the file is there");
                for diagnostic in before.diagnostics.iter().filter(|diagnostic| diagnostic.rule == *rule) {
                    for fix in fixes(file, diagnostic) {
                        offered += 1;
                        check_fix(example.text, &before, diagnostic, &fix);
                    }
                }
            }
            assert_eq!(rule.is_fixable(), offered > 0, "{} says that it has fixes, or that it has none", rule.name);
        }
    }

    #[track_caller]
    fn check_fix(source: &str, before: &Report, diagnostic: &Diagnostic, fix: &Fix) {
        let edits: &[TextEdit] = &fix.edits;
        let fixed = Text::new(source).apply(edits).to_string();
        let after = report(&fixed);
        let count =
            |report: &Report, of: &dyn Fn(&Diagnostic) -> bool| report.diagnostics.iter().filter(|d| of(d)).count();
        let same_rule = |d: &Diagnostic| d.rule == diagnostic.rule;
        let as_grave = |d: &Diagnostic| d.level >= diagnostic.level;
        let told = format!("{}: {}\n{fixed}\n{:#?}", diagnostic.rule.name, fix.title, after.diagnostics);
        assert!(count(&after, &same_rule) < count(before, &same_rule), "the finding is still there\n{told}");
        assert!(count(&after, &as_grave) < count(before, &as_grave), "something as grave has come instead\n{told}");
        assert_eq!(
            count(&after, &|d| d.rule.name == "syntax-error" && diagnostic.rule.name != "syntax-error"),
            count(before, &|d| d.rule.name == "syntax-error" && diagnostic.rule.name != "syntax-error"),
            "it must parse\n{told}"
        );
        // A claim whose cell could not be read had none; having one now is no better one.
        let pairs = after.claims.iter().zip(&before.claims);
        for (now, then) in pairs.filter(|(_, then)| then.verdict.is_some()) {
            assert!(now.verdict <= then.verdict, "no fix raises a verdict\n{told}");
        }
    }
}
