//! What the editor is sent and what it gets when it asks.

use super::harness::{Editor, WEAK, modern, pulling};
use serde_json::{Value, json};
use std::path::Path;

const URI: &str = "file:///specs/demo.synergy";

#[test]
fn a_claim_in_the_weak_cell_is_underlined_with_reasons_and_links() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let found = editor.published(URI, 1);
    assert_eq!(found.len(), 1);
    let found = &found[0];
    assert_eq!(
        found["range"],
        json!({ "start": { "line": 1, "character": 17 }, "end": { "line": 1, "character": 47 } })
    );
    assert_eq!(
        (&found["severity"], &found["code"], &found["source"]),
        (&json!(2), &json!("weak-synergy"), &json!("hypecheck"))
    );
    assert!(found["codeDescription"]["href"].as_str().expect("a link").ends_with("/docs/rules/weak-synergy.md"));
    let related = &found["relatedInformation"][0];
    assert!(related["location"]["uri"].as_str().expect("a place").ends_with("/matrix.synergy"), "{related}");
    assert!(editor.quit());
}

#[test]
fn an_edit_that_removes_the_weakness_removes_the_finding() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    assert_eq!(editor.published(URI, 1).len(), 1);
    let range = json!({ "start": { "line": 1, "character": 17 }, "end": { "line": 1, "character": 28 } });
    editor.change(URI, 2, json!([{ "range": range, "text": "privacy" }]));
    assert_eq!(editor.published(URI, 2), Vec::<Value>::new());
    assert!(editor.quit());
}

#[test]
fn after_an_edit_that_changes_no_finding_nothing_is_sent_again_to_those_who_ask() {
    let mut editor = Editor::start(pulling());
    editor.open(URI, WEAK);
    let ask = |previous: &Value| json!({ "textDocument": { "uri": URI }, "previousResultId": previous });
    let first = editor.request("textDocument/diagnostic", ask(&Value::Null));
    let insert = |line: u32, text: &str| {
        let place = json!({ "line": line, "character": 0 });
        json!([{ "range": { "start": place, "end": place }, "text": text }])
    };
    let end = WEAK.lines().count() as u32;
    editor.change(URI, 2, insert(end, "# Nothing is found in a comment.\n"));
    let again = editor.request("textDocument/diagnostic", ask(&first["resultId"]));
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    // One above it moves all of them.
    editor.change(URI, 3, insert(0, "# Nor here.\n"));
    let moved = editor.request("textDocument/diagnostic", ask(&first["resultId"]));
    assert_eq!(moved["kind"], "full");
    let line = |report: &Value| report["items"][0]["range"]["start"]["line"].as_u64().expect("a line");
    assert_eq!(line(&moved), line(&first) + 1);
}

#[test]
fn findings_that_are_kept_and_the_places_they_point_to_move_with_the_text() {
    let mut editor = Editor::start(modern());
    let source = "project demo \"Demo\" {\n  claim slow: privacy + decentralization {\n    says \"No record leaves.\"\n    \
        metric latency < 50 ms\n    metric latency > 1 s\n  }\n}\n";
    editor.open(URI, source);
    let contradiction = |found: Vec<Value>| {
        let mut found = found.into_iter().filter(|found| found["code"] == "contradicting-metrics");
        found.next().expect("the metrics contradict each other")
    };
    let before = contradiction(editor.published(URI, 1));
    let start = json!({ "line": 0, "character": 0 });
    editor.change(URI, 2, json!([{ "range": { "start": start, "end": start }, "text": "# One.\n# Two.\n" }]));
    let after = contradiction(editor.published(URI, 2));
    for place in ["/range/start/line", "/range/end/line", "/relatedInformation/0/location/range/start/line"] {
        let line = |found: &Value| found.pointer(place).and_then(Value::as_u64).expect("a line");
        assert_eq!(line(&after), line(&before) + 2, "{place}");
    }
}

#[test]
fn closing_a_text_takes_its_findings_away() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    assert_eq!(editor.published(URI, 1).len(), 1);
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    let message = editor.wait("an empty list", |message| message["method"] == "textDocument/publishDiagnostics");
    assert_eq!(message["params"]["diagnostics"], json!([]));
    assert!(editor.quit());
}

#[test]
fn findings_that_are_asked_for_are_not_sent_and_cost_nothing_when_nothing_changed() {
    let mut editor = Editor::start(pulling());
    editor.open(URI, WEAK);
    let ask = |previous: Value| json!({ "textDocument": { "uri": URI }, "previousResultId": previous });
    let first = editor.request("textDocument/diagnostic", ask(Value::Null));
    assert_eq!((&first["kind"], first["items"].as_array().map(Vec::len)), (&json!("full"), Some(1)));
    let again = editor.request("textDocument/diagnostic", ask(first["resultId"].clone()));
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    editor.change(URI, 2, json!([{ "text": "" }]));
    let changed = editor.request("textDocument/diagnostic", ask(first["resultId"].clone()));
    assert_eq!((&changed["kind"], &changed["items"]), (&json!("full"), &json!([])));
    let sent = editor.drain(std::time::Duration::from_millis(50));
    assert!(!sent.iter().any(|message| message["method"] == "textDocument/publishDiagnostics"), "{sent:?}");
    assert!(editor.quit());
}

#[test]
fn hover_explains_the_cell_and_says_what_it_is_about() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let hover = editor.request("textDocument/hover", Editor::at(URI, 1, 30));
    let text = hover["contents"]["value"].as_str().expect("a text");
    assert!(text.contains("**performance + decentralization** ○ **weak**"), "{text}");
    assert_eq!(hover["range"]["start"], json!({ "line": 1, "character": 17 }));
    assert!(editor.quit());
}

#[test]
fn the_definition_of_a_cell_is_a_file_that_can_be_opened_and_asked_about() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let links = editor.request("textDocument/definition", Editor::at(URI, 1, 30));
    let uri = links[0]["targetUri"].as_str().expect("a place").to_owned();
    let path = url::Url::parse(&uri).expect("an address").to_file_path().expect("a path");
    let text = std::fs::read_to_string(&path).expect("a file that is there");
    let start = &links[0]["targetSelectionRange"]["start"];
    let line = text.lines().nth(start["line"].as_u64().expect("a line") as usize).expect("it is in the file");
    assert!(line.contains("cell performance + decentralization"), "{line}");
    // The copy is the library, not a spec that declares everything a second time.
    editor.open(&uri, &text);
    let hover = editor.request("textDocument/hover", Editor::at(&uri, start["line"].as_u64().unwrap_or(0) as u32, 10));
    assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.contains("weak")), "{hover}");
    let sent = editor.drain(std::time::Duration::from_millis(50));
    assert!(!sent.iter().any(|message| message["params"]["uri"] == uri.as_str()), "{sent:?}");
    assert!(editor.quit());
}

#[test]
fn an_editor_without_links_gets_places() {
    let mut editor = Editor::start(json!({}));
    editor.open(URI, WEAK);
    let places = editor.request("textDocument/definition", Editor::at(URI, 1, 30));
    assert!(places[0]["uri"].as_str().is_some_and(|uri| uri.ends_with("matrix.synergy")), "{places}");
    assert!(editor.quit());
}

#[test]
fn completion_offers_cells_with_places_to_fill_in_only_to_those_who_can_fill_them_in() {
    let source = "project p \"P\" {\n  claim c: \n}\n";
    let mut able = modern();
    able["textDocument"]["completion"] = json!({ "completionItem": { "snippetSupport": true } });
    for (capabilities, format) in [(able, 2), (modern(), 1)] {
        let mut editor = Editor::start(capabilities);
        editor.open(URI, source);
        let cells = editor.request("textDocument/completion", Editor::at(URI, 1, 11));
        assert_eq!((&cells[0]["label"], &cells[0]["sortText"]), (&json!("privacy + decentralization"), &json!("0000")));
        assert_eq!(cells[0].get("documentation"), None, "long texts come when they are asked for");
        let resolved = editor.request("completionItem/resolve", cells[0].clone());
        assert!(
            resolved["documentation"]["value"].as_str().is_some_and(|text| text.contains("**strong**")),
            "{resolved}"
        );
        let place = json!({ "start": { "line": 1, "character": 0 }, "end": { "line": 1, "character": 11 } });
        editor.change(URI, 2, json!([{ "range": place, "text": "  " }]));
        let lines = editor.request("textDocument/completion", Editor::at(URI, 1, 2));
        let claim =
            lines.as_array().expect("a list").iter().find(|item| item["label"] == "claim").expect("it is offered");
        assert_eq!(claim["insertTextFormat"], format, "{claim}");
        assert!(editor.quit());
    }
}

#[test]
fn the_outline_is_a_tree_or_a_list_as_the_editor_can_show_it() {
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let document = json!({ "textDocument": { "uri": URI } });
    let tree = editor.request("textDocument/documentSymbol", document.clone());
    assert_eq!(tree[0]["children"][0]["detail"], "performance + decentralization · weak · speculative");
    assert!(editor.quit());
    let mut editor = Editor::start(json!({}));
    editor.open(URI, WEAK);
    let list = editor.request("textDocument/documentSymbol", document);
    assert_eq!((&list[1]["name"], &list[1]["containerName"]), (&json!("instant"), &json!("demo")));
    assert!(editor.quit());
}

#[test]
fn folds_keep_the_closing_brace_in_editors_that_fold_whole_lines() {
    let document = json!({ "textDocument": { "uri": URI } });
    let mut lines = modern();
    lines["textDocument"]["foldingRange"] = json!({ "lineFoldingOnly": true });
    for (capabilities, end) in [(lines, 5), (json!({ "textDocument": { "foldingRange": {} } }), 6)] {
        let mut editor = Editor::start(capabilities);
        editor.open(URI, WEAK);
        let folds = editor.request("textDocument/foldingRange", document.clone());
        assert_eq!(folds[0]["endLine"], end, "{folds}");
        assert!(editor.quit());
    }
}

#[test]
fn an_editor_that_folds_whole_lines_gets_no_fold_of_a_single_one() {
    let document = json!({ "textDocument": { "uri": URI } });
    let source = "project p \"P\" {\n}\nproject q \"Q\" {\n  claim a {\n    says \"x\"\n  }\n}\n";
    let lines = json!({ "textDocument": { "foldingRange": { "lineFoldingOnly": true } } });
    let characters = json!({ "textDocument": { "foldingRange": {} } });
    for (capabilities, starts) in [(lines, vec![2, 3]), (json!({}), vec![2, 3]), (characters, vec![0, 2, 3])] {
        let mut editor = Editor::start(capabilities);
        editor.open(URI, source);
        let folds = editor.request("textDocument/foldingRange", document.clone());
        let found: Vec<_> = folds.as_array().expect("a list").iter().map(|fold| fold["startLine"].clone()).collect();
        assert_eq!(found, starts, "{folds}");
        assert!(editor.quit());
    }
}

#[test]
fn no_more_folds_are_sent_than_the_editor_wants_and_the_outer_ones_first() {
    let document = json!({ "textDocument": { "uri": URI } });
    let claim = "  claim a {\n    says \"x\"\n  }\n";
    let source = format!("project p \"P\" {{\n{claim}{claim}}}\nproject q \"Q\" {{\n{claim}}}\n");
    for (limit, starts) in [(0, vec![]), (1, vec![0]), (2, vec![0, 8]), (3, vec![0, 1, 8]), (9, vec![0, 1, 4, 8, 9])] {
        let folding = json!({ "rangeLimit": limit, "lineFoldingOnly": true });
        let mut editor = Editor::start(json!({ "textDocument": { "foldingRange": folding } }));
        editor.open(URI, &source);
        let folds = editor.request("textDocument/foldingRange", document.clone());
        let found: Vec<_> = folds.as_array().expect("a list").iter().map(|fold| fold["startLine"].clone()).collect();
        assert_eq!(found, starts, "{folds}");
        assert!(editor.quit());
    }
}

#[test]
fn an_editor_that_shows_no_markdown_is_sent_none() {
    let mut capabilities = modern();
    capabilities["textDocument"]["hover"] = json!({ "contentFormat": ["plaintext"] });
    capabilities["textDocument"]["completion"] =
        json!({ "completionItem": { "documentationFormat": ["markdown", "plaintext"] } });
    let mut editor = Editor::start(capabilities.clone());
    editor.open(URI, &WEAK.replace(": performance + decentralization", ": \n  : performance + decentralization"));
    let resolved = |editor: &mut Editor| {
        let cells = editor.request("textDocument/completion", Editor::at(URI, 1, 17));
        editor.request("completionItem/resolve", cells[0].clone())["documentation"].clone()
    };
    let documentation = resolved(&mut editor);
    assert_eq!(documentation["kind"], "markdown");
    assert!(documentation["value"].as_str().is_some_and(|text| text.contains("**strong**")), "{documentation}");
    editor.change(URI, 2, json!([{ "text": WEAK }]));
    let hover = editor.request("textDocument/hover", Editor::at(URI, 1, 30));
    assert_eq!(hover["contents"]["kind"], "plaintext");
    let text = hover["contents"]["value"].as_str().expect("a text");
    assert!(text.starts_with("performance + decentralization ○ weak: avoid unless proven\n"), "{text}");
    assert!(!["**", "\\", "](", "|", "&#"].iter().any(|markup| text.contains(markup)), "{text}");
    assert!(text.contains("(https://"), "{text}");
    assert!(editor.quit());
    capabilities["textDocument"]["completion"]["completionItem"]["documentationFormat"] = json!(["plaintext"]);
    let mut editor = Editor::start(capabilities);
    editor.open(URI, &WEAK.replace(": performance + decentralization", ": \n  : performance + decentralization"));
    let documentation = resolved(&mut editor);
    assert_eq!(documentation["kind"], "plaintext");
    assert!(documentation["value"].as_str().is_some_and(|text| !text.contains("**")), "{documentation}");
    assert!(editor.quit());
}

#[test]
fn a_misspelt_name_is_mended_by_a_quick_fix_for_this_version() {
    let mut editor = Editor::start(modern());
    let source = WEAK.replace("performance", "performnce");
    editor.open(URI, &source);
    let range = json!({ "start": { "line": 1, "character": 20 }, "end": { "line": 1, "character": 20 } });
    let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": { "diagnostics": [] } });
    let actions = editor.request("textDocument/codeAction", params);
    assert_eq!((&actions[0]["title"], &actions[0]["isPreferred"]), (&json!("Write `performance`"), &json!(true)));
    let edit = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!((&edit["textDocument"]["version"], &edit["edits"][0]["newText"]), (&json!(1), &json!("performance")));
    assert!(editor.quit());
}

#[test]
fn a_house_matrix_in_another_file_counts_and_its_changes_count_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |name: &str| url::Url::from_file_path(folder.path().join(name)).expect("an address").to_string();
    let house = |strength: &str| {
        format!(
            "matrix acme \"Acme\" extends standard {{\n  cell performance + decentralization {{ strength {strength} }}\n}}\n"
        )
    };
    std::fs::write(folder.path().join("house.synergy"), house("strong")).expect("it can be written");
    let spec = format!("use \"house.synergy\"\n{}", WEAK.replace("{\n  claim", "{\n  judged-by acme\n  claim"));
    let mut editor =
        Editor::start_in(modern(), json!(url::Url::from_file_path(folder.path()).expect("an address").to_string()));
    editor.open(&uri("spec.synergy"), &spec);
    assert_eq!(editor.published(&uri("spec.synergy"), 1), Vec::<Value>::new());
    // Opened and edited in the editor: that counts, not the disk.
    editor.open(&uri("house.synergy"), &house("weak"));
    let found = editor.wait("a new judgement of the spec", |message| {
        message["params"]["uri"] == uri("spec.synergy").as_str() && message["params"]["diagnostics"] != json!([])
    });
    assert_eq!(found["params"]["diagnostics"][0]["code"], "weak-synergy");
    let definition = editor.request("textDocument/definition", Editor::at(&uri("spec.synergy"), 3, 30));
    assert_eq!(definition[0]["targetUri"], uri("house.synergy").as_str());
    // Closed: the disk counts again.
    editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri("house.synergy") } }));
    editor.wait("the old judgement", |message| {
        message["params"]["uri"] == uri("spec.synergy").as_str() && message["params"]["diagnostics"] == json!([])
    });
    // Changed on the disk.
    std::fs::write(folder.path().join("house.synergy"), house("weak")).expect("it can be written");
    let change = json!({ "changes": [{ "uri": uri("house.synergy"), "type": 2 }] });
    editor.notify("workspace/didChangeWatchedFiles", change);
    editor.wait("the judgement by the new file", |message| {
        message["params"]["uri"] == uri("spec.synergy").as_str() && message["params"]["diagnostics"] != json!([])
    });
    assert!(editor.quit());
}

#[test]
fn an_editor_that_asks_is_told_to_ask_again_when_another_file_matters() {
    let mut editor = Editor::start(pulling());
    editor.open("file:///specs/house.synergy", "matrix acme \"Acme\" extends standard { }\n");
    editor.open(URI, "use \"house.synergy\"\nproject p \"P\" { judged-by acme }\n");
    editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    let everything = json!([{ "text": "matrix other \"Other\" { }\n" }]);
    editor.change("file:///specs/house.synergy", 2, everything);
    editor.wait("to be told", |message| message["method"] == "workspace/diagnostic/refresh");
    let found = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(found["items"][0]["code"], "unknown-name");
    assert!(editor.quit());
}

#[test]
fn levels_are_those_of_the_nearest_configuration_and_its_changes_count_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let address = |name: &str| url::Url::from_file_path(folder.path().join(name)).expect("an address").to_string();
    let (config, spec) = (folder.path().join("hypecheck.toml"), address("spec.synergy"));
    std::fs::write(&config, "[editor.rules]\nweak-synergy = \"error\"\n").expect("it can be written");
    let mut editor = Editor::start(modern());
    editor.open(&spec, WEAK);
    assert_eq!(editor.published(&spec, 1)[0]["severity"], 1);
    std::fs::write(&config, "[rules]\nweak-synergy = \"off\"\nnonsense = \"off\"\n").expect("it can be written");
    let change = json!({ "changes": [{ "uri": address("hypecheck.toml"), "type": 2 }] });
    editor.notify("workspace/didChangeWatchedFiles", change);
    assert_eq!(editor.published(&spec, 1), Vec::<Value>::new());
    let told = editor.wait("what is wrong with the configuration", |message| {
        message["params"]["uri"] == address("hypecheck.toml").as_str()
    });
    assert_eq!(told["params"]["diagnostics"][0]["range"]["start"], json!({ "line": 2, "character": 0 }));
    assert!(editor.quit());
}

#[test]
fn a_text_without_a_place_is_judged_and_its_use_is_explained() {
    let mut editor = Editor::start(modern());
    editor.open("untitled:Untitled-1", &format!("use \"house.synergy\"\n{WEAK}"));
    let codes: Vec<String> = editor
        .published("untitled:Untitled-1", 1)
        .iter()
        .map(|found| found["code"].as_str().unwrap_or("").to_owned())
        .collect();
    assert_eq!(codes, ["import-not-found", "weak-synergy"]);
    assert!(editor.quit());
}

#[test]
fn an_encoded_address_and_a_plain_one_are_one_file() {
    let mut editor = Editor::start(modern());
    editor.open("file:///specs/caf%C3%A9.synergy", WEAK);
    let hover = editor.request("textDocument/hover", Editor::at("file:///specs/café.synergy", 1, 30));
    assert!(!hover.is_null());
    assert!(editor.quit());
}

#[test]
fn the_copies_of_the_library_are_in_no_workspace() {
    // What is shown must not be a file that the user could take for their own.
    let files = crate::server::library_files::LibraryFiles::default();
    let path = files.path("matrix.synergy").expect("some folder can be written to");
    assert!(path.parent().and_then(Path::file_name).is_some_and(|name| name.to_string_lossy().starts_with("std-")));
}
