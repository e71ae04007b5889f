//! `hypecheck check --fix`, as people, editors and CI run it.

#[path = "support/command.rs"]
mod support;

use serde_json::Value;
use std::path::Path;
use std::process::Output;
use support::{command, err, folder, out, run_with_input};

const WRONG: &str = "project p \"P\" {\n  runs-on etherium\n  claim proved: verifiability + securty {\n    say \"Every answer comes with a proof.\"\n    evidence audit \"https://a.example/report\" 2026-05\n    metric   proofs >= 900 requests/s\n  }\n}\n";
const RIGHT: &str = "project p \"P\" {\n  runs-on ethereum\n  claim proved: verifiability + security {\n    says \"Every answer comes with a proof.\"\n    evidence audit \"https://a.example/report\" 2026-05\n    metric   proofs >= 900 requests/s\n  }\n}\n";
const HYPE: &str =
    "project p \"P\" {\n  claim proved: verifiability + security {\n    says \"Infinitely scalable.\"\n  }\n}\n";

fn check(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, &[&["check", "--today", "2026-11-24"], arguments].concat()).output().expect("it runs")
}

fn with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    run_with_input(command(folder, &[&["check", "--today", "2026-11-24"], arguments].concat()), input)
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).expect("it can be read")
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or("")
}

#[test]
fn layout_and_spelling_are_fixed_and_what_is_left_is_shown() {
    let folder = folder(&[("a.synergy", WRONG), ("b.synergy", HYPE)]);
    let output = check(folder.path(), &["--fix", "--format", "concise"]);
    assert_eq!(read(&folder, "a.synergy"), RIGHT);
    assert_eq!(read(&folder, "b.synergy"), HYPE, "other words are another matter");
    let text = out(&output);
    assert!(text.contains("b.synergy:3:11: warning[hype-phrase]") && !text.contains("unknown-name"), "{text}");
    assert!(last_line(&text).starts_with("Fixed 3 findings in 1 file. Checked 2 files"), "{text}");
    assert_eq!(output.status.code(), Some(0), "no error is left");
}

#[test]
fn a_second_run_has_nothing_to_fix_and_writes_nothing() {
    let folder = folder(&[("a.synergy", WRONG)]);
    check(folder.path(), &["--fix"]);
    let modified = || std::fs::metadata(folder.path().join("a.synergy")).and_then(|file| file.modified());
    let before = modified().expect("it has a time");
    let output = check(folder.path(), &["--fix"]);
    assert!(last_line(&out(&output)).starts_with("Nothing to fix. Checked 1 file"), "{}", out(&output));
    assert_eq!(modified().expect("it has a time"), before);
}

#[test]
fn what_remains_at_the_level_that_fails_makes_the_exit_code_1() {
    let folder = folder(&[("a.synergy", &format!("{WRONG}{HYPE}"))]);
    assert_eq!(check(folder.path(), &["--fix", "--fail-on", "warning"]).status.code(), Some(1));
    let all_gone = check(folder.path(), &["--fix", "--fail-on", "error"]);
    assert_eq!(all_gone.status.code(), Some(1), "two projects of one name are an error that has no safe fix");
}

#[test]
fn other_words_are_written_when_they_are_asked_for_and_leave_the_author_something_to_say() {
    let folder = folder(&[("a.synergy", HYPE)]);
    let output = check(folder.path(), &["--fix-wording", "--format", "concise"]);
    assert!(read(&folder, "a.synergy").contains("says \"scales to … nodes, measured at ….\""), "{}", out(&output));
    let text = out(&output);
    assert!(text.contains("[unfilled-field]") && !text.contains("[hype-phrase]"), "{text}");
    assert!(!read(&folder, "a.synergy").contains("evidence"), "nothing is made up");
}

#[test]
fn a_diff_shows_what_would_change_writes_nothing_and_ends_with_1() {
    let folder = folder(&[("a.synergy", WRONG)]);
    for arguments in [["--diff"].as_slice(), &["--fix", "--diff"]] {
        let output = check(folder.path(), arguments);
        let patch = out(&output);
        assert!(patch.starts_with("--- a/a.synergy\n+++ b/a.synergy\n@@ "), "{patch}");
        assert!(patch.contains("\n-  runs-on etherium\n") && patch.contains("\n+  runs-on ethereum\n"), "{patch}");
        assert!(last_line(&err(&output)).starts_with("3 findings in 1 file would be fixed. "), "{}", err(&output));
        assert_eq!((output.status.code(), read(&folder, "a.synergy")), (Some(1), WRONG.to_owned()));
    }
    std::fs::write(folder.path().join("a.synergy"), RIGHT).expect("it can be written");
    let output = check(folder.path(), &["--diff"]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), String::new()));
}

#[test]
fn standard_input_is_fixed_to_standard_output_and_findings_go_aside() {
    let folder = folder(&[]);
    for text in [WRONG, RIGHT] {
        let output = with_input(folder.path(), &["--fix", "-", "--format", "concise"], text.as_bytes());
        assert_eq!(out(&output), RIGHT);
        assert!(last_line(&err(&output)).contains("Checked 1 file with 1 claim"), "{}", err(&output));
    }
    let output = with_input(folder.path(), &["--fix", "-", "--stdin-filename", "specs/x.synergy"], HYPE.as_bytes());
    assert!(err(&output).contains("specs/x.synergy:3:11"), "{}", err(&output));
}

#[test]
fn standard_input_that_is_no_text_is_an_error_and_not_an_empty_text() {
    let folder = folder(&[]);
    let output = with_input(folder.path(), &["--fix", "-"], b"project \xff");
    assert_eq!((output.status.code(), out(&output)), (Some(2), String::new()));
    assert!(err(&output).contains("standard input cannot be read as text"), "{}", err(&output));
}

#[test]
fn json_says_how_many_were_fixed() {
    let folder = folder(&[("a.synergy", WRONG), ("b.synergy", HYPE)]);
    let output = check(folder.path(), &["--fix", "--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(
        (&json["summary"]["fixed"], &json["files"][0]["fixed"], &json["files"][1]["fixed"]),
        (&3.into(), &3.into(), &0.into())
    );
    assert_eq!(json["files"][0]["diagnostics"].as_array().map(Vec::len), Some(0), "what is found is what is left");
}

#[test]
fn line_breaks_and_a_byte_order_mark_stay() {
    for line_break in ["\r\n", "\n"] {
        let text = |text: &str| format!("\u{feff}{}", text.replace('\n', line_break));
        let folder = folder(&[("a.synergy", &text(WRONG))]);
        check(folder.path(), &["--fix"]);
        assert_eq!(read(&folder, "a.synergy"), text(RIGHT));
    }
}

#[test]
fn a_file_with_a_text_that_is_not_closed_is_mended_and_not_made_worse() {
    let broken = WRONG.replace("with a proof.\"", "with a proof.");
    let folder = folder(&[("a.synergy", &broken)]);
    let output = check(folder.path(), &["--fix"]);
    assert_eq!(read(&folder, "a.synergy"), RIGHT, "{}", out(&output));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_a_link_leads_to_the_file_that_is_fixed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.synergy", WRONG)]);
    let (file, link) = (folder.path().join("a.synergy"), folder.path().join("b.synergy"));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o750)).expect("they can be set");
    std::os::unix::fs::symlink("a.synergy", &link).expect("it can be made");
    let output = check(folder.path(), &["--fix", "b.synergy"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(std::fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert_eq!(read(&folder, "a.synergy"), RIGHT);
    assert_eq!(std::fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o750);
}

#[test]
fn a_file_that_may_not_be_written_is_told_and_the_others_are_fixed() {
    let folder = folder(&[("a.synergy", WRONG), ("b.synergy", WRONG)]);
    let path = folder.path().join("a.synergy");
    let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("they can be set");
    let output = check(folder.path(), &["--fix", "--format", "concise"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("a.synergy: it could not be written: it is read-only"), "{}", err(&output));
    assert!(out(&output).contains("a.synergy:2:11: error[unknown-name]"), "what is not fixed is still found");
    assert!(last_line(&out(&output)).starts_with("Fixed 3 findings in 1 file."), "{}", out(&output));
    assert_eq!((read(&folder, "a.synergy"), read(&folder, "b.synergy")), (WRONG.to_owned(), RIGHT.to_owned()));
}

/// A disk that takes no more, as far as a program can tell: no file may grow beyond a block.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_costs_nothing() {
    let long = format!("{WRONG}{}", "# a comment\n".repeat(2_000));
    let folder = folder(&[("a.synergy", &long)]);
    let script = format!("trap '' XFSZ; ulimit -f 1; exec '{}' check --fix", env!("CARGO_BIN_EXE_hypecheck"));
    let output =
        std::process::Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", out(&output));
    assert!(err(&output).contains("a.synergy: it could not be written"), "{}", err(&output));
    assert_eq!(read(&folder, "a.synergy"), long);
    let left = std::fs::read_dir(folder.path()).expect("it is there").count();
    assert_eq!(left, 1, "something was left beside the file");
}

#[test]
fn where_a_patch_or_a_text_is_printed_findings_of_every_format_go_to_standard_error_and_files_are_written_all_the_same()
{
    let folder = folder(&[("a.synergy", &format!("{WRONG}{HYPE}"))]);
    for format in ["concise", "json", "json-lines", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "markdown"] {
        let file = format!("sarif={format}.sarif");
        let output = check(folder.path(), &["--diff", "--format", format, "--format", &file]);
        assert!(out(&output).starts_with("--- a/a.synergy\n") && !out(&output).contains("hype-phrase"), "{format}");
        assert!(err(&output).contains("hype-phrase"), "{format}: {}", err(&output));
        let written = read(&folder, &format!("{format}.sarif"));
        let written: Value = serde_json::from_str(&written).expect("the file is whole");
        assert!(written["runs"][0]["results"].as_array().is_some_and(|found| !found.is_empty()), "{format}");
    }
}

#[test]
fn nothing_is_fixed_if_the_findings_cannot_be_written() {
    let folder = folder(&[("a.synergy", WRONG)]);
    let output = check(folder.path(), &["--fix", "--format", "sarif=nowhere/findings.sarif"]);
    assert_eq!((output.status.code(), read(&folder, "a.synergy").as_str()), (Some(2), WRONG));
}
