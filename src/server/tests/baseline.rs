//! Findings that are in a baseline, as an editor sees them.

use super::harness::{Editor, WEAK, modern};
use crate::rules::{Baseline, check, fingerprints, fixture};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A folder with a baseline that a `hypecheck.toml` names, and a spec in it.
struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    fn new(baseline: &str) -> Folder {
        let folder = tempfile::tempdir().expect("a folder");
        let all = Folder { folder };
        all.write("hypecheck.toml", "baseline = \"known.toml\"\n");
        all.write("known.toml", baseline);
        all
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("it can be written");
    }

    fn uri(&self, name: &str) -> String {
        url::Url::from_file_path(self.path(name)).expect("an address").to_string()
    }

    /// Writes a file and tells the editor's server of it.
    fn change(&self, editor: &mut Editor, name: &str, text: &str) {
        self.write(name, text);
        let changes = json!({ "changes": [{ "uri": self.uri(name), "type": 2 }] });
        editor.notify("workspace/didChangeWatchedFiles", changes);
    }
}

/// A baseline of everything that is found in the spec.
fn everything() -> String {
    let (snapshot, id) = fixture::snapshot(WEAK);
    let report = check(&snapshot, id, &fixture::settings()).expect("the file is there");
    let file = snapshot.file(id).expect("the file is there");
    let path = file.key().path().expect("it has a path");
    let baseline = Baseline::empty(&path.with_file_name("known.toml"));
    let found = report.diagnostics.iter().zip(fingerprints(file, &report.diagnostics));
    baseline.render(&found.map(|(found, print)| baseline.entry(path, found, print)).collect::<Vec<_>>())
}

const NOTHING: &str = "version = 1\nfindings = [\n]\n";

#[test]
fn what_is_in_the_baseline_is_not_shown_and_a_change_of_it_counts_at_once() {
    let folder = Folder::new(&everything());
    let mut editor = Editor::start(modern());
    editor.open(&folder.uri("a.synergy"), WEAK);
    assert_eq!(editor.published(&folder.uri("a.synergy"), 1), Vec::<Value>::new());
    folder.change(&mut editor, "known.toml", NOTHING);
    assert_eq!(editor.published(&folder.uri("a.synergy"), 1)[0]["code"], "weak-synergy");
    assert!(editor.quit());
}

#[test]
fn a_baseline_that_cannot_be_used_is_told_where_it_is_named() {
    let folder = Folder::new("version = 1\nfindings = [\n<<<<<<< ours\n]\n");
    let mut editor = Editor::start(modern());
    editor.open(&folder.uri("a.synergy"), WEAK);
    let told =
        editor.wait("what is wrong", |message| message["params"]["uri"] == folder.uri("hypecheck.toml").as_str());
    let problem = &told["params"]["diagnostics"][0];
    assert!(problem["message"].as_str().expect("a text").starts_with("known.toml:3: This line is a mark"), "{problem}");
    assert_eq!(problem["range"]["start"], json!({ "line": 0, "character": 11 }));
    folder.change(&mut editor, "known.toml", NOTHING);
    let told =
        editor.wait("nothing is wrong", |message| message["params"]["uri"] == folder.uri("hypecheck.toml").as_str());
    assert_eq!(told["params"]["diagnostics"], json!([]));
    assert!(editor.quit());
}

#[test]
fn a_finding_is_added_to_the_baseline_by_an_action_and_is_gone() {
    let folder = Folder::new(&Baseline::empty(&PathBuf::new()).render(&[]));
    let mut editor = Editor::start(modern());
    let spec = folder.uri("a.synergy");
    editor.open(&spec, WEAK);
    assert_eq!(editor.published(&spec, 1)[0]["code"], "weak-synergy");
    let asked = json!({
        "textDocument": { "uri": spec },
        "range": { "start": { "line": 1, "character": 20 }, "end": { "line": 1, "character": 20 } },
        "context": { "diagnostics": [], "only": ["quickfix"] },
    });
    let offered = editor.request("textDocument/codeAction", asked);
    let offered = offered.as_array().expect("actions").iter();
    let mut action = offered.filter(|action| action["title"] == "Add this `weak-synergy` to the baseline");
    let change = &action.next().expect("it is offered")["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": folder.uri("known.toml"), "version": null }));
    let edit = &change["edits"][0];
    let at = edit["range"]["start"]["line"].as_u64().expect("a line") as usize;
    assert_eq!((&edit["range"]["end"], &edit["range"]["start"]["character"]), (&edit["range"]["start"], &json!(0)));
    let before = std::fs::read_to_string(folder.path("known.toml")).expect("it can be read");
    let mut lines: Vec<&str> = before.split_inclusive('\n').collect();
    lines.insert(at, edit["newText"].as_str().expect("a text"));
    folder.change(&mut editor, "known.toml", &lines.concat());
    let left = editor.published(&spec, 1);
    assert!(left.iter().all(|found| found["code"] != "weak-synergy"), "{left:#?}");
    assert!(editor.quit());
}

#[test]
fn nothing_is_offered_for_a_baseline_where_none_is_named() {
    let mut editor = Editor::start(modern());
    editor.open("file:///specs/a.synergy", WEAK);
    let asked = json!({
        "textDocument": { "uri": "file:///specs/a.synergy" },
        "range": { "start": { "line": 1, "character": 20 }, "end": { "line": 1, "character": 20 } },
        "context": { "diagnostics": [], "only": ["quickfix"] },
    });
    let offered = editor.request("textDocument/codeAction", asked).to_string();
    assert!(offered.contains("caveat weak-synergy") && !offered.contains("baseline"), "{offered}");
    assert!(editor.quit());
}
