//! The engine: one thread that owns the workspace.
//!
//! Messages come in the order in which the gate sent them. What is waiting is taken in as a whole, so that a burst of
//! edits is parsed and judged once; a question in between gets the state that it was asked in. Findings are judged
//! when nothing more is waiting, and sent with the version they were made from.

use super::convert;
use super::library_files::LibraryFiles;
use super::session::Agreed;
use crate::model::{FileId, FileKey, FileSystem, Snapshot, Workspace, today};
use crate::rules::{CONFIG_FILE, Configs, FoundConfig, Place, Report, Settings, check};
use crate::syntax::{Date, SyntaxTree};
use crate::text::{Text, TextRange};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{Diagnostic, MessageType, Uri};

/// What the engine is told.
pub(super) enum Message {
    /// The editor has introduced itself.
    Start { agreed: Agreed, roots: Vec<PathBuf> },
    /// A text was opened.
    Open { uri: String, key: FileKey, text: Text, version: i32 },
    /// A text was changed, in these steps.
    Change { key: FileKey, steps: Vec<Step>, version: Option<i32> },
    /// A text was closed under that address; it may still be open under another.
    Close { uri: String, key: FileKey },
    /// Files on the disk were made, changed or deleted.
    DiskChanged(Vec<PathBuf>),
    /// The folders of the workspace have changed.
    Roots { added: Vec<PathBuf>, removed: Vec<PathBuf> },
    /// Somebody wants to see the state as it is at this place in the order of messages, to tell the findings of a text
    /// if `pulled` says so.
    View { to: oneshot::Sender<View>, pulled: Option<FileKey> },
    /// Something to tell whoever reads the log.
    Log(String),
    /// Fails, to see what comes of it.
    #[cfg(test)]
    Panic,
}

/// A text that no test can have judged: the engine fails at it.
#[cfg(test)]
pub(super) const UNJUDGEABLE: &str = "untitled:unjudgeable";

/// A step of a change.
pub(super) enum Step {
    /// A part was replaced, which left this text. The range is one of the text before.
    Replace { range: TextRange, after: Text },
    /// All was replaced by this text.
    Whole(Text),
}

/// The way to the engine. Sending never waits.
#[derive(Clone)]
pub(super) struct Engine {
    sender: Sender<Message>,
}

impl Engine {
    pub(super) fn send(&self, message: Message) {
        // The engine ends only when every sender is gone.
        let _ = self.sender.send(message);
    }
}

/// What leaves the engine for the editor.
pub(super) enum Outgoing {
    /// All findings of a text.
    Publish { uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic> },
    /// Findings may have changed; ask again.
    Refresh,
    /// For the log.
    Log(MessageType, String),
}

/// The place where what leaves the engine waits to be sent.
pub(super) struct Publisher(UnboundedReceiver<Outgoing>);

pub(super) fn outgoing() -> (UnboundedSender<Outgoing>, Publisher) {
    let (sender, receiver) = unbounded_channel();
    (sender, Publisher(receiver))
}

impl Publisher {
    /// Sends what leaves the engine, one after the other: it is the only sender of findings, so they cannot cross.
    pub(super) fn spawn(mut self, client: Client) {
        tokio::spawn(async move {
            while let Some(outgoing) = self.0.recv().await {
                match outgoing {
                    Outgoing::Publish { uri, version, diagnostics } => {
                        client.publish_diagnostics(uri, diagnostics, version).await
                    }
                    Outgoing::Log(kind, text) => client.log_message(kind, text).await,
                    Outgoing::Refresh => {
                        // The editor's answer is waited for elsewhere: it must not hold up findings.
                        let client = client.clone();
                        tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
                    }
                }
            }
        });
    }
}

/// A text that is open, as the editor knows it.
#[derive(Clone, Debug)]
pub(super) struct OpenFile {
    /// The address that it was opened under last: the one that its findings are sent to.
    pub(super) uri: Uri,
    /// Other addresses that it is open under, the latest last.
    others: Vec<Uri>,
    pub(super) version: Option<i32>,
}

/// The state at one moment: what questions are answered from.
#[derive(Clone)]
pub(super) struct View {
    pub(super) snapshot: Snapshot,
    pub(super) open: Arc<HashMap<FileId, OpenFile>>,
    pub(super) library: Arc<LibraryFiles>,
    reports: Arc<Reports>,
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
struct Reports {
    configs: Configs,
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
    fn stamp(&self, snapshot: &Snapshot, id: FileId, today: Date) -> u64 {
        let mut hasher = DefaultHasher::new();
        (snapshot.stamp(id), today.to_string(), self.configs.revision()).hash(&mut hasher);
        hasher.finish()
    }

    /// The same for all but the text of the file itself.
    fn surroundings(&self, snapshot: &Snapshot, id: FileId, today: Date) -> u64 {
        let mut hasher = DefaultHasher::new();
        (snapshot.stamp_of_imports(id), today.to_string(), self.configs.revision()).hash(&mut hasher);
        hasher.finish()
    }

    fn settings(&self, snapshot: &Snapshot, id: FileId, today: Date) -> Option<Settings> {
        Some(self.configs.settings(&FileSystem, snapshot.file(id)?.key(), today, Place::Editor))
    }

    fn forget(&self, id: FileId) {
        self.lock().remove(&id);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<FileId, (u64, Arc<Report>)>> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts the engine. It ends when all its senders are gone.
pub(super) fn start(outgoing: UnboundedSender<Outgoing>) -> Engine {
    let (sender, receiver) = channel();
    let spawned = std::thread::Builder::new().name("engine".to_owned()).spawn(move || {
        // Read while the editor is still introducing itself.
        crate::model::Library::get();
        State::new(outgoing).run(&receiver);
    });
    if let Err(error) = spawned {
        // Without its engine the server answers with errors, which is better than no answer.
        drop(error);
    }
    Engine { sender }
}

/// An open text on the engine's side of the gate.
struct Document {
    key: FileKey,
    text: Text,
    tree: SyntaxTree,
    version: Option<i32>,
    /// The text has changed since the tree was made.
    dirty: bool,
    /// What the findings that the editor has rest on.
    published: Option<u64>,
    /// Whether the editor has any findings for it.
    has_findings: bool,
    /// What the editor saw when it last asked for findings, unless it was told to ask again since then.
    pulled: Option<Pulled>,
}

/// What the answer to a question for findings rested on.
#[derive(Clone, Copy)]
struct Pulled {
    stamp: u64,
    /// The same without the text itself.
    surroundings: u64,
    /// The text has changed since then, so that the editor will ask again by itself.
    edited: bool,
}

struct State {
    workspace: Workspace,
    disk: FileSystem,
    documents: HashMap<FileId, Document>,
    open: Arc<HashMap<FileId, OpenFile>>,
    library: Arc<LibraryFiles>,
    reports: Arc<Reports>,
    roots: Vec<PathBuf>,
    agreed: Option<Agreed>,
    outgoing: UnboundedSender<Outgoing>,
    /// What was told of `hypecheck.toml` files.
    told_configs: HashMap<PathBuf, Vec<String>>,
    /// Texts that were edited since the last time that findings were looked at.
    edited: Vec<FileId>,
}

impl State {
    fn new(outgoing: UnboundedSender<Outgoing>) -> State {
        State {
            workspace: Workspace::new(Vec::new()),
            disk: FileSystem,
            documents: HashMap::new(),
            open: Arc::default(),
            library: Arc::new(LibraryFiles::default()),
            reports: Arc::default(),
            roots: Vec::new(),
            agreed: None,
            outgoing,
            told_configs: HashMap::new(),
            edited: Vec::new(),
        }
    }

    fn run(mut self, messages: &Receiver<Message>) {
        while let Ok(first) = messages.recv() {
            let mut next = Some(first);
            while let Some(message) = next {
                self.guarded("a message", |state| state.message(message));
                next = messages.try_recv().ok();
            }
            self.guarded("a judgement", State::publish);
        }
    }

    /// Does something that must not end the engine. After a panic all trees are made anew from their texts, which the
    /// panic cannot have harmed, and given to the workspace again.
    fn guarded(&mut self, what: &str, act: impl FnOnce(&mut Self)) {
        if self.attempt(what, act) {
            return;
        }
        self.reports = Arc::default();
        let ids: Vec<FileId> = self.documents.keys().copied().collect();
        for id in ids {
            self.attempt("the reading of a text", |state| {
                if let Some(document) = state.documents.get_mut(&id) {
                    document.dirty = true;
                    document.tree = SyntaxTree::parse(&document.text);
                }
            });
        }
    }

    /// Does something that may fail without harm to anything else; whether it did not.
    fn attempt(&mut self, what: &str, act: impl FnOnce(&mut Self)) -> bool {
        let done = catch_unwind(AssertUnwindSafe(|| act(self))).is_ok();
        if !done {
            self.log(MessageType::Error, format!("{what} failed inside hypecheck; please report this"));
        }
        done
    }

    fn message(&mut self, message: Message) {
        match message {
            Message::Start { agreed, roots } => {
                self.agreed = Some(agreed);
                self.roots = roots;
                self.workspace.set_roots(self.roots.clone());
            }
            Message::Open { uri, key, text, version } => self.open(&uri, key, text, version),
            Message::Change { key, steps, version } => self.change(&key, steps, version),
            Message::Close { uri, key } => self.close(&Uri::from(uri.as_str()), &key),
            Message::DiskChanged(paths) => {
                if paths.iter().any(|path| path.file_name().is_some_and(|name| name == CONFIG_FILE)) {
                    self.reports.configs.forget();
                }
                self.workspace.disk_changed(&paths, &self.disk);
            }
            Message::Roots { added, removed } => {
                self.roots.retain(|root| !removed.contains(root));
                self.roots.extend(added);
                self.workspace.set_roots(self.roots.clone());
                self.workspace.relink_all(&self.disk);
            }
            Message::View { to, pulled } => {
                // Nobody waits any more for a question that was cancelled.
                if !to.is_closed() {
                    self.flush();
                    let view = self.view();
                    if let Some(key) = pulled {
                        self.pulled(&view, key);
                    }
                    let _ = to.send(view);
                }
            }
            Message::Log(text) => self.log(MessageType::Warning, text),
            #[cfg(test)]
            Message::Panic => panic!("on purpose"),
        }
    }

    fn open(&mut self, uri: &str, key: FileKey, text: Text, version: i32) {
        let key = self.library.key(key);
        let id = self.workspace.id(&key);
        let uri = Uri::from(uri);
        let open = Arc::make_mut(&mut self.open);
        let before = open.remove(&id);
        let moved = before.as_ref().map(|before| before.uri.clone()).filter(|before| *before != uri);
        let others = before.into_iter().flat_map(|before| before.others.into_iter().chain([before.uri]));
        let others = others.filter(|other| *other != uri).collect();
        open.insert(id, OpenFile { uri, others, version: Some(version) });
        if id.is_library() {
            // What we wrote ourselves to be looked at. It is judged as part of the library, by a test.
            return;
        }
        if let Some(before) = moved {
            self.withdraw(id, before);
        }
        let tree = SyntaxTree::parse(&text);
        // What the editor was sent for the text before, it still has.
        let before = self.documents.remove(&id);
        let document = Document {
            key: key.clone(),
            text: text.clone(),
            tree: tree.clone(),
            version: Some(version),
            dirty: false,
            published: before.as_ref().and_then(|before| before.published),
            has_findings: before.as_ref().is_some_and(|before| before.has_findings),
            pulled: before.and_then(|before| before.pulled).map(|pulled| Pulled { edited: true, ..pulled }),
        };
        self.documents.insert(id, document);
        self.workspace.open(&key, text, tree, Some(version), &self.disk);
        self.edited.push(id);
    }

    /// Takes the findings of a text away from an address that it was open under.
    fn withdraw(&mut self, id: FileId, uri: Uri) {
        let Some(document) = self.documents.get_mut(&id) else { return };
        document.published = None;
        if std::mem::take(&mut document.has_findings) {
            self.send(Outgoing::Publish { uri, version: None, diagnostics: Vec::new() });
        }
    }

    /// The editor asks for the findings of a text and is given this view.
    fn pulled(&mut self, view: &View, key: FileKey) {
        let Some(id) = view.snapshot.id(&self.library.key(key)) else { return };
        if let Some(document) = self.documents.get_mut(&id) {
            let today = today();
            document.pulled = Some(Pulled {
                stamp: view.reports.stamp(&view.snapshot, id, today),
                surroundings: view.reports.surroundings(&view.snapshot, id, today),
                edited: false,
            });
        }
    }

    fn change(&mut self, key: &FileKey, steps: Vec<Step>, version: Option<i32>) {
        let id = self.workspace.id(&self.library.key(key.clone()));
        let Some(document) = self.documents.get_mut(&id) else { return };
        for step in steps {
            match step {
                Step::Replace { range, after } => {
                    document.tree.edit(&document.text, &after, range);
                    document.text = after;
                }
                Step::Whole(text) => {
                    let everything = document.text.range();
                    document.tree.edit(&document.text, &text, everything);
                    document.text = text;
                }
            }
        }
        if let (Some(before), Some(now)) = (document.version, version) {
            if now <= before {
                let message = format!("the version of {key} went from {before} to {now}");
                let _ = self.outgoing.send(Outgoing::Log(MessageType::Warning, message));
            }
        }
        document.version = version;
        document.dirty = true;
        if let Some(pulled) = &mut document.pulled {
            pulled.edited = true;
        }
        if let Some(open) = Arc::make_mut(&mut self.open).get_mut(&id) {
            open.version = version;
        }
        self.edited.push(id);
    }

    fn close(&mut self, uri: &Uri, key: &FileKey) {
        let key = self.library.key(key.clone());
        let id = self.workspace.id(&key);
        let all = Arc::make_mut(&mut self.open);
        let Some(open) = all.get_mut(&id) else { return };
        if open.uri != *uri {
            open.others.retain(|other| other != uri);
            return;
        }
        match open.others.pop() {
            Some(other) => {
                let closed = std::mem::replace(&mut open.uri, other);
                self.withdraw(id, closed);
            }
            None => {
                let uri = all.remove(&id).map_or_else(|| uri.clone(), |open| open.uri);
                self.withdraw(id, uri);
                if self.documents.remove(&id).is_some() {
                    self.workspace.close(&key, &self.disk);
                    self.reports.forget(id);
                }
            }
        }
    }

    /// Brings the workspace up to the texts.
    fn flush(&mut self) {
        let dirty = self.documents.iter().filter(|(_, document)| document.dirty).map(|(id, _)| *id);
        for id in dirty.collect::<Vec<_>>() {
            self.attempt("the reading of a text", |state| {
                let Some(document) = state.documents.get_mut(&id) else { return };
                // Whatever comes of it: what fails once would fail at every question.
                document.dirty = false;
                document.tree = document.tree.reparse(&document.text);
                let (text, tree) = (document.text.clone(), document.tree.clone());
                state.workspace.open(&document.key, text, tree, document.version, &state.disk);
            });
        }
    }

    fn view(&self) -> View {
        View {
            snapshot: self.workspace.snapshot(),
            open: Arc::clone(&self.open),
            library: Arc::clone(&self.library),
            reports: Arc::clone(&self.reports),
        }
    }

    /// Judges what has changed and tells the editor.
    fn publish(&mut self) {
        let Some(agreed) = self.agreed else { return };
        self.flush();
        let edited = std::mem::take(&mut self.edited);
        let view = self.view();
        let mut ask_again = false;
        let mut ids: Vec<FileId> = self.documents.keys().copied().collect();
        // What was typed in comes first.
        ids.sort_by_key(|id| (!edited.contains(id), *id));
        for id in ids {
            // One that cannot be judged keeps none of the others from it.
            self.attempt("the judgement of a text", |state| {
                if agreed.pull {
                    ask_again |= state.is_outdated(&view, id);
                } else {
                    state.publish_text(&view, id, &agreed);
                }
            });
        }
        if ask_again && agreed.refresh {
            self.send(Outgoing::Refresh);
        }
        self.attempt("the configuration", |state| state.publish_configs(&agreed));
    }

    /// Sends the findings of a text, if what they rest on has changed.
    fn publish_text(&mut self, view: &View, id: FileId, agreed: &Agreed) {
        let Some(document) = self.documents.get_mut(&id) else { return };
        let stamp = view.reports.stamp(&view.snapshot, id, today());
        if document.published.replace(stamp) == Some(stamp) {
            return;
        }
        let (Some((_, report)), Some(open)) = (view.report(id), view.open.get(&id)) else { return };
        #[cfg(test)]
        assert_ne!(open.uri.as_ref(), UNJUDGEABLE, "on purpose");
        let diagnostics = convert::diagnostics(view, &report, agreed);
        document.has_findings = !diagnostics.is_empty();
        let publish = Outgoing::Publish { uri: open.uri.clone(), version: report.version, diagnostics };
        let _ = self.outgoing.send(publish);
    }

    /// Whether the editor has to be told that what it was answered no longer holds. After an edit of the text it asks
    /// by itself, but does not know that something else has changed too.
    fn is_outdated(&mut self, view: &View, id: FileId) -> bool {
        let Some(document) = self.documents.get_mut(&id) else { return false };
        let Some(pulled) = document.pulled else { return false };
        let today = today();
        let outdated = if pulled.edited {
            view.reports.surroundings(&view.snapshot, id, today) != pulled.surroundings
        } else {
            view.reports.stamp(&view.snapshot, id, today) != pulled.stamp
        };
        if outdated {
            // Once is enough, until it has asked.
            document.pulled = None;
        }
        outdated
    }

    /// Tells what in the `hypecheck.toml` files of the open texts means nothing. They are not open as specs, so that
    /// nobody asks for it.
    fn publish_configs(&mut self, agreed: &Agreed) {
        let configs = &self.reports.configs;
        let paths = self.documents.values().filter_map(|document| document.key.path());
        let found: HashMap<PathBuf, Arc<FoundConfig>> = paths
            .filter_map(|path| configs.of_file(&self.disk, path))
            .map(|found| (found.path.clone(), found))
            .collect();
        let mut told = std::mem::take(&mut self.told_configs);
        for (path, config) in &found {
            let messages: Vec<String> = config.problems.iter().map(|problem| config.describe(problem)).collect();
            let before = told.remove(path).unwrap_or_default();
            if messages != before {
                self.publish_config(path, convert::config_problems(config, agreed));
            }
            if !messages.is_empty() {
                self.told_configs.insert(path.clone(), messages);
            }
        }
        for path in told.into_keys() {
            self.publish_config(&path, Vec::new());
        }
    }

    fn publish_config(&self, path: &Path, diagnostics: Vec<Diagnostic>) {
        if let Some(uri) = convert::uri_of_path(path) {
            self.send(Outgoing::Publish { uri, version: None, diagnostics });
        }
    }

    fn send(&self, outgoing: Outgoing) {
        let _ = self.outgoing.send(outgoing);
    }

    fn log(&self, kind: MessageType, text: String) {
        self.send(Outgoing::Log(kind, text));
    }
}
