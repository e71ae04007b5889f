//! The laws of actions, held for every spec that there is and for broken ones: nothing makes a claim look better than it
//! is, nothing breaks a text, and what would make a claim hold does so once it is filled in.

use hypecheck::ide::{Action, ActionKind, Asking, ChangedFile, actions, changes};
use hypecheck::model::{FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use hypecheck::rules::{Addition, Report, Settings, all, check, ways};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::{Text, TextEdit, TextRange};
use std::collections::HashSet;
use std::path::Path;

const OWN: &str = "/workspace/test.synergy";

/// A spec, what is found in it, and what can be done there.
struct Spec {
    snapshot: Snapshot,
    id: FileId,
    report: Report,
    settings: Settings,
}

impl Spec {
    fn new(source: &str) -> Spec {
        Self::beside(source, &[])
    }

    /// A spec beside other files of its folder.
    fn beside(source: &str, others: &[(&str, &str)]) -> Spec {
        let mut disk = MemoryDisk::default();
        for (name, text) in others {
            disk.insert(format!("/workspace/{name}"), Ok(text));
        }
        let mut workspace = Workspace::new(vec!["/workspace".into()]);
        let text = Text::new(source);
        let tree = SyntaxTree::parse(&text);
        let id = workspace.open(&FileKey::Path(OWN.into()), text, tree, Some(1), &disk);
        let snapshot = workspace.snapshot();
        let settings = Settings::new(Date { year: 2026, month: Some(11), day: Some(24) });
        let report = check(&snapshot, id, &settings).expect("the file is there");
        Spec { snapshot, id, report, settings }
    }

    fn text(&self) -> &Text {
        self.snapshot.file(self.id).expect("the file is there").text()
    }

    fn asking(&self, range: TextRange) -> Asking<'_> {
        let Spec { snapshot, id, report, settings } = self;
        Asking { snapshot, file: *id, report, settings, range, deliberate: true, exists: &|_| false }
    }

    /// Whatever can be done in the file: at its findings, its claims and its declarations.
    fn offered(&self) -> Vec<Action> {
        let findings = self.report.diagnostics.iter().map(|found| found.range);
        let fixes = findings.flat_map(|range| actions(&self.asking(range), |kind| kind == ActionKind::QuickFix));
        let declarations = self.snapshot.file(self.id).expect("the file is there").tree().declarations();
        let places = self.report.claims.iter().map(|claim| claim.selection);
        let places = places.chain(declarations.iter().map(|child| TextRange::empty(child.offset)));
        let others = places.flat_map(|range| actions(&self.asking(range), |kind| kind != ActionKind::QuickFix));
        fixes.chain(others).collect()
    }

    /// The text that each action leaves of the file itself, each text once.
    fn left(&self) -> Vec<(Action, String)> {
        let mut seen = HashSet::new();
        let mut left = Vec::new();
        for action in self.offered() {
            for change in changes(&self.asking(self.text().range()), &action).unwrap_or_default() {
                let ChangedFile::There(id) = change.file else { continue };
                let text = self.snapshot.file(id).expect("it is there").text();
                assert_apart(text, &change.edits);
                let after = text.apply(&change.edits).to_string();
                if id == self.id && seen.insert(after.clone()) {
                    left.push((action.clone(), after));
                }
            }
        }
        left
    }
}

/// Edits as an editor wants them: in the text, on whole characters, and none in another.
#[track_caller]
fn assert_apart(text: &Text, edits: &[TextEdit]) {
    let mut ranges: Vec<TextRange> = edits.iter().map(|edit| edit.range).collect();
    ranges.sort_by_key(|range| (range.start(), range.end()));
    assert!(ranges.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{edits:?}");
    assert!(ranges.iter().all(|range| text.clamp(*range) == *range), "{edits:?}");
}

/// Every spec that there is: those of the rules, and the examples with the house that they use.
fn every_spec() -> Vec<(String, Spec)> {
    let mut specs: Vec<(String, Spec)> = Vec::new();
    for rule in all() {
        for example in rule.failing.iter().chain(rule.passing) {
            specs.push((format!("{}: {}", rule.name, example.title), Spec::new(example.text)));
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let house = std::fs::read_to_string(root.join("house/house.synergy")).expect("it can be read");
    for folder in [root.clone(), root.join("projects"), root.join("house")] {
        for entry in std::fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it can be listed").path();
            if path.extension().is_some_and(|extension| extension == "synergy") {
                let text = std::fs::read_to_string(&path).expect("it can be read");
                specs.push((path.display().to_string(), Spec::beside(&text, &[("house.synergy", &house)])));
            }
        }
    }
    specs
}

/// What a text comes to in the place of a spec's own.
fn judged(spec: &Spec, text: &str) -> Report {
    let snapshot = spec.snapshot.with_text(spec.id, Text::new(text)).expect("the file is there");
    check(&snapshot, spec.id, &spec.settings).expect("the file is there")
}

fn syntax_errors(report: &Report) -> usize {
    report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").count()
}

/// The law: no action makes anything look better than it is. What would raise a verdict writes fields that wait, each of
/// which is found until somebody fills it.
#[test]
fn no_action_raises_a_verdict_by_itself() {
    let mut raising = 0;
    for (name, spec) in every_spec() {
        for (action, text) in spec.left() {
            // A claim that moves is judged by another project's matrix, and says so in its title.
            if matches!(action.kind, ActionKind::Move | ActionKind::Extract) {
                continue;
            }
            let after = judged(&spec, &text);
            let told = || format!("{name}: {}\n{text}\n{:#?}", action.title, after.diagnostics);
            for claim in &after.claims {
                let before = spec.report.claims.iter().filter(|then| then.project == claim.project);
                let same = before.clone().find(|then| then.name == claim.name);
                let best = match same {
                    Some(same) => same.verdict,
                    // Parted from another.
                    None => before.filter_map(|then| then.verdict).max(),
                };
                assert!(best.is_none() || claim.verdict <= best, "a verdict rose\n{}", told());
            }
            assert!(syntax_errors(&after) <= syntax_errors(&spec.report), "{}", told());
            if action.title.contains('→') {
                raising += 1;
                let waits = |report: &Report| {
                    report.diagnostics.iter().filter(|found| found.rule.name == "unfilled-field").count()
                };
                assert!(waits(&after) > waits(&spec.report), "nothing waits to be filled\n{}", told());
            }
        }
    }
    assert!(raising > 100, "only {raising} ways to a better verdict were tried");
}

/// What the additions come to once they are filled is what their title says.
#[test]
fn a_way_that_is_filled_reaches_the_verdict_that_it_names() {
    let mut tried = 0;
    for (name, spec) in every_spec() {
        for (index, claim) in spec.report.claims.iter().enumerate() {
            for way in ways(&spec.snapshot, spec.id, claim) {
                let Some(fix) = way.fix.filter(|_| !way.additions.contains(&Addition::Wording)) else {
                    continue;
                };
                if claim.hype.len() + claim.unsaid.len() > 0 {
                    continue;
                }
                let text = spec.text().apply(&fix.edits).to_string();
                let needs = claim.cells.iter().filter_map(|cell| cell.rating.as_ref());
                let needs = needs.flat_map(|rating| rating.entry.declaration.field_names("needs"));
                let needs: Vec<&str> = needs.map(|(need, _)| need.as_str()).collect();
                let fill = |need: &str| {
                    let mut filled = text.replace("using \"\"", &format!("using {need}"));
                    filled = filled.replace("metric \"\"", "metric a-figure = 7");
                    for kind in ["audit", "code", "benchmark", "paper"] {
                        let empty = format!("evidence {kind} \"\"");
                        filled = filled.replace(&empty, &format!("evidence {kind} \"https://example.org/a\""));
                    }
                    judged(&spec, &filled).claims[index].verdict
                };
                let needs = if needs.is_empty() { vec![""] } else { needs };
                let reached = needs.into_iter().filter_map(fill).max();
                assert_eq!(reached, Some(way.verdict), "{name}: {}\n{text}", way.title);
                tried += 1;
            }
        }
    }
    assert!(tried > 50, "only {tried} were tried");
}

/// Broken texts of the grammar's corpus, and what happens to texts on their way between machines.
fn strange_texts() -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar/test/corpus");
    for entry in std::fs::read_dir(folder).expect("the corpus is there") {
        let path = entry.expect("it can be listed").path();
        if path.file_stem().is_some_and(|name| name.to_string_lossy().starts_with("broken-")) {
            let corpus = std::fs::read_to_string(&path).expect("it can be read");
            // A title between two lines of `=`, the spec, a line of `-`, its tree.
            let specs = corpus.split("\n---").filter_map(|part| part.rsplit_once("===\n"));
            texts.extend(specs.map(|(_, spec)| spec.to_owned()));
        }
    }
    assert!(texts.len() > 40, "only {} broken texts were found", texts.len());
    for rule in all() {
        for example in rule.failing {
            texts.push(example.text.replace('\n', "\r\n"));
            texts.push(example.text.replace('\n', "\r"));
            texts.push(format!("# 😀 é\n{}", example.text.replace("\"Demo\"", "\"Demo 😀\"")));
            // Cut off in the middle, as while it is typed.
            let half = (0..=example.text.len() / 2).rev().find(|&at| example.text.is_char_boundary(at)).unwrap_or(0);
            texts.push(example.text[..half].to_owned());
        }
    }
    texts
}

#[test]
fn no_action_breaks_a_text_whatever_that_is_like() {
    for source in strange_texts() {
        let spec = Spec::new(&source);
        let errors = syntax_errors(&spec.report);
        for (action, text) in spec.left() {
            let told = || format!("{}\nbefore:\n{source}\nafter:\n{text}", action.title);
            let after = judged(&spec, &text);
            assert!(syntax_errors(&after) <= errors, "{}\n{:#?}", told(), after.diagnostics);
            if source.contains("\r\n") && !source.replace("\r\n", "").contains(['\r', '\n']) {
                assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "mixed breaks\n{}", told());
            }
        }
    }
}
