//! What is shown beside the text and over it.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};

const URI: &str = "file:///specs/demo.synergy";
const HOUSE: &str = "file:///specs/house.synergy";

const SPEC: &str = "\
use \"house.synergy\"
project demo \"Demo\" {
  runs-on   ethereum
  judged-by acme
  claim proved {
    says \"Every answer ships with a zero-knowledge proof that the right model produced it.\"
  }
  claim instant: performance + decentralization {
    says   \"\"\"
      😀 Each answer is agreed on by consensus, infinitely
      scalable and revolutionary.
      \"\"\"
    metric latency < 50 ms
  }
}
";

fn house(strength: &str) -> String {
    format!(
        "matrix acme \"Acme\" extends standard {{\n  cell performance + decentralization {{ strength {strength} }}\n}}\n"
    )
}

/// An editor that can show all that there is to show.
fn showing() -> Value {
    let mut able = modern();
    able["textDocument"]["semanticTokens"] = json!({
        "requests": { "range": true, "full": { "delta": true } },
        "tokenTypes": ["enumMember", "string"], "tokenModifiers": [], "formats": ["relative"],
    });
    able["textDocument"]["inlayHint"] = json!({ "resolveSupport": { "properties": ["tooltip", "textEdits"] } });
    able["textDocument"]["codeLens"] = json!({});
    able["textDocument"]["colorProvider"] = json!({});
    able["textDocument"]["selectionRange"] = json!({});
    able["textDocument"]["signatureHelp"] =
        json!({ "signatureInformation": { "parameterInformation": { "labelOffsetSupport": true } } });
    able
}

fn document() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

fn whole() -> Value {
    json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } })
}

/// An editor with a spec and the house matrix that judges it.
fn opened(capabilities: Value) -> Editor {
    let mut editor = Editor::start(capabilities);
    editor.open(HOUSE, &house("weak"));
    editor.open(URI, SPEC);
    editor
}

/// Tokens as their text and the numbers of their kind and modifiers.
fn spelt(text: &str, answer: &Value) -> Vec<(String, u64, u64)> {
    let lines: Vec<Vec<u16>> = text.split('\n').map(|line| line.encode_utf16().collect()).collect();
    let (mut line, mut start) = (0, 0);
    let numbers: Vec<u64> = answer["data"].as_array().expect("tokens").iter().filter_map(Value::as_u64).collect();
    numbers
        .chunks(5)
        .map(|token| {
            start = if token[0] == 0 { start + token[1] as usize } else { token[1] as usize };
            line += token[0] as usize;
            let end = (start + token[2] as usize).min(lines[line].len());
            (String::from_utf16_lossy(&lines[line][start..end]), token[3], token[4])
        })
        .collect()
}

#[test]
fn nothing_is_announced_that_the_editor_does_not_say_it_shows() {
    let announced = |capabilities: Value| {
        let mut editor = Editor::silent();
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        let answer = editor.request("initialize", params);
        editor.notify("initialized", json!({}));
        assert!(editor.quit());
        answer["capabilities"].clone()
    };
    let providers = [
        "semanticTokensProvider",
        "inlayHintProvider",
        "codeLensProvider",
        "colorProvider",
        "selectionRangeProvider",
        "signatureHelpProvider",
    ];
    let (all, none) = (announced(showing()), announced(json!({})));
    for provider in providers {
        assert!(!all[provider].is_null(), "{provider}");
        assert_eq!(none.get(provider), None, "{provider}");
    }
}

#[test]
fn tokens_tell_properties_with_their_strength_and_the_words_that_were_read() {
    let mut editor = opened(showing());
    let tokens = editor.request("textDocument/semanticTokens/full", document());
    let spelt = spelt(SPEC, &tokens);
    let told = |word: &str| spelt.iter().find(|(text, ..)| text == word).map(|(_, kind, bits)| (*kind, *bits));
    // The bits: row, column, strong, moderate, weak, hype, leading.
    assert_eq!(told("performance"), Some((0, 0b10001)), "{spelt:?}");
    assert_eq!(told("decentralization"), Some((0, 0b10010)), "{spelt:?}");
    assert!(spelt.iter().any(|(text, kind, bits)| text.contains("zero-knowledge") && (*kind, *bits) == (1, 0b1000100)));
    assert_eq!(told("infinitely"), Some((1, 0b100000)), "{spelt:?}");
    assert!(editor.quit());
}

#[test]
fn words_that_go_on_in_the_next_line_are_one_token_only_where_that_may_span_lines() {
    let source = "\
project p \"P\" {
  claim proved {
    says \"\"\"
      Every answer ships with a zero-knowledge
      proof that the right model produced it.
      \"\"\"
  }
}
";
    for multiline in [false, true] {
        let mut able = showing();
        able["textDocument"]["semanticTokens"]["multilineTokenSupport"] = json!(multiline);
        let mut editor = Editor::start(able);
        editor.open(URI, source);
        let tokens = editor.request("textDocument/semanticTokens/full", document());
        let words: Vec<String> = spelt(source, &tokens).into_iter().map(|(text, ..)| text).collect();
        let expected: &[&str] =
            if multiline { &["zero-knowledge", "right model"] } else { &["zero-knowledge", "proof", "right model"] };
        assert_eq!(words, expected);
        let length = if multiline { "zero-knowledge\n      proof".len() } else { "zero-knowledge".len() };
        assert_eq!(tokens["data"][2], length);
        assert!(editor.quit());
    }
}

#[test]
fn of_tokens_that_were_sent_only_what_changed_is_sent_again_and_of_the_same_text_nothing() {
    let mut editor = opened(showing());
    let ask = |editor: &mut Editor, previous: &Value| {
        let params = json!({ "textDocument": { "uri": URI }, "previousResultId": previous });
        editor.request("textDocument/semanticTokens/full/delta", params)
    };
    let first = editor.request("textDocument/semanticTokens/full", document());
    let id = first["resultId"].clone();
    assert_eq!(ask(&mut editor, &id), json!({ "resultId": id, "edits": [] }));
    // A blank in a text moves no more than what stands behind it.
    let place = json!({ "start": { "line": 7, "character": 16 }, "end": { "line": 7, "character": 16 } });
    editor.change(URI, 2, json!([{ "range": place, "text": " " }]));
    let changed = ask(&mut editor, &id);
    let edits = changed["edits"].as_array().expect("edits");
    assert_eq!((edits.len(), &edits[0]["deleteCount"]), (1, &json!(5)), "{changed}");
    // Back again: the tokens are those of the first answer, and are known by its name.
    let blank = json!({ "start": { "line": 7, "character": 16 }, "end": { "line": 7, "character": 17 } });
    editor.change(URI, 3, json!([{ "range": blank, "text": "" }]));
    assert_eq!(ask(&mut editor, &id), json!({ "resultId": id, "edits": [] }));
    let unknown = ask(&mut editor, &json!("nothing"));
    assert_eq!((&unknown["data"], unknown.get("edits")), (&first["data"], None));
    assert!(editor.quit());
}

#[test]
fn of_a_range_only_its_tokens_are_sent() {
    let mut editor = opened(showing());
    let range = json!({ "start": { "line": 7, "character": 0 }, "end": { "line": 8, "character": 0 } });
    let params = json!({ "textDocument": { "uri": URI }, "range": range });
    let tokens = editor.request("textDocument/semanticTokens/range", params);
    let words: Vec<String> = spelt(SPEC, &tokens).into_iter().map(|(text, ..)| text).collect();
    assert_eq!(words, ["performance", "decentralization"]);
    assert!(editor.quit());
}

fn hints(editor: &mut Editor, range: Value) -> Vec<Value> {
    let params = json!({ "textDocument": { "uri": URI }, "range": range });
    editor.request("textDocument/inlayHint", params).as_array().expect("a list").clone()
}

#[test]
fn a_hint_shows_the_cell_and_says_how_it_is_known_when_that_is_asked() {
    let mut editor = opened(showing());
    let found = hints(&mut editor, whole());
    let labels: Vec<&str> = found.iter().filter_map(|hint| hint["label"].as_str()).collect();
    assert_eq!(labels, [": verifiability + security", "= 240× too fast"]);
    assert_eq!(found[0]["position"], json!({ "line": 4, "character": 14 }));
    assert_eq!((found[0].get("tooltip"), found[0].get("textEdits")), (None, None));
    let resolved = editor.request("inlayHint/resolve", found[0].clone());
    let tooltip = resolved["tooltip"]["value"].as_str().expect("a text");
    assert!(tooltip.contains("**verifiability + security**, read from “"), "{tooltip}");
    let at = json!({ "start": { "line": 4, "character": 14 }, "end": { "line": 4, "character": 14 } });
    assert_eq!(resolved["textEdits"], json!([{ "range": at, "newText": ": verifiability + security" }]));
    let factor = editor.request("inlayHint/resolve", found[1].clone());
    assert!(factor["tooltip"]["value"].as_str().is_some_and(|text| text.contains("240 times faster")), "{factor}");
    assert_eq!(factor.get("textEdits"), None);
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_for_nothing_later_is_told_all_of_a_hint_at_once() {
    let mut able = showing();
    able["textDocument"]["inlayHint"] = json!({});
    let mut editor = opened(able);
    let found = hints(&mut editor, whole());
    assert!(found[0]["tooltip"]["value"].is_string() && found[0]["textEdits"].is_array(), "{}", found[0]);
    assert!(editor.quit());
}

#[test]
fn a_hint_that_does_not_stand_there_any_more_stays_as_it_is() {
    let mut editor = opened(showing());
    let found = hints(&mut editor, whole());
    editor.change(URI, 2, json!([{ "text": WEAK }]));
    assert_eq!(editor.request("inlayHint/resolve", found[0].clone()), found[0]);
    assert!(editor.quit());
}

#[test]
fn hints_are_those_of_the_range_and_of_the_families_that_are_wanted() {
    let mut editor = opened(showing());
    let range = json!({ "start": { "line": 8, "character": 0 }, "end": { "line": 13, "character": 0 } });
    assert_eq!(hints(&mut editor, range).len(), 1);
    assert!(editor.quit());
    for (options, expected) in [
        (json!({ "inlayHints": { "enabled": false } }), vec![]),
        (json!({ "inlayHints": { "factors": false } }), vec![": verifiability + security"]),
        (json!({ "hypecheck": { "inlayHints": { "inferredCells": false } } }), vec!["= 240× too fast"]),
    ] {
        let mut editor = Editor::start_with(showing(), options);
        editor.open(URI, SPEC);
        let found = hints(&mut editor, whole());
        let labels: Vec<&str> = found.iter().filter_map(|hint| hint["label"].as_str()).collect();
        assert_eq!(labels, expected);
        assert!(editor.quit());
    }
}

#[test]
fn above_a_project_stands_what_its_claims_come_to_and_above_a_cell_what_it_judges() {
    let mut editor = opened(showing());
    let lenses = editor.request("textDocument/codeLens", document());
    assert_eq!(lenses[0]["command"], json!({ "title": "1 strong · 1 weak", "command": "" }));
    assert_eq!(lenses[0]["range"]["start"], json!({ "line": 1, "character": 8 }));
    let cells = editor.request("textDocument/codeLens", json!({ "textDocument": { "uri": HOUSE } }));
    assert_eq!(cells[0].get("command"), None, "it is counted when it is looked at");
    let resolved = editor.request("codeLens/resolve", cells[0].clone());
    assert_eq!(resolved["command"]["title"], "judges 1 claim in 1 spec");
    assert!(editor.quit());
}

#[test]
fn a_cell_judges_the_claims_of_specs_that_nobody_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |name: &str| url::Url::from_file_path(folder.path().join(name)).expect("an address").to_string();
    for name in ["one.synergy", "two.synergy"] {
        std::fs::write(folder.path().join(name), SPEC).expect("it can be written");
    }
    let root = json!(url::Url::from_file_path(folder.path()).expect("an address").to_string());
    let mut editor = Editor::start_in(showing(), root);
    std::fs::write(folder.path().join("house.synergy"), house("weak")).expect("it can be written");
    editor.open(&uri("house.synergy"), &house("weak"));
    let cells = editor.request("textDocument/codeLens", json!({ "textDocument": { "uri": uri("house.synergy") } }));
    let resolved = editor.request("codeLens/resolve", cells[0].clone());
    assert_eq!(resolved["command"]["title"], "judges 2 claims in 2 specs");
    assert!(editor.quit());
}

#[test]
fn a_cell_is_counted_anew_when_a_claim_elsewhere_comes_to_be_judged_by_it() {
    let mut able = showing();
    able["workspace"]["codeLens"] = json!({ "refreshSupport": true });
    let mut editor = opened(able);
    let count = |editor: &mut Editor| {
        let cells = editor.request("textDocument/codeLens", json!({ "textDocument": { "uri": HOUSE } }));
        editor.request("codeLens/resolve", cells[0].clone())["command"]["title"].clone()
    };
    assert_eq!(count(&mut editor), "judges 1 claim in 1 spec");
    // Other words and figures change no count: the only question that comes is the one for the next edit.
    editor.change(URI, 2, json!([{ "text": SPEC.replace("50 ms", "60 ms") }]));
    editor.published(URI, 2);
    let more = SPEC.replace("  claim proved {", "  claim more: performance + decentralization { }\n  claim proved {");
    editor.change(URI, 3, json!([{ "text": more }]));
    let question = editor.asked("workspace/codeLens/refresh");
    editor.reply(&question, Value::Null);
    assert_eq!(count(&mut editor), "judges 2 claims in 1 spec");
    let again = editor.drain(std::time::Duration::ZERO);
    assert!(!again.iter().any(|message| message["method"] == "workspace/codeLens/refresh"), "{again:?}");
    assert!(editor.quit());
}

#[test]
fn a_cell_is_counted_anew_when_a_spec_changes_on_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |name: &str| url::Url::from_file_path(folder.path().join(name)).expect("an address").to_string();
    let root = json!(url::Url::from_file_path(folder.path()).expect("an address").to_string());
    std::fs::write(folder.path().join("house.synergy"), house("weak")).expect("it can be written");
    let mut able = showing();
    able["workspace"]["codeLens"] = json!({ "refreshSupport": true });
    let mut editor = Editor::start_in(able, root);
    editor.open(&uri("house.synergy"), &house("weak"));
    let count = |editor: &mut Editor| {
        let cells = editor.request("textDocument/codeLens", json!({ "textDocument": { "uri": uri("house.synergy") } }));
        editor.request("codeLens/resolve", cells[0].clone())["command"]["title"].clone()
    };
    assert_eq!(count(&mut editor), "judges no claim");
    std::fs::write(folder.path().join("one.synergy"), SPEC).expect("it can be written");
    let changes = json!({ "changes": [{ "uri": uri("one.synergy"), "type": 1 }] });
    editor.notify("workspace/didChangeWatchedFiles", changes);
    let question = editor.asked("workspace/codeLens/refresh");
    editor.reply(&question, Value::Null);
    assert_eq!(count(&mut editor), "judges 1 claim in 1 spec");
    assert!(editor.quit());
}

#[test]
fn lenses_can_be_switched_off() {
    let mut editor = Editor::start_with(showing(), json!({ "codeLens": { "enabled": false } }));
    editor.open(URI, WEAK);
    assert_eq!(editor.request("textDocument/codeLens", document()), json!([]));
    assert!(editor.quit());
}

#[test]
fn a_strength_in_a_matrix_has_its_colour_and_a_colour_that_is_picked_gives_the_nearest_strength() {
    let mut editor = opened(showing());
    let found = editor.request("textDocument/documentColor", json!({ "textDocument": { "uri": HOUSE } }));
    let start = json!({ "line": 1, "character": 49 });
    assert_eq!((found.as_array().map(Vec::len), &found[0]["range"]["start"]), (Some(1), &start), "{found}");
    let blue = json!({ "red": 0.1, "green": 0.4, "blue": 0.9, "alpha": 1.0 });
    let params = json!({ "textDocument": { "uri": HOUSE }, "color": blue, "range": found[0]["range"] });
    let offered = editor.request("textDocument/colorPresentation", params);
    assert_eq!(offered[0]["textEdit"], json!({ "range": found[0]["range"], "newText": "strong" }));
    assert_eq!(editor.request("textDocument/documentColor", document()), json!([]));
    assert!(editor.quit());
}

#[test]
fn around_each_place_there_is_a_chain_of_ranges_that_ends_with_the_text() {
    let mut editor = opened(showing());
    let positions = json!([{ "line": 9, "character": 14 }, { "line": 99, "character": 9 }]);
    let params = json!({ "textDocument": { "uri": URI }, "positions": positions });
    let found = editor.request("textDocument/selectionRange", params);
    let around = found.as_array().expect("a list");
    assert_eq!(around.len(), 2);
    let word = json!({ "start": { "line": 9, "character": 14 }, "end": { "line": 9, "character": 20 } });
    assert_eq!(around[0]["range"], word, "columns are counted behind the emoji");
    let mut outermost = &around[0];
    while outermost["parent"].is_object() {
        outermost = &outermost["parent"];
    }
    assert_eq!(outermost["range"]["start"], json!({ "line": 0, "character": 0 }));
    assert!(editor.quit());
}

#[test]
fn the_part_that_is_being_written_is_told_by_its_place_in_the_label() {
    let mut editor = Editor::start(showing());
    editor.open(URI, "project p \"P\" {\n  claim c {\n    evidence paper ");
    let help = editor.request("textDocument/signatureHelp", Editor::at(URI, 2, 19));
    let signature = &help["signatures"][0];
    assert_eq!(signature["label"], "evidence kind \"https://…\" date \"note\"");
    assert_eq!((&help["activeParameter"], &signature["parameters"][1]["label"]), (&json!(1), &json!([14, 25])));
    assert_eq!(editor.request("textDocument/signatureHelp", Editor::at(URI, 1, 10)), Value::Null);
    assert!(editor.quit());
    let mut editor = Editor::start(json!({ "textDocument": { "signatureHelp": {} } }));
    editor.open(URI, "project p \"P\" {\n  claim c {\n    evidence paper ");
    let help = editor.request("textDocument/signatureHelp", Editor::at(URI, 2, 19));
    assert_eq!(help["signatures"][0]["parameters"][1]["label"], "\"https://…\"");
    assert!(editor.quit());
}

#[test]
fn where_all_parts_are_there_none_is_shown_as_the_active_one() {
    let text = "project p \"P\" {\n  claim c {\n    caveat weak-synergy \"x\" until 2027 ";
    for (no_active, expected) in [(true, Some(Value::Null)), (false, None)] {
        let information = json!({ "noActiveParameterSupport": no_active });
        let able = json!({ "textDocument": { "signatureHelp": { "signatureInformation": information } } });
        let mut editor = Editor::start(able);
        editor.open(URI, text);
        let help = editor.request("textDocument/signatureHelp", Editor::at(URI, 2, 39));
        assert_eq!(help.get("activeParameter"), expected.as_ref(), "{help}");
        assert!(editor.quit());
    }
}

#[test]
fn what_is_shown_for_a_fold_begins_with_the_name_that_it_hides_and_ends_with_the_verdict() {
    let folding = json!({ "foldingRange": { "collapsedText": true } });
    for (mut folding, start) in [(folding.clone(), Some(8)), (folding, None), (json!({}), Some(48))] {
        folding["lineFoldingOnly"] = json!(start.is_none());
        let knows = folding["foldingRange"].is_object();
        let mut editor = Editor::start(json!({ "textDocument": { "foldingRange": folding } }));
        editor.open(URI, WEAK);
        let folds = editor.request("textDocument/foldingRange", document());
        let text = "instant: performance + decentralization · speculative";
        assert_eq!(folds[1].get("collapsedText"), knows.then_some(&json!(text)), "{folds}");
        assert_eq!(folds[1].get("startCharacter").and_then(Value::as_u64), start, "{folds}");
        assert!(editor.quit());
    }
}

#[test]
fn a_message_is_markdown_with_its_cells_in_bold_only_where_that_is_shown() {
    for (able, expected) in [(true, "**performance + decentralization**"), (false, "`performance + decentralization`")]
    {
        let mut capabilities = pulling();
        capabilities["textDocument"]["diagnostic"] = json!({ "markupMessageSupport": able });
        let mut editor = Editor::start(capabilities);
        editor.open(URI, WEAK);
        let found = editor.request("textDocument/diagnostic", document());
        let message = &found["items"][0]["message"];
        assert_eq!(message["kind"] == "markdown", able, "{message}");
        let text = if able { &message["value"] } else { message };
        assert!(text.as_str().is_some_and(|text| text.starts_with(expected)), "{message}");
        assert!(editor.quit());
    }
}

#[test]
fn a_caveat_that_silences_nothing_is_faded_where_the_editor_shows_that() {
    let source = WEAK.replace("metric ", "caveat stale-evidence \"old\"\n    metric ");
    for (value_set, expected) in [(json!([1, 2]), Some(json!([1]))), (json!([2]), None)] {
        let mut capabilities = modern();
        capabilities["textDocument"]["publishDiagnostics"]["tagSupport"] = json!({ "valueSet": value_set });
        let mut editor = Editor::start(capabilities);
        editor.open(URI, &source);
        let found = editor.published(URI, 1);
        let unused = found.iter().find(|found| found["code"] == "unused-caveat").expect("it is found");
        assert_eq!(unused.get("tags"), expected.as_ref());
        assert!(editor.quit());
    }
}

#[test]
fn what_is_shown_is_asked_for_again_when_a_matrix_elsewhere_changes_and_not_at_an_edit_of_the_text() {
    let mut able = showing();
    for shown in ["semanticTokens", "inlayHint", "codeLens", "foldingRange"] {
        able["workspace"][shown] = json!({ "refreshSupport": true });
    }
    let mut editor = opened(able);
    editor.published(URI, 1);
    editor.change(URI, 2, json!([{ "range": whole(), "text": SPEC.replace("50 ms", "40 ms") }]));
    editor.published(URI, 2);
    editor.change(HOUSE, 2, json!([{ "text": house("strong") }]));
    let again = ["semanticTokens", "inlayHint", "codeLens", "foldingRange"];
    for shown in again {
        let method = format!("workspace/{shown}/refresh");
        editor.wait(&method, |message| message["method"] == method.as_str());
    }
    let more = editor.drain(std::time::Duration::from_millis(50));
    let refreshes = |message: &&Value| message["method"].as_str().is_some_and(|method| method.ends_with("/refresh"));
    assert_eq!(more.iter().filter(refreshes).count(), 0, "once is enough: {more:#?}");
    assert!(editor.quit());
}

#[test]
fn an_editor_that_cannot_be_told_to_ask_again_is_not() {
    let mut able = showing();
    able["workspace"]["diagnostics"] = json!({});
    let mut editor = opened(able);
    editor.published(URI, 1);
    editor.change(HOUSE, 2, json!([{ "text": house("strong") }]));
    // Its findings come by themselves; whatever was sent before them has come, too.
    editor.wait("the new findings", |message| message["params"]["uri"] == URI);
    let more = editor.drain(std::time::Duration::from_millis(50));
    assert!(more.iter().all(|message| message["method"] == "textDocument/publishDiagnostics"), "{more:#?}");
    assert!(editor.quit());
}

#[test]
fn a_summary_counts_the_claims_of_a_text_by_strength_and_verdict() {
    let mut editor = Editor::start(modern());
    editor.open(URI, &format!("{WEAK}project empty \"Empty\" {{ claim silent {{ says \"We have a team.\" }} }}\n"));
    let document = json!({ "textDocument": { "uri": URI } });
    assert_eq!(
        editor.request("hypecheck/summary", document),
        json!({
            "claims": 2,
            "strengths": { "strong": 0, "moderate": 0, "weak": 1 },
            "unplaced": 1,
            "verdicts": { "speculative": 1, "promising": 0, "works": 0 },
        })
    );
    let unknown = json!({ "textDocument": { "uri": "file:///specs/unknown.synergy" } });
    assert_eq!(editor.request("hypecheck/summary", unknown), Value::Null);
    assert!(editor.quit());
}
