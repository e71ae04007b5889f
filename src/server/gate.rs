//! The gate: sees every message in the order of the wire, and is the only writer of text.
//!
//! The library below polls its handlers side by side, so an edit in one of them can be overtaken by the next. Here
//! edits are applied before the call returns: they cannot be overtaken, whatever the handlers do, and they wait for no
//! free place. The body is not asynchronous, looks at no disk and judges nothing.

use super::convert;
use super::engine::{Message, Step};
use super::session::Session;
use super::view::View;
use crate::model::FileKey;
use crate::text::{Encoding, Text};
use futures::future::{BoxFuture, FutureExt, ready};
use serde::Deserialize;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use tokio::sync::oneshot;
use tower::Service;
use tower_lsp_server::ExitedError;
use tower_lsp_server::gen_lsp_types::{
    DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams, Range, WorkspaceFolder,
};
use tower_lsp_server::jsonrpc::{Request, Response};

tokio::task_local! {
    /// The ticket of the question that is being answered.
    static TICKET: Ticket;
}

/// What a question sees: the state at the moment when it was asked.
pub(super) struct Ticket(Mutex<Option<oneshot::Receiver<View>>>);

impl Ticket {
    /// The view that the current question was given; nothing outside of a question, and at the second call.
    pub(super) async fn redeem() -> Option<View> {
        let receiver =
            TICKET.try_with(|ticket| ticket.0.lock().unwrap_or_else(PoisonError::into_inner).take()).ok().flatten();
        receiver?.await.ok()
    }
}

/// An open text.
struct Document {
    text: Text,
    /// The addresses that it is open under.
    uris: Vec<String>,
}

/// The service around the one of the library.
pub(super) struct Gate<S> {
    inner: S,
    session: Arc<Session>,
    documents: HashMap<FileKey, Document>,
}

impl<S> Gate<S> {
    pub(super) fn new(inner: S, session: Arc<Session>) -> Self {
        Self { inner, session, documents: HashMap::new() }
    }
}

impl<S> Service<Request> for Gate<S>
where
    S: Service<
            Request,
            Response = Option<Response>,
            Error = ExitedError,
            Future = BoxFuture<'static, Result<Option<Response>, ExitedError>>,
        >,
{
    type Response = Option<Response>;
    type Error = ExitedError;
    type Future = BoxFuture<'static, Result<Option<Response>, ExitedError>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), ExitedError>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let Some(agreed) = self.session.agreed().filter(|_| !self.session.was_shut_down()) else {
            // Not introduced yet, or on the way out: the library knows what the protocol wants then.
            return self.inner.call(request);
        };
        let encoding = agreed.encoding;
        match (request.method(), request.id()) {
            ("textDocument/didOpen", None) => self.sync(&request, Self::open),
            ("textDocument/didChange", None) => self.sync(&request, |gate, params| gate.change(params, encoding)),
            ("textDocument/didClose", None) => self.sync(&request, Self::close),
            ("textDocument/didSave", None) => self.sync(&request, Self::save),
            ("workspace/didChangeWatchedFiles", None) => self.sync(&request, Self::files_changed),
            ("workspace/didChangeWorkspaceFolders", None) => self.sync(&request, Self::folders_changed),
            #[cfg(test)]
            ("test/panicEngine", None) => self.session.engine().send(Message::Panic),
            (_, Some(_)) => {
                let (sender, receiver) = oneshot::channel();
                let everything = needs_everything(request.method());
                self.session.engine().send(Message::View { to: sender, pulled: pulled(&request), everything });
                let ticket = Ticket(Mutex::new(Some(receiver)));
                return TICKET.scope(ticket, self.inner.call(request)).boxed();
            }
            _ => return self.inner.call(request),
        }
        ready(Ok(None)).boxed()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OpenParams {
    text_document: OpenedDocument,
}

#[derive(Deserialize)]
struct OpenedDocument {
    uri: String,
    version: i32,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChangeParams {
    text_document: ChangedDocument,
    content_changes: Vec<Change>,
}

#[derive(Deserialize)]
struct ChangedDocument {
    uri: String,
    // Some editors send none, or null.
    version: Option<i32>,
}

#[derive(Deserialize)]
struct Change {
    range: Option<Range>,
    text: String,
}

/// What says no more than which text is meant.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DocumentParams {
    text_document: NamedDocument,
}

#[derive(Deserialize)]
struct NamedDocument {
    uri: String,
}

/// Whether a question is about all specs of the workspace, and not only those that are open and what they use.
fn needs_everything(method: &str) -> bool {
    matches!(
        method,
        "textDocument/references"
            | "textDocument/implementation"
            | "textDocument/rename"
            | "workspace/symbol"
            | "workspace/willRenameFiles"
            | "callHierarchy/incomingCalls"
            | "callHierarchy/outgoingCalls"
            | "typeHierarchy/supertypes"
            | "typeHierarchy/subtypes"
    ) || cfg!(test) && method == "test/files"
}

/// The text whose findings a question asks for, if it does.
fn pulled(request: &Request) -> Option<FileKey> {
    let params = request.params().filter(|_| request.method() == "textDocument/diagnostic")?;
    DocumentParams::deserialize(params).ok().map(|params| convert::key(&params.text_document.uri))
}

impl<S> Gate<S> {
    /// Reads what a notification says and acts on it. A panic on the way costs that notification and nothing else.
    fn sync<'de, P: serde::de::Deserialize<'de>>(&mut self, request: &'de Request, act: impl FnOnce(&mut Self, P)) {
        let Some(params) = request.params() else {
            return self.log(format!("{} came without parameters and was ignored", request.method()));
        };
        match P::deserialize(params) {
            Ok(params) => {
                if catch_unwind(AssertUnwindSafe(|| act(self, params))).is_err() {
                    self.log(format!("{} could not be followed; please report this", request.method()));
                }
            }
            Err(error) => self.log(format!("{} was not understood and was ignored: {error}", request.method())),
        }
    }

    fn open(&mut self, OpenParams { text_document: OpenedDocument { uri, version, text } }: OpenParams) {
        let key = convert::key(&uri);
        let text = Text::new(&text);
        let uris = self.documents.remove(&key).map(|document| document.uris);
        let mut uris = uris.unwrap_or_default();
        // An editor that opens a text a second time under the same address closes it once.
        uris.retain(|known| *known != uri);
        uris.push(uri.clone());
        self.documents.insert(key.clone(), Document { text: text.clone(), uris });
        self.session.engine().send(Message::Open { uri, key, text, version });
    }

    fn change(&mut self, params: ChangeParams, encoding: Encoding) {
        let ChangeParams { text_document: ChangedDocument { uri, version }, content_changes } = params;
        let key = convert::key(&uri);
        let Some(document) = self.documents.get_mut(&key) else {
            return self.log(format!("{uri} was changed but is not open; the change was ignored"));
        };
        let mut steps = Vec::with_capacity(content_changes.len());
        // Each change is meant for the text that the one before it left.
        for Change { range, text } in content_changes {
            match range {
                Some(range) => {
                    let range = document.text.range_between(
                        convert::position(range.start),
                        convert::position(range.end),
                        encoding,
                    );
                    let replaced = document.text.replace(range, &text);
                    steps.push(Step::Replace { range: replaced, after: document.text.clone() });
                }
                None => {
                    document.text = Text::new(&text);
                    steps.push(Step::Whole(document.text.clone()));
                }
            }
        }
        self.session.engine().send(Message::Change { key, steps, version });
    }

    fn close(&mut self, DocumentParams { text_document: NamedDocument { uri } }: DocumentParams) {
        let key = convert::key(&uri);
        let Some(document) = self.documents.get_mut(&key) else { return };
        // Under an address that it was never opened under, the one that was opened last is meant.
        let index = document.uris.iter().position(|known| *known == uri);
        let index = index.unwrap_or_else(|| document.uris.len().saturating_sub(1));
        let uri = document.uris.remove(index);
        if document.uris.is_empty() {
            self.documents.remove(&key);
        }
        self.session.engine().send(Message::Close { uri, key });
    }

    /// Not every editor watches files, but what it wrote itself it tells.
    fn save(&mut self, DocumentParams { text_document: NamedDocument { uri } }: DocumentParams) {
        if let FileKey::Path(path) = convert::key(&uri) {
            self.session.engine().send(Message::DiskChanged(vec![path]));
        }
    }

    fn files_changed(&mut self, params: DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| convert::path(&change.uri)).collect();
        self.session.engine().send(Message::DiskChanged(paths));
    }

    fn folders_changed(&mut self, params: DidChangeWorkspaceFoldersParams) {
        let paths =
            |folders: &[WorkspaceFolder]| folders.iter().filter_map(|folder| convert::path(&folder.uri)).collect();
        let message = Message::Roots { added: paths(&params.event.added), removed: paths(&params.event.removed) };
        self.session.engine().send(message);
    }

    fn log(&self, text: String) {
        self.session.engine().send(Message::Log(text));
    }
}
