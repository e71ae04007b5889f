//! The door for questions: each takes the view that its ticket stands for and is answered by [`super::answers`].

use super::answers::{
    actions, files, formatting, hierarchy, links, navigation, outline, reading, renaming, showing, summary, tokens,
    workspace,
};
use super::asked::Asked;
use super::commands::Call;
use super::engine::{self, Message};
use super::gate::Ticket;
use super::heat_map::{ClaimParams, HeatMapParams};
use super::session::{Agreed, Session};
use super::view::View;
use super::{capabilities, commands, convert, library_files, registration, written_maps};
use serde::Serialize;
use std::fmt::Display;
use std::sync::Arc;
use tokio::sync::mpsc::unbounded_channel;
use tokio::sync::oneshot;
use tower_lsp_server::LanguageServer;
use tower_lsp_server::gen_lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem, CallHierarchyOutgoingCall,
    CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, CodeAction, CodeActionParams, CodeActionResponse,
    CodeLens, CodeLensParams, ColorInformation, ColorPresentation, ColorPresentationParams, CompletionItem,
    CompletionParams, CompletionResponse, CreateFilesParams, DeclarationParams, DeclarationResponse, DefinitionParams,
    DefinitionResponse, DeleteFilesParams, DocumentColorParams, DocumentFormattingParams, DocumentHighlight,
    DocumentHighlightParams, DocumentLink, DocumentLinkParams, DocumentOnTypeFormattingParams,
    DocumentRangeFormattingParams, DocumentRangesFormattingParams, DocumentSymbolParams, DocumentSymbolResponse,
    ExecuteCommandParams, FoldingRange, FoldingRangeParams, Hover, HoverParams, ImplementationParams,
    ImplementationResponse, InitializeParams, InitializeResult, InitializedParams, InlayHint, InlayHintParams,
    Location, LspAny, MessageType, PrepareRenameResult, ReferenceParams, ReferencesRequest, RenameFilesParams,
    RenameParams, SelectionRange, SelectionRangeParams, SemanticTokens, SemanticTokensDeltaParams,
    SemanticTokensDeltaResponse, SemanticTokensParams, SemanticTokensRangeParams, ServerInfo, SignatureHelp,
    SignatureHelpParams, TextDocumentContentParams, TextDocumentContentResult, TextDocumentIdentifier,
    TextDocumentPositionParams, TextEdit, TypeDefinitionParams, TypeDefinitionResponse, TypeHierarchyItem,
    TypeHierarchyPrepareParams, TypeHierarchySubtypesParams, TypeHierarchySupertypesParams, Uri,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceEdit, WorkspaceFolders, WorkspaceSymbolParams,
    WorkspaceSymbolResponse,
};
use tower_lsp_server::jsonrpc::{Error, ErrorCode, Result};

/// The code of an answer that is refused though the question was understood.
const REQUEST_FAILED: i64 = -32803;

/// Answers one editor.
pub(super) struct Backend {
    session: Arc<Session>,
}

impl Backend {
    pub(super) fn new(session: Arc<Session>) -> Backend {
        Backend { session }
    }

    /// The state that a question was asked in, and what was agreed.
    async fn view(&self) -> Result<(Agreed, View)> {
        let agreed = *self.session.agreed().ok_or_else(|| Error::new(ErrorCode::ServerError(-32002)))?;
        Ok((agreed, Ticket::redeem().await.ok_or_else(Error::request_cancelled)?))
    }

    /// Answers a question about a file from the state it was asked in.
    async fn answer<T: Send + 'static>(
        &self,
        uri: Uri,
        question: impl FnOnce(&Asked) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let (agreed, view) = self.view().await?;
        work(view, move |view| {
            let id = view.file(&uri)?;
            let file = Arc::clone(view.snapshot.file(id)?);
            question(&Asked { view, id, file, uri, agreed })
        })
        .await
    }

    /// The same for what may be long: it is written where it was found, and goes over the wire as it is.
    async fn answer_written<T: Serialize + Send + 'static>(
        &self,
        uri: Uri,
        question: impl FnOnce(&Asked) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        self.answer_json(uri, |asked| serde_json::to_string(&question(asked)).ok()).await
    }

    /// The same for what is found as JSON. What cannot be written is answered like what is not there.
    async fn answer_json<T>(
        &self,
        uri: Uri,
        question: impl FnOnce(&Asked) -> Option<String> + Send + 'static,
    ) -> Result<Option<T>> {
        let written = self.answer(uri, question).await?;
        Ticket::write(written.unwrap_or_else(|| "null".to_owned()));
        Ok(None)
    }

    /// The same for what may be refused with a reason.
    async fn answer_or_refuse<T: Send + 'static>(
        &self,
        uri: Uri,
        question: impl FnOnce(&Asked) -> std::result::Result<T, String> + Send + 'static,
    ) -> Result<Option<T>> {
        match self.answer(uri, |asked| Some(question(asked))).await? {
            Some(Err(reason)) => {
                Err(Error { code: ErrorCode::ServerError(REQUEST_FAILED), message: reason.into(), data: None })
            }
            Some(Ok(found)) => Ok(Some(found)),
            None => Ok(None),
        }
    }

    /// What the claims of a file come to, in numbers.
    pub(super) async fn summary(&self, params: AboutFile) -> Result<LspAny> {
        Ok(self.answer(params.text_document.uri, summary::summary).await?.unwrap_or_default())
    }

    /// The heat map of a file or of all open ones, which the editor may go on to follow.
    pub(super) async fn heat_map(&self, params: HeatMapParams) -> Result<LspAny> {
        let (_, view) = self.view().await?;
        let (shown, params) = work(view, |view| (convert::json(params.answer(&view)), params)).await?;
        self.session.maps().follow_for_editor(&self.session, params);
        Ok(shown)
    }

    /// Where a claim of the heat map is.
    pub(super) async fn claim_location(&self, params: ClaimParams) -> Result<LspAny> {
        let (agreed, view) = self.view().await?;
        let location = work(view, move |view| params.answer(&view, agreed.encoding)).await?;
        Ok(location.map(convert::json).unwrap_or_default())
    }

    /// The text and the tree of a file, for bug reports and tests.
    pub(super) async fn syntax_tree(&self, params: AboutFile) -> Result<LspAny> {
        let tree = self
            .answer(params.text_document.uri, |asked| {
                let (text, tree) = (asked.file.text().to_string(), asked.file.tree().to_sexp());
                Some(serde_json::json!({ "text": text, "tree": tree, "version": asked.file.version() }))
            })
            .await?;
        Ok(tree.unwrap_or_default())
    }

    /// Works until nobody waits any more, and writes that down.
    #[cfg(test)]
    pub(super) async fn endless(&self, params: AboutFile) -> Result<LspAny> {
        let (_, view) = self.view().await?;
        let uri = params.text_document.uri;
        let note = |uri: &Uri, goes_on| {
            super::tests::ENDLESS.lock().expect("nobody panics with it").insert(uri.as_ref().to_owned(), goes_on)
        };
        work(view, move |view| {
            note(&uri, true);
            while !view.cancelled.is_set() {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            note(&uri, false);
            LspAny::Null
        })
        .await
    }

    /// Does nothing for so long, and shows that it does.
    #[cfg(test)]
    pub(super) async fn progress(&self, params: LspAny) -> Result<LspAny> {
        let token = params
            .get("token")
            .and_then(LspAny::as_str)
            .map(|token| tower_lsp_server::gen_lsp_types::ProgressToken::String(token.to_owned()));
        let _progress = self.session.out().progress("Testing".to_owned(), token);
        let millis = params.get("millis").and_then(LspAny::as_u64).unwrap_or_default();
        tokio::time::sleep(std::time::Duration::from_millis(millis)).await;
        Ok(LspAny::Null)
    }

    /// Has the editor show a page.
    #[cfg(test)]
    pub(super) async fn show(&self, params: LspAny) -> Result<LspAny> {
        let uri = params.get("uri").and_then(LspAny::as_str).unwrap_or_default();
        Ok(self.session.show_document(uri.into(), true, false, None).await.into())
    }

    /// The files that are known, for tests.
    #[cfg(test)]
    pub(super) async fn files(&self, _: LspAny) -> Result<LspAny> {
        let view = Ticket::redeem().await.ok_or_else(Error::request_cancelled)?;
        let mut files: Vec<String> = view.snapshot.files().map(|file| file.key().to_string()).collect();
        files.sort();
        Ok(serde_json::json!({ "files": files, "complete": view.snapshot.is_complete() }))
    }

    /// Waits until git was asked all that it was to be asked.
    #[cfg(test)]
    pub(super) async fn committed(&self, _: LspAny) -> Result<LspAny> {
        self.session.committed().idle().await;
        Ok(LspAny::Null)
    }

    #[cfg(test)]
    pub(super) async fn panic(&self, params: AboutFile) -> Result<LspAny> {
        self.answer::<LspAny>(params.text_document.uri, |_| panic!("on purpose")).await.map(Option::unwrap_or_default)
    }

    #[cfg(test)]
    pub(super) async fn slow(&self, params: AboutFile) -> Result<LspAny> {
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
}

/// Does what a question asks for, on a thread where it is in nobody's way. It is told when the question is taken back.
/// A panic there becomes an error for this one question.
pub(super) async fn work<T: Send + 'static>(
    view: View,
    question: impl FnOnce(View) -> T + Send + 'static,
) -> Result<T> {
    let waiting = view.cancelled.waiting();
    let (answer, mut answered) = oneshot::channel();
    // Behind one type, lest the program contain what a task consists of once for each kind of question.
    let job: Box<dyn FnOnce() + Send> = Box::new(move || drop(answer.send(question(view))));
    let done = tokio::task::spawn_blocking(job).await;
    waiting.done();
    let failed = |why: &dyn Display| Error {
        code: ErrorCode::InternalError,
        message: format!("hypecheck failed to answer; please report this ({why})").into(),
        data: None,
    };
    done.map_err(|panic| failed(&panic))?;
    answered.try_recv().map_err(|nothing| failed(&nothing))
}

/// Which file a question of our own is about.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AboutFile {
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
        self.session.set_folders(folders);
        self.session.agree(agreed);
        if let Some(trace) = params.trace {
            self.session.out().set_trace(&trace);
        }
        let options = params.initialization_options.unwrap_or_default();
        self.session.engine().send(Message::Start { agreed, roots, options });
        Ok(InitializeResult {
            capabilities: capabilities::announce(&agreed),
            server_info: Some(ServerInfo {
                name: "hypecheck".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        let (Some(agreed), Some(client)) = (self.session.agreed(), self.session.client().cloned()) else { return };
        let registrations = registration::at_first(agreed);
        if !registrations.is_empty() {
            // The editor's answer comes through the stream that calls us, so it must not be waited for here.
            tokio::spawn(async move { client.register_capability(registrations).await });
        }
        self.session.engine().send(Message::Introduced);
        self.session.ask_for_settings(LspAny::Null);
    }

    async fn shutdown(&self) -> Result<()> {
        self.session.shut_down();
        Ok(())
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LspAny>> {
        let (agreed, view) = self.view().await?;
        let command = commands::find(&params.command)?;
        let arguments = params.arguments.unwrap_or_default();
        let session = Arc::clone(&self.session);
        (command.run)(Call { session, agreed, view, arguments }).await.map(Some)
    }

    async fn text_document_content(&self, params: TextDocumentContentParams) -> Result<TextDocumentContentResult> {
        if let Some(text) = library_files::content(params.uri.as_ref()) {
            return Ok(TextDocumentContentResult { text: text.to_owned() });
        }
        let Some(subject) = written_maps::subject(params.uri.as_ref()) else {
            let unknown = format!("{} is no file of the built-in library, and no matrix", params.uri.as_ref());
            return Err(Error::invalid_params(unknown));
        };
        let (_, view) = self.view().await?;
        let shown = subject.clone();
        let text = work(view, move |view| written_maps::text(&view, &shown)).await?;
        self.session.written_maps().follow(&self.session, self.session.maps(), &params.uri, &subject, &text);
        Ok(TextDocumentContentResult { text })
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer_written(uri, move |asked| reading::hover(asked, &params)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer_written(uri, move |asked| reading::completion(asked, &params)).await
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

    async fn goto_declaration(&self, params: DeclarationParams) -> Result<Option<DeclarationResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| navigation::declaration(asked, &params)).await
    }

    async fn goto_type_definition(&self, params: TypeDefinitionParams) -> Result<Option<TypeDefinitionResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| navigation::type_definition(asked, &params)).await
    }

    async fn goto_implementation(&self, params: ImplementationParams) -> Result<Option<ImplementationResponse>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| navigation::implementation(asked, &params)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        let token = params.partial_result_params.partial_result_token.clone();
        let (Some(token), Some(client)) = (token, self.session.client().cloned()) else {
            return self.answer(uri, move |asked| navigation::references(asked, &params, None)).await;
        };
        let (parts, mut waiting) = unbounded_channel();
        let sending = async {
            while let Some(part) = waiting.recv().await {
                client.send_partial_result::<ReferencesRequest>(token.clone(), part).await;
            }
            // All parts must be out before the answer is; a line after them takes care of that.
            client.log_message(MessageType::Log, "all uses were sent").await;
        };
        let send = move |part| {
            // Nobody is there only if the question was taken back.
            let _ = parts.send(part);
        };
        let finding = self.answer(uri, move |asked| navigation::references(asked, &params, Some(&send)));
        let (found, ()) = tokio::join!(finding, sending);
        found
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| Some(navigation::highlights(asked, &params))).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResult>> {
        let uri = params.text_document.uri;
        self.answer_or_refuse(uri, move |asked| renaming::prepare(asked, params.position)).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let new_name = params.new_name;
        self.answer_or_refuse(text_document.uri, move |asked| renaming::rename(asked, position, &new_name)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.answer_json(params.text_document.uri, outline::symbols).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let (agreed, view) = self.view().await?;
        let found = work(view, move |view| outline::find(&view, &agreed, &params.query)).await?;
        Ok(Some(WorkspaceSymbolResponse::SymbolInformationList(found)))
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.answer_written(params.text_document.uri, |asked| Some(links::links(asked))).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.answer(text_document.uri, move |asked| hierarchy::prepare_calls(asked, position)).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        self.answer(params.item.uri.clone(), move |asked| hierarchy::incoming(asked, &params.item)).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        self.answer(params.item.uri.clone(), move |asked| hierarchy::outgoing(asked, &params.item)).await
    }

    async fn prepare_type_hierarchy(
        &self,
        params: TypeHierarchyPrepareParams,
    ) -> Result<Option<Vec<TypeHierarchyItem>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        self.answer(text_document.uri, move |asked| hierarchy::prepare_types(asked, position)).await
    }

    async fn supertypes(&self, params: TypeHierarchySupertypesParams) -> Result<Option<Vec<TypeHierarchyItem>>> {
        self.answer(params.item.uri.clone(), move |asked| Some(hierarchy::supertypes(asked, &params.item))).await
    }

    async fn subtypes(&self, params: TypeHierarchySubtypesParams) -> Result<Option<Vec<TypeHierarchyItem>>> {
        self.answer(params.item.uri.clone(), move |asked| Some(hierarchy::subtypes(asked, &params.item))).await
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        let (agreed, view) = self.view().await?;
        work(view, move |view| files::will_rename(&view, &agreed, &params)).await
    }

    async fn will_delete_files(&self, params: DeleteFilesParams) -> Result<Option<WorkspaceEdit>> {
        let (_, view) = self.view().await?;
        let warning = work(view, move |view| files::will_delete(&view, &params)).await?;
        if let (Some(warning), Some(client)) = (warning, self.session.client()) {
            client.show_message(MessageType::Warning, warning).await;
        }
        Ok(None)
    }

    async fn did_create_files(&self, params: CreateFilesParams) {
        let agreed = self.session.agreed().copied().filter(|agreed| agreed.applies_edits);
        let (Some(agreed), Some(client)) = (agreed, self.session.client().cloned()) else { return };
        let Some(view) = self.session.engine().view(engine::Asked::default()).await else { return };
        let Ok(edits) = work(view, move |view| files::scaffolds(&view, &agreed, &params)).await else { return };
        // The editor's answer comes through the stream that calls us, so it must not be waited for here.
        tokio::spawn(async move {
            for edit in edits {
                let _ = client.apply_edit(edit).await;
            }
        });
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.answer_written(params.text_document.uri, |asked| Some(outline::folds(asked))).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.answer(params.text_document.uri.clone(), move |asked| Some(showing::selections(asked, &params))).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokens>> {
        let sent = self.session.sent_tokens();
        self.answer_json(params.text_document.uri, move |asked| tokens::full(asked, &sent)).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensDeltaResponse>> {
        let (sent, previous) = (self.session.sent_tokens(), params.previous_result_id);
        self.answer_json(params.text_document.uri, move |asked| tokens::delta(asked, &sent, &previous)).await
    }

    async fn semantic_tokens_range(&self, params: SemanticTokensRangeParams) -> Result<Option<SemanticTokens>> {
        self.answer_written(params.text_document.uri, move |asked| Some(tokens::range(asked, params.range))).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.answer_written(params.text_document.uri, move |asked| showing::hints(asked, params.range)).await
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        let Some(place) = showing::ShownPlace::of(hint.data.as_ref()) else { return Ok(hint) };
        let asked_of = hint.clone();
        let found = self.answer(place.uri.clone(), move |asked| Some(showing::hint(asked, &place, hint))).await?;
        Ok(found.unwrap_or(asked_of))
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let committed = Arc::clone(self.session.committed());
        self.answer_written(params.text_document.uri, move |asked| showing::lenses(asked, &committed)).await
    }

    async fn code_lens_resolve(&self, mut lens: CodeLens) -> Result<CodeLens> {
        if let Some(place) = showing::ShownPlace::of(lens.data.as_ref()) {
            let uses = self.session.uses();
            let found = self.answer(place.uri.clone(), move |asked| showing::lens(asked, &place, &uses)).await?;
            // A lens must say something, even if what it stood above is gone.
            lens.command = Some(found.unwrap_or_default());
        }
        Ok(lens)
    }

    async fn document_color(&self, params: DocumentColorParams) -> Result<Vec<ColorInformation>> {
        let colors = self.answer(params.text_document.uri, |asked| Some(showing::colors(asked))).await?;
        Ok(colors.unwrap_or_default())
    }

    async fn color_presentation(&self, params: ColorPresentationParams) -> Result<Vec<ColorPresentation>> {
        Ok(showing::color_presentation(&params))
    }

    async fn signature_help(&self, params: SignatureHelpParams) -> Result<Option<SignatureHelp>> {
        let uri = params.text_document_position_params.text_document.uri.clone();
        self.answer(uri, move |asked| showing::signature(asked, &params)).await
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReport> {
        let (agreed, view) = self.view().await?;
        workspace::report(&self.session, &agreed, view, params).await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.answer_written(params.text_document.uri, formatting::document).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.answer_written(params.text_document.uri, move |asked| formatting::ranges(asked, &[params.range])).await
    }

    async fn ranges_formatting(&self, params: DocumentRangesFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.answer_written(params.text_document.uri, move |asked| formatting::ranges(asked, &params.ranges)).await
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.answer(params.text_document.uri.clone(), move |asked| formatting::typed(asked, &params)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<Vec<CodeActionResponse>>> {
        if !actions::are_wanted(&params) {
            return Ok(Some(Vec::new()));
        }
        self.answer(params.text_document.uri.clone(), move |asked| actions::actions(asked, &params)).await
    }

    async fn code_action_resolve(&self, mut action: CodeAction) -> Result<CodeAction> {
        let Some(data) = actions::ActionData::of(&action).filter(|_| action.edit.is_none()) else { return Ok(action) };
        let wanted = action.clone();
        action.edit = self.answer(data.uri.clone(), move |asked| actions::resolved(asked, &data, &wanted)).await?;
        match action.edit {
            Some(_) => Ok(action),
            // The text has changed since: what was offered may mean something else now.
            None => Err(Error::content_modified()),
        }
    }
}
