//! The heat map: what is answered, what is told unasked, and where the cursor glows. The page has tests of its own,
//! from outside.

use super::harness::{Editor, WEAK, modern};
use serde_json::{Value, json};
use std::time::Duration;

const URI: &str = "file:///specs/demo.synergy";
const OTHER: &str = "file:///specs/other.synergy";

fn of(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

fn following(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri }, "follow": true })
}

#[track_caller]
fn told(editor: &mut Editor, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
    editor.wait(what, |message| message["method"] == "hypecheck/heatMapChanged" && fits(&message["params"]))["params"]
        .clone()
}

#[track_caller]
fn picture(editor: &mut Editor, version: i64) -> String {
    let told = told(editor, &format!("the picture of version {version}"), |params| params["map"]["version"] == version);
    told["map"]["html"].as_str().expect("a text").to_owned()
}

#[track_caller]
fn glowing(editor: &mut Editor, claim: &Value) {
    told(editor, &format!("that {claim} glows"), |params| {
        params.get("cursor").is_some_and(|cursor| cursor["claim"] == *claim)
    });
}

/// Waits until nothing more comes, and forgets what came.
fn settle(editor: &mut Editor) {
    while !editor.drain(Duration::from_millis(300)).is_empty() {}
}

#[test]
fn the_map_of_a_file_is_answered_with_its_version() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let map = editor.request("hypecheck/heatMap", of(URI));
    let html = map["html"].as_str().expect("a text");
    assert!(html.contains("data-claim=\"#demo/instant\"") && html.contains(">Demo<"), "{html}");
    assert_eq!((&map["version"], &map["title"]), (&json!(1), &json!("demo.synergy · Synergy matrix")));
    assert!(editor.quit());
}

#[test]
fn the_map_of_all_open_files_names_the_file_of_each_claim() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.open(OTHER, WEAK);
    let map = editor.request("hypecheck/heatMap", json!({}));
    let html = map["html"].as_str().expect("a text");
    for id in ["demo.synergy#demo/instant", "other.synergy#demo/instant"] {
        assert!(html.contains(&format!("data-claim=\"{id}\"")), "{html}");
    }
    assert!(editor.quit());
}

#[test]
fn a_file_that_is_not_there_has_an_empty_map() {
    let mut editor = Editor::start(modern());
    let map = editor.request("hypecheck/heatMap", of("file:///specs/none.synergy"));
    assert!(map["html"].as_str().expect("a text").contains("No claim is made here yet."));
    assert!(editor.quit());
}

#[test]
fn whoever_follows_is_told_of_an_edit_and_of_nothing_twice() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.request("hypecheck/heatMap", following(URI));
    assert!(picture(&mut editor, 1).contains("class=\"cell weak\""));
    let range = json!({ "start": { "line": 1, "character": 17 }, "end": { "line": 1, "character": 28 } });
    editor.change(URI, 2, json!([{ "range": range, "text": "privacy" }]));
    let html = picture(&mut editor, 2);
    assert!(html.contains("instant: works; privacy + decentralization, strong, declared"), "{html}");
    settle(&mut editor);
    // Another file changes nothing here.
    editor.open(OTHER, WEAK);
    editor.published(OTHER, 1);
    let more = editor.drain(Duration::from_millis(400));
    assert!(more.iter().all(|message| message["method"] != "hypecheck/heatMapChanged"), "{more:#?}");
    assert!(editor.quit());
}

#[test]
fn whoever_does_not_follow_is_told_nothing() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.request("hypecheck/heatMap", following(URI));
    picture(&mut editor, 1);
    editor.request("hypecheck/heatMap", json!({ "textDocument": { "uri": URI }, "follow": false }));
    settle(&mut editor);
    editor.change(URI, 2, json!([{ "text": "" }]));
    editor.published(URI, 2);
    let more = editor.drain(Duration::from_millis(400));
    assert!(more.iter().all(|message| message["method"] != "hypecheck/heatMapChanged"), "{more:#?}");
    assert!(editor.quit());
}

#[test]
fn a_map_that_is_followed_takes_the_place_of_the_one_before() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.open(OTHER, "");
    editor.request("hypecheck/heatMap", following(URI));
    picture(&mut editor, 1);
    editor.request("hypecheck/heatMap", following(OTHER));
    told(&mut editor, "the other picture", |params| params["textDocument"]["uri"] == OTHER);
    settle(&mut editor);
    editor.change(URI, 2, json!([{ "text": "" }]));
    editor.published(URI, 2);
    let more = editor.drain(Duration::from_millis(400));
    assert!(more.iter().all(|message| message["method"] != "hypecheck/heatMapChanged"), "{more:#?}");
    assert!(editor.quit());
}

#[test]
fn a_burst_of_edits_is_few_pictures_and_the_last_one_is_of_the_last_text() {
    const EDITS: i64 = 400;
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.request("hypecheck/heatMap", following(URI));
    picture(&mut editor, 1);
    for version in 2..=EDITS {
        let at = json!({ "line": 0, "character": 14 });
        editor.change(URI, version, json!([{ "range": { "start": at, "end": at }, "text": "x" }]));
    }
    let last = picture(&mut editor, EDITS);
    assert!(last.contains(&"x".repeat(60)), "{last}");
    let others = editor.drain(Duration::from_millis(300));
    let pictures = others.iter().filter(|message| message["params"]["map"].is_object()).count();
    assert!(pictures < EDITS as usize / 4, "{pictures} pictures");
    assert!(editor.quit());
}

#[test]
fn the_claim_that_the_cursor_is_in_glows_until_it_leaves() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.request("hypecheck/heatMap", following(URI));
    editor.notify("hypecheck/cursor", Editor::at(URI, 2, 8));
    glowing(&mut editor, &json!("#demo/instant"));
    editor.notify("hypecheck/cursor", Editor::at(URI, 0, 2));
    glowing(&mut editor, &Value::Null);
    settle(&mut editor);
    // What is asked elsewhere is not the cursor of an editor that tells where its cursor is.
    editor.ask("textDocument/documentHighlight", Editor::at(URI, 2, 8));
    let more = editor.drain(Duration::from_millis(300));
    assert!(more.iter().all(|message| message["method"] != "hypecheck/heatMapChanged"), "{more:#?}");
    assert!(editor.quit());
}

#[test]
fn of_an_editor_that_tells_no_cursor_the_place_it_asks_highlights_for_is_taken() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.request("hypecheck/heatMap", following(URI));
    editor.ask("textDocument/documentHighlight", Editor::at(URI, 2, 8));
    glowing(&mut editor, &json!("#demo/instant"));
    assert!(editor.quit());
}

#[test]
fn a_cursor_that_is_told_wrongly_harms_nothing() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.request("hypecheck/heatMap", following(URI));
    picture(&mut editor, 1);
    editor.notify("hypecheck/cursor", json!({ "position": "here" }));
    editor.notify("hypecheck/cursor", Editor::at("file:///nowhere.synergy", 9, 9));
    editor.notify("hypecheck/cursor", Editor::at(URI, u32::MAX, u32::MAX));
    editor.notify("hypecheck/cursor", Editor::at(URI, 1, 8));
    glowing(&mut editor, &json!("#demo/instant"));
    assert!(editor.quit());
}

#[test]
fn a_claim_is_found_where_it_is_now() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    editor.change(URI, 2, json!([{ "text": format!("# one line more\n{WEAK}") }]));
    let ask = |claim: &str| json!({ "textDocument": { "uri": URI }, "claim": claim });
    let location = editor.request("hypecheck/claimLocation", ask("#demo/instant"));
    let range = json!({ "start": { "line": 2, "character": 8 }, "end": { "line": 2, "character": 15 } });
    assert_eq!(location, json!({ "uri": URI, "range": range }));
    assert_eq!(editor.request("hypecheck/claimLocation", ask("#demo/gone")), Value::Null);
    assert!(editor.quit());
}

#[test]
fn the_command_has_the_editor_open_the_page_and_answers_with_its_address() {
    let mut capabilities = modern();
    capabilities["window"] = json!({ "showDocument": { "support": true } });
    let mut editor = Editor::start(capabilities);
    editor.open(URI, WEAK);
    let arguments = json!({ "command": "hypecheck.matrix", "arguments": [{ "uri": URI }] });
    let answer = editor.request("workspace/executeCommand", arguments.clone());
    let url = answer["url"].as_str().expect("an address").to_owned();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    let shown = editor.wait("the page to be opened", |message| message["method"] == "window/showDocument");
    assert_eq!((&shown["params"]["uri"], &shown["params"]["external"]), (&json!(url), &json!(true)));
    // There is one server, and one address for one file.
    assert_eq!(editor.request("workspace/executeCommand", arguments)["url"], json!(url));
    assert_ne!(editor.request("workspace/executeCommand", json!({ "command": "hypecheck.matrix" }))["url"], json!(url));
    assert!(editor.quit());
}

#[test]
fn an_editor_that_opens_no_page_is_told_the_address() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let answer = editor.request("workspace/executeCommand", json!({ "command": "hypecheck.matrix" }));
    let url = answer["url"].as_str().expect("an address");
    let told = editor.wait("a message", |message| message["method"] == "window/showMessage");
    assert_eq!(told["params"]["message"], json!(format!("The heat map is at {url}")));
    assert!(editor.quit());
}

#[test]
fn a_command_that_there_is_not_is_an_error() {
    let mut editor = Editor::start(modern());
    assert_eq!(editor.request_error("workspace/executeCommand", json!({ "command": "hypecheck.nothing" })), -32602);
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_for_texts_is_shown_the_map_in_letters_and_told_when_it_is_another() {
    let mut able = modern();
    able["workspace"]["textDocumentContent"] = json!({ "dynamicRegistration": false });
    able["window"] = json!({ "showDocument": { "support": true } });
    let mut editor = Editor::start(able);
    editor.open(URI, WEAK);
    let shown = json!({ "command": "hypecheck.matrixText", "arguments": [{ "uri": URI }] });
    let uri = editor.request("workspace/executeCommand", shown)["uri"].clone();
    let question = editor.asked("window/showDocument");
    assert_eq!((&question["params"]["uri"], &question["params"]["external"]), (&uri, &json!(false)));
    editor.reply(&question, json!({ "success": true }));
    let text = |editor: &mut Editor| {
        let content = editor.request("workspace/textDocumentContent", json!({ "uri": uri }));
        content["text"].as_str().expect("a text").to_owned()
    };
    let before = text(&mut editor);
    assert!(before.contains("S instant: performance + decentralization · speculative"), "{before}");
    let renamed = WEAK.replace("instant", "at-once");
    editor.change(URI, 2, json!([{ "text": renamed }]));
    let question = editor.asked("workspace/textDocumentContent/refresh");
    assert_eq!(question["params"]["uri"], uri);
    editor.reply(&question, Value::Null);
    let after = text(&mut editor);
    assert_eq!(after, before.replace("instant", "at-once"));
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_for_no_texts_is_told_what_shows_the_map_there() {
    let mut editor = Editor::start(modern());
    let params = json!({ "command": "hypecheck.matrixText" });
    assert_eq!(editor.request_error("workspace/executeCommand", params), -32803);
    assert!(editor.quit());
}
