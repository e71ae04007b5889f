//! The commands that ask: `stats`, `todo`, `debug`, `config`; and those for the user's care: `new`, `watch`,
//! `completions`, `man`.

#[path = "support/command.rs"]
mod support;

use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Output, Stdio};
use support::{command, err, folder, out, run_with_input};

const SPEC: &str = "project demo \"Demo\" {
  runs-on ethereum
  claim home: privacy + decentralization {
    says     \"Forty clinics train one model, and no record leaves the clinic.\"
    using    federated-learning
    evidence paper \"https://arxiv.org/abs/2605.24418\" 2026-05
    metric   accuracy-loss < 2 %
  }
  claim instant: performance + decentralization {
    says \"Volunteers answer quickly.\"
  }
}
";

fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("it runs")
}

#[track_caller]
fn json(output: &Output, schema: &str) -> Value {
    let value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error} in {}", out(output)));
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    value
}

#[test]
fn stats_count_claims_and_findings() {
    let folder = folder(&[("a.synergy", SPEC), ("b.synergy", "project empty \"Empty\" { }\n")]);
    let output = hypecheck(folder.path(), &["stats", "--format", "json"]);
    let value = json(&output, include_str!("../docs/schema/stats.json"));
    assert_eq!((&value["files"], &value["projects"], &value["claims"]), (&2.into(), &2.into(), &2.into()));
    assert_eq!(value["verdicts"], serde_json::json!({ "works": 1, "promising": 0, "speculative": 1, "none": 0 }));
    assert_eq!((&value["cells"][2]["claims"], &value["cells"][8]["claims"]), (&1.into(), &1.into()));
    assert_eq!(value["rules"]["weak-synergy"], 1);
    let text = out(&hypecheck(folder.path(), &["stats"]));
    for part in ["claims         2", "     1  works", "     1  performance + decentralization", "     1  weak-synergy"]
    {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn todo_lists_claims_without_a_metric_as_measurements() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let output = hypecheck(folder.path(), &["todo", "--format", "json"]);
    let value = json(&output, include_str!("../docs/schema/todo.json"));
    let [one] = &value["measurements"].as_array().expect("a list")[..] else { panic!("{value}") };
    assert_eq!((&one["claim"], &one["line"], &one["metric"]["unit"]), (&"instant".into(), &9.into(), &"ms".into()));
    let text = out(&hypecheck(folder.path(), &["todo"]));
    for part in [
        "a.synergy:9: demo.instant (performance + decentralization, speculative)",
        "write     metric latency < … ms",
        "block-time = 12 s",
        "known     Ethereum: finality >= 13 min",
        "https://",
        "1 of 2 claims lacks a metric.",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    // What holds training down says nothing of how long an answer takes.
    assert!(!text.contains("FLOP"), "{text}");
}

#[test]
fn what_is_not_there_is_told_and_fails() {
    let folder = folder(&[]);
    for arguments in [
        &["stats", "none.synergy"][..],
        &["todo", "none.synergy"],
        &["watch", "none.synergy"],
        &["debug", "none.synergy"],
        &["watch", "-"],
    ] {
        let output = hypecheck(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(err(&output).lines().count(), 1, "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn the_origin_of_each_level_is_told() {
    let folder = folder(&[("hypecheck.toml", "preset = \"reviewer\"\n\n[rules]\nweak-synergy = \"error\"\n")]);
    let text = out(&hypecheck(folder.path(), &["config", "--explain", "specs/a.synergy"]));
    let line = |rule: &str| text.lines().find(|line| line.starts_with(rule)).unwrap_or_default().to_owned();
    assert!(text.contains("preset  reviewer (line 1)"), "{text}");
    assert!(line("weak-synergy").ends_with("error        line 4, `[rules]`"), "{text}");
    assert!(line("moderate-synergy").ends_with("warning      the preset"), "{text}");
    assert!(line("syntax-error").ends_with("error        the rule"), "{text}");
}

#[test]
fn a_report_of_a_fault_names_no_home_and_nothing_that_is_in_files() {
    let folder =
        folder(&[("a.synergy", "project secret \"Secret\" { }\n"), ("hypecheck.toml", "preset = \"strict\"\n")]);
    let home = folder.path().canonicalize().expect("it is there");
    let output = command(&home, &["debug"]).env("HOME", &home).env("USERPROFILE", &home).output().expect("it runs");
    let text = out(&output);
    for part in
        [concat!("hypecheck: ", env!("CARGO_PKG_VERSION")), "hypecheck.toml: preset strict, 0 problems", "folder: ~"]
    {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert!(!text.to_lowercase().contains("secret") && !text.contains(&*home.to_string_lossy()), "{text}");
}

#[test]
fn a_new_spec_is_written_from_options_and_never_over_another() {
    let folder = folder(&[]);
    let arguments = ["new", "clinic.synergy", "--says", "No record leaves.", "--cell", "privacy+decentralization"];
    let output = hypecheck(folder.path(), &arguments);
    assert!(out(&output).starts_with("Wrote clinic.synergy; 2 fields wait to be filled.\n"), "{}", out(&output));
    let written = std::fs::read_to_string(folder.path().join("clinic.synergy")).expect("it was written");
    assert!(written.contains("claim no-record-leaves: privacy + decentralization {"), "{written}");
    assert_eq!(hypecheck(folder.path(), &["fmt", "--check"]).status.code(), Some(0));
    assert_eq!(hypecheck(folder.path(), &["check"]).status.code(), Some(0));
    let again = hypecheck(folder.path(), &arguments);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("clinic.synergy is there already; it is not written over"), "{}", err(&again));
    assert_eq!(std::fs::read_to_string(folder.path().join("clinic.synergy")).expect("it is there"), written);
}

#[test]
fn a_new_spec_with_something_that_means_nothing_is_not_written() {
    let folder = folder(&[]);
    for (arguments, expected) in [
        (&["new"][..], "name the file to write"),
        (&["new", "a.txt"], "a spec ends in `.synergy`"),
        (&["new", "a.synergy", "--cell", "privacy"], "`privacy` is no cell"),
        (&["new", "a.synergy", "--runs-on", "etherium"], "is `ethereum` meant?"),
        (&["new", "a.synergy", "--status", "soon"], "`soon` is no status"),
        (&["new", "a.synergy", "--site", "example.org"], "`example.org` is no address"),
        (&["new", "none/a.synergy"], "cannot be written"),
    ] {
        let output = run_with_input(command(folder.path(), arguments), b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err(&output).contains(expected), "{arguments:?}: {}", err(&output));
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("it is there").count(), 0);
}

#[test]
fn shells_and_man_are_told_of_all_commands() {
    let folder = folder(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = out(&hypecheck(folder.path(), &["completions", shell]));
        assert!(text.contains("todo") && text.contains("merge-base"), "{shell}");
    }
    assert!(out(&hypecheck(folder.path(), &["man"])).contains(".TH hypecheck 1"));
    assert_eq!(hypecheck(folder.path(), &["man", "--dir", "pages"]).status.code(), Some(0));
    assert!(folder.path().join("pages/hypecheck-diff.1").exists());
}

/// Ends the program as Ctrl-C does.
#[cfg(unix)]
#[test]
fn watching_judges_again_when_a_spec_changes_and_ends_cleanly() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let mut watching = command(folder.path(), &["watch"]).stdout(Stdio::piped()).spawn().expect("it runs");
    let mut lines = BufReader::new(watching.stdout.take().expect("it was asked for")).lines().map_while(Result::ok);
    let mut wait = |part: &str| lines.find(|line| line.contains(part)).unwrap_or_else(|| panic!("no {part:?}"));
    assert!(wait("Watching").starts_with("Checked 1 file with 2 claims: "));
    std::fs::write(folder.path().join("b.synergy"), "project b \"B\" { claim c { says \"x\" } }\n").expect("written");
    wait("Checked 2 files with 3 claims");
    let id = watching.id().to_string();
    let sent = std::process::Command::new("kill").args(["-INT", &id]).status().expect("it runs");
    assert!(sent.success());
    assert_eq!(watching.wait().expect("it ends").code(), Some(0));
}
