//! Going from one place to another: what declares, judges, names, holds up and builds on what, in files that are open
//! and in those that are not.

use super::harness::{Editor, modern};
use serde_json::{Value, json};
use std::path::Path;

const HOUSE: &str = "\
technique relay-averaging \"Relay averaging\" { family training-over-weak-links
  serves privacy }
matrix acme \"Acme\" extends standard {
  cell performance + decentralization { strength moderate }
}
";
// The cat takes one unit of UTF-32, two of UTF-16 and four bytes, and every line ends with CRLF.
const SPEC: &str = "\
use \"house.synergy\"\r
project relay \"Relay\" { judged-by acme\r
  claim averaged: privacy + decentralization { says \"🐈 Hospitals train one model; `relay-averaging`.\"\r
    using relay-averaging\r
    evidence paper https://arxiv.org/abs/2209.01188 2022-09-02\r
    metric loss < 2 %\r
  }\r
  claim instant: performance + decentralization { says \"🐈\" } # 🐈 relay-averaging\r
}\r
";

/// A folder with a house and a spec, of which the spec is open.
struct Desk {
    folder: tempfile::TempDir,
    editor: Editor,
}

impl Desk {
    fn new(capabilities: Value) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("house.synergy"), HOUSE).expect("it can be written");
        std::fs::write(folder.path().join("spec.synergy"), SPEC).expect("it can be written");
        let mut editor = Editor::start_in(capabilities, json!(address(folder.path())));
        editor.open(&address(&folder.path().join("spec.synergy")), SPEC);
        Desk { folder, editor }
    }

    fn uri(&self, name: &str) -> String {
        address(&self.folder.path().join(name))
    }

    /// The place of some words in a file, in UTF-16.
    fn at(&self, name: &str, text: &str, words: &str) -> Value {
        let index = text.find(words).expect("the words are there") + 1;
        let line = text[..index].matches('\n').count();
        let column = text[..index].rsplit('\n').next().unwrap_or_default().encode_utf16().count();
        Editor::at(&self.uri(name), line as u32, column as u32)
    }

    fn ask(&mut self, method: &str, words: &str) -> Value {
        let place = self.at("spec.synergy", SPEC, words);
        self.editor.request(method, place)
    }

    fn ask_house(&mut self, method: &str, words: &str) -> Value {
        let uri = self.uri("house.synergy");
        self.editor.open(&uri, HOUSE);
        let place = self.at("house.synergy", HOUSE, words);
        self.editor.request(method, place)
    }
}

fn address(path: &Path) -> String {
    url::Url::from_file_path(path).expect("an address").to_string()
}

/// The last parts of addresses and the lines, from 1, of places.
fn places(found: &Value) -> Vec<String> {
    let places = found.as_array().map(Vec::as_slice).unwrap_or_default().iter().map(|place| {
        let link = place["targetUri"].as_str().map(|uri| (uri, &place["targetSelectionRange"]));
        let (uri, range) = link.unwrap_or_else(|| (place["uri"].as_str().unwrap_or_default(), &place["range"]));
        let line = range["start"]["line"].as_u64().unwrap_or_default() + 1;
        format!("{}:{line}", uri.rsplit('/').next().unwrap_or_default())
    });
    places.collect()
}

fn names(found: &Value) -> Vec<&str> {
    found.as_array().map(Vec::as_slice).unwrap_or_default().iter().filter_map(|item| item["name"].as_str()).collect()
}

#[test]
fn from_a_rating_one_comes_to_the_one_it_overrides_and_from_a_claim_to_its_matrix() {
    let mut desk = Desk::new(json!({}));
    let overridden = desk.ask_house("textDocument/declaration", "performance +");
    assert!(places(&overridden)[0].starts_with("matrix.synergy"), "{overridden}");
    assert_eq!(places(&desk.ask("textDocument/typeDefinition", "averaged")), ["house.synergy:3"]);
    assert!(desk.editor.quit());
}

#[test]
fn what_makes_use_of_a_thing_is_found_in_files_that_are_not_open() {
    let mut desk = Desk::new(json!({}));
    let other =
        "use \"house.synergy\"\nproject q \"Q\" { claim c: privacy + decentralization { using relay-averaging } }\n";
    std::fs::write(desk.folder.path().join("other.synergy"), other).expect("it can be written");
    let expected = ["other.synergy:2", "spec.synergy:3"];
    let mut found = places(&desk.ask("textDocument/implementation", "relay-averaging\r"));
    found.sort();
    assert_eq!(found, expected);
    let mut found = places(&desk.ask("textDocument/implementation", "privacy +"));
    found.sort();
    assert_eq!(found, expected);
    assert!(desk.editor.quit());
}

#[test]
fn links_are_given_to_those_who_know_them() {
    let mut able = modern();
    for method in ["declaration", "typeDefinition", "implementation"] {
        able["textDocument"][method] = json!({ "linkSupport": true });
    }
    let mut desk = Desk::new(able);
    for method in ["declaration", "typeDefinition", "implementation"] {
        let found = desk.ask(&format!("textDocument/{method}"), "relay-averaging\r");
        let words = &found[0]["originSelectionRange"]["start"];
        assert_eq!(words, &json!({ "line": 3, "character": 10 }), "{method}");
        assert!(found[0]["targetUri"].is_string(), "{method}");
    }
    assert!(desk.editor.quit());
}

#[test]
fn references_are_all_uses_with_the_declaration_where_it_is_wanted() {
    let mut desk = Desk::new(json!({}));
    for (with, expected) in [(false, &["spec.synergy:4"][..]), (true, &["spec.synergy:4", "house.synergy:1"])] {
        let mut place = desk.at("spec.synergy", SPEC, "relay-averaging\r");
        place["context"] = json!({ "includeDeclaration": with });
        let found = desk.editor.request("textDocument/references", place);
        assert_eq!(places(&found), expected);
    }
    assert!(desk.editor.quit());
}

#[test]
fn references_come_in_parts_to_those_who_give_a_token() {
    let mut desk = Desk::new(json!({}));
    let mut place = desk.at("spec.synergy", SPEC, "relay-averaging\r");
    place["context"] = json!({ "includeDeclaration": true });
    place["partialResultToken"] = json!("parts");
    let answer = desk.editor.request("textDocument/references", place);
    assert_eq!(answer, json!([]), "all of it was sent before");
    let part = desk.editor.wait("a part", |message| message["method"] == "$/progress");
    assert_eq!(part["params"]["token"], json!("parts"));
    assert_eq!(places(&part["params"]["value"]), ["spec.synergy:4", "house.synergy:1"]);
    assert!(desk.editor.quit());
}

#[test]
fn a_property_lights_up_where_it_is_named_and_where_words_speak_of_it() {
    let mut desk = Desk::new(json!({}));
    let found = desk.ask("textDocument/documentHighlight", "decentralization {");
    let kinds: Vec<(u64, u64)> = found
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|light| Some((light["range"]["start"]["line"].as_u64()?, light["kind"].as_u64()?)))
        .collect();
    assert_eq!(kinds, [(2, 2), (2, 1), (7, 2)], "names are read, words of prose are text");
    // The cat counts two.
    assert_eq!(found[1]["range"]["start"]["character"], json!(56));
    assert!(desk.editor.quit());
}

/// The spec and the house after an edit of the workspace.
fn edited(edit: &Value, of: &Value) -> usize {
    let changes = edit["documentChanges"].as_array().cloned().unwrap_or_default();
    let edits = changes.iter().find(|change| change["textDocument"]["uri"] == *of).map(|change| &change["edits"]);
    edits.or(edit["changes"].get(of.as_str().unwrap_or_default())).and_then(Value::as_array).map_or(0, Vec::len)
}

#[test]
fn a_rename_follows_into_files_that_are_not_open_and_leaves_prose_and_comments() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut able = modern();
        able["general"]["positionEncodings"] = json!([encoding]);
        let mut desk = Desk::new(able);
        let mut place = desk.at("spec.synergy", SPEC, "relay-averaging\r");
        place["newName"] = json!("chain-averaging");
        let edit = desk.editor.request("textDocument/rename", place);
        let (spec, house) = (json!(desk.uri("spec.synergy")), json!(desk.uri("house.synergy")));
        assert_eq!((edited(&edit, &spec), edited(&edit, &house)), (1, 1), "{edit}");
        let change = edit["documentChanges"].as_array().expect("a list").iter();
        let mut change = change.filter(|change| change["textDocument"]["uri"] == spec);
        let change = change.next().expect("the spec changes");
        assert_eq!(change["textDocument"]["version"], json!(1));
        let start = json!({ "line": 3, "character": 10 });
        assert_eq!(change["edits"][0]["range"]["start"], start);
        assert_eq!(change["edits"][0]["newText"], json!("chain-averaging"));
        assert!(desk.editor.quit());
    }
}

#[test]
fn a_name_behind_a_cat_is_found_in_every_encoding() {
    let source = "technique own \"🐈\" { }\n\nproject p \"🐈 é\" { claim c { using own } }\n";
    let line = source.lines().nth(2).expect("there are three");
    let before = &line[..line.rfind("own").expect("it is there")];
    for (encoding, column) in
        [("utf-8", before.len()), ("utf-16", before.encode_utf16().count()), ("utf-32", before.chars().count())]
    {
        let mut able = modern();
        able["general"]["positionEncodings"] = json!([encoding]);
        let mut editor = Editor::start(able);
        editor.open("untitled:cat", source);
        let mut place = Editor::at("untitled:cat", 0, 11);
        place["newName"] = json!("ours");
        let edit = editor.request("textDocument/rename", place);
        let starts: Vec<&Value> = edit["documentChanges"][0]["edits"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|edit| &edit["range"]["start"])
            .collect();
        assert_eq!(
            starts,
            [&json!({ "line": 0, "character": 10 }), &json!({ "line": 2, "character": column })],
            "{encoding}"
        );
        assert!(editor.quit());
    }
}

#[test]
fn an_editor_that_knows_no_versions_gets_plain_changes() {
    let mut desk = Desk::new(json!({}));
    let mut place = desk.at("spec.synergy", SPEC, "averaged");
    place["newName"] = json!("summed");
    let edit = desk.editor.request("textDocument/rename", place);
    assert_eq!(edited(&edit, &json!(desk.uri("spec.synergy"))), 1, "{edit}");
    assert!(edit.get("documentChanges").is_none(), "{edit}");
    assert!(desk.editor.quit());
}

#[test]
fn a_rename_that_cannot_be_is_refused_with_its_reason() {
    let mut desk = Desk::new(json!({}));
    let mut place = desk.at("spec.synergy", SPEC, "averaged");
    for (new_name, part) in [("instant", "in this project already"), ("Two Words", "kebab-case")] {
        place["newName"] = json!(new_name);
        let id = desk.editor.ask("textDocument/rename", place.clone());
        let error = desk.editor.answer(id)["error"].clone();
        assert_eq!(error["code"], json!(-32803), "{error}");
        assert!(error["message"].as_str().is_some_and(|message| message.contains(part)), "{error}");
    }
    assert!(desk.editor.quit());
}

#[test]
fn it_is_told_beforehand_what_can_be_renamed() {
    let mut able = modern();
    able["textDocument"]["rename"] = json!({ "prepareSupport": true });
    let mut desk = Desk::new(able);
    let found = desk.ask("textDocument/prepareRename", "relay-averaging\r");
    assert_eq!(found["placeholder"], json!("relay-averaging"));
    assert_eq!(found["range"]["start"], json!({ "line": 3, "character": 10 }));
    let place = desk.at("spec.synergy", SPEC, "privacy +");
    assert_eq!(desk.editor.request_error("textDocument/prepareRename", place), -32803);
    assert!(desk.editor.quit());
}

#[test]
fn the_argument_is_walked_as_calls() {
    let mut desk = Desk::new(json!({}));
    let item = desk.ask("textDocument/prepareCallHierarchy", "averaged")[0].clone();
    assert_eq!(item["name"], json!("averaged"));
    assert!(
        item["detail"].as_str().is_some_and(|detail| detail.starts_with("privacy + decentralization · ")),
        "{item}"
    );
    let up = desk.editor.request("callHierarchy/incomingCalls", json!({ "item": item }));
    let from: Vec<&str> =
        up.as_array().expect("a list").iter().filter_map(|call| call["from"]["name"].as_str()).collect();
    assert_eq!(from, ["https://arxiv.org/abs/2209.01188", "loss", "relay-averaging"]);
    let on = desk.editor.request("callHierarchy/outgoingCalls", json!({ "item": item }));
    assert_eq!(on[0]["to"]["name"], json!("relay"));
    // From a technique in a file that is not open back to the claims that use it.
    let technique = up[2]["from"].clone();
    let on = desk.editor.request("callHierarchy/outgoingCalls", json!({ "item": technique }));
    assert_eq!(on[0]["to"]["name"], json!("averaged"));
    let evidence = up[0]["from"].clone();
    assert_eq!(desk.editor.request("callHierarchy/incomingCalls", json!({ "item": evidence })), json!([]));
    assert!(desk.editor.quit());
}

#[test]
fn matrices_and_techniques_are_walked_as_types() {
    let mut desk = Desk::new(json!({}));
    let item = desk.ask("textDocument/prepareTypeHierarchy", "acme")[0].clone();
    assert_eq!(item["name"], json!("acme"));
    let above = desk.editor.request("typeHierarchy/supertypes", json!({ "item": item }));
    assert_eq!(names(&above), ["standard"]);
    let below = desk.editor.request("typeHierarchy/subtypes", json!({ "item": above[0] }));
    assert_eq!(names(&below), ["acme"]);
    let technique = desk.ask("textDocument/prepareTypeHierarchy", "relay-averaging\r")[0].clone();
    assert_eq!(technique["detail"], json!("training-over-weak-links · serves privacy"));
    let above = desk.editor.request("typeHierarchy/supertypes", json!({ "item": technique }));
    assert_eq!(names(&above), ["privacy"]);
    assert!(desk.editor.quit());
}

#[test]
fn the_symbols_of_the_workspace_are_a_filter_over_all_specs() {
    let mut desk = Desk::new(json!({}));
    let mut find = |query: &str| desk.editor.request("workspace/symbol", json!({ "query": query }));
    assert_eq!(names(&find("#moderate")), ["instant"]);
    assert_eq!(names(&find("#strong averaged")), ["averaged"]);
    assert_eq!(names(&find("#no-such-thing")), Vec::<&str>::new());
    let found = find("relay-av");
    assert_eq!(names(&found), ["relay-averaging"]);
    assert_eq!(places(&json!([found[0]["location"]])), ["house.synergy:1"]);
    assert_eq!(find("#moderate")[0]["containerName"], json!("relay · performance + decentralization · speculative"));
    assert!(desk.editor.quit());
}

#[test]
fn links_lead_to_evidence_and_to_used_files_and_say_what_is_known_to_those_who_show_it() {
    let mut able = modern();
    able["textDocument"]["documentLink"] = json!({ "tooltipSupport": true });
    for (capabilities, tells) in [(able, true), (modern(), false)] {
        let mut desk = Desk::new(capabilities);
        let document = json!({ "textDocument": { "uri": desk.uri("spec.synergy") } });
        let links = desk.editor.request("textDocument/documentLink", document);
        assert_eq!(links[0]["target"], json!(desk.uri("house.synergy")));
        assert_eq!(links[0]["range"]["start"], json!({ "line": 0, "character": 5 }), "without the quote");
        assert_eq!(links[1]["target"], json!("https://arxiv.org/abs/2209.01188"));
        let tooltip = links[1]["tooltip"].as_str();
        assert_eq!(tooltip.is_some_and(|tooltip| tooltip.starts_with("paper: can be checked")), tells, "{tooltip:?}");
        assert!(desk.editor.quit());
    }
}
