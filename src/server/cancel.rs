//! Work that nobody waits for any more stops.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody still waits. Whoever does long work looks at it between its parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Cancelled(Arc<AtomicBool>);

impl Cancelled {
    /// Whether nobody waits any more.
    pub(super) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Somebody who waits.
    pub(super) fn waiting(&self) -> Waiting {
        Waiting(Some(Arc::clone(&self.0)))
    }
}

/// Somebody who waits for work: the question that it is done for. When this is let go before the work is done, nobody
/// waits any more. The library lets go of a question that is taken back, and of all that an editor leaves behind.
pub(super) struct Waiting(Option<Arc<AtomicBool>>);

impl Waiting {
    /// The work is done.
    pub(super) fn done(mut self) {
        self.0 = None;
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some(cancelled) = &self.0 {
            cancelled.store(true, Ordering::Relaxed);
        }
    }
}
