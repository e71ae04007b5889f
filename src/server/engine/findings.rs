//! Which findings the editor has, and which it is told of.

use super::State;
use super::texts::Pulled;
use crate::model::{FileId, FileKey, today};
use crate::rules::FoundConfig;
use crate::server::answers::findings;
use crate::server::capabilities::Refresh;
use crate::server::convert;
use crate::server::outgoing::{Outgoing, Shown};
use crate::server::session::Agreed;
use crate::server::view::View;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{Diagnostic, Uri};
use tower_lsp_server::jsonrpc::Id;

impl State {
    /// Judges what has changed and tells the editor.
    pub(super) fn publish(&mut self) {
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
            self.send(Outgoing::Refresh(Shown::Findings));
        }
        self.attempt("the configuration", |state| state.publish_configs(&agreed));
        self.attempt("what is shown", |state| state.refresh_shown(&view, &agreed));
        self.attempt("a count", |state| state.recount(&view, &agreed, &edited));
        // Whoever waits for a change is told of it.
        self.moment();
        self.unopened_may_have_changed();
    }

    /// Has the editor ask again for what it shows of the open texts, if something has changed that it cannot see: a
    /// matrix or a vocabulary in another file, a configuration, the day. After an edit it asks by itself.
    fn refresh_shown(&mut self, view: &View, agreed: &Agreed) {
        let today = today();
        let mut changed = false;
        for (id, document) in &mut self.documents {
            let now = view.reports.surroundings(&view.snapshot, *id, today);
            changed |= document.shown_in.as_ref().is_some_and(|before| before.differ(&now));
            document.shown_in = Some(now);
        }
        let Refresh { tokens, folds } = agreed.showing.refresh;
        let again = [
            (Shown::Tokens, tokens),
            (Shown::Hints, agreed.refresh_hints),
            (Shown::Lenses, agreed.refresh_lenses),
            (Shown::Folds, folds),
        ];
        for (shown, _) in again.into_iter().filter(|(_, can)| *can && changed) {
            self.send(Outgoing::Refresh(shown));
        }
    }

    /// Sends the findings of a text, if what they rest on has changed.
    pub(super) fn publish_text(&mut self, view: &View, id: FileId, agreed: &Agreed) {
        let Some(document) = self.documents.get_mut(&id).filter(|document| !document.gone) else { return };
        let stamp = view.reports.stamp(&view.snapshot, id, today());
        if document.published.replace(stamp) == Some(stamp) {
            return;
        }
        let (Some((_, judgement)), Some(open)) = (view.judgement(id), view.open.get(&id)) else { return };
        #[cfg(test)]
        assert_ne!(open.uri.as_ref(), super::UNJUDGEABLE, "on purpose");
        let version = judgement.file().version();
        view.reports.with_list(id, |list| {
            list.update(view, &judgement, agreed);
            document.has_findings = list.count > 0;
            self.out.trace(
                || format!("{} findings were published", open.uri.as_ref()),
                || format!("version {version:?}, {} findings", list.count),
            );
            self.out.publish_items(&open.uri, version, list.items());
        });
    }

    /// Whether the editor has to be told that what it was answered no longer holds. After an edit of the text it asks
    /// by itself, but does not know that something else has changed too.
    pub(super) fn is_outdated(&mut self, view: &View, id: FileId) -> bool {
        let Some(document) = self.documents.get_mut(&id) else { return false };
        let Some(pulled) = &document.pulled else { return false };
        let today = today();
        let outdated = if pulled.edited {
            pulled.surroundings.differ(&view.reports.surroundings(&view.snapshot, id, today))
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
    pub(super) fn publish_configs(&mut self, agreed: &Agreed) {
        let configs = &self.reports.configs;
        let paths = self.documents.values().filter_map(|document| document.key.path());
        let found: HashMap<PathBuf, Arc<FoundConfig>> = paths
            .filter_map(|path| configs.of_file(&self.disk, path))
            .map(|found| (found.path.clone(), found))
            .collect();
        let mut told = std::mem::take(&mut self.told_configs);
        for (path, config) in &found {
            let messages: Vec<String> = config.all_problems().map(|problem| config.describe(problem)).collect();
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

    pub(super) fn publish_config(&self, path: &Path, diagnostics: Vec<Diagnostic>) {
        if let Some(uri) = convert::uri_of_path(path) {
            self.out.publish(&uri, None, &diagnostics);
        }
    }

    /// The editor asks for the findings of a text, and may have those of this name already.
    pub(super) fn pull(&mut self, question: &Id, uri: &str, key: FileKey, previous: Option<&str>) {
        let answered = self.attempt("the judgement of a text", |state| {
            let answered = state.agreed.and_then(|agreed| state.answer(question, key, &agreed, previous));
            if answered.is_none() {
                state.out.answer(question, &[r#"{"kind":"full","items":[]}"#]);
            }
        });
        if !answered {
            self.out.refuse(question, &format!("{uri} could not be judged; please report this"));
        }
    }

    /// Answers with the findings of a text, or that they are what the editor has; nothing for a text that is not here,
    /// or that nobody wants to be told of.
    fn answer(&mut self, question: &Id, key: FileKey, agreed: &Agreed, previous: Option<&str>) -> Option<()> {
        let view = self.view();
        let id = view.snapshot.id(&self.library.key(key)).filter(|id| !id.is_library())?;
        #[cfg(test)]
        if let Some(open) = view.open.get(&id) {
            assert_ne!(open.uri.as_ref(), super::UNJUDGEABLE, "on purpose");
        }
        let stamp = findings::document(&view, id, agreed, previous, |parts| self.out.answer(question, parts))?;
        if let Some(document) = self.documents.get_mut(&id) {
            let surroundings = view.reports.surroundings(&view.snapshot, id, today());
            document.pulled = Some(Pulled { stamp, surroundings, edited: false });
        }
        Some(())
    }

    /// Takes the findings of a text away from an address that it was open under.
    pub(super) fn withdraw(&mut self, id: FileId, uri: Uri) {
        let Some(document) = self.documents.get_mut(&id) else { return };
        document.published = None;
        if std::mem::take(&mut document.has_findings) {
            self.out.publish(&uri, None, &[]);
        }
    }

    /// Takes the findings away of the texts whose files are deleted. Not every editor closes them.
    pub(super) fn withdraw_deleted(&mut self, paths: &[PathBuf]) {
        let deleted = |path: &Path| paths.iter().any(|deleted| path.starts_with(deleted));
        for (id, document) in &mut self.documents {
            if !document.key.path().is_some_and(deleted) {
                continue;
            }
            document.gone = true;
            let address = self.open.get(id).filter(|_| std::mem::take(&mut document.has_findings));
            if let Some(open) = address {
                let uri = open.uri.clone();
                self.out.publish(&uri, None, &[]);
            }
        }
    }
}
