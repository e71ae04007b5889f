//! What the editor is asked to tell us or to ask us for, once it has been introduced.

use super::convert;
use super::session::Agreed;
use super::settings::SECTION;
use tokio::sync::watch;
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{
    DiagnosticOptions, DidChangeConfigurationRegistrationOptions, DidChangeWatchedFilesRegistrationOptions,
    FileSystemWatcher, LspAny, Registration, Section, Unregistration,
};

/// What is asked for at once: to be told of changes of files and of settings.
pub(super) fn at_first(agreed: &Agreed) -> Vec<Registration> {
    let watcher = |pattern: &str| FileSystemWatcher { glob_pattern: pattern.to_owned().into(), kind: None };
    let mut registrations = Vec::new();
    if agreed.watch {
        let options = DidChangeWatchedFilesRegistrationOptions {
            // `hypecheck.toml`, and the baseline that it names, which may be called anything that ends so.
            watchers: vec![watcher("**/*.synergy"), watcher("**/*.toml")],
        };
        registrations.push(Registration {
            id: "watch-specs".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(convert::json(options)),
        });
    }
    if agreed.watch_settings {
        let options = DidChangeConfigurationRegistrationOptions { section: Some(Section::String(SECTION.to_owned())) };
        registrations.push(Registration {
            id: "watch-settings".to_owned(),
            method: "workspace/didChangeConfiguration".to_owned(),
            register_options: Some(convert::json(options)),
        });
    }
    registrations
}

/// What there is to ask for in the way of findings.
pub(super) fn diagnostics(workspace: bool) -> DiagnosticOptions {
    DiagnosticOptions {
        identifier: Some("hypecheck".to_owned()),
        inter_file_dependencies: true,
        workspace_diagnostics: workspace,
        ..Default::default()
    }
}

/// Keeps what the editor may ask for as it is wanted: the findings of texts always, those of the whole workspace if
/// that is set. An editor that was offered the whole workspace relies on it, and shows what it was last told of a text
/// that is closed; so it is offered only when it is meant.
pub(super) async fn keep_diagnostics(client: Client, mut wanted: watch::Receiver<Option<bool>>) {
    let mut known = None;
    let mut number = 0_u64;
    while wanted.changed().await.is_ok() {
        let now = *wanted.borrow_and_update();
        let Some(workspace) = now.filter(|_| now != known) else { continue };
        let method = "textDocument/diagnostic".to_owned();
        if known.is_some() {
            let id = format!("diagnostics-{number}");
            // Whatever it answers: there is no better way to take it back.
            let _ = client.unregister_capability(vec![Unregistration { id, method: method.clone() }]).await;
        }
        known = now;
        number += 1;
        let mut options = convert::json(diagnostics(workspace));
        if let LspAny::Object(fields) = &mut options {
            let selector = serde_json::json!([{ "language": "synergy" }, { "pattern": "**/*.synergy" }]);
            fields.insert("documentSelector".to_owned(), selector);
        }
        let registration =
            Registration { id: format!("diagnostics-{number}"), method, register_options: Some(options) };
        let _ = client.register_capability(vec![registration]).await;
    }
}
