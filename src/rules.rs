//! Rules: what is reported, why, and how it can be mended.
//!
//! Each rule is one file in this folder, with its name, its level, its reasons and its examples; the
//! [registry](all) lists them. From these files come the findings, what `hypecheck explain` and the editor tell of a
//! rule, and its page in the reference. [`check`] judges one file of a [`Snapshot`](crate::model::Snapshot); the
//! command line and the server both judge through it. This layer knows nothing of editors.

mod caveats;
mod check;
mod config;
mod configs;
mod context;
mod diagnostic;
mod registry;
mod rule;
mod settings;

mod duplicate_cell;
mod duplicate_name;
mod expired_caveat;
mod import_cycle;
mod import_not_found;
mod moderate_synergy;
mod syntax_error;
mod unexpected_value;
mod unexplained_caveat;
mod unknown_field;
mod unknown_name;
mod unused_caveat;
mod values;
mod weak_synergy;

#[cfg(test)]
pub(crate) mod fixture;

pub use check::{JudgedCell, JudgedClaim, Origin, Report, Verdict, check, fixes};
pub use config::{CONFIG_FILE, Config, ConfigProblem, LEVELS, PRESETS, Place};
pub use configs::{Configs, FoundConfig};
pub use diagnostic::{Diagnostic, Fix, FixClass, Level, Related, Tag};
pub use registry::{all, find};
pub use rule::{Example, Group, Rule};
pub use settings::Settings;
