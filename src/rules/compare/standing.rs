//! How the claims of a file stand, as little of it as is needed to tell which stand otherwise than before.

use super::super::Report;
use super::super::claim::JudgedClaim;
use super::super::verdict::Verdict;
use super::facts::said;
use super::matching::{Known, pairs};
use crate::model::{Cell, Snapshot};
use crate::syntax::Keyword;
use crate::text::TextRange;
use smol_str::SmolStr;
use std::sync::Arc;

/// How a claim stands. It holds on to no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    project: Option<SmolStr>,
    name: Option<SmolStr>,
    says: String,
    /// The cells it is placed in.
    pub cells: Vec<Cell>,
    /// What is made of it.
    pub verdict: Option<Verdict>,
    /// Where its name is, or what stands for it.
    pub selection: TextRange,
}

impl Known for Standing {
    fn path(&self) -> &str {
        // All are of one file.
        ""
    }

    fn project(&self) -> Option<&SmolStr> {
        self.project.as_ref()
    }

    fn name(&self) -> Option<&SmolStr> {
        self.name.as_ref()
    }

    fn says(&self) -> &str {
        &self.says
    }
}

/// A claim that stands otherwise than it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedClaim {
    /// How it stood.
    pub before: Standing,
    /// How it stands.
    pub now: Standing,
}

impl MovedClaim {
    /// Whether another verdict is given on it.
    pub fn is_judged_otherwise(&self) -> bool {
        self.before.verdict != self.now.verdict
    }

    /// Whether it is placed in other cells.
    pub fn is_placed_elsewhere(&self) -> bool {
        let lacks = |some: &[Cell], of: &[Cell]| of.iter().any(|cell| !some.contains(cell));
        lacks(&self.before.cells, &self.now.cells) || lacks(&self.now.cells, &self.before.cells)
    }
}

/// How the claims of a file that was judged stand, in the order of the text.
pub fn standings(snapshot: &Snapshot, report: &Report) -> Vec<Standing> {
    let Some(file) = snapshot.file(report.file) else { return Vec::new() };
    let of = |claim: &Arc<JudgedClaim>| {
        let around = file.declarations_at(claim.range.start());
        let declared = around
            .iter()
            .rfind(|(base, declaration)| declaration.keyword == Keyword::Claim && *base == claim.range.start());
        Standing {
            project: claim.project.clone(),
            name: claim.name.clone(),
            says: declared.map_or_else(String::new, |(_, declared)| said(declared)),
            cells: claim.cells.iter().map(|cell| cell.cell).collect(),
            verdict: claim.verdict,
            selection: claim.selection,
        }
    };
    report.claims.iter().map(of).collect()
}

/// The claims that are in other cells than before, or have another verdict, in the order of the text as it is now.
/// What is new did not stand otherwise.
pub fn moved_claims(before: &[Standing], now: &[Standing]) -> Vec<MovedClaim> {
    let mut moved: Vec<MovedClaim> = pairs(before.to_vec(), now.to_vec())
        .into_iter()
        .filter_map(|(before, now, _)| Some(MovedClaim { before: before?, now: now? }))
        .filter(|moved| moved.is_judged_otherwise() || moved.is_placed_elsewhere())
        .collect();
    moved.sort_by_key(|moved| moved.now.selection.start());
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    fn standing(spec: &str) -> Vec<Standing> {
        let (snapshot, id) = snapshot(spec);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        standings(&snapshot, &report)
    }

    fn project(claims: &str) -> String {
        format!("project demo \"Demo\" {{\n{claims}\n}}\n")
    }

    const EVIDENCE: &str = "evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms";

    fn claim(name: &str, cell: &str, support: &str) -> String {
        format!(
            "  claim {name}: {cell} {{\n    says \"A model answers within 40 ms on rented machines.\"\n    {support}\n  }}"
        )
    }

    #[test]
    fn a_claim_that_lost_what_held_it_up_stands_otherwise_and_one_that_is_as_it_was_does_not() {
        let same = claim("same", "privacy + security", "");
        let before = standing(&project(&format!("{}\n{same}", claim("fast", "privacy + decentralization", EVIDENCE))));
        let now = standing(&project(&format!("{same}\n\n{}", claim("fast", "privacy + decentralization", ""))));
        let moved = moved_claims(&before, &now);
        assert_eq!(moved.len(), 1, "{moved:?}");
        assert!(moved[0].is_judged_otherwise() && !moved[0].is_placed_elsewhere(), "{moved:?}");
        assert!(moved[0].now.verdict < moved[0].before.verdict, "{moved:?}");
    }

    #[test]
    fn a_claim_in_another_cell_stands_otherwise_and_the_order_of_two_cells_is_nothing() {
        let two = "privacy + decentralization, privacy + security";
        let turned = "privacy + security, privacy + decentralization";
        let (before, now) = (standing(&project(&claim("a", two, ""))), standing(&project(&claim("a", turned, ""))));
        assert_eq!(moved_claims(&before, &now), []);
        let elsewhere = standing(&project(&claim("a", "privacy + scalability", "")));
        assert!(moved_claims(&before, &elsewhere)[0].is_placed_elsewhere());
    }

    #[test]
    fn a_new_name_does_not_hide_that_a_claim_moved_and_a_new_claim_has_no_past() {
        let before = standing(&project(&claim("fast", "privacy + decentralization", EVIDENCE)));
        let renamed = standing(&project(&claim("quick", "privacy + decentralization", "")));
        assert_eq!(moved_claims(&before, &renamed).len(), 1);
        assert_eq!(moved_claims(&[], &renamed), []);
        assert_eq!(moved_claims(&before, &[]), []);
    }
}
