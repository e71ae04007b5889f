//! The way out of the engine: what is said to the editor unasked, one after the other.

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{Diagnostic, MessageType, Uri};

/// What leaves the engine for the editor.
pub(super) enum Outgoing {
    /// All findings of a text.
    Publish { uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic> },
    /// Findings may have changed; ask again.
    Refresh,
    /// For the log.
    Log(MessageType, String),
}

/// The place where what leaves the engine waits to be sent.
pub(super) struct Publisher(UnboundedReceiver<Outgoing>);

/// Where what leaves the engine goes in, and where it comes out.
pub(super) fn channel() -> (UnboundedSender<Outgoing>, Publisher) {
    let (sender, receiver) = unbounded_channel();
    (sender, Publisher(receiver))
}

impl Publisher {
    /// Sends what leaves the engine, one after the other: it is the only sender of findings, so they cannot cross.
    pub(super) fn spawn(mut self, client: Client) {
        tokio::spawn(async move {
            while let Some(outgoing) = self.0.recv().await {
                match outgoing {
                    Outgoing::Publish { uri, version, diagnostics } => {
                        client.publish_diagnostics(uri, diagnostics, version).await
                    }
                    Outgoing::Log(kind, text) => client.log_message(kind, text).await,
                    Outgoing::Refresh => {
                        // The editor's answer is waited for elsewhere: it must not hold up findings.
                        let client = client.clone();
                        tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
                    }
                }
            }
        });
    }
}
