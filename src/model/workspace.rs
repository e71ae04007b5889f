//! The files of the workspace.

mod snapshot;

pub use snapshot::Snapshot;

use super::imports::{Import, ImportProblem, locate};
use super::names::same_at_ends;
use super::{Disk, Library, Names, ReadProblem};
use crate::syntax::{Child, Declaration, Keyword, SyntaxTree};
use crate::text::{Text, TextChange, TextSize};
use foldhash::HashMap;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

/// A file, for as long as the workspace lives. The files of the library have the first ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    pub(super) fn from_index(index: usize) -> FileId {
        FileId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether it is a file of the built-in library.
    pub fn is_library(self) -> bool {
        self.index() < Library::file_count()
    }
}

/// What a file is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKey {
    /// A path on the disk.
    Path(PathBuf),
    /// A text that is on no disk, such as one that was never saved. The string is what the editor calls it.
    Virtual(String),
    /// A file of the built-in library.
    Library(&'static str),
}

impl FileKey {
    /// The path, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            _ => None,
        }
    }
}

impl std::fmt::Display for FileKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Path(path) => write!(f, "{}", path.display()),
            Self::Virtual(name) => f.write_str(name),
            Self::Library(name) => write!(f, "std/{name}"),
        }
    }
}

/// One version of one file: its text, its tree, and the names that it declares. It never changes.
#[derive(Debug)]
pub struct SourceFile {
    id: FileId,
    key: FileKey,
    text: Text,
    tree: SyntaxTree,
    version: Option<i32>,
    /// No two versions of any files have the same.
    edition: u64,
    /// What was changed in which of the latest versions to come to this one, where that is known.
    changes: Vec<(u64, TextChange)>,
    names: OnceLock<Arc<Names>>,
    /// Those of an earlier version.
    names_before: Option<Arc<Names>>,
}

impl SourceFile {
    pub(super) fn new(id: FileId, key: FileKey, text: Text, tree: SyntaxTree, version: Option<i32>) -> SourceFile {
        static EDITIONS: AtomicU64 = AtomicU64::new(0);
        let edition = EDITIONS.fetch_add(1, Ordering::Relaxed);
        SourceFile {
            id,
            key,
            text,
            tree,
            version,
            edition,
            changes: Vec::new(),
            names: OnceLock::new(),
            names_before: None,
        }
    }

    /// Its id.
    pub fn id(&self) -> FileId {
        self.id
    }

    /// What it is known by.
    pub fn key(&self) -> &FileKey {
        &self.key
    }

    /// Its text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Its tree.
    pub fn tree(&self) -> &SyntaxTree {
        &self.tree
    }

    /// The version that the editor gave its text; nothing for a file read from the disk.
    pub fn version(&self) -> Option<i32> {
        self.version
    }

    /// What tells this version from all others of this and any other file.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// What was changed in another version of the file to come to this one, if this one was made of that; nothing that
    /// is there, if it is the same.
    pub fn change_since(&self, edition: u64) -> Option<TextChange> {
        if edition == self.edition {
            return Some(TextChange::none(&self.text));
        }
        self.changes.iter().find(|(since, _)| *since == edition).map(|(_, change)| *change)
    }

    /// The same file with another text, for a look at what an edit or a part of it would come to.
    pub fn with_text(&self, text: Text) -> SourceFile {
        let tree = SyntaxTree::parse(&text);
        SourceFile::new(self.id, self.key.clone(), text, tree, self.version)
    }

    /// The names it declares.
    pub fn names(&self) -> &Arc<Names> {
        self.names.get_or_init(|| Arc::new(Names::of(self.id, &self.tree, self.names_before.as_deref())))
    }

    /// The innermost declaration that an offset is in, and those around it, outermost first.
    ///
    /// What stands where it cannot, inside another declaration, is read as if it stood beside that, and what takes it in
    /// may reach over others. Of siblings that contain the offset the one is meant that leads furthest in, and of those
    /// the last.
    pub fn declarations_at(&self, offset: TextSize) -> Vec<(TextSize, Arc<Declaration>)> {
        let mut path = way_to(self.tree.declarations(), TextSize::new(0), offset);
        path.reverse();
        path
    }
}

/// The declarations that lead to an offset, the innermost first, of siblings that are counted from a base.
fn way_to(siblings: &[Child], base: TextSize, offset: TextSize) -> Vec<(TextSize, Arc<Declaration>)> {
    let mut furthest: Vec<(TextSize, Arc<Declaration>)> = Vec::new();
    // What begins behind the offset need not be looked at any further.
    let before = siblings.iter().rev().filter(|child| base + child.offset <= offset);
    for child in before.filter(|child| (child.range() + base).contains_inclusive(offset)) {
        let start = base + child.offset;
        let mut way = way_to(&child.declaration.children, start, offset);
        way.push((start, Arc::clone(&child.declaration)));
        if way.len() > furthest.len() {
            furthest = way;
        }
    }
    furthest
}

/// Of so many versions of a file it is known what has changed since. An editor asks for an outline when somebody has
/// stopped typing for a while.
const CHANGES: usize = 64;

#[derive(Clone, Debug)]
struct Slot {
    file: Arc<SourceFile>,
    imports: Arc<[Import]>,
    /// The editor owns its text; what is on the disk does not count.
    open: bool,
}

type Slots = Vec<Option<Slot>>;

/// The files of the workspace. Whoever owns it changes it; everyone else works on a [`Snapshot`].
pub struct Workspace {
    slots: Arc<Slots>,
    ids: Arc<HashMap<FileKey, FileId>>,
    /// Why a file that something uses is not here.
    problems: HashMap<FileKey, ReadProblem>,
    /// Files that were found in the folders of the workspace: they stay, though nothing open uses them.
    found: HashSet<FileId>,
    roots: Arc<[PathBuf]>,
    complete: bool,
    revision: u64,
}

impl Workspace {
    /// A workspace without files. `roots` are its folders; a file in none of them is a workspace of its own folder.
    pub fn new(roots: Vec<PathBuf>) -> Workspace {
        let library = Library::get();
        let slots = library
            .files()
            .iter()
            .map(|file| Some(Slot { file: Arc::clone(file), imports: Arc::from([]), open: false }))
            .collect();
        let ids = Arc::new(library.files().iter().map(|file| (file.key().clone(), file.id())).collect());
        Workspace {
            slots: Arc::new(slots),
            ids,
            problems: HashMap::default(),
            found: HashSet::new(),
            roots: roots.into(),
            complete: false,
            revision: 0,
        }
    }

    /// Changes its folders. What was found in the folders before is found no longer. Call
    /// [`relink_all`](Workspace::relink_all) after it.
    pub fn set_roots(&mut self, roots: Vec<PathBuf>) {
        self.roots = roots.into();
        self.found.clear();
        self.complete = false;
        self.revision += 1;
    }

    /// Says whether all specs in its folders are here.
    pub fn set_complete(&mut self, complete: bool) {
        self.complete = complete;
        self.revision += 1;
    }

    /// The id of a file, given out at the first call.
    pub fn id(&mut self, key: &FileKey) -> FileId {
        if let Some(&id) = self.ids.get(key) {
            return id;
        }
        let slots = Arc::make_mut(&mut self.slots);
        let id = FileId::from_index(slots.len());
        slots.push(None);
        Arc::make_mut(&mut self.ids).insert(key.clone(), id);
        id
    }

    /// Puts a text in place that the editor owns.
    pub fn open(
        &mut self,
        key: &FileKey,
        text: Text,
        tree: SyntaxTree,
        version: Option<i32>,
        disk: &dyn Disk,
    ) -> FileId {
        self.edit(key, text, tree, version, None, disk)
    }

    /// Puts another version in place of a text that the editor owns, and says what was changed in the one that is
    /// there: whoever has worked something out for that need not do so for what has not changed.
    pub fn edit(
        &mut self,
        key: &FileKey,
        text: Text,
        tree: SyntaxTree,
        version: Option<i32>,
        change: Option<TextChange>,
        disk: &dyn Disk,
    ) -> FileId {
        let id = self.id(key);
        let before = self.slots[id.index()].as_ref().map(|slot| Arc::clone(&slot.file));
        let mut file = SourceFile::new(id, key.clone(), text, tree, version);
        let mut uses_the_same = false;
        if let Some(before) = before {
            if let Some(change) = change {
                let older = before.changes.iter().map(|(edition, before)| (*edition, before.then(change)));
                file.changes = [(before.edition, change)].into_iter().chain(older).take(CHANGES).collect();
            }
            file.names_before = before.names.get().cloned();
            uses_the_same = self.uses_stay(&before, &file);
        }
        self.put(id, file, true);
        if !uses_the_same {
            self.link([id], disk, false);
        }
        // Some file wanted it when it was not there.
        if self.problems.remove(key).is_some() {
            self.relink_unread(disk);
        }
        id
    }

    /// Whether all `use`s of a file are in another version of it, and where they were.
    fn uses_stay(&self, before: &SourceFile, now: &SourceFile) -> bool {
        let (old, new) = (before.tree.declarations(), now.tree.declarations());
        let [first, last] = same_at_ends(old, new);
        let uses = |children: &[Child]| children.iter().any(|child| child.declaration.keyword == Keyword::Use);
        let imports = self.slots[before.id.index()].as_ref().map_or(&[][..], |slot| &slot.imports);
        let moved = old.get(first).map_or(before.text.len(), |child| child.offset);
        imports.iter().all(|import| import.range.end() <= moved)
            && !uses(&old[first..old.len() - last])
            && !uses(&new[first..new.len() - last])
    }

    /// Resolves anew the `use`s of the files that use something that could not be read.
    fn relink_unread(&mut self, disk: &dyn Disk) {
        let unread = |import: &Import| matches!(import.target, Err(ImportProblem::Unreadable(_)));
        let wanting = self.slots.iter().enumerate().filter_map(|(index, slot)| {
            slot.as_ref().is_some_and(|slot| slot.imports.iter().any(unread)).then_some(FileId::from_index(index))
        });
        let wanting: Vec<_> = wanting.collect();
        self.link(wanting, disk, true);
    }

    /// Puts a text in place that was found in a folder of the workspace, unless the editor owns the file. It stays
    /// until it is deleted, whether something open uses it or not.
    pub fn found(&mut self, path: &Path, text: Text, tree: SyntaxTree, disk: &dyn Disk) -> FileId {
        let key = FileKey::Path(path.to_owned());
        let id = self.id(&key);
        self.found.insert(id);
        // What something uses is here already. If it is put in place again, whatever rests on it is judged again.
        if self.slots[id.index()].as_ref().is_none_or(|slot| !slot.open && !slot.file.text().same_as(&text)) {
            self.put(id, SourceFile::new(id, key.clone(), text, tree, None), false);
            self.link([id], disk, false);
        }
        if self.problems.remove(&key).is_some() {
            self.relink_unread(disk);
        }
        id
    }

    /// How many files were found in folders and are not open, and how many bytes they have together.
    pub fn found_size(&self) -> (usize, usize) {
        let files = self.found.iter().filter_map(|id| self.slots[id.index()].as_ref()).filter(|slot| !slot.open);
        files.fold((0, 0), |(files, bytes), slot| (files + 1, bytes + usize::from(slot.file.text().len())))
    }

    /// Reads a file from the disk, unless it is here already.
    ///
    /// # Errors
    /// Says why it cannot be read.
    pub fn load(&mut self, path: &Path, disk: &dyn Disk) -> Result<FileId, ReadProblem> {
        let key = FileKey::Path(path.to_owned());
        let id = self.id(&key);
        if self.slots[id.index()].is_some() {
            return Ok(id);
        }
        match disk.read(path) {
            Ok(source) => {
                self.problems.remove(&key);
                let text = Text::new(&source);
                let tree = SyntaxTree::parse(&text);
                self.put(id, SourceFile::new(id, key, text, tree, None), false);
                self.link([id], disk, false);
                Ok(id)
            }
            Err(problem) => {
                self.problems.insert(key, problem.clone());
                Err(problem)
            }
        }
    }

    /// The editor no longer owns a file: what is on the disk counts again, if a file that is still here uses it or if
    /// it was found in a folder.
    pub fn close(&mut self, key: &FileKey, disk: &dyn Disk) {
        if let Some(&id) = self.ids.get(key).filter(|id| !id.is_library()) {
            Arc::make_mut(&mut self.slots)[id.index()] = None;
            if self.found.contains(&id) && key.path().is_none_or(|path| self.load(path, disk).is_err()) {
                self.found.remove(&id);
            }
            self.relink(disk, &HashSet::from([id]));
        }
    }

    /// Files and folders on the disk were made, changed or deleted: those that the editor does not own are read again
    /// if they are used. What was found in folders there is found no longer, until it is [`found`](Workspace::found)
    /// again.
    pub fn disk_changed(&mut self, paths: &[PathBuf], disk: &dyn Disk) {
        let places: HashSet<&Path> = paths.iter().map(PathBuf::as_path).collect();
        let at = |slot: &Slot| {
            let path = slot.file.key().path().filter(|_| !slot.open);
            path.is_some_and(|path| path.ancestors().any(|ancestor| places.contains(ancestor)))
        };
        let mut changed = HashSet::new();
        for (index, slot) in self.slots.iter().enumerate().skip(Library::file_count()) {
            if slot.as_ref().is_some_and(at) {
                changed.insert(FileId::from_index(index));
            }
        }
        for id in &changed {
            Arc::make_mut(&mut self.slots)[id.index()] = None;
            self.found.remove(id);
        }
        self.relink(disk, &changed);
    }

    /// Resolves every `use` anew.
    pub fn relink_all(&mut self, disk: &dyn Disk) {
        let all = (0..self.slots.len()).map(FileId::from_index).collect();
        self.relink(disk, &all);
    }

    /// Resolves anew the `use`s of the open files, and of those found in folders that use one of `changed` or could not
    /// be resolved before.
    fn relink(&mut self, disk: &dyn Disk, changed: &HashSet<FileId>) {
        self.revision += 1;
        self.problems.clear();
        let concerned = |import: &Import| import.target.as_ref().map_or(true, |target| changed.contains(target));
        let (mut linked, mut roots) = (Vec::new(), Vec::new());
        for (index, slot) in self.slots.iter().enumerate().skip(Library::file_count()) {
            let (Some(slot), id) = (slot, FileId::from_index(index)) else { continue };
            let found = self.found.contains(&id);
            if slot.open || found && (changed.contains(&id) || slot.imports.iter().any(concerned)) {
                linked.push(id);
            }
            if slot.open || found {
                roots.push(id);
            }
        }
        self.link(linked, disk, true);
        let kept = self.reachable(roots);
        // What is not used any more is let go.
        let slots = Arc::make_mut(&mut self.slots);
        for (index, slot) in slots.iter_mut().enumerate().skip(Library::file_count()) {
            if !kept.contains(&FileId::from_index(index)) {
                *slot = None;
            }
        }
    }

    /// What never changes: the files as they are now.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            slots: Arc::clone(&self.slots),
            ids: Arc::clone(&self.ids),
            roots: Arc::clone(&self.roots),
            complete: self.complete,
            revision: self.revision,
        }
    }

    /// Whether the editor owns a file.
    pub fn is_open(&self, id: FileId) -> bool {
        self.slots.get(id.index()).and_then(Option::as_ref).is_some_and(|slot| slot.open)
    }

    fn put(&mut self, id: FileId, file: SourceFile, open: bool) {
        self.revision += 1;
        let slot = &mut Arc::make_mut(&mut self.slots)[id.index()];
        let imports = slot.as_ref().map_or_else(|| Arc::from([]), |slot| Arc::clone(&slot.imports));
        *slot = Some(Slot { file: Arc::new(file), imports, open });
    }

    /// Resolves the `use`s of files, and reads what they lead to. Unless `anew`, those that were resolved before and
    /// are written as before are left as they are: a keystroke does not look at the disk.
    fn link(&mut self, ids: impl Into<Vec<FileId>>, disk: &dyn Disk, anew: bool) {
        let mut waiting: Vec<FileId> = ids.into();
        let mut done = HashSet::new();
        while let Some(id) = waiting.pop() {
            if !done.insert(id) {
                continue;
            }
            let Some(slot) = self.slots[id.index()].clone() else { continue };
            let uses = uses(slot.file.tree());
            if uses.is_empty() && slot.imports.is_empty() {
                continue;
            }
            let mut imports = Vec::with_capacity(uses.len());
            for (index, (path, range)) in uses.into_iter().enumerate() {
                let before = slot.imports.get(index).filter(|import| !anew && import.path == path);
                let target = match before {
                    Some(import) => import.target.clone(),
                    None => self.resolve(&slot.file, &path, disk),
                };
                if let Ok(target) = target {
                    if before.is_none() {
                        waiting.push(target);
                    }
                }
                imports.push(Import { path, range, target });
            }
            if let Some(slot) = &mut Arc::make_mut(&mut self.slots)[id.index()] {
                slot.imports = imports.into();
            }
        }
    }

    fn resolve(&mut self, file: &SourceFile, path: &str, disk: &dyn Disk) -> Result<FileId, ImportProblem> {
        let from = file.key().path().ok_or(ImportProblem::NoPlace)?.to_owned();
        let root = root_of(&self.roots, &from, disk).to_owned();
        let target = locate(disk, &root, &from, path)?;
        let key = FileKey::Path(target.clone());
        let id = self.id(&key);
        if self.slots[id.index()].is_some() {
            return Ok(id);
        }
        if let Some(problem) = self.problems.get(&key) {
            return Err(ImportProblem::Unreadable(problem.clone()));
        }
        match disk.read(&target) {
            Ok(source) => {
                let text = Text::new(&source);
                let tree = SyntaxTree::parse(&text);
                self.put(id, SourceFile::new(id, key, text, tree, None), false);
                Ok(id)
            }
            Err(problem) => {
                self.problems.insert(key, problem.clone());
                Err(ImportProblem::Unreadable(problem))
            }
        }
    }

    /// Some files and all that they use, directly or through others.
    fn reachable(&self, mut waiting: Vec<FileId>) -> HashSet<FileId> {
        let mut reached = HashSet::new();
        while let Some(id) = waiting.pop() {
            if reached.insert(id) {
                if let Some(slot) = self.slots.get(id.index()).and_then(Option::as_ref) {
                    waiting.extend(slot.imports.iter().filter_map(|import| import.target.clone().ok()));
                }
            }
        }
        reached
    }
}

/// The folder that a `use` in a file cannot lead out of: the repository it is in or the folder of the nearest
/// `hypecheck.toml`, whichever is nearer; else the folder of the workspace; else its own.
fn root_of<'a>(roots: &'a [PathBuf], path: &'a Path, disk: &dyn Disk) -> &'a Path {
    let own = path.parent().unwrap_or(Path::new(""));
    let marked = |folder: &&Path| [".git", "hypecheck.toml"].iter().any(|marker| disk.exists(&folder.join(marker)));
    let containing = || roots.iter().filter(|root| path.starts_with(root));
    let longest = || containing().max_by_key(|root| root.components().count()).map(PathBuf::as_path);
    own.ancestors().find(marked).or_else(longest).unwrap_or(own)
}

/// The paths of the `use`s of a file and where they are written.
fn uses(tree: &SyntaxTree) -> Vec<(String, crate::text::TextRange)> {
    tree.declarations()
        .iter()
        .filter(|child| child.declaration.keyword == Keyword::Use)
        .filter_map(|child| {
            let title = child.declaration.title.as_ref()?;
            Some((title.as_text()?.to_owned(), title.range + child.offset))
        })
        .collect()
}

#[cfg(test)]
mod tests;
