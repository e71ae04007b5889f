//! How the claims of the open texts stood at the last commit, for the lenses that say so.
//!
//! git is asked on a thread of its own, which nobody waits for: a lens says what is known when it is asked for, and when
//! more is known the editor is told to ask again. What git said counts until the commit at HEAD is another one. That is
//! looked at when a text is opened or saved, and now and then while it is worked on; no protocol tells of a commit.
//! Where there is no git, no repository, or no such file at HEAD, nothing is known, and that is all that comes of it.

use super::outgoing::{Out, Outgoing, Shown};
use crate::model::{Disk, FileKey, FileSystem, Repository, Revision, Workspace, today};
use crate::rules::{Configs, Place, Preset, Standing, check, moved_claims, standings};
use crate::syntax::{Date, SyntaxTree};
use crate::text::Text;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// While a text is worked on, git is asked so often at most.
const BETWEEN_LOOKS: Duration = Duration::from_secs(10);

/// What a text is judged with, now and as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct With {
    /// What holds where no `hypecheck.toml` says anything else.
    pub(super) preset: Preset,
    /// The folders of the workspace.
    pub(super) roots: Vec<PathBuf>,
    /// The editor can be told to ask again for lenses.
    pub(super) refresh: bool,
}

/// What a state rests on: the commit, the day, and what is judged with.
type Rest = (String, Date, With);

/// What is known of a text whose lenses are shown.
struct Known {
    /// How its claims stood; none for a text that has no past.
    before: Arc<[Standing]>,
    rests_on: Option<Rest>,
    /// How its claims stood when the editor last asked for lenses.
    shown: Arc<[Standing]>,
    with: With,
    /// It is in a repository; nothing while nobody has looked.
    has_past: Option<bool>,
    /// It is to be looked at.
    waiting: bool,
    looked: Instant,
}

/// What the thread is asked.
enum Ask {
    /// What there is of a text at HEAD.
    Look(PathBuf),
    /// To say that all before was done.
    #[cfg(test)]
    Idle(tokio::sync::oneshot::Sender<()>),
}

/// What git has of the open texts.
pub(super) struct Committed {
    texts: Arc<Texts>,
    asks: OnceLock<Sender<Ask>>,
}

struct Texts {
    known: Mutex<HashMap<PathBuf, Known>>,
    out: Out,
}

impl Texts {
    fn lock(&self) -> MutexGuard<'_, HashMap<PathBuf, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Committed {
    pub(super) fn new(out: Out) -> Committed {
        Committed { texts: Arc::new(Texts { known: Mutex::default(), out }), asks: OnceLock::new() }
    }

    /// How the claims of a text stood, as far as that is known by now. From now on it is followed. `now` is how they
    /// stand.
    pub(super) fn before(&self, path: &Path, now: Arc<[Standing]>, with: With) -> Arc<[Standing]> {
        let mut texts = self.texts.lock();
        let known = texts.entry(path.to_owned()).or_insert_with(|| Known {
            before: Arc::new([]),
            rests_on: None,
            shown: Arc::new([]),
            with: with.clone(),
            has_past: None,
            waiting: false,
            looked: Instant::now(),
        });
        known.shown = now;
        let anew = known.has_past.is_none() || known.with != with;
        known.with = with;
        let before = Arc::clone(&known.before);
        self.look(path, known, anew);
        before
    }

    /// Something was asked about a text. Where lenses are shown of it, it is looked at again after a while.
    pub(super) fn is_worked_on(&self, key: &FileKey) {
        self.look_again(key, false);
    }

    /// A text was opened or saved: whoever does that may have committed something.
    pub(super) fn is_saved(&self, key: &FileKey) {
        self.look_again(key, true);
    }

    /// Nothing more is to be known of a text.
    pub(super) fn forget(&self, key: &FileKey) {
        if let Some(path) = key.path() {
            self.texts.lock().remove(path);
        }
    }

    fn look_again(&self, key: &FileKey, at_once: bool) {
        let Some(path) = key.path() else { return };
        if let Some(known) = self.texts.lock().get_mut(path) {
            self.look(path, known, at_once);
        }
    }

    /// Has it looked at, if that is due. What is in no repository is no more likely to be in one later.
    fn look(&self, path: &Path, known: &mut Known, at_once: bool) {
        let due = known.has_past == Some(true) && known.looked.elapsed() >= BETWEEN_LOOKS;
        if known.waiting || !(at_once || due) {
            return;
        }
        known.waiting = true;
        self.ask(Ask::Look(path.to_owned()));
    }

    fn ask(&self, ask: Ask) {
        let asks = self.asks.get_or_init(|| {
            let (asks, waiting) = channel();
            let texts = Arc::clone(&self.texts);
            let git = move || Git::new(texts).run(&waiting);
            // Without its thread there are no such lenses.
            let _ = std::thread::Builder::new().name("git".to_owned()).spawn(git);
            asks
        });
        let _ = asks.send(ask);
    }

    /// Waits until all that was asked so far was done.
    #[cfg(test)]
    pub(super) async fn idle(&self) {
        let (done, waiting) = tokio::sync::oneshot::channel();
        self.ask(Ask::Idle(done));
        let _ = waiting.await;
    }
}

/// What the thread knows.
struct Git {
    texts: Arc<Texts>,
    /// The repositories, by the folders of texts.
    repositories: HashMap<PathBuf, Repository>,
    /// The files at HEAD, as long as something more is waiting: each of them keeps a program running.
    revisions: HashMap<PathBuf, Revision>,
}

impl Git {
    fn new(texts: Arc<Texts>) -> Git {
        Git { texts, repositories: HashMap::new(), revisions: HashMap::new() }
    }

    fn run(mut self, asks: &Receiver<Ask>) {
        loop {
            let ask = match asks.try_recv() {
                Ok(ask) => Some(ask),
                Err(TryRecvError::Disconnected) => None,
                Err(TryRecvError::Empty) => {
                    self.revisions.clear();
                    asks.recv().ok()
                }
            };
            match ask {
                Some(Ask::Look(path)) => {
                    // What cannot be judged has no past.
                    let _ = catch_unwind(AssertUnwindSafe(|| self.look(&path)));
                }
                #[cfg(test)]
                Some(Ask::Idle(done)) => drop(done.send(())),
                None => return,
            }
        }
    }

    /// Finds out how the claims of a text stood.
    fn look(&mut self, path: &Path) {
        let (with, before) = {
            let mut texts = self.texts.lock();
            let Some(known) = texts.get_mut(path) else { return };
            // Who asks from now on asks anew.
            known.waiting = false;
            known.looked = Instant::now();
            (known.with.clone(), known.rests_on.clone())
        };
        let real = FileSystem.real_path(path);
        let head = real.as_ref().and_then(|real| self.head(real));
        let has_past = head.is_some();
        let rests_on = head.map(|(_, commit)| (commit, today(), with));
        if has_past && rests_on == before {
            return;
        }
        let standings = match (&real, &rests_on) {
            (Some(real), Some((commit, day, with))) => self.standings(real, commit, *day, with).unwrap_or_default(),
            _ => Vec::new(),
        };
        self.is_known(path, standings.into(), rests_on);
    }

    /// The repository of a file, and the commit that is at its HEAD.
    fn head(&mut self, path: &Path) -> Option<(&Repository, String)> {
        let folder = path.parent()?;
        // One that is gone gives no commit.
        let known = self.repositories.get(folder).and_then(|repository| repository.commit("HEAD").ok());
        let commit = match known {
            Some(commit) => commit,
            None => {
                self.repositories.remove(folder);
                let repository = Repository::of(folder).ok()?;
                let commit = repository.commit("HEAD").ok()?;
                self.repositories.insert(folder.to_owned(), repository);
                commit
            }
        };
        Some((self.repositories.get(folder)?, commit))
    }

    /// How the claims of a file stood at a commit, judged as of today with the settings and the files of that commit.
    fn standings(&mut self, path: &Path, commit: &str, day: Date, with: &With) -> Option<Vec<Standing>> {
        let repository = self.repositories.get(path.parent()?)?;
        let root = repository.root().to_owned();
        if self.revisions.get(&root).is_none_or(|revision| revision.commit() != commit) {
            let revision = repository.at(commit).ok()?;
            self.revisions.insert(root.clone(), revision);
        }
        let disk = self.revisions.get(&root)?;
        let source = disk.read(path).ok()?;
        let roots = with.roots.iter().filter_map(|root| FileSystem.real_path(root)).collect();
        let mut workspace = Workspace::new(roots);
        let configs = Configs::default();
        configs.fall_back_to(with.preset);
        let key = FileKey::Path(path.to_owned());
        let settings = configs.settings(disk, &key, day, Place::Editor);
        let text = Text::new(&source);
        let tree = SyntaxTree::parse(&text);
        let id = workspace.open(&key, text, tree, None, disk);
        let snapshot = workspace.snapshot();
        Some(standings(&snapshot, &check(&snapshot, id, &settings)?))
    }

    /// Keeps what was found, and has the editor ask again if that says something else than before.
    fn is_known(&self, path: &Path, now: Arc<[Standing]>, rests_on: Option<Rest>) {
        let (before, shown) = {
            let mut texts = self.texts.lock();
            let Some(known) = texts.get_mut(path) else { return };
            known.has_past = Some(rests_on.is_some());
            known.rests_on = rests_on;
            let before = std::mem::replace(&mut known.before, Arc::clone(&now));
            (before, known.with.refresh.then(|| Arc::clone(&known.shown)))
        };
        // An edit since then has the editor ask by itself.
        let says_more = |shown: &Arc<[Standing]>| moved_claims(&before, shown) != moved_claims(&now, shown);
        if shown.as_ref().is_some_and(says_more) {
            self.texts.out.send(Outgoing::Refresh(Shown::Lenses));
        }
    }
}
