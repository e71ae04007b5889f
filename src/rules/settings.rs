//! What a judgement depends on besides the specs themselves.

use super::{Baseline, Level, Rule};
use crate::syntax::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a judgement depends on besides the specs themselves. Nothing here or below looks at a clock: whoever calls
/// says what day it is, so that a judgement can be repeated.
///
/// Two that are equal, and have the same hash, judge alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The day of the judgement: evidence is stale and caveats run out as of it.
    pub today: Date,
    /// How grave findings are whose rule has no chosen level.
    preset: Preset,
    /// The levels that were chosen; nothing for a rule that is off.
    chosen: BTreeMap<&'static str, Option<Level>>,
    /// The findings that are not shown.
    baseline: Option<Arc<Baseline>>,
}

impl Settings {
    /// Settings as they are unless configured.
    pub fn new(today: Date) -> Settings {
        Settings::of(today, Preset::default())
    }

    /// Settings of a preset.
    pub fn of(today: Date, preset: Preset) -> Settings {
        Settings { today, preset, chosen: BTreeMap::new(), baseline: None }
    }

    /// Chooses the level of a rule, or that it is off.
    pub fn choose(&mut self, rule: &'static str, level: Option<Level>) {
        self.chosen.insert(rule, level);
    }

    /// The level of a finding of a rule that has `found` by itself; nothing if the rule is off.
    pub fn level(&self, rule: &Rule, found: Level) -> Option<Level> {
        self.chosen.get(rule.name).copied().unwrap_or_else(|| Some(self.preset.shift(found)))
    }

    /// Chooses the findings that are not shown.
    pub fn use_baseline(&mut self, baseline: Option<Arc<Baseline>>) {
        self.baseline = baseline;
    }

    /// The findings that are not shown, if there is a list of such.
    pub fn baseline(&self) -> Option<&Arc<Baseline>> {
        self.baseline.as_ref()
    }

    /// Whether a rule is off.
    pub fn is_off(&self, rule: &Rule) -> bool {
        self.chosen.get(rule.name) == Some(&None)
    }
}

/// How grave findings are on the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Preset {
    /// As the rules say.
    #[default]
    Author,
    /// Hints count as information, information as warnings.
    Reviewer,
    /// One level graver throughout.
    Strict,
}

impl Preset {
    /// All of them, the mildest first.
    pub const ALL: [Preset; 3] = [Preset::Author, Preset::Reviewer, Preset::Strict];

    /// The word for it, in `hypecheck.toml` and in the settings of an editor.
    pub fn name(self) -> &'static str {
        match self {
            Preset::Author => "author",
            Preset::Reviewer => "reviewer",
            Preset::Strict => "strict",
        }
    }

    /// The preset that a word stands for.
    pub fn of_name(name: &str) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// How grave a finding of a level is with it.
    pub(super) fn shift(self, level: Level) -> Level {
        match (self, level) {
            (Preset::Author, level) => level,
            (_, Level::Hint) => Level::Information,
            (_, Level::Information) => Level::Warning,
            (Preset::Reviewer, level) => level,
            (Preset::Strict, _) => Level::Error,
        }
    }
}
