//! Baselines, as people and CI use them.

#[path = "support/command.rs"]
#[expect(dead_code, reason = "a baseline is not made of standard input")]
mod support;

use serde_json::Value;
use std::path::Path;
use std::process::Output;
use support::{command, err, folder, out};

const CONFIG: (&str, &str) = ("hypecheck.toml", "baseline = \"hypecheck-baseline.toml\"\n");
const BASELINE: &str = "hypecheck-baseline.toml";

fn claim(name: &str, says: &str) -> String {
    format!(
        "  claim {name}: performance + decentralization {{\n    says \"{says}\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms\n  }}\n"
    )
}

fn spec(claims: &[String]) -> String {
    format!("project demo \"Demo\" {{\n{}}}\n", claims.concat())
}

fn old() -> String {
    spec(&[claim("instant", "Fast anywhere.")])
}

fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).args(["--today", "2026-11-24"]).output().expect("it runs")
}

fn concise(folder: &Path) -> String {
    let output = hypecheck(folder, &["check", "--format", "concise", "--fail-on", "warning"]);
    out(&output)
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).expect("it can be read")
}

fn write(folder: &tempfile::TempDir, name: &str, text: &str) {
    std::fs::write(folder.path().join(name), text).expect("it can be written");
}

/// A folder whose one spec is in the baseline.
fn adopted() -> tempfile::TempDir {
    let folder = folder(&[CONFIG, ("specs/a.synergy", &old())]);
    let output = hypecheck(folder.path(), &["baseline"]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), String::new()));
    assert_eq!(out(&output), "hypecheck-baseline.toml: 1 finding, 1 added, 0 taken out.\n");
    folder
}

#[test]
fn what_is_in_the_baseline_is_hidden_and_counted_and_what_is_new_is_shown() {
    let folder = adopted();
    let output = hypecheck(folder.path(), &["check", "--fail-on", "warning"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        out(&output),
        "Checked 1 file with 1 claim: nothing found, 1 hidden by the baseline. Exit code 0: clean.\n"
    );
    write(&folder, "specs/a.synergy", &spec(&[claim("instant", "Fast anywhere."), claim("cheap", "Half the price.")]));
    let output = hypecheck(folder.path(), &["check", "--format", "concise", "--fail-on", "warning"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output).matches("[weak-synergy]").count(), 1, "{}", out(&output));
    assert!(out(&output).starts_with("specs/a.synergy:7:16: "), "{}", out(&output));
}

#[test]
fn moved_renamed_and_formatted_specs_keep_their_entries_and_other_words_lose_them() {
    let folder = adopted();
    std::fs::rename(folder.path().join("specs/a.synergy"), folder.path().join("b.synergy")).expect("it can move");
    write(&folder, "b.synergy", &format!("# Moved.\n\n{}", old().replace("    says", "          says  ")));
    assert!(concise(folder.path()).contains("nothing found, 1 hidden"), "{}", concise(folder.path()));
    write(&folder, "b.synergy", &spec(&[claim("instant", "Faster anywhere.")]));
    assert!(concise(folder.path()).contains("[weak-synergy]"), "{}", concise(folder.path()));
}

#[test]
fn stale_entries_are_a_note_and_in_json_and_taken_out_by_prune_which_adds_nothing() {
    let folder = adopted();
    write(&folder, "specs/a.synergy", &spec(&[claim("instant", "Faster anywhere.")]));
    let output = hypecheck(folder.path(), &["check"]);
    let note = "hypecheck: note: hypecheck-baseline.toml: 1 entry hides nothing any more (`weak-synergy` in instant of specs/a.synergy); `hypecheck baseline --prune` takes them out\n";
    assert_eq!((output.status.code(), err(&output)), (Some(0), note.to_owned()));
    let json: Value =
        serde_json::from_slice(&hypecheck(folder.path(), &["check", "--format", "json"]).stdout).expect("it is JSON");
    let stale = &json["summary"]["stale"][0];
    assert_eq!(
        (&stale["rule"], &stale["path"], &stale["claim"]),
        (&"weak-synergy".into(), &"specs/a.synergy".into(), &"instant".into())
    );
    assert_eq!(json["summary"]["hidden"], 0);
    let output = hypecheck(folder.path(), &["baseline", "--prune"]);
    assert_eq!(out(&output), "hypecheck-baseline.toml: 0 findings, 0 added, 1 taken out.\n");
    assert!(concise(folder.path()).contains("[weak-synergy]"));
}

#[test]
fn entries_of_files_that_nobody_judged_are_not_stale_and_stay() {
    let folder = folder(&[CONFIG, ("a.synergy", &old()), ("b.synergy", &spec(&[claim("cheap", "Half the price.")]))]);
    hypecheck(folder.path(), &["baseline"]);
    let before = read(&folder, BASELINE);
    let output = hypecheck(folder.path(), &["check", "a.synergy"]);
    assert_eq!(err(&output), "");
    for arguments in [["baseline", "a.synergy"].as_slice(), &["baseline", "--prune", "a.synergy"]] {
        let output = hypecheck(folder.path(), arguments);
        assert_eq!(out(&output), "hypecheck-baseline.toml is up to date: 2 findings.\n");
        assert_eq!(read(&folder, BASELINE), before);
    }
}

#[test]
fn the_spec_that_is_gone_leaves_stale_entries() {
    let folder = folder(&[CONFIG, ("a.synergy", &old()), ("b.synergy", &spec(&[claim("cheap", "Half the price.")]))]);
    hypecheck(folder.path(), &["baseline"]);
    std::fs::remove_file(folder.path().join("b.synergy")).expect("it can be deleted");
    assert!(err(&hypecheck(folder.path(), &["check"])).contains("1 entry hides nothing any more"));
}

#[test]
fn an_argument_takes_the_place_of_what_is_configured_and_no_baseline_hides_nothing() {
    let folder = adopted();
    assert!(out(&hypecheck(folder.path(), &["check", "--no-baseline"])).contains("1 warning"));
    std::fs::rename(folder.path().join(BASELINE), folder.path().join("other.toml")).expect("it can move");
    let output = hypecheck(folder.path(), &["check", "--baseline", "other.toml"]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), String::new()));
    assert!(out(&output).contains("1 hidden by the baseline"), "{}", out(&output));
}

#[test]
fn without_a_configuration_one_is_written_here_and_how_it_counts_is_said() {
    let folder = folder(&[("a.synergy", &old())]);
    let output = hypecheck(folder.path(), &["baseline"]);
    assert!(out(&output).ends_with("so that it counts: baseline = \"hypecheck-baseline.toml\"\n"), "{}", out(&output));
    assert!(read(&folder, BASELINE).contains("path = \"a.synergy\", claim = \"instant\""));
}

#[test]
fn a_baseline_that_is_named_and_not_there_or_garbage_is_one_clear_error() {
    let folder = folder(&[CONFIG, ("a.synergy", &old())]);
    let output = hypecheck(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains(
            "hypecheck.toml:1:12: hypecheck-baseline.toml: there is no such baseline. `hypecheck baseline` writes one."
        ),
        "{}",
        err(&output)
    );
    for (text, part) in [
        ("not toml at all", "hypecheck-baseline.toml:1: This is no TOML"),
        (
            "version = 1\nfindings = [\n<<<<<<< HEAD\n",
            "hypecheck-baseline.toml:3: This line is a mark of a merge conflict",
        ),
        ("version = 2\n", "hypecheck-baseline.toml:1: This version of hypecheck knows baselines with `version = 1`"),
    ] {
        write(&folder, BASELINE, text);
        let output = hypecheck(folder.path(), &["check"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(part) && err(&output).lines().count() == 1, "{}", err(&output));
        let output = hypecheck(folder.path(), &["check", "--baseline", BASELINE]);
        assert_eq!((output.status.code(), out(&output)), (Some(2), String::new()));
        let output = hypecheck(folder.path(), &["baseline"]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(read(&folder, BASELINE), text, "what is not understood is not written over");
    }
}

#[test]
fn a_baseline_cannot_be_made_of_standard_input() {
    let folder = folder(&[]);
    let output = hypecheck(folder.path(), &["baseline", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("a baseline is of files"), "{}", err(&output));
}

#[test]
fn what_is_hidden_is_not_fixed() {
    let folder = folder(&[CONFIG, ("a.synergy", "project p \"P\" { runs-on etherium }\n")]);
    hypecheck(folder.path(), &["baseline"]);
    let output = hypecheck(folder.path(), &["check", "--fix"]);
    assert!(out(&output).starts_with("Nothing to fix."), "{}", out(&output));
}

#[cfg(unix)]
#[test]
fn nothing_is_lost_if_the_baseline_cannot_be_written() {
    let folder = adopted();
    let claims: Vec<String> = (0..200).map(|n| claim(&format!("c{n}"), "Fast anywhere.")).collect();
    write(&folder, "specs/a.synergy", &spec(&claims));
    let before = read(&folder, BASELINE);
    let script = format!("trap '' XFSZ; ulimit -f 1; exec '{}' baseline", env!("CARGO_BIN_EXE_hypecheck"));
    let output =
        std::process::Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", out(&output));
    assert!(err(&output).contains("hypecheck-baseline.toml: it could not be written"), "{}", err(&output));
    assert_eq!(read(&folder, BASELINE), before);
}

/// What every format that tells fingerprints tells of a folder.
fn prints(folder: &Path, more: &[&str]) -> [Vec<String>; 3] {
    let run = |format: &str| -> Value {
        let output = hypecheck(folder, &[&["check", "--format", format], more].concat());
        serde_json::from_str(&out(&output)).expect("it is JSON")
    };
    let all = |list: &Value, pointer: &str| -> Vec<String> {
        let list = list.as_array().expect("a list").iter();
        list.map(|each| each.pointer(pointer).and_then(Value::as_str).expect("a fingerprint").to_owned()).collect()
    };
    [
        all(&run("json")["files"][0]["diagnostics"], "/fingerprint"),
        all(&run("sarif")["runs"][0]["results"], "/partialFingerprints/hypecheckClaim~1v1"),
        all(&run("gitlab"), "/fingerprint"),
    ]
}

#[test]
fn of_two_alike_the_second_is_known_by_the_same_in_every_format_when_the_first_is_hidden() {
    let twice = "project p \"P\" {\n  claim c: verifiability + security {\n    says \"Infinitely scalable, and infinitely scalable.\"\n    evidence audit \"https://a.example/report\" 2026-05\n    metric proofs >= 900 requests/s\n  }\n}\n";
    let folder = folder(&[CONFIG, ("a.synergy", twice)]);
    let before = prints(folder.path(), &["--no-baseline"]);
    assert_eq!(before[0].len(), 2, "{before:?}");
    hypecheck(folder.path(), &["baseline"]);
    let first = &before[0][0];
    let baseline = read(&folder, BASELINE);
    let others = baseline.lines().filter(|line| !line.contains("fingerprint") || line.contains(first.as_str()));
    write(&folder, BASELINE, &(others.collect::<Vec<_>>().join("\n") + "\n"));
    let after = prints(folder.path(), &[]);
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(after[..], before[1..]);
    }
}

#[test]
fn a_report_shows_what_the_baseline_hides() {
    let folder = adopted();
    let page = out(&hypecheck(folder.path(), &["report"]));
    assert!(page.contains("weak-synergy"), "{page}");
}

#[test]
fn what_there_is_is_counted_with_what_the_baseline_hides() {
    let folder = adopted();
    let output = hypecheck(folder.path(), &["stats", "--format", "json"]);
    let stats: Value = serde_json::from_str(&out(&output)).expect("it is JSON");
    assert_eq!(stats["rules"]["weak-synergy"], 1);
}

#[test]
fn the_configuration_of_a_file_is_told_with_its_baseline_and_why_that_cannot_be_used() {
    let folder = adopted();
    let explained = |folder: &tempfile::TempDir| hypecheck(folder.path(), &["config", "--explain", "specs/a.synergy"]);
    assert!(out(&explained(&folder)).contains("baseline  hypecheck-baseline.toml (line 1)\n"));
    write(&folder, BASELINE, "version = ");
    let output = explained(&folder);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("hypecheck-baseline.toml"), "{}", err(&output));
}
