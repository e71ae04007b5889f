//! The state at one moment, which questions are answered from, and the reports that go with it.

use super::answers::outline::Outline;
use super::answers::tokens::Tokens;
use super::cancel::Cancelled;
use super::convert;
use super::library_files::LibraryFiles;
use super::per_declaration::{Latest, PerDeclaration};
use super::rendered::List;
use super::settings::{AllSettings, Sources};
use crate::model::{FileId, FileKey, FileSystem, Snapshot, today};
use crate::rules::{Configs, Judgement, Place, Report, Settings, check};
use crate::syntax::Date;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tower_lsp_server::gen_lsp_types::Uri;

/// A text that is open, as the editor knows it.
#[derive(Clone, Debug)]
pub(super) struct OpenFile {
    /// The address that it was used under last: the one that its findings are sent to.
    pub(super) uri: Uri,
    pub(super) version: Option<i32>,
}

/// The state at one moment: what questions are answered from.
#[derive(Clone)]
pub(super) struct View {
    pub(super) snapshot: Snapshot,
    pub(super) open: Arc<HashMap<FileId, OpenFile>>,
    pub(super) library: Arc<LibraryFiles>,
    /// What is set in the editor.
    pub(super) settings: Arc<AllSettings>,
    /// And where.
    pub(super) sources: Arc<Sources>,
    /// The moment that this shows; see `Engine::moments`.
    pub(super) moment: u64,
    /// Whether the question that this is for was taken back. Long work looks at it.
    pub(super) cancelled: Cancelled,
    pub(super) reports: Arc<Reports>,
}

impl View {
    /// The file that an address stands for.
    pub(super) fn file(&self, uri: &Uri) -> Option<FileId> {
        self.snapshot.id(&self.library.key(convert::key(uri.as_ref())))
    }

    /// The address of a file: the one that the editor used, if it is open.
    pub(super) fn uri(&self, id: FileId) -> Option<Uri> {
        if let Some(open) = self.open.get(&id) {
            return Some(open.uri.clone());
        }
        match self.snapshot.file(id)?.key() {
            FileKey::Path(path) => convert::uri_of_path(path),
            FileKey::Virtual(name) => Some(Uri::from(name.as_str())),
            FileKey::Library(name) => self.library.uri(name),
        }
    }

    /// A number that stays the same as long as what is found in a file does.
    pub(super) fn stamp(&self, id: FileId) -> u64 {
        self.reports.stamp(&self.snapshot, id, today())
    }

    /// What a file is judged with.
    pub(super) fn judged_with(&self, id: FileId) -> Option<Settings> {
        self.reports.settings(&self.snapshot, id, today()).map(|(settings, _)| settings)
    }

    /// What is found in a file, and a number that stays the same as long as all does that it rests on.
    pub(super) fn report(&self, id: FileId) -> Option<(u64, Arc<Report>)> {
        self.judgement(id).map(|(stamp, judgement)| (stamp, Arc::clone(judgement.report())))
    }

    /// The same in the parts that it was found in.
    pub(super) fn judgement(&self, id: FileId) -> Option<(u64, Arc<Judgement>)> {
        self.reports.get(&self.snapshot, id)
    }
}

/// What the judgement of a file rests on besides its own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// The settings and the day.
    settings: u64,
    /// For each path that it uses, what there is.
    imports: BTreeMap<String, u64>,
}

impl Surroundings {
    /// Whether something has become another that is in both: what an edit of the file itself brings in or leaves out
    /// is no surprise to whoever made it.
    pub(super) fn differ(&self, now: &Surroundings) -> bool {
        let moved = |(path, stamp): (&String, &u64)| self.imports.get(path).is_some_and(|before| before != stamp);
        self.settings != now.settings || now.imports.iter().any(moved)
    }
}

/// What a file was judged with, and when.
struct JudgedWith {
    /// The revision of the configurations, and the day.
    at: (u64, Date),
    settings: Settings,
    /// A number that stays the same as long as the settings do.
    hash: u64,
}

/// The latest judgement of each file. The next one takes over what of it still holds.
#[derive(Default)]
pub(super) struct Reports {
    pub(super) configs: Configs,
    latest: Mutex<HashMap<FileId, (u64, Arc<Judgement>)>>,
    /// What the editor was told that the findings of an open text are called, and the stamp of what they rested on.
    told: Mutex<HashMap<FileId, (u64, String)>>,
    /// What was made of each declaration of the texts whose outline was asked for.
    pub(super) outlines: Latest<Outline>,
    /// The same of those whose tokens were.
    pub(super) tokens: Latest<PerDeclaration<Tokens>>,
    /// What each file was judged with last, on which day and at which revision of the configurations.
    settings: Mutex<HashMap<FileId, JudgedWith>>,
    /// The findings of each file as they were told last.
    lists: Mutex<HashMap<FileId, List>>,
}

impl Reports {
    fn get(&self, snapshot: &Snapshot, id: FileId) -> Option<(u64, Arc<Judgement>)> {
        let today = today();
        let (settings, hash) = self.settings(snapshot, id, today)?;
        let stamp = stamp(snapshot, id, hash);
        let before = self.lock().get(&id).cloned();
        match before {
            Some((known, judgement)) if known == stamp => Some((stamp, judgement)),
            before => {
                let before = before.as_ref().map(|(_, judgement)| &**judgement);
                let judgement = Arc::new(Judgement::new(snapshot, id, &settings, before)?);
                self.lock().insert(id, (stamp, Arc::clone(&judgement)));
                Some((stamp, judgement))
            }
        }
    }

    /// A number that stays the same as long as nothing changes that the judgement of a file rests on.
    pub(super) fn stamp(&self, snapshot: &Snapshot, id: FileId, today: Date) -> u64 {
        self.settings(snapshot, id, today).map_or(0, |(_, hash)| stamp(snapshot, id, hash))
    }

    /// All of that but the text of the file itself.
    pub(super) fn surroundings(&self, snapshot: &Snapshot, id: FileId, today: Date) -> Surroundings {
        let settings = self.settings(snapshot, id, today).map_or(0, |(_, hash)| hash);
        Surroundings { settings, imports: snapshot.stamps_of_imports(id) }
    }

    /// Judges a file that is not looked at now, so that what is found is not kept.
    pub(super) fn judge(&self, snapshot: &Snapshot, id: FileId) -> Option<Arc<Report>> {
        let today = today();
        let stamp = self.stamp(snapshot, id, today);
        if let Some((_, known)) = self.lock().get(&id).filter(|(known, _)| *known == stamp).cloned() {
            return Some(Arc::clone(known.report()));
        }
        check(snapshot, id, &self.settings(snapshot, id, today)?.0).map(Arc::new)
    }

    /// What a file is judged with on a day, and a number that stays the same as long as that does.
    fn settings(&self, snapshot: &Snapshot, id: FileId, today: Date) -> Option<(Settings, u64)> {
        let now = (self.configs.revision(), today);
        let known = || self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known().get(&id).filter(|known| known.at == now) {
            return Some((known.settings.clone(), known.hash));
        }
        let settings = self.configs.settings(&FileSystem, snapshot.file(id)?.key(), today, Place::Editor);
        let mut hasher = DefaultHasher::new();
        settings.hash(&mut hasher);
        let hash = hasher.finish();
        known().insert(id, JudgedWith { at: now, settings: settings.clone(), hash });
        Some((settings, hash))
    }

    /// Keeps what the editor is told that the findings of a text are called.
    pub(super) fn tell(&self, id: FileId, stamp: u64, result_id: &str) {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).insert(id, (stamp, result_id.to_owned()));
    }

    /// Whether findings of that name are those of a text that rest on what has this stamp.
    pub(super) fn is_told(&self, id: FileId, stamp: u64, result_id: &str) -> bool {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.get(&id).is_some_and(|(known, name)| *known == stamp && name == result_id)
    }

    /// Does something with the list of a file's findings, which is what it was told last or empty at first.
    pub(super) fn with_list<T>(&self, id: FileId, act: impl FnOnce(&mut List) -> T) -> T {
        act(self.lists.lock().unwrap_or_else(PoisonError::into_inner).entry(id).or_default())
    }

    pub(super) fn forget(&self, id: FileId) {
        self.lock().remove(&id);
        self.outlines.forget(id);
        self.tokens.forget(id);
        self.lists.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        self.settings.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        self.told.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<FileId, (u64, Arc<Judgement>)>> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A number that stays the same as long as nothing changes that the judgement of a file with settings of this hash rests
/// on.
fn stamp(snapshot: &Snapshot, id: FileId, settings: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (snapshot.stamp(id), settings).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Workspace;
    use crate::syntax::SyntaxTree;
    use crate::text::Text;
    use std::path::{Path, PathBuf};

    /// A folder with two specs that use a house's file and one in a folder of its own that does not.
    struct Folder {
        folder: tempfile::TempDir,
        workspace: Workspace,
        reports: Reports,
    }

    const ONE: &str = "one/one.synergy";
    const TWO: &str = "one/two.synergy";
    const OTHER: &str = "other/other.synergy";
    const HOUSE: &str = "house.synergy";

    fn spec(extra: &str, in_claim: &str) -> String {
        format!(
            "{extra}\nproject demo \"Demo\" {{\n  claim fast: performance + decentralization {{\n    says \"Fast.\"\n    {in_claim}\n  }}\n}}\n"
        )
    }

    impl Folder {
        fn new() -> Folder {
            let folder = tempfile::tempdir().expect("a folder");
            let workspace = Workspace::new(vec![folder.path().to_owned()]);
            let mut all = Folder { folder, workspace, reports: Reports::default() };
            all.write(HOUSE, "matrix acme \"Acme\" extends standard { }\n");
            all.write(ONE, &spec("use \"../house.synergy\"", ""));
            all.write(TWO, &spec("use \"../house.synergy\"", ""));
            all.write(OTHER, &spec("", ""));
            all
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        /// Writes a file and says so, as an editor would that watches the folder; the three specs are open in it.
        fn write(&mut self, name: &str, text: &str) {
            let path = self.path(name);
            std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
            std::fs::write(&path, text).expect("it can be written");
            if Path::new(name).file_name().is_some_and(|name| name == crate::rules::CONFIG_FILE) {
                self.reports.configs.forget();
            }
            if [ONE, TWO, OTHER].contains(&name) {
                let text = Text::new(text);
                let tree = SyntaxTree::parse(&text);
                self.workspace.open(&FileKey::Path(path), text, tree, None, &FileSystem);
            } else {
                self.workspace.disk_changed(&[path], &FileSystem);
            }
        }

        fn report(&mut self, name: &str) -> Arc<Report> {
            let id = self.workspace.id(&FileKey::Path(self.path(name)));
            Arc::clone(self.reports.get(&self.workspace.snapshot(), id).expect("the file is there").1.report())
        }

        /// Which files are judged anew after something was written: those whose report is another than before.
        fn judged_anew_after(&mut self, name: &str, text: &str) -> Vec<&'static str> {
            let all = [ONE, TWO, OTHER];
            let before = all.map(|name| self.report(name));
            self.write(name, text);
            let after = all.map(|name| self.report(name));
            let pairs = all.into_iter().zip(before.iter().zip(&after));
            pairs.filter(|(_, (before, after))| !Arc::ptr_eq(before, after)).map(|(name, _)| name).collect()
        }
    }

    #[test]
    fn nothing_is_judged_twice_while_nothing_changes() {
        let mut all = Folder::new();
        assert_eq!(all.judged_anew_after("notes.txt", "nothing of ours"), Vec::<&str>::new());
        let (before, after) = (all.report(ONE), all.report(ONE));
        assert!(Arc::ptr_eq(&before, &after));
    }

    #[test]
    fn after_a_caveat_or_another_matrix_in_a_spec_that_spec_alone_is_judged_anew() {
        let mut all = Folder::new();
        let caveat = spec("use \"../house.synergy\"", "caveat weak-synergy \"A study.\"");
        assert_eq!(all.judged_anew_after(ONE, &caveat), [ONE]);
        let judged = caveat.replace("project demo \"Demo\" {", "project demo \"Demo\" {\n  judged-by acme");
        assert_eq!(all.judged_anew_after(ONE, &judged), [ONE]);
    }

    #[test]
    fn after_a_change_of_a_file_that_is_used_those_that_use_it_are_judged_anew() {
        let mut all = Folder::new();
        let house =
            "matrix acme \"Acme\" extends standard { cell performance + decentralization { strength strong } }\n";
        assert_eq!(all.judged_anew_after(HOUSE, house), [ONE, TWO]);
    }

    #[test]
    fn after_a_change_of_the_configuration_those_are_judged_anew_that_it_changes_anything_for() {
        let mut all = Folder::new();
        let error = "[rules]\nweak-synergy = \"error\"\n";
        assert_eq!(all.judged_anew_after("one/hypecheck.toml", error), [ONE, TWO]);
        assert_eq!(all.judged_anew_after("one/hypecheck.toml", &format!("# why\n{error}")), Vec::<&str>::new());
        let one_path = format!("{error}[[overrides]]\npaths = [\"two.synergy\"]\nrules.weak-synergy = \"hint\"\n");
        assert_eq!(all.judged_anew_after("one/hypecheck.toml", &one_path), [TWO]);
        assert_eq!(all.judged_anew_after("hypecheck.toml", error), [OTHER], "the nearer one counts for the others");
    }
}
