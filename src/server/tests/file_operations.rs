//! Files that are made, moved and deleted in the editor, which may watch none of them.

use super::harness::{Editor, WEAK, modern};
use serde_json::{Value, json};
use std::path::Path;

const FILES: [(&str, &str); 3] = [
    ("spec.synergy", "use \"house.synergy\"\n"),
    ("house.synergy", "# ours\n"),
    ("deep/b.synergy", "use \"../house.synergy\"\n"),
];

fn open_folder(capabilities: Value) -> (tempfile::TempDir, Editor) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in FILES {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    }
    let editor = Editor::start_in(capabilities, json!(address(folder.path())));
    (folder, editor)
}

fn address(path: &Path) -> String {
    url::Url::from_file_path(path).expect("an address").to_string()
}

fn renames(folder: &Path, from: &str, to: &str) -> Value {
    json!({ "files": [{ "oldUri": address(&folder.join(from)), "newUri": address(&folder.join(to)) }] })
}

/// The files that are changed and what is written into them, sorted.
fn written(edit: &Value) -> Vec<String> {
    let changes = edit["documentChanges"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut written: Vec<String> = changes
        .iter()
        .flat_map(|change| {
            let name =
                change["textDocument"]["uri"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default();
            let edits = change["edits"].as_array().map(Vec::as_slice).unwrap_or_default().iter();
            edits.map(move |edit| format!("{name}: {}", edit["newText"].as_str().unwrap_or_default()))
        })
        .collect();
    written.sort();
    written
}

#[test]
fn every_use_follows_a_file_or_a_folder_that_is_renamed() {
    let (folder, mut editor) = open_folder(modern());
    let edit = editor.request("workspace/willRenameFiles", renames(folder.path(), "house.synergy", "home.synergy"));
    assert_eq!(written(&edit), ["b.synergy: \"../home.synergy\"", "spec.synergy: \"home.synergy\""]);
    let edit = editor.request("workspace/willRenameFiles", renames(folder.path(), "deep", "very/deep"));
    assert_eq!(written(&edit), ["b.synergy: \"../../house.synergy\""]);
    let edit = editor.request("workspace/willRenameFiles", renames(folder.path(), "notes", "papers"));
    assert_eq!(edit, Value::Null);
    assert!(editor.quit());
}

#[test]
fn a_renamed_file_is_known_under_its_new_name_though_nobody_watches() {
    let (folder, mut editor) = open_folder(modern());
    assert_eq!(editor.request("test/files", json!({}))["files"].as_array().map(Vec::len), Some(3));
    std::fs::rename(folder.path().join("deep"), folder.path().join("flat")).expect("it can be renamed");
    editor.notify("workspace/didRenameFiles", renames(folder.path(), "deep", "flat"));
    let files = editor.request("test/files", json!({}))["files"].to_string();
    assert!(files.contains("flat") && !files.contains("deep"), "{files}");
    assert!(editor.quit());
}

#[test]
fn the_findings_of_a_deleted_file_go_though_it_is_still_open_and_come_back_when_it_is_edited() {
    let (folder, mut editor) = open_folder(modern());
    let uri = address(&folder.path().join("weak.synergy"));
    editor.open(&uri, WEAK);
    assert_eq!(editor.published(&uri, 1).len(), 1);
    editor.notify("workspace/didDeleteFiles", json!({ "files": [{ "uri": address(folder.path()) }] }));
    let gone = editor.wait("an empty list", |message| message["method"] == "textDocument/publishDiagnostics");
    assert_eq!((&gone["params"]["uri"], &gone["params"]["diagnostics"]), (&json!(uri), &json!([])));
    editor.change(&uri, 2, json!([{ "text": WEAK }]));
    assert_eq!(editor.published(&uri, 2).len(), 1);
    assert!(editor.quit());
}

#[test]
fn before_something_is_deleted_that_others_use_it_is_told() {
    let (folder, mut editor) = open_folder(modern());
    let deleting = |name: &str| json!({ "files": [{ "uri": address(&folder.path().join(name)) }] });
    assert_eq!(editor.request("workspace/willDeleteFiles", deleting("deep")), Value::Null);
    assert_eq!(editor.request("workspace/willDeleteFiles", deleting("house.synergy")), Value::Null);
    let told = editor.wait("a warning", |message| message["method"] == "window/showMessage");
    let message = told["params"]["message"].as_str().unwrap_or_default();
    assert!(message.contains("spec.synergy") && message.contains("b.synergy"), "{message}");
    assert!(editor.quit());
}

#[test]
fn a_new_file_that_is_empty_begins_with_a_project() {
    let mut able = modern();
    able["workspace"]["applyEdit"] = json!(true);
    let (folder, mut editor) = open_folder(able);
    for (name, text) in [("full.synergy", "# mine"), ("my-fund.synergy", "")] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("it can be written");
        editor.notify("workspace/didCreateFiles", json!({ "files": [{ "uri": address(&path) }] }));
    }
    let asked = editor.wait("an edit", |message| message["method"] == "workspace/applyEdit");
    let written = written(&asked["params"]["edit"]);
    assert_eq!(written.len(), 1);
    assert!(written[0].starts_with("my-fund.synergy: project my-fund \"My fund\" {\n"), "{written:?}");
    editor.reply(&asked, json!({ "applied": true }));
    let files = editor.request("test/files", json!({}))["files"].to_string();
    assert!(files.contains("my-fund.synergy"), "{files}");
    assert!(editor.quit());
}
