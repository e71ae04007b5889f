//! `hypecheck diff` and `hypecheck check --since`, on files, folders and real git repositories.

#[path = "support/git.rs"]
mod git;
#[path = "support/command.rs"]
mod support;

use git::git;
use serde_json::Value;
use std::path::Path;
use std::process::Output;
use support::{command, err, folder, out, run_with_input};

const CLAIM: &str = "project demo \"Demo\" {
  claim data-stays-home: privacy + decentralization {
    says     \"Forty clinics train one model, and no record leaves the clinic.\"
    using    federated-learning
    evidence paper \"https://arxiv.org/abs/1602.05629\" 2016-02-17
    metric   accuracy-loss < 2 %
  }
}
";

const OTHER: &str = "project other \"Other\" {
  claim receipts: verifiability + security {
    says     \"Each answer comes with a proof that the named model gave it.\"
    using    zkml
    evidence paper \"https://arxiv.org/abs/2404.16109\" 2024-04-24
  }
}
";

fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).arg("--today").arg("2026-11-24").output().expect("it runs")
}

fn loosened() -> String {
    CLAIM.replace("< 2 %", "< 4 %")
}

fn softened() -> String {
    CLAIM.replace("and no record leaves the clinic", "and records are protected")
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
    std::fs::write(path, text).expect("it can be written");
}

/// A repository with these files committed.
fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = folder(files);
    git(folder.path(), &["init", "--quiet"]);
    commit(folder.path());
    folder
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--allow-empty", "--message", "change"]);
}

/// What `diff --format json` prints with more arguments.
#[track_caller]
fn json(folder: &Path, arguments: &[&str]) -> Value {
    let output = hypecheck(folder, &[&["diff", "--format", "json"], arguments].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error} in {}{}", out(&output), err(&output)))
}

/// The claims of what `diff --format json` prints: what became of each, and the kinds of its changes.
fn claims(value: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("?").to_owned();
    let claims = value["claims"].as_array().expect("a list");
    claims
        .iter()
        .map(|claim| {
            let side = if claim["after"].is_null() { &claim["before"] } else { &claim["after"] };
            let kinds = claim["changes"].as_array().expect("a list").iter().map(|change| text(&change["kind"]));
            format!("{} {}: {}", text(&claim["status"]), text(&side["name"]), kinds.collect::<Vec<_>>().join(" "))
        })
        .collect()
}

#[test]
fn two_files_are_compared_whatever_they_are_called() {
    let folder = folder(&[("old.synergy", CLAIM), ("new.synergy", &loosened())]);
    let output = hypecheck(folder.path(), &["diff", "old.synergy", "new.synergy"]);
    let text = out(&output);
    for part in [
        "weakened  demo.data-stays-home  works  new.synergy:2",
        "✗ `accuracy-loss` is loosened: 2 times more",
        "was: accuracy-loss < 2 %",
        "now: accuracy-loss < 4 %",
        "1 weakened; 0 unchanged. Exit code 1: something got worse",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert_eq!(output.status.code(), Some(1));
    let same = hypecheck(folder.path(), &["diff", "old.synergy", "old.synergy"]);
    assert_eq!(same.status.code(), Some(0));
    assert!(out(&same).contains("nothing changed; 1 unchanged. Exit code 0: nothing got worse."), "{}", out(&same));
}

#[test]
fn of_two_files_what_is_gone_is_shown_where_it_was() {
    let folder = folder(&[("old.synergy", CLAIM), ("new.synergy", "project demo \"Demo\" {\n}\n")]);
    let output = hypecheck(folder.path(), &["diff", "old.synergy", "new.synergy"]);
    let text = out(&output);
    assert!(text.contains("removed   demo.data-stays-home  works  was old.synergy:2"), "{text}");
}

#[test]
fn in_two_folders_claims_are_found_again_wherever_they_are() {
    let folder = folder(&[
        ("old/a.synergy", CLAIM),
        ("old/b.synergy", OTHER),
        ("new/c/d.synergy", CLAIM),
        ("new/b.synergy", &OTHER.replace("receipts", "proofs")),
    ]);
    let value = json(folder.path(), &["old", "new"]);
    assert_eq!(claims(&value), ["changed proofs: renamed"]);
    assert_eq!(value["claims"][0]["matched_by"], "words");
    assert_eq!(value["summary"]["unchanged"], 1);
}

#[test]
fn what_fails_can_be_chosen() {
    let without_evidence = CLAIM.lines().filter(|line| !line.contains("evidence")).collect::<Vec<_>>().join("\n");
    let folder = folder(&[
        ("old.synergy", CLAIM),
        ("loosened.synergy", &loosened()),
        ("fallen.synergy", &without_evidence),
        ("hyped.synergy", &CLAIM.replace("Forty clinics", "In a revolutionary network, forty clinics")),
    ]);
    for (new, expected) in [("loosened", [1, 1, 0, 0]), ("fallen", [1, 1, 1, 0]), ("hyped", [1, 0, 1, 0])] {
        let codes = ["worse", "weakened", "verdict", "never"].map(|fail_on| {
            let arguments = ["diff", "--fail-on", fail_on, "old.synergy", &format!("{new}.synergy")];
            hypecheck(folder.path(), &arguments).status.code().unwrap_or(-1)
        });
        assert_eq!(codes, expected, "{new}");
    }
}

#[test]
fn json_fits_its_schema() {
    let folder = folder(&[("old.synergy", CLAIM), ("new.synergy", &format!("{}{OTHER}", softened()))]);
    let value = json(folder.path(), &["old.synergy", "new.synergy"]);
    let schema: Value = serde_json::from_str(include_str!("../docs/schema/diff.json")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(claims(&value), ["weakened data-stays-home: softened", "added receipts: added"]);
    assert_eq!(value["summary"]["exit_code"], 1);
}

#[test]
fn a_comment_for_a_pull_request_has_two_heat_maps_and_takes_nothing_for_markup() {
    let sly = softened().replace("records are protected", "records are `kept` by @someone | <b>safe</b>, see #12");
    let folder = folder(&[("old.synergy", CLAIM), ("new.synergy", &sly)]);
    let text = out(&hypecheck(folder.path(), &["diff", "--format", "markdown", "old.synergy", "new.synergy"]));
    assert!(text.starts_with("<!-- hypecheck diff -->\n### Claims: 1 weakened; 0 unchanged\n"), "{text}");
    assert_eq!(text.matches("| **privacy** | 🟨 | 🟨 | 🟩 ● |").count(), 2, "{text}");
    assert!(text.contains("#### Quietly weakened or removed"), "{text}");
    let quote = "``Forty clinics train one model, and records are `kept` by @someone | <b>safe</b>, see #12.``";
    assert!(text.contains(quote), "{text}");
}

#[test]
fn what_is_named_wrongly_is_told_with_what_to_write() {
    let folder = folder(&[("a.synergy", CLAIM), ("b/c.synergy", CLAIM), ("empty/x.txt", "")]);
    for (arguments, expected) in [
        (&["diff"][..], "name two files or two folders to compare"),
        (&["diff", "a.synergy"], "write `--rev REF a.synergy`"),
        (&["diff", "main"], "if it is a revision of git, write `hypecheck diff --rev main`"),
        (&["diff", "a.synergy", "b"], "are a file and a folder"),
        (&["diff", "a.synergy", "none.synergy"], "there is no such file or folder"),
        (&["diff", "a.synergy", "-"], "standard input cannot be compared"),
        (&["diff", "a", "b", "c"], "two files or two folders are compared, and 3 are named"),
        (&["diff", "empty", "empty"], "there is no `.synergy` file in empty"),
        (&["diff", "--merge-base", "a", "b"], "--rev"),
    ] {
        let output = hypecheck(folder.path(), arguments);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err(&output).contains(expected), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn the_specs_here_are_compared_with_those_of_a_revision() {
    let repository = repository(&[("a.synergy", CLAIM), ("sub/b.synergy", OTHER)]);
    let root = repository.path();
    write(root, "a.synergy", &loosened());
    std::fs::remove_file(root.join("sub/b.synergy")).expect("it is there");
    write(
        root,
        "new.synergy",
        &OTHER
            .replace("other", "third")
            .replace("Each answer comes with a proof that the named model gave it", "Peers vote on results"),
    );
    let value = json(root, &["--rev", "HEAD"]);
    assert_eq!(
        claims(&value),
        ["removed receipts: removed", "weakened data-stays-home: metric-loosened", "added receipts: added"]
    );
    assert_eq!(value["claims"][0]["before"]["path"], "sub/b.synergy");
    assert_eq!(value["before"]["commit"].as_str().map(str::len), Some(40));
    // A commit makes it the past.
    commit(root);
    assert_eq!(claims(&json(root, &["--rev", "HEAD"])), [""; 0]);
    assert_eq!(claims(&json(root, &["--rev", "HEAD~1", "a.synergy"])), ["weakened data-stays-home: metric-loosened"]);
    // A file that is gone can be named.
    assert_eq!(claims(&json(root, &["--rev", "HEAD~1", "sub"])), ["removed receipts: removed"]);
}

#[test]
fn paths_count_from_where_one_is_and_may_have_blanks_and_letters_of_any_script() {
    let repository = repository(&[("specs/über uns/α β.synergy", CLAIM), ("a.synergy", OTHER)]);
    write(repository.path(), "specs/über uns/α β.synergy", &loosened());
    let value = json(&repository.path().join("specs"), &["--rev", "HEAD"]);
    assert_eq!(claims(&value), ["weakened data-stays-home: metric-loosened"]);
    assert_eq!(value["claims"][0]["after"]["path"], "über uns/α β.synergy");
    assert_eq!(value["before"]["files"], 1);
}

#[test]
fn the_old_side_is_judged_with_its_own_imports_and_configuration() {
    let house = |strength: &str| {
        format!("matrix acme \"Acme\" extends standard {{ cell privacy + decentralization {{ strength {strength} provenance stated }} }}\n")
            .replace(" { strength", " {\n strength").replace(" provenance", "\n provenance").replace(" } }", "\n } }")
    };
    let spec = format!("use \"house.synergy\"\n{}", CLAIM.replace("\"Demo\" {", "\"Demo\" {\n  judged-by acme"));
    let repository =
        repository(&[("house.synergy", &house("strong")), ("a.synergy", &spec), ("hypecheck.toml", "nonsense = 1\n")]);
    write(repository.path(), "house.synergy", &house("weak"));
    write(repository.path(), "hypecheck.toml", "preset = \"strict\"\n");
    let output = hypecheck(repository.path(), &["diff", "--rev", "HEAD", "a.synergy"]);
    let text = out(&output);
    assert!(text.contains("`privacy + decentralization` is rated weak and was strong"), "{text}");
    assert!(text.contains("the verdict fell from works to speculative"), "{text}");
    // What was wrong in the old configuration is told, and is no reason to fail.
    assert!(err(&output).contains("There is no key `nonsense`"), "{}", err(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn with_the_commit_where_a_branch_left_what_happened_elsewhere_does_not_count() {
    let repository = repository(&[("a.synergy", CLAIM)]);
    let root = repository.path();
    git(root, &["branch", "work"]);
    write(root, "b.synergy", OTHER);
    commit(root);
    git(root, &["checkout", "--quiet", "work"]);
    write(root, "a.synergy", &loosened());
    let with = |arguments: &[&str]| claims(&json(root, &[&["--rev", "main"], arguments].concat()));
    assert_eq!(with(&[]), ["removed receipts: removed", "weakened data-stays-home: metric-loosened"]);
    assert_eq!(with(&["--merge-base"]), ["weakened data-stays-home: metric-loosened"]);
}

#[test]
fn what_is_ignored_here_is_ignored_there_and_so_are_submodules() {
    let inner = repository(&[("inner.synergy", CLAIM)]);
    let repository = repository(&[("a.synergy", CLAIM), ("out/b.synergy", OTHER)]);
    let root = repository.path();
    git(root, &["submodule", "--quiet", "add", &inner.path().to_string_lossy(), "module"]);
    write(root, ".gitignore", "out/\n");
    commit(root);
    let value = json(root, &["--rev", "HEAD"]);
    assert_eq!((claims(&value), &value["before"]["files"]), (vec![], &1.into()));
}

#[cfg(unix)]
#[test]
fn a_link_that_was_committed_is_not_followed() {
    let repository = folder(&[("a.synergy", CLAIM)]);
    let root = repository.path();
    git(root, &["init", "--quiet"]);
    std::os::unix::fs::symlink("/etc/passwd", root.join("b.synergy")).expect("it can be made");
    commit(root);
    std::fs::remove_file(root.join("b.synergy")).expect("it is there");
    let value = json(root, &["--rev", "HEAD"]);
    assert_eq!((claims(&value), &value["before"]["files"]), (vec![], &1.into()));
}

#[test]
fn nothing_that_a_repository_configures_is_run() {
    let repository = repository(&[("a.synergy", CLAIM), (".gitattributes", "*.synergy diff=x filter=x\n")]);
    let root = repository.path();
    for (key, value) in [
        ("core.fsmonitor", "touch ran"),
        ("core.pager", "touch ran"),
        ("diff.x.textconv", "touch ran;"),
        ("filter.x.smudge", "touch ran"),
        ("filter.x.clean", "touch ran"),
        ("diff.external", "touch ran"),
        ("core.hooksPath", "hooks"),
    ] {
        git(root, &["config", key, value]);
    }
    write(root, "a.synergy", &loosened());
    assert_eq!(claims(&json(root, &["--rev", "HEAD"])), ["weakened data-stays-home: metric-loosened"]);
    assert!(!root.join("ran").exists());
}

#[test]
fn what_git_cannot_do_is_one_clear_error() {
    let repository = repository(&[("a.synergy", CLAIM)]);
    let elsewhere = folder(&[("a.synergy", CLAIM)]);
    let other = elsewhere.path().join("a.synergy").to_string_lossy().into_owned();
    let root = repository.path();
    for (arguments, expected) in [
        (&["diff", "--rev", "no-such"][..], "there is no revision `no-such` here"),
        (&["diff", "--rev", "--output=x"], "is no revision"),
        (&["diff", "--rev=-x"], "is no revision"),
        (&["diff", "--rev", ""], "is no revision"),
        (&["diff", "--rev", "main..HEAD"], "is a range"),
        (&["diff", "--rev", "HEAD", "none"], "there is no such file or folder, now or at `HEAD`"),
        (&["diff", "--rev", "HEAD", "-"], "standard input has no revisions"),
        (&["diff", "--rev", "HEAD", "a.synergy", &other], "is not in the repository"),
    ] {
        let output = hypecheck(root, arguments);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err(&output).contains(expected), "{arguments:?}: {}", err(&output));
        assert_eq!(err(&output).lines().count(), 1, "{arguments:?}: {}", err(&output));
    }
    assert!(!root.join("x^{commit}").exists() && !root.join("x").exists());
    let nowhere = command(elsewhere.path(), &["diff", "--rev", "HEAD"])
        .env("GIT_CEILING_DIRECTORIES", elsewhere.path())
        .output()
        .expect("it runs");
    assert!(err(&nowhere).contains("is in no git repository"), "{}", err(&nowhere));
    let without_git = command(root, &["diff", "--rev", "HEAD"]).env("PATH", "").output().expect("it runs");
    assert_eq!(without_git.status.code(), Some(2));
    assert!(err(&without_git).contains("the program `git` was not found"), "{}", err(&without_git));
}

#[test]
fn since_a_revision_only_claims_that_are_new_or_judged_otherwise_are_told() {
    let weak = "project weak \"Weak\" {\n  claim instant: performance + decentralization {\n    says \"Fast anywhere.\"\n  }\n}\n";
    let repository = repository(&[("a.synergy", CLAIM), ("weak.synergy", weak)]);
    let root = repository.path();
    let all = hypecheck(root, &["check", "--format", "concise"]);
    assert!(out(&all).contains("weak-synergy"), "{}", out(&all));
    let since = |revision: &str| hypecheck(root, &["check", "--format", "concise", "--since", revision]);
    let none = since("HEAD");
    assert!(!out(&none).contains("weak-synergy"), "{}", out(&none));
    assert!(
        out(&none).contains("Since HEAD no claim is new or judged otherwise; 2 claims are left out"),
        "{}",
        out(&none)
    );
    assert_eq!(none.status.code(), Some(0));
    write(root, "a.synergy", &CLAIM.replace("evidence paper", "evidence blog"));
    let some = out(&since("HEAD"));
    assert!(some.contains("a.synergy:5:14: ") && some.contains("[soft-evidence]"), "{some}");
    assert!(!some.contains("weak.synergy"), "{some}");
    assert!(some.contains("Since HEAD 1 claim is new or judged otherwise; 1 claim is left out, and "), "{some}");
    write(root, "new.synergy", &weak.replace("weak \"", "newer \"").replace("Fast anywhere", "Quick everywhere"));
    assert!(out(&since("HEAD")).contains("new.synergy:2:"), "{}", out(&since("HEAD")));
    let wrong = since("no-such");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("there is no revision `no-such` here"), "{}", err(&wrong));
}

#[test]
fn a_text_on_standard_input_has_no_revisions() {
    let repository = repository(&[("a.synergy", CLAIM)]);
    let output = run_with_input(command(repository.path(), &["check", "--since", "HEAD", "-"]), b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("standard input has no revisions"), "{}", err(&output));
}

#[test]
fn since_a_revision_what_cannot_be_read_is_told_all_the_same() {
    let repository = repository(&[("a.synergy", CLAIM)]);
    write(repository.path(), "a.synergy", &CLAIM.replace("says     \"", "says     "));
    let output = hypecheck(repository.path(), &["check", "--format", "concise", "--since", "HEAD"]);
    assert!(out(&output).contains("[syntax-error]"), "{}", out(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn since_a_revision_a_finding_is_known_by_what_it_is_known_by_otherwise() {
    // Two claims alike: of what is found in them, the second is numbered after the first.
    let weak = "  claim instant: performance + decentralization {\n    says \"Fast anywhere.\"\n  }\n";
    let spec = |claims: &str| format!("project weak \"Weak\" {{\n{claims}}}\n");
    let repository = repository(&[("a.synergy", &spec(weak))]);
    write(repository.path(), "a.synergy", &spec(&weak.repeat(2)));
    let found = |more: &[&str]| -> Vec<(String, u64)> {
        let output = hypecheck(repository.path(), &[&["check", "--format", "json"], more].concat());
        let value: Value = serde_json::from_str(&out(&output)).expect("it is JSON");
        let found = value["files"][0]["diagnostics"].as_array().expect("a list").iter();
        let print = |found: &Value| found["fingerprint"].as_str().expect("it has one").to_owned();
        found.map(|found| (print(found), found["range"]["start"]["line"].as_u64().expect("a line"))).collect()
    };
    let (all, new) = (found(&[]), found(&["--since", "HEAD"]));
    assert!(!new.is_empty() && new.len() < all.len(), "{new:?}");
    assert!(new.iter().all(|found| all.contains(found)), "{new:?} {all:?}");
}

#[test]
fn since_a_revision_every_format_tells_how_much_was_left_out_where_it_has_a_place_for_it() {
    let repository = repository(&[("a.synergy", CLAIM)]);
    let check = |format: &str| out(&hypecheck(repository.path(), &["check", "--since", "HEAD", "--format", format]));
    for format in ["human", "concise", "github", "markdown"] {
        let text = check(format);
        assert!(text.contains("Since HEAD no claim is new or judged otherwise; 1 claim is left out"), "{text}");
        // In a page it is a paragraph of its own.
        let line = text.lines().position(|line| line.starts_with("Since HEAD")).expect("it is a line");
        assert!(format != "markdown" || text.lines().nth(line + 1) == Some(""), "{text}");
    }
    for format in ["json", "json-lines"] {
        let text = check(format);
        assert!(text.contains("\"since\":{\"revision\":\"HEAD\",\"left_out_claims\":1,"), "{text}");
    }
}

#[test]
fn whole_files_are_not_fixed_for_what_changed_since_a_revision() {
    let repository = repository(&[("a.synergy", CLAIM)]);
    for fix in ["--fix", "--fix-wording", "--diff"] {
        let output = hypecheck(repository.path(), &["check", "--since", "HEAD", fix]);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("cannot be used with"), "{}", err(&output));
    }
}
