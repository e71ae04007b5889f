//! What is offered, and how it is told to editors of different kinds.

use super::harness::{Editor, modern};
use serde_json::{Value, json};

const URI: &str = "file:///specs/demo.synergy";
const USING: &str = "project p \"P\" {\n  claim c: privacy + security {\n    using zk, opml\n  }\n}\n";

/// An editor that takes all that can be told of completions.
fn able() -> Value {
    let mut able = modern();
    able["textDocument"]["completion"] = json!({
        "completionItem": {
            "snippetSupport": true, "insertReplaceSupport": true, "labelDetailsSupport": true,
            "commitCharactersSupport": true,
        },
        "completionList": {
            "itemDefaults": ["commitCharacters", "editRange", "insertTextFormat", "data"], "applyKindSupport": true,
        },
    });
    able
}

fn ask(editor: &mut Editor, line: u32, character: u32) -> Value {
    editor.request("textDocument/completion", Editor::at(URI, line, character))
}

fn item<'a>(items: &'a Value, label: &str) -> &'a Value {
    items.as_array().expect("a list").iter().find(|item| item["label"] == label).expect("it is offered")
}

#[test]
fn what_is_the_same_for_all_is_told_once_where_the_editor_takes_that() {
    let mut editor = Editor::start(able());
    editor.open(URI, USING);
    let list = ask(&mut editor, 2, 11);
    assert_eq!(list["isIncomplete"], false);
    let range = |end: u32| json!({ "start": { "line": 2, "character": 10 }, "end": { "line": 2, "character": end } });
    assert_eq!(list["itemDefaults"]["editRange"], json!({ "insert": range(11), "replace": range(12) }));
    assert_eq!(list["itemDefaults"]["commitCharacters"], json!([","]));
    assert_eq!(list["itemDefaults"]["data"]["uri"], URI);
    // What is told of each is joined with it.
    assert_eq!(list["applyKind"], json!({ "data": 2 }));
    let zkml = item(&list["items"], "zkml");
    assert_eq!((zkml.get("textEdit"), zkml.get("textEditText"), zkml.get("commitCharacters")), (None, None, None));
    assert!(zkml["data"]["index"].is_u64() && zkml["data"].get("uri").is_none(), "{zkml}");
    let mut whole = zkml.clone();
    let index = zkml["data"]["index"].clone();
    whole["data"] = list["itemDefaults"]["data"].clone();
    whole["data"]["index"] = index;
    let resolved = editor.request("completionItem/resolve", whole);
    assert!(resolved["documentation"]["value"].as_str().is_some_and(|text| text.contains("technique `zkml`")));
    assert!(editor.quit());
}

#[test]
fn an_editor_that_takes_only_edits_is_told_them_of_each() {
    let mut editor = Editor::start(modern());
    editor.open(URI, USING);
    let list = ask(&mut editor, 2, 11);
    let zkml = item(&list, "zkml");
    let range = json!({ "start": { "line": 2, "character": 10 }, "end": { "line": 2, "character": 11 } });
    assert_eq!(zkml["textEdit"], json!({ "range": range, "newText": "zkml" }));
    assert_eq!((zkml.get("labelDetails"), zkml.get("commitCharacters")), (None, None));
    assert_eq!(zkml["insertTextFormat"], 1);
    assert!(editor.quit());
}

#[test]
fn beside_a_cell_stands_its_strength_and_only_lists_are_accepted_with_a_comma() {
    let mut able = able();
    able["textDocument"]["completion"].as_object_mut().expect("an object").remove("completionList");
    let mut editor = Editor::start(able);
    editor.open(URI, "project p \"P\" {\n  claim c: \n}\n");
    let cells = ask(&mut editor, 1, 11);
    let best = &cells[0];
    assert_eq!(best["labelDetails"], json!({ "description": "strong" }));
    assert!(best["detail"].as_str().is_some_and(|detail| detail.starts_with("strong: ")), "{best}");
    assert_eq!((best.get("preselect"), best.get("commitCharacters")), (None, None));
    editor.change(URI, 2, json!([{ "text": USING }]));
    let names = ask(&mut editor, 2, 11);
    assert_eq!(item(&names, "zkml")["commitCharacters"], json!([","]));
    assert!(editor.quit());
}

#[test]
fn blanks_at_the_start_of_a_line_ask_for_nothing() {
    let mut editor = Editor::start(able());
    editor.open(URI, "project p \"P\" {\n  \n  runs-on \n}\n");
    let typed = |line: u32, character: u32| {
        let mut params = Editor::at(URI, line, character);
        params["context"] = json!({ "triggerKind": 2, "triggerCharacter": " " });
        params
    };
    assert_eq!(editor.request("textDocument/completion", typed(1, 2)), Value::Null);
    assert!(editor.request("textDocument/completion", typed(2, 10))["items"].is_array());
    assert!(!ask(&mut editor, 1, 2).is_null(), "whoever asks is told");
    assert!(editor.quit());
}

#[test]
fn a_snippet_is_told_as_what_is_inserted_and_the_plain_ones_beside_it_as_such() {
    let mut editor = Editor::start(able());
    editor.open(URI, "project p \"P\" {\n  \n}\n");
    let list = ask(&mut editor, 1, 2);
    assert_eq!(list["itemDefaults"]["insertTextFormat"], 2, "all of them have places to fill in");
    let claim = item(&list["items"], "claim");
    assert!(claim["textEditText"].as_str().is_some_and(|text| text.starts_with("claim ${1:name}")), "{claim}");
    assert!(editor.quit());
}

#[test]
fn in_a_use_the_specs_of_the_workspace_are_offered_that_it_can_lead_to() {
    let outside = tempfile::tempdir().expect("a folder");
    let folder = outside.path().join("workspace");
    for (name, text) in [
        ("../outside.synergy", ""),
        ("house.synergy", "matrix acme \"Acme\" extends standard { }\n"),
        ("specs/demo.synergy", ""),
        ("specs/other.synergy", ""),
    ] {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        std::fs::create_dir_all(folder.join("specs")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    }
    let uri =
        |path: &std::path::Path| crate::server::convert::uri_of_path(path).expect("an address").as_ref().to_owned();
    let mut editor = Editor::start_in(able(), json!(uri(&folder)));
    let spec = uri(&folder.join("specs/demo.synergy"));
    editor.open(&spec, "use \"\"\nproject p \"use \" { }\n");
    let found = editor.request("textDocument/completion", Editor::at(&spec, 0, 5));
    let items = found["items"].as_array().expect("a list");
    let labels: Vec<&str> = items.iter().filter_map(|item| item["label"].as_str()).collect();
    assert_eq!(labels, ["other.synergy", "../house.synergy"]);
    assert_eq!((&items[1]["detail"], &items[1]["kind"]), (&json!("matrix acme"), &json!(17)));
    // A quote elsewhere asks for nothing.
    assert_eq!(editor.request("textDocument/completion", Editor::at(&spec, 1, 16)), Value::Null);
    assert!(editor.quit());
}
