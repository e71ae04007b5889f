//! The question whether to write a baseline: when it is asked, and what comes of the answer.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

/// A folder with so many findings, one in each spec.
fn folder(findings: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for n in 0..findings {
        std::fs::write(folder.path().join(format!("{n}.synergy")), WEAK).expect("it can be written");
    }
    folder
}

fn uri(path: &Path) -> String {
    url::Url::from_file_path(path).expect("an address").to_string()
}

/// An editor that can make files, with a folder open and the findings of all specs wanted.
fn start(mut capabilities: Value, folder: &Path) -> Editor {
    capabilities["workspace"]["applyEdit"] = json!(true);
    capabilities["workspace"]["workspaceEdit"] = json!({ "documentChanges": true, "resourceOperations": ["create"] });
    let folders = json!([{ "uri": uri(folder), "name": "specs" }]);
    let options = json!({ "diagnostics": { "workspace": true } });
    Editor::introduce(capabilities, &json!({ "workspaceFolders": folders, "initializationOptions": options }))
}

/// All findings are wanted, and told.
fn tell_all(editor: &mut Editor) {
    editor.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
}

/// Whether a question comes within a moment that is long for one.
fn is_asked(editor: &mut Editor) -> bool {
    editor.drain(Duration::from_millis(300)).iter().any(|message| message["method"] == "window/showMessageRequest")
}

#[test]
fn many_findings_in_a_folder_that_nobody_has_settled_are_a_reason_to_ask_and_a_yes_puts_them_aside() {
    let folder = folder(40);
    let root = folder.path().canonicalize().expect("it is there");
    let mut editor = start(pulling(), &root);
    tell_all(&mut editor);
    let question = editor.asked("window/showMessageRequest");
    assert!(question["params"]["message"].as_str().is_some_and(|text| text.starts_with("40 findings")), "{question}");
    assert_eq!(question["params"]["actions"], json!([{ "title": "Write a baseline" }, { "title": "Not now" }]));
    editor.reply(&question, json!({ "title": "Write a baseline" }));
    let edit = editor.asked("workspace/applyEdit");
    let changes = edit["params"]["edit"]["documentChanges"].as_array().expect("a list").clone();
    assert_eq!(changes.len(), 4, "two files are made and filled");
    for pair in changes.chunks(2) {
        let uri = pair[0]["uri"].as_str().expect("an address");
        assert_eq!((&pair[0]["kind"], &pair[1]["textDocument"]["uri"]), (&json!("create"), &json!(uri)));
        let path = url::Url::parse(uri).expect("an address").to_file_path().expect("a path");
        let text = pair[1]["edits"][0]["newText"].as_str().expect("a text");
        std::fs::write(path, text).expect("it can be written");
        editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri, "type": 1 }] }));
    }
    editor.reply(&edit, json!({ "applied": true }));
    let told = editor.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let left: usize =
        told["items"].as_array().into_iter().flatten().map(|file| file["items"].as_array().map_or(0, Vec::len)).sum();
    assert_eq!(left, 0, "all of them are put aside");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_is_sent_findings_is_asked_as_well_and_once() {
    let folder = folder(41);
    let root = folder.path().canonicalize().expect("it is there");
    let mut editor = start(modern(), &root);
    let question = editor.asked("window/showMessageRequest");
    editor.reply(&question, json!({ "title": "Not now" }));
    let changed = json!({ "changes": [{ "uri": uri(&root.join("0.synergy")), "type": 2 }] });
    std::fs::write(root.join("0.synergy"), format!("{WEAK}\n")).expect("it can be written");
    editor.notify("workspace/didChangeWatchedFiles", changed);
    assert!(!is_asked(&mut editor));
    assert!(editor.quit());
}

#[test]
fn few_findings_and_a_folder_with_a_configuration_are_no_reason_to_ask() {
    let few = folder(39);
    let mut editor = start(pulling(), &few.path().canonicalize().expect("it is there"));
    tell_all(&mut editor);
    assert!(!is_asked(&mut editor));
    assert!(editor.quit());
    let settled = folder(40);
    std::fs::write(settled.path().join("hypecheck.toml"), "").expect("it can be written");
    let mut editor = start(pulling(), &settled.path().canonicalize().expect("it is there"));
    tell_all(&mut editor);
    assert!(!is_asked(&mut editor));
    assert!(editor.quit());
}

#[test]
fn an_editor_that_can_make_no_files_is_not_asked() {
    let folder = folder(40);
    let root = folder.path().canonicalize().expect("it is there");
    let folders = json!([{ "uri": uri(&root), "name": "specs" }]);
    let options = json!({ "diagnostics": { "workspace": true } });
    let more = json!({ "workspaceFolders": folders, "initializationOptions": options });
    let mut editor = Editor::introduce(pulling(), &more);
    tell_all(&mut editor);
    assert!(!is_asked(&mut editor));
    assert!(editor.quit());
}
