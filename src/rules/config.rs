//! `hypecheck.toml`: which level each rule has, in which files, in the editor and in CI.
//!
//! ```toml
//! preset = "reviewer"
//! baseline = "hypecheck-baseline.toml"
//!
//! [rules]
//! weak-synergy = "error"
//! moderate-synergy = "off"
//!
//! [editor.rules]
//! missing-evidence = "hint"
//!
//! [[overrides]]
//! paths = ["drafts/**"]
//! rules = { unmeasured-claim = "off" }
//! ```

use super::settings::Preset;
use super::{Level, Rule, Settings, all, find};
use crate::model::nearest;
use crate::syntax::Date;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name of the file.
pub const CONFIG_FILE: &str = "hypecheck.toml";

/// The words for levels, the gravest first.
pub const LEVELS: [&str; 5] = ["error", "warning", "information", "hint", "off"];
/// The words for presets.
pub const PRESETS: [&str; 3] = ["author", "reviewer", "strict"];
const TOP_KEYS: [&str; 6] = ["preset", "rules", "editor", "check", "overrides", "baseline"];

/// Where findings are shown: a level can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In an editor, while somebody is writing.
    Editor,
    /// On the command line and in CI.
    Check,
}

/// A level that was chosen for a rule.
#[derive(Clone, Copy, Debug)]
struct Choice {
    /// Nothing for a rule that is off.
    level: Option<Level>,
    /// Where it is chosen, in bytes of the file.
    at: usize,
}

type Chosen = BTreeMap<&'static str, Choice>;

/// What the level of a rule comes to for a file, and what chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The rule.
    pub rule: &'static Rule,
    /// Its level; nothing for a rule that is off.
    pub level: Option<Level>,
    /// The section of the file that chose it, and where, in bytes of the file; nothing where no section does.
    pub chosen: Option<(&'static str, usize)>,
}

/// What a `hypecheck.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Nothing if it names none; and where, in bytes of the file.
    preset: Option<(Preset, usize)>,
    rules: Chosen,
    editor: Chosen,
    check: Chosen,
    overrides: Vec<(GlobSet, Chosen)>,
    /// Where the findings are that are not shown, and where that is said.
    baseline: Option<(String, Range<usize>)>,
}

/// Something in a `hypecheck.toml` that means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where, in bytes of the file.
    pub range: Range<usize>,
    /// What is wrong and what to write.
    pub message: String,
}

impl Config {
    /// Reads a file. What means nothing is told and left out; the rest counts.
    pub fn parse(text: &str) -> (Config, Vec<ConfigProblem>) {
        let mut problems = Vec::new();
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let range = error.span().unwrap_or(0..0);
                let message = format!("This is no TOML: {}.", error.message().trim_end_matches('.'));
                return (Config::default(), vec![ConfigProblem { range, message }]);
            }
        };
        let mut config = Config::default();
        for (key, value) in table.into_inner() {
            let range = key.span();
            match key.get_ref().as_ref() {
                "preset" => config.preset = preset(&value, &mut problems).map(|preset| (preset, range.start)),
                "rules" => config.rules = rules(value, &mut problems),
                "editor" => config.editor = place(value, &mut problems),
                "check" => config.check = place(value, &mut problems),
                "overrides" => config.overrides = overrides(value, &mut problems),
                "baseline" => config.baseline = baseline(&value, &mut problems),
                other => problems.push(unknown(range, other, "key", TOP_KEYS)),
            }
        }
        problems.sort_by_key(|problem| problem.range.start);
        (config, problems)
    }

    /// The preset that it names, if it names one.
    pub fn preset(&self) -> Option<Preset> {
        self.preset.map(|(preset, _)| preset)
    }

    /// The preset that it names, and where, in bytes of the file.
    pub fn preset_place(&self) -> Option<(Preset, usize)> {
        self.preset
    }

    /// The path of the baseline that it names, from its folder on, and where in the file it is named.
    pub fn baseline(&self) -> Option<(&str, Range<usize>)> {
        self.baseline.as_ref().map(|(path, range)| (path.as_str(), range.clone()))
    }

    /// What was chosen for a file at a place, by section. The narrower comes later and counts.
    fn sections(&self, path: &Path, place: Place) -> impl Iterator<Item = (&'static str, &Chosen)> {
        let own = match place {
            Place::Editor => ("[editor.rules]", &self.editor),
            Place::Check => ("[check.rules]", &self.check),
        };
        let overrides = self.overrides.iter().filter(move |(paths, _)| paths.is_match(path));
        [("[rules]", &self.rules), own].into_iter().chain(overrides.map(|(_, chosen)| ("[[overrides]]", chosen)))
    }

    /// What it comes to for a file, rule by rule, and what chose each level. As [`settings`](Config::settings), with
    /// which a test holds it together.
    pub fn explain(&self, path: &Path, place: Place, fallback: Preset) -> Vec<Explained> {
        let preset = self.preset().unwrap_or(fallback);
        let explained = |rule: &'static Rule| {
            let mut found = Explained { rule, level: Some(preset.shift(rule.level)), chosen: None };
            for (section, chosen) in self.sections(path, place) {
                if let Some(choice) = chosen.get(rule.name) {
                    found = Explained { level: choice.level, chosen: Some((section, choice.at)), ..found };
                }
            }
            found
        };
        all().iter().copied().map(explained).collect()
    }

    /// What it comes to for a file, whose path counts from the folder of the `hypecheck.toml`.
    /// `fallback` is the preset if it names none.
    pub fn settings(&self, today: Date, path: &Path, place: Place, fallback: Preset) -> Settings {
        let mut settings = Settings::of(today, self.preset().unwrap_or(fallback));
        for (_, chosen) in self.sections(path, place) {
            for (rule, choice) in chosen {
                settings.choose(rule, choice.level);
            }
        }
        settings
    }
}

fn unknown<const N: usize>(range: Range<usize>, word: &str, what: &str, known: [&str; N]) -> ConfigProblem {
    let advice = match nearest(word, known) {
        Some(nearest) => format!("Is `{nearest}` meant?"),
        None => format!("There are {}.", known.map(|known| format!("`{known}`")).join(", ")),
    };
    ConfigProblem { range, message: format!("There is no {what} `{word}`. {advice}") }
}

fn expected(value: &Spanned<DeValue<'_>>, what: &str, problems: &mut Vec<ConfigProblem>) {
    problems.push(ConfigProblem { range: value.span(), message: format!("Here {what} is expected.") });
}

fn preset(value: &Spanned<DeValue<'_>>, problems: &mut Vec<ConfigProblem>) -> Option<Preset> {
    let Some(name) = value.get_ref().as_str() else {
        expected(value, "the name of a preset", problems);
        return None;
    };
    let preset = Preset::of_name(name);
    if preset.is_none() {
        problems.push(unknown(value.span(), name, "preset", PRESETS));
    }
    preset
}

fn baseline(value: &Spanned<DeValue<'_>>, problems: &mut Vec<ConfigProblem>) -> Option<(String, Range<usize>)> {
    // Editors tell of changes of files by their endings.
    let path = value.get_ref().as_str().filter(|path| path.len() > ".toml".len() && path.ends_with(".toml"));
    if path.is_none() {
        expected(value, "the path of a file that ends in `.toml`, such as `\"hypecheck-baseline.toml\"`,", problems);
    }
    path.map(|path| (path.to_owned(), value.span()))
}

/// `[editor]` and `[check]`: nothing but `rules`.
fn place(value: Spanned<DeValue<'_>>, problems: &mut Vec<ConfigProblem>) -> Chosen {
    let mut chosen = Chosen::new();
    let span = value.span();
    let DeValue::Table(table) = value.into_inner() else {
        problems.push(ConfigProblem { range: span, message: "Here a table is expected.".to_owned() });
        return chosen;
    };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "rules" => chosen = rules(value, problems),
            other => problems.push(unknown(key.span(), other, "key", ["rules"])),
        }
    }
    chosen
}

fn rules(value: Spanned<DeValue<'_>>, problems: &mut Vec<ConfigProblem>) -> Chosen {
    let mut chosen = Chosen::new();
    let span = value.span();
    let DeValue::Table(table) = value.into_inner() else {
        problems.push(ConfigProblem { range: span, message: "Here rules and their levels are expected.".to_owned() });
        return chosen;
    };
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let Some(rule) = find(name) else {
            let advice = match nearest(name, all().iter().map(|rule| rule.name)) {
                Some(nearest) => format!("Is `{nearest}` meant?"),
                None => "`hypecheck explain` knows them.".to_owned(),
            };
            problems.push(ConfigProblem { range: key.span(), message: format!("There is no rule `{name}`. {advice}") });
            continue;
        };
        match value.get_ref().as_str() {
            Some("off") => drop(chosen.insert(rule.name, Choice { level: None, at: key.span().start })),
            Some(word) => match Level::ALL.into_iter().find(|level| level.as_str() == word) {
                Some(level) => drop(chosen.insert(rule.name, Choice { level: Some(level), at: key.span().start })),
                None => problems.push(unknown(value.span(), word, "level", LEVELS)),
            },
            None => expected(&value, "the word for a level", problems),
        }
    }
    chosen
}

fn overrides(value: Spanned<DeValue<'_>>, problems: &mut Vec<ConfigProblem>) -> Vec<(GlobSet, Chosen)> {
    let span = value.span();
    let DeValue::Array(array) = value.into_inner() else {
        problems.push(ConfigProblem { range: span, message: "Write `[[overrides]]`, once for each.".to_owned() });
        return Vec::new();
    };
    let mut overrides = Vec::new();
    for value in array {
        let span = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            problems.push(ConfigProblem { range: span, message: "Here a table is expected.".to_owned() });
            continue;
        };
        let mut paths = GlobSetBuilder::new();
        let mut chosen = Chosen::new();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "paths" => globs(&value, &mut paths, problems),
                "rules" => chosen = rules(value, problems),
                other => problems.push(unknown(key.span(), other, "key", ["paths", "rules"])),
            }
        }
        match paths.build() {
            Ok(paths) => overrides.push((paths, chosen)),
            Err(error) => problems.push(ConfigProblem { range: span, message: format!("{error}.") }),
        }
    }
    overrides
}

fn globs(value: &Spanned<DeValue<'_>>, paths: &mut GlobSetBuilder, problems: &mut Vec<ConfigProblem>) {
    let DeValue::Array(patterns) = value.get_ref() else {
        return expected(value, "a list of patterns such as `\"drafts/**\"`", problems);
    };
    for pattern in patterns {
        match pattern.get_ref().as_str().map(Glob::new) {
            Some(Ok(glob)) => drop(paths.add(glob)),
            Some(Err(error)) => problems.push(ConfigProblem { range: pattern.span(), message: format!("{error}.") }),
            None => expected(pattern, "a pattern such as `\"drafts/**\"`", problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture;

    fn level(text: &str, path: &str, place: Place, rule: &str) -> Option<Level> {
        let (config, problems) = Config::parse(text);
        assert_eq!(problems, []);
        let rule = find(rule).expect("there is such a rule");
        config.settings(fixture::settings().today, Path::new(path), place, Preset::Author).level(rule, rule.level)
    }

    #[test]
    fn a_level_can_be_chosen_for_all_for_the_editor_and_for_files() {
        let text = r#"
[rules]
weak-synergy = "error"
moderate-synergy = "off"
[editor.rules]
weak-synergy = "hint"
[[overrides]]
paths = ["drafts/**"]
rules = { weak-synergy = "off" }
"#;
        assert_eq!(level(text, "a.synergy", Place::Check, "weak-synergy"), Some(Level::Error));
        assert_eq!(level(text, "a.synergy", Place::Editor, "weak-synergy"), Some(Level::Hint));
        assert_eq!(level(text, "drafts/x/a.synergy", Place::Editor, "weak-synergy"), None);
        assert_eq!(level(text, "a.synergy", Place::Check, "moderate-synergy"), None);
        assert_eq!(level(text, "a.synergy", Place::Check, "unused-caveat"), Some(Level::Information));
    }

    #[test]
    fn what_chose_a_level_is_told_and_is_what_counts() {
        let text = "preset = \"reviewer\"\n[rules]\nweak-synergy = \"error\"\n[check.rules]\nweak-synergy = \"hint\"\n\
                    [[overrides]]\npaths = [\"drafts/**\"]\nrules = { moderate-synergy = \"off\" }\n";
        let (config, problems) = Config::parse(text);
        assert_eq!(problems, []);
        for (path, place) in [("a", Place::Check), ("drafts/a", Place::Editor)] {
            let settings = config.settings(fixture::settings().today, Path::new(path), place, Preset::Author);
            for found in config.explain(Path::new(path), place, Preset::Author) {
                assert_eq!(found.level, settings.level(found.rule, found.rule.level), "{}", found.rule.name);
            }
        }
        let chosen = |path: &str, place, rule: &str| {
            let all = config.explain(Path::new(path), place, Preset::Author);
            all.into_iter().find(|found| found.rule.name == rule).and_then(|found| found.chosen)
        };
        let line = |(section, at): (&'static str, usize)| (section, text[..at].lines().count() + 1);
        assert_eq!(chosen("a", Place::Check, "weak-synergy").map(line), Some(("[check.rules]", 5)));
        assert_eq!(chosen("a", Place::Editor, "weak-synergy").map(line), Some(("[rules]", 3)));
        assert_eq!(chosen("drafts/a", Place::Check, "moderate-synergy").map(|it| it.0), Some("[[overrides]]"));
        assert_eq!(chosen("a", Place::Check, "moderate-synergy"), None);
        assert_eq!(config.preset_place(), Some((Preset::Reviewer, 0)));
    }

    #[test]
    fn presets_make_findings_graver() {
        for (preset, expected) in
            [("author", Level::Information), ("reviewer", Level::Warning), ("strict", Level::Warning)]
        {
            assert_eq!(
                level(&format!("preset = \"{preset}\""), "a", Place::Check, "moderate-synergy"),
                Some(expected),
                "{preset}"
            );
        }
        assert_eq!(level("preset = \"strict\"", "a", Place::Check, "weak-synergy"), Some(Level::Error));
    }

    #[test]
    fn what_means_nothing_is_told_with_the_nearest_that_does_and_the_rest_counts() {
        let text = "preset = \"autor\"\nrulez = 1\n[rules]\nweek-synergy = \"error\"\nweak-synergy = \"wrning\"\nmoderate-synergy = 3\nunused-caveat = \"off\"\n";
        let (config, problems) = Config::parse(text);
        let told: Vec<(&str, &str)> =
            problems.iter().map(|problem| (&text[problem.range.clone()], problem.message.as_str())).collect();
        assert_eq!(
            told,
            [
                ("\"autor\"", "There is no preset `autor`. Is `author` meant?"),
                ("rulez", "There is no key `rulez`. Is `rules` meant?"),
                ("week-synergy", "There is no rule `week-synergy`. Is `weak-synergy` meant?"),
                ("\"wrning\"", "There is no level `wrning`. Is `warning` meant?"),
                ("3", "Here the word for a level is expected."),
            ]
        );
        let rule = find("unused-caveat").expect("there is such a rule");
        let settings = config.settings(fixture::settings().today, Path::new("a"), Place::Check, Preset::Author);
        assert_eq!(settings.level(rule, rule.level), None);
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_place() {
        let (_, problems) = Config::parse("[rules\n");
        assert!(problems.len() == 1 && problems[0].message.starts_with("This is no TOML: "), "{problems:?}");
    }
}
