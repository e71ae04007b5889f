//! The specs of the workspace that are not open: when they are looked for, and how they are kept up to date.

use super::harness::{Editor, WEAK, modern};
use serde_json::{Value, json};
use std::path::Path;

/// A folder with files in it.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("it can be made");
    std::fs::write(path, text).expect("it can be written");
}

fn uri(path: &Path) -> String {
    url::Url::from_file_path(path).expect("an address").to_string()
}

fn open_in(folder: &Path) -> Editor {
    Editor::start_in(modern(), json!(uri(folder)))
}

/// The files that are known, by their paths in the folder.
#[track_caller]
fn known(editor: &mut Editor, folder: &Path) -> Vec<String> {
    let answer = editor.request("test/files", json!({}));
    let names = answer["files"].as_array().expect("a list").iter().map(|name| {
        let path = Path::new(name.as_str().expect("a path"));
        path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned()
    });
    names.collect()
}

fn changed(editor: &mut Editor, path: &Path, kind: u8) {
    let changes = json!([{ "uri": uri(path), "type": kind }]);
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

#[test]
fn a_question_about_everything_knows_the_specs_of_the_folder_and_no_ignored_ones() {
    let folder = folder(&[
        (".gitignore", "out/\n"),
        ("a.synergy", WEAK),
        ("deep/b.synergy", WEAK),
        ("out/c.synergy", WEAK),
        ("notes.txt", ""),
    ]);
    let mut editor = open_in(folder.path());
    assert_eq!(known(&mut editor, folder.path()), ["a.synergy", "deep/b.synergy"]);
    assert_eq!(editor.request("test/files", json!({}))["complete"], json!(true));
    assert!(editor.quit());
}

#[test]
fn an_editor_without_a_folder_gets_an_answer_from_what_is_open() {
    let mut editor = Editor::start(modern());
    editor.open("untitled:a", WEAK);
    assert_eq!(known(&mut editor, Path::new("/nowhere")), ["untitled:a"]);
    assert!(editor.quit());
}

#[test]
fn what_is_open_is_known_as_it_was_when_the_question_came() {
    let folder = folder(&[("a.synergy", WEAK), ("b.synergy", WEAK)]);
    let path = uri(&folder.path().join("a.synergy"));
    let mut editor = open_in(folder.path());
    editor.open(&path, "# open");
    let id = editor.ask("test/files", json!({}));
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": path } }));
    assert_eq!(editor.answer(id)["result"]["files"].as_array().map(Vec::len), Some(2));
    // Closed, it is what is on the disk.
    let tree = editor.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": path } }));
    assert_eq!(tree["text"], json!(WEAK));
    assert!(editor.quit());
}

#[test]
fn files_and_folders_that_come_change_and_go_are_followed() {
    let folder = folder(&[(".ignore", "out/\n"), ("a.synergy", WEAK), ("old/b.synergy", WEAK)]);
    let at = |name: &str| folder.path().join(name);
    let mut editor = open_in(folder.path());
    assert_eq!(known(&mut editor, folder.path()), ["a.synergy", "old/b.synergy"]);
    write(folder.path(), "c.synergy", "");
    write(folder.path(), "out/d.synergy", "");
    write(folder.path(), "a.synergy", "# new");
    for name in ["c.synergy", "out/d.synergy", "a.synergy"] {
        changed(&mut editor, &at(name), 1);
    }
    std::fs::rename(at("old"), at("renamed")).expect("it can be renamed");
    changed(&mut editor, &at("old"), 3);
    changed(&mut editor, &at("renamed"), 1);
    assert_eq!(known(&mut editor, folder.path()), ["a.synergy", "c.synergy", "renamed/b.synergy"]);
    let document = json!({ "textDocument": { "uri": uri(&at("a.synergy")) } });
    assert_eq!(editor.request("hypecheck/syntaxTree", document)["text"], json!("# new"));
    assert!(editor.quit());
}

#[test]
fn a_folder_that_is_added_is_searched_and_one_that_is_removed_is_forgotten() {
    let first = folder(&[("a.synergy", WEAK)]);
    let second = folder(&[("b.synergy", WEAK)]);
    let mut editor = open_in(first.path());
    assert_eq!(known(&mut editor, first.path()), ["a.synergy"]);
    let named = |path: &Path| json!([{ "uri": uri(path), "name": "folder" }]);
    let event = json!({ "added": named(second.path()), "removed": named(first.path()) });
    editor.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    assert_eq!(known(&mut editor, second.path()), ["b.synergy"]);
    assert!(editor.quit());
}

#[test]
fn nothing_is_looked_for_before_anybody_asks_and_what_cannot_be_read_is_logged() {
    let folder = folder(&[("a.synergy", WEAK)]);
    std::fs::write(folder.path().join("bad.synergy"), [0xff, 0xfe]).expect("it can be written");
    let mut editor = open_in(folder.path());
    editor.open("untitled:a", WEAK);
    assert_eq!(editor.published("untitled:a", 1).len(), 1);
    let tree = json!({ "textDocument": { "uri": uri(&folder.path().join("a.synergy")) } });
    assert_eq!(editor.request("hypecheck/syntaxTree", tree), Value::Null);
    assert_eq!(known(&mut editor, folder.path()), ["a.synergy", "untitled:a"]);
    let logged = editor.wait("a word on the file", |message| message["method"] == "window/logMessage");
    assert!(logged["params"]["message"].as_str().is_some_and(|text| text.contains("bad.synergy")), "{logged}");
    assert!(editor.quit());
}

#[test]
fn of_more_specs_than_are_looked_at_the_log_tells() {
    let folder = folder(&[]);
    for n in 0..5_010 {
        write(folder.path(), &format!("{n:04}.synergy"), "");
    }
    let mut editor = open_in(folder.path());
    let answer = editor.request("test/files", json!({}));
    assert_eq!(answer["complete"], json!(false));
    assert_eq!(answer["files"].as_array().map(Vec::len), Some(5_000));
    let logged = editor.wait("a word in the log", |message| message["method"] == "window/logMessage");
    assert!(logged["params"]["message"].as_str().is_some_and(|text| text.contains("5000 files")), "{logged}");
    assert!(editor.quit());
}
