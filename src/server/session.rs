//! What is known of the editor, and the way to the engine.

use super::engine::Engine;
use crate::text::Encoding;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// What was agreed with the editor when it introduced itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreed {
    /// What columns count.
    pub(super) encoding: Encoding,
    /// The editor asks for findings; none are sent unasked.
    pub(super) pull: bool,
    /// The editor can be told to ask again.
    pub(super) refresh: bool,
    /// Definitions may say what they were asked of.
    pub(super) definition_links: bool,
    /// Hovers may be Markdown.
    pub(super) markdown: bool,
    /// What is told of a completion may be Markdown.
    pub(super) markdown_documentation: bool,
    /// The outline may be a tree.
    pub(super) symbol_tree: bool,
    /// Folds may be parts of lines.
    pub(super) fold_characters: bool,
    /// How many folds of a text the editor wants at most.
    pub(super) fold_limit: Option<u32>,
    /// The editor can be told to watch files.
    pub(super) watch: bool,
    /// Findings may name other places.
    pub(super) related: bool,
    /// Completions may have places to fill in.
    pub(super) snippets: bool,
    /// Edits may name the version of the text that they are for.
    pub(super) versioned_edits: bool,
}

/// One editor and all that is kept for it.
pub(super) struct Session {
    engine: Engine,
    agreed: OnceLock<Agreed>,
    shut_down: AtomicBool,
}

impl Session {
    pub(super) fn new(engine: Engine) -> Session {
        Session { engine, agreed: OnceLock::new(), shut_down: AtomicBool::new(false) }
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// What was agreed; nothing before the editor has introduced itself.
    pub(super) fn agreed(&self) -> Option<&Agreed> {
        self.agreed.get()
    }

    /// Agrees; only the first time counts.
    pub(super) fn agree(&self, agreed: Agreed) {
        let _ = self.agreed.set(agreed);
    }

    pub(super) fn shut_down(&self) {
        self.shut_down.store(true, Ordering::Release);
    }

    pub(super) fn was_shut_down(&self) -> bool {
        self.shut_down.load(Ordering::Acquire)
    }
}
