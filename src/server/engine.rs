//! The engine: one thread that owns the workspace.
//!
//! Messages come in the order in which the gate sent them. What is waiting is taken in as a whole, so that a burst of
//! edits is parsed and judged once; a question in between gets the state that it was asked in. Findings are judged
//! when nothing more is waiting, and sent with the version they were made from.

mod counts;
mod discovery;
mod findings;
mod mailbox;
mod texts;
mod workspace;

use super::cancel::Cancelled;
use super::heat_map::Finished;
use super::library_files::LibraryFiles;
use super::outgoing::{Out, Outgoing, Shown};
use super::session::Agreed;
use super::settings::{AllSettings, EditorSettings, Source, Sources};
use super::view::{OpenFile, Reports, View};
use crate::model::{FileId, FileKey, FileSystem, Workspace};
use crate::syntax::SyntaxTree;
use crate::text::{Text, TextRange};
use counts::Counts;
use discovery::Discovery;
use mailbox::{Post, Shared};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Weak};
use std::time::Duration;
use texts::{Address, Document, Since};
use tokio::sync::{oneshot, watch};
use tower_lsp_server::gen_lsp_types::{LspAny, MessageType};
use tower_lsp_server::jsonrpc::Id;
use workspace::Unopened;

/// What the engine is told.
pub(super) enum Message {
    /// The editor has introduced itself.
    Start { agreed: Agreed, roots: Vec<PathBuf>, options: LspAny },
    /// The editor is ready to be told things and to be asked.
    Introduced,
    /// What is set in the editor, for all and for folders; all of it, in place of what was set before. What was asked for
    /// later has the higher number.
    Settings { number: u64, value: LspAny, folders: Vec<(PathBuf, LspAny)> },
    /// A text was opened.
    Open { uri: String, key: FileKey, text: Text, version: i32 },
    /// A text was changed, in these steps.
    Change { uri: String, key: FileKey, steps: Vec<Step>, version: Option<i32> },
    /// A text was closed under that address; it may still be open under another.
    Close { uri: String, key: FileKey },
    /// Files on the disk were made, changed or deleted.
    DiskChanged(Vec<PathBuf>),
    /// Files or folders were deleted in the editor, or moved away.
    Deleted(Vec<PathBuf>),
    /// The folders of the workspace have changed.
    Roots { added: Vec<PathBuf>, removed: Vec<PathBuf> },
    /// Somebody wants to see the state as it is at this place in the order of messages.
    View { to: oneshot::Sender<View>, asked: Asked },
    /// The editor asks for the findings of a text. `previous` are those that it has.
    Pull { question: Id, uri: String, key: FileKey, previous: Option<String> },
    /// A search for specs has found some.
    Found(discovery::Found),
    /// Somebody wants to be shown what is finished, from now on.
    Show,
    /// Something to tell whoever reads the log.
    Log(String),
    /// Fails, to see what comes of it.
    #[cfg(test)]
    Panic,
}

/// What a view is wanted for.
#[derive(Default)]
pub(super) struct Asked {
    /// The address of the text that is asked about, and what it stands for.
    pub(super) about: Option<(String, FileKey)>,
    /// All specs of the workspace are needed.
    pub(super) everything: bool,
    /// They are needed if the findings of the workspace are wanted.
    pub(super) everything_if_set: bool,
}

/// A text that no test can have judged: the engine fails at it.
#[cfg(test)]
pub(super) const UNJUDGEABLE: &str = "untitled:unjudgeable";

/// A text that no test can have parsed as long as it begins with `!`.
#[cfg(test)]
pub(super) const UNPARSEABLE: &str = "untitled:unparseable";

#[cfg(test)]
fn fail_on_purpose(document: &Document) {
    let fails = document.key == FileKey::Virtual(UNPARSEABLE.to_owned()) && document.text.to_string().starts_with('!');
    assert!(!fails, "on purpose");
}

/// A step of a change.
pub(super) enum Step {
    /// A part was replaced, which left this text. The range is one of the text before.
    Replace { range: TextRange, after: Text },
    /// All was replaced by this text.
    Whole(Text),
}

impl Step {
    /// The text that it left.
    fn after(&self) -> &Text {
        match self {
            Step::Replace { after, .. } | Step::Whole(after) => after,
        }
    }
}

/// The way to the engine. Sending never waits.
#[derive(Clone)]
pub(super) struct Engine {
    post: Arc<Post>,
    moments: watch::Receiver<u64>,
}

impl Engine {
    pub(super) fn send(&self, message: Message) {
        self.post.send(message);
    }

    /// Says that this thread does what is quickly done itself: it calls what is answered whenever it would wait.
    pub(super) fn worked_on_here(&self) -> impl Fn() + use<> {
        self.post.is_worked_on_here();
        let post = Arc::downgrade(&self.post);
        move || {
            if let Some(post) = post.upgrade() {
                post.work();
            }
        }
    }

    /// The moment that the state is at. Each view says which moment it shows; while that stays the same, so does all
    /// that a judgement rests on.
    pub(super) fn moments(&self) -> watch::Receiver<u64> {
        self.moments.clone()
    }

    /// The state as it is now.
    pub(super) async fn view(&self, asked: Asked) -> Option<View> {
        let (to, view) = oneshot::channel();
        self.send(Message::View { to, asked });
        view.await.ok()
    }
}

/// Starts the engine. It ends when all its senders are gone.
pub(super) fn start(out: Out, finished: Finished) -> Engine {
    let post = Arc::new(Post::new());
    let (moment, moments) = watch::channel(0);
    let (shared, own) = (post.shared(), Arc::downgrade(&post));
    let engine = Engine { post, moments };
    let spawned = std::thread::Builder::new().name("engine".to_owned()).spawn(move || {
        // While the editor is still introducing itself.
        crate::rules::make_ready();
        shared.run(State::new(out, moment, finished, own));
    });
    if spawned.is_err() {
        // Without its engine the server answers with errors, which is better than no answer.
        engine.post.shared().give_up();
    }
    engine
}

struct State {
    workspace: Workspace,
    disk: FileSystem,
    documents: HashMap<FileId, Document>,
    /// The addresses that files are open under. The last of each is the one that counts.
    addresses: HashMap<FileId, Vec<Address>>,
    open: Arc<HashMap<FileId, OpenFile>>,
    library: Arc<LibraryFiles>,
    reports: Arc<Reports>,
    sources: Arc<Sources>,
    settings: Arc<AllSettings>,
    /// The number of the settings that were taken in last.
    settings_number: u64,
    roots: Vec<PathBuf>,
    agreed: Option<Agreed>,
    introduced: bool,
    out: Out,
    moment: watch::Sender<u64>,
    finished: Finished,
    /// What the state was at that moment.
    state_of_moment: (u64, u64, Arc<AllSettings>),
    /// What was told of `hypecheck.toml` files.
    told_configs: HashMap<PathBuf, Vec<String>>,
    /// Texts that were edited since the last time that findings were looked at.
    edited: Vec<FileId>,
    discovery: Discovery,
    unopened: Unopened,
    /// All that is made when it is first needed is there.
    has_judged: bool,
    counts: Counts,
}

impl State {
    fn new(out: Out, moment: watch::Sender<u64>, finished: Finished, engine: Weak<Post>) -> State {
        State {
            workspace: Workspace::new(Vec::new()),
            disk: FileSystem,
            documents: HashMap::new(),
            addresses: HashMap::new(),
            open: Arc::default(),
            library: Arc::new(LibraryFiles::default()),
            reports: Arc::default(),
            sources: Arc::default(),
            settings: Arc::default(),
            settings_number: 0,
            roots: Vec::new(),
            agreed: None,
            introduced: false,
            out,
            moment,
            finished,
            state_of_moment: Default::default(),
            told_configs: HashMap::new(),
            edited: Vec::new(),
            discovery: Discovery::new(engine),
            unopened: Unopened::default(),
            has_judged: false,
            counts: Counts::default(),
        }
    }

    /// Takes in all that is waiting, and judges what came of it.
    fn work(&mut self, messages: &Shared) {
        while let Some(message) = messages.take() {
            self.guarded("a message", |state| state.message(message));
        }
        self.guarded("a judgement", State::publish);
        self.has_judged |= !self.documents.is_empty();
        self.show();
    }

    /// How long to wait for a message before looking at what is not open; nothing if there is nothing to look at.
    fn patience(&self) -> Option<Duration> {
        self.unopened.patience()
    }

    fn look_at_what_is_not_open(&mut self) {
        self.guarded("a judgement", State::look_at_unopened);
    }

    /// Does something that must not end the engine. After a panic all trees are made anew from their texts, which the
    /// panic cannot have harmed, and given to the workspace again.
    fn guarded(&mut self, what: &str, act: impl FnOnce(&mut Self)) {
        if self.attempt(what, act) {
            return;
        }
        self.reports = Arc::default();
        self.reports.configs.fall_back_to(self.settings.fallback());
        let ids: Vec<FileId> = self.documents.keys().copied().collect();
        for id in ids {
            self.attempt("the reading of a text", |state| {
                if let Some(document) = state.documents.get_mut(&id) {
                    document.dirty = true;
                    document.since = Since::Unknown;
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
                self.library = Arc::new(LibraryFiles::new(agreed.content));
                self.set(Source::Initialization, &options);
            }
            Message::Introduced => {
                self.introduced = true;
                self.offer_findings();
            }
            Message::Settings { number, value, folders } => {
                if number > self.settings_number {
                    self.settings_number = number;
                    for problem in Arc::make_mut(&mut self.sources).put_folders(folders) {
                        self.log(MessageType::Warning, problem);
                    }
                    self.set(Source::Editor, &value);
                }
            }
            Message::Open { uri, key, text, version } => self.open(&uri, key, text, version),
            Message::Change { uri, key, steps, version } => self.change(&uri, key, steps, version),
            Message::Close { uri, key } => self.close(&uri, key),
            Message::DiskChanged(paths) => {
                if paths.iter().any(|path| self.reports.configs.rest_on(path)) {
                    self.reports.configs.forget();
                }
                self.workspace.disk_changed(&paths, &self.disk);
                self.look_again(paths);
            }
            Message::Deleted(paths) => {
                self.withdraw_deleted(&paths);
                self.message(Message::DiskChanged(paths));
            }
            Message::Roots { added, removed } => {
                self.roots.retain(|root| !removed.contains(root));
                self.roots.extend(added);
                self.workspace.set_roots(self.roots.clone());
                self.workspace.relink_all(&self.disk);
                self.folders_changed();
            }
            // Nobody waits any more for a question that was cancelled.
            Message::View { to, .. } if to.is_closed() => {}
            Message::View { to, asked } => {
                if let Some((uri, key)) = &asked.about {
                    self.asked_about(uri, key);
                }
                self.flush();
                let view = self.view();
                if asked.everything || asked.everything_if_set && self.shows_all_findings() {
                    self.answer_with_everything(to, view);
                } else {
                    let _ = to.send(view);
                }
            }
            Message::Pull { question, uri, key, previous } => {
                self.asked_about(&uri, &key);
                self.flush();
                self.pull(&question, &uri, key, previous.as_deref());
            }
            Message::Found(found) => self.found(found),
            // It is done when nothing more is waiting.
            Message::Show => {}
            Message::Log(text) => self.log(MessageType::Warning, text),
            #[cfg(test)]
            Message::Panic => panic!("on purpose"),
        }
    }

    /// Takes in what was set. Whatever rests on it is looked at when nothing more is waiting.
    fn set(&mut self, source: Source, value: &LspAny) {
        for problem in Arc::make_mut(&mut self.sources).put(source, value) {
            self.log(MessageType::Warning, problem);
        }
        let settings = self.sources.all();
        self.reports.configs.fall_back_to(settings.fallback());
        let before = std::mem::replace(&mut self.settings, Arc::new(settings));
        let (now, Some(agreed)) = (&self.settings, self.agreed) else { return };
        let hints = |settings: &EditorSettings| (settings.inlay_hints, settings.inferred_cells, settings.factors);
        if agreed.refresh_hints && before.each(hints) != now.each(hints) {
            self.send(Outgoing::Refresh(Shown::Hints));
        }
        let lenses = |settings: &EditorSettings| settings.code_lens;
        if agreed.refresh_lenses && before.each(lenses) != now.each(lenses) {
            self.send(Outgoing::Refresh(Shown::Lenses));
        }
        self.offer_findings();
    }

    /// Whether the findings of texts are wanted that are not open, in some folder.
    fn shows_all_findings(&self) -> bool {
        self.settings.any(|settings| settings.workspace_diagnostics)
    }

    /// Says which findings the editor may ask for, if it can be told.
    fn offer_findings(&self) {
        if self.introduced && self.agreed.is_some_and(|agreed| agreed.pull && agreed.register_pull) {
            self.send(Outgoing::WorkspaceDiagnostics(self.shows_all_findings()));
        }
    }

    /// The moment that the state is at.
    fn moment(&mut self) -> u64 {
        let state = (self.workspace.snapshot().revision(), self.reports.configs.revision(), Arc::clone(&self.settings));
        if state != self.state_of_moment {
            self.state_of_moment = state;
            self.moment.send_modify(|moment| *moment += 1);
        }
        *self.moment.borrow()
    }

    /// Lays what is finished where whoever draws it looks, if anybody does. Nobody is waited for.
    fn show(&mut self) {
        if self.finished.receiver_count() > 0 {
            let view = self.view();
            self.finished.send_replace(Some(view));
        } else if self.finished.borrow().is_some() {
            // A state that nobody looks at any more is not kept: texts that are kept are copied when they change.
            self.finished.send_replace(None);
        }
    }

    fn view(&mut self) -> View {
        View {
            moment: self.moment(),
            cancelled: Cancelled::default(),
            sources: Arc::clone(&self.sources),
            snapshot: self.workspace.snapshot(),
            open: Arc::clone(&self.open),
            library: Arc::clone(&self.library),
            settings: Arc::clone(&self.settings),
            reports: Arc::clone(&self.reports),
        }
    }

    fn send(&self, outgoing: Outgoing) {
        self.out.send(outgoing);
    }

    fn log(&self, kind: MessageType, text: String) {
        self.out.log(kind, text);
    }
}
