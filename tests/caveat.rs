//! `hypecheck caveat`, as people run it who take up hypecheck.

#[path = "support/command.rs"]
mod support;

use std::path::Path;
use std::process::Output;
use support::{command, err, folder, out, run_with_input};

const OLD: &str = "project demo \"Demo\" {\n  runs-on etherium\n  claim instant: performance + decentralization {\n    says \"A revolutionary answer, fast anywhere.\"\n  }\n}\n";

fn hypecheck(folder: &Path, today: &str, arguments: &[&str]) -> Output {
    command(folder, arguments).args(["--today", today]).output().expect("it runs")
}

fn read(folder: &tempfile::TempDir) -> String {
    std::fs::read_to_string(folder.path().join("a.synergy")).expect("it can be read")
}

#[test]
fn after_it_nothing_that_takes_caveats_is_found_and_a_second_run_changes_nothing() {
    let folder = folder(&[("a.synergy", OLD)]);
    let output = hypecheck(folder.path(), "2026-11-24", &["caveat", "--all"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(out(&output), "Wrote caveats into 1 file; 1 finding is left. Exit code 0.\n");
    let text = read(&folder);
    assert!(text.contains("    caveat weak-synergy \"adopted on 2026-11-24, not reviewed\"\n"), "{text}");
    let found = out(&hypecheck(folder.path(), "2026-11-24", &["check", "--format", "concise"]));
    let rules: Vec<&str> = found.lines().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    assert_eq!(rules, ["unknown-name"], "what is no matter of judgement stays: {found}");
    let output = hypecheck(folder.path(), "2026-11-25", &["caveat", "--all"]);
    assert_eq!(out(&output), "Nothing to accept; 1 finding is left. Exit code 0.\n");
    assert_eq!(read(&folder), text);
}

#[test]
fn one_rule_can_be_accepted_and_the_others_stay() {
    let folder = folder(&[("a.synergy", OLD)]);
    hypecheck(folder.path(), "2026-11-24", &["caveat", "--rule", "weak-synergy"]);
    let text = read(&folder);
    assert_eq!(text.matches("caveat ").count(), 1, "{text}");
    let found = out(&hypecheck(folder.path(), "2026-11-24", &["check", "--format", "concise"]));
    assert!(found.contains("[hype-phrase]") && !found.contains("[weak-synergy]"), "{found}");
}

#[test]
fn a_diff_shows_the_caveats_and_writes_nothing() {
    let folder = folder(&[("a.synergy", OLD)]);
    let output = hypecheck(folder.path(), "2026-11-24", &["caveat", "--all", "--diff"]);
    assert_eq!((output.status.code(), read(&folder)), (Some(1), OLD.to_owned()));
    assert!(
        out(&output).contains("\n+    caveat weak-synergy \"adopted on 2026-11-24, not reviewed\"\n"),
        "{}",
        out(&output)
    );
}

#[test]
fn standard_input_is_written_to_standard_output() {
    let folder = folder(&[]);
    let output =
        run_with_input(command(folder.path(), &["caveat", "--all", "-", "--today", "2026-11-24"]), OLD.as_bytes());
    assert!(
        out(&output).starts_with("project demo") && out(&output).contains("caveat weak-synergy"),
        "{}",
        out(&output)
    );
}

#[test]
fn what_nobody_has_looked_at_for_90_days_is_found() {
    let folder = folder(&[("a.synergy", OLD)]);
    hypecheck(folder.path(), "2026-08-26", &["caveat", "--all"]);
    let found = |today: &str| out(&hypecheck(folder.path(), today, &["check", "--format", "concise"]));
    assert!(!found("2026-11-24").contains("unreviewed-caveat"), "90 days");
    assert!(
        found("2026-11-25").contains("[unreviewed-caveat] This caveat was written 91 days ago"),
        "{}",
        found("2026-11-25")
    );
}

#[test]
fn a_rule_that_there_is_not_or_that_takes_no_caveat_is_told() {
    let folder = folder(&[("a.synergy", OLD)]);
    for (arguments, part) in [
        (["caveat", "--rule", "week-synergy"].as_slice(), "is `weak-synergy` meant?"),
        (&["caveat", "--rule", "unknown-name"], "no caveat silences it"),
        (&["caveat"], "--all"),
        (&["caveat", "--all", "nowhere.synergy"], "nowhere.synergy: there is no such file"),
    ] {
        let output = hypecheck(folder.path(), "2026-11-24", arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(part), "{arguments:?}: {}", err(&output));
        assert_eq!(read(&folder), OLD);
    }
}
