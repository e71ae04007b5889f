//! What is known of the editor, the way to the engine, and what the editor is asked.

use super::answers::showing::Uses;
use super::answers::tokens::SentTokens;
use super::capabilities::Showing;
use super::committed::Committed;
use super::convert;
use super::engine::{Engine, Message};
use super::heat_map::HeatMaps;
use super::outgoing::Out;
use super::settings::SECTION;
use super::written_maps::WrittenMaps;
use crate::text::Encoding;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{
    ConfigurationItem, LspAny, MessageType, Range, ShowDocumentParams, Uri, WorkspaceFolder,
};

/// What was agreed with the editor when it introduced itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreed {
    /// What columns count.
    pub(super) encoding: Encoding,
    /// The editor asks for findings; none are sent unasked.
    pub(super) pull: bool,
    /// The editor is told what findings it may ask for when it has been introduced, and told anew when that changes.
    pub(super) register_pull: bool,
    /// The editor can be told to ask again for findings.
    pub(super) refresh: bool,
    /// The editor can be told to ask again for hints.
    pub(super) refresh_hints: bool,
    /// The editor can be told to ask again for lenses.
    pub(super) refresh_lenses: bool,
    /// With the findings of a text the editor takes those of others.
    pub(super) related_documents: bool,
    /// Definitions may say what they were asked of.
    pub(super) definition_links: bool,
    /// The same for declarations, for the matrix that judges, and for what makes use of a thing.
    pub(super) declaration_links: bool,
    pub(super) type_definition_links: bool,
    pub(super) implementation_links: bool,
    /// The editor asks whether something can be renamed before it lets the user type.
    pub(super) prepares_rename: bool,
    /// Links may say what they lead to.
    pub(super) link_tooltips: bool,
    /// The editor can be told to change texts.
    pub(super) applies_edits: bool,
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
    /// The editor can be told to tell of changes of its settings.
    pub(super) watch_settings: bool,
    /// The editor can be asked for its settings.
    pub(super) configuration: bool,
    /// Findings may name other places.
    pub(super) related: bool,
    /// Completions may have places to fill in.
    pub(super) snippets: bool,
    /// The editor keeps with a finding what it is told to, and gives it back.
    pub(super) data: bool,
    /// The editor asks what an action changes when that is wanted.
    pub(super) resolve_edits: bool,
    /// Actions that cannot be done may be shown, with the reason.
    pub(super) disabled_actions: bool,
    /// Edits may say what sort of change they are, and that somebody must look at them first.
    pub(super) annotations: bool,
    /// Edits may have places to fill in.
    pub(super) snippet_edits: bool,
    /// Edits may make files.
    pub(super) create_files: bool,
    /// The list of actions may have a link to what explains them.
    pub(super) action_documentation: bool,
    /// Edits may name the version of the text that they are for.
    pub(super) versioned_edits: bool,
    /// The editor shows that work is being done.
    pub(super) progress: bool,
    /// The editor can be told to show a page or a text.
    pub(super) show_document: bool,
    /// The editor shows texts that it asks us for.
    pub(super) content: bool,
    /// What the editor can show beside and over a text, and in its lists.
    pub(super) showing: Showing,
}

/// One editor and all that is kept for it.
pub(super) struct Session {
    engine: Engine,
    out: Out,
    maps: HeatMaps,
    client: OnceLock<Client>,
    agreed: OnceLock<Agreed>,
    shut_down: AtomicBool,
    /// The user was asked whether to write a baseline.
    offered: AtomicBool,
    /// The folders of the workspace, as the editor calls them.
    folders: Mutex<Vec<Uri>>,
    /// How often settings were asked for or came.
    settings: AtomicU64,
    sent_tokens: Arc<SentTokens>,
    uses: Arc<Uses>,
    committed: Arc<Committed>,
    written_maps: WrittenMaps,
}

impl Session {
    pub(super) fn new(engine: Engine, out: Out, maps: HeatMaps) -> Session {
        Session {
            engine,
            committed: Arc::new(Committed::new(out.clone())),
            out,
            maps,
            client: OnceLock::new(),
            agreed: OnceLock::new(),
            shut_down: AtomicBool::new(false),
            offered: AtomicBool::new(false),
            folders: Mutex::default(),
            settings: AtomicU64::new(0),
            sent_tokens: Arc::default(),
            uses: Arc::default(),
            written_maps: WrittenMaps::default(),
        }
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Where what is said unasked goes in.
    pub(super) fn out(&self) -> &Out {
        &self.out
    }

    /// The heat map.
    pub(super) fn maps(&self) -> &HeatMaps {
        &self.maps
    }

    /// Whether the user was asked whether to write a baseline.
    pub(super) fn has_offered(&self) -> bool {
        self.offered.load(Ordering::Relaxed)
    }

    /// The user is going to be asked that; whether this is the first time.
    pub(super) fn offers(&self) -> bool {
        !self.offered.swap(true, Ordering::Relaxed)
    }

    /// Says how the editor is reached; only the first time counts.
    pub(super) fn meet(&self, client: Client) {
        let _ = self.client.set(client);
    }

    /// How the editor is asked things.
    pub(super) fn client(&self) -> Option<&Client> {
        self.client.get()
    }

    /// What was agreed; nothing before the editor has introduced itself.
    pub(super) fn agreed(&self) -> Option<&Agreed> {
        self.agreed.get()
    }

    /// Agrees; only the first time counts.
    pub(super) fn agree(&self, agreed: Agreed) {
        let _ = self.agreed.set(agreed);
    }

    /// The folders of the workspace when the editor introduces itself.
    pub(super) fn set_folders(&self, folders: Vec<Uri>) {
        *self.folders.lock().unwrap_or_else(PoisonError::into_inner) = folders;
    }

    /// Some folders have come, others have gone.
    pub(super) fn folders_changed(&self, added: &[WorkspaceFolder], removed: &[WorkspaceFolder]) {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        folders.retain(|known| !removed.iter().any(|folder| folder.uri == *known));
        folders.extend(added.iter().map(|folder| folder.uri.clone()));
    }

    /// The folders that may have settings of their own: those of a workspace with one folder are those of the workspace.
    fn folders_with_settings(&self) -> Vec<(Uri, PathBuf)> {
        let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let of = |uri: &Uri| Some((uri.clone(), convert::path(uri)?));
        if folders.len() > 1 { folders.iter().filter_map(of).collect() } else { Vec::new() }
    }

    /// Asks the editor for its settings, if it can be asked; else what it `sent` are its settings, if it sent any.
    ///
    /// The answer comes through the stream that calls us, so it is not waited for here. Of two answers that cross, the
    /// one to the later question counts.
    pub(super) fn ask_for_settings(self: &Arc<Self>, sent: LspAny) {
        let number = self.settings.fetch_add(1, Ordering::Relaxed) + 1;
        let client = self.client.get().filter(|_| self.agreed().is_some_and(|agreed| agreed.configuration));
        let Some(client) = client.cloned() else {
            if !sent.is_null() {
                self.engine.send(Message::Settings { number, value: sent, folders: Vec::new() });
            }
            return;
        };
        let session = Arc::clone(self);
        tokio::spawn(async move {
            let folders = session.folders_with_settings();
            let item = |scope_uri| ConfigurationItem { scope_uri, section: Some(SECTION.to_owned()) };
            let items = std::iter::once(None).chain(folders.iter().map(|(uri, _)| Some(uri.clone()))).map(item);
            let mut of_folders = Vec::new();
            let value = match client.configuration(items.collect()).await {
                Ok(values) => {
                    let mut values = values.into_iter();
                    let general = values.next().unwrap_or_default();
                    of_folders = folders.into_iter().map(|(_, path)| path).zip(values).collect();
                    general
                }
                Err(error) => {
                    session.out.log(MessageType::Warning, format!("the editor did not tell its settings: {error}"));
                    if sent.is_null() {
                        return;
                    }
                    sent
                }
            };
            session.engine.send(Message::Settings { number, value, folders: of_folders });
        });
    }

    /// Has the editor show a page or a text: in a program of its own, such as a browser, if it is `external`;
    /// with a part of the text selected. Whether it did; an editor that cannot be told to does not.
    pub(super) async fn show_document(
        &self,
        uri: Uri,
        external: bool,
        take_focus: bool,
        selection: Option<Range>,
    ) -> bool {
        let Some(client) = self.client.get().filter(|_| self.agreed().is_some_and(|agreed| agreed.show_document))
        else {
            return false;
        };
        let params = ShowDocumentParams { uri, external: Some(external), take_focus: Some(take_focus), selection };
        client.show_document(params).await.unwrap_or(false)
    }

    /// The tokens that the editor was sent.
    pub(super) fn sent_tokens(&self) -> Arc<SentTokens> {
        Arc::clone(&self.sent_tokens)
    }

    /// How many claims each cell judges.
    pub(super) fn uses(&self) -> Arc<Uses> {
        Arc::clone(&self.uses)
    }

    /// The heat maps that the editor shows as texts.
    pub(super) fn written_maps(&self) -> &WrittenMaps {
        &self.written_maps
    }

    /// How the claims of the open texts stood at the last commit.
    pub(super) fn committed(&self) -> &Arc<Committed> {
        &self.committed
    }

    pub(super) fn shut_down(&self) {
        self.shut_down.store(true, Ordering::Release);
    }

    pub(super) fn was_shut_down(&self) -> bool {
        self.shut_down.load(Ordering::Acquire)
    }
}
