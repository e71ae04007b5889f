//! A slip costs its line and nothing else: every broken input of the grammar's corpus, judged.

use hypecheck::ide::HintSettings;
use hypecheck::model::{FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use hypecheck::rules::{Report, check};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::{Text, TextRange, TextSize};
use proptest::prelude::*;

fn settings() -> hypecheck::rules::Settings {
    hypecheck::rules::Settings::new(hypecheck::syntax::Date { year: 2026, month: Some(11), day: Some(24) })
}

fn judge(source: &str) -> (Snapshot, FileId, Report) {
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual("test".to_owned()), text, tree, Some(1), &MemoryDisk::default());
    workspace.set_complete(true);
    let snapshot = workspace.snapshot();
    let report = check(&snapshot, id, &settings()).expect("it was just opened");
    (snapshot, id, report)
}

/// The inputs of a file of the corpus, with their titles.
fn corpus(file: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = file.split_inclusive('\n').collect();
    let is_rule = |line: &str, mark: char| line.len() > 3 && line.trim_end().chars().all(|c| c == mark);
    let mut cases = Vec::new();
    let mut index = 0;
    while index + 2 < lines.len() {
        if !(is_rule(lines[index], '=') && is_rule(lines[index + 2], '=')) {
            index += 1;
            continue;
        }
        let title = lines[index + 1].trim().to_owned();
        let start = index + 3;
        let end = (start..lines.len()).find(|&line| is_rule(lines[line], '-')).unwrap_or(lines.len());
        cases.push((title, lines[start..end].concat()));
        index = end;
    }
    cases
}

fn broken() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar/test/corpus");
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus is there") {
        let path = entry.expect("it can be listed").path();
        let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        if name.starts_with("broken-") {
            let text = std::fs::read_to_string(&path).expect("it can be read");
            cases.extend(corpus(&text).into_iter().map(|(title, source)| (format!("{name}: {title}"), source)));
        }
    }
    assert!(cases.len() >= 40, "only {} broken inputs were found", cases.len());
    cases
}

/// What is written unusually, but means just one thing: it is read as it is meant.
const HARMLESS: &[&str] = &[
    "broken-claims: A claim with its title before its cells",
    "broken-braces: A brace on the next line",
    "broken-braces: A brace on the line after the next, below a comment",
    "broken-braces: A brace on the next line at two levels",
    "broken-braces: A closing brace behind a value",
    "broken-keywords: A declaration behind a field",
    "broken-keywords: A declaration behind a closing brace",
    "broken-keywords: A matrix with its title last",
    "broken-files: A byte order mark",
    "broken-files: A byte order mark in the middle",
    "broken-files: Nothing but a comment",
    "broken-files: Nothing",
    "broken-files: Tabs and blanks behind everything",
    "broken-fields: A unit without its space",
    "broken-strings: A block string before a brace and a keyword",
];

#[test]
fn nesting_without_end_is_told_once() {
    for source in ["{\n".repeat(5000), "project a \"A\" { ".repeat(5000), "a b {\n".repeat(5000)] {
        let (_, _, report) = judge(&source);
        let deep = report.diagnostics.iter().filter(|found| found.message.contains("too deeply")).count();
        assert!(deep <= 1, "{deep} times for {:?}…", &source[..10]);
        assert!(!report.diagnostics.is_empty());
    }
}

/// `benches/instructions.rs` holds what it costs.
#[test]
fn a_slip_in_a_very_long_list_is_told_where_it_is() {
    for comma in [", ", ",\n      "] {
        let list: Vec<String> = (0..20_000).map(|number| format!("\"name {number}\"")).collect();
        let list = list.join(comma).replace("name 10000", "name \\q");
        let source = format!("technique long \"Long\" {{\n  serves privacy\n  aka {list}\n}}\n");
        let (_, _, report) = judge(&source);
        let found: Vec<_> = report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").collect();
        let place = source.find("\\q").expect("it is there") as u32;
        assert!(matches!(&found[..], [only] if only.range.start() == place.into()), "{found:#?}");
    }
}

#[test]
fn a_text_that_is_not_closed_is_told_alone() {
    let source = "project a \"A\" {\n  claim b: privacy + decentralization {\n    says \"\"\"One and\n  }\n}\n";
    let (_, _, report) = judge(source);
    let messages: Vec<_> = report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").collect();
    assert!(matches!(&messages[..], [only] if only.message.starts_with("This text is not closed.")), "{messages:#?}");
}

#[test]
fn a_name_is_missed_even_where_the_brace_stands_on_the_next_line() {
    for source in ["matrix\n{ }\n", "matrix { }\n"] {
        let (_, _, report) = judge(source);
        let messages: Vec<_> = report.diagnostics.iter().map(|found| &found.message).collect();
        assert!(
            matches!(&messages[..], [only] if only.starts_with("After `matrix` a name is missing.")),
            "{messages:?}"
        );
    }
}

#[test]
fn what_stands_where_it_cannot_is_found_by_its_place() {
    let source = "project a \"A\" {\n  project b \"B\" {\n  }\n  claim c: privacy + decentralization {\n    says \"x\"\n  }\n}\n";
    let (snapshot, id, _) = judge(source);
    let file = snapshot.file(id).expect("it was opened");
    let innermost = |word: &str| {
        let offset = source.find(word).expect("it is there");
        let path = file.declarations_at((offset as u32).into());
        path.last().and_then(|(_, found)| Some(found.name.as_ref()?.text.to_string()))
    };
    assert_eq!(innermost("b \"B\""), Some("b".to_owned()));
    assert_eq!(innermost("says"), Some("c".to_owned()));
}

#[test]
fn every_broken_input_gets_an_error_in_words_and_in_bounds() {
    let mut silent = Vec::new();
    for (title, source) in broken().into_iter().filter(|(title, _)| !HARMLESS.contains(&title.as_str())) {
        let (_, _, report) = judge(&source);
        let errors = report.diagnostics.iter().filter(|found| found.level == hypecheck::rules::Level::Error);
        if errors.count() == 0 {
            silent.push(title.clone());
        }
        for found in &report.diagnostics {
            assert!(usize::from(found.range.end()) <= source.len(), "{title}: {found:?}");
            assert!(found.message.ends_with(['.', '?']) && found.message.len() > 15, "{title}: {:?}", found.message);
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn a_slip_never_brings_down_a_flood_of_findings() {
    for (title, source) in broken() {
        let (_, _, report) = judge(&source);
        let errors = report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").count();
        assert!(
            errors <= source.lines().count().max(3),
            "{title}: {errors} syntax errors for\n{source}\n{:#?}",
            report.diagnostics.iter().map(|d| &d.message).collect::<Vec<_>>()
        );
    }
}

const PIECES: &[&str] = &[
    "claim a: privacy + security {\n",
    "}\n",
    "{",
    "\"",
    "\"\"\"",
    "\n",
    "\r\n",
    "\r",
    "😀",
    "e\u{301}",
    "# note",
    "says \"x\"\n",
    "using zkml,\n",
    "project p \"P\" {\n",
    "metric latency < 50 ms\n",
    ":",
    ",",
    " ",
    "\0",
    "\\",
    "use \"h\"\n",
    "+",
    "claim",
    "\t",
];

fn spec() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_tree_that_was_edited_is_the_tree_of_the_text(
        // In a sound file no more is parsed than what was touched.
        start in prop_oneof![spec(), Just(include_str!("../examples/tutorial.synergy").to_owned())],
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..20, prop::sample::select(PIECES)), 1..12),
    ) {
        let mut text = Text::new(&start);
        let mut model = start;
        let mut tree = SyntaxTree::parse(&text);
        for (index, len, typed) in edits {
            let boundaries: Vec<usize> = model.char_indices().map(|(at, _)| at).chain([model.len()]).collect();
            let from = index.index(boundaries.len());
            let to = (from + len).min(boundaries.len() - 1);
            let (from, to) = (boundaries[from], boundaries[to]);
            model.replace_range(from..to, typed);
            let before = text.clone();
            let range = text.replace(TextRange::new((from as u32).into(), (to as u32).into()), typed);
            tree.edit(&before, &text, range);
            tree = tree.reparse(&text);
            prop_assert_eq!(text.to_string(), model.clone());
        }
        let fresh = SyntaxTree::parse(&text);
        prop_assert_eq!(tree.to_sexp(), fresh.to_sexp(), "{:?}", model);
        prop_assert_eq!(tree.all_errors(), fresh.all_errors());
        prop_assert_eq!(format!("{:#?}", tree.declarations()), format!("{:#?}", fresh.declarations()), "{:?}", model);
    }

    #[test]
    fn any_text_is_judged_with_findings_in_bounds(source in any::<String>()) {
        let (_, _, report) = judge(&source);
        for found in &report.diagnostics {
            prop_assert!(usize::from(found.range.end()) <= source.len());
            prop_assert!(source.is_char_boundary(found.range.start().into()) && source.is_char_boundary(found.range.end().into()));
        }
    }

    #[test]
    fn any_place_of_any_text_can_be_asked_about(source in spec(), at in any::<prop::sample::Index>()) {
        let (snapshot, id, report) = judge(&source);
        let offset = at.index(source.len() + 1) as u32;
        hypecheck::ide::hover(&snapshot, id, offset.into(), Some(&report));
        if let Some(found) = hypecheck::ide::completions(&snapshot, id, offset.into(), Some(&report)) {
            for item in found.items.iter().take(3) {
                hypecheck::ide::documentation(&snapshot, id, offset.into(), item);
            }
        }
        hypecheck::ide::signature(&snapshot, id, offset.into());
        let steps = hypecheck::ide::selections(&snapshot, id, offset.into());
        prop_assert!(steps.windows(2).all(|pair| pair[1].contains_range(pair[0])), "{:?}", steps);
        hypecheck::ide::definition(&snapshot, id, offset.into());
        hypecheck::ide::symbols(&snapshot, id, Some(&report));
        hypecheck::ide::folds(&snapshot, id, Some(&report));
        hypecheck::ide::swatches(&snapshot, id);
        hypecheck::ide::lenses(&snapshot, id, &report, &[]);
        let whole = TextRange::up_to(TextSize::of(source.as_str()));
        hypecheck::ide::hints(&snapshot, id, &report, whole, &HintSettings::default());
        let tokens = hypecheck::ide::tokens(&snapshot, id, Some(&report), whole);
        prop_assert!(tokens.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start()), "{:?}", tokens);
        hypecheck::ide::highlights(&snapshot, id, offset.into(), Some(&report));
        hypecheck::ide::links(&snapshot, id, Date { year: 2026, month: None, day: None }, Some(&report));
        if let Some(step) = hypecheck::ide::argument_at(&snapshot, id, offset.into(), Some(&report)) {
            hypecheck::ide::rests_on(&snapshot, &step);
        }
        hypecheck::ide::built_on(&snapshot, id, offset.into());
    }

    #[test]
    fn whatever_is_renamed_is_named_where_it_was(source in spec(), at in any::<prop::sample::Index>()) {
        let (snapshot, id, _) = judge(&source);
        let offset = at.index(source.len() + 1) as u32;
        let uses = |snapshot: &Snapshot, offset: u32| {
            let found = hypecheck::ide::references(snapshot, id, offset.into());
            found.map(|found| found.in_file(snapshot, id, true).len())
        };
        if let Ok(edits) = hypecheck::ide::rename(&snapshot, id, offset.into(), "quite-another-name") {
            let [(_, edits)] = &edits[..] else { return Err(TestCaseError::fail(format!("{edits:?}"))) };
            let after = snapshot.file(id).expect("it is there").text().apply(edits);
            let (renamed, id_after, _) = judge(&after.to_string());
            prop_assert_eq!(id, id_after);
            let first = edits.iter().map(|edit| u32::from(edit.range.start())).min().expect("there are edits");
            prop_assert_eq!(uses(&snapshot, offset), uses(&renamed, first + 1), "{:?}", source);
        }
    }
}
