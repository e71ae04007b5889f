//! How a session begins and ends.

use super::harness::{Editor, WEAK, modern};
use serde_json::{Value, json};

#[test]
fn the_encoding_is_the_first_of_the_editors_that_we_know() {
    for (offered, agreed) in [
        (json!(["utf-8", "utf-16"]), "utf-8"),
        (json!(["utf-32"]), "utf-32"),
        (json!(["ebcdic", "utf-16", "utf-8"]), "utf-16"),
        (json!([]), "utf-16"),
        (Value::Null, "utf-16"),
    ] {
        let mut editor = Editor::silent();
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let result =
            editor.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        assert_eq!(result["capabilities"]["positionEncoding"], agreed);
        assert_eq!(result["capabilities"]["textDocumentSync"]["save"], true);
        assert_eq!(result["serverInfo"]["name"], "hypecheck");
        assert!(editor.quit());
    }
}

#[test]
fn findings_are_offered_for_asking_only_to_those_who_ask() {
    let mut editor = Editor::silent();
    let params = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    assert_eq!(editor.request("initialize", params)["capabilities"].get("diagnosticProvider"), None);
    let mut editor = Editor::silent();
    let params =
        json!({ "processId": null, "rootUri": null, "capabilities": { "textDocument": { "diagnostic": {} } } });
    assert_eq!(
        editor.request("initialize", params)["capabilities"]["diagnosticProvider"]["interFileDependencies"],
        true
    );
}

#[test]
fn before_the_introduction_questions_fail_and_texts_are_ignored() {
    let mut editor = Editor::silent();
    assert_eq!(editor.request_error("textDocument/hover", Editor::at("file:///a.synergy", 0, 0)), -32002);
    editor.open("file:///a.synergy", WEAK);
    editor.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": modern() }));
    editor.notify("initialized", json!({}));
    let hover = editor.request("textDocument/hover", Editor::at("file:///a.synergy", 1, 20));
    assert_eq!(hover, Value::Null, "the text was never opened");
    assert!(editor.quit());
}

#[test]
fn a_second_introduction_is_refused() {
    let mut editor = Editor::start(modern());
    let params = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    assert_eq!(editor.request_error("initialize", params), -32600);
    assert!(editor.quit());
}

#[test]
fn after_shutdown_questions_are_refused_and_exit_ends_cleanly() {
    let mut editor = Editor::start(modern());
    editor.request("shutdown", Value::Null);
    assert_eq!(editor.request_error("textDocument/hover", Editor::at("file:///a.synergy", 0, 0)), -32600);
    assert!(editor.end_with("exit"));
}

#[test]
fn exit_without_shutdown_is_no_clean_end() {
    assert!(!Editor::start(modern()).end_with("exit"));
}

#[test]
fn an_editor_that_vanishes_ends_the_server() {
    assert!(!Editor::start(modern()).vanish());
}

#[test]
fn files_are_watched_if_the_editor_can_be_told_to() {
    let mut capabilities = modern();
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut editor = Editor::start(capabilities);
    let asked = editor.wait("a registration", |message| message["method"] == "client/registerCapability");
    let watchers = &asked["params"]["registrations"][0]["registerOptions"]["watchers"];
    assert_eq!(*watchers, json!([{ "globPattern": "**/*.synergy" }, { "globPattern": "**/*.toml" }]));
    assert!(editor.quit(), "an answer that never comes holds nothing up");
}
