//! Where a project stands in a triangle.
//!
//! A claim is one pull, shared among the corners of its cells in equal parts; one with a caveat pulls half as much, for
//! it owns up to its limits. The mean of all pulls is where the project **claims** to stand. Where it is **shown** to
//! stand is the same mean with each pull weighed by its verdict: whole where it works, half where it is promising,
//! nothing where it is speculative. The way from one to the other is how far the words run ahead of what is behind them.

use crate::model::{Axis, Cell};
use crate::rules::Verdict;

/// The parts of the three corners, in the order in which they are shown. They add up to one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares(pub [f64; 3]);

impl Shares {
    /// The same in percent, as whole numbers that add up to a hundred: what is lost in rounding goes to the largest
    /// remainders.
    pub fn percent(self) -> [u32; 3] {
        let exact = self.0.map(|share| share * 100.0);
        let mut whole = exact.map(f64::floor);
        let mut order = [0, 1, 2];
        let rest = |corner: usize| exact[corner] - exact[corner].floor();
        order.sort_by(|&a, &b| rest(b).total_cmp(&rest(a)));
        let missing = (100.0 - whole.iter().sum::<f64>()).clamp(0.0, 3.0) as usize;
        for corner in order.into_iter().take(missing) {
            whole[corner] += 1.0;
        }
        whole.map(|share| share as u32)
    }
}

/// Where a project stands in a triangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Where its claims put it; nowhere without a claim in a cell.
    pub claimed: Option<Shares>,
    /// Where those of its claims put it that something stands behind; nowhere if there is none.
    pub shown: Option<Shares>,
    /// It claims all three corners at once with nothing behind it: a rule found that.
    pub overreach: bool,
}

/// The pulls on a project, added up.
#[derive(Default)]
pub(super) struct Pulls {
    claimed: [f64; 3],
    shown: [f64; 3],
}

impl Pulls {
    /// Adds those of a claim.
    pub(super) fn add(&mut self, axis: Axis, cells: &[Cell], verdict: Option<Verdict>, caveat: bool) {
        let behind = match verdict {
            Some(Verdict::Works) => 1.0,
            Some(Verdict::Promising) => 0.5,
            Some(Verdict::Speculative) | None => 0.0,
        };
        let whole = if caveat { 0.5 } else { 1.0 };
        for cell in cells {
            let corner = match axis {
                Axis::Ai => cell.ai as usize,
                Axis::Blockchain => cell.chain as usize,
            };
            let pull = whole / cells.len() as f64;
            self.claimed[corner] += pull;
            self.shown[corner] += pull * behind;
        }
    }

    /// Where they lead.
    pub(super) fn standing(&self, overreach: bool) -> Standing {
        Standing { claimed: mean(self.claimed), shown: mean(self.shown), overreach }
    }
}

fn mean(pulls: [f64; 3]) -> Option<Shares> {
    let sum: f64 = pulls.iter().sum();
    (sum > 0.0).then(|| Shares(pulls.map(|pull| pull / sum)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Cell {
        Cell::parse(text).expect("a cell")
    }

    fn standing(claims: &[(&[&str], Verdict, bool)]) -> Standing {
        let mut pulls = Pulls::default();
        for (cells, verdict, caveat) in claims {
            let cells: Vec<Cell> = cells.iter().map(|text| cell(text)).collect();
            pulls.add(Axis::Blockchain, &cells, Some(*verdict), *caveat);
        }
        pulls.standing(false)
    }

    #[test]
    fn without_a_claim_it_stands_nowhere() {
        assert_eq!(standing(&[]), Standing::default());
    }

    #[test]
    fn one_claim_puts_it_into_the_corner_of_that_claim() {
        let found = standing(&[(&["privacy + scalability"], Verdict::Works, false)]);
        assert_eq!(found.claimed, Some(Shares([0.0, 1.0, 0.0])));
        assert_eq!(found.shown, found.claimed);
    }

    #[test]
    fn a_claim_in_two_columns_pulls_at_both() {
        let found =
            standing(&[(&["privacy + scalability", "privacy + decentralization"], Verdict::Speculative, false)]);
        assert_eq!(found.claimed, Some(Shares([0.0, 0.5, 0.5])));
        assert_eq!(found.shown, None);
    }

    #[test]
    fn a_caveat_halves_the_pull_of_its_claim() {
        let found = standing(&[
            (&["privacy + security"], Verdict::Works, true),
            (&["privacy + scalability"], Verdict::Works, false),
        ]);
        assert_eq!(found.claimed.map(Shares::percent), Some([33, 67, 0]));
    }

    #[test]
    fn it_is_shown_where_its_supported_claims_are_and_not_where_the_others_are() {
        let found = standing(&[
            (&["privacy + security"], Verdict::Works, false),
            (&["privacy + scalability"], Verdict::Promising, false),
            (&["privacy + decentralization"], Verdict::Speculative, false),
        ]);
        assert_eq!(found.claimed.map(Shares::percent), Some([34, 33, 33]));
        assert_eq!(found.shown.map(Shares::percent), Some([67, 33, 0]));
    }
}
