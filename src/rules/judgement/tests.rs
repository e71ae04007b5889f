//! What is taken over from the judgement before, and what is judged anew.

use super::super::fixture::{settings, snapshot};
use super::super::prose::ReadProse;
use super::Judgement;
use std::sync::Arc;

const SPEC: &str = "technique vault \"Vault\" { serves privacy }\n\nproject one \"One Garden\" {\n  runs-on ethereum\n  \
    claim kept: privacy + decentralization { says \"No record leaves, a revolutionary step.\" using vault }\n  \
    claim told: privacy + security { says \"Two Garden knows nothing.\" }\n}\n\n\
    project two \"Two Garden\" {\n  claim fast: performance + decentralization { says \"It is fast.\" }\n}\n";

/// What is judged anew after `old` became `new`: the declarations at the top level by their number, and the claims
/// of the first project by theirs.
fn judged_anew(old: &str, new: &str) -> (Vec<usize>, Vec<usize>) {
    let (parts, claims, _) = anew(old, new);
    (parts, claims)
}

/// The claims of the first project whose prose is read anew.
fn read_anew(old: &str, new: &str) -> Vec<usize> {
    anew(old, new).2
}

fn anew(old: &str, new: &str) -> (Vec<usize>, Vec<usize>, Vec<usize>) {
    let (before, id) = snapshot(SPEC);
    let judged = Judgement::new(&before, id, &settings(), None).expect("it is there");
    assert!(SPEC.contains(old));
    let start = SPEC.find(old).expect("it is there") as u32;
    let mut tree = judged.file().tree().clone();
    let mut edited = judged.file().text().clone();
    let range = edited.replace(crate::text::TextRange::at(start.into(), (old.len() as u32).into()), new);
    tree.edit(judged.file().text(), &edited, range);
    let after = before.with_texts([(id, edited.clone(), tree.reparse(&edited))]);
    let next = Judgement::new(&after, id, &settings(), Some(&judged)).expect("it is there");
    let fresh = Judgement::new(&after, id, &settings(), None).expect("it is there");
    let told = |judgement: &Judgement| {
        let found = judgement.report().diagnostics.iter();
        found.map(|found| (found.range, found.rule.name, found.message.clone())).collect::<Vec<_>>()
    };
    assert_eq!(told(&next), told(&fresh), "what is taken over is what is found anew");
    let same = |(old, new): (&Arc<ReadProse>, &Arc<ReadProse>)| Arc::ptr_eq(old, new);
    let numbers = |same: Vec<bool>| (0..same.len()).filter(|&index| !same[index]).collect();
    let parts = judged.parts.iter().zip(&next.parts);
    let claims = judged.parts[1].judged.claims.iter().zip(&next.parts[1].judged.claims);
    (
        numbers(parts.map(|(old, new)| Arc::ptr_eq(&old.judged, &new.judged)).collect()),
        numbers(claims.clone().map(|(old, new)| Arc::ptr_eq(old, new)).collect()),
        numbers(claims.map(|(old, new)| old.prose.as_ref().zip(new.prose.as_ref()).is_some_and(same)).collect()),
    )
}

#[test]
fn after_an_edit_in_a_claim_that_claim_alone_is_judged_anew() {
    assert_eq!(judged_anew("No record", "No single record"), (vec![1], vec![0]));
    assert_eq!(judged_anew("It is fast", "It is very fast"), (vec![2], vec![]));
}

#[test]
fn after_an_edit_between_declarations_nothing_is() {
    assert_eq!(judged_anew("\n\nproject one", "\n# A comment.\n\nproject one"), (vec![], vec![]));
}

#[test]
fn what_a_project_says_of_itself_has_its_claims_judged_anew() {
    assert_eq!(judged_anew("ethereum", "solana"), (vec![1], vec![0, 1]));
}

#[test]
fn only_what_a_claim_says_has_its_prose_read_anew() {
    assert_eq!(read_anew("No record", "No single record"), [0]);
    assert_eq!(read_anew("ethereum", "solana"), Vec::<usize>::new(), "a field of the project");
    assert_eq!(read_anew("using vault", "using nothing"), Vec::<usize>::new(), "a field behind the prose");
    assert_eq!(read_anew("kept: privacy", "kept-for-long: privacy"), Vec::<usize>::new(), "the header of the claim");
    assert_eq!(read_anew("+ decentralization {", "+ decentralization {{"), Vec::<usize>::new(), "a slip in its header");
    assert_eq!(read_anew("\"Two Garden\" {", "\"Three Garden\" {"), [1], "a name that the prose speaks of");
}

#[test]
fn a_new_name_of_a_project_has_the_claims_judged_anew_that_speak_of_it() {
    assert_eq!(judged_anew("\"Two Garden\" {", "\"Three Garden\" {"), (vec![1, 2], vec![1]));
}

#[test]
fn a_technique_that_changes_has_everything_judged_anew() {
    assert_eq!(judged_anew("serves privacy }", "serves performance }"), (vec![0, 1, 2], vec![0, 1]));
}

#[test]
fn what_several_threads_judge_is_judged_as_by_one() {
    let project = |number: usize| {
        format!(
            "project p{number:03} \"Project {number:03}\" {{\n  claim fast: performance + decentralization {{\n    \
             says \"It is revolutionary, and fast on any machine that anybody has at home.\"\n    using nothing-known\n  }}\n}}\n"
        )
    };
    let found = |source: &str| {
        let report = super::super::fixture::report(source);
        let found = report.diagnostics.into_iter();
        found.map(|found| (usize::from(found.range.start()), found.rule.name, found.message)).collect::<Vec<_>>()
    };
    let one = found(&project(0));
    assert!(one.len() > 3, "{one:?}");
    let len = project(0).len();
    let long: String = (0..900).map(project).collect();
    assert!(long.len() as u32 > super::PARALLEL_FROM);
    let of_each = |base: usize| one.iter().map(move |(at, rule, message)| (at + base, *rule, message.clone()));
    assert_eq!(found(&long), (0..900).flat_map(|number| of_each(number * len)).collect::<Vec<_>>());
}

#[test]
fn what_is_kept_takes_no_more_room_than_it_needs_and_each_claim_is_kept_once() {
    let (snapshot, id) = snapshot(SPEC);
    let judgement = Judgement::new(&snapshot, id, &settings(), None).expect("it is there");
    for part in &judgement.parts {
        let found = &part.judged.found;
        assert_eq!(found.diagnostics.capacity(), found.diagnostics.len());
        assert_eq!(found.claims.capacity(), found.claims.len());
        let in_claims = part.judged.claims.iter().flat_map(|kept| kept.claims());
        assert!(found.claims.iter().zip(in_claims).all(|(claim, kept)| Arc::ptr_eq(claim, kept)));
        assert_eq!(found.claims.len(), part.judged.claims.len());
    }
    let report = judgement.report();
    assert!(report.claims.len() == 3 && Arc::ptr_eq(&report.claims[0], &judgement.parts[1].judged.found.claims[0]));
}
