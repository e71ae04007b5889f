//! The open texts: how they come, change and go.

use super::{State, Step};
use crate::model::FileKey;
use crate::server::outgoing::Outgoing;
use crate::server::view::OpenFile;
use crate::syntax::SyntaxTree;
use crate::text::Text;
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{MessageType, Uri};

/// An open text on the engine's side of the gate.
pub(super) struct Document {
    pub(super) key: FileKey,
    pub(super) text: Text,
    pub(super) tree: SyntaxTree,
    pub(super) version: Option<i32>,
    /// The text has changed since the tree was made.
    pub(super) dirty: bool,
    /// What the findings that the editor has rest on.
    pub(super) published: Option<u64>,
    /// Whether the editor has any findings for it.
    pub(super) has_findings: bool,
    /// What the editor saw when it last asked for findings, unless it was told to ask again since then.
    pub(super) pulled: Option<Pulled>,
}

/// What the answer to a question for findings rested on.
#[derive(Clone, Copy)]
pub(super) struct Pulled {
    pub(super) stamp: u64,
    /// The same without the text itself.
    pub(super) surroundings: u64,
    /// The text has changed since then, so that the editor will ask again by itself.
    pub(super) edited: bool,
}

impl State {
    pub(super) fn open(&mut self, uri: &str, key: FileKey, text: Text, version: i32) {
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

    pub(super) fn change(&mut self, key: &FileKey, steps: Vec<Step>, version: Option<i32>) {
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

    pub(super) fn close(&mut self, uri: &Uri, key: &FileKey) {
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
    pub(super) fn flush(&mut self) {
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
}
