//! What is told of two versions of a claim.

use super::super::check;
use super::super::fixture::{settings, snapshot};
use super::*;

fn claims(source: &str) -> Vec<ClaimFacts> {
    let (snapshot, id) = snapshot(source);
    let report = check(&snapshot, id, &settings()).expect("the file is there");
    facts(&snapshot, &report, "a.synergy")
}

const CLAIM: &str = "  claim data-stays-home: privacy + decentralization {
    says     \"Forty clinics train one model, and no record leaves the clinic.\"
    using    federated-learning
    evidence paper \"https://arxiv.org/abs/1602.05629\" 2016-02-17
    metric   accuracy-loss < 2 %
  }
";

fn spec(claims: &str) -> Vec<ClaimFacts> {
    self::claims(&format!("project demo \"Demo\" {{\n{claims}}}\n"))
}

/// What changed when one text in the claim was replaced by another: effect and kind.
#[track_caller]
fn changed(from: &str, to: &str) -> Vec<(&'static str, &'static str)> {
    assert!(CLAIM.contains(from), "{from}");
    let comparison = compare(spec(CLAIM), spec(&CLAIM.replace(from, to)));
    let changes = comparison.changed.iter().flat_map(|claim| &claim.changes);
    changes.map(|change| (change.effect.as_str(), change.kind.as_str())).collect()
}

#[test]
fn what_is_as_it_was_is_counted_and_layout_and_order_do_not_matter() {
    let other = "  claim fast: performance + scalability { says \"Many answers a second.\" }\n";
    let before = spec(&format!("{CLAIM}{other}"));
    let after = spec(&format!("{other}\n# A comment.\n{}", CLAIM.replace("    says     ", "      says ")));
    let comparison = compare(before, after);
    assert_eq!((comparison.changed.len(), comparison.unchanged), (0, 2));
}

#[test]
fn a_claim_that_is_gone_or_new_is_told() {
    let comparison = compare(spec(CLAIM), spec(""));
    assert_eq!((comparison.removed(), comparison.count(Effect::Weakened)), (1, 1));
    assert_eq!(comparison.changed[0].title(), "demo.data-stays-home");
    let comparison = compare(spec(""), spec(CLAIM));
    assert_eq!((comparison.added(), comparison.count(Effect::Weakened)), (1, 0));
}

#[test]
fn words_that_promise_less_are_a_quiet_weakening() {
    let says = "Forty clinics train one model, and no record leaves the clinic.";
    assert_eq!(changed(says, "Forty clinics train one model, and records are protected."), [("weakened", "softened")]);
    assert_eq!(changed("no record leaves", "most records may never leave"), [("weakened", "softened")],);
}

#[test]
fn other_words_for_the_same_promise_are_only_noted() {
    assert_eq!(changed("no record leaves the clinic", "no record ever leaves the clinic"), [("noted", "reworded")]);
}

#[test]
fn taking_hype_out_is_no_weakening() {
    let hyped = CLAIM.replace("Forty clinics", "In a revolutionary, infinitely scalable network, forty clinics");
    let comparison = compare(spec(&hyped), spec(CLAIM));
    assert_eq!(comparison.count(Effect::Weakened), 0, "{:#?}", comparison.changed);
    assert!(comparison.changed[0].changes.iter().any(|change| change.kind == ChangeKind::Cleared));
    let comparison = compare(spec(CLAIM), spec(&hyped));
    assert!(comparison.changed[0].changes.iter().any(|change| change.kind == ChangeKind::Hyped));
}

#[test]
fn evidence_that_is_dropped_or_of_a_weaker_kind_weakens() {
    let evidence = "evidence paper \"https://arxiv.org/abs/1602.05629\" 2016-02-17";
    assert_eq!(changed(evidence, ""), [("weakened", "evidence-dropped"), ("worse", "verdict-fell")]);
    let blog = "evidence blog \"https://example.org/post\"";
    assert_eq!(changed(evidence, blog), [("weakened", "evidence-weakened"), ("worse", "verdict-fell")]);
    let relabelled = evidence.replace("paper", "blog");
    assert_eq!(changed(evidence, &relabelled), [("weakened", "evidence-weakened"), ("worse", "verdict-fell")]);
    let newer = "evidence benchmark \"https://example.org/runs\" 2026-05";
    assert_eq!(changed(evidence, newer), [("noted", "evidence-replaced")]);
    assert_eq!(changed(evidence, &format!("{evidence}\n    {newer}")), [("better", "evidence-added")]);
}

#[test]
fn numbers_are_loosened_tightened_or_gone() {
    assert_eq!(changed("accuracy-loss < 2 %", "accuracy-loss < 0.05"), [("weakened", "metric-loosened")]);
    assert_eq!(changed("accuracy-loss < 2 %", "accuracy-loss < 1 %"), [("better", "metric-tightened")]);
    assert_eq!(changed("accuracy-loss < 2 %", "accuracy-loss < 0.02"), []);
    assert_eq!(changed("    metric   accuracy-loss < 2 %\n", ""), [("weakened", "metric-dropped")]);
}

#[test]
fn caveats_techniques_and_cells_are_noted() {
    let caveat = "metric   accuracy-loss < 2 %\n    caveat stale-evidence \"It still holds.\"";
    assert!(changed("metric   accuracy-loss < 2 %", caveat).contains(&("noted", "caveat-added")));
    assert_eq!(changed("federated-learning", "federated-learning, secure-aggregation"), [("noted", "technique-added")]);
    assert!(changed("privacy + decentralization", "privacy + scalability").contains(&("noted", "moved")));
}

#[test]
fn a_claim_of_another_name_that_says_the_same_is_the_same_claim() {
    let comparison = compare(spec(CLAIM), spec(&CLAIM.replace("data-stays-home", "home")));
    let [claim] = &comparison.changed[..] else { panic!("{comparison:#?}") };
    assert_eq!(claim.matched, Some(Matched::Words));
    assert_eq!(claim.changes[0].message, "it was called `demo.data-stays-home`: it says the same");
    let renamed =
        CLAIM.replace("data-stays-home", "home").replace("Forty clinics train", "Forty clinics together train");
    let comparison = compare(spec(CLAIM), spec(&renamed));
    assert_eq!(comparison.changed[0].matched, Some(Matched::SimilarWords));
}

#[test]
fn a_claim_that_says_something_else_under_another_name_is_another_claim() {
    let other = "  claim fast: performance + scalability { says \"Many answers a second.\" }\n";
    let comparison = compare(spec(CLAIM), spec(other));
    assert_eq!((comparison.removed(), comparison.added()), (1, 1));
}

#[test]
fn a_claim_that_moved_to_another_file_is_the_same_claim() {
    let mut moved = spec(CLAIM);
    moved[0].path = "b.synergy".to_owned();
    assert_eq!(compare(spec(CLAIM), moved).unchanged, 1);
}

#[test]
fn what_is_quietly_weakened_comes_first() {
    let fine = "  claim fine: verifiability + security { says \"Each answer comes with a proof.\" }\n";
    let before = spec(&format!("{fine}{CLAIM}"));
    let after = spec(&format!("{}{}", fine.replace("Each", "Every"), CLAIM.replace("< 2 %", "< 4 %")));
    let comparison = compare(before, after);
    let titles: Vec<_> = comparison.changed.iter().map(ChangedClaim::title).collect();
    assert_eq!(titles, ["demo.data-stays-home", "demo.fine"]);
}
