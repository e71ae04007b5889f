//! One file under many addresses, and files that come, go and change while others use them.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};
use std::time::Duration;

/// Two ways to write the address of one file.
const PLAIN: &str = "file:///specs/a.synergy";
const ENCODED: &str = "file:///specs/%61.synergy";

fn document(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

/// What an editor shows of a file after these messages: the findings that were sent last.
fn shown(messages: &[Value], uri: &str) -> Option<usize> {
    let last = messages
        .iter()
        .rfind(|message| message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri)?;
    last["params"]["diagnostics"].as_array().map(Vec::len)
}

/// All that has come once everything sent so far was acted on.
#[track_caller]
fn settled(editor: &mut Editor) -> Vec<Value> {
    editor.open("untitled:the-last", "");
    let last = editor.wait("the end", |message| message["params"]["uri"] == "untitled:the-last");
    assert_eq!(last["params"]["diagnostics"], json!([]));
    editor.drain(Duration::from_millis(50))
}

#[test]
fn a_file_under_two_addresses_shows_its_findings_at_the_last_and_lives_until_both_are_closed() {
    let mut editor = Editor::start(modern());
    editor.open(PLAIN, WEAK);
    assert_eq!(editor.published(PLAIN, 1).len(), 1);
    editor.open(ENCODED, WEAK);
    let sent = settled(&mut editor);
    assert_eq!((shown(&sent, PLAIN), shown(&sent, ENCODED)), (Some(0), Some(1)), "{sent:#?}");
    editor.notify("textDocument/didClose", document(PLAIN));
    assert!(!editor.request("textDocument/hover", Editor::at(ENCODED, 1, 30)).is_null());
    editor.change(ENCODED, 2, json!([{ "text": "" }]));
    assert_eq!(editor.published(ENCODED, 2), Vec::<Value>::new());
    editor.change(ENCODED, 3, json!([{ "text": WEAK }]));
    assert_eq!(editor.published(ENCODED, 3).len(), 1);
    editor.notify("textDocument/didClose", document(ENCODED));
    let sent = settled(&mut editor);
    assert_eq!(shown(&sent, ENCODED), Some(0), "{sent:#?}");
    assert!(editor.request("textDocument/hover", Editor::at(ENCODED, 1, 30)).is_null());
    assert!(editor.quit());
}

#[test]
fn when_the_last_address_of_a_file_is_closed_its_findings_go_back_to_the_one_before() {
    let mut editor = Editor::start(modern());
    editor.open(PLAIN, WEAK);
    editor.open(ENCODED, WEAK);
    editor.notify("textDocument/didClose", document(ENCODED));
    let sent = settled(&mut editor);
    assert_eq!(shown(&sent, PLAIN), Some(1), "{sent:#?}");
    assert!(matches!(shown(&sent, ENCODED), None | Some(0)), "{sent:#?}");
    // An address that was never used to open it closes it all the same.
    editor.notify("textDocument/didClose", document("file:///specs/./a.synergy"));
    let sent = settled(&mut editor);
    assert_eq!(shown(&sent, PLAIN), Some(0), "{sent:#?}");
    assert!(editor.quit());
}

#[test]
fn a_text_that_is_opened_again_and_closed_leaves_no_findings() {
    let mut editor = Editor::start(modern());
    editor.open(PLAIN, WEAK);
    assert_eq!(editor.published(PLAIN, 1).len(), 1);
    let again = json!({ "uri": PLAIN, "languageId": "synergy", "version": 1, "text": WEAK });
    editor.notify_together(&[
        ("textDocument/didOpen", json!({ "textDocument": again })),
        ("textDocument/didClose", document(PLAIN)),
    ]);
    let sent = settled(&mut editor);
    assert_eq!(shown(&sent, PLAIN), Some(0), "{sent:#?}");
    assert!(editor.quit());
}

const HOUSE: &str =
    "matrix acme \"Acme\" extends standard {\n  cell performance + decentralization { strength strong }\n}\n";

fn spec() -> String {
    format!("use \"house.synergy\"\n{}", WEAK.replace("{\n  claim", "{\n  judged-by acme\n  claim"))
}

/// A folder on the disk, and the address of a file in it.
fn folder() -> (tempfile::TempDir, impl Fn(&str) -> String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_owned();
    (folder, move |name: &str| url::Url::from_file_path(path.join(name)).expect("an address").to_string())
}

#[test]
fn a_file_that_was_missing_is_used_as_soon_as_it_is_opened() {
    let (_folder, uri) = folder();
    let mut editor = Editor::start(modern());
    editor.open(&uri("spec.synergy"), &spec());
    let found = editor.published(&uri("spec.synergy"), 1);
    assert_eq!(found[0]["code"], "import-not-found");
    editor.open(&uri("house.synergy"), HOUSE);
    let sent = settled(&mut editor);
    assert_eq!(shown(&sent, &uri("spec.synergy")), Some(0), "{sent:#?}");
    assert!(editor.quit());
}

#[test]
fn what_is_saved_is_read_again_without_any_watching() {
    let (folder, uri) = folder();
    let mut editor = Editor::start(modern());
    let (spec_uri, config) = (uri("spec.synergy"), folder.path().join("hypecheck.toml"));
    editor.open(&spec_uri, &spec());
    assert_eq!(editor.published(&spec_uri, 1)[0]["code"], "import-not-found");
    std::fs::write(folder.path().join("house.synergy"), HOUSE).expect("it can be written");
    editor.notify("textDocument/didSave", document(&uri("house.synergy")));
    assert_eq!(editor.published(&spec_uri, 1), Vec::<Value>::new());
    std::fs::write(folder.path().join("house.synergy"), HOUSE.replace("strong", "weak")).expect("it can be written");
    editor.notify("textDocument/didSave", document(&uri("house.synergy")));
    let found = editor.published(&spec_uri, 1);
    assert_eq!((&found[0]["code"], &found[0]["severity"]), (&json!("weak-synergy"), &json!(3)), "a judgement");
    std::fs::write(&config, "[editor.rules]\nweak-synergy = \"error\"\n").expect("it can be written");
    editor.notify("textDocument/didSave", document(&uri("hypecheck.toml")));
    assert_eq!(editor.published(&spec_uri, 1)[0]["severity"], 1);
    assert!(editor.quit());
}

#[test]
fn a_question_sees_the_changes_of_the_disk_that_it_was_told_of_before() {
    let (folder, uri) = folder();
    let (house, spec_uri) = (folder.path().join("house.synergy"), uri("spec.synergy"));
    let mut editor = Editor::start(pulling());
    std::fs::write(&house, HOUSE).expect("it can be written");
    editor.open(&spec_uri, &spec());
    for round in 0..60 {
        let (strength, expected) = if round % 2 == 0 { ("weak", 1) } else { ("strong", 0) };
        std::fs::write(&house, HOUSE.replace("strong", strength)).expect("it can be written");
        let event = match round % 4 {
            0 | 1 => {
                let changes = json!({ "changes": [{ "uri": uri("house.synergy"), "type": 2 }] });
                ("workspace/didChangeWatchedFiles", changes)
            }
            _ => ("textDocument/didSave", document(&uri("house.synergy"))),
        };
        let id = editor.notify_and_ask(&[event], "textDocument/diagnostic", document(&spec_uri));
        let answer = editor.answer(id);
        assert_eq!(answer["result"]["items"].as_array().map(Vec::len), Some(expected), "{round}: {answer}");
    }
    assert!(editor.quit());
}

#[test]
fn a_question_sees_the_folders_that_it_was_told_of_before() {
    let (folder, uri) = folder();
    std::fs::create_dir(folder.path().join("specs")).expect("a folder");
    std::fs::write(folder.path().join("house.synergy"), HOUSE).expect("it can be written");
    let spec_uri = uri("specs/spec.synergy");
    let mut editor = Editor::start_in(pulling(), json!(uri("specs")));
    editor.open(&spec_uri, &spec().replace("house", "../house"));
    let found = editor.request("textDocument/diagnostic", document(&spec_uri));
    assert_eq!(found["items"][0]["code"], "import-not-found");
    let folders = |name: &str| json!([{ "uri": uri(name), "name": name }]);
    let event = json!({ "event": { "added": folders(""), "removed": folders("specs") } });
    let event = ("workspace/didChangeWorkspaceFolders", event);
    let id = editor.notify_and_ask(&[event], "textDocument/diagnostic", document(&spec_uri));
    assert_eq!(editor.answer(id)["result"]["items"], json!([]));
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_is_told_to_ask_again_though_it_has_just_edited_the_text() {
    let (folder, uri) = folder();
    let (house, spec_uri) = (folder.path().join("house.synergy"), uri("spec.synergy"));
    std::fs::write(&house, HOUSE).expect("it can be written");
    let mut editor = Editor::start(pulling());
    editor.open(&spec_uri, &spec());
    editor.request("textDocument/diagnostic", document(&spec_uri));
    std::fs::write(&house, HOUSE.replace("strong", "weak")).expect("it can be written");
    let changed = json!({ "changes": [{ "uri": uri("house.synergy"), "type": 2 }] });
    let edit = json!({
        "textDocument": { "uri": spec_uri, "version": 2 },
        "contentChanges": [{ "text": spec() + "\n" }],
    });
    editor.notify_together(&[("workspace/didChangeWatchedFiles", changed), ("textDocument/didChange", edit)]);
    editor.wait("to be told", |message| message["method"] == "workspace/diagnostic/refresh");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_after_each_of_its_edits_is_not_told_to() {
    let mut editor = Editor::start(pulling());
    editor.open(PLAIN, "");
    for version in 2..20 {
        editor.request("textDocument/diagnostic", document(PLAIN));
        editor.change(PLAIN, version, json!([{ "text": format!("{WEAK}# {version}\n") }]));
    }
    editor.request("textDocument/diagnostic", document(PLAIN));
    let sent = editor.drain(Duration::from_millis(100));
    assert!(!sent.iter().any(|message| message["method"] == "workspace/diagnostic/refresh"), "{sent:#?}");
    assert!(editor.quit());
}

/// The text that the server has for an address.
#[track_caller]
fn text(editor: &mut Editor, uri: &str) -> String {
    let seen = editor.request("hypecheck/syntaxTree", document(uri));
    seen["text"].as_str().expect("a text").to_owned()
}

#[test]
fn texts_of_one_file_that_differ_are_never_mixed() {
    let mut editor = Editor::start(modern());
    editor.open(PLAIN, "one\n");
    editor.open(ENCODED, "two\n");
    let at_start = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    editor.change(PLAIN, 2, json!([{ "range": at_start, "text": "1 " }]));
    editor.change(ENCODED, 2, json!([{ "range": at_start, "text": "2 " }]));
    for _ in 0..2 {
        assert_eq!(text(&mut editor, PLAIN), "1 one\n");
        assert_eq!(text(&mut editor, ENCODED), "2 two\n");
    }
    editor.notify("textDocument/didClose", document(ENCODED));
    assert_eq!(text(&mut editor, PLAIN), "1 one\n");
    assert!(editor.quit());
}

#[test]
fn findings_stand_at_the_address_whose_text_they_are_of() {
    let mut editor = Editor::start(modern());
    editor.open(PLAIN, WEAK);
    editor.open(ENCODED, "");
    let sent = settled(&mut editor);
    // Where both come in one go, nothing is sent for the first at all.
    assert_eq!((shown(&sent, PLAIN).unwrap_or(0), shown(&sent, ENCODED)), (0, Some(0)), "{sent:#?}");
    editor.change(PLAIN, 2, json!([{ "text": format!("{WEAK}\n") }]));
    assert_eq!(editor.published(PLAIN, 2).len(), 1);
    assert!(editor.quit());
}

#[test]
fn an_edit_of_a_use_tells_no_editor_to_ask_that_asks_anyway() {
    let (folder, uri) = folder();
    std::fs::write(folder.path().join("house.synergy"), HOUSE).expect("it can be written");
    let spec_uri = uri("spec.synergy");
    let mut editor = Editor::start(pulling());
    editor.open(&spec_uri, &spec());
    for (version, text) in
        [(2, spec().replace("use", "# use")), (3, spec()), (4, format!("use \"no.synergy\"\n{}", spec()))]
    {
        editor.request("textDocument/diagnostic", document(&spec_uri));
        editor.change(&spec_uri, version, json!([{ "text": text }]));
    }
    editor.request("textDocument/diagnostic", document(&spec_uri));
    let sent = editor.drain(Duration::from_millis(100));
    assert!(!sent.iter().any(|message| message["method"] == "workspace/diagnostic/refresh"), "{sent:#?}");
    assert!(editor.quit());
}
