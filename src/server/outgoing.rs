//! The way out: what is said to the editor unasked, one after the other.

use super::offer::offer;
use super::progress::{self, Progress};
use super::rendered::json_string;
use super::session::Session;
use super::transport::Wire;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Weak};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{
    Diagnostic, LogTraceNotification, LogTraceParams, MessageType, ProgressToken, TraceValue, Uri,
};
use tower_lsp_server::jsonrpc::{ErrorCode, Id};

/// What is said to the editor unasked.
pub(super) enum Outgoing {
    /// What is shown may have changed; ask again.
    Refresh(Shown),
    /// For the log.
    Log(MessageType, String),
    /// For whoever follows what the server does.
    Trace(LogTraceParams),
    /// Work has begun that may take long.
    Progress(progress::Begun),
    /// Whether the editor is to ask for the findings of the whole workspace.
    WorkspaceDiagnostics(bool),
    /// The findings of the whole workspace have been told.
    AllTold,
}

/// What the editor shows and can be told to ask for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Findings.
    Findings,
    /// Colours that a grammar cannot give.
    Tokens,
    /// Hints between the words.
    Hints,
    /// Lines above declarations.
    Lenses,
    /// What can be folded, and what is shown for it.
    Folds,
}

/// How much is told of what the server does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Trace {
    Off,
    Messages,
    Verbose,
}

/// Where what is said to the editor goes in. Sending never waits.
#[derive(Clone)]
pub(super) struct Out {
    queue: UnboundedSender<Outgoing>,
    wire: Wire,
    trace: Arc<AtomicU8>,
}

impl Out {
    pub(super) fn send(&self, outgoing: Outgoing) {
        // Nobody is there any more, or will be.
        let _ = self.queue.send(outgoing);
    }

    /// Tells all findings of a text.
    pub(super) fn publish(&self, uri: &Uri, version: Option<i32>, diagnostics: &[Diagnostic]) {
        let list = serde_json::to_string(diagnostics).unwrap_or_else(|_| "[]".to_owned());
        self.publish_items(uri, version, list.trim_start_matches('[').trim_end_matches(']'));
    }

    /// The same, with what stands between the brackets of the list as it goes over the wire. It goes there at once, and
    /// is copied nowhere on the way: from a long text it is far longer than all else that is ever said.
    pub(super) fn publish_items(&self, uri: &Uri, version: Option<i32>, items: &str) {
        let mut message = String::with_capacity(200);
        message += "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/publishDiagnostics\",\"params\":{\"uri\":";
        message += &json_string(uri.as_ref());
        if let Some(version) = version {
            message += ",\"version\":";
            message += &version.to_string();
        }
        message += ",\"diagnostics\":[";
        self.wire.send_findings(uri.as_ref(), &[&message, items, "]}}"]);
    }

    /// Answers a question with a result as it goes over the wire, which may be in several parts.
    pub(super) fn answer(&self, question: &Id, result: &[&str]) {
        let id = serde_json::to_string(question).unwrap_or_else(|_| "null".to_owned());
        let mut parts = vec!["{\"jsonrpc\":\"2.0\",\"result\":"];
        parts.extend(result);
        parts.extend([",\"id\":", &id, "}"]);
        self.wire.send(&parts);
    }

    /// Says that a question cannot be answered, and why.
    pub(super) fn refuse(&self, question: &Id, reason: &str) {
        let (id, code) =
            (serde_json::to_string(question).unwrap_or_else(|_| "null".to_owned()), ErrorCode::InternalError.code());
        let error = format!("{{\"code\":{code},\"message\":{}}}", json_string(reason));
        self.wire.send(&[&format!("{{\"jsonrpc\":\"2.0\",\"error\":{error},\"id\":{id}}}")]);
    }

    /// A line for the log.
    pub(super) fn log(&self, kind: MessageType, text: String) {
        self.send(Outgoing::Log(kind, text));
    }

    /// Changes how much is told of what the server does. What is no such word changes nothing.
    pub(super) fn set_trace(&self, value: &TraceValue) {
        let trace = match value {
            TraceValue::Off => Trace::Off,
            TraceValue::Messages => Trace::Messages,
            TraceValue::Verbose => Trace::Verbose,
            TraceValue::Custom(other) => {
                return self
                    .log(MessageType::Warning, format!("there is no trace value {other:?}; it stays as it was"));
            }
        };
        self.trace.store(trace as u8, Ordering::Relaxed);
    }

    /// How much is told now, as the protocol calls it.
    pub(super) fn trace_value(&self) -> TraceValue {
        match self.trace.load(Ordering::Relaxed) {
            level if level == Trace::Off as u8 => TraceValue::Off,
            level if level == Trace::Messages as u8 => TraceValue::Messages,
            _ => TraceValue::Verbose,
        }
    }

    /// Whether anything is told of what the server does.
    pub(super) fn is_traced(&self) -> bool {
        self.trace.load(Ordering::Relaxed) != Trace::Off as u8
    }

    /// Tells what the server does, and more of it to those who want all. Nothing of a text is ever told.
    pub(super) fn trace(&self, message: impl FnOnce() -> String, more: impl FnOnce() -> String) {
        if self.is_traced() {
            let verbose = (self.trace_value() == TraceValue::Verbose).then(more);
            self.send(Outgoing::Trace(LogTraceParams { message: message(), verbose }));
        }
    }

    /// Begins work that may take long. It is shown if it does, until the progress is let go: under the token that the
    /// editor gave for it, or under one of our own.
    pub(super) fn progress(&self, title: String, token: Option<ProgressToken>) -> Progress {
        let (progress, begun) = progress::begin(title, token);
        self.send(Outgoing::Progress(begun));
        progress
    }
}

/// The place where it waits to be sent.
pub(super) struct Publisher(UnboundedReceiver<Outgoing>);

/// Where what is said goes in, and where it comes out.
pub(super) fn channel(wire: Wire) -> (Out, Publisher) {
    let (queue, receiver) = unbounded_channel();
    (Out { queue, wire, trace: Arc::new(AtomicU8::new(Trace::Off as u8)) }, Publisher(receiver))
}

impl Publisher {
    /// Sends what is said, one after the other. An answer of the editor's is waited for elsewhere: it must not hold up
    /// what comes after the question.
    pub(super) fn spawn(mut self, client: Client, session: Weak<Session>) {
        tokio::spawn(async move {
            let (everything, wanted) = watch::channel(None);
            tokio::spawn(super::registration::keep_diagnostics(client.clone(), wanted));
            while let Some(outgoing) = self.0.recv().await {
                match outgoing {
                    Outgoing::Log(kind, text) => client.log_message(kind, text).await,
                    Outgoing::Trace(params) => client.send_notification::<LogTraceNotification>(params).await,
                    Outgoing::Refresh(shown) => {
                        let client = client.clone();
                        tokio::spawn(async move {
                            match shown {
                                Shown::Findings => client.workspace_diagnostic_refresh().await,
                                Shown::Tokens => client.semantic_tokens_refresh().await,
                                Shown::Hints => client.inlay_hint_refresh().await,
                                Shown::Lenses => client.code_lens_refresh().await,
                                Shown::Folds => client.folding_range_refresh().await,
                            }
                        });
                    }
                    Outgoing::Progress(begun) => {
                        tokio::spawn(begun.show(client.clone()));
                    }
                    Outgoing::AllTold => {
                        if let Some(session) = session.upgrade() {
                            tokio::spawn(offer(session));
                        }
                    }
                    Outgoing::WorkspaceDiagnostics(on) => {
                        everything.send_replace(Some(on));
                    }
                }
            }
        });
    }
}
