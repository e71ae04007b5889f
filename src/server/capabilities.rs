//! What is agreed when an editor introduces itself.

use super::session::Agreed;
use crate::text::Encoding;
use tower_lsp_server::gen_lsp_types::{
    ChangeNotifications, ClientCapabilities, CodeActionKind, CodeActionOptions, CompletionOptions, DiagnosticOptions,
    MarkupKind, PositionEncodingKind, ServerCapabilities, TextDocumentSyncKind, TextDocumentSyncOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

/// What the editor can do, as far as it matters to us.
pub(super) fn agree(client: &ClientCapabilities) -> Agreed {
    let text = client.text_document.as_ref();
    let workspace = client.workspace.as_ref();
    let encodings = client.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    // The editor names them in the order that it likes best; without any, the protocol says UTF-16.
    let encoding = encodings.into_iter().flatten().find_map(|kind| match kind {
        PositionEncodingKind::UTF8 => Some(Encoding::Utf8),
        PositionEncodingKind::UTF16 => Some(Encoding::Utf16),
        PositionEncodingKind::UTF32 => Some(Encoding::Utf32),
        PositionEncodingKind::Custom(_) => None,
    });
    let takes_markdown = |formats: &Vec<MarkupKind>| formats.is_empty() || formats.contains(&MarkupKind::Markdown);
    let hover = text.and_then(|t| t.hover.as_ref()).and_then(|hover| hover.content_format.as_ref());
    let documentation = text
        .and_then(|t| t.completion.as_ref())
        .and_then(|completion| completion.completion_item.as_ref())
        .and_then(|item| item.documentation_format.as_ref());
    let folding = text.and_then(|t| t.folding_range.as_ref());
    Agreed {
        encoding: encoding.unwrap_or(Encoding::Utf16),
        pull: text.is_some_and(|text| text.diagnostic.is_some()),
        refresh: workspace.and_then(|w| w.diagnostics.as_ref()).and_then(|d| d.refresh_support).unwrap_or(false),
        definition_links: text.and_then(|t| t.definition.as_ref()).and_then(|d| d.link_support).unwrap_or(false),
        markdown: hover.is_none_or(takes_markdown),
        // An editor that does not say is taken to show them as it shows hovers.
        markdown_documentation: documentation.or(hover).is_none_or(takes_markdown),
        symbol_tree: text
            .and_then(|t| t.document_symbol.as_ref())
            .and_then(|symbols| symbols.hierarchical_document_symbol_support)
            .unwrap_or(false),
        fold_characters: folding.is_some_and(|folding| !folding.line_folding_only.unwrap_or(false)),
        fold_limit: folding.and_then(|folding| folding.range_limit),
        watch: workspace
            .and_then(|w| w.did_change_watched_files.as_ref())
            .and_then(|w| w.dynamic_registration)
            .unwrap_or(false),
        related: text
            .and_then(|t| t.publish_diagnostics.as_ref())
            .and_then(|publish| publish.diagnostics_capabilities.related_information)
            .or_else(|| {
                text.and_then(|t| t.diagnostic.as_ref())
                    .and_then(|pull| pull.diagnostics_capabilities.related_information)
            })
            .unwrap_or(false),
        snippets: text
            .and_then(|t| t.completion.as_ref())
            .and_then(|completion| completion.completion_item.as_ref())
            .and_then(|item| item.snippet_support)
            .unwrap_or(false),
        versioned_edits: workspace
            .and_then(|w| w.workspace_edit.as_ref())
            .and_then(|e| e.document_changes)
            .unwrap_or(false),
    }
}

/// What we can do for an editor of that kind.
pub(super) fn announce(agreed: &Agreed) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(match agreed.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }),
        text_document_sync: Some(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::Incremental),
                save: Some(true.into()),
                ..Default::default()
            }
            .into(),
        ),
        hover_provider: Some(true.into()),
        completion_provider: Some(CompletionOptions {
            // A word is asked for when it is begun anyway; these begin a value.
            trigger_characters: Some([":", "+", ",", " "].map(str::to_owned).to_vec()),
            resolve_provider: Some(true),
            ..Default::default()
        }),
        definition_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        code_action_provider: Some(
            CodeActionOptions { code_action_kinds: Some(vec![CodeActionKind::QuickFix]), ..Default::default() }.into(),
        ),
        // Announced only to those who ask: an editor that is sent findings and asks for them shows each twice.
        diagnostic_provider: agreed.pull.then(|| {
            DiagnosticOptions {
                identifier: Some("hypecheck".to_owned()),
                inter_file_dependencies: true,
                workspace_diagnostics: false,
                ..Default::default()
            }
            .into()
        }),
        workspace: Some(WorkspaceOptions {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(ChangeNotifications::Bool(true)),
            }),
            ..Default::default()
        }),
        ..Default::default()
    }
}
