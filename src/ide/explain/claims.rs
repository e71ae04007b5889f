//! What hover shows on a claim and on a project.

use super::super::lenses::Tally;
use super::super::markup::{code, line};
use super::{bullets, general, heading, on_whose_word, strength_sign, technique_link, texts, value};
use crate::model::{Cell, Entry, Scope, Snapshot, Strength};
use crate::rules::verdict::Support;
use crate::rules::{JudgedClaim, Origin, Verdict, ways};
use crate::syntax::{Declaration, Field, Keyword};
use std::sync::Arc;

/// The page of a claim: its verdict and the row that fired, where it stands in the matrix, and what stands behind it.
pub(in crate::ide) fn claim(
    snapshot: &Snapshot,
    scope: &Scope,
    project: Option<&Declaration>,
    entry: &Entry,
    judged: Option<&JudgedClaim>,
) -> String {
    let matrix = snapshot.judging_matrix(scope, project);
    let declared = &*entry.declaration;
    let mut page = heading(declared);
    if let Some(row) = judged.and_then(|judged| judged.row) {
        page += &format!(
            "\n**Verdict**: {} (row {} of `explain verdict`): {}\n",
            row.verdict,
            row.number,
            line(row.reason)
        );
        if !row.way.is_empty() {
            page += &format!("\n**Way to a better one**: {}\n", line(row.way));
        }
        // The same that the editor offers to write.
        let ways = judged.map_or_else(Vec::new, |judged| ways(snapshot, entry.file, judged));
        page += &bullets("What would make it hold", ways.iter().map(|way| line(&way.title)));
    }
    page += &bullets("Steps", judged.map_or_else(Vec::new, steps));
    let cells: Vec<String> = judged.map_or_else(Vec::new, |judged| {
        let cells = judged.cells.iter().map(|placed| {
            let rating = placed.rating.as_ref().map_or_else(
                || format!("not rated by {}", code(&matrix.name)),
                |rating| {
                    format!("{} **{}**, {}", strength_sign(rating.strength), rating.strength, on_whose_word(rating))
                },
            );
            let inferred = if placed.origin == Origin::Inferred { "; inferred from the claim's words" } else { "" };
            format!("{}: {rating}{inferred}", placed.cell)
        });
        cells.collect()
    });
    if cells.is_empty() {
        page += "\nIt is in no cell. State one after the claim's name: `: privacy + decentralization`.\n";
    }
    page += &bullets("Cells", cells);
    page += &bullets("Says", texts(declared, "says").map(line));
    let using: Vec<String> = declared.field_names("using").map(|(name, _)| technique_link(scope, name)).collect();
    if !using.is_empty() {
        page += &format!("\n**Using**: {}\n", using.join(", "));
    }
    let joined = |field: &Field| field.values.iter().map(value).collect::<Vec<_>>().join(" ");
    page += &bullets("Evidence", declared.fields_named("evidence").map(joined));
    page += &bullets("Metrics", declared.fields_named("metric").map(joined));
    page += &bullets("Caveats", declared.fields_named("caveat").map(joined));
    page + &format!("\n*Judged by matrix* {}\n", code(&matrix.name))
}

/// What the verdict on a claim rests on, in the order in which it is looked at.
fn steps(judged: &JudgedClaim) -> Vec<String> {
    let Some(grounds) = &judged.grounds else { return Vec::new() };
    let hype: Vec<String> = judged.hype.iter().map(|hype| format!("“{}”", line(&hype.words))).collect();
    let or = |yes: bool, this: &str, that: &str| if yes { this.to_owned() } else { that.to_owned() };
    vec![
        format!("its weakest cell weighs *{}*", grounds.strength),
        match grounds.support {
            Support::Nothing => "no evidence with an address".to_owned(),
            Support::Soft => "evidence that is somebody's word".to_owned(),
            Support::Solid => "evidence that can be checked".to_owned(),
        },
        or(grounds.measured, "a metric", "no metric"),
        or(
            grounds.mitigated,
            "it names a technique that its cell asks for",
            "it names no technique that its cell asks for",
        ),
        match (grounds.hype, hype.is_empty()) {
            (false, _) => "worded plainly".to_owned(),
            (true, true) => "something is left unsaid".to_owned(),
            (true, false) => format!("worded as hype: {}", hype.join(", ")),
        },
        or(
            grounds.contradicted,
            "its numbers or techniques contradict known limits or each other",
            "nothing known contradicts it",
        ),
    ]
}

/// The page of a project: what its claims come to, and what they claim and never pay for.
pub(in crate::ide) fn project(
    snapshot: &Snapshot,
    scope: &Scope,
    entry: &Entry,
    claims: &[&Arc<JudgedClaim>],
) -> String {
    let mut page = general(scope, &entry.declaration);
    let tally = Tally::of(claims.iter().copied());
    let of_verdict = |verdict: Verdict| claims.iter().filter(|claim| claim.verdict == Some(verdict)).count();
    let unplaced = claims.iter().filter(|claim| claim.verdict.is_none()).count();
    page += &format!(
        "\n**Claims**: {} strong · {} moderate · {} weak\n\n**Verdicts**: {} works · {} promising · {} speculative · {unplaced} in no cell\n",
        tally.count(Strength::Strong),
        tally.count(Strength::Moderate),
        tally.count(Strength::Weak),
        of_verdict(Verdict::Works),
        of_verdict(Verdict::Promising),
        of_verdict(Verdict::Speculative),
    );
    page += &bullets("Never paid for", ledger(scope, &entry.declaration));
    let missing: Vec<String> = Cell::all()
        .filter(|cell| !claims.iter().any(|claim| claim.cells.iter().any(|placed| placed.cell == *cell)))
        .map(|cell| cell.to_string())
        .collect();
    if missing.len() < 9 {
        page += &format!("\n**Not addressed**: {}\n", missing.join(", "));
    }
    page + &format!("\n*Judged by matrix* {}\n", code(&snapshot.judging_matrix(scope, Some(&entry.declaration)).name))
}

/// The cost ledger: techniques that are paid with a property, in claims that give no metric.
fn ledger(scope: &Scope, project: &Declaration) -> Vec<String> {
    let mut lines = Vec::new();
    for child in &project.children {
        let claim = &child.declaration;
        if claim.field("metric").is_some() {
            continue;
        }
        for (name, _) in claim.field_names("using") {
            let Some(technique) = scope.get(Keyword::Technique, name) else { continue };
            let costs: Vec<&str> = technique.declaration.field_names("costs").map(|(cost, _)| cost.as_str()).collect();
            let overhead = technique.declaration.field_text("overhead").unwrap_or("unclear");
            if costs.is_empty() || overhead == "none" {
                continue;
            }
            let claim_name = claim.name.as_ref().map_or("a claim", |name| name.text.as_str());
            lines.push(format!(
                "{} in {}: costs {}, {} overhead, not measured",
                code(name),
                code(claim_name),
                costs.join(" and "),
                line(overhead)
            ));
        }
    }
    lines
}
