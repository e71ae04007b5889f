//! The engine: one thread that owns the workspace.
//!
//! Messages come in the order in which the gate sent them. What is waiting is taken in as a whole, so that a burst of
//! edits is parsed and judged once; a question in between gets the state that it was asked in. Findings are judged
//! when nothing more is waiting, and sent with the version they were made from.

mod discovery;
mod findings;
mod texts;

use super::library_files::LibraryFiles;
use super::outgoing::Outgoing;
use super::session::Agreed;
use super::settings::{EditorSettings, Source, Sources};
use super::view::{OpenFile, Reports, View};
use crate::model::{FileId, FileKey, FileSystem, Workspace};
use crate::rules::CONFIG_FILE;
use crate::syntax::SyntaxTree;
use crate::text::{Text, TextRange};
use discovery::Discovery;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use texts::Document;
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;
use tower_lsp_server::gen_lsp_types::{LspAny, MessageType, Uri};

/// What the engine is told.
pub(super) enum Message {
    /// The editor has introduced itself.
    Start { agreed: Agreed, roots: Vec<PathBuf>, options: LspAny },
    /// What is set in the editor; all of it, in place of what was set before.
    Settings(LspAny),
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
    /// if `pulled` says so; and with all specs of the workspace, if `everything` is asked for.
    View { to: oneshot::Sender<View>, pulled: Option<FileKey>, everything: bool },
    /// A search for specs has found some.
    Found(discovery::Found),
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
    sender: Arc<Sender<Message>>,
}

impl Engine {
    pub(super) fn send(&self, message: Message) {
        // The engine ends only when every sender is gone.
        let _ = self.sender.send(message);
    }
}

/// Starts the engine. It ends when all its senders are gone.
pub(super) fn start(outgoing: UnboundedSender<Outgoing>) -> Engine {
    let (sender, receiver) = channel();
    let sender = Arc::new(sender);
    let own = Arc::downgrade(&sender);
    let spawned = std::thread::Builder::new().name("engine".to_owned()).spawn(move || {
        // Read while the editor is still introducing itself.
        crate::model::Library::get();
        State::new(outgoing, own).run(&receiver);
    });
    if let Err(error) = spawned {
        // Without its engine the server answers with errors, which is better than no answer.
        drop(error);
    }
    Engine { sender }
}

struct State {
    workspace: Workspace,
    disk: FileSystem,
    documents: HashMap<FileId, Document>,
    open: Arc<HashMap<FileId, OpenFile>>,
    library: Arc<LibraryFiles>,
    reports: Arc<Reports>,
    sources: Sources,
    settings: Arc<EditorSettings>,
    roots: Vec<PathBuf>,
    agreed: Option<Agreed>,
    outgoing: UnboundedSender<Outgoing>,
    /// What was told of `hypecheck.toml` files.
    told_configs: HashMap<PathBuf, Vec<String>>,
    /// Texts that were edited since the last time that findings were looked at.
    edited: Vec<FileId>,
    discovery: Discovery,
}

impl State {
    fn new(outgoing: UnboundedSender<Outgoing>, engine: Weak<Sender<Message>>) -> State {
        State {
            workspace: Workspace::new(Vec::new()),
            disk: FileSystem,
            documents: HashMap::new(),
            open: Arc::default(),
            library: Arc::new(LibraryFiles::default()),
            reports: Arc::default(),
            sources: Sources::default(),
            settings: Arc::default(),
            roots: Vec::new(),
            agreed: None,
            outgoing,
            told_configs: HashMap::new(),
            edited: Vec::new(),
            discovery: Discovery::new(engine),
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
        self.reports.configs.fall_back_to(self.settings.preset);
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
            Message::Start { agreed, roots, options } => {
                self.agreed = Some(agreed);
                self.roots = roots;
                self.workspace.set_roots(self.roots.clone());
                self.set(Source::Initialization, &options);
            }
            Message::Settings(value) => self.set(Source::Editor, &value),
            Message::Open { uri, key, text, version } => self.open(&uri, key, text, version),
            Message::Change { key, steps, version } => self.change(&key, steps, version),
            Message::Close { uri, key } => self.close(&Uri::from(uri.as_str()), &key),
            Message::DiskChanged(paths) => {
                if paths.iter().any(|path| path.file_name().is_some_and(|name| name == CONFIG_FILE)) {
                    self.reports.configs.forget();
                }
                self.workspace.disk_changed(&paths, &self.disk);
                self.look_again(paths);
            }
            Message::Roots { added, removed } => {
                self.roots.retain(|root| !removed.contains(root));
                self.roots.extend(added);
                self.workspace.set_roots(self.roots.clone());
                self.workspace.relink_all(&self.disk);
                self.folders_changed();
            }
            Message::View { to, pulled, everything } => {
                // Nobody waits any more for a question that was cancelled.
                if !to.is_closed() {
                    self.flush();
                    let view = self.view();
                    if let Some(key) = pulled {
                        self.pulled(&view, key);
                    }
                    if everything {
                        self.answer_with_everything(to, view);
                    } else {
                        let _ = to.send(view);
                    }
                }
            }
            Message::Found(found) => self.found(found),
            Message::Log(text) => self.log(MessageType::Warning, text),
            #[cfg(test)]
            Message::Panic => panic!("on purpose"),
        }
    }

    /// Takes in what was set. Whatever rests on it is looked at when nothing more is waiting.
    fn set(&mut self, source: Source, value: &LspAny) {
        for problem in self.sources.put(source, value) {
            self.log(MessageType::Warning, problem);
        }
        let settings = self.sources.settings();
        if *self.settings != settings {
            self.reports.configs.fall_back_to(settings.preset);
            self.settings = Arc::new(settings);
        }
    }

    fn view(&self) -> View {
        View {
            snapshot: self.workspace.snapshot(),
            open: Arc::clone(&self.open),
            library: Arc::clone(&self.library),
            settings: Arc::clone(&self.settings),
            reports: Arc::clone(&self.reports),
        }
    }

    fn send(&self, outgoing: Outgoing) {
        let _ = self.outgoing.send(outgoing);
    }

    fn log(&self, kind: MessageType, text: String) {
        self.send(Outgoing::Log(kind, text));
    }
}
