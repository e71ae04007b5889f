//! The way out: what is said to the editor unasked, one after the other.

use super::progress::{self, Progress};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{
    Diagnostic, LogTraceNotification, LogTraceParams, MessageType, ProgressToken, TraceValue, Uri,
};

/// What is said to the editor unasked.
pub(super) enum Outgoing {
    /// All findings of a text.
    Publish { uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic> },
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
    trace: Arc<AtomicU8>,
}

impl Out {
    pub(super) fn send(&self, outgoing: Outgoing) {
        // Nobody is there any more, or will be.
        let _ = self.queue.send(outgoing);
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
pub(super) fn channel() -> (Out, Publisher) {
    let (queue, receiver) = unbounded_channel();
    (Out { queue, trace: Arc::new(AtomicU8::new(Trace::Off as u8)) }, Publisher(receiver))
}

impl Publisher {
    /// Sends what is said, one after the other: it is the only sender of findings, so they cannot cross. An answer of
    /// the editor's is waited for elsewhere: it must not hold up findings.
    pub(super) fn spawn(mut self, client: Client) {
        tokio::spawn(async move {
            let (everything, wanted) = watch::channel(None);
            tokio::spawn(super::registration::keep_diagnostics(client.clone(), wanted));
            while let Some(outgoing) = self.0.recv().await {
                match outgoing {
                    Outgoing::Publish { uri, version, diagnostics } => {
                        client.publish_diagnostics(uri, diagnostics, version).await;
                    }
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
                    Outgoing::WorkspaceDiagnostics(on) => {
                        everything.send_replace(Some(on));
                    }
                }
            }
        });
    }
}
