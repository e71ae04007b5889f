//! Where messages for the engine wait, and who does the engine's work.
//!
//! The engine has a thread of its own, so that nothing that takes long keeps us from listening to the editor. To wake
//! that thread, though, takes longer than to judge what a letter changes in a short text. So the thread that reads does
//! such work itself, when it has read all there is to read and would wait: a burst of edits is still taken in as a whole.

use super::{Message, State};
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::thread::ThreadId;
use std::time::Duration;

/// In texts of so many bytes, all that are open together, what a letter changes is judged in less time than it takes to
/// wake a thread, and whatever else somebody types in less than anybody notices.
const SHORT: usize = 512 * 1024;

/// The way to the engine. The engine ends when all of them are gone.
pub(in crate::server) struct Post {
    shared: Arc<Shared>,
    /// The thread that reads, if it does work of the engine's.
    reader: OnceLock<ThreadId>,
}

/// What the engine's thread shares with those who send.
pub(super) struct Shared {
    waiting: Mutex<Waiting>,
    arrived: Condvar,
    /// Nothing until the engine is ready. Whoever has it does the engine's work.
    state: Mutex<Option<State>>,
}

#[derive(Default)]
struct Waiting {
    messages: VecDeque<Message>,
    /// The thread is to look again.
    rung: bool,
    /// Nobody is there any more to send anything.
    closed: bool,
}

impl Post {
    pub(super) fn new() -> Post {
        let (waiting, state) = (Mutex::default(), Mutex::new(None));
        Post { shared: Arc::new(Shared { waiting, arrived: Condvar::new(), state }), reader: OnceLock::new() }
    }

    pub(super) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }

    /// Leaves a message. Sending never waits for the engine.
    pub(in crate::server) fn send(&self, message: Message) {
        let mut waiting = self.shared.waiting();
        if waiting.closed {
            return;
        }
        waiting.messages.push_back(message);
        drop(waiting);
        // The thread that reads looks after it before it waits.
        if self.reader.get() != Some(&std::thread::current().id()) {
            self.shared.ring();
        }
    }

    /// Says that this thread will call [`work`](Post::work) whenever it has nothing to read.
    pub(super) fn is_worked_on_here(&self) {
        let _ = self.reader.set(std::thread::current().id());
    }

    /// Does what is waiting, if that takes no time worth mentioning, or has the engine's thread do it.
    pub(super) fn work(&self) {
        let shared = &self.shared;
        if shared.waiting().messages.is_empty() {
            return;
        }
        let mut state = match shared.state.try_lock() {
            Ok(state) => state,
            Err(TryLockError::Poisoned(state)) => state.into_inner(),
            // The engine's thread is at work, or about to wait.
            Err(TryLockError::WouldBlock) => return shared.ring(),
        };
        let quick =
            state.as_mut().filter(|state| shared.waiting().messages.iter().all(|message| state.is_quick(message)));
        let is_done = quick.is_some_and(|state| {
            state.work(shared);
            state.patience().is_none()
        });
        // The engine's thread would wake to find the state taken, and wait once more.
        drop(state);
        if !is_done {
            shared.ring();
        }
    }
}

impl Drop for Post {
    fn drop(&mut self) {
        self.shared.waiting().closed = true;
        self.shared.arrived.notify_all();
    }
}

impl Shared {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, Option<State>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says that there is no engine, and never will be. Whoever waits for it is told.
    pub(super) fn give_up(&self) {
        let mut waiting = self.waiting();
        waiting.closed = true;
        waiting.messages.clear();
    }

    /// Has the engine's thread look again.
    fn ring(&self) {
        self.waiting().rung = true;
        self.arrived.notify_one();
    }

    /// The message that has waited longest.
    pub(super) fn take(&self) -> Option<Message> {
        self.waiting().messages.pop_front()
    }

    /// Does the engine's work on this thread until nobody is there any more to send anything.
    pub(super) fn run(&self, state: State) {
        *self.state() = Some(state);
        loop {
            // While nothing is to be done for the editor, something can be done for texts that nobody looks at.
            let patience = self.state().as_ref().and_then(State::patience);
            let silent = self.wait(patience);
            let mut state = self.state();
            let Some(state) = state.as_mut() else { return };
            let waiting = self.waiting();
            let (is_empty, closed) = (waiting.messages.is_empty(), waiting.closed);
            drop(waiting);
            if !is_empty {
                state.work(self);
            } else if closed {
                return;
            } else if silent {
                state.look_at_what_is_not_open();
            }
        }
    }

    /// Waits until there is something to do, or until patience ends: whether that is why.
    fn wait(&self, patience: Option<Duration>) -> bool {
        let nothing = |waiting: &mut Waiting| !waiting.rung && !waiting.closed;
        let waiting = self.waiting();
        let (mut waiting, silent) = match patience {
            None => (self.arrived.wait_while(waiting, nothing).unwrap_or_else(PoisonError::into_inner), false),
            Some(patience) => {
                let waited = self.arrived.wait_timeout_while(waiting, patience, nothing);
                let (waiting, ended) = waited.unwrap_or_else(PoisonError::into_inner);
                (waiting, ended.timed_out())
            }
        };
        waiting.rung = false;
        silent
    }
}

impl State {
    /// Whether a message leads to no work that takes longer than an editor notices.
    fn is_quick(&self, message: &Message) -> bool {
        let open = || self.documents.values().map(|open| (&open.key, usize::from(open.text.len())));
        let grown = match message {
            Message::Change { key, steps, .. } => {
                let before = open().find(|(open, _)| *open == key).map_or(0, |(_, len)| len);
                let longest = steps.iter().map(|step| usize::from(step.after().len())).max();
                longest.unwrap_or(0).saturating_sub(before)
            }
            Message::Pull { .. } => 0,
            Message::View { asked, .. } if !asked.everything && !asked.everything_if_set => 0,
            _ => return false,
        };
        self.has_judged && open().map(|(_, len)| len).sum::<usize>() + grown <= SHORT
    }
}
