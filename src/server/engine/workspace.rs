//! The findings of specs that are not open, for editors that are sent findings and want them of the whole workspace.
//!
//! They are looked at when the editor has been silent for a moment, one at a time, so that a message in between waits
//! for one of them at most.

use super::State;
use crate::model::FileId;
use crate::server::convert;
use crate::server::outgoing::Outgoing;
use crate::server::progress::Progress;
use std::collections::{HashMap, VecDeque};
use std::time::Duration;
use tower_lsp_server::gen_lsp_types::Uri;

/// How long the editor has to be silent.
const SILENCE: Duration = Duration::from_millis(150);

/// The specs that are not open.
#[derive(Default)]
pub(super) struct Unopened {
    /// Something has changed since they were last looked through.
    changed: bool,
    /// Those that are to be judged, and how many there were.
    waiting: VecDeque<FileId>,
    all: usize,
    /// What the editor was sent of them, by what it rests on; and where, if there was anything.
    sent: HashMap<FileId, (u64, Option<Uri>)>,
    progress: Option<Progress>,
}

impl Unopened {
    /// How long to wait for a message before looking at them; nothing if there is nothing to look at.
    pub(super) fn patience(&self) -> Option<Duration> {
        if !self.waiting.is_empty() { Some(Duration::ZERO) } else { self.changed.then_some(SILENCE) }
    }
}

impl State {
    /// Something has changed.
    pub(super) fn unopened_may_have_changed(&mut self) {
        let sends = self.agreed.is_some_and(|agreed| !agreed.pull);
        self.unopened.changed = sends && (self.shows_all_findings() || !self.unopened.sent.is_empty());
    }

    /// One is opened, under that address: from now on its findings are those of an open text.
    pub(super) fn is_opened(&mut self, id: FileId, opened: &Uri) {
        let sent = self.unopened.sent.remove(&id).and_then(|(_, uri)| uri);
        if let Some(uri) = sent.filter(|uri| uri != opened) {
            self.out.publish(&uri, None, &[]);
        }
    }

    /// Looks at one that is to be judged, or which of them are.
    pub(super) fn look_at_unopened(&mut self) {
        let Some(agreed) = self.agreed else { return };
        if std::mem::take(&mut self.unopened.changed) {
            self.plan();
            return;
        }
        let Some(id) = self.unopened.waiting.pop_front() else { return };
        if let Some(progress) = &self.unopened.progress {
            progress.report(self.unopened.all - self.unopened.waiting.len() - 1, self.unopened.all);
        }
        let view = self.view();
        let stamp = view.stamp(id);
        // Whatever comes of it: what fails once would fail again.
        let before = self.unopened.sent.insert(id, (stamp, None)).and_then(|(_, uri)| uri);
        if let (Some(report), Some(uri)) = (view.reports.judge(&view.snapshot, id), view.uri(id)) {
            let diagnostics = convert::diagnostics(&view, &report, &agreed);
            if !diagnostics.is_empty() {
                self.unopened.sent.insert(id, (stamp, Some(uri.clone())));
            }
            if !diagnostics.is_empty() || before.is_some() {
                self.out.publish(&uri, None, &diagnostics);
            }
        }
        if self.unopened.waiting.is_empty() {
            self.unopened.progress = None;
            self.send(Outgoing::AllTold);
        }
    }

    /// Finds out which are to be judged, and takes back what was sent of those that are gone.
    fn plan(&mut self) {
        let wanted = self.shows_all_findings();
        if wanted && !self.everything_is_here() {
            // The end of the search is a change.
            return;
        }
        let view = self.view();
        let files = view.snapshot.files().filter(|file| view.settings.of(file.key()).workspace_diagnostics);
        let files = files.map(|file| file.id());
        let files = files.filter(|id| wanted && view.snapshot.is_in_workspace(*id) && !view.open.contains_key(id));
        let files: HashMap<FileId, u64> = files.map(|id| (id, view.stamp(id))).collect();
        let sent = std::mem::take(&mut self.unopened.sent);
        for (id, (stamp, uri)) in sent {
            if files.contains_key(&id) {
                self.unopened.sent.insert(id, (stamp, uri));
            } else if let Some(uri) = uri.filter(|_| !view.open.contains_key(&id)) {
                self.out.publish(&uri, None, &[]);
            }
        }
        let is_new = |(id, stamp): (&FileId, &u64)| {
            let new = self.unopened.sent.get(id).is_none_or(|(sent, _)| sent != stamp);
            new.then_some(*id)
        };
        let mut waiting: Vec<FileId> = files.iter().filter_map(is_new).collect();
        waiting.sort_unstable();
        let begun = self.unopened.progress.take().filter(|_| !waiting.is_empty());
        let shown = !waiting.is_empty() && self.agreed.is_some_and(|agreed| agreed.progress);
        self.unopened.all = if begun.is_some() { self.unopened.all.max(waiting.len()) } else { waiting.len() };
        self.unopened.progress =
            begun.or_else(|| shown.then(|| self.out.progress(format!("Judging {} specs", waiting.len()), None)));
        self.unopened.waiting = waiting.into();
    }
}
