//! Edits by the thousand: the server's text is the editor's, in every encoding, whatever is asked in between.

use super::dice::Dice;
use super::harness::{Editor, boundary, modern, position, pulling};
use serde_json::{Value, json};

const URI: &str = "file:///specs/edits.synergy";

/// What is typed: pieces of specs, every line break there is, and letters of every width.
const PIECES: &[&str] = &[
    "claim a: privacy + security {",
    "}",
    "{",
    "\"",
    "\"\"\"",
    "\n",
    "\r\n",
    "\r",
    "😀",
    "e\u{301}",
    "é",
    "\u{2028}",
    "# note",
    "says \"x\"",
    "using zkml, ",
    "project p \"P\" {\n",
    "metric latency < 50 ms",
    "performance + decentralization",
    ":",
    ",",
    " ",
    "use \"h.synergy\"",
    "\\",
    "\0",
    "中文",
    "\t",
    "caveat weak-synergy \"y\"",
    "matrix m \"M\" extends standard {",
];

/// The text as an editor keeps it, without any of our code.
struct Model {
    text: String,
    encoding: &'static str,
}

fn edit_at_random(encoding: &'static str, seed: u64, edits: usize) {
    let mut capabilities = pulling();
    capabilities["general"]["positionEncodings"] = json!([encoding]);
    let mut editor = Editor::start(capabilities);
    let mut model = Model {
        text: "project p \"P\" {\n  claim a: performance + decentralization { says \"x\" }\n}\n".to_owned(),
        encoding,
    };
    editor.open(URI, &model.text);
    let mut dice = Dice(seed);
    let mut waiting = Vec::new();
    for version in 0..edits {
        let mut changes = Vec::new();
        for _ in 0..1 + dice.roll(3) {
            let start = boundary(&model.text, dice.roll(model.text.len() + 1));
            // Deleting somewhat more than is typed keeps the text at a size that specs have.
            let longest = if model.text.len() > 2000 { 120 } else { 12 };
            let end = boundary(&model.text, start + dice.roll(longest)).max(start);
            let typed = PIECES[dice.roll(PIECES.len())];
            let range = json!({
                "start": position(&model.text, start, model.encoding), "end": position(&model.text, end, model.encoding),
            });
            changes.push(json!({ "range": range, "text": typed }));
            model.text.replace_range(start..end, typed);
        }
        editor.change(URI, version as i64 + 2, Value::Array(changes));
        if version % 7 == 0 {
            let line = dice.roll(40) as u32;
            waiting.push(editor.ask("textDocument/hover", Editor::at(URI, line, 5)));
        }
        if version % 500 == 0 {
            let seen = editor.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": URI } }));
            assert_eq!(seen["text"], model.text, "after {version} edits");
        }
    }
    for id in waiting {
        let answer = editor.answer(id);
        assert!(answer.get("error").is_none(), "{answer}");
    }
    let document = |uri: &str| json!({ "textDocument": { "uri": uri } });
    let edited = editor.request("hypecheck/syntaxTree", document(URI));
    assert_eq!(edited["text"], model.text);
    let fresh_uri = "file:///specs/fresh.synergy";
    editor.open(fresh_uri, &model.text);
    let fresh = editor.request("hypecheck/syntaxTree", document(fresh_uri));
    assert_eq!(edited["tree"], fresh["tree"]);
    for question in ["textDocument/diagnostic", "textDocument/documentSymbol", "textDocument/foldingRange"] {
        let (mut a, mut b) = (editor.request(question, document(URI)), editor.request(question, document(fresh_uri)));
        for answer in [&mut a, &mut b] {
            if let Some(object) = answer.as_object_mut() {
                object.remove("resultId");
            }
        }
        assert_eq!(a.to_string().replace(URI, ""), b.to_string().replace(fresh_uri, ""), "{question}");
    }
    assert!(editor.quit());
}

#[test]
fn four_thousand_edits_in_utf_8_leave_what_a_fresh_start_has() {
    edit_at_random("utf-8", 0x9e37_79b9_7f4a_7c15, 4000);
}

#[test]
fn four_thousand_edits_in_utf_16_leave_what_a_fresh_start_has() {
    edit_at_random("utf-16", 0x2545_f491_4f6c_dd1d, 4000);
}

#[test]
fn four_thousand_edits_in_utf_32_leave_what_a_fresh_start_has() {
    edit_at_random("utf-32", 0x1234_5678_9abc_def1, 4000);
}

#[test]
fn a_question_is_answered_from_the_text_that_it_was_asked_of() {
    let mut editor = Editor::start(pulling());
    editor.open(URI, "");
    let mut asked = Vec::new();
    for n in 0..500i64 {
        editor.change(URI, n + 2, json!([{ "text": format!("project p{n} \"P\" {{ }}") }]));
        asked.push((n, editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }))));
    }
    for (n, id) in asked {
        assert_eq!(editor.answer(id)["result"][0]["name"], format!("p{n}"));
    }
    assert!(editor.quit());
}

#[test]
fn a_burst_of_edits_ends_with_the_findings_of_the_last() {
    let mut editor = Editor::start(modern());
    editor.open(URI, "project p \"P\" {\n}\n");
    for n in 0..200i64 {
        let place = json!({ "line": 1, "character": 0 });
        let claim = format!("claim c{n}: performance + decentralization {{ metric m < 5 ms }}\n");
        editor.change(URI, n + 2, json!([{ "range": { "start": place, "end": place }, "text": claim }]));
    }
    assert_eq!(editor.published(URI, 201).len(), 200);
    assert!(editor.quit());
}

#[test]
fn positions_out_of_bounds_and_ranges_turned_round_lose_nothing() {
    let mut editor = Editor::start(modern());
    editor.open(URI, "ab\ncd");
    let place = |line: u32, character: u32| json!({ "line": line, "character": character });
    let far = json!({ "start": place(99, 99), "end": place(1, 99) });
    editor.change(URI, 2, json!([{ "range": far, "text": "!" }]));
    let swapped = json!({ "start": place(1, 1), "end": place(0, 1) });
    editor.change(URI, 3, json!([{ "range": swapped, "text": "-" }]));
    let seen = editor.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(seen["text"], "a-d!");
    assert!(editor.quit());
}
