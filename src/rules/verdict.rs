//! The verdict on a claim: one table, read from the top; the first row that fits decides.
//!
//! The table is data, so that a reader can see it (`hypecheck explain verdict`) and a hover can show the row that
//! fired. Two laws hold for it, and tests hold it to them: solid evidence never lowers a verdict, and hype never raises
//! one. A caveat changes no verdict: it says that a weakness is accepted, not that it is gone.

use crate::model::{Provenance, Rating, Strength};

/// What is made of a claim, from the worst to the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nothing shows that it holds.
    Speculative,
    /// It may hold.
    Promising,
    /// It holds, as far as a spec can show.
    Works,
}

impl Verdict {
    /// All of them, the worst first.
    pub const ALL: [Verdict; 3] = [Verdict::Speculative, Verdict::Promising, Verdict::Works];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::Promising => "promising",
            Self::Speculative => "speculative",
        }
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What stands behind a claim, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Support {
    /// No evidence.
    Nothing,
    /// Somebody's word: announcements and blogs.
    Soft,
    /// Evidence that can be checked.
    Solid,
}

/// What a verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grounds {
    /// The strength of the weakest cell, as it weighs: see [`weight`].
    pub strength: Strength,
    /// What stands behind the claim.
    pub support: Support,
    /// It gives a metric.
    pub measured: bool,
    /// It names a technique that its weakest cell asks for.
    pub mitigated: bool,
    /// It is worded as hype.
    pub hype: bool,
    /// Its numbers or techniques contradict known limits or each other.
    pub contradicted: bool,
}

/// How much a strength weighs: what stands on a judgement and not on the founding article counts one step less, both
/// for a claim and against it.
pub fn weight(rating: &Rating) -> Strength {
    match rating.provenance {
        Provenance::Judgement => Strength::Moderate,
        Provenance::Stated | Provenance::Implied => rating.strength,
    }
}

/// A row of the table. What it does not name may be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: usize,
    strength: Option<Strength>,
    /// At least this much.
    support: Option<Support>,
    measured: Option<bool>,
    mitigated: Option<bool>,
    hype: Option<bool>,
    contradicted: Option<bool>,
    /// What it decides.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub reason: &'static str,
    /// The shortest way to a better verdict, in a sentence; empty where there is none.
    pub way: &'static str,
}

const ANY: Row = Row {
    number: 0,
    strength: None,
    support: None,
    measured: None,
    mitigated: None,
    hype: None,
    contradicted: None,
    verdict: Verdict::Speculative,
    reason: "",
    way: "",
};

/// The table.
pub static TABLE: [Row; 11] = [
    Row {
        number: 1,
        contradicted: Some(true),
        verdict: Verdict::Speculative,
        reason: "Its numbers or techniques contradict known limits, or each other.",
        way: "Correct the number or the technique that is reported.",
        ..ANY
    },
    Row {
        number: 2,
        strength: Some(Strength::Strong),
        support: Some(Support::Solid),
        hype: Some(false),
        verdict: Verdict::Works,
        reason: "The two properties feed each other, and evidence that can be checked stands behind it.",
        ..ANY
    },
    Row {
        number: 3,
        strength: Some(Strength::Strong),
        hype: Some(false),
        verdict: Verdict::Promising,
        reason: "The two properties feed each other, but nothing that can be checked stands behind it.",
        way: "Add evidence that can be checked: a paper, benchmark, audit, deployment, code or dataset.",
        ..ANY
    },
    Row {
        number: 4,
        strength: Some(Strength::Strong),
        support: Some(Support::Solid),
        verdict: Verdict::Promising,
        reason: "It is well supported, but its words promise more than that.",
        way: "Say what the evidence shows, and no more.",
        ..ANY
    },
    Row {
        number: 5,
        strength: Some(Strength::Strong),
        verdict: Verdict::Speculative,
        reason: "Its words promise much, and nothing that can be checked stands behind them.",
        way: "Take the overstated words out, or add evidence that can be checked.",
        ..ANY
    },
    Row {
        number: 6,
        strength: Some(Strength::Moderate),
        support: Some(Support::Solid),
        measured: Some(true),
        hype: Some(false),
        verdict: Verdict::Works,
        reason: "It works under conditions; evidence that can be checked and a metric show that they are met.",
        ..ANY
    },
    Row {
        number: 7,
        strength: Some(Strength::Moderate),
        support: Some(Support::Solid),
        verdict: Verdict::Promising,
        reason: "It works under conditions; evidence stands behind it, but what it reaches is not measured or is overstated.",
        way: "Give a metric that it can be held to, in words that promise no more.",
        ..ANY
    },
    Row {
        number: 8,
        strength: Some(Strength::Moderate),
        measured: Some(true),
        hype: Some(false),
        verdict: Verdict::Promising,
        reason: "It works under conditions and says what it reaches, but nothing that can be checked stands behind it.",
        way: "Add evidence that can be checked.",
        ..ANY
    },
    Row {
        number: 9,
        strength: Some(Strength::Moderate),
        verdict: Verdict::Speculative,
        reason: "It works under conditions, and nothing shows that they are met.",
        way: "Add evidence that can be checked, or a metric in words that promise no more.",
        ..ANY
    },
    Row {
        number: 10,
        strength: Some(Strength::Weak),
        support: Some(Support::Solid),
        measured: Some(true),
        mitigated: Some(true),
        hype: Some(false),
        verdict: Verdict::Promising,
        reason: "The two properties fight; a technique that mitigates it is named, measured and backed by evidence.",
        ..ANY
    },
    Row {
        number: 11,
        strength: Some(Strength::Weak),
        verdict: Verdict::Speculative,
        reason: "The two properties fight, and it is not shown how that is overcome.",
        way: "Name a technique that mitigates it, a metric, and evidence that can be checked.",
        ..ANY
    },
];

impl Row {
    fn fits(&self, grounds: &Grounds) -> bool {
        self.strength.is_none_or(|strength| strength == grounds.strength)
            && self.support.is_none_or(|least| grounds.support >= least)
            && self.measured.is_none_or(|measured| measured == grounds.measured)
            && self.mitigated.is_none_or(|mitigated| mitigated == grounds.mitigated)
            && self.hype.is_none_or(|hype| hype == grounds.hype)
            && self.contradicted.is_none_or(|contradicted| contradicted == grounds.contradicted)
    }

    /// What it asks for, in words.
    pub fn conditions(&self) -> String {
        let mut conditions = Vec::new();
        conditions.extend(self.strength.map(|strength| format!("{strength} cell")));
        conditions.extend(self.support.map(|support| match support {
            Support::Nothing => "no evidence".to_owned(),
            Support::Soft => "some evidence".to_owned(),
            Support::Solid => "solid evidence".to_owned(),
        }));
        let yes_or_no =
            |value: Option<bool>, yes: &str, no: &str| value.map(|value| if value { yes } else { no }.to_owned());
        conditions.extend(yes_or_no(self.measured, "a metric", "no metric"));
        conditions.extend(yes_or_no(
            self.mitigated,
            "a technique that the cell asks for",
            "no technique that the cell asks for",
        ));
        conditions.extend(yes_or_no(self.hype, "hype in its words", "no hype in its words"));
        conditions.extend(yes_or_no(self.contradicted, "a contradiction", "no contradiction"));
        conditions.join(", ")
    }
}

/// The row that decides on a claim.
///
/// # Panics
/// Never: the last row of each strength fits whatever is left, which a test shows.
pub fn decide(grounds: &Grounds) -> &'static Row {
    TABLE.iter().find(|row| row.fits(grounds)).unwrap_or(&TABLE[TABLE.len() - 1])
}

/// The table as Markdown.
pub fn to_markdown() -> String {
    let mut page = String::from(
        "# verdict\n\nThe first row that fits a claim decides. A cell whose strength is a judgement weighs as moderate; of several \
         cells the weakest counts. A caveat changes no verdict.\n\n| row | if | verdict | because | way to a better one |\n|---|---|---|---|---|\n",
    );
    for row in &TABLE {
        page +=
            &format!("| {} | {} | {} | {} | {} |\n", row.number, row.conditions(), row.verdict, row.reason, row.way);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_grounds() -> Vec<Grounds> {
        let mut all = Vec::new();
        for &strength in Strength::ALL {
            for support in [Support::Nothing, Support::Soft, Support::Solid] {
                for bits in 0..16u8 {
                    all.push(Grounds {
                        strength,
                        support,
                        measured: bits & 1 != 0,
                        mitigated: bits & 2 != 0,
                        hype: bits & 4 != 0,
                        contradicted: bits & 8 != 0,
                    });
                }
            }
        }
        all
    }

    #[test]
    fn rows_are_numbered_and_each_decides_something() {
        let mut used = std::collections::BTreeSet::new();
        for grounds in all_grounds() {
            assert!(TABLE.iter().any(|row| row.fits(&grounds)), "{grounds:?}");
            used.insert(decide(&grounds).number);
        }
        assert_eq!(used.into_iter().collect::<Vec<_>>(), (1..=TABLE.len()).collect::<Vec<_>>());
        assert!(TABLE.iter().enumerate().all(|(index, row)| row.number == index + 1));
    }

    #[test]
    fn more_support_never_lowers_a_verdict() {
        for grounds in all_grounds() {
            for better in [
                Grounds { support: Support::Solid, ..grounds },
                Grounds { support: grounds.support.max(Support::Soft), ..grounds },
                Grounds { measured: true, ..grounds },
                Grounds { mitigated: true, ..grounds },
            ] {
                assert!(decide(&better).verdict >= decide(&grounds).verdict, "{grounds:?} {better:?}");
            }
        }
    }

    #[test]
    fn hype_and_contradictions_never_raise_a_verdict() {
        for grounds in all_grounds() {
            for worse in [Grounds { hype: true, ..grounds }, Grounds { contradicted: true, ..grounds }] {
                assert!(decide(&worse).verdict <= decide(&grounds).verdict, "{grounds:?}");
            }
        }
    }

    #[test]
    fn a_weaker_cell_never_raises_a_verdict() {
        for grounds in all_grounds() {
            let verdicts: Vec<_> =
                Strength::ALL.iter().map(|&strength| decide(&Grounds { strength, ..grounds }).verdict).collect();
            assert!(verdicts.windows(2).all(|pair| pair[0] >= pair[1]), "{grounds:?}: {verdicts:?}");
        }
    }

    #[test]
    fn every_row_but_the_best_of_its_strength_shows_a_way() {
        for row in &TABLE {
            let best =
                matches!((row.strength, row.verdict), (_, Verdict::Works) | (Some(Strength::Weak), Verdict::Promising));
            assert_eq!(row.way.is_empty(), best, "row {}", row.number);
        }
    }
}
