//! The gate: sees every message in the order of the wire, and is the only writer of text.
//!
//! The library below polls its handlers side by side, so an edit in one of them can be overtaken by the next. Here
//! edits are applied before the call returns: they cannot be overtaken, whatever the handlers do, and they wait for no
//! free place. The body is not asynchronous, looks at no disk and judges nothing.
//!
//! A text that is opened, and what is said with every letter, which is a change and in some editors a question for
//! findings, is taken in here as soon as it is read ([`Lane`]). All else goes through the library.

use super::convert;
use super::engine::{Asked, Message, Step};
use super::outgoing::Out;
use super::session::Session;
use super::view::View;
use crate::ide::is_in_use;
use crate::model::FileKey;
use crate::text::{Encoding, Text};
use futures::future::{BoxFuture, FutureExt, ready};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Instant;
use tokio::sync::oneshot;
use tower::Service;
use tower_lsp_server::ExitedError;
use tower_lsp_server::gen_lsp_types::{
    CreateFilesParams, DeleteFilesParams, DidChangeConfigurationParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, LspAny, Position, Range, RenameFilesParams, SetTraceParams, WorkspaceFolder,
};
use tower_lsp_server::jsonrpc::{Error, Id, Request, Response};

tokio::task_local! {
    /// The ticket of the question that is being answered.
    static TICKET: Arc<Ticket>;
}

/// What a question sees: the state at the moment when it was asked.
pub(super) struct Ticket {
    view: Mutex<Option<oneshot::Receiver<View>>>,
    /// The result as it goes over the wire.
    written: Mutex<Option<String>>,
}

impl Ticket {
    fn new(view: oneshot::Receiver<View>) -> Arc<Ticket> {
        Arc::new(Ticket { view: Mutex::new(Some(view)), written: Mutex::default() })
    }

    /// The view that the current question was given; nothing outside of a question, and at the second call.
    pub(super) async fn redeem() -> Option<View> {
        let take = |ticket: &Arc<Ticket>| ticket.view.lock().unwrap_or_else(PoisonError::into_inner).take();
        TICKET.try_with(take).ok().flatten()?.await.ok()
    }

    /// Leaves the result of the current question as it goes over the wire, in the place of what its handler answers.
    /// The library would make a value of a result, write that, and take it apart again, on the thread that reads: of the
    /// outline of a long text that takes longer than all else.
    pub(super) fn write(result: String) {
        let put = |ticket: &Arc<Ticket>| *ticket.written.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        // Outside of a question nobody waits for it.
        let _ = TICKET.try_with(put);
    }

    fn written(&self) -> Option<String> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Answers a question with what was left on its ticket, or else with what its handler says.
async fn answered(out: Out, id: Id, ticket: Arc<Ticket>, answer: impl Future<Output = Said>) -> Said {
    let said = TICKET.scope(Arc::clone(&ticket), answer).await;
    match (&said, ticket.written()) {
        (Ok(Some(response)), Some(result)) if response.is_ok() => {
            out.answer(&id, &[&result]);
            Ok(None)
        }
        _ => said,
    }
}

/// A text that is open under an address.
struct Document {
    uri: String,
    text: Text,
}

impl Document {
    /// The text of an address. Under one that its file was never opened under, the one that was opened last is meant.
    fn meant<'a>(documents: &'a mut [Document], uri: &str) -> Option<&'a mut Document> {
        let index = documents.iter().position(|known| known.uri == uri);
        let index = index.unwrap_or_else(|| documents.len().saturating_sub(1));
        documents.get_mut(index)
    }
}

/// What comes of a message.
type Said = Result<Option<Response>, ExitedError>;
type Answer = BoxFuture<'static, Said>;

/// The service around the one of the library.
pub(super) struct Gate<S> {
    inner: S,
    texts: Arc<Mutex<Texts>>,
}

/// The open texts, and what is told of them.
struct Texts {
    session: Arc<Session>,
    /// The open texts of each file. An editor may have it open under several addresses, and their texts may differ.
    /// The one that was opened last is the last.
    documents: HashMap<FileKey, Vec<Document>>,
    /// The address that a change or a question for findings was about last, and what it stands for: the next one is about
    /// the same.
    last: (String, FileKey),
}

impl<S> Gate<S> {
    pub(super) fn new(inner: S, session: Arc<Session>) -> Self {
        Self {
            inner,
            texts: Arc::new(Mutex::new(Texts {
                session,
                documents: HashMap::new(),
                last: (String::new(), convert::key("")),
            })),
        }
    }

    /// The way past the library.
    pub(super) fn lane(&self) -> Lane {
        Lane(Arc::clone(&self.texts))
    }
}

/// Takes in whole texts, and what is said with every letter, as soon as it is read, to the same effect as the gate would:
/// the library reads each message twice, into values that are read once more, which takes longer than to act on it, and
/// several times the room of a text.
pub(super) struct Lane(Arc<Mutex<Texts>>);

/// What is told, and nothing that could be taken for a question.
#[derive(Deserialize)]
struct Notification<'a, P> {
    jsonrpc: &'a str,
    method: &'a str,
    #[serde(default)]
    id: Present,
    params: P,
}

impl<'a, P: Deserialize<'a>> Notification<'a, P> {
    /// What the body of a message tells, if it is one of that method and wholly as it should be.
    fn read(body: &'a [u8], method: &str) -> Option<P> {
        let Notification { jsonrpc, method: named, id, params } = serde_json::from_slice(body).ok()?;
        (jsonrpc == "2.0" && named == method && !id.0).then_some(params)
    }
}

/// Whether a field is there, be it `null`.
#[derive(Default)]
struct Present(bool);

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Present, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Present(true))
    }
}

/// A question for the findings of a text.
#[derive(Deserialize)]
struct PullMessage<'a> {
    jsonrpc: &'a str,
    method: &'a str,
    id: Id,
    params: PullParams,
}

impl Lane {
    /// Whether the body of a message was taken in. What is not for this lane, or is not wholly as it should be, is left to
    /// the library and the gate, which know what to say of it.
    pub(super) fn take(&self, body: &[u8]) -> bool {
        const OPEN: &str = "textDocument/didOpen";
        const CHANGE: &str = "textDocument/didChange";
        const PULL: &str = "textDocument/diagnostic";
        // Editors write the method before the parameters.
        let beginning = &body[..body.len().min(128)];
        let names = |method: &str| beginning.windows(method.len()).any(|window| window == method.as_bytes());
        let mut texts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(encoding) = texts.session.agreed().map(|agreed| agreed.encoding) else { return false };
        if texts.session.was_shut_down() || texts.session.out().is_traced() {
            return false;
        }
        if names(CHANGE) {
            let Some(params) = Notification::read(body, CHANGE) else { return false };
            texts.guarded(CHANGE, |texts| texts.change(params, encoding));
            return true;
        }
        if names(OPEN) {
            let Some(params) = Notification::read(body, OPEN) else { return false };
            texts.guarded(OPEN, |texts| texts.open(params));
            return true;
        }
        if names(PULL) {
            let Ok(message) = serde_json::from_slice::<PullMessage<'_>>(body) else { return false };
            if message.jsonrpc != "2.0" || message.method != PULL || message.id == Id::Null {
                return false;
            }
            texts.pull(message.id, message.params);
            return true;
        }
        false
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
        let texts = Arc::clone(&self.texts);
        let mut texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(agreed) = texts.session.agreed().filter(|_| !texts.session.was_shut_down()) else {
            // Not introduced yet, or on the way out: the library knows what the protocol wants then.
            return self.inner.call(request);
        };
        let encoding = agreed.encoding;
        match (request.method(), request.id()) {
            ("textDocument/didOpen", None) => texts.sync(&request, Texts::open),
            ("textDocument/didChange", None) => texts.sync(&request, |texts, params| texts.change(params, encoding)),
            ("textDocument/didClose", None) => texts.sync(&request, Texts::close),
            ("textDocument/didSave", None) => texts.sync(&request, Texts::save),
            ("workspace/didChangeWatchedFiles", None) => texts.sync(&request, Texts::files_changed),
            ("workspace/didRenameFiles", None) => texts.sync(&request, Texts::files_renamed),
            ("workspace/didDeleteFiles", None) => texts.sync(&request, Texts::files_deleted),
            ("workspace/didCreateFiles", None) => {
                texts.sync(&request, Texts::files_created);
                // There may be something to write into them.
                return self.inner.call(request);
            }
            ("workspace/didChangeWorkspaceFolders", None) => texts.sync(&request, Texts::folders_changed),
            ("workspace/didChangeConfiguration", None) => texts.sync(&request, Texts::settings_changed),
            ("$/setTrace", None) => texts.sync(&request, |texts, params: SetTraceParams| {
                texts.session.out().set_trace(&params.value);
            }),
            ("hypecheck/cursor", None) => texts.sync(&request, Texts::cursor),
            #[cfg(test)]
            ("test/panicEngine", None) => texts.session.engine().send(Message::Panic),
            ("textDocument/diagnostic", Some(id)) => match request.params().map(PullParams::deserialize) {
                Some(Ok(params)) => texts.pull(id.clone(), params),
                // The library knows what to say of it.
                _ => return self.inner.call(request),
            },
            // The library says nothing to these, but a question is answered, whatever it is called.
            (method, Some(id)) if method.starts_with("$/") => {
                return ready(Ok(Some(Response::from_error(id.clone(), Error::method_not_found())))).boxed();
            }
            (_, Some(id)) => {
                if let Some(PlaceParams { text_document, position }) = cursor(&request) {
                    texts.session.maps().cursor_likely_at(convert::key(&text_document.uri), position);
                }
                let (sender, receiver) = oneshot::channel();
                let mut asked = asked(&request);
                asked.everything |= texts.completes_a_path(&request, encoding);
                if let Some((_, key)) = &asked.about {
                    texts.session.committed().is_worked_on(key);
                }
                texts.session.engine().send(Message::View { to: sender, asked });
                let (id, ticket) = (id.clone(), Ticket::new(receiver));
                let out = texts.session.out().clone();
                let ask = |request| answered(out.clone(), id, ticket, self.inner.call(request)).boxed();
                return traced(out.clone(), request, ask);
            }
            _ => return self.inner.call(request),
        }
        let out = texts.session.out();
        out.trace(|| format!("{} was taken in", request.method()), || about(&request));
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
    #[serde(deserialize_with = "text")]
    text: Text,
}

/// A text, made from what the reader of JSON has at hand: a copy of a long one takes as much room again.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    struct Visitor;
    impl serde::de::Visitor<'_> for Visitor {
        type Value = Text;

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("a string")
        }

        fn visit_str<E>(self, text: &str) -> Result<Text, E> {
            Ok(Text::new(text))
        }
    }
    deserializer.deserialize_str(Visitor)
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

/// A question for the findings of a text.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PullParams {
    text_document: NamedDocument,
    previous_result_id: Option<String>,
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
            | "codeLens/resolve"
            | "workspace/willRenameFiles"
            | "workspace/willDeleteFiles"
            | "callHierarchy/incomingCalls"
            | "callHierarchy/outgoingCalls"
            | "typeHierarchy/supertypes"
            | "typeHierarchy/subtypes"
    ) || cfg!(test) && method == "test/files"
}

/// A place in a text.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PlaceParams {
    text_document: NamedDocument,
    position: Position,
}

/// Where the cursor is, if that can be told from the question: an editor asks for highlights where it is, and for
/// nothing else only there.
fn cursor(request: &Request) -> Option<PlaceParams> {
    let params = request.params().filter(|_| request.method() == "textDocument/documentHighlight")?;
    PlaceParams::deserialize(params).ok()
}

/// What a question needs to see.
fn asked(request: &Request) -> Asked {
    Asked {
        about: address(request).map(|uri| (uri.clone(), convert::key(&uri))),
        everything: needs_everything(request.method()),
        everything_if_set: request.method() == "workspace/diagnostic",
    }
}

/// The address of the text that a message is about.
fn address(request: &Request) -> Option<String> {
    DocumentParams::deserialize(request.params()?).ok().map(|params| params.text_document.uri)
}

/// What a message is about, for those who follow what the server does.
fn about(request: &Request) -> String {
    let id = request.id().map(|id| format!(" (question {id})")).unwrap_or_default();
    address(request).unwrap_or_else(|| "no text".to_owned()) + &id
}

impl Texts {
    /// Reads what a notification says and acts on it.
    fn sync<'de, P: serde::de::Deserialize<'de>>(&mut self, request: &'de Request, act: impl FnOnce(&mut Self, P)) {
        let Some(params) = request.params() else {
            return self.log(format!("{} came without parameters and was ignored", request.method()));
        };
        match P::deserialize(params) {
            Ok(params) => self.guarded(request.method(), |texts| act(texts, params)),
            Err(error) => self.log(format!("{} was not understood and was ignored: {error}", request.method())),
        }
    }

    /// Acts on a notification. A panic on the way costs that notification and nothing else.
    fn guarded(&mut self, method: &str, act: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| act(self))).is_err() {
            self.log(format!("{method} could not be followed; please report this"));
        }
    }

    /// What an address stands for.
    fn key(&mut self, uri: &str) -> FileKey {
        if self.last.0 != uri {
            self.last = (uri.to_owned(), convert::key(uri));
        }
        self.last.1.clone()
    }

    fn pull(&mut self, question: Id, params: PullParams) {
        let PullParams { text_document: NamedDocument { uri }, previous_result_id: previous } = params;
        let key = self.key(&uri);
        self.session.engine().send(Message::Pull { question, uri, key, previous });
    }

    fn open(&mut self, OpenParams { text_document: OpenedDocument { uri, version, text } }: OpenParams) {
        let key = convert::key(&uri);
        let documents = self.documents.entry(key.clone()).or_default();
        // An editor that opens a text a second time under the same address closes it once.
        documents.retain(|known| known.uri != uri);
        documents.push(Document { uri: uri.clone(), text: text.clone() });
        self.session.committed().is_saved(&key);
        self.session.engine().send(Message::Open { uri, key, text, version });
    }

    /// Whether a question is for what a `use` can lead to: that is any spec of the workspace.
    fn completes_a_path(&mut self, request: &Request, encoding: Encoding) -> bool {
        let params = request.params().filter(|_| request.method() == "textDocument/completion");
        let Some(Ok(PlaceParams { text_document, position })) = params.map(PlaceParams::deserialize) else {
            return false;
        };
        let documents = self.documents.get_mut(&convert::key(&text_document.uri));
        let document = documents.and_then(|documents| Document::meant(documents, &text_document.uri));
        document.is_some_and(|document| {
            is_in_use(&document.text, document.text.offset(convert::position(position), encoding))
        })
    }

    fn change(&mut self, params: ChangeParams, encoding: Encoding) {
        let ChangeParams { text_document: ChangedDocument { uri, version }, content_changes } = params;
        let key = self.key(&uri);
        let documents = self.documents.get_mut(&key);
        let Some(document) = documents.and_then(|documents| Document::meant(documents, &uri)) else {
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
        let uri = document.uri.clone();
        self.session.engine().send(Message::Change { uri, key, steps, version });
    }

    fn close(&mut self, DocumentParams { text_document: NamedDocument { uri } }: DocumentParams) {
        let key = convert::key(&uri);
        let Some(documents) = self.documents.get_mut(&key) else { return };
        let Some(uri) = Document::meant(documents, &uri).map(|document| document.uri.clone()) else { return };
        documents.retain(|document| document.uri != uri);
        if documents.is_empty() {
            self.documents.remove(&key);
            self.session.committed().forget(&key);
        }
        self.session.engine().send(Message::Close { uri, key });
    }

    /// Not every editor watches files, but what it wrote itself it tells.
    fn save(&mut self, DocumentParams { text_document: NamedDocument { uri } }: DocumentParams) {
        let key = convert::key(&uri);
        self.session.committed().is_saved(&key);
        if let FileKey::Path(path) = key {
            self.session.engine().send(Message::DiskChanged(vec![path]));
        }
    }

    fn files_changed(&mut self, params: DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| convert::path(&change.uri)).collect();
        self.session.engine().send(Message::DiskChanged(paths));
    }

    fn files_created(&mut self, params: CreateFilesParams) {
        let paths = params.files.iter().filter_map(|file| convert::path(&file.uri)).collect();
        self.session.engine().send(Message::DiskChanged(paths));
    }

    fn files_renamed(&mut self, params: RenameFilesParams) {
        let engine = self.session.engine();
        engine.send(Message::Deleted(params.files.iter().filter_map(|file| convert::path(&file.old_uri)).collect()));
        engine
            .send(Message::DiskChanged(params.files.iter().filter_map(|file| convert::path(&file.new_uri)).collect()));
    }

    fn files_deleted(&mut self, params: DeleteFilesParams) {
        let paths = params.files.iter().filter_map(|file| convert::path(&file.uri)).collect();
        self.session.engine().send(Message::Deleted(paths));
    }

    fn folders_changed(&mut self, params: DidChangeWorkspaceFoldersParams) {
        let paths =
            |folders: &[WorkspaceFolder]| folders.iter().filter_map(|folder| convert::path(&folder.uri)).collect();
        let (added, removed) = (paths(&params.event.added), paths(&params.event.removed));
        self.session.folders_changed(&params.event.added, &params.event.removed);
        self.session.engine().send(Message::Roots { added, removed });
        // Each may have settings of its own.
        self.session.ask_for_settings(LspAny::Null);
    }

    fn settings_changed(&mut self, DidChangeConfigurationParams { settings }: DidChangeConfigurationParams) {
        self.session.ask_for_settings(settings);
    }

    /// Only the heat map wants to know, which looks at it when it has the time.
    fn cursor(&mut self, PlaceParams { text_document, position }: PlaceParams) {
        self.session.maps().cursor_at(convert::key(&text_document.uri), position);
    }

    fn log(&self, text: String) {
        self.session.engine().send(Message::Log(text));
    }
}

/// Passes a question on, and tells those who follow what the server does when it was answered.
fn traced(out: Out, request: Request, ask: impl FnOnce(Request) -> Answer) -> Answer {
    if !out.is_traced() {
        return ask(request);
    }
    let (method, about, since) = (request.method().to_owned(), about(&request), Instant::now());
    let answer = ask(request);
    async move {
        let answer = answer.await;
        let error = answer.as_ref().ok().and_then(Option::as_ref).and_then(Response::error);
        let how = error.map_or_else(String::new, |error| format!(" with an error ({})", error.code.code()));
        let took = since.elapsed().as_millis();
        out.trace(|| format!("{method} was answered{how} after {took} ms"), || about);
        answer
    }
    .boxed()
}
