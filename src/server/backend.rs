//! The answers: each takes its view, asks [`crate::ide`], and converts.

use super::engine::{Message, View};
use super::gate::Ticket;
use super::session::{Agreed, Session};
use super::{capabilities, convert};
use crate::ide;
use crate::model::{FileId, SourceFile};
use crate::rules::{FixClass, Report};
use crate::text::TextSize;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, CompletionItem, CompletionParams,
    CompletionResponse, Definition, DefinitionParams, DefinitionResponse, DidChangeConfigurationParams,
    DidChangeWatchedFilesRegistrationOptions, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentSymbolParams,
    DocumentSymbolResponse, FileSystemWatcher, FoldingRange, FoldingRangeParams, FullDocumentDiagnosticReport, Hover,
    HoverParams, InitializeParams, InitializeResult, InitializedParams, Location, LocationLink, LspAny,
    OptionalVersionedTextDocumentIdentifier, Position, Registration, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, ServerInfo, TextDocumentEdit, TextDocumentIdentifier,
    TextDocumentPositionParams, UnchangedDocumentDiagnosticReport, Uri, WorkspaceEdit, WorkspaceFolders,
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

/// Where a completion was offered: enough to find it again when more about it is asked.
#[derive(serde::Serialize, Deserialize)]
struct ItemPlace {
    uri: Uri,
    position: Position,
}

/// A question about a file.
struct Asked {
    view: View,
    id: FileId,
    file: Arc<SourceFile>,
    uri: Uri,
    agreed: Agreed,
}

impl Asked {
    fn report(&self) -> Option<Arc<Report>> {
        self.view.report(self.id).map(|(_, report)| report)
    }

    fn offset(&self, position: Position) -> TextSize {
        self.file.text().offset(convert::position(position), self.agreed.encoding)
    }
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
        self.session.engine().send(Message::Start { agreed, roots });
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
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.answer(text_document.uri, move |asked| {
            let hover = ide::hover(&asked.view.snapshot, asked.id, asked.offset(position), asked.report().as_deref())?;
            Some(Hover {
                contents: convert::markup(hover.markdown, asked.agreed.markdown).into(),
                range: Some(convert::range(asked.file.text(), hover.range, asked.agreed.encoding)),
            })
        })
        .await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let data = convert::json(ItemPlace { uri: text_document.uri.clone(), position });
        self.answer(text_document.uri, move |asked| {
            let found =
                ide::completions(&asked.view.snapshot, asked.id, asked.offset(position), asked.report().as_deref())?;
            let range = convert::range(asked.file.text(), found.range, asked.agreed.encoding);
            let items = found.items.into_iter().enumerate();
            let items = items.map(|(index, item)| convert::completion(index, item, range, &data, &asked.agreed));
            Some(CompletionResponse::CompletionItemList(items.collect()))
        })
        .await
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        let Some(place) = item.data.as_ref().and_then(|data| ItemPlace::deserialize(data).ok()) else {
            return Ok(item);
        };
        let label = item.label.clone();
        let documentation = self
            .answer(place.uri, move |asked| {
                let found = ide::completions(
                    &asked.view.snapshot,
                    asked.id,
                    asked.offset(place.position),
                    asked.report().as_deref(),
                )?;
                let found = found.items.into_iter().find(|item| item.label == label)?.documentation?;
                Some(convert::markup(found, asked.agreed.markdown_documentation))
            })
            .await?;
        item.documentation = documentation.map(Into::into);
        Ok(item)
    }

    async fn goto_definition(&self, params: DefinitionParams) -> Result<Option<DefinitionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.answer(text_document.uri, move |asked| {
            let definition = ide::definition(&asked.view.snapshot, asked.id, asked.offset(position))?;
            let encoding = asked.agreed.encoding;
            let origin = convert::range(asked.file.text(), definition.origin, encoding);
            let links = definition.targets.iter().filter_map(|target| {
                let file = asked.view.snapshot.file(target.file)?;
                Some(LocationLink {
                    origin_selection_range: Some(origin),
                    target_uri: asked.view.uri(target.file)?,
                    target_range: convert::range(file.text(), target.range, encoding),
                    target_selection_range: convert::range(file.text(), target.selection, encoding),
                })
            });
            let links: Vec<LocationLink> = links.collect();
            Some(if asked.agreed.definition_links {
                DefinitionResponse::DefinitionLinkList(links)
            } else {
                let place = |link: LocationLink| Location { uri: link.target_uri, range: link.target_selection_range };
                DefinitionResponse::Definition(Definition::LocationList(links.into_iter().map(place).collect()))
            })
        })
        .await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.answer(params.text_document.uri, |asked| {
            let symbols = ide::symbols(&asked.view.snapshot, asked.id);
            let (text, encoding) = (asked.file.text(), asked.agreed.encoding);
            Some(if asked.agreed.symbol_tree {
                let tree = symbols.into_iter().map(|symbol| convert::symbol(text, symbol, encoding));
                DocumentSymbolResponse::DocumentSymbolList(tree.collect())
            } else {
                DocumentSymbolResponse::SymbolInformationList(convert::flat_symbols(
                    text, symbols, &asked.uri, encoding,
                ))
            })
        })
        .await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.answer(params.text_document.uri, |asked| {
            let folds = ide::folds(&asked.view.snapshot, asked.id);
            Some(convert::folds(asked.file.text(), folds, &asked.agreed))
        })
        .await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReport> {
        let previous = params.previous_result_id;
        let report = self
            .answer(params.text_document.uri, move |asked| {
                if asked.id.is_library() {
                    return None;
                }
                let (stamp, report) = asked.view.report(asked.id)?;
                let result_id = format!("{stamp:016x}");
                if previous.as_deref() == Some(&result_id) {
                    return Some(DocumentDiagnosticReport::from(RelatedUnchangedDocumentDiagnosticReport {
                        related_documents: None,
                        unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
                    }));
                }
                Some(full_report(Some(result_id), convert::diagnostics(&asked.view, &report, &asked.agreed)))
            })
            .await?;
        // What is not open has no findings to show.
        Ok(report.unwrap_or_else(|| full_report(None, Vec::new())))
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<Vec<CodeActionResponse>>> {
        let wanted = |kinds: &Vec<CodeActionKind>| {
            kinds.iter().any(|kind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty))
        };
        if !params.context.only.as_ref().is_none_or(wanted) {
            return Ok(Some(Vec::new()));
        }
        let range = params.range;
        self.answer(params.text_document.uri, move |asked| {
            let text = asked.file.text();
            let encoding = asked.agreed.encoding;
            let range = text.range_between(convert::position(range.start), convert::position(range.end), encoding);
            let (_, report) = asked.view.report(asked.id)?;
            let actions = ide::actions(&asked.view.snapshot, asked.id, &report, range).into_iter().map(|action| {
                let edits = action.fix.edits.iter().map(|edit| convert::text_edit(text, edit, encoding)).collect();
                CodeActionResponse::CodeAction(CodeAction {
                    title: action.fix.title,
                    kind: Some(CodeActionKind::QuickFix),
                    diagnostics: Some(vec![convert::diagnostic(&asked.view, text, &action.diagnostic, &asked.agreed)]),
                    is_preferred: Some(action.fix.preferred && action.fix.class != FixClass::Meaning),
                    edit: Some(workspace_edit(asked, edits)),
                    ..Default::default()
                })
            });
            Some(actions.collect())
        })
        .await
    }
}

fn full_report(
    result_id: Option<String>,
    items: Vec<tower_lsp_server::gen_lsp_types::Diagnostic>,
) -> DocumentDiagnosticReport {
    RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    }
    .into()
}

/// Edits of the file that was asked about, for the version that they were made from.
fn workspace_edit(asked: &Asked, edits: Vec<tower_lsp_server::gen_lsp_types::TextEdit>) -> WorkspaceEdit {
    if !asked.agreed.versioned_edits {
        return WorkspaceEdit { changes: Some(HashMap::from([(asked.uri.clone(), edits)])), ..Default::default() };
    }
    let version = asked.view.open.get(&asked.id).and_then(|open| open.version);
    let edit = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            version,
            text_document_identifier: TextDocumentIdentifier { uri: asked.uri.clone() },
        },
        edits: edits.into_iter().map(Into::into).collect(),
    };
    WorkspaceEdit { document_changes: Some(vec![edit.into()]), ..Default::default() }
}
