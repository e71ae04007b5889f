//! The state at one moment, which questions are answered from, and the reports that go with it.

use super::convert;
use super::library_files::LibraryFiles;
use super::settings::EditorSettings;
use crate::model::{FileId, FileKey, FileSystem, Snapshot, today};
use crate::rules::{Configs, Place, Report, Settings, check};
use crate::syntax::Date;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tower_lsp_server::gen_lsp_types::Uri;

/// A text that is open, as the editor knows it.
#[derive(Clone, Debug)]
pub(super) struct OpenFile {
    /// The address that it was opened under last: the one that its findings are sent to.
    pub(super) uri: Uri,
    /// Other addresses that it is open under, the latest last.
    pub(super) others: Vec<Uri>,
    pub(super) version: Option<i32>,
}

/// The state at one moment: what questions are answered from.
#[derive(Clone)]
pub(super) struct View {
    pub(super) snapshot: Snapshot,
    pub(super) open: Arc<HashMap<FileId, OpenFile>>,
    pub(super) library: Arc<LibraryFiles>,
    /// What is set in the editor.
    pub(super) settings: Arc<EditorSettings>,
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
            FileKey::Library(name) => self.library.path(name).and_then(|path| convert::uri_of_path(&path)),
        }
    }

    /// What is found in a file, and a number that stays the same as long as that does.
    pub(super) fn report(&self, id: FileId) -> Option<(u64, Arc<Report>)> {
        self.reports.get(&self.snapshot, id)
    }
}

/// The latest report of each file, kept until something changes that it rests on.
#[derive(Default)]
pub(super) struct Reports {
    pub(super) configs: Configs,
    latest: Mutex<HashMap<FileId, (u64, Arc<Report>)>>,
}

impl Reports {
    fn get(&self, snapshot: &Snapshot, id: FileId) -> Option<(u64, Arc<Report>)> {
        let today = today();
        let stamp = self.stamp(snapshot, id, today);
        let known = self.lock().get(&id).filter(|(known, _)| *known == stamp).cloned();
        if let Some(known) = known {
            return Some(known);
        }
        let report = Arc::new(check(snapshot, id, &self.settings(snapshot, id, today)?)?);
        self.lock().insert(id, (stamp, Arc::clone(&report)));
        Some((stamp, report))
    }

    /// A number that stays the same as long as nothing changes that the judgement of a file rests on.
    pub(super) fn stamp(&self, snapshot: &Snapshot, id: FileId, today: Date) -> u64 {
        let mut hasher = DefaultHasher::new();
        (snapshot.stamp(id), today.to_string(), self.configs.revision()).hash(&mut hasher);
        hasher.finish()
    }

    /// The same for all but the text of the file itself.
    pub(super) fn surroundings(&self, snapshot: &Snapshot, id: FileId, today: Date) -> u64 {
        let mut hasher = DefaultHasher::new();
        (snapshot.stamp_of_imports(id), today.to_string(), self.configs.revision()).hash(&mut hasher);
        hasher.finish()
    }

    fn settings(&self, snapshot: &Snapshot, id: FileId, today: Date) -> Option<Settings> {
        Some(self.configs.settings(&FileSystem, snapshot.file(id)?.key(), today, Place::Editor))
    }

    pub(super) fn forget(&self, id: FileId) {
        self.lock().remove(&id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<FileId, (u64, Arc<Report>)>> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
