//! Finding the specs in the folders of the workspace, for questions about all of them.
//!
//! Nothing is looked for until the first such question comes. A thread of its own then reads and parses what it finds
//! and sends it to the engine piece by piece, so that edits in between wait for one piece at most. Questions that need
//! all of it wait until the search has ended; each is answered from the texts as they were when it was asked. From
//! then on the changes that the editor tells are followed: only the files that have changed are read again.

use super::mailbox::Post;
use super::{Message, State, View};
use crate::model::{Disk, FileSystem, walk, walk_places};
use crate::server::progress::Progress;
use crate::syntax::{MAX_PARSED_LEN, SyntaxTree};
use crate::text::Text;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use tokio::sync::oneshot;
use tower_lsp_server::gen_lsp_types::MessageType;

/// Specs that are looked at besides those that are open, at most.
const MOST_FILES: usize = 5_000;
/// The bytes of all of them together, at most: a tree is many times as long as its text.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// So many files, or bytes, are sent to the engine at a time.
const PIECE_FILES: usize = 64;
const PIECE_BYTES: usize = 256 * 1024;

/// What a search tells the engine.
pub(in crate::server) struct Found {
    /// The number of the search.
    search: u64,
    files: Vec<(PathBuf, Text, SyntaxTree)>,
    /// What could not be looked at, in sentences.
    problems: Vec<String>,
    /// The search has ended; whether it saw everything.
    ended: Option<bool>,
}

/// How far the search is.
#[derive(Default)]
pub(super) struct Discovery {
    /// The way back to the engine. It must not keep the engine alive.
    engine: Weak<Post>,
    /// The number of the latest search. What an earlier one still sends counts for nothing.
    search: u64,
    /// The search that is on its way; nothing while there is none.
    running: Option<Stop>,
    /// All folders have been searched, or are being searched.
    begun: bool,
    /// Places on the disk that have changed since the search that is on its way began.
    changed: Vec<PathBuf>,
    /// There were more than are looked at.
    cut: bool,
    /// Questions that wait for the end.
    waiting: Vec<(oneshot::Sender<View>, View)>,
}

impl Discovery {
    pub(super) fn new(engine: Weak<Post>) -> Discovery {
        Discovery { engine, ..Default::default() }
    }
}

/// Ends a search when it is let go.
struct Stop {
    stopped: Arc<AtomicBool>,
    /// Shown for as long as the search goes on.
    progress: Option<Progress>,
}

impl Drop for Stop {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
    }
}

impl State {
    /// Answers a question with a view that knows all specs of the workspace, as soon as there is one.
    pub(super) fn answer_with_everything(&mut self, to: oneshot::Sender<View>, view: View) {
        if self.everything_is_here() {
            let _ = to.send(self.completed(view));
            return;
        }
        self.discovery.waiting.retain(|(to, _)| !to.is_closed());
        self.discovery.waiting.push((to, view));
    }

    /// Whether all specs of the workspace have been looked for. If not, they are from now on.
    pub(super) fn everything_is_here(&mut self) -> bool {
        if !self.discovery.begun {
            self.discovery.begun = true;
            self.search(None);
        }
        self.discovery.running.is_none()
    }

    /// The folders have changed: what was found counts for nothing any more.
    pub(super) fn folders_changed(&mut self) {
        let waiting = std::mem::take(&mut self.discovery.waiting);
        let (engine, search) = (std::mem::take(&mut self.discovery.engine), self.discovery.search);
        self.discovery = Discovery { engine, search, ..Default::default() };
        for (to, view) in waiting {
            self.answer_with_everything(to, view);
        }
    }

    /// Files and folders on the disk have changed: they are looked at again, if anything was looked for before.
    pub(super) fn look_again(&mut self, places: Vec<PathBuf>) {
        if !self.discovery.begun {
            return;
        }
        self.discovery.changed.extend(places);
        if self.discovery.running.is_none() {
            self.search_what_changed();
        }
    }

    /// What a search has found.
    pub(super) fn found(&mut self, found: Found) {
        if found.search != self.discovery.search || self.discovery.running.is_none() {
            return;
        }
        for (path, text, tree) in found.files {
            self.workspace.found(&path, text, tree, &self.disk);
        }
        if let Some(Stop { progress: Some(progress), .. }) = &self.discovery.running {
            let (files, _) = self.workspace.found_size();
            progress.count(format!("{files} found"));
        }
        for problem in found.problems {
            self.log(MessageType::Info, problem);
        }
        let Some(complete) = found.ended else { return };
        self.discovery.running = None;
        if !complete && !std::mem::replace(&mut self.discovery.cut, true) {
            self.log(
                MessageType::Warning,
                format!(
                    "this workspace holds more specs than hypecheck looks at, which is {MOST_FILES} files or {} MiB; \
                     what is asked of the whole workspace leaves the others out",
                    MOST_BYTES >> 20
                ),
            );
        }
        if !self.discovery.changed.is_empty() {
            return self.search_what_changed();
        }
        self.workspace.set_complete(!self.discovery.cut);
        self.counts.is_searched();
        for (to, view) in std::mem::take(&mut self.discovery.waiting) {
            if !to.is_closed() {
                let _ = to.send(self.completed(view));
            }
        }
    }

    fn search_what_changed(&mut self) {
        let places = std::mem::take(&mut self.discovery.changed);
        self.search(Some(places));
    }

    /// Begins a search: everywhere, or at some places.
    fn search(&mut self, places: Option<Vec<PathBuf>>) {
        self.discovery.search += 1;
        let (files, bytes) = self.workspace.found_size();
        let stopped = Arc::new(AtomicBool::new(false));
        let mut search = Search {
            engine: Weak::clone(&self.discovery.engine),
            stopped: Arc::clone(&stopped),
            piece: Found { search: self.discovery.search, files: Vec::new(), problems: Vec::new(), ended: None },
            piece_bytes: 0,
            seen: HashSet::new(),
            files,
            bytes,
            complete: false,
        };
        let roots = self.roots.clone();
        let spawned = std::thread::Builder::new().name("search".to_owned()).spawn(move || {
            let complete = roots.iter().all(|root| match &places {
                None => search.folder(|each| walk(root, &[], each)),
                Some(places) => search.folder(|each| walk_places(root, places.iter().cloned(), each)),
            });
            search.end(complete);
        });
        match spawned {
            Ok(_) => {
                let shown = self.agreed.is_some_and(|agreed| agreed.progress);
                let progress = shown.then(|| self.out.progress("Reading specs".to_owned(), None));
                self.discovery.running = Some(Stop { stopped, progress });
            }
            Err(error) => self.log(MessageType::Error, format!("the workspace cannot be searched: {error}")),
        }
    }

    /// A view with all files that are known now besides its own.
    fn completed(&self, view: View) -> View {
        View { snapshot: view.snapshot.completed_by(&self.workspace.snapshot()), ..view }
    }
}

/// A search on its own thread.
struct Search {
    engine: Weak<Post>,
    stopped: Arc<AtomicBool>,
    piece: Found,
    piece_bytes: usize,
    /// One folder of the workspace may lie in another.
    seen: HashSet<PathBuf>,
    files: usize,
    bytes: usize,
    complete: bool,
}

/// However it ends, the engine is told: questions wait for it.
impl Drop for Search {
    fn drop(&mut self) {
        self.piece.ended = Some(self.complete);
        let _ = self.send();
    }
}

impl Search {
    /// Reads the files that a walk finds; whether there is room for all of them.
    fn folder(&mut self, walk: impl FnOnce(&mut dyn FnMut(Result<PathBuf, String>) -> ControlFlow<()>)) -> bool {
        let mut complete = true;
        walk(&mut |found| {
            if self.stopped.load(Ordering::Relaxed) {
                return ControlFlow::Break(());
            }
            if found.as_ref().is_ok_and(|path| !self.seen.insert(path.clone())) {
                return ControlFlow::Continue(());
            }
            let read = found.and_then(|path| match FileSystem.read(&path) {
                Ok(source) => Ok((path, source)),
                Err(problem) => Err(format!("{}: {problem}", path.display())),
            });
            match read {
                Ok((path, source)) if source.len() > MAX_PARSED_LEN as usize => {
                    self.piece.problems.push(format!("{}: it is too long for a spec", path.display()));
                }
                Ok((path, source)) => {
                    self.files += 1;
                    self.bytes += source.len();
                    if self.files > MOST_FILES || self.bytes > MOST_BYTES {
                        complete = false;
                        return ControlFlow::Break(());
                    }
                    self.piece_bytes += source.len();
                    let text = Text::new(&source);
                    let tree = SyntaxTree::parse(&text);
                    self.piece.files.push((path, text, tree));
                }
                Err(problem) => self.piece.problems.push(problem),
            }
            if self.piece.files.len() >= PIECE_FILES || self.piece_bytes >= PIECE_BYTES {
                return self.send();
            }
            ControlFlow::Continue(())
        });
        complete
    }

    fn end(mut self, complete: bool) {
        self.complete = complete;
    }

    /// Sends what has come together; breaks when nobody is there any more.
    fn send(&mut self) -> ControlFlow<()> {
        let next = Found { search: self.piece.search, files: Vec::new(), problems: Vec::new(), ended: None };
        self.piece_bytes = 0;
        let piece = std::mem::replace(&mut self.piece, next);
        match self.engine.upgrade() {
            Some(engine) => {
                engine.send(Message::Found(piece));
                ControlFlow::Continue(())
            }
            None => ControlFlow::Break(()),
        }
    }
}
