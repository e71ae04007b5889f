//! What can be done at a place, asked and applied as an editor does it.

use super::harness::{Editor, WEAK, modern, pulling};
use crate::rules::{Diagnostic, Report, all, fixture};
use serde_json::{Value, json};
use std::collections::HashMap;

const URI: &str = "untitled:actions";

/// An editor that can do all there is.
fn able(encoding: &str) -> Value {
    let mut capabilities = pulling();
    capabilities["general"]["positionEncodings"] = json!([encoding]);
    capabilities["textDocument"]["diagnostic"] = json!({ "dataSupport": true });
    capabilities["textDocument"]["codeAction"] = json!({
        "dataSupport": true, "resolveSupport": { "properties": ["edit"] }, "disabledSupport": true,
        "honorsChangeAnnotations": true, "documentationSupport": true, "isPreferredSupport": true,
    });
    capabilities["workspace"]["workspaceEdit"] = json!({
        "documentChanges": true, "resourceOperations": ["create"], "snippetEditSupport": true,
        "changeAnnotationSupport": {},
    });
    capabilities["window"] = json!({ "showDocument": { "support": true } });
    capabilities
}

/// The same, but edits are plain.
fn plain(encoding: &str) -> Value {
    let mut capabilities = able(encoding);
    capabilities["workspace"]["workspaceEdit"] = json!({ "documentChanges": true });
    capabilities["textDocument"]["codeAction"] = json!({ "disabledSupport": true });
    capabilities
}

const ENCODINGS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

fn width(c: char, encoding: &str) -> usize {
    match encoding {
        "utf-8" => c.len_utf8(),
        "utf-16" => c.len_utf16(),
        _ => 1,
    }
}

/// Where in a text an editor's place is.
fn offset(text: &str, position: &Value, encoding: &str) -> usize {
    let wanted = |name: &str| position[name].as_u64().expect("a number") as usize;
    let mut lines = 0;
    let mut at = 0;
    let mut rest = text.char_indices().peekable();
    while lines < wanted("line") {
        let (index, c) = rest.next().expect("the line is there");
        let ends = c == '\n' || c == '\r' && !text[index + 1..].starts_with('\n');
        if ends {
            lines += 1;
            at = index + 1;
        }
    }
    let mut columns = wanted("character");
    for c in text[at..].chars() {
        if columns == 0 {
            break;
        }
        columns = columns.checked_sub(width(c, encoding)).expect("a place between characters");
        at += c.len_utf8();
    }
    at
}

/// Applies edits as an editor does, those of a snippet with what it shows before anybody types.
#[track_caller]
fn apply(text: &str, edits: &Value, encoding: &str) -> String {
    let edits = edits.as_array().expect("a list").iter().map(|edit| {
        let at = |end: &str| offset(text, &edit["range"][end], encoding);
        let new = match edit["newText"].as_str() {
            Some(new) => new.to_owned(),
            None => shown(edit["snippet"]["value"].as_str().expect("a snippet")),
        };
        (at("start"), at("end"), new)
    });
    let mut edits: Vec<(usize, usize, String)> = edits.collect();
    edits.sort();
    assert!(edits.windows(2).all(|pair| pair[0].1 <= pair[1].0), "edits overlap: {edits:?}");
    let mut applied = text.to_owned();
    for (start, end, new) in edits.iter().rev() {
        applied.replace_range(*start..*end, new);
    }
    applied
}

/// What a snippet shows: its places empty, or with what they are filled with.
fn shown(snippet: &str) -> String {
    let mut shown = String::new();
    let mut chars = snippet.chars().peekable();
    let mut inside = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => shown.extend(chars.next()),
            '}' if inside => inside = false,
            '$' if chars.peek() == Some(&'{') => {
                inside = true;
                while chars.next().is_some_and(|c| c != ':') {}
            }
            '$' => while chars.next_if(char::is_ascii_digit).is_some() {},
            c => shown.push(c),
        }
    }
    shown
}

fn code_actions(editor: &mut Editor, uri: &str, range: Value, context: Value) -> Vec<Value> {
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
    editor.request("textDocument/codeAction", params).as_array().expect("a list").clone()
}

fn caret(line: u32, character: u32) -> Value {
    json!({ "start": { "line": line, "character": character }, "end": { "line": line, "character": character } })
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().expect("a title")).collect()
}

#[track_caller]
fn titled<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"].as_str().is_some_and(|it| it.starts_with(title)));
    found.unwrap_or_else(|| panic!("no `{title}` in {:#?}", titles(actions)))
}

/// What an action does to a text that is open, all in one file.
fn applied(editor: &mut Editor, text: &str, action: &Value, encoding: &str) -> String {
    let edit = match action.get("edit") {
        Some(edit) => edit.clone(),
        None => editor.request("codeAction/resolve", action.clone())["edit"].clone(),
    };
    let changes = edit["documentChanges"].as_array().expect("changes");
    assert_eq!((changes.len(), &changes[0]["textDocument"]["version"]), (1, &json!(1)));
    apply(text, &changes[0]["edits"], encoding)
}

fn count(report: &Report, of: impl Fn(&Diagnostic) -> bool) -> usize {
    report.diagnostics.iter().filter(|found| of(found)).count()
}

#[track_caller]
fn assert_nothing_looks_better(before: &Report, after: &Report, told: &str) {
    let verdicts: HashMap<_, _> =
        before.claims.iter().map(|claim| ((&claim.project, &claim.name), claim.verdict)).collect();
    for claim in &after.claims {
        let then = verdicts.get(&(&claim.project, &claim.name)).copied().flatten();
        assert!(then.is_none() || claim.verdict <= then, "a verdict rose: {told}");
    }
    let errors = |report: &Report| count(report, |found| found.rule.name == "syntax-error");
    assert!(errors(after) <= errors(before), "it can be read less well: {told}");
}

/// Each fix of each failing example of each rule, for editors of each encoding, with titles first and without.
#[test]
fn every_fix_removes_its_finding_and_makes_nothing_look_better() {
    let mut tried = 0;
    for (turn, encoding) in ENCODINGS.into_iter().enumerate() {
        let mut editor = Editor::start(if turn % 2 == 0 { able(encoding) } else { plain(encoding) });
        let examples = all().iter().flat_map(|rule| rule.failing.iter().map(move |example| (*rule, example)));
        for (number, (rule, example)) in examples.enumerate() {
            // Each encoding has a third of the plain examples, and all with characters that encodings count differently.
            let source =
                if number % 3 == turn { format!("# 😀é\n{}", example.text) } else { example.text.to_owned() };
            if number % 3 != turn && source.is_ascii() {
                continue;
            }
            let uri = format!("untitled:{encoding}-{number}");
            editor.open(&uri, &source);
            let pulled = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
            let before = fixture::report(&source);
            for found in pulled["items"].as_array().expect("a list").iter().filter(|found| found["code"] == rule.name) {
                let context = json!({ "diagnostics": [found], "only": ["quickfix"] });
                for action in code_actions(&mut editor, &uri, found["range"].clone(), context) {
                    if action["diagnostics"][0] != *found {
                        continue;
                    }
                    let text = applied(&mut editor, &source, &action, encoding);
                    let after = fixture::report(&text);
                    let told = format!("{}: {}\n{text}\n{:#?}", rule.name, action["title"], after.diagnostics);
                    let same = |report: &Report| count(report, |found| found.rule == rule);
                    assert!(same(&after) < same(&before), "the finding is still there: {told}");
                    let level = match found["severity"].as_u64() {
                        Some(1) => crate::rules::Level::Error,
                        Some(2) => crate::rules::Level::Warning,
                        Some(3) => crate::rules::Level::Information,
                        _ => crate::rules::Level::Hint,
                    };
                    let grave = |report: &Report| count(report, |found| found.level >= level);
                    assert!(grave(&after) < grave(&before), "something as grave has come: {told}");
                    assert_nothing_looks_better(&before, &after, &told);
                    tried += 1;
                }
            }
        }
        assert!(editor.quit());
    }
    assert!(tried > 60, "only {tried} fixes were tried");
}

#[test]
fn what_is_mended_all_at_once_is_mended_to_the_end() {
    let mut editors: Vec<Editor> = ENCODINGS.map(|encoding| Editor::start(able(encoding))).into();
    let mut tried = 0;
    let examples = all().iter().flat_map(|rule| rule.failing);
    for (number, example) in examples.enumerate() {
        let (turn, uri) = (number % 3, format!("untitled:all-{number}"));
        let (editor, encoding) = (&mut editors[turn], ENCODINGS[turn]);
        let source = format!("# 😀é\n{}", example.text);
        let all = json!({ "diagnostics": [], "only": ["source.fixAll"] });
        editor.open(&uri, &source);
        let offered = code_actions(editor, &uri, caret(0, 0), all.clone());
        let Some(action) = offered.first() else { continue };
        assert_eq!((offered.len(), &action["kind"]), (1, &json!("source.fixAll.hypecheck")));
        let text = applied(editor, &source, action, encoding);
        let (before, after) = (fixture::report(&source), fixture::report(&text));
        let told = format!("{}\n{text}\n{:#?}", example.title, after.diagnostics);
        // What could not be read before may be found wanting now, but nothing as grave comes.
        let gravest = before.diagnostics.iter().map(|found| found.level).max();
        let grave = |report: &Report| count(report, |found| Some(found.level) >= gravest);
        assert!(grave(&after) < grave(&before), "{told}");
        assert_nothing_looks_better(&before, &after, &told);
        let again = format!("{uri}-again");
        editor.open(&again, &text);
        assert_eq!(code_actions(editor, &again, caret(0, 0), all), Vec::<Value>::new(), "{told}");
        tried += 1;
    }
    assert!(tried > 5, "only {tried} were tried");
    assert!(editors.into_iter().all(Editor::quit));
}

#[test]
fn titles_come_first_and_edits_on_demand_for_the_text_that_they_were_offered_for() {
    let mut editor = Editor::start(able("utf-16"));
    editor.open(URI, &WEAK.replace("performance", "performnce"));
    let offered = code_actions(&mut editor, URI, caret(1, 20), json!({ "diagnostics": [] }));
    let action = titled(&offered, "Write `performance`");
    assert_eq!((action.get("edit"), &action["isPreferred"]), (None, &json!(true)));
    let resolved = editor.request("codeAction/resolve", action.clone());
    let change = &resolved["edit"]["documentChanges"][0];
    assert_eq!(
        (&change["textDocument"]["version"], &change["edits"][0]["newText"]),
        (&json!(1), &json!("performance"))
    );
    editor.change(URI, 2, json!([{ "range": caret(0, 0), "text": "\n" }]));
    assert_eq!(editor.request_error("codeAction/resolve", action.clone()), -32801);
    assert!(editor.quit());
}

#[test]
fn a_kind_that_is_asked_for_stands_for_those_below_it_and_for_no_others() {
    let mut editor = Editor::start(able("utf-16"));
    let source = format!("use \"x.synergy\"\n{}", WEAK.replace("benchmark", "benchmrk"));
    editor.open(URI, &source);
    let mut kinds = |context: Value| {
        let range = json!({ "start": { "line": 2, "character": 9 }, "end": { "line": 4, "character": 15 } });
        let offered = code_actions(&mut editor, URI, range, context);
        let mut kinds: Vec<String> =
            offered.iter().map(|action| action["kind"].as_str().expect("a kind").to_owned()).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let everything = ["quickfix", "refactor.rewrite", "source.fixAll.hypecheck", "source.organizeImports"];
    for (only, expected) in [
        (json!([""]), &everything[..]),
        (json!(["quickfix"]), &everything[..1]),
        (json!(["refactor"]), &everything[1..2]),
        (json!(["refactor.rewrite"]), &everything[1..2]),
        (json!(["refactor.rewrite.deeper", "refactor.inline", "quick", "notebook"]), &[]),
        (json!(["source"]), &everything[2..]),
        (json!(["source.fixAll", "quickfix"]), &[everything[0], everything[2]]),
        (json!(["source.fixAll.hypecheck"]), &everything[2..3]),
        (json!(["source.fixAll.other"]), &[]),
        (json!([]), &[]),
    ] {
        assert_eq!(kinds(json!({ "diagnostics": [], "only": only })), expected, "{only}");
    }
    // Asked by a person; then by the light bulb, which wants nothing of the whole file.
    assert_eq!(kinds(json!({ "diagnostics": [], "triggerKind": 1 })), everything);
    assert_eq!(kinds(json!({ "diagnostics": [], "triggerKind": 2 })), everything[..2]);
    assert!(editor.quit());
}

#[test]
fn what_cannot_be_done_is_shown_with_the_reason_where_the_editor_shows_such() {
    let source =
        "project a \"A\" {\n  claim same { says \"x\" }\n}\nproject b \"B\" {\n  claim same { says \"y\" }\n}\n";
    let context = json!({ "diagnostics": [], "only": ["refactor.move"] });
    let mut editor = Editor::start(able("utf-16"));
    editor.open(URI, source);
    let offered = code_actions(&mut editor, URI, caret(1, 10), context.clone());
    assert_eq!(offered[0]["disabled"]["reason"], "`b` has a claim of that name already.");
    assert!(editor.quit());
    let mut editor = Editor::start(modern());
    editor.open(URI, source);
    assert_eq!(code_actions(&mut editor, URI, caret(1, 10), context), Vec::<Value>::new());
    assert!(editor.quit());
}

#[test]
fn a_field_to_fill_is_a_snippet_where_the_editor_knows_such_and_says_that_it_adds_a_field() {
    let context = json!({ "diagnostics": [], "only": ["quickfix"] });
    let mut editor = Editor::start(able("utf-16"));
    editor.open(URI, WEAK);
    let offered = code_actions(&mut editor, URI, caret(1, 20), context.clone());
    let caveat = titled(&offered, "Say in a `caveat weak-synergy`").clone();
    assert_eq!(caveat.get("isPreferred"), None);
    let resolved = editor.request("codeAction/resolve", caveat);
    let edit = &resolved["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(edit["snippet"], json!({ "kind": "snippet", "value": "\n    caveat weak-synergy \"$1\"" }));
    let annotation = edit["annotationId"].as_str().expect("it says what it is");
    assert_eq!(
        resolved["edit"]["changeAnnotations"][annotation],
        json!({ "label": "adds fields", "needsConfirmation": false })
    );
    assert!(editor.quit());
    let mut editor = Editor::start(modern());
    editor.open(URI, WEAK);
    let offered = code_actions(&mut editor, URI, caret(1, 20), context);
    let edit = &titled(&offered, "Say in a `caveat weak-synergy`")["edit"];
    assert_eq!(edit["documentChanges"][0]["edits"][0]["newText"], "\n    caveat weak-synergy \"\"");
    assert_eq!(edit.get("changeAnnotations"), None);
    assert!(editor.quit());
}

#[test]
fn other_words_need_a_confirmation_and_another_spelling_needs_none() {
    let mut editor = Editor::start(able("utf-16"));
    let source =
        "project p \"P\" {\n  claim c: privacy + securty {\n    says \"A completely private network.\"\n  }\n}\n";
    editor.open(URI, source);
    let mut annotation = |line: u32, character: u32, title: &str| {
        let offered = code_actions(&mut editor, URI, caret(line, character), json!({ "diagnostics": [] }));
        let resolved = editor.request("codeAction/resolve", titled(&offered, title).clone());
        let edit = resolved["edit"]["documentChanges"][0]["edits"][0].clone();
        resolved["edit"]["changeAnnotations"][edit["annotationId"].as_str().expect("a name")].clone()
    };
    let words = annotation(2, 13, "Write `hides … from … by …`");
    assert_eq!(words, json!({ "label": "changes wording", "needsConfirmation": true }));
    let spelling = annotation(1, 24, "Write `security`");
    assert_eq!(spelling, json!({ "label": "changes spelling", "needsConfirmation": false }));
    assert!(editor.quit());
}

#[test]
fn a_finding_is_known_again_when_the_text_above_it_has_grown() {
    let mut editor = Editor::start(able("utf-16"));
    editor.open(URI, &format!("# Note\n{WEAK}"));
    editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    editor.change(URI, 2, json!([{ "range": caret(0, 6), "text": "s, more of them" }]));
    let pulled = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    let mut found = pulled["items"][0].clone();
    found["message"] = json!("as the editor keeps it");
    let context = json!({ "diagnostics": [found], "only": ["quickfix"] });
    let offered = code_actions(&mut editor, URI, found["range"].clone(), context);
    assert_eq!(offered[0]["diagnostics"], json!([found]));
    assert!(editor.quit());
}

#[test]
fn a_finding_carries_what_tells_its_fixes_and_comes_back_with_them() {
    let mut editor = Editor::start(able("utf-16"));
    editor.open(URI, WEAK);
    let pulled = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    let mut found = pulled["items"][0].clone();
    assert_eq!(found["data"], json!({ "fixes": ["rule", "caveat"] }));
    // The editor's own finding comes back, whatever the editor has made of it.
    found["message"] = json!("as the editor keeps it");
    let context = json!({ "diagnostics": [found], "only": ["quickfix"] });
    let offered = code_actions(&mut editor, URI, found["range"].clone(), context);
    assert_eq!(offered[0]["diagnostics"], json!([found]));
    // One that says it has no fix is believed: nothing is looked at.
    found["data"]["fixes"] = json!([]);
    let context = json!({ "diagnostics": [found], "only": ["quickfix"] });
    assert_eq!(code_actions(&mut editor, URI, found["range"].clone(), context), Vec::<Value>::new());
    assert!(editor.quit());
    let mut editor = Editor::start(pulling());
    editor.open(URI, WEAK);
    let pulled = editor.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(pulled["items"][0].get("data"), None);
    assert!(editor.quit());
}

#[test]
fn a_technique_goes_into_a_house_vocabulary_that_is_made_for_it_or_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |name: &str| url::Url::from_file_path(folder.path().join(name)).expect("an address").to_string();
    let technique = "technique nightly \"Nightly\" {\n  about \"At night. 😀\"\n}\n";
    let context = json!({ "diagnostics": [], "only": ["refactor.extract"] });
    let mut editor = Editor::start(able("utf-16"));
    editor.open(&uri("spec.synergy"), technique);
    let offered = code_actions(&mut editor, &uri("spec.synergy"), caret(0, 0), context.clone());
    let resolved = editor.request("codeAction/resolve", offered[0].clone());
    let changes = &resolved["edit"]["documentChanges"];
    let create = json!({
        "kind": "create", "uri": uri("house.synergy"), "options": { "overwrite": false, "ignoreIfExists": false }
    });
    assert_eq!(changes[0], create);
    assert_eq!(changes[1]["textDocument"], json!({ "uri": uri("house.synergy"), "version": null }));
    assert_eq!(apply("", &changes[1]["edits"], "utf-16"), technique);
    assert_eq!(apply(technique, &changes[2]["edits"], "utf-16"), "use \"house.synergy\"\n\n");
    // There is one, and it is used.
    let house = "# 😀\nmatrix acme \"Acme\" extends standard { }";
    std::fs::write(folder.path().join("house.synergy"), house).expect("it can be written");
    let spec = format!("use \"house.synergy\"\n{technique}");
    editor.open(&uri("other.synergy"), &spec);
    let offered = code_actions(&mut editor, &uri("other.synergy"), caret(1, 0), context.clone());
    let resolved = editor.request("codeAction/resolve", titled(&offered, "Move technique").clone());
    let changes = &resolved["edit"]["documentChanges"];
    assert_eq!(apply(house, &changes[0]["edits"], "utf-16"), format!("{house}\n\n{technique}"));
    assert_eq!(apply(&spec, &changes[1]["edits"], "utf-16"), "use \"house.synergy\"\n");
    // There is one, and it is not used.
    let offered = code_actions(&mut editor, &uri("spec.synergy"), caret(0, 0), context.clone());
    assert!(offered[0]["disabled"]["reason"].as_str().is_some_and(|reason| reason.starts_with("There is a house")));
    assert!(editor.quit());
    // An editor that can make no file is offered nothing that takes one.
    std::fs::remove_file(folder.path().join("house.synergy")).expect("it can be removed");
    let mut editor = Editor::start(modern());
    editor.open(&uri("spec.synergy"), technique);
    assert_eq!(code_actions(&mut editor, &uri("spec.synergy"), caret(0, 0), context), Vec::<Value>::new());
    assert!(editor.quit());
}

#[test]
fn uses_are_sorted_over_the_wire() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |name: &str| url::Url::from_file_path(folder.path().join(name)).expect("an address").to_string();
    for name in ["a", "b"] {
        let text = format!("technique {name}-way \"x\" {{ }}\n");
        std::fs::write(folder.path().join(format!("{name}.synergy")), text).expect("it can be written");
    }
    let source = "use \"b.synergy\"\nuse \"a.synergy\"\nproject p \"P\" { claim c { using a-way, b-way } }\n";
    let mut editor = Editor::start(plain("utf-8"));
    editor.open(&uri("spec.synergy"), source);
    let context = json!({ "diagnostics": [], "only": ["source.organizeImports"] });
    let offered = code_actions(&mut editor, &uri("spec.synergy"), caret(0, 0), context);
    assert_eq!(
        applied(&mut editor, source, &offered[0], "utf-8"),
        "use \"a.synergy\"\nuse \"b.synergy\"\nproject p \"P\" { claim c { using a-way, b-way } }\n"
    );
    assert!(editor.quit());
}

#[test]
fn the_list_of_actions_links_to_what_explains_them() {
    let mut editor = Editor::silent();
    let initialized = editor.request(
        "initialize",
        json!({ "processId": null, "rootUri": null, "capabilities": able("utf-16"), "workspaceFolders": null }),
    );
    let provider = &initialized["capabilities"]["codeActionProvider"];
    assert_eq!(provider["resolveProvider"], true);
    let documentation = &provider["documentation"][0];
    assert_eq!(documentation["kind"], "quickfix");
    editor.notify("initialized", json!({}));
    let command = &documentation["command"];
    let params = json!({ "command": command["command"], "arguments": command["arguments"] });
    let asked = editor.ask("workspace/executeCommand", params);
    let shown = editor.wait("a page", |message| message["method"] == "window/showDocument");
    assert_eq!(shown["params"]["uri"], command["arguments"][0]);
    assert_eq!(shown["params"]["external"], true);
    editor.send(&json!({ "jsonrpc": "2.0", "id": shown["id"], "result": { "success": true } }));
    assert_eq!(editor.answer(asked)["result"], true);
    // Nothing but the reference is opened, whoever asks.
    let params = json!({ "command": command["command"], "arguments": ["https://example.org"] });
    assert_eq!(editor.request_error("workspace/executeCommand", params), -32602);
    assert!(editor.quit());
}

#[test]
fn the_matrix_is_an_action_for_editors_that_run_commands_and_only_when_it_is_asked_for() {
    let mut runs = able("utf-16");
    runs["workspace"]["executeCommand"] = json!({});
    for (capabilities, offered) in [(runs, 1), (plain("utf-16"), 0)] {
        let mut editor = Editor::start(capabilities);
        editor.open(URI, WEAK);
        let actions = code_actions(&mut editor, URI, caret(1, 9), json!({ "diagnostics": [], "only": ["source"] }));
        let shown: Vec<&Value> = actions.iter().filter(|action| action["kind"] == "source.matrix").collect();
        assert_eq!(shown.len(), offered, "{actions:#?}");
        for action in shown {
            assert_eq!(action["command"]["command"], "hypecheck.matrix");
            assert_eq!(action["command"]["arguments"], json!([{ "uri": URI }]));
        }
        let unasked = json!({ "diagnostics": [], "triggerKind": 2 });
        let actions = code_actions(&mut editor, URI, caret(1, 9), unasked);
        assert!(!actions.iter().any(|action| action["kind"] == "source.matrix"), "{actions:#?}");
        assert!(editor.quit());
    }
}
