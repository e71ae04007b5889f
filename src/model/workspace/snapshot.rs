//! What never changes: the workspace as it was at one moment.

use super::{FileId, FileKey, Slot, Slots, SourceFile, uses};
use crate::model::imports::{Import, ImportProblem};
use crate::model::{Disk, Entry, Library, Matrix, Names, STANDARD_MATRIX, Scope, matrix};
use crate::syntax::{Declaration, Keyword, SyntaxTree};
use crate::text::Text;
use foldhash::HashMap;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The workspace as it was at one moment. It never changes, and a clone costs nothing.
#[derive(Clone)]
pub struct Snapshot {
    pub(super) slots: Arc<Slots>,
    pub(super) ids: Arc<HashMap<FileKey, FileId>>,
    pub(super) roots: Arc<[PathBuf]>,
    pub(super) complete: bool,
    pub(super) revision: u64,
}

impl Snapshot {
    /// Grows with every change of the workspace.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether all specs in the folders of the workspace are here, and not only those that are open and what they use.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The folder that a `use` in a file cannot lead out of.
    pub fn reach_of<'a>(&'a self, path: &'a Path, disk: &dyn Disk) -> &'a Path {
        super::root_of(&self.roots, path, disk)
    }

    /// The folders of the workspace.
    pub fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// Whether a file is on the disk and in a folder of the workspace.
    pub fn is_in_workspace(&self, id: FileId) -> bool {
        let path = self.file(id).and_then(|file| file.key().path());
        path.is_some_and(|path| self.roots.iter().any(|root| path.starts_with(root)))
    }

    /// This snapshot with the files that a later one has besides: what was asked about stays as it was.
    pub fn completed_by(&self, later: &Snapshot) -> Snapshot {
        let mut slots = Slots::clone(&later.slots);
        for (slot, own) in slots.iter_mut().zip(self.slots.iter()) {
            if own.is_some() {
                slot.clone_from(own);
            }
        }
        Snapshot { slots: Arc::new(slots), ..later.clone() }
    }

    /// What all this would be if the texts of some files were others: for a look at what an edit would come to. Their
    /// `use`s lead where they lead now; one that is not there yet leads nowhere.
    pub fn with_texts(&self, texts: impl IntoIterator<Item = (FileId, Text, SyntaxTree)>) -> Snapshot {
        let mut slots = Slots::clone(&self.slots);
        for (id, text, tree) in texts {
            let Some(slot) = slots.get_mut(id.index()).and_then(Option::as_mut) else { continue };
            let (key, version) = (slot.file.key().clone(), slot.file.version());
            let file = SourceFile::new(id, key, text, tree, version);
            let target =
                |path: &str| slot.imports.iter().find(|import| import.path == path).map(|it| it.target.clone());
            let imports = uses(file.tree()).into_iter().map(|(path, range)| {
                let target = target(&path).unwrap_or(Err(ImportProblem::NoPlace));
                Import { path, range, target }
            });
            let imports = imports.collect();
            *slot = Slot { file: Arc::new(file), imports, open: slot.open };
        }
        Snapshot { slots: Arc::new(slots), ..self.clone() }
    }

    /// The same for the text of one file. Nothing for a file that is not here.
    pub fn with_text(&self, id: FileId, text: Text) -> Option<Snapshot> {
        self.file(id)?;
        let tree = SyntaxTree::parse(&text);
        Some(self.with_texts([(id, text, tree)]))
    }

    /// The built-in library.
    pub fn library(&self) -> &'static Library {
        Library::get()
    }

    /// A file.
    pub fn file(&self, id: FileId) -> Option<&Arc<SourceFile>> {
        self.slots.get(id.index()).and_then(Option::as_ref).map(|slot| &slot.file)
    }

    /// The id of a file that was ever here.
    pub fn id(&self, key: &FileKey) -> Option<FileId> {
        self.ids.get(key).copied()
    }

    /// A number that stays the same as long as nothing changes that the judgement of a file rests on: its text, the
    /// files it uses, directly or through others, and whether they can be had.
    pub fn stamp(&self, id: FileId) -> u64 {
        self.stamp_without(id, None)
    }

    /// The same for each path that a file uses, without the file itself.
    pub fn stamps_of_imports(&self, id: FileId) -> BTreeMap<String, u64> {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let stamp = |import: &Import| match &import.target {
            Ok(target) => self.stamp_without(*target, Some(id)),
            Err(problem) => {
                let mut hasher = DefaultHasher::new();
                format!("{problem:?}").hash(&mut hasher);
                hasher.finish()
            }
        };
        self.imports(id).iter().map(|import| (import.path.clone(), stamp(import))).collect()
    }

    /// Whether a file uses another, directly or through others.
    pub fn uses(&self, id: FileId, other: FileId) -> bool {
        let mut waiting = vec![id];
        let mut seen = HashSet::new();
        while let Some(id) = waiting.pop() {
            let targets = self.imports(id).iter().filter_map(|import| import.target.clone().ok());
            for target in targets {
                if target == other {
                    return true;
                }
                if seen.insert(target) {
                    waiting.push(target);
                }
            }
        }
        false
    }

    fn stamp_without(&self, of: FileId, except: Option<FileId>) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        let mut waiting = vec![of];
        let mut seen = HashSet::new();
        while let Some(id) = waiting.pop() {
            if except == Some(id) || !seen.insert(id) {
                continue;
            }
            self.file(id).map(|file| file.edition).hash(&mut hasher);
            for import in self.imports(id) {
                match &import.target {
                    Ok(target) => waiting.push(*target),
                    Err(problem) => format!("{problem:?}").hash(&mut hasher),
                }
            }
        }
        hasher.finish()
    }

    /// All files but those of the library.
    pub fn files(&self) -> impl Iterator<Item = &Arc<SourceFile>> {
        self.slots.iter().skip(Library::file_count()).flatten().map(|slot| &slot.file)
    }

    /// The `use`s of a file, in the order of the text.
    pub fn imports(&self, id: FileId) -> &[Import] {
        self.slots.get(id.index()).and_then(Option::as_ref).map_or(&[], |slot| &slot.imports)
    }

    /// The names that are known in a file.
    pub fn scope(&self, id: FileId) -> Option<Scope> {
        let file = self.file(id)?;
        let used = self.imports(id).iter().filter_map(|import| self.file(*import.target.as_ref().ok()?));
        let used = used.map(|file| Arc::clone(file.names()));
        Some(Scope::new(Arc::clone(file.names()), used, self.names_behind(id), self.library()))
    }

    /// The names of what the files that a file uses use in turn, and so on, in an order that their `use`s give.
    fn names_behind(&self, id: FileId) -> Vec<Arc<Names>> {
        let targets = |id: FileId| self.imports(id).iter().filter_map(|import| import.target.as_ref().ok().copied());
        let mut seen: Vec<FileId> = targets(id).collect();
        let known = seen.len();
        let mut at = 0;
        while let Some(of) = seen.get(at).copied() {
            for target in targets(of) {
                if target != id && !seen.contains(&target) {
                    seen.push(target);
                }
            }
            at += 1;
        }
        seen[known..].iter().filter_map(|id| self.file(*id)).map(|file| Arc::clone(file.names())).collect()
    }

    /// The matrix of that name as it is known in a scope, with all that it takes over.
    pub fn matrix(&self, scope: &Scope, name: &str) -> Option<Arc<Matrix>> {
        let entry = scope.get(Keyword::Matrix, name)?;
        if entry.file.is_library() && name == STANDARD_MATRIX {
            return Some(Arc::clone(self.library().standard()));
        }
        Some(Arc::new(matrix::resolve(self, entry, &mut Vec::new())))
    }

    /// The matrix of a declaration, with all that it takes over.
    pub fn matrix_of(&self, entry: &Entry) -> Arc<Matrix> {
        Arc::new(matrix::resolve(self, entry, &mut Vec::new()))
    }

    /// The matrix that judges a project: the one it names, or the standard one.
    pub fn judging_matrix(&self, scope: &Scope, project: Option<&Declaration>) -> Arc<Matrix> {
        let named = project.and_then(|project| project.field_names("judged-by").next().map(|(name, _)| name.clone()));
        named
            .and_then(|name| self.matrix(scope, &name))
            .or_else(|| self.matrix(scope, STANDARD_MATRIX))
            .unwrap_or_else(|| Arc::clone(self.library().standard()))
    }
}
