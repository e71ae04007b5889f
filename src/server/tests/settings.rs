//! What is set in the editor: how it comes here, and that it counts at once.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};
use std::time::Duration;

const URI: &str = "untitled:spec";

/// An editor that can be asked for its settings.
fn askable() -> Value {
    let mut capabilities = modern();
    capabilities["workspace"]["configuration"] = json!(true);
    capabilities
}

/// Answers the next question for settings.
#[track_caller]
fn tell(editor: &mut Editor, settings: Value) {
    let question = editor.asked("workspace/configuration");
    assert_eq!(question["params"], json!({ "items": [{ "section": "hypecheck" }] }));
    editor.reply(&question, json!([settings]));
}

/// How grave the one finding is that is published next.
#[track_caller]
fn severity(editor: &mut Editor) -> i64 {
    let found = editor.published(URI, 1);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]["severity"].as_i64().expect("a number")
}

fn changed(editor: &mut Editor, settings: Value) {
    editor.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
}

/// The lines of the log that came.
fn logged(editor: &mut Editor) -> Vec<String> {
    // An answer to a question comes after all that was said before.
    let messages = editor.drain(Duration::from_millis(50)).into_iter();
    let lines = messages.filter(|message| message["method"] == "window/logMessage");
    lines.filter_map(|message| message["params"]["message"].as_str().map(str::to_owned)).collect()
}

#[test]
fn what_an_editor_says_when_it_introduces_itself_are_the_first_settings() {
    let mut editor =
        Editor::introduce(modern(), &json!({ "initializationOptions": { "hypecheck": { "preset": "strict" } } }));
    editor.open(URI, WEAK);
    assert_eq!(severity(&mut editor), 1);
    assert!(editor.quit());
}

#[test]
fn settings_are_asked_for_at_first_and_at_each_change_and_count_at_once() {
    let mut editor = Editor::start(askable());
    editor.open(URI, WEAK);
    assert_eq!(severity(&mut editor), 2, "nobody waits for the editor");
    tell(&mut editor, json!({ "preset": "strict" }));
    assert_eq!(severity(&mut editor), 1);
    // What is sent along does not count: the editor can be asked.
    changed(&mut editor, json!({ "hypecheck": { "preset": "strict" } }));
    tell(&mut editor, json!({ "preset": "author" }));
    assert_eq!(severity(&mut editor), 2);
    assert!(editor.quit());
}

#[test]
fn of_answers_that_cross_the_one_to_the_later_question_counts() {
    let mut editor = Editor::start(askable());
    let first = editor.asked("workspace/configuration");
    changed(&mut editor, Value::Null);
    let second = editor.asked("workspace/configuration");
    editor.reply(&second, json!([{ "preset": "strict" }]));
    editor.open(URI, WEAK);
    while severity(&mut editor) != 1 {}
    editor.reply(&first, json!([{ "preset": "author" }]));
    changed(&mut editor, Value::Null);
    tell(&mut editor, json!({ "preset": "strict", "inlayHints": { "nonsense": 1 } }));
    editor.wait("a word on the last answer", |message| message["method"] == "window/logMessage");
    let sent = editor.drain(Duration::from_millis(50));
    let published = sent.iter().any(|message| message["method"] == "textDocument/publishDiagnostics");
    assert!(!published, "nothing has changed: {sent:#?}");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_cannot_be_asked_may_send_them() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    assert_eq!(severity(&mut editor), 2);
    changed(&mut editor, json!({ "hypecheck": { "preset": "strict" } }));
    assert_eq!(severity(&mut editor), 1);
    // This says that something has changed, and not what.
    changed(&mut editor, Value::Null);
    editor.change(URI, 2, json!([{ "text": WEAK }]));
    assert_eq!(editor.published(URI, 2)[0]["severity"], 1);
    assert!(editor.quit());
}

#[test]
fn an_editor_that_fails_to_answer_keeps_what_was_known() {
    let mut editor = Editor::introduce(askable(), &json!({ "initializationOptions": { "preset": "strict" } }));
    let question = editor.asked("workspace/configuration");
    let error = json!({ "code": -32601, "message": "unknown" });
    editor.send(&json!({ "jsonrpc": "2.0", "id": question["id"], "error": error }));
    editor.wait("a word in the log", |message| message["method"] == "window/logMessage");
    editor.open(URI, WEAK);
    assert_eq!(severity(&mut editor), 1);
    assert!(editor.quit());
}

#[test]
fn an_editor_that_has_no_settings_of_ours_changes_nothing() {
    let mut editor = Editor::introduce(askable(), &json!({ "initializationOptions": { "preset": "strict" } }));
    tell(&mut editor, Value::Null);
    editor.open(URI, WEAK);
    assert_eq!(severity(&mut editor), 1);
    assert!(editor.quit());
}

#[test]
fn changes_of_settings_are_told_of_if_the_editor_can_be_told_to() {
    let mut capabilities = modern();
    capabilities["workspace"]["didChangeConfiguration"] = json!({ "dynamicRegistration": true });
    let mut editor = Editor::start(capabilities);
    let registrations = editor.asked("client/registerCapability")["params"]["registrations"].clone();
    assert_eq!(registrations.as_array().map(Vec::len), Some(1), "{registrations}");
    assert_eq!(registrations[0]["method"], "workspace/didChangeConfiguration");
    assert_eq!(registrations[0]["registerOptions"], json!({ "section": "hypecheck" }));
    assert!(editor.quit());
}

#[test]
fn a_hypecheck_toml_wins_over_what_is_set_in_the_editor() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("hypecheck.toml"), "preset = \"author\"\n").expect("it can be written");
    let uri = url::Url::from_file_path(folder.path().join("a.synergy")).expect("an address").to_string();
    let mut editor = Editor::introduce(modern(), &json!({ "initializationOptions": { "preset": "strict" } }));
    editor.open(&uri, WEAK);
    assert_eq!(editor.published(&uri, 1)[0]["severity"], 2);
    assert!(editor.quit());
}

#[test]
fn what_means_nothing_gives_a_line_in_the_log_and_the_rest_counts() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    assert_eq!(severity(&mut editor), 2);
    let settings = json!({ "preset": "strict", "inlayHints": { "enable": true }, "codeLens": { "enabled": 3 } });
    changed(&mut editor, json!({ "hypecheck": settings }));
    assert_eq!(severity(&mut editor), 1);
    let told = logged(&mut editor);
    assert_eq!(told.len(), 2, "{told:#?}");
    changed(&mut editor, json!({ "hypecheck": settings }));
    editor.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(logged(&mut editor), Vec::<String>::new(), "once is enough");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_for_what_it_shows_is_told_to_ask_again() {
    let mut capabilities = pulling();
    capabilities["workspace"]["inlayHint"] = json!({ "refreshSupport": true });
    capabilities["workspace"]["codeLens"] = json!({ "refreshSupport": true });
    let mut editor = Editor::start(capabilities);
    editor.open(URI, WEAK);
    editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    changed(&mut editor, json!({ "preset": "strict" }));
    editor.asked("workspace/diagnostic/refresh");
    changed(&mut editor, json!({ "preset": "strict", "inlayHints": { "factors": false } }));
    editor.asked("workspace/inlayHint/refresh");
    changed(&mut editor, json!({ "preset": "strict", "codeLens": { "enabled": false } }));
    editor.asked("workspace/codeLens/refresh");
    assert!(editor.quit());
}

/// What is asked about a folder.
fn of_folder(uri: &str) -> Value {
    json!({ "scopeUri": uri, "section": "hypecheck" })
}

#[test]
fn of_several_folders_each_has_its_own_settings() {
    let mut able = askable();
    able["textDocument"]["codeLens"] = json!({});
    let (one, two) = ("file:///specs/one", "file:///specs/two");
    let folder = |uri: &str| json!({ "uri": uri, "name": uri });
    let mut editor = Editor::introduce(able, &json!({ "workspaceFolders": [folder(one), folder(two)] }));
    let question = editor.asked("workspace/configuration");
    let general = json!({ "section": "hypecheck" });
    assert_eq!(question["params"]["items"], json!([general, of_folder(one), of_folder(two)]));
    let strict = json!({ "preset": "strict", "codeLens": { "enabled": false } });
    // Of the second nothing is known: what holds for all holds there.
    editor.reply(&question, json!([{ "preset": "author" }, strict, null]));
    let info = json!({ "command": "hypecheck.debugInfo" });
    let holds = "| hypecheck.preset | \"strict\" | editor settings of /specs/one |";
    // What is opened before the answer was taken in is judged without it at first.
    let mut is_taken_in = || {
        let told = editor.request("workspace/executeCommand", info.clone());
        told.as_str().is_some_and(|told| told.contains(holds))
    };
    assert!((0..1_000).any(|_| is_taken_in()), "the answer is taken in");
    let specs = ["file:///specs/one/a.synergy", "file:///specs/two/a.synergy", "file:///elsewhere/a.synergy"];
    let found = specs.map(|spec| {
        editor.open(spec, WEAK);
        let severity = editor.published(spec, 1)[0]["severity"].clone();
        let lenses = editor.request("textDocument/codeLens", json!({ "textDocument": { "uri": spec } }));
        (severity, lenses.as_array().map(Vec::len))
    });
    assert_eq!(found, [(json!(1), Some(0)), (json!(2), Some(1)), (json!(2), Some(1))]);
    let told = editor.request("workspace/executeCommand", json!({ "command": "hypecheck.debugInfo" }));
    let told = told.as_str().expect("a text");
    assert!(told.contains("| hypecheck.preset | \"strict\" | editor settings of /specs/one |"), "{told}");
    assert!(editor.quit());
}

#[test]
fn when_folders_come_or_go_the_settings_are_asked_for_again() {
    let (one, two) = ("file:///specs/one", "file:///specs/two");
    let folder = |uri: &str| json!({ "uri": uri, "name": uri });
    let mut editor = Editor::introduce(askable(), &json!({ "workspaceFolders": [folder(one)] }));
    tell(&mut editor, json!({}));
    let spec = "file:///specs/two/a.synergy";
    editor.open(spec, WEAK);
    assert_eq!(editor.published(spec, 1)[0]["severity"], 2);
    let changed = |editor: &mut Editor, added: Value, removed: Value| {
        let event = json!({ "event": { "added": added, "removed": removed } });
        editor.notify("workspace/didChangeWorkspaceFolders", event);
    };
    changed(&mut editor, json!([folder(two)]), json!([]));
    let question = editor.asked("workspace/configuration");
    assert_eq!(question["params"]["items"].as_array().map(Vec::len), Some(3));
    editor.reply(&question, json!([{}, {}, { "preset": "strict" }]));
    assert_eq!(editor.published(spec, 1)[0]["severity"], 1, "it counts at once");
    changed(&mut editor, json!([]), json!([folder(one)]));
    tell(&mut editor, json!({ "preset": "author" }));
    assert_eq!(editor.published(spec, 1)[0]["severity"], 2);
    assert!(editor.quit());
}
