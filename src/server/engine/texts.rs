//! The open texts: how they come, change and go.
//!
//! A file has one text, whatever its addresses are. If an editor has it open under several, the text is the one of the
//! address that was used last: opened, changed, or asked about while its text was another. So nothing is ever a mixture
//! of two of them, and each question is answered from the text that it was asked about.

use super::{State, Step};
use crate::model::{FileId, FileKey};
use crate::server::view::{OpenFile, Surroundings};
use crate::syntax::SyntaxTree;
use crate::text::{Text, TextChange, TextRange};
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{MessageType, Uri};

/// An address that a text is open under.
pub(super) struct Address {
    uri: Uri,
    text: Text,
    version: Option<i32>,
}

/// An open text on the engine's side of the gate.
pub(super) struct Document {
    pub(super) key: FileKey,
    pub(super) text: Text,
    pub(super) tree: SyntaxTree,
    pub(super) version: Option<i32>,
    /// The text has changed since the tree was made.
    pub(super) dirty: bool,
    /// What has changed since the workspace was given the text.
    pub(super) since: Since,
    /// What the findings that the editor has rest on.
    pub(super) published: Option<u64>,
    /// Whether the editor has any findings for it.
    pub(super) has_findings: bool,
    /// Its file was deleted: until the text changes, nobody wants to be told what is found in it.
    pub(super) gone: bool,
    /// What the editor saw when it last asked for findings, unless it was told to ask again since then.
    pub(super) pulled: Option<Pulled>,
    /// What else than its text it rested on when the editor was last told, or could see, that something is new.
    pub(super) shown_in: Option<Surroundings>,
}

/// What the answer to a question for findings rested on.
#[derive(Clone)]
pub(super) struct Pulled {
    pub(super) stamp: u64,
    /// All but the text itself.
    pub(super) surroundings: Surroundings,
    /// The text has changed since then, so that the editor will ask again by itself.
    pub(super) edited: bool,
}

/// What has changed in a text since it was given to the workspace.
#[derive(Clone, Copy)]
pub(super) enum Since {
    Nothing,
    Change(TextChange),
    /// It is not there yet, or something went wrong on the way.
    Unknown,
}

impl Since {
    fn change(self) -> Option<TextChange> {
        match self {
            Since::Change(change) => Some(change),
            Since::Nothing | Since::Unknown => None,
        }
    }
}

impl Document {
    fn new(key: FileKey) -> Document {
        let text = Text::default();
        Document {
            key,
            tree: SyntaxTree::parse(&text),
            text,
            version: None,
            dirty: false,
            since: Since::Unknown,
            published: None,
            has_findings: false,
            gone: false,
            pulled: None,
            shown_in: None,
        }
    }

    /// Puts another text in place. It is parsed with all that have changed, so that one that cannot be is here all the
    /// same, and is parsed when an edit has mended it.
    fn put(&mut self, text: Text, version: Option<i32>) {
        let everything = self.text.range();
        self.tree.edit(&self.text, &text, everything);
        self.text = text;
        self.since = Since::Unknown;
        self.has_changed(version);
    }

    /// Takes note of what was replaced to come to the text `after`.
    fn is_replaced(&mut self, range: TextRange, after: &Text) {
        // What stands behind the range has not become longer or shorter.
        let len = (after.len() + range.len()).checked_sub(self.text.len());
        let now = TextChange::new(range, len.unwrap_or_default());
        self.since = match self.since {
            Since::Nothing => Since::Change(now),
            Since::Change(before) => Since::Change(before.then(now)),
            Since::Unknown => Since::Unknown,
        };
    }

    fn has_changed(&mut self, version: Option<i32>) {
        self.version = version;
        self.dirty = true;
        if std::mem::take(&mut self.gone) {
            self.published = None;
        }
        if let Some(pulled) = &mut self.pulled {
            pulled.edited = true;
        }
    }
}

impl State {
    pub(super) fn open(&mut self, uri: &str, key: FileKey, text: Text, version: i32) {
        let key = self.library.key(key);
        let id = self.workspace.id(&key);
        let uri = Uri::from(uri);
        let addresses = self.addresses.entry(id).or_default();
        // An editor that opens a text a second time under the same address closes it once.
        addresses.retain(|known| known.uri != uri);
        addresses.push(Address { uri, text, version: Some(version) });
        self.put_last(id, &key);
    }

    /// Makes the last address of a file the one that counts.
    fn put_last(&mut self, id: FileId, key: &FileKey) {
        let Some(address) = self.addresses.get(&id).and_then(|addresses| addresses.last()) else { return };
        let (uri, text, version) = (address.uri.clone(), address.text.clone(), address.version);
        let before = Arc::make_mut(&mut self.open).insert(id, OpenFile { uri: uri.clone(), version });
        if id.is_library() {
            // What we wrote ourselves to be looked at. It is judged as part of the library, by a test.
            return;
        }
        if let Some(before) = before.filter(|before| before.uri != uri) {
            self.withdraw(id, before.uri);
        }
        self.is_opened(id, &uri);
        // What the editor was sent for the text before, it still has.
        let document = self.documents.entry(id).or_insert_with(|| Document::new(key.clone()));
        document.put(text, version);
        self.edited.push(id);
    }

    pub(super) fn change(&mut self, uri: &str, key: FileKey, steps: Vec<Step>, version: Option<i32>) {
        let key = self.library.key(key);
        let id = self.workspace.id(&key);
        let Some(addresses) = self.addresses.get_mut(&id) else { return };
        let Some(index) = addresses.iter().position(|address| address.uri.as_ref() == uri) else { return };
        let counts = index + 1 == addresses.len();
        let address = &mut addresses[index];
        if let (Some(before), Some(now)) = (address.version, version) {
            if now <= before {
                self.out.log(MessageType::Warning, format!("the version of {key} went from {before} to {now}"));
            }
        }
        address.version = version;
        if let Some(step) = steps.last() {
            address.text = step.after().clone();
        }
        let Some(document) = self.documents.get_mut(&id) else { return };
        if !counts {
            if address.text != document.text {
                self.use_address(id, index, &key);
            }
            return;
        }
        for step in steps {
            match step {
                Step::Replace { range, after } => {
                    document.tree.edit(&document.text, &after, range);
                    document.is_replaced(range, &after);
                    document.text = after;
                }
                Step::Whole(text) => document.put(text, version),
            }
        }
        document.has_changed(version);
        if let Some(open) = Arc::make_mut(&mut self.open).get_mut(&id) {
            open.version = version;
        }
        self.edited.push(id);
    }

    /// Something is asked about an address: its text is the one that counts.
    pub(super) fn asked_about(&mut self, uri: &str, key: &FileKey) {
        let key = self.library.key(key.clone());
        let id = self.workspace.id(&key);
        let Some(addresses) = self.addresses.get(&id).filter(|addresses| addresses.len() > 1) else { return };
        let Some(index) = addresses.iter().position(|address| address.uri.as_ref() == uri) else { return };
        let Some(document) = self.documents.get(&id) else { return };
        if index + 1 < addresses.len() && addresses[index].text != document.text {
            self.use_address(id, index, &key);
        }
    }

    fn use_address(&mut self, id: FileId, index: usize, key: &FileKey) {
        if let Some(addresses) = self.addresses.get_mut(&id) {
            let address = addresses.remove(index);
            addresses.push(address);
            self.put_last(id, key);
        }
    }

    pub(super) fn close(&mut self, uri: &str, key: FileKey) {
        let key = self.library.key(key);
        let id = self.workspace.id(&key);
        let Some(addresses) = self.addresses.get_mut(&id) else { return };
        let Some(index) = addresses.iter().position(|address| address.uri.as_ref() == uri) else { return };
        let counted = index + 1 == addresses.len();
        let closed = addresses.remove(index);
        if !counted {
            return;
        }
        if !addresses.is_empty() {
            return self.put_last(id, &key);
        }
        self.addresses.remove(&id);
        Arc::make_mut(&mut self.open).remove(&id);
        self.withdraw(id, closed.uri);
        if self.documents.remove(&id).is_some() {
            self.workspace.close(&key, &self.disk);
            self.reports.forget(id);
            self.counts.is_closed(id);
        }
    }

    /// Brings the workspace up to the texts.
    pub(super) fn flush(&mut self) {
        let dirty = self.documents.iter().filter(|(_, document)| document.dirty).map(|(id, _)| *id);
        for id in dirty.collect::<Vec<_>>() {
            self.attempt("the reading of a text", |state| {
                let Some(document) = state.documents.get_mut(&id) else { return };
                // Whatever comes of it: what fails once would fail at every question.
                let since = std::mem::replace(&mut document.since, Since::Unknown);
                document.dirty = false;
                #[cfg(test)]
                super::fail_on_purpose(document);
                document.tree = document.tree.reparse(&document.text);
                let (text, tree) = (document.text.clone(), document.tree.clone());
                state.workspace.edit(&document.key, text, tree, document.version, since.change(), &state.disk);
                document.since = Since::Nothing;
            });
        }
    }
}
