//! The live heat map: what is drawn, for whom, and when.
//!
//! Whoever shows the map follows it: the webview of VS Code through the protocol, a browser through the events of a
//! page. The engine lays each state that it has finished in one place, where the next takes its place; a follower
//! looks there when it has the time, draws off the engine's thread, sends what has changed, and then rests for a moment.
//! So an edit waits for no picture, a burst of edits is one picture, and a slow browser costs only itself. While nobody
//! follows, nothing is laid there and nothing is drawn.

mod drawing;
mod http;
mod page;
mod protocol;

use super::engine::Message;
use super::session::Session;
use super::view::View;
use crate::model::FileKey;
use crate::text::Encoding;
pub(super) use drawing::{Drawn, Subject, written};
use http::Pages;
pub(super) use protocol::{ClaimParams, HeatMapParams};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OnceCell, mpsc, watch};
use tokio::task::AbortHandle;
use tower_lsp_server::gen_lsp_types::Position;

/// How long a follower rests after each picture: about ten a second are as many as anybody sees.
const REST: Duration = Duration::from_millis(100);

/// Where the cursor of the editor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    key: FileKey,
    position: Position,
}

/// What a follower is told.
pub(super) enum Told {
    /// What to show now.
    Picture(Arc<Drawn>),
    /// The claim that the cursor is in, by its id.
    Cursor(Option<String>),
}

/// The place where the engine lays the state that it has finished.
pub(super) type Finished = watch::Sender<Option<View>>;

/// All that is kept for the heat map of one editor.
pub(super) struct HeatMaps {
    finished: Finished,
    cursor: watch::Sender<Option<Cursor>>,
    /// The editor tells where its cursor is. What else it sends is not taken for that any more.
    tells_cursor: AtomicBool,
    /// The follower that the editor itself is, if it is one.
    editor: Mutex<Option<AbortHandle>>,
    /// The pages for browsers, once somebody has asked for one.
    pages: OnceCell<Pages>,
}

impl HeatMaps {
    pub(super) fn new(finished: Finished) -> HeatMaps {
        HeatMaps {
            finished,
            cursor: watch::Sender::new(None),
            tells_cursor: AtomicBool::new(false),
            editor: Mutex::new(None),
            pages: OnceCell::new(),
        }
    }

    /// The editor says where its cursor is.
    pub(super) fn cursor_at(&self, key: FileKey, position: Position) {
        self.tells_cursor.store(true, Ordering::Relaxed);
        self.put_cursor(key, position);
    }

    /// The editor asks something of a place where its cursor most likely is.
    pub(super) fn cursor_likely_at(&self, key: FileKey, position: Position) {
        if !self.tells_cursor.load(Ordering::Relaxed) {
            self.put_cursor(key, position);
        }
    }

    fn put_cursor(&self, key: FileKey, position: Position) {
        let cursor = Some(Cursor { key, position });
        self.cursor.send_if_modified(|before| {
            let moved = *before != cursor;
            *before = cursor;
            moved
        });
    }

    /// Follows a subject and tells what there is to see of it, until nobody listens any more.
    pub(super) fn follow(
        &self,
        session: &Session,
        subject: Subject,
        tell: mpsc::Sender<Told>,
    ) -> impl Future<Output = ()> + Send + 'static {
        let (finished, cursor) = (self.finished.subscribe(), self.cursor.subscribe());
        // Only now that somebody looks does the engine lay anything there.
        session.engine().send(Message::Show);
        let encoding = session.agreed().map_or(Encoding::Utf16, |agreed| agreed.encoding);
        follow(finished, cursor, subject, encoding, tell)
    }

    /// Makes this the only thing that the editor itself follows.
    fn editor_follows(&self, follower: Option<AbortHandle>) {
        let before = std::mem::replace(&mut *self.editor.lock().unwrap_or_else(PoisonError::into_inner), follower);
        if let Some(before) = before {
            before.abort();
        }
    }

    /// The address of the page of a subject. The first call begins to serve pages.
    pub(super) async fn page(&self, session: &Arc<Session>, subject: Subject) -> std::io::Result<String> {
        let pages = self.pages.get_or_try_init(|| Pages::serve(Arc::clone(session))).await?;
        Ok(pages.address_of(subject))
    }

    /// Ends all of it: no page is served any more, and nobody is told anything.
    pub(super) fn end(&self) {
        self.editor_follows(None);
        if let Some(pages) = self.pages.get() {
            pages.end();
        }
    }
}

async fn follow(
    mut finished: watch::Receiver<Option<View>>,
    mut cursor: watch::Receiver<Option<Cursor>>,
    subject: Subject,
    encoding: Encoding,
    tell: mpsc::Sender<Told>,
) {
    let mut shown: Option<Arc<Drawn>> = None;
    let mut glowing: Option<Option<String>> = None;
    loop {
        let (changed, anew) = tokio::select! {
            changed = finished.changed() => (changed, true),
            changed = cursor.changed() => (changed, finished.has_changed().unwrap_or(true)),
            () = tell.closed() => return,
        };
        // Nothing will come any more.
        if changed.is_err() {
            return;
        }
        let Some(view) = finished.borrow_and_update().clone() else { continue };
        let place = cursor.borrow_and_update().clone();
        // A cursor that moves does not change the picture.
        let (before, subject) = (shown.clone().filter(|_| !anew), subject.clone());
        let work = tokio::task::spawn_blocking(move || {
            let drawn = before.unwrap_or_else(|| Arc::new(Drawn::of(&view, &subject)));
            let claim = place.and_then(|Cursor { key, position }| drawn.claim_at(&view, &key, position, encoding));
            (drawn, claim)
        });
        // What could not be drawn stays as it was.
        let Ok((drawn, claim)) = work.await else { continue };
        let differs = shown.as_ref().is_none_or(|shown| shown.html != drawn.html || shown.version != drawn.version);
        shown = Some(Arc::clone(&drawn));
        if differs && tell.send(Told::Picture(drawn)).await.is_err() {
            return;
        }
        if glowing.as_ref() != Some(&claim) {
            glowing = Some(claim.clone());
            if tell.send(Told::Cursor(claim)).await.is_err() {
                return;
            }
        }
        tokio::time::sleep(REST).await;
    }
}
