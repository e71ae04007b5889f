//! What goes wrong outside must not go wrong here.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};
use std::time::Duration;

const URI: &str = "file:///specs/faults.synergy";

#[track_caller]
fn still_there(editor: &mut Editor) {
    let hover = editor.request("textDocument/hover", Editor::at(URI, 1, 30));
    assert!(!hover.is_null());
}

#[test]
fn a_panic_in_an_answer_costs_that_answer() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    assert_eq!(editor.request_error("test/panic", json!({ "textDocument": { "uri": URI } })), -32603);
    still_there(&mut editor);
    assert!(editor.quit());
}

#[test]
fn what_is_not_understood_is_answered_and_the_server_goes_on() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.send_bytes(b"Content-Length: 3\r\n\r\n{]}");
    editor.wait("an error without an id", |message| message["id"].is_null() && message["error"]["code"] == -32700);
    assert_eq!(editor.request_error("textDocument/nonsense", json!({})), -32601);
    // Notes of that kind may be passed over, questions may not.
    assert_eq!(editor.request_error("$/nonsense", json!({})), -32601);
    assert_eq!(editor.request_error("textDocument/hover", json!({ "textDocument": 3 })), -32602);
    editor.notify("textDocument/didChange", json!({ "contentChanges": "all of it" }));
    editor.notify("textDocument/didOpen", json!([]));
    editor.notify("$/somethingElse", json!({}));
    editor.change("file:///never/opened.synergy", 7, json!([{ "text": "x" }]));
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": "file:///never/opened.synergy" } }));
    still_there(&mut editor);
    assert!(editor.quit());
}

/// What is taken in past the library is what is told, and wholly as it should be.
#[test]
fn a_text_that_is_opened_in_a_question_or_without_what_is_needed_is_not_open() {
    let mut editor = Editor::start(pulling());
    let document = json!({ "uri": URI, "languageId": "synergy", "version": 1, "text": "project" });
    editor.request_error("textDocument/didOpen", json!({ "textDocument": document }));
    editor.notify("textDocument/didOpen", json!({ "textDocument": { "uri": URI, "text": "project" } }));
    let found = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(found["items"], json!([]));
    editor.notify("textDocument/didOpen", json!({ "textDocument": document }));
    let found = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    assert_ne!(found["items"], json!([]));
    assert!(editor.quit());
}

#[test]
fn answers_that_take_long_hold_up_neither_edits_nor_other_answers() {
    let mut editor = Editor::start(modern());
    editor.open(URI, "");
    let slow: Vec<i64> = (0..8).map(|_| editor.ask("test/slow", json!({ "textDocument": { "uri": URI } }))).collect();
    editor.change(URI, 2, json!([{ "text": WEAK }]));
    assert_eq!(editor.published(URI, 2).len(), 1);
    still_there(&mut editor);
    let early = editor.drain(Duration::ZERO);
    assert!(!early.iter().any(|message| slow.iter().any(|id| message["id"] == *id)), "they were slow: {early:?}");
    assert!(editor.quit());
}

#[test]
fn a_question_can_be_taken_back() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let id = editor.ask("test/slow", json!({ "textDocument": { "uri": URI } }));
    editor.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(editor.answer(id)["error"]["code"], -32800);
    still_there(&mut editor);
    assert!(editor.quit());
}

#[test]
fn an_editor_that_does_not_read_is_listened_to_all_the_same() {
    let mut editor = Editor::start(pulling());
    editor.open(URI, "");
    // Thousands of answers that nobody takes: nothing is read from here to the end.
    for n in 0..3000i64 {
        editor.change(URI, n + 2, json!([{ "text": format!("project p{n} \"P\" {{ }}") }]));
        editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    }
    let seen = editor.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(seen["text"], "project p2999 \"P\" { }");
    assert!(editor.quit());
}

#[test]
fn random_bytes_nothing_much_and_deep_nesting_are_judged() {
    let mut editor = Editor::start(modern());
    let deep = "project p \"P\" {\n".repeat(5000);
    let braces = "{".repeat(20_000);
    let garbage: String =
        (0..20_000u32).map(|n| char::from_u32(n.wrapping_mul(2_654_435_761) % 0xd000).unwrap_or('?')).collect();
    for (version, text) in ["", "\0", "\u{feff}", &deep, &braces, &garbage].into_iter().enumerate() {
        let uri = format!("file:///specs/odd{version}.synergy");
        editor.open(&uri, text);
        editor.published(&uri, 1);
    }
    editor.open(URI, WEAK);
    still_there(&mut editor);
    assert!(editor.quit());
}

#[test]
fn a_version_that_is_missing_or_goes_back_is_no_reason_to_lose_an_edit() {
    let mut editor = Editor::start(modern());
    editor.open(URI, "");
    editor.change(URI, -5, json!([{ "text": "a" }]));
    let document = json!({ "uri": URI, "version": null });
    editor.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": WEAK }] }));
    let seen = editor.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": URI } }));
    assert_eq!((&seen["text"], &seen["version"]), (&json!(WEAK), &Value::Null));
    assert!(editor.quit());
}

#[test]
fn a_panic_in_the_engine_loses_no_edit() {
    let mut editor = Editor::start(modern());
    editor.open(URI, "project p \"P\" { }");
    editor.published(URI, 1);
    let edit = json!({ "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [{ "text": WEAK }] });
    let tree = json!({ "textDocument": { "uri": URI } });
    let said = [("textDocument/didChange", edit), ("test/panicEngine", json!({}))];
    let id = editor.notify_and_ask(&said, "hypecheck/syntaxTree", tree);
    assert_eq!(editor.answer(id)["result"]["text"], WEAK);
    assert_eq!(editor.published(URI, 2).len(), 1);
    editor.wait("a word in the log", |message| {
        message["method"] == "window/logMessage" && message["params"]["type"] == 1
    });
    still_there(&mut editor);
    assert!(editor.quit());
}

#[test]
fn a_text_that_cannot_be_judged_keeps_no_other_from_being_judged() {
    let mut editor = Editor::start(modern());
    editor.open(crate::server::engine::UNJUDGEABLE, WEAK);
    editor.open(URI, WEAK);
    assert_eq!(editor.published(URI, 1).len(), 1);
    for version in 2..6 {
        editor.change(crate::server::engine::UNJUDGEABLE, version, json!([{ "text": WEAK }]));
        editor.change(URI, version, json!([{ "text": format!("{WEAK}{WEAK}") }]));
        assert!(editor.published(URI, version).len() > 1);
    }
    still_there(&mut editor);
    assert!(editor.quit());
}

#[test]
fn a_text_that_cannot_be_parsed_when_it_is_opened_is_there_when_an_edit_has_mended_it() {
    let uri = crate::server::engine::UNPARSEABLE;
    let mut editor = Editor::start(modern());
    editor.open(uri, &format!("!{WEAK}"));
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 1 } });
    editor.change(uri, 2, json!([{ "range": range, "text": "" }]));
    assert_eq!(editor.published(uri, 2).len(), 1);
    let seen = editor.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(seen["text"], WEAK);
    assert!(editor.quit());
}

#[test]
fn the_work_of_a_question_that_is_taken_back_stops() {
    let uri = "untitled:endless";
    let mut editor = Editor::start(modern());
    let wait_until_it = |goes_on: bool| {
        let patience = std::time::Instant::now() + Duration::from_secs(60);
        let now = || crate::server::tests::ENDLESS.lock().expect("nobody panics with it").get(uri).copied();
        while now() != Some(goes_on) {
            assert!(std::time::Instant::now() < patience, "it never does: {goes_on}");
            std::thread::sleep(Duration::from_millis(5));
        }
    };
    let id = editor.ask("test/endless", json!({ "textDocument": { "uri": uri } }));
    wait_until_it(true);
    editor.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(editor.answer(id)["error"]["code"], -32800);
    wait_until_it(false);
    assert!(editor.quit());
}
