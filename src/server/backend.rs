//! The door for questions: each takes the view that its ticket stands for and is answered by [`super::answers`].

use super::answers::{actions, findings, navigation, outline, reading};
use super::asked::Asked;
use super::engine::Message;
use super::gate::Ticket;
use super::session::Session;
use super::{capabilities, convert};
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{
    CodeActionParams, CodeActionResponse, CompletionItem, CompletionParams, CompletionResponse, DefinitionParams,
    DefinitionResponse, DidChangeConfigurationParams, DidChangeWatchedFilesRegistrationOptions,
    DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentSymbolParams, DocumentSymbolResponse,
    FileSystemWatcher, FoldingRange, FoldingRangeParams, Hover, HoverParams, InitializeParams, InitializeResult,
    InitializedParams, LspAny, Registration, ServerInfo, TextDocumentIdentifier, Uri, WorkspaceFolders,
};
use tower_lsp_server::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp_server::{Client, LanguageServer};

/// Answers one editor.
pub(super) struct Backend {
    client: Client,
    session: Arc<Session>,
}

impl Backend {
    pub(super) fn new(client: Client, session: Arc<Session>) -> Backend {
        Backend { client, session }
    }

    /// Answers a question about a file from the state it was asked in, on a thread where it is in nobody's way. A
    /// panic there becomes an error for this one question.
    async fn answer<T: Send + 'static>(
        &self,
        uri: Uri,
        question: impl FnOnce(&Asked) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let agreed = *self.session.agreed().ok_or_else(|| Error::new(ErrorCode::ServerError(-32002)))?;
        let view = Ticket::redeem().await.ok_or_else(Error::request_cancelled)?;
        let work = tokio::task::spawn_blocking(move || {
            let id = view.file(&uri)?;
            let file = Arc::clone(view.snapshot.file(id)?);
            question(&Asked { view, id, file, uri, agreed })
        });
        work.await.map_err(|panic| Error {
            code: ErrorCode::InternalError,
            message: format!("hypecheck failed to answer; please report this ({panic})").into(),
            data: None,
        })
    }

    /// The text and the tree of a file, for bug reports and tests.
    pub(super) async fn syntax_tree(&self, params: SyntaxTreeParams) -> Result<LspAny> {
        let tree = self
            .answer(params.text_document.uri, |asked| {
                let (text, tree) = (asked.file.text().to_string(), asked.file.tree().to_sexp());
                Some(serde_json::json!({ "text": text, "tree": tree, "version": asked.file.version() }))
            })
            .await?;
        Ok(tree.unwrap_or_default())
    }

    /// The files that are known, for tests.
    #[cfg(test)]
    pub(super) async fn files(&self, _: LspAny) -> Result<LspAny> {
        let view = Ticket::redeem().await.ok_or_else(Error::request_cancelled)?;
        let mut files: Vec<String> = view.snapshot.files().map(|file| file.key().to_string()).collect();
        files.sort();
        Ok(serde_json::json!({ "files": files, "complete": view.snapshot.is_complete() }))
    }

    #[cfg(test)]
    pub(super) async fn panic(&self, params: SyntaxTreeParams) -> Result<LspAny> {
        self.answer::<LspAny>(params.text_document.uri, |_| panic!("on purpose")).await.map(Option::unwrap_or_default)
    }

    #[cfg(test)]
    pub(super) async fn slow(&self, params: SyntaxTreeParams) -> Result<LspAny> {
        let slow = |_: &Asked| {
            std::thread::sleep(std::time::Duration::from_secs(3));
            None::<LspAny>
        };
        self.answer(params.text_document.uri, slow).await.map(Option::unwrap_or_default)
    }

    /// The answer to what was no JSON.
    #[expect(clippy::unused_async, reason = "the library wants it so")]
    pub(super) async fn parse_error(&self) -> Result<LspAny> {
        Err(Error::parse_error())
    }

    /// The answer to what was no message.
    #[expect(clippy::unused_async, reason = "the library wants it so")]
    pub(super) async fn invalid_request(&self) -> Result<LspAny> {
        Err(Error::invalid_request())
    }

    /// The editor wants more or less to be told. Findings and answers stay the same.
    #[expect(clippy::unused_async, reason = "the library wants it so")]
    pub(super) async fn set_trace(&self, _: LspAny) {}
}

/// Which file to show the tree of.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SyntaxTreeParams {
    text_document: TextDocumentIdentifier,
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let agreed = capabilities::agree(&params.capabilities);
        let folders = match params.workspace_folders_initialize_params.workspace_folders {
            Some(WorkspaceFolders::WorkspaceFolderList(folders)) => {
                folders.into_iter().map(|folder| folder.uri).collect()
            }
            _ => Vec::new(),
        };
        #[expect(deprecated, reason = "older editors send nothing else")]
        let root = params.root_uri;
        let folders: Vec<Uri> = if folders.is_empty() { root.into_iter().collect() } else { folders };
        let roots = folders.iter().filter_map(convert::path).collect();
        self.session.agree(agreed);
        self.session.engine().send(Message::Start {
            agreed,
            roots,
            options: params.initialization_options.unwrap_or_default(),
        });
        Ok(InitializeResult {
            capabilities: capabilities::announce(&agreed),
            server_info: Some(ServerInfo {
                name: "hypecheck".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        if !self.session.agreed().is_some_and(|agreed| agreed.watch) {
            return;
        }
        let watcher = |pattern: &str| FileSystemWatcher { glob_pattern: pattern.to_owned().into(), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions {
            watchers: vec![watcher("**/*.synergy"), watcher("**/hypecheck.toml")],
        };
        let registration = Registration {
            id: "watch-specs".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(convert::json(options)),
        };
        // The editor's answer comes through the stream that calls us, so it must not be waited for here.
        let client = self.client.clone();
        tokio::spawn(async move { client.register_capability(vec![registration]).await });
    }

    async fn shutdown(&self) -> Result<()> {
        self.session.shut_down();
        Ok(())
    }

    async fn did_change_configuration(&self, _: DidChangeConfigurationParams) {}

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| reading::hover(asked, &params)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| reading::completion(asked, &params)).await
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        let Some(place) = reading::ItemPlace::of(&item) else { return Ok(item) };
        let label = item.label.clone();
        let found = self.answer(place.uri.clone(), move |asked| reading::documentation(asked, &place, &label)).await?;
        item.documentation = found.map(Into::into);
        Ok(item)
    }

    async fn goto_definition(&self, params: DefinitionParams) -> Result<Option<DefinitionResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| navigation::definition(asked, &params)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.answer(params.text_document.uri, |asked| Some(outline::symbols(asked))).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.answer(params.text_document.uri, |asked| Some(outline::folds(asked))).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReport> {
        let previous = params.previous_result_id;
        let uri = params.text_document.uri;
        let report = self.answer(uri, move |asked| findings::document(asked, previous.as_deref())).await?;
        Ok(report.unwrap_or_else(findings::none))
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<Vec<CodeActionResponse>>> {
        if !actions::are_wanted(&params) {
            return Ok(Some(Vec::new()));
        }
        self.answer(params.text_document.uri.clone(), move |asked| actions::actions(asked, &params)).await
    }
}
