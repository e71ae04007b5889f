//! The settings of the editor: what can be set there, what it is unless set, and what was made of what came.
//!
//! They are few, because a spec is judged the same everywhere: what decides a finding is set in `hypecheck.toml`, which
//! wins over every setting here. The names are those in the section `hypecheck`; whether they come nested, as most
//! editors send them, or with dots in their names makes no difference.

use crate::model::{FileKey, nearest};
use crate::rules::{Fallback, Preset};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tower_lsp_server::gen_lsp_types::LspAny;

/// The name of the section that holds ours among all settings of an editor.
pub(super) const SECTION: &str = "hypecheck";

/// What is set in the editor, or what holds unless it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EditorSettings {
    /// `diagnostics.workspace`: findings of all specs of the workspace are shown, and not of the open ones alone.
    pub(super) workspace_diagnostics: bool,
    /// `inlayHints.enabled`: without it there are no hints, whatever the other two say.
    pub(super) inlay_hints: bool,
    /// `inlayHints.inferredCells`: a claim without a cell shows the one that its words point to.
    pub(super) inferred_cells: bool,
    /// `inlayHints.factors`: a metric beyond a limit shows by how much.
    pub(super) factors: bool,
    /// `codeLens.enabled`: the lines above projects, claims and cells.
    pub(super) code_lens: bool,
    /// `preset`: what holds where no `hypecheck.toml` names one.
    pub(super) preset: Preset,
}

impl Default for EditorSettings {
    fn default() -> EditorSettings {
        EditorSettings {
            workspace_diagnostics: false,
            inlay_hints: true,
            inferred_cells: true,
            factors: true,
            code_lens: true,
            preset: Preset::default(),
        }
    }
}

/// What holds where: in the folders that the editor has settings of their own for, and elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AllSettings {
    /// Elsewhere.
    pub(super) general: EditorSettings,
    folders: Vec<(PathBuf, EditorSettings)>,
}

impl AllSettings {
    /// What holds for a file. Of a folder in another the inner one counts.
    pub(super) fn of(&self, file: &FileKey) -> &EditorSettings {
        let around = self.folders.iter().filter(|(folder, _)| file.path().is_some_and(|path| path.starts_with(folder)));
        let nearest = around.max_by_key(|(folder, _)| folder.components().count());
        nearest.map_or(&self.general, |(_, settings)| settings)
    }

    /// Whether something is set anywhere.
    pub(super) fn any(&self, is_set: impl Fn(&EditorSettings) -> bool) -> bool {
        is_set(&self.general) || self.folders.iter().any(|(_, settings)| is_set(settings))
    }

    /// A part of them, with the folders.
    pub(super) fn each<T>(&self, part: impl Fn(&EditorSettings) -> T) -> (T, Vec<(&Path, T)>) {
        let folders = self.folders.iter().map(|(folder, settings)| (folder.as_path(), part(settings)));
        (part(&self.general), folders.collect())
    }

    /// The presets that hold where no file names one.
    pub(super) fn fallback(&self) -> Fallback {
        let folders = self.folders.iter().map(|(folder, settings)| (folder.clone(), settings.preset));
        Fallback { preset: self.general.preset, folders: folders.collect() }
    }
}

/// One setting.
struct Setting {
    name: &'static str,
    /// What is expected, in words.
    expected: &'static str,
    /// Puts a value in its place; whether it is one of those expected.
    set: fn(&mut EditorSettings, &LspAny) -> bool,
    /// The value as the editor would write it.
    get: fn(&EditorSettings) -> LspAny,
}

macro_rules! switch {
    ($name:literal, $field:ident) => {
        Setting {
            name: $name,
            expected: "true or false",
            set: |settings, value| value.as_bool().map(|value| settings.$field = value).is_some(),
            get: |settings| settings.$field.into(),
        }
    };
}

/// All that we read, sorted by name.
static SETTINGS: [Setting; 6] = [
    switch!("codeLens.enabled", code_lens),
    switch!("diagnostics.workspace", workspace_diagnostics),
    switch!("inlayHints.enabled", inlay_hints),
    switch!("inlayHints.factors", factors),
    switch!("inlayHints.inferredCells", inferred_cells),
    Setting {
        name: "preset",
        expected: "\"author\", \"reviewer\" or \"strict\"",
        set: |settings, value| {
            let preset = value.as_str().and_then(Preset::of_name);
            preset.map(|preset| settings.preset = preset).is_some()
        },
        get: |settings| settings.preset.name().into(),
    },
];

/// Settings that the editor itself acts on; it sends them along.
const OF_THE_EDITOR: [&str; 2] = ["server.path", "trace.server"];

/// Where the value of a setting comes from. A later one takes the place of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// Nobody set it.
    Default,
    /// What the editor said when it introduced itself.
    Initialization,
    /// The settings of the editor, asked for or sent.
    Editor,
}

impl Source {
    /// In words, for people.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Source::Default => "default",
            Source::Initialization => "initializationOptions",
            Source::Editor => "editor settings",
        }
    }
}

/// What was set in one place.
type Given = BTreeMap<&'static str, LspAny>;

/// What was set, by where it was set.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    given: BTreeMap<Source, Given>,
    /// What was set for folders: it comes after all else.
    folders: Vec<(PathBuf, Given)>,
    /// What was told of each of them, so that nothing is told twice.
    told: BTreeMap<Source, Vec<String>>,
}

impl Sources {
    /// Takes what was set in one place, in place of what was set there before. Returns what of it means nothing, each
    /// in one line, if that was not told before.
    pub(super) fn put(&mut self, source: Source, value: &LspAny) -> Vec<String> {
        let (given, problems) = read(value);
        self.given.insert(source, given);
        let told = self.told.insert(source, problems.clone()).unwrap_or_default();
        problems.into_iter().filter(|problem| !told.contains(problem)).collect()
    }

    /// Takes what the editor has set for its folders, in place of what it had before. Returns what of it means nothing, as
    /// far as that was not told yet.
    pub(super) fn put_folders(&mut self, folders: Vec<(PathBuf, LspAny)>) -> Vec<String> {
        self.folders.clear();
        let mut new = Vec::new();
        for (folder, value) in folders {
            let (given, problems) = read(&value);
            self.folders.push((folder, given));
            // Most of it is what is set for all folders.
            let told = self.told.entry(Source::Editor).or_default();
            for problem in problems {
                if !told.contains(&problem) {
                    told.push(problem.clone());
                    new.push(problem);
                }
            }
        }
        new
    }

    /// What it comes to, everywhere.
    pub(super) fn all(&self) -> AllSettings {
        let folders = self.folders.iter();
        let folders = folders.map(|(folder, given)| (folder.clone(), self.with(Some(given)))).collect();
        AllSettings { general: self.settings(), folders }
    }

    /// What it comes to outside of folders that have settings of their own.
    pub(super) fn settings(&self) -> EditorSettings {
        self.with(None)
    }

    /// What is set for folders, and is another there than elsewhere.
    pub(super) fn of_folders(&self) -> impl Iterator<Item = (&Path, String, LspAny)> {
        let general = self.settings();
        self.folders.iter().flat_map(move |(folder, given)| {
            let here = self.with(Some(given));
            let general = general.clone();
            SETTINGS.iter().filter_map(move |setting| {
                let value = (setting.get)(&here);
                let differs = value != (setting.get)(&general);
                differs.then(|| (folder.as_path(), format!("{SECTION}.{}", setting.name), value))
            })
        })
    }

    fn with(&self, last: Option<&Given>) -> EditorSettings {
        let mut settings = EditorSettings::default();
        for given in self.given.values().chain(last) {
            for setting in &SETTINGS {
                if let Some(value) = given.get(setting.name) {
                    (setting.set)(&mut settings, value);
                }
            }
        }
        settings
    }

    /// Every setting with its value and where that comes from.
    pub(super) fn origins(&self) -> impl Iterator<Item = (String, LspAny, Source)> {
        let settings = self.settings();
        SETTINGS.iter().map(move |setting| {
            let given = self.given.iter().rev().find(|(_, given)| given.contains_key(setting.name));
            let source = given.map_or(Source::Default, |(source, _)| *source);
            (format!("{SECTION}.{}", setting.name), (setting.get)(&settings), source)
        })
    }
}

/// What of ours is in the settings that came, and what of it means nothing.
fn read(value: &LspAny) -> (Given, Vec<String>) {
    let mut given = BTreeMap::new();
    let mut problems = Vec::new();
    // Some editors send the section, some all that there is with the section in it.
    let section = value.get(SECTION).filter(|section| section.is_object()).unwrap_or(value);
    match section {
        LspAny::Object(_) => flatten(section, "", &mut |name, value| take(name, value, &mut given, &mut problems)),
        // Nothing was set.
        LspAny::Null => {}
        other => problems.push(format!("The settings are ignored: an object is expected, and not {}.", kind(other))),
    }
    (given, problems)
}

/// Calls for each value with its name in dots.
fn flatten(value: &LspAny, name: &str, each: &mut impl FnMut(&str, &LspAny)) {
    let is_known = |name: &str| SETTINGS.iter().any(|setting| setting.name == name);
    match value {
        LspAny::Object(fields) if !is_known(name) => {
            for (field, value) in fields {
                let inner = if name.is_empty() { field.clone() } else { format!("{name}.{field}") };
                // All settings of an editor as one list have the section in each name.
                let inner = inner.strip_prefix(SECTION).and_then(|rest| rest.strip_prefix('.')).unwrap_or(&inner);
                flatten(value, inner, each);
            }
        }
        value => each(name, value),
    }
}

fn take(name: &str, value: &LspAny, given: &mut BTreeMap<&'static str, LspAny>, problems: &mut Vec<String>) {
    // An editor that has no value for a name says so with nothing.
    if OF_THE_EDITOR.contains(&name) || value.is_null() {
        return;
    }
    let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
        let advice = match nearest(name, SETTINGS.iter().map(|setting| setting.name)) {
            Some(nearest) => format!("is `{SECTION}.{nearest}` meant?"),
            None => "it is ignored.".to_owned(),
        };
        return problems.push(format!("There is no setting `{SECTION}.{name}`; {advice}"));
    };
    if (setting.set)(&mut EditorSettings::default(), value) {
        given.insert(setting.name, value.clone());
    } else {
        let expected = setting.expected;
        problems.push(format!(
            "The setting `{SECTION}.{name}` is ignored: it must be {expected}, and not {}.",
            kind(value)
        ));
    }
}

/// What a value is, short enough for a line in a log. No long text of somebody's ends there.
fn kind(value: &LspAny) -> String {
    match value {
        LspAny::String(text) if text.chars().count() > 30 => "a long text".to_owned(),
        LspAny::Object(_) => "an object".to_owned(),
        LspAny::Array(_) => "a list".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::PRESETS;
    use serde_json::json;

    #[track_caller]
    fn settings(value: LspAny) -> EditorSettings {
        let mut sources = Sources::default();
        assert_eq!(sources.put(Source::Editor, &value), Vec::<String>::new());
        sources.settings()
    }

    #[test]
    fn nested_and_dotted_names_mean_the_same_in_the_section_and_around_it() {
        let expected = EditorSettings { factors: false, preset: Preset::Strict, ..EditorSettings::default() };
        let nested = json!({ "inlayHints": { "factors": false }, "preset": "strict" });
        for value in [
            nested.clone(),
            json!({ "hypecheck": nested }),
            json!({ "inlayHints.factors": false, "preset": "strict" }),
            json!({ "hypecheck.inlayHints.factors": false, "hypecheck.preset": "strict" }),
        ] {
            assert_eq!(settings(value.clone()), expected, "{value}");
        }
    }

    #[test]
    fn nothing_is_no_value_and_what_the_editor_acts_on_itself_is_left_to_it() {
        let value = json!({ "preset": null, "server": { "path": "/x" }, "trace": { "server": "off" } });
        assert_eq!(settings(value), EditorSettings::default());
        assert_eq!(settings(LspAny::Null), EditorSettings::default());
    }

    #[test]
    fn what_means_nothing_is_told_once_in_a_line_each_and_the_rest_counts() {
        let value = json!({
            "inlayHints": { "factor": true, "enabled": "yes" }, "preset": "lax", "wholly": { "else": 1 },
            "codeLens": { "enabled": false },
        });
        let mut sources = Sources::default();
        let mut told = sources.put(Source::Editor, &value);
        told.sort();
        assert_eq!(
            told,
            [
                "The setting `hypecheck.inlayHints.enabled` is ignored: it must be true or false, and not \"yes\".",
                "The setting `hypecheck.preset` is ignored: it must be \"author\", \"reviewer\" or \"strict\", and not \"lax\".",
                "There is no setting `hypecheck.inlayHints.factor`; is `hypecheck.inlayHints.factors` meant?",
                "There is no setting `hypecheck.wholly.else`; it is ignored.",
            ]
        );
        assert_eq!(sources.settings(), EditorSettings { code_lens: false, ..EditorSettings::default() });
        assert_eq!(sources.put(Source::Editor, &value), Vec::<String>::new());
        assert_eq!(sources.put(Source::Editor, &json!([1])).len(), 1);
    }

    #[test]
    fn the_later_source_counts_and_each_value_says_where_it_comes_from() {
        let mut sources = Sources::default();
        sources.put(Source::Editor, &json!({ "preset": "strict" }));
        sources.put(Source::Initialization, &json!({ "preset": "reviewer", "codeLens": { "enabled": false } }));
        let settings = sources.settings();
        assert_eq!((settings.preset, settings.code_lens), (Preset::Strict, false));
        let origin = |name: &str| sources.origins().find(|(known, ..)| known == name).map(|(.., source)| source);
        assert_eq!(origin("hypecheck.preset"), Some(Source::Editor));
        assert_eq!(origin("hypecheck.codeLens.enabled"), Some(Source::Initialization));
        assert_eq!(origin("hypecheck.inlayHints.enabled"), Some(Source::Default));
    }

    #[test]
    fn every_word_for_a_preset_names_one() {
        for name in PRESETS {
            assert_eq!(Preset::of_name(name).map(Preset::name), Some(name));
        }
    }

    #[test]
    fn the_extension_offers_these_settings_with_these_defaults() {
        let manifest: LspAny =
            serde_json::from_str(include_str!("../../editors/vscode/package.json")).expect("the manifest is JSON");
        let offered = manifest["contributes"]["configuration"]["properties"].as_object().expect("there are settings");
        let of_the_editor = OF_THE_EDITOR.map(|name| format!("{SECTION}.{name}"));
        let offered: BTreeMap<String, LspAny> = offered
            .iter()
            .filter(|(name, _)| !of_the_editor.contains(name))
            .map(|(name, setting)| (name.clone(), setting["default"].clone()))
            .collect();
        let read = Sources::default().origins().map(|(name, value, _)| (name, value)).collect::<BTreeMap<_, _>>();
        assert_eq!(offered, read);
    }
}
