//! What the protocol says besides texts and findings: progress, trace, commands, the library as text, and answers to
//! what an editor should not say.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};
use std::time::Duration;

const URI: &str = "untitled:spec";

fn document(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

/// An editor that shows progress.
fn showing() -> Value {
    let mut capabilities = modern();
    capabilities["window"] = json!({ "workDoneProgress": true, "showDocument": { "support": true } });
    capabilities
}

fn is_progress(message: &Value) -> bool {
    message["method"] == "$/progress" || message["method"] == "window/workDoneProgress/create"
}

#[test]
fn work_that_takes_long_is_shown_until_it_ends() {
    let mut editor = Editor::start(showing());
    let id = editor.ask("test/progress", json!({ "millis": 1200 }));
    let create = editor.asked("window/workDoneProgress/create");
    assert!(editor.drain(Duration::ZERO).iter().all(|message| !is_progress(message)), "nothing before the answer");
    editor.reply(&create, Value::Null);
    let begin = editor.asked("$/progress");
    assert_eq!(begin["params"]["token"], create["params"]["token"]);
    assert_eq!(
        (&begin["params"]["value"]["kind"], &begin["params"]["value"]["title"]),
        (&json!("begin"), &json!("Testing"))
    );
    assert_eq!(editor.asked("$/progress")["params"]["value"]["kind"], "end");
    editor.answer(id);
    assert!(editor.quit());
}

#[test]
fn an_editor_that_gives_a_token_is_not_asked_for_one() {
    let mut editor = Editor::start(modern());
    editor.ask("test/progress", json!({ "millis": 1200, "token": "mine" }));
    let begin = editor.asked("$/progress");
    assert_eq!((&begin["params"]["token"], &begin["params"]["value"]["kind"]), (&json!("mine"), &json!("begin")));
    assert_eq!(editor.asked("$/progress")["params"]["value"]["kind"], "end");
    assert!(editor.quit());
}

#[test]
fn work_that_is_taken_back_ends_what_is_shown() {
    let mut editor = Editor::start(modern());
    let id = editor.ask("test/progress", json!({ "millis": 600_000, "token": "mine" }));
    assert_eq!(editor.asked("$/progress")["params"]["value"]["kind"], "begin");
    editor.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(editor.asked("$/progress")["params"]["value"]["kind"], "end");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_refuses_a_token_is_shown_nothing() {
    let mut editor = Editor::start(showing());
    let id = editor.ask("test/progress", json!({ "millis": 800 }));
    let create = editor.asked("window/workDoneProgress/create");
    editor.send(&json!({ "jsonrpc": "2.0", "id": create["id"], "error": { "code": -32603, "message": "no" } }));
    editor.answer(id);
    assert!(editor.drain(Duration::from_millis(100)).iter().all(|message| !is_progress(message)));
    assert!(editor.quit());
}

#[test]
fn work_that_is_done_at_once_is_not_shown() {
    let mut editor = Editor::start(showing());
    editor.request("test/progress", json!({ "millis": 0 }));
    assert!(editor.drain(Duration::from_millis(500)).iter().all(|message| !is_progress(message)));
    assert!(editor.quit());
}

#[test]
fn a_page_is_shown_by_editors_that_show_pages() {
    let mut editor = Editor::start(showing());
    let id = editor.ask("test/show", json!({ "uri": "http://127.0.0.1:1/x" }));
    let question = editor.asked("window/showDocument");
    assert_eq!(question["params"], json!({ "uri": "http://127.0.0.1:1/x", "external": true, "takeFocus": false }));
    editor.reply(&question, json!({ "success": true }));
    assert_eq!(editor.answer(id)["result"], true);
    let mut editor = Editor::start(modern());
    assert_eq!(editor.request("test/show", json!({ "uri": "http://127.0.0.1:1/x" })), false);
    assert!(editor.quit());
}

/// What is told of a hover: nothing, what was done, or all of it.
#[track_caller]
fn traced(editor: &mut Editor) -> (usize, usize) {
    editor.request("textDocument/hover", Editor::at(URI, 1, 30));
    let messages = editor.drain(Duration::from_millis(100));
    let lines: Vec<_> = messages.iter().filter(|message| message["method"] == "$/logTrace").collect();
    let verbose = lines.iter().filter(|line| line["params"]["verbose"].is_string()).count();
    assert!(lines.iter().all(|line| !line.to_string().contains("instant")), "nothing of a text is told: {lines:?}");
    (lines.len(), verbose)
}

#[test]
fn what_the_server_does_is_told_as_far_as_it_is_wanted_now() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.published(URI, 1);
    assert_eq!(traced(&mut editor), (0, 0));
    editor.notify("$/setTrace", json!({ "value": "messages" }));
    let (lines, verbose) = traced(&mut editor);
    assert!(lines > 0 && verbose == 0, "{lines} {verbose}");
    editor.notify("$/setTrace", json!({ "value": "verbose" }));
    let (lines, verbose) = traced(&mut editor);
    assert!(lines > 0 && verbose == lines, "{lines} {verbose}");
    editor.notify("$/setTrace", json!({ "value": "loud" }));
    editor.wait("a word in the log", |message| message["method"] == "window/logMessage");
    assert_ne!(traced(&mut editor), (0, 0), "it stays as it was");
    editor.notify("$/setTrace", json!({ "value": "off" }));
    assert_eq!(traced(&mut editor), (0, 0));
    assert!(editor.quit());
}

#[test]
fn an_editor_can_want_to_be_told_from_the_start() {
    let mut editor = Editor::introduce(modern(), &json!({ "trace": "verbose" }));
    editor.open(URI, WEAK);
    let (lines, verbose) = traced(&mut editor);
    assert!(lines > 0 && verbose == lines, "{lines} {verbose}");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_for_texts_is_shown_the_library_itself() {
    let mut capabilities = modern();
    capabilities["workspace"]["textDocumentContent"] = json!({ "dynamicRegistration": false });
    let mut editor = Editor::silent();
    let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
    let announced = editor.request("initialize", params)["capabilities"]["workspace"]["textDocumentContent"].clone();
    assert_eq!(announced, json!({ "schemes": ["synergy-std", "synergy-report"] }));
    editor.notify("initialized", json!({}));
    editor.open(URI, WEAK);
    let links = editor.request("textDocument/definition", Editor::at(URI, 1, 30));
    let target = links[0]["targetUri"].as_str().expect("an address").to_owned();
    assert_eq!(target, "synergy-std:/matrix.synergy");
    let content = editor.request("workspace/textDocumentContent", json!({ "uri": target }));
    let text = content["text"].as_str().expect("a text");
    let line = links[0]["targetSelectionRange"]["start"]["line"].as_u64().expect("a number");
    assert!(text.lines().nth(line as usize).is_some_and(|line| line.contains("performance + decentralization")));
    // It is read like any other text.
    editor.open(&target, text);
    let place = &links[0]["targetSelectionRange"]["start"];
    let hover = editor.request("textDocument/hover", json!({ "textDocument": { "uri": target }, "position": place }));
    assert!(!hover.is_null());
    for unknown in ["synergy-std:/nothing.synergy", "synergy-std:/../matrix.synergy", "file:///etc/passwd"] {
        assert_eq!(editor.request_error("workspace/textDocumentContent", json!({ "uri": unknown })), -32602);
    }
    assert!(editor.quit());
}

#[test]
fn what_is_explained_is_what_the_command_line_explains() {
    let mut editor = Editor::start(modern());
    let run = |arguments: Value| json!({ "command": "hypecheck.explain", "arguments": arguments });
    let page = editor.request("workspace/executeCommand", run(json!(["weak-synergy"])));
    assert_eq!(page, json!(crate::rules::find("weak-synergy").expect("there is such a rule").to_markdown()));
    editor.open(URI, "technique own-trick \"Own trick\" { serves privacy }\n");
    let page = editor.request("workspace/executeCommand", run(json!(["own-trick", URI])));
    assert!(page.as_str().is_some_and(|page| page.contains("Own trick")), "{page}");
    for wrong in [json!(["weak-sinergy"]), json!([]), json!([3])] {
        assert_eq!(editor.request_error("workspace/executeCommand", run(wrong)), -32602);
    }
    let unknown = json!({ "command": "hypecheck.nonsense" });
    assert_eq!(editor.request_error("workspace/executeCommand", unknown), -32602);
    assert!(editor.quit());
}

#[test]
fn debug_info_says_where_settings_come_from_and_nothing_of_texts() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = url::Url::from_file_path(folder.path()).expect("an address").to_string();
    let more = json!({
        "workspaceFolders": [{ "uri": uri, "name": "specs" }],
        "initializationOptions": { "preset": "strict" },
    });
    let mut editor = Editor::introduce(modern(), &more);
    editor.open(URI, WEAK);
    let info = editor.request("workspace/executeCommand", json!({ "command": "hypecheck.debugInfo" }));
    let info = info.as_str().expect("a text");
    for expected in [
        "| hypecheck.preset | \"strict\" | initializationOptions |",
        "| hypecheck.codeLens.enabled | true | default |",
        "- open files: 1",
        env!("CARGO_PKG_VERSION"),
        folder.path().to_str().expect("a path"),
    ] {
        assert!(info.contains(expected), "{expected} in {info}");
    }
    assert!(!info.contains("instant"), "{info}");
    assert!(editor.quit());
}

#[test]
fn every_command_that_is_announced_is_there() {
    let mut editor = Editor::silent();
    let params = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    let announced = editor.request("initialize", params)["capabilities"]["executeCommandProvider"].clone();
    assert_eq!(
        announced["commands"],
        json!([
            "hypecheck.debugInfo",
            "hypecheck.explain",
            "hypecheck.matrix",
            "hypecheck.matrixText",
            "hypecheck.openPage"
        ])
    );
}

#[test]
fn a_question_with_the_id_of_one_that_is_not_answered_yet_is_refused() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let slow = editor.ask("test/slow", document(URI));
    editor.send(
        &json!({ "jsonrpc": "2.0", "id": slow, "method": "textDocument/hover", "params": Editor::at(URI, 1, 30) }),
    );
    assert_eq!(editor.answer(slow)["error"]["code"], -32600);
    assert!(editor.answer(slow).get("result").is_some(), "the first is answered all the same");
    assert!(editor.quit());
}

#[test]
fn texts_that_nobody_opened_have_nothing_to_tell() {
    let mut editor = Editor::start(pulling());
    let unknown = "file:///nowhere/a.synergy";
    assert_eq!(editor.request("textDocument/hover", Editor::at(unknown, 0, 0)), Value::Null);
    let found = editor.request("textDocument/diagnostic", document(unknown));
    assert_eq!((&found["kind"], &found["items"]), (&json!("full"), &json!([])));
    assert!(editor.quit());
}

#[test]
fn positions_past_the_end_mean_the_end() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    for (line, character) in [(0, u32::MAX), (u32::MAX, 0), (u32::MAX, u32::MAX)] {
        for question in ["textDocument/hover", "textDocument/completion", "textDocument/definition"] {
            editor.request(question, Editor::at(URI, line, character));
        }
    }
    assert!(editor.quit());
}

#[test]
fn what_is_said_after_shutdown_changes_nothing() {
    let mut editor = Editor::start(modern());
    editor.request("shutdown", Value::Null);
    editor.open(URI, WEAK);
    assert_eq!(editor.request_error("shutdown", Value::Null), -32600);
    assert_eq!(
        editor.request_error("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} })),
        -32600
    );
    let said = editor.drain(Duration::from_millis(50));
    assert!(!said.iter().any(|message| message["method"] == "textDocument/publishDiagnostics"), "{said:?}");
    assert!(editor.end_with("exit"));
}

#[test]
fn an_editor_without_a_folder_and_without_any_capability_is_served() {
    let mut editor = Editor::start(json!({}));
    editor.open(URI, WEAK);
    assert_eq!(editor.published(URI, 1).len(), 1);
    let said = editor.drain(Duration::from_millis(50));
    assert!(
        said.iter().all(|message| message.get("id").is_none_or(Value::is_null)),
        "nothing is asked of it: {said:?}"
    );
    assert!(editor.quit());
}

#[test]
fn the_first_format_that_an_editor_lists_is_the_one_it_gets() {
    for (formats, expected) in [
        (json!(["plaintext", "markdown"]), "plaintext"),
        (json!(["markdown", "plaintext"]), "markdown"),
        (json!(["something", "plaintext", "markdown"]), "plaintext"),
        (json!([]), "markdown"),
    ] {
        let mut capabilities = modern();
        capabilities["textDocument"]["hover"] = json!({ "contentFormat": formats });
        let mut editor = Editor::start(capabilities);
        editor.open(URI, WEAK);
        let hover = editor.request("textDocument/hover", Editor::at(URI, 1, 30));
        assert_eq!(hover["contents"]["kind"], expected, "{formats}");
        assert!(editor.quit());
    }
}
