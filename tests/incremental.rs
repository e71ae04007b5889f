//! What is judged after an edit with the help of what was judged before is what a judgement from nothing finds.

use hypecheck::model::{FileId, FileKey, MemoryDisk, Workspace};
use hypecheck::rules::{Judgement, Report, Settings, check};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::{Text, TextRange};
use proptest::prelude::*;

const SPEC: &str = r#"use "house.synergy"

technique sealed "Sealed Batches" { serves performance costs decentralization }

matrix acme "Acme" extends standard {
  cell performance + decentralization { strength moderate because "We measured it." }
}

project one "Limitless Garden" {
  about   "Hospitals train one model together."
  runs-on ethereum
  site    "https://garden.example"

  claim fast: performance + decentralization {
    says   "Limitless Garden answers within 50 ms on every chain; a revolutionary platform."
    using  sealed, nightwork
    metric latency < 50 ms
  }
  claim kept: privacy + decentralization {
    says     "No record leaves its hospital, says Second Field."
    evidence paper "https://garden.example/paper" 2026-03
    metric   latency > 1 s
    caveat   own-evidence "It is theirs."
  }
}

project two "Second Field" {
  judged-by acme
  caveat hype-phrase "It is a quotation."
  claim fast: performance + decentralization { says "Infinitely scalable, as Limitless Garden is." using sealed }
  claim fast { says "Every answer comes with a proof." metric latency < 3 bananas }
}

phrase "green thumbs" vague { because "It says nothing." }

project three "Third" {
  claim none { says "It has 40 members with green thumbs." }
  claim all: verifiability + security, verifiability + scalability, verifiability + decentralization { says "All." }
}
"#;

const HOUSE: &str = "technique nightwork \"Night Work\" { serves performance costs security }\n\
    property privacy \"Privacy\" { axis ai words \"undisclosed\" }\n";

/// What may be typed over something.
const TYPED: &[&str] = &[
    "",
    "a",
    " ",
    "\n",
    "{",
    "}",
    "\"",
    "\"\"\"",
    "#",
    "# note\n",
    ",",
    "Limitless Garden",
    "Second Field",
    "claim new: privacy + security { says \"Nobody sees it.\" }\n",
    "project new \"New Name\" { }\n",
    "  metric latency < 2 s\n",
    "caveat weak-synergy \"why\"\n",
    "technique extra \"Extra Work\" { costs privacy }\n",
    "judged-by acme\n",
    "strength weak\n",
    "runs-on solana\n",
    "using sealed\n",
    "revolutionary ",
    "é😀",
];

struct Both {
    disk: MemoryDisk,
    workspace: Workspace,
    text: Text,
    tree: SyntaxTree,
    id: FileId,
    judgement: Option<Judgement>,
}

fn settings(strict: bool) -> Settings {
    let mut settings = Settings::new(Date { year: 2026, month: Some(11), day: Some(24) });
    if strict {
        settings.choose("hype-phrase", None);
    }
    settings
}

fn key() -> FileKey {
    FileKey::Path("/workspace/spec.synergy".into())
}

impl Both {
    fn new() -> Both {
        let mut disk = MemoryDisk::default();
        disk.insert("/workspace/house.synergy", Ok(HOUSE));
        let mut workspace = Workspace::new(vec!["/workspace".into()]);
        let text = Text::new(SPEC);
        let tree = SyntaxTree::parse(&text);
        let id = workspace.open(&key(), text.clone(), tree.clone(), Some(1), &disk);
        Both { disk, workspace, text, tree, id, judgement: None }
    }

    fn edit(&mut self, range: TextRange, typed: &str) {
        let before = self.text.clone();
        let replaced = self.text.replace(range, typed);
        self.tree.edit(&before, &self.text, replaced);
    }

    fn edit_house(&mut self, text: &str) {
        self.disk.insert("/workspace/house.synergy", Ok(text));
        self.workspace.disk_changed(&["/workspace/house.synergy".into()], &self.disk);
    }

    /// What is found with the help of what was found before, and from nothing.
    fn judge(&mut self, settings: &Settings) -> [Report; 2] {
        self.tree = self.tree.reparse(&self.text);
        self.workspace.open(&key(), self.text.clone(), self.tree.clone(), Some(1), &self.disk);
        let snapshot = self.workspace.snapshot();
        let judgement = Judgement::new(&snapshot, self.id, settings, self.judgement.as_ref()).expect("it is open");
        let report = Report::clone(judgement.report());
        self.judgement = Some(judgement);
        [report, check(&snapshot, self.id, settings).expect("it is open")]
    }
}

fn shown(report: &Report) -> String {
    format!("{report:#?}")
}

/// The findings of the pieces, where they are now, and what each of them points to.
fn pieced(judgement: &Judgement) -> Vec<String> {
    let pieces = judgement.pieces();
    let found = pieces.iter().flat_map(|piece| piece.diagnostics());
    found.map(|found| format!("{:?} {:?} {} {}", found.range, found.level, found.rule.name, found.message)).collect()
}

fn whole(report: &Report) -> Vec<String> {
    let found = report.diagnostics.iter();
    found.map(|found| format!("{:?} {:?} {} {}", found.range, found.level, found.rule.name, found.message)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_nothing_else_is_found_than_from_nothing(
        edits in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(&[0usize, 0, 0, 1, 7, 40]), prop::sample::select(TYPED), 0u8..24),
            1..14,
        ),
    ) {
        let mut both = Both::new();
        let mut strict = false;
        both.judge(&settings(strict));
        for (at, len, typed, also) in edits {
            let text = both.text.to_string();
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = at.index(boundaries.len());
            let to = (from + len).min(boundaries.len() - 1);
            both.edit(TextRange::new((boundaries[from] as u32).into(), (boundaries[to] as u32).into()), typed);
            match also {
                // Several edits come at once.
                0..=5 => continue,
                6 => strict = !strict,
                7 => both.edit_house(&HOUSE.replace("security", "privacy")),
                8 => both.edit_house(HOUSE),
                9 => both.edit_house("phrase \"members\" vague { because \"Who?\" }\n"),
                _ => {}
            }
            let [kept, fresh] = both.judge(&settings(strict));
            prop_assert_eq!(shown(&kept), shown(&fresh), "{}", both.text);
            let judgement = both.judgement.as_ref().expect("it was judged");
            prop_assert_eq!(pieced(judgement), whole(&fresh));
        }
    }
}

/// Types `typed` behind the first `place` of the spec, and says which claims were judged anew: those whose findings or
/// reading are no longer the very same.
#[track_caller]
fn after(place: &str, typed: &str) -> [Report; 2] {
    let mut both = Both::new();
    both.judge(&settings(false));
    let at = SPEC.find(place).expect("it is in the spec") + place.len();
    both.edit(TextRange::empty((at as u32).into()), typed);
    both.judge(&settings(false))
}

fn rules_of<'a>(report: &'a Report, claim: &str) -> Vec<&'a str> {
    let found = report.diagnostics.iter().filter(|found| found.claim.as_deref() == Some(claim));
    found.map(|found| found.rule.name).collect()
}

#[test]
fn what_a_project_is_called_now_is_read_as_a_name_in_every_claim() {
    let [kept, fresh] = after("project one \"", "Infinitely scalable ");
    assert_eq!(shown(&kept), shown(&fresh));
    let [kept, fresh] = after("says \"It has 40 members", " in Third, infinitely scalable,");
    assert_eq!(shown(&kept), shown(&fresh));
    assert!(rules_of(&kept, "none").contains(&"hype-phrase"));
}

#[test]
fn a_cell_that_is_rated_otherwise_moves_the_claims_that_are_judged_by_it() {
    let [kept, fresh] = after("because \"We measured it.\"", " provenance judgement");
    assert_eq!(shown(&kept), shown(&fresh));
}

#[test]
fn what_a_project_runs_on_is_held_against_its_claims_again() {
    let [kept, fresh] = after("runs-on ethereum", ", solana");
    assert_eq!(shown(&kept), shown(&fresh));
}

#[test]
fn a_matrix_that_extends_one_of_a_file_behind_the_used_one_is_looked_at_anew() {
    let settings = Settings::new(Date { year: 2026, month: Some(11), day: Some(24) });
    let third = |strength: &str| {
        format!(
            "matrix base \"Base\" {{\n  cell privacy + security {{ strength {strength} because \"We say so.\" }}\n}}\n"
        )
    };
    let mut disk = MemoryDisk::default();
    disk.insert("/w/third.synergy", Ok(third("strong").as_str()));
    disk.insert("/w/house.synergy", Ok("use \"third.synergy\"\nmatrix acme \"Acme\" extends base { }\n"));
    let spec = "use \"house.synergy\"\nproject one \"One\" {\n  judged-by acme\n  claim kept: privacy + security { says \"It is kept.\" }\n}\n";
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let open = |workspace: &mut Workspace, path: &str, source: &str, disk: &MemoryDisk| {
        let text = Text::new(source);
        let tree = SyntaxTree::parse(&text);
        workspace.open(&FileKey::Path(path.into()), text, tree, Some(1), disk)
    };
    let id = open(&mut workspace, "/w/spec.synergy", spec, &disk);
    open(&mut workspace, "/w/third.synergy", &third("strong"), &disk);
    let before = Judgement::new(&workspace.snapshot(), id, &settings, None).expect("it is open");
    open(&mut workspace, "/w/third.synergy", &third("weak"), &disk);
    let after = Judgement::new(&workspace.snapshot(), id, &settings, Some(&before)).expect("it is open");
    let fresh = Judgement::new(&workspace.snapshot(), id, &settings, None).expect("it is open");
    assert_ne!(format!("{:?}", before.report().claims), format!("{:?}", fresh.report().claims));
    assert_eq!(format!("{:?}", after.report().claims), format!("{:?}", fresh.report().claims));
}
