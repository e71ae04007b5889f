//! The findings of the whole workspace: off unless set, told once, and held back while there is nothing new.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// A folder with weak specs of these names.
fn folder(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in names {
        write(folder.path(), name, WEAK);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("it can be written");
}

fn uri(path: impl AsRef<Path>) -> String {
    url::Url::from_file_path(path).expect("an address").to_string()
}

/// An editor with that folder open and the setting on, or off.
fn start(capabilities: Value, folder: &Path, on: bool) -> Editor {
    let folders = json!([{ "uri": uri(folder), "name": "specs" }]);
    let options = json!({ "diagnostics": { "workspace": on } });
    Editor::introduce(capabilities, &json!({ "workspaceFolders": folders, "initializationOptions": options }))
}

/// The names of the results, by the names of the files.
type Known = BTreeMap<String, String>;

fn previous(known: &Known) -> Value {
    known.iter().map(|(uri, id)| json!({ "uri": uri, "value": id })).collect()
}

fn ask(editor: &mut Editor, known: &Known) -> i64 {
    editor.ask("workspace/diagnostic", json!({ "previousResultIds": previous(known) }))
}

/// What is told, by the last part of the address: how many findings, or that it is as before.
fn told(items: &Value, known: &mut Known) -> BTreeMap<String, Option<usize>> {
    let mut told = BTreeMap::new();
    for item in items.as_array().expect("a list") {
        let uri = item["uri"].as_str().expect("an address");
        match item["resultId"].as_str() {
            Some(id) => known.insert(uri.to_owned(), id.to_owned()),
            None => known.remove(uri),
        };
        let name = uri.rsplit('/').next().unwrap_or_default().to_owned();
        assert_eq!(item["kind"] == "unchanged", item["items"].is_null(), "{item}");
        let before = told.insert(name, item["items"].as_array().map(Vec::len));
        assert_eq!(before, None, "{uri} was told twice");
    }
    told
}

fn expected(told: &[(&str, Option<usize>)]) -> BTreeMap<String, Option<usize>> {
    told.iter().map(|(name, findings)| ((*name).to_owned(), *findings)).collect()
}

fn disk_changed(editor: &mut Editor, path: &Path, kind: u8) {
    editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(path), "type": kind }] }));
}

#[test]
fn without_the_setting_there_are_none() {
    let folder = folder(&["a.synergy"]);
    let mut editor = start(pulling(), folder.path(), false);
    let id = ask(&mut editor, &Known::new());
    assert_eq!(editor.answer(id)["result"], json!({ "items": [] }));
    assert!(editor.quit());
}

#[test]
fn all_specs_are_told_once_and_then_what_changes() {
    let folder = folder(&["a.synergy", "b.synergy"]);
    let mut editor = start(pulling(), folder.path(), true);
    let mut known = Known::new();
    let id = ask(&mut editor, &known);
    let items = editor.answer(id)["result"]["items"].clone();
    assert_eq!(told(&items, &mut known), expected(&[("a.synergy", Some(1)), ("b.synergy", Some(1))]));
    // Nothing is new, so the answer waits; the file that changes ends the wait.
    let id = ask(&mut editor, &known);
    assert!(editor.drain(Duration::from_millis(50)).iter().all(|message| message["id"] != id));
    write(folder.path(), "b.synergy", "");
    disk_changed(&mut editor, &folder.path().join("b.synergy"), 2);
    let items = editor.answer(id)["result"]["items"].clone();
    assert_eq!(told(&items, &mut known), expected(&[("a.synergy", None), ("b.synergy", Some(0))]));
    let id = ask(&mut editor, &known);
    std::fs::remove_file(folder.path().join("a.synergy")).expect("it can be removed");
    disk_changed(&mut editor, &folder.path().join("a.synergy"), 3);
    let items = editor.answer(id)["result"]["items"].clone();
    assert_eq!(told(&items, &mut known), expected(&[("a.synergy", Some(0)), ("b.synergy", None)]));
    assert_eq!(known.len(), 1);
    assert!(editor.quit());
}

#[test]
fn an_open_text_is_told_with_its_version_and_an_edit_of_it_ends_the_wait() {
    let folder = folder(&["a.synergy"]);
    let path = uri(folder.path().join("a.synergy"));
    let mut editor = start(pulling(), folder.path(), true);
    editor.open(&path, "");
    let mut known = Known::new();
    let id = ask(&mut editor, &known);
    let items = editor.answer(id)["result"]["items"].clone();
    assert_eq!(items[0]["version"], 1);
    assert_eq!(told(&items, &mut known), expected(&[("a.synergy", Some(0))]));
    let id = ask(&mut editor, &known);
    editor.change(&path, 2, json!([{ "text": WEAK }]));
    let items = editor.answer(id)["result"]["items"].clone();
    assert_eq!(items[0]["version"], 2);
    assert_eq!(told(&items, &mut known), expected(&[("a.synergy", Some(1))]));
    assert!(editor.quit());
}

#[test]
fn when_the_setting_is_turned_off_what_was_told_is_taken_back() {
    let folder = folder(&["a.synergy"]);
    let mut editor = start(pulling(), folder.path(), true);
    let mut known = Known::new();
    let id = ask(&mut editor, &known);
    told(&editor.answer(id)["result"]["items"].clone(), &mut known);
    let id = ask(&mut editor, &known);
    let settings = json!({ "diagnostics": { "workspace": false } });
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    let items = editor.answer(id)["result"]["items"].clone();
    assert_eq!(told(&items, &mut known), expected(&[("a.synergy", Some(0))]));
    assert_eq!(known, Known::new());
    assert!(editor.quit());
}

#[test]
fn a_question_that_waits_can_be_taken_back() {
    let folder = folder(&["a.synergy"]);
    let mut editor = start(pulling(), folder.path(), true);
    let mut known = Known::new();
    let id = ask(&mut editor, &known);
    told(&editor.answer(id)["result"]["items"].clone(), &mut known);
    let id = ask(&mut editor, &known);
    editor.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(editor.answer(id)["error"]["code"], -32800);
    assert!(editor.quit());
}

#[test]
fn an_editor_that_takes_parts_gets_all_of_them_before_an_empty_answer() {
    let names: Vec<String> = (0..150).map(|n| format!("s{n}.synergy")).collect();
    let folder = folder(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut editor = start(pulling(), folder.path(), true);
    let params = json!({ "previousResultIds": [], "partialResultToken": "parts" });
    let id = editor.ask("workspace/diagnostic", params);
    let mut all = BTreeMap::new();
    let mut parts = 0;
    loop {
        let message = editor.wait("a part or the answer", |message| {
            message["method"] == "$/progress" && message["params"]["token"] == "parts"
                || message["id"] == id && message.get("method").is_none()
        });
        if message["id"] == id {
            assert_eq!(message["result"], json!({ "items": [] }));
            break;
        }
        parts += 1;
        for (name, findings) in told(&message["params"]["value"]["items"], &mut Known::new()) {
            assert_eq!(all.insert(name, findings), None);
        }
    }
    assert!(parts > 1 && all.len() == 150 && all.values().all(|findings| *findings == Some(1)), "{parts}: {all:?}");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_can_be_told_later_is_offered_the_workspace_while_it_is_set() {
    let mut capabilities = pulling();
    capabilities["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": true });
    let mut editor = Editor::silent();
    let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
    assert_eq!(editor.request("initialize", params)["capabilities"].get("diagnosticProvider"), None);
    editor.notify("initialized", json!({}));
    let offered = |question: &Value| {
        let registration = &question["params"]["registrations"][0];
        assert_eq!(registration["method"], "textDocument/diagnostic");
        registration["registerOptions"]["workspaceDiagnostics"].as_bool()
    };
    let first = editor.asked("client/registerCapability");
    assert_eq!(offered(&first), Some(false));
    editor.reply(&first, Value::Null);
    let settings = json!({ "diagnostics": { "workspace": true } });
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    let taken_back = editor.asked("client/unregisterCapability");
    assert_eq!(
        taken_back["params"]["unregisterations"][0]["id"], first["params"]["registrations"][0]["id"],
        "{taken_back}"
    );
    editor.reply(&taken_back, Value::Null);
    assert_eq!(offered(&editor.asked("client/registerCapability")), Some(true));
    assert!(editor.quit());
}

/// The findings that are published next for that file, which is not open.
#[track_caller]
fn published(editor: &mut Editor, path: &Path) -> usize {
    let uri = uri(path);
    let message = editor.wait(&format!("findings of {uri}"), |message| {
        message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
    });
    assert!(message["params"]["version"].is_null(), "it is not open: {message}");
    message["params"]["diagnostics"].as_array().expect("a list").len()
}

#[test]
fn an_editor_that_does_not_ask_is_sent_the_findings_of_texts_that_are_not_open() {
    let folder = folder(&["a.synergy", "b.synergy"]);
    let (a, b) = (folder.path().join("a.synergy"), folder.path().join("b.synergy"));
    let mut editor = start(modern(), folder.path(), true);
    assert_eq!((published(&mut editor, &a), published(&mut editor, &b)), (1, 1));
    // Once it is open it is a text like others, and when it is closed what is on the disk counts.
    editor.open(&uri(&a), "");
    assert_eq!(editor.published(&uri(&a), 1), Vec::<Value>::new());
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri(&a) } }));
    assert_eq!(published(&mut editor, &a), 1);
    write(folder.path(), "b.synergy", "");
    disk_changed(&mut editor, &b, 2);
    assert_eq!(published(&mut editor, &b), 0);
    let settings = json!({ "diagnostics": { "workspace": false } });
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    assert_eq!(published(&mut editor, &a), 0);
    assert!(editor.quit());
}

#[test]
fn with_the_findings_of_a_text_come_those_of_the_open_texts_that_use_it() {
    let mut capabilities = pulling();
    capabilities["textDocument"]["diagnostic"] = json!({ "relatedDocumentSupport": true });
    let folder = tempfile::tempdir().expect("a folder");
    let (house, spec) = (uri(folder.path().join("house.synergy")), uri(folder.path().join("spec.synergy")));
    let matrix =
        "matrix acme \"Acme\" extends standard {\n  cell performance + decentralization { strength strong }\n}\n";
    let mut editor = Editor::start(capabilities);
    editor.open(&house, matrix);
    let text = format!("use \"house.synergy\"\n{}", WEAK.replace("{\n  claim", "{\n  judged-by acme\n  claim"));
    editor.open(&spec, &text);
    editor.open("untitled:other", WEAK);
    let document = |uri: &str| json!({ "textDocument": { "uri": uri } });
    let related = |answer: Value| answer["relatedDocuments"].clone();
    assert_eq!(related(editor.request("textDocument/diagnostic", document(&spec))), Value::Null);
    editor.change(&house, 2, json!([{ "text": matrix.replace("strong", "weak") }]));
    let related = related(editor.request("textDocument/diagnostic", document(&house)));
    assert_eq!(related.as_object().map(serde_json::Map::len), Some(1), "{related}");
    assert_eq!(related[&spec]["items"][0]["code"], "weak-synergy");
    // What it was told counts as if it had asked.
    let own = editor.request("textDocument/diagnostic", document(&spec));
    assert_eq!(related[&spec]["resultId"], own["resultId"]);
    assert!(editor.quit());
}

#[test]
fn a_folder_that_is_opened_or_closed_ends_the_wait() {
    let (first, second) = (folder(&["a.synergy"]), folder(&["b.synergy"]));
    let mut editor = start(pulling(), first.path(), true);
    let mut known = Known::new();
    let id = ask(&mut editor, &known);
    told(&editor.answer(id)["result"]["items"].clone(), &mut known);
    let folders = |folder: &Path| json!([{ "uri": uri(folder), "name": "specs" }]);
    // All files of the folders are read anew then, so that all are told anew.
    for (added, removed, expectation) in [
        (folders(second.path()), json!([]), expected(&[("a.synergy", Some(1)), ("b.synergy", Some(1))])),
        (json!([]), folders(first.path()), expected(&[("a.synergy", Some(0)), ("b.synergy", Some(1))])),
    ] {
        let id = ask(&mut editor, &known);
        let event = json!({ "event": { "added": added, "removed": removed } });
        editor.notify("workspace/didChangeWorkspaceFolders", event);
        let items = editor.answer(id)["result"]["items"].clone();
        assert_eq!(told(&items, &mut known), expectation);
    }
    assert!(editor.quit());
}
