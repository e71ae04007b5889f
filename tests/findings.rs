//! All that is found in prose that was not written to be judged, so that a change of a rule shows what it changes.
//!
//! The examples, the prose of the built-in library and of the rules' own pages, and the labelled claims of real
//! projects are judged as claims, with every rule. What is found is kept in `tests/snapshots`, a line a finding: its
//! level, its rule and the words it underlines. A new line there is a new finding that somebody has to look at.

#[path = "support/examples.rs"]
mod examples;

use hypecheck::model::{FileId, FileKey, FileSystem, Library, Snapshot, Workspace, schema};
use hypecheck::rules::{Settings, all, check};
use hypecheck::syntax::{Date, Declaration, Keyword, SyntaxTree, ValueKind};
use hypecheck::text::Text;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn here(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn settings() -> Settings {
    Settings::new(Date { year: 2026, month: Some(11), day: Some(24) })
}

/// What is found in a file: a line a finding.
fn findings(snapshot: &Snapshot, id: FileId) -> Vec<String> {
    let report = check(snapshot, id, &settings()).expect("it was just opened");
    let text = snapshot.file(id).expect("it was just opened").text();
    let line = |found: &hypecheck::rules::Diagnostic| {
        let words = text.slice(found.range).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} {} “{words}”", found.level, found.rule.name)
    };
    report.diagnostics.iter().map(line).collect()
}

fn judged(name: &str, source: &str) -> Vec<String> {
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual(name.to_owned()), text, tree, None, &FileSystem);
    findings(&workspace.snapshot(), id)
}

/// A string of the language.
fn string(text: &str) -> String {
    let mut string = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => string += "\\\"",
            '\\' => string += "\\\\",
            '\n' => string += "\\n",
            '\t' => string += "\\t",
            c => string.push(c),
        }
    }
    string + "\""
}

/// What is found in a text that somebody claims, with evidence behind it, so that its words, its cells and its
/// techniques are found fault with and nothing else.
fn claimed(text: &str, cells: &str, using: &[&str]) -> Vec<String> {
    let colon = if cells.is_empty() { "" } else { ": " };
    let using = if using.is_empty() { String::new() } else { format!("  using {}\n", using.join(", ")) };
    let source = format!(
        "project sample \"Sample\" {{\n claim sample{colon}{cells} {{\n  says {}\n{using}  \
         evidence paper \"https://arxiv.org/abs/2610.00001\" 2026-10\n }}\n}}\n",
        string(text)
    );
    judged("claim.synergy", &source)
}

fn shown(text: &str, found: &[String], page: &mut String) {
    let _ = writeln!(page, "{}", text.split_whitespace().collect::<Vec<_>>().join(" "));
    for line in found {
        let _ = writeln!(page, "    {line}");
    }
}

#[test]
fn the_examples() {
    let mut page = String::new();
    for path in examples::examples() {
        let mut workspace = Workspace::new(vec![here("examples")]);
        let id = workspace.load(&path, &FileSystem).expect("it can be read");
        let name = path.strip_prefix(here("")).expect("it is inside").to_string_lossy().replace('\\', "/");
        shown(&name, &findings(&workspace.snapshot(), id), &mut page);
    }
    insta::assert_snapshot!(page);
}

/// The sentences of the library: all strings that are no names, no addresses and no titles.
fn sentences(declaration: &Declaration, found: &mut Vec<String>) {
    for field in &declaration.fields {
        let words = matches!(&*field.name.text, "aka" | "also" | "words" | "authors" | "use");
        // What a technique cannot be used for is named by its first string, in the words of those who promise it.
        let named = usize::from(&*field.name.text == "conflicts-with");
        for value in field.values.iter().skip(named) {
            if let ValueKind::String(prose) = &value.kind {
                if !words && value.as_url().is_none() && schema::field(declaration.keyword, &field.name.text).is_some()
                {
                    found.push(prose.text.to_string());
                }
            }
        }
    }
    for child in &declaration.children {
        sentences(&child.declaration, found);
    }
}

#[test]
fn the_prose_of_the_library() {
    let mut page = String::new();
    let mut all_sentences = 0;
    for (file, (name, _)) in Library::get().files().iter().zip(Library::sources()) {
        let mut found = Vec::new();
        for child in file.tree().declarations() {
            if child.declaration.keyword != Keyword::Reference {
                sentences(&child.declaration, &mut found);
            }
        }
        all_sentences += found.len();
        let _ = writeln!(page, "# {name}");
        for text in found {
            let lines = claimed(&text, "", &[]);
            let lines: Vec<String> = lines.into_iter().filter(|line| !is_of_the_cell(line)).collect();
            if !lines.is_empty() {
                shown(&text, &lines, &mut page);
            }
        }
    }
    assert!(all_sentences > 300, "the sentences were not found: {all_sentences}");
    insta::assert_snapshot!(page);
}

/// Whether a finding only says that no cell is declared: that is so on purpose here.
fn is_of_the_cell(line: &str) -> bool {
    line.contains(" unplaced-claim ")
}

#[test]
fn the_reasons_of_the_rules() {
    let mut page = String::new();
    for rule in all() {
        let lines: Vec<String> = rule
            .why
            .split("\n\n")
            .flat_map(|paragraph| claimed(paragraph.trim(), "", &[]))
            .filter(|line| !is_of_the_cell(line))
            .collect();
        if !lines.is_empty() {
            shown(rule.name, &lines, &mut page);
        }
    }
    insta::assert_snapshot!(page);
}

#[test]
fn the_claims_of_real_projects() {
    let text = std::fs::read_to_string(here("tests/claims/dev.jsonl")).expect("it is there");
    let scope = hypecheck::model::Scope::library();
    let mut page = String::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in text.lines() {
        let claim: serde_json::Value = serde_json::from_str(line).expect("a claim a line");
        let word = |value: &serde_json::Value| value.as_str().expect("a word").to_owned();
        let list = |name: &str| claim[name].as_array().expect("a list").clone();
        let cells: Vec<String> =
            list("cells").iter().map(|cell| format!("{} + {}", word(&cell["ai"]), word(&cell["chain"]))).collect();
        let techniques: Vec<String> = list("techniques").iter().map(word).collect();
        let using: Vec<&str> = techniques
            .iter()
            .map(String::as_str)
            .filter(|technique| scope.get(Keyword::Technique, technique).is_some())
            .collect();
        let text = word(&claim["text"]);
        // Once as it is labelled, and once for what its words alone come to.
        let mut found = claimed(&text, &cells.join(", "), &using);
        if !cells.is_empty() {
            found.extend(claimed(&text, "", &[]).into_iter().filter(|line| line.contains(" inferred-cell ")));
        }
        for line in &found {
            *counts.entry(line.split(' ').nth(1).unwrap_or_default().to_owned()).or_default() += 1;
        }
        shown(&format!("[{}] {} ({})", word(&claim["id"]), text, cells.join(", ")), &found, &mut page);
    }
    let _ = writeln!(page, "\n{counts:#?}");
    insta::assert_snapshot!(page);
}
