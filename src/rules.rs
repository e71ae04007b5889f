//! Rules: what is reported, why, and how it can be mended.
//!
//! Each rule is one file in this folder, with its name, its level, its reasons and its examples; the
//! [registry](all) lists them. From these files come the findings, what `hypecheck explain` and the editor tell of a
//! rule, and its page in the reference. [`check`] judges one file of a [`Snapshot`](crate::model::Snapshot); the
//! command line and the server both judge through it. This layer knows nothing of editors.

mod baseline;
mod caveat_fix;
mod caveats;
mod claim;
mod compare;
mod config;
mod configs;
mod context;
mod diagnostic;
mod evidence;
mod figures;
mod fingerprint;
mod fixes;
mod judge;
mod judgement;
mod kept;
mod measurements;
mod mend;
mod numbers;
mod overreach;
mod parallel;
mod pieces;
mod prose;
pub mod provenance;
mod registry;
mod reuse;
mod rule;
mod said;
mod says;
mod scaffold;
mod settings;
mod slips;
pub mod verdict;
mod ways;

mod bad_unit;
mod bare_wrapper;
mod below_chain_limit;
mod beyond_ceiling;
mod buzzword_stack;
mod chain_mismatch;
mod conflicting_techniques;
mod contradicting_metrics;
mod costly_technique;
mod duplicate_cell;
mod duplicate_name;
mod empty_promise;
mod expired_caveat;
mod hidden_character;
mod hype_phrase;
mod import_cycle;
mod import_not_found;
mod inferred_cell;
mod mismatched_cell;
mod missing_evidence;
mod moderate_synergy;
mod open_comparative;
mod own_evidence;
mod soft_evidence;
mod stale_evidence;
mod straddling_cell;
mod syntax_error;
mod triangle_overreach;
mod trilemma_overreach;
mod unexpected_value;
mod unexplained_caveat;
mod unfilled_field;
mod unknown_field;
mod unknown_name;
mod unmeasured_claim;
mod unplaced_claim;
mod unrated_cell;
mod unreviewed_caveat;
mod unused_caveat;
mod values;
mod weak_synergy;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod marks;

pub use baseline::{Baseline, BaselineEntry, BaselineProblem};
pub use caveat_fix::Adoption;
pub use claim::{JudgedCell, JudgedClaim, Origin, Overstated, ReadCell, make_ready};
pub use compare::{
    CaveatFacts, Change, ChangeKind, ChangedClaim, ClaimFacts, Comparison, Effect, EvidenceFacts, Matched, MetricFacts,
    MovedClaim, Standing, compare, facts, moved_claims, standings,
};
pub use config::{CONFIG_FILE, Config, ConfigProblem, Explained, LEVELS, PRESETS, Place};
pub use configs::{Configs, Fallback, FoundConfig};
pub use diagnostic::{Diagnostic, Factor, Fix, FixClass, Level, Related, Tag};
pub use evidence::best_kind;
pub use fingerprint::{Fingerprint, fingerprints, fingerprints_of, library_digest};
pub use fixes::{fixes, safe_fixes};
pub use judgement::{JudgedDeclaration, Judgement, Piece, Report, check};
pub use measurements::{Bound, Measurement, Suggested, measurements};
pub use mend::{Mend, Mended, is_mendable, mend};
pub use parallel::in_parallel;
pub use registry::{all, find};
pub use rule::{Example, Group, Rule};
pub use scaffold::{ELLIPSIS, blanks, indent, line_break, state_cells};
pub use settings::{Preset, Settings};
pub use verdict::Verdict;
pub use ways::{Addition, Way, judge_elsewhere, ways};
