//! Specs before and after. The laws that hold for whatever is offered are in `tests/actions.rs`.

use super::*;
use crate::model::{FileKey, MemoryDisk, Workspace};
use crate::rules::{check, fixture};
use crate::syntax::SyntaxTree;
use crate::text::{Text, TextSize};

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
        let (snapshot, id) = fixture::snapshot_with(source, &disk);
        let settings = fixture::settings();
        let report = check(&snapshot, id, &settings).expect("the file is there");
        Spec { snapshot, id, report, settings }
    }

    fn asking(&self, range: TextRange) -> Asking<'_> {
        Asking {
            snapshot: &self.snapshot,
            file: self.id,
            report: &self.report,
            settings: &self.settings,
            range,
            deliberate: true,
            exists: &|_| false,
        }
    }

    /// Whatever can be done at a place.
    fn actions(&self, range: TextRange) -> Vec<Action> {
        actions(&self.asking(range), |_| true)
    }

    fn text(&self) -> &Text {
        self.snapshot.file(self.id).expect("the file is there").text()
    }

    /// The texts that an action leaves, by path; none if it comes to nothing.
    fn after(&self, action: &Action) -> Vec<(String, String)> {
        let changes = changes(&self.asking(self.text().range()), action).unwrap_or_default();
        let texts = changes.into_iter().map(|change| match change.file {
            ChangedFile::There(id) => {
                let file = self.snapshot.file(id).expect("it is there");
                assert_apart(file.text(), &change.edits);
                (file.key().to_string(), file.text().apply(&change.edits).to_string())
            }
            ChangedFile::New(path) => (path.display().to_string(), Text::default().apply(&change.edits).to_string()),
            ChangedFile::Baseline(baseline) => {
                (baseline.path().display().to_string(), baseline.text().apply(&change.edits).to_string())
            }
        });
        texts.collect()
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

const OWN: &str = "/workspace/test.synergy";

/// What an action whose title begins so, at the `$0` of a spec, leaves of it.
#[track_caller]
fn check_action(title: &str, before: &str, after: &str) {
    check_files(title, before, &[], &[(OWN, after)]);
}

#[track_caller]
fn check_files(title: &str, before: &str, others: &[(&str, &str)], after: &[(&str, &str)]) {
    let (spec, action) = found(title, before, others);
    assert_eq!(action.disabled, None);
    let mut left = spec.after(&action);
    left.sort();
    let mut expected: Vec<(String, String)> =
        after.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    expected.sort();
    assert_eq!(left, expected);
}

#[track_caller]
fn check_impossible(title: &str, before: &str, others: &[(&str, &str)], why: &str) {
    let (spec, action) = found(title, before, others);
    assert_eq!(action.disabled.as_deref(), Some(why));
    assert_eq!(spec.after(&action), []);
}

#[track_caller]
fn found(title: &str, source: &str, others: &[(&str, &str)]) -> (Spec, Action) {
    let at = source.find("$0").expect("the spec marks a place with $0");
    let spec = Spec::beside(&source.replacen("$0", "", 1), others);
    let offered = spec.actions(TextRange::empty((at as u32).into()));
    let titles: Vec<&str> = offered.iter().map(|action| action.title.as_str()).collect();
    let action = offered.iter().find(|action| action.title.starts_with(title));
    let action = action.unwrap_or_else(|| panic!("no `{title}` in {titles:#?}")).clone();
    (spec, action)
}

#[track_caller]
fn titles(source: &str) -> Vec<String> {
    let at = source.find("$0").expect("the spec marks a place with $0");
    let spec = Spec::new(&source.replacen("$0", "", 1));
    spec.actions(TextRange::empty((at as u32).into())).into_iter().map(|action| action.title).collect()
}

#[test]
fn missing_evidence_and_a_missing_metric_are_written_empty() {
    let before = "project p \"P\" {\n  claim po$0oled: performance + scalability {\n    says \"Cards of many owners are rented out.\"\n  }\n}\n";
    check_action(
        "Add `evidence benchmark`",
        before,
        "project p \"P\" {\n  claim pooled: performance + scalability {\n    says \"Cards of many owners are rented out.\"\n    evidence benchmark \"\"\n  }\n}\n",
    );
    let before = before.replace("$0", "").replace("perf", "$0perf");
    check_action(
        "Add a `metric`",
        &before,
        "project p \"P\" {\n  claim pooled: performance + scalability {\n    says \"Cards of many owners are rented out.\"\n    metric \"\"\n  }\n}\n",
    );
}

#[test]
fn a_hype_phrase_gives_way_to_what_could_be_written_instead() {
    check_action(
        "Write `hides",
        "project p \"P\" {\n  claim c: privacy + security {\n    says \"A completely $0private network.\"\n  }\n}\n",
        "project p \"P\" {\n  claim c: privacy + security {\n    says \"A hides … from … by … network.\"\n  }\n}\n",
    );
}

#[test]
fn a_finding_that_can_be_caveated_has_a_caveat_with_an_empty_reason() {
    check_action(
        "Say in a `caveat open-comparative`",
        "project p \"P\" {\n  claim c: performance + scalability {\n    says \"Answers come $0faster.\"\n  }\n}\n",
        "project p \"P\" {\n  claim c: performance + scalability {\n    says \"Answers come faster.\"\n    caveat open-comparative \"\"\n  }\n}\n",
    );
}

#[test]
fn inferred_cells_are_stated_together() {
    let before = "project p \"P\" {\n  claim pro$0ved {\n    says \"Every answer ships with a zero-knowledge proof that the right model produced it.\"\n  }\n}\n";
    let after = before.replace("$0", "").replace("proved {", "proved: verifiability + security {");
    check_action("State the cell `verifiability + security`, read", before, &after);
}

#[test]
fn a_claim_of_two_cells_is_split_and_the_second_waits_for_what_is_its_own() {
    check_action(
        "Split this claim",
        "project p \"P\" {\n  claim pool$0ed: performance + scalability, performance + decentralization {\n    says     \"Idle GPUs serve models fast.\"\n    evidence benchmark \"https://example.org/run\" 2026-05\n    metric   latency < 900 ms\n  }\n}\n",
        "project p \"P\" {\n  claim pooled: performance + decentralization {\n    says     \"Idle GPUs serve models fast.\"\n    evidence benchmark \"https://example.org/run\" 2026-05\n    metric   latency < 900 ms\n  }\n\n  claim pooled-scalability: performance + scalability {\n    says     \"… Idle GPUs serve models fast.\"\n    metric   latency < 900 ms\n    evidence paper \"\"\n  }\n}\n",
    );
}

#[test]
fn a_cell_that_the_words_point_to_can_be_declared_too() {
    let before = "project p \"P\" {\n  claim pool$0ed: performance + scalability {\n    says \"Idle GPUs of thousands of anonymous volunteers serve large models fast, with no central operator.\"\n  }\n}\n";
    let after = before.replace("$0", "").replace("scalability {", "scalability, performance + decentralization {");
    check_action("Declare `performance + decentralization` too", before, &after);
}

#[test]
fn a_claim_moves_to_another_project_with_its_comment() {
    check_action(
        "Move this claim to project `b`",
        "project a \"A\" {\n  claim first { says \"x\" }\n\n  # Why it is here.\n  claim sec$0ond {\n    says \"y\"\n  }\n\n  claim third { says \"z\" }\n}\n\nproject b \"B\" {\n  about \"Another.\"\n}\n",
        "project a \"A\" {\n  claim first { says \"x\" }\n\n  claim third { says \"z\" }\n}\n\nproject b \"B\" {\n  about \"Another.\"\n\n  # Why it is here.\n  claim second {\n    says \"y\"\n  }\n}\n",
    );
    check_impossible(
        "Move this claim to project `b`",
        "project a \"A\" {\n  claim sa$0me { says \"x\" }\n}\nproject b \"B\" {\n  claim same { says \"y\" }\n}\n",
        &[],
        "`b` has a claim of that name already.",
    );
}

#[test]
fn a_move_says_what_the_claim_is_where_it_goes() {
    let source = "matrix house \"House\" {\n  cell privacy + security { strength strong }\n}\nproject a \"A\" {\n  judged-by house\n  claim k$0ept: privacy + decentralization { says \"Nothing leaves.\" }\n}\nproject b \"B\" { }\n";
    assert!(titles(source).contains(&"Move this claim to project `b`, where it is promising".to_owned()));
}

#[test]
fn a_claim_moves_to_a_file_of_its_own_with_all_that_it_is_judged_by() {
    check_files(
        "Move this claim to a new second.synergy",
        "use \"house.synergy\"\n\nproject a \"A\" {\n  judged-by acme\n  runs-on   ethereum\n\n  claim first { says \"x\" }\n\n  # Why it is here.\n  claim sec$0ond {\n    says \"y\"\n  }\n}\n",
        &[("house.synergy", "matrix acme \"Acme\" extends standard { }\n")],
        &[
            (
                OWN,
                "use \"house.synergy\"\n\nproject a \"A\" {\n  judged-by acme\n  runs-on   ethereum\n\n  claim first { says \"x\" }\n\n}\n",
            ),
            (
                "/workspace/second.synergy",
                "use \"house.synergy\"\n\nproject a \"A\" {\n  judged-by acme\n  runs-on   ethereum\n\n  # Why it is here.\n  claim second {\n    says \"y\"\n  }\n}\n",
            ),
        ],
    );
    check_files(
        "Move this claim to a new b.synergy",
        "project a \"A\" { claim a { says \"x\" }\nclaim $0b { says \"y\" } }",
        &[],
        &[
            (OWN, "project a \"A\" { claim a { says \"x\" }\n }"),
            ("/workspace/b.synergy", "project a \"A\" {\n  claim b { says \"y\" }\n}\n"),
        ],
    );
}

#[test]
fn a_claim_stays_where_a_file_of_its_own_would_know_less() {
    check_impossible(
        "Move this claim to a new first.synergy",
        &format!(
            "{TECHNIQUE}project a \"A\" {{\n  claim fi$0rst {{ says \"x\" }}\n  claim second {{ says \"y\" }}\n}}\n"
        ),
        &[],
        "This file declares a technique of its own, which the new one would not know. Move that to a house vocabulary first.",
    );
    // It is all of its project, or has no end yet.
    for spec in [
        "project a \"A\" {\n  claim fi$0rst { says \"x\" }\n}\n",
        "project a \"A\" {\n  claim b { }\n  claim fi$0rst { says \"x\"\n",
    ] {
        assert!(!titles(spec).iter().any(|title| title.contains("to a new")), "{:?}", titles(spec));
    }
}

const TECHNIQUE: &str = "technique nightly \"Nightly batches\" {\n  about \"At night.\"\n}\n";

#[test]
fn a_technique_is_extracted_into_the_house_vocabulary_that_is_used() {
    let spec =
        format!("use \"house.synergy\"\n\n{}\nproject p \"P\" {{ }}\n", TECHNIQUE.replace("nightly", "ni$0ghtly"));
    check_files(
        "Move technique `nightly` to house.synergy",
        &spec,
        &[("house.synergy", "# Of the house.\nmatrix acme \"Acme\" extends standard { }\n")],
        &[
            (OWN, "use \"house.synergy\"\n\nproject p \"P\" { }\n"),
            (
                "/workspace/house.synergy",
                &format!("# Of the house.\nmatrix acme \"Acme\" extends standard {{ }}\n\n{TECHNIQUE}"),
            ),
        ],
    );
    check_impossible(
        "Move technique `nightly` to house.synergy",
        &spec,
        &[("house.synergy", TECHNIQUE)],
        "house.synergy declares a technique of that name already.",
    );
}

#[test]
fn a_house_vocabulary_is_made_where_none_is_used() {
    check_files(
        "Move technique `nightly` to a new house.synergy",
        &format!("# About this file.\n\nproject p \"P\" {{ }}\n\n{}", TECHNIQUE.replace("nightly", "ni$0ghtly")),
        &[],
        &[
            (OWN, "# About this file.\n\nuse \"house.synergy\"\n\nproject p \"P\" { }\n\n"),
            ("/workspace/house.synergy", TECHNIQUE),
        ],
    );
}

#[test]
fn a_technique_that_names_what_only_its_file_declares_stays() {
    check_impossible(
        "Move technique `nightly`",
        "reference own \"Own\" {\n}\ntechnique ni$0ghtly \"Nightly\" {\n  source own\n}\n",
        &[],
        "It names `own`, which only this file declares. Move that first.",
    );
}

#[test]
fn everything_safe_is_mended_together_until_nothing_is_left() {
    check_action(
        "Mend everything",
        "$0project p \"P\" {\n  runs-on etherium\n  claim c: privcy + securty, privacy + security {\n    says \"Nothing leaves.\"\n    evidnce papr \"https://arxiv.org/abs/1602.05629\" 2026\n  }\n}\n}\n",
        "project p \"P\" {\n  runs-on ethereum\n  claim c: privacy + security {\n    says \"Nothing leaves.\"\n    evidence paper \"https://arxiv.org/abs/1602.05629\" 2026\n  }\n}\n\n",
    );
}

#[test]
fn a_caveat_that_silences_nothing_is_not_deleted_unseen() {
    let source = "$0project p \"P\" {\n  claim c: privacy + security {\n    says \"Nothing leaves.\"\n    caveat weak-synergy \"A reason that somebody wrote.\"\n  }\n}\n";
    assert!(!titles(source).iter().any(|title| title.starts_with("Mend everything")));
}

const HOUSE_A: &str = "technique a-way \"A way\" { about \"x\" }\n";
const HOUSE_B: &str = "technique b-way \"B way\" { about \"x\" }\n";

#[test]
fn uses_are_sorted_and_those_that_change_nothing_deleted() {
    let others = [("a.synergy", HOUSE_A), ("b.synergy", HOUSE_B), ("c.synergy", "technique c-way \"C way\" { }\n")];
    check_files(
        "Sort the `use`s",
        "# About this file.\n$0use \"c.synergy\"\n# For the second.\nuse \"b.synergy\" # here\nuse \"a.synergy\"\nuse \"b.synergy\"\n\nproject p \"P\" {\n  claim c { using a-way, b-way }\n}\n",
        &others,
        &[(
            OWN,
            "# About this file.\nuse \"a.synergy\"\n# For the second.\nuse \"b.synergy\" # here\n\nproject p \"P\" {\n  claim c { using a-way, b-way }\n}\n",
        )],
    );
}

#[test]
fn uses_whose_order_counts_stay_in_it() {
    let first = "matrix m \"M\" {\n  cell privacy + security { strength weak }\n}\n";
    let second = "matrix m \"M\" {\n  cell privacy + security { strength strong }\n}\n";
    let source = "use \"b.synergy\"\nuse \"a.synergy\"\nproject p \"P\" {\n  judged-by m\n  claim c: privacy + security { says \"x\" using a-way }\n}\n";
    let source = source.replace(" using", "\n    using");
    let others = [("b.synergy", first), ("a.synergy", &format!("{second}{HOUSE_A}"))];
    let spec = Spec::beside(&source, &others);
    let action = spec.actions(TextRange::default()).into_iter().find(|it| it.kind == ActionKind::OrganizeImports);
    assert_eq!(spec.after(&action.expect("it is offered")), []);
}

#[test]
fn what_would_make_a_claim_hold_is_named_with_the_verdict_it_would_reach() {
    let weak = "project p \"P\" {\n  claim in$0stant: performance + decentralization {\n    says \"A model answers on machines that nobody runs alone.\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n  }\n}\n";
    let offered = titles(weak);
    assert!(
        offered.contains(&"Add a measured latency bound and a technique that mitigates it → promising".to_owned()),
        "{offered:#?}"
    );
    check_action(
        "Add a measured latency bound and",
        weak,
        &weak.replace("$0", "").replace("2026-05\n", "2026-05\n    metric \"\"\n    using \"\"\n"),
    );
    let moderate =
        "project p \"P\" {\n  claim c$0: performance + security {\n    says \"Answers are fast and safe.\"\n  }\n}\n";
    let offered: Vec<String> = titles(moderate).into_iter().filter(|title| title.contains('→')).collect();
    assert_eq!(
        offered,
        [
            "Add a benchmark that others can run → promising",
            "Add a measured throughput → promising",
            "Add a benchmark that others can run and a measured throughput → works",
        ]
    );
    let hype = "project p \"P\" {\n  claim c$0: performance + scalability {\n    says \"Infinitely scalable inference.\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n  }\n}\n";
    check_action(
        "Say no more than can be checked → works",
        hype,
        &hype.replace("$0", "").replace("Infinitely scalable", "…"),
    );
}

#[test]
fn a_field_that_waits_already_is_to_be_filled_and_is_not_added_again() {
    let source = "project p \"P\" {\n  claim c$0: verifiability + security {\n    says \"Every answer comes with a proof.\"\n    evidence code \"\"\n  }\n}\n";
    assert!(!titles(source).iter().any(|title| title.contains('→')));
    let spec = Spec::new(&source.replace("$0", ""));
    let ways = ways(&spec.snapshot, spec.id, &spec.report.claims[0]);
    let titles: Vec<&str> = ways.iter().map(|way| way.title.as_str()).collect();
    assert_eq!(titles, ["Fill in code that others can check → works"]);
}

#[test]
fn where_nobody_asked_only_the_header_of_a_claim_offers_rewritings() {
    let source = "project p \"P\" {\n  claim c: privacy + security {\n    says \"Nothing leaves.\"\n  }\n}\n";
    let spec = Spec::new(source);
    let titles = |at: &str| {
        let at = TextSize::new(source.find(at).expect("it is there") as u32);
        let asking = Asking { deliberate: false, ..spec.asking(TextRange::empty(at)) };
        actions(&asking, |kind| kind == ActionKind::Rewrite).len()
    };
    assert_eq!((titles("leaves"), titles("c:") > 0), (0, true));
}

#[test]
fn a_caret_in_no_file_of_ours_offers_nothing() {
    let library = crate::model::Library::get().files()[0].id();
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new("");
    let tree = SyntaxTree::parse(&text);
    workspace.open(&FileKey::Virtual("x".to_owned()), text, tree, None, &MemoryDisk::default());
    let spec = Spec::new("");
    let report =
        Report { file: library, version: None, diagnostics: Vec::new(), hidden: Vec::new(), claims: Vec::new() };
    let snapshot = workspace.snapshot();
    let asking = Asking { snapshot: &snapshot, file: library, report: &report, ..spec.asking(TextRange::default()) };
    assert!(actions(&asking, |_| true).is_empty());
}
