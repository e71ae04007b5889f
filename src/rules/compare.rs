//! What became of claims between two versions of specs: which are gone, which promise or show less, which moved.
//!
//! Two sides are compared by what they mean, not line by line: layout, comments and the order of claims do not count.
//! Claims are known by project and name, and where there is none of that name any more, by what they say. What was
//! quietly weakened or taken away comes first: it is what a reader of a diff of lines overlooks.
//!
//! Nothing here reads anything. Who compares judges both sides, each with its own settings and what it `use`s itself,
//! and takes the [`facts`] of each file.

mod changes;
mod facts;
mod figures;
mod matching;
mod standing;
mod words;

pub use facts::{CaveatFacts, ClaimFacts, EvidenceFacts, MetricFacts, facts};
pub use standing::{MovedClaim, Standing, moved_claims, standings};

use super::verdict::Verdict;

/// What a change does to what a reader may rely on, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// The claim says less, or less stands behind it, and nothing in the spec says so.
    Weakened,
    /// It is judged worse, or worded in a way that cannot be checked.
    Worse,
    /// It is something to know.
    Noted,
    /// It is judged better, or more stands behind it.
    Better,
}

impl Effect {
    /// All of them, the gravest first.
    pub const ALL: [Effect; 4] = [Effect::Weakened, Effect::Worse, Effect::Noted, Effect::Better];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Weakened => "weakened",
            Self::Worse => "worse",
            Self::Noted => "noted",
            Self::Better => "better",
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $word:literal,)*) => {
        /// What sort of change it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ChangeKind { $($(#[$doc])* $variant,)* }

        impl ChangeKind {
            /// The words for all of them.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The word for it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    };
}

kinds! {
    /// The claim is gone.
    Removed = "removed",
    /// Its words promise less.
    Softened = "softened",
    /// Evidence is gone.
    EvidenceDropped = "evidence-dropped",
    /// Evidence that can be checked gave way to somebody's word.
    EvidenceWeakened = "evidence-weakened",
    /// A metric is gone.
    MetricDropped = "metric-dropped",
    /// A metric asks for less.
    MetricLoosened = "metric-loosened",
    /// Its verdict is worse.
    VerdictFell = "verdict-fell",
    /// Its words now say more than can be checked.
    Hyped = "hyped",
    /// The claim is new.
    Added = "added",
    /// It has another name or stands in another project.
    Renamed = "renamed",
    /// It is placed in other cells.
    Moved = "moved",
    /// The matrix rates its cells otherwise.
    Rated = "rated",
    /// It accepts something in the open that it did not accept before.
    CaveatAdded = "caveat-added",
    /// It accepts something for longer, or for another reason.
    CaveatChanged = "caveat-changed",
    /// It no longer accepts something.
    CaveatDropped = "caveat-dropped",
    /// It uses one technique more.
    TechniqueAdded = "technique-added",
    /// It uses one technique less.
    TechniqueDropped = "technique-dropped",
    /// Evidence gave way to other evidence that is as good.
    EvidenceReplaced = "evidence-replaced",
    /// A metric has another figure, and which asks for more cannot be told.
    MetricChanged = "metric-changed",
    /// It says what it claims in other words.
    Reworded = "reworded",
    /// There is more evidence.
    EvidenceAdded = "evidence-added",
    /// Evidence can be checked that could not be.
    EvidenceStrengthened = "evidence-strengthened",
    /// There is one metric more.
    MetricAdded = "metric-added",
    /// A metric asks for more.
    MetricTightened = "metric-tightened",
    /// Its verdict is better.
    VerdictRose = "verdict-rose",
    /// Its words no longer say more than can be checked.
    Cleared = "cleared",
}

/// One thing that changed in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort of change it is.
    pub kind: ChangeKind,
    /// What it does.
    pub effect: Effect,
    /// What changed, in a part of a sentence; names stand between backticks.
    pub message: String,
    /// What was written before, where that is a text to show.
    pub before: Option<String>,
    /// What is written now, where that is a text to show.
    pub after: Option<String>,
}

/// How two claims were found to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Matched {
    /// By project and name.
    Name,
    /// They say the same under different names.
    Words,
    /// They say nearly the same under different names.
    SimilarWords,
}

impl Matched {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Words => "words",
            Self::SimilarWords => "similar-words",
        }
    }
}

/// A claim that changed, is new, or is gone.
#[derive(Clone, Debug)]
pub struct ChangedClaim {
    /// As it was; nothing for a new one.
    pub before: Option<ClaimFacts>,
    /// As it is; nothing for one that is gone.
    pub after: Option<ClaimFacts>,
    /// How the two were found to be one claim.
    pub matched: Option<Matched>,
    /// What changed, the gravest first.
    pub changes: Vec<Change>,
}

impl ChangedClaim {
    /// The gravest effect of its changes.
    pub fn effect(&self) -> Effect {
        self.changes.iter().map(|change| change.effect).min().unwrap_or(Effect::Noted)
    }

    /// What it is called now, or was called when it was there.
    pub fn title(&self) -> String {
        self.after.as_ref().or(self.before.as_ref()).map(ClaimFacts::title).unwrap_or_default()
    }

    /// Whether it is new.
    pub fn is_added(&self) -> bool {
        self.before.is_none()
    }

    /// Whether it is gone.
    pub fn is_removed(&self) -> bool {
        self.after.is_none()
    }

    /// The verdicts before and after.
    pub fn verdicts(&self) -> (Option<Verdict>, Option<Verdict>) {
        let verdict = |side: &Option<ClaimFacts>| side.as_ref().and_then(|claim| claim.verdict);
        (verdict(&self.before), verdict(&self.after))
    }

    /// Whether it is new or another verdict is given on it.
    pub fn has_new_verdict(&self) -> bool {
        let (before, after) = self.verdicts();
        self.after.is_some() && (self.before.is_none() || before != after)
    }
}

/// What became of the claims of two sides.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The claims that changed: the gravest first, and then in the order of their paths and of the text.
    pub changed: Vec<ChangedClaim>,
    /// How many claims are as they were.
    pub unchanged: usize,
}

impl Comparison {
    /// How many claims have this as their gravest effect; those that are new and nothing else are not counted.
    pub fn count(&self, effect: Effect) -> usize {
        self.changed.iter().filter(|claim| !claim.is_added() && claim.effect() == effect).count()
    }

    /// How many claims are gone.
    pub fn removed(&self) -> usize {
        self.changed.iter().filter(|claim| claim.is_removed()).count()
    }

    /// How many claims are new.
    pub fn added(&self) -> usize {
        self.changed.iter().filter(|claim| claim.is_added()).count()
    }

    /// Whether the verdict on some claim is worse.
    pub fn some_verdict_fell(&self) -> bool {
        self.changed.iter().flat_map(|claim| &claim.changes).any(|change| change.kind == ChangeKind::VerdictFell)
    }
}

/// Compares the claims of two sides.
pub fn compare(before: Vec<ClaimFacts>, after: Vec<ClaimFacts>) -> Comparison {
    let mut comparison = Comparison::default();
    for (before, after, matched) in matching::pairs(before, after) {
        let changes = changes::between(before.as_ref(), after.as_ref(), matched);
        if changes.is_empty() {
            comparison.unchanged += 1;
        } else {
            comparison.changed.push(ChangedClaim { before, after, matched, changes });
        }
    }
    comparison.changed.sort_by(|a, b| {
        let place = |claim: &ChangedClaim| {
            let facts = claim.after.as_ref().or(claim.before.as_ref());
            (claim.effect(), !claim.is_removed(), claim.is_added(), facts.map(|it| (it.path.clone(), it.offset)))
        };
        place(a).cmp(&place(b))
    });
    comparison
}

#[cfg(test)]
mod tests;
