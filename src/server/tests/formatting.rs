//! The formatter, asked for by an editor: all of a text, ranges of it, and what was just typed.

use super::harness::{Editor, modern};
use crate::text::{Encoding, LineColumn, Text, TextEdit};
use serde_json::{Value, json};

const URI: &str = "file:///specs/demo.synergy";

/// Out of order in its second line, behind a character that each encoding counts differently.
const UNTIDY: &str = "project p \"P\" {\n  about \"😀\"   seed\n}\n";

fn start(encoding: &str) -> Editor {
    let mut capabilities = modern();
    capabilities["general"]["positionEncodings"] = json!([encoding]);
    Editor::start(capabilities)
}

fn options() -> Value {
    json!({ "tabSize": 8, "insertSpaces": false })
}

fn ask(editor: &mut Editor, method: &str, more: Value) -> Value {
    let mut params = json!({ "textDocument": { "uri": URI }, "options": options() });
    for (key, value) in more.as_object().expect("an object") {
        params[key] = value.clone();
    }
    editor.request(method, params)
}

fn position(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

fn range(start: (u32, u32), end: (u32, u32)) -> Value {
    json!({ "start": position(start.0, start.1), "end": position(end.0, end.1) })
}

/// The text as an editor that counts in UTF-16 has it after the edits of an answer.
fn edited(before: &str, answer: &Value) -> String {
    let text = Text::new(before);
    let offset = |place: &Value| {
        let part = |key: &str| place[key].as_u64().expect("a number") as u32;
        text.offset(LineColumn::new(part("line"), part("character")), Encoding::Utf16)
    };
    let edits = answer.as_array().expect("a list").iter().map(|edit| TextEdit {
        range: crate::text::TextRange::new(offset(&edit["range"]["start"]), offset(&edit["range"]["end"])),
        new_text: edit["newText"].as_str().expect("a text").to_owned(),
    });
    text.apply(&edits.collect::<Vec<_>>()).to_string()
}

#[test]
fn an_edit_replaces_what_is_out_of_order_and_nothing_else_in_every_encoding() {
    for (encoding, column) in [("utf-8", 15), ("utf-16", 13), ("utf-32", 12)] {
        let mut editor = start(encoding);
        editor.open(URI, UNTIDY);
        let answer = ask(&mut editor, "textDocument/formatting", json!({}));
        let expected = json!([{ "range": range((1, column), (1, column + 2)), "newText": "" }]);
        assert_eq!(answer, expected, "{encoding}");
        assert!(editor.quit());
    }
}

#[test]
fn a_text_in_order_needs_no_edits() {
    let mut editor = start("utf-16");
    editor.open(URI, "project p \"P\" {\n  about \"😀\" seed\n}\n");
    assert_eq!(ask(&mut editor, "textDocument/formatting", json!({})), json!([]));
    assert!(editor.quit());
}

#[test]
fn line_breaks_of_two_characters_stay_and_are_never_cut_in_two() {
    let before = "project p   \"P\" {\r\nabout \"x\"   # c  \r\n\r\n\r\n\r\nclaim a { }}";
    let mut editor = start("utf-16");
    editor.open(URI, before);
    let answer = ask(&mut editor, "textDocument/formatting", json!({}));
    let expected = "project p \"P\" {\r\n  about \"x\"  # c\r\n\r\n  claim a { }\r\n}\r\n";
    assert_eq!(edited(before, &answer), expected);
    assert!(editor.quit());
}

const TWO: &str = "use   \"a.synergy\"\nuse   \"b.synergy\"\nuse   \"c.synergy\"\n";

#[test]
fn a_range_formats_what_it_touches() {
    let mut editor = start("utf-16");
    editor.open(URI, TWO);
    let answer = ask(&mut editor, "textDocument/rangeFormatting", json!({ "range": range((1, 0), (2, 0)) }));
    assert_eq!(edited(TWO, &answer), "use   \"a.synergy\"\nuse \"b.synergy\"\nuse   \"c.synergy\"\n");
    assert!(editor.quit());
}

#[test]
fn several_ranges_are_formatted_together_and_may_overlap() {
    let mut editor = start("utf-16");
    editor.open(URI, TWO);
    let ranges = json!([range((2, 2), (2, 4)), range((0, 0), (0, 5)), range((0, 3), (0, 9))]);
    let answer = ask(&mut editor, "textDocument/rangesFormatting", json!({ "ranges": ranges }));
    assert_eq!(edited(TWO, &answer), "use \"a.synergy\"\nuse   \"b.synergy\"\nuse \"c.synergy\"\n");
    assert!(editor.quit());
}

#[test]
fn a_brace_that_is_typed_lays_out_what_it_closes() {
    let before = "project p  \"P\" {\n  claim a   {\n  says   \"😀\"\n      }\n";
    let mut editor = start("utf-16");
    editor.open(URI, &format!("{before}}}\n"));
    let answer = ask(&mut editor, "textDocument/onTypeFormatting", json!({ "position": position(3, 7), "ch": "}" }));
    assert_eq!(edited(before, &answer), "project p  \"P\" {\n  claim a {\n    says \"😀\"\n  }\n");
    assert!(editor.quit());
}

#[test]
fn a_line_that_is_begun_is_indented() {
    let before = "project p \"P\" {\r\n  about \"x\"\r\n\r\n}\r\n";
    let mut editor = start("utf-16");
    editor.open(URI, before);
    let answer = ask(&mut editor, "textDocument/onTypeFormatting", json!({ "position": position(2, 0), "ch": "\n" }));
    assert_eq!(answer, json!([{ "range": range((2, 0), (2, 0)), "newText": "  " }]));
    assert!(editor.quit());
}

#[test]
fn what_is_typed_and_formatted_in_one_breath_is_formatted_as_it_was_typed() {
    let mut editor = start("utf-16");
    editor.open(URI, "");
    let change = json!({
        "textDocument": { "uri": URI, "version": 2 },
        "contentChanges": [{ "range": range((0, 0), (0, 0)), "text": TWO }],
    });
    let format = json!({ "textDocument": { "uri": URI }, "options": options() });
    let id = editor.notify_and_ask(&[("textDocument/didChange", change)], "textDocument/formatting", format);
    let answer = editor.answer(id)["result"].clone();
    assert_eq!(edited(TWO, &answer), TWO.replace("   ", " "));
    assert!(editor.quit());
}

#[test]
fn places_beyond_the_text_and_characters_that_nobody_asked_for_do_no_harm() {
    let mut editor = start("utf-16");
    editor.open(URI, TWO);
    for (line, character, typed) in [(99, 99, "}"), (99, 0, "\n"), (0, 0, "\n"), (0, 0, "}"), (1, 1, "x"), (1, 1, "")] {
        let place = json!({ "position": position(line, character), "ch": typed });
        assert_eq!(ask(&mut editor, "textDocument/onTypeFormatting", place), json!([]), "{line}:{character} {typed:?}");
    }
    let all = json!({ "range": range((99, 0), (0, 0)) });
    let answer = ask(&mut editor, "textDocument/rangeFormatting", all);
    assert_eq!(edited(TWO, &answer), TWO.replace("   ", " "));
    assert!(editor.quit());
}

#[test]
fn what_can_be_formatted_is_announced() {
    let mut editor = Editor::silent();
    let answer = editor.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": modern() }));
    let capabilities = &answer["capabilities"];
    assert_eq!(capabilities["documentFormattingProvider"], json!(true));
    assert_eq!(capabilities["documentRangeFormattingProvider"], json!({ "rangesSupport": true }));
    let typed = json!({ "firstTriggerCharacter": "}", "moreTriggerCharacter": ["\n"] });
    assert_eq!(capabilities["documentOnTypeFormattingProvider"], typed);
    assert!(editor.quit());
}
