//! The lens that says how a claim stood at the last commit, on real git repositories.

use super::harness::{Editor, modern};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Runs git in a folder, as somebody, whatever is configured on this machine.
#[track_caller]
fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git is needed for this test");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "change"]);
}

/// A repository with these files in it, all of them committed.
fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    git(folder.path(), &["init", "--quiet"]);
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("it can be written");
    }
    commit(folder.path());
    folder
}

fn uri(folder: &Path, name: &str) -> String {
    let uri = crate::server::convert::uri_of_path(&folder.join(name)).expect("a path from the root on");
    uri.as_ref().to_owned()
}

/// A claim in a cell, held up by something or not.
fn spec(cell: &str, support: &str) -> String {
    format!(
        "use \"house.synergy\"\nproject demo \"Demo\" {{\n  judged-by acme\n  claim fast: {cell} {{\n    says \"A model answers within 40 ms on rented machines.\"\n    {support}\n  }}\n}}\n"
    )
}

const HOUSE: &str = "matrix acme \"Acme\" extends standard {\n}\n";

const CELL: &str = "privacy + security";
const EVIDENCE: &str = "evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms";

fn showing_lenses() -> Value {
    let mut able = modern();
    able["textDocument"]["codeLens"] = json!({});
    able["workspace"]["codeLens"] = json!({ "refreshSupport": true });
    able
}

/// What the lenses of a text say of its claims at HEAD.
fn at_head(editor: &mut Editor, uri: &str) -> Vec<String> {
    let lenses = editor.request("textDocument/codeLens", json!({ "textDocument": { "uri": uri } }));
    let titles = lenses.as_array().expect("a list").iter().filter_map(|lens| lens["command"]["title"].as_str());
    titles.filter(|title| title.ends_with("at HEAD")).map(str::to_owned).collect()
}

/// The same when git has said all that it was asked.
fn at_head_at_last(editor: &mut Editor, uri: &str) -> Vec<String> {
    at_head(editor, uri);
    editor.request("test/committed", Value::Null);
    at_head(editor, uri)
}

fn asked_again(editor: &mut Editor) {
    let question = editor.asked("workspace/codeLens/refresh");
    editor.reply(&question, Value::Null);
}

#[test]
fn a_claim_that_stands_otherwise_than_at_head_says_so_as_soon_as_git_has_answered() {
    let folder = repository(&[("a.synergy", &spec(CELL, EVIDENCE)), ("house.synergy", HOUSE)]);
    let uri = uri(folder.path(), "a.synergy");
    let mut editor = Editor::start(showing_lenses());
    // The text in the editor counts, and not the one on the disk.
    editor.open(&uri, &spec(CELL, ""));
    at_head(&mut editor, &uri);
    asked_again(&mut editor);
    assert_eq!(at_head(&mut editor, &uri), ["worked at HEAD"]);
    let whole = |text: &str| json!([{ "text": text }]);
    editor.change(&uri, 2, whole(&spec("privacy + scalability", "")));
    assert_eq!(at_head(&mut editor, &uri), ["worked in privacy + security at HEAD"]);
    editor.change(&uri, 3, whole(&format!("# a line more\n{}", spec(CELL, EVIDENCE))));
    assert_eq!(at_head(&mut editor, &uri), Vec::<String>::new(), "it stands as it did");
    assert!(editor.quit());
}

#[test]
fn what_stood_is_judged_with_the_files_of_head_and_not_with_those_on_the_disk() {
    let weak = "performance + decentralization";
    let house = |cells: &str| format!("matrix acme \"Acme\" extends standard {{\n{cells}\n}}\n");
    let rated = house("  cell performance + decentralization { strength moderate }");
    let folder = repository(&[("a.synergy", &spec(weak, EVIDENCE)), ("house.synergy", &rated)]);
    let uri = uri(folder.path(), "a.synergy");
    std::fs::write(folder.path().join("house.synergy"), house("")).expect("it can be written");
    let mut editor = Editor::start(showing_lenses());
    editor.open(&uri, &spec(weak, EVIDENCE));
    assert_eq!(at_head_at_last(&mut editor, &uri), ["worked at HEAD"]);
    assert!(editor.quit());
}

#[test]
fn when_a_text_is_saved_after_a_commit_the_lens_goes() {
    let folder = repository(&[("a.synergy", &spec(CELL, EVIDENCE)), ("house.synergy", HOUSE)]);
    let uri = uri(folder.path(), "a.synergy");
    let now = spec(CELL, "");
    let mut editor = Editor::start(showing_lenses());
    editor.open(&uri, &now);
    at_head(&mut editor, &uri);
    asked_again(&mut editor);
    std::fs::write(folder.path().join("a.synergy"), &now).expect("it can be written");
    commit(folder.path());
    editor.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    asked_again(&mut editor);
    assert_eq!(at_head(&mut editor, &uri), Vec::<String>::new());
    assert!(editor.quit());
}

#[test]
fn without_a_past_there_is_no_lens_and_no_error() {
    let nowhere = tempfile::tempdir().expect("a folder");
    let empty = tempfile::tempdir().expect("a folder");
    git(empty.path(), &["init", "--quiet"]);
    let other = repository(&[("other.synergy", "")]);
    let mut editor = Editor::start(showing_lenses());
    for folder in [&nowhere, &empty, &other] {
        let uri = uri(folder.path(), "a.synergy");
        for there in [false, true] {
            if there {
                std::fs::write(folder.path().join("a.synergy"), spec(CELL, "")).expect("it can be written");
            }
            editor.open(&uri, &spec(CELL, ""));
            assert_eq!(at_head_at_last(&mut editor, &uri), Vec::<String>::new(), "{uri}");
            editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
        }
    }
    editor.open("untitled:one", &spec(CELL, ""));
    assert_eq!(at_head_at_last(&mut editor, "untitled:one"), Vec::<String>::new());
    let said = editor.drain(std::time::Duration::ZERO);
    let complaints =
        said.iter().filter(|message| message["method"] == "window/logMessage" || message.get("error").is_some());
    assert_eq!(complaints.collect::<Vec<_>>(), Vec::<&Value>::new());
    assert!(editor.quit());
}

#[test]
fn an_editor_that_cannot_be_told_to_ask_again_sees_it_when_it_next_asks_and_without_lenses_git_is_not_asked() {
    let folder = repository(&[("a.synergy", &spec(CELL, EVIDENCE)), ("house.synergy", HOUSE)]);
    let uri = uri(folder.path(), "a.synergy");
    let mut able = showing_lenses();
    able["workspace"]["codeLens"] = Value::Null;
    let mut editor = Editor::start(able.clone());
    editor.open(&uri, &spec(CELL, ""));
    assert_eq!(at_head_at_last(&mut editor, &uri), ["worked at HEAD"]);
    assert!(editor.quit());
    let mut editor = Editor::start_with(able, json!({ "codeLens": { "enabled": false } }));
    editor.open(&uri, &spec(CELL, ""));
    assert_eq!(at_head_at_last(&mut editor, &uri), Vec::<String>::new());
    assert!(editor.quit());
}
