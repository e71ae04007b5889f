//! What is agreed when an editor introduces itself.

mod showing;

pub(super) use showing::{Refresh, Showing, can_run};

use super::answers::{actions, files, formatting};
use super::session::Agreed;
use super::{commands, library_files, registration, written_maps};
use crate::text::Encoding;
use tower_lsp_server::gen_lsp_types::{
    ChangeNotifications, ClientCapabilities, CodeActionOptions, DocumentLinkOptions, DocumentOnTypeFormattingOptions,
    DocumentRangeFormattingOptions, ExecuteCommandOptions, MarkupKind, PositionEncodingKind, RenameOptions,
    ResourceOperationKind, ServerCapabilities, TextDocumentContent, TextDocumentContentOptions, TextDocumentSyncKind,
    TextDocumentSyncOptions, WorkspaceFoldersServerCapabilities, WorkspaceOptions,
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
    // The editor names them in the order that it likes best.
    let takes_markdown = |formats: &Vec<MarkupKind>| {
        formats.iter().find(|kind| matches!(kind, MarkupKind::Markdown | MarkupKind::PlainText))
            != Some(&MarkupKind::PlainText)
    };
    let hover = text.and_then(|t| t.hover.as_ref()).and_then(|hover| hover.content_format.as_ref());
    let documentation = text
        .and_then(|t| t.completion.as_ref())
        .and_then(|completion| completion.completion_item.as_ref())
        .and_then(|item| item.documentation_format.as_ref());
    let pull = text.and_then(|t| t.diagnostic.as_ref());
    let window = client.window.as_ref();
    let actions = text.and_then(|t| t.code_action.as_ref());
    let edits = workspace.and_then(|w| w.workspace_edit.as_ref());
    let versioned_edits = edits.and_then(|e| e.document_changes).unwrap_or(false);
    let resolves = |properties: &Vec<String>| properties.iter().any(|property| property == "edit");
    let folding = text.and_then(|t| t.folding_range.as_ref());
    Agreed {
        encoding: encoding.unwrap_or(Encoding::Utf16),
        pull: pull.is_some(),
        register_pull: pull.and_then(|pull| pull.dynamic_registration).unwrap_or(false),
        refresh: workspace.and_then(|w| w.diagnostics.as_ref()).and_then(|d| d.refresh_support).unwrap_or(false),
        refresh_hints: workspace.and_then(|w| w.inlay_hint.as_ref()).and_then(|h| h.refresh_support).unwrap_or(false),
        refresh_lenses: workspace.and_then(|w| w.code_lens.as_ref()).and_then(|l| l.refresh_support).unwrap_or(false),
        related_documents: pull.and_then(|pull| pull.related_document_support).unwrap_or(false),
        definition_links: text.and_then(|t| t.definition.as_ref()).and_then(|d| d.link_support).unwrap_or(false),
        declaration_links: text.and_then(|t| t.declaration.as_ref()).and_then(|d| d.link_support).unwrap_or(false),
        type_definition_links: text
            .and_then(|t| t.type_definition.as_ref())
            .and_then(|d| d.link_support)
            .unwrap_or(false),
        implementation_links: text
            .and_then(|t| t.implementation.as_ref())
            .and_then(|d| d.link_support)
            .unwrap_or(false),
        prepares_rename: text.and_then(|t| t.rename.as_ref()).and_then(|r| r.prepare_support).unwrap_or(false),
        link_tooltips: text.and_then(|t| t.document_link.as_ref()).and_then(|l| l.tooltip_support).unwrap_or(false),
        applies_edits: workspace.and_then(|w| w.apply_edit).unwrap_or(false),
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
        watch_settings: workspace
            .and_then(|w| w.did_change_configuration.as_ref())
            .and_then(|c| c.dynamic_registration)
            .unwrap_or(false),
        configuration: workspace.and_then(|w| w.configuration).unwrap_or(false),
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
        data: text
            .and_then(|t| t.publish_diagnostics.as_ref())
            .and_then(|publish| publish.diagnostics_capabilities.data_support)
            .or_else(|| {
                text.and_then(|t| t.diagnostic.as_ref()).and_then(|pull| pull.diagnostics_capabilities.data_support)
            })
            .unwrap_or(false),
        progress: window.and_then(|w| w.work_done_progress).unwrap_or(false),
        show_document: window.and_then(|w| w.show_document.as_ref()).is_some_and(|show| show.support),
        showing: showing::agree(client),
        content: workspace.is_some_and(|w| w.text_document_content.is_some()),
        resolve_edits: actions.is_some_and(|actions| {
            actions.data_support.unwrap_or(false)
                && actions.resolve_support.as_ref().is_some_and(|resolve| resolves(&resolve.properties))
        }),
        disabled_actions: actions.and_then(|actions| actions.disabled_support).unwrap_or(false),
        annotations: versioned_edits
            && edits.is_some_and(|edits| edits.change_annotation_support.is_some())
            && actions.and_then(|actions| actions.honors_change_annotations).unwrap_or(false),
        snippet_edits: versioned_edits && edits.and_then(|edits| edits.snippet_edit_support).unwrap_or(false),
        create_files: versioned_edits
            && edits
                .and_then(|edits| edits.resource_operations.as_ref())
                .is_some_and(|operations| operations.contains(&ResourceOperationKind::Create)),
        action_documentation: actions.and_then(|actions| actions.documentation_support).unwrap_or(false)
            && window.and_then(|w| w.show_document.as_ref()).is_some_and(|show| show.support),
        versioned_edits,
    }
}

/// What we can do for an editor of that kind.
pub(super) fn announce(agreed: &Agreed) -> ServerCapabilities {
    let mut server = ServerCapabilities {
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
        declaration_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        type_definition_provider: Some(true.into()),
        implementation_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        // Only to those who know that one can ask first.
        rename_provider: Some(if agreed.prepares_rename {
            RenameOptions { prepare_provider: Some(true), ..Default::default() }.into()
        } else {
            true.into()
        }),
        document_symbol_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        document_link_provider: Some(DocumentLinkOptions::default()),
        call_hierarchy_provider: Some(true.into()),
        type_hierarchy_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(
            DocumentRangeFormattingOptions { ranges_support: Some(true), ..Default::default() }.into(),
        ),
        document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
            first_trigger_character: formatting::TYPED[0].to_owned(),
            more_trigger_character: Some(formatting::TYPED[1..].iter().map(|&typed| typed.to_owned()).collect()),
        }),
        code_action_provider: Some(
            CodeActionOptions {
                code_action_kinds: Some(actions::kinds()),
                resolve_provider: Some(agreed.resolve_edits),
                documentation: agreed.action_documentation.then(actions::documentation),
                ..Default::default()
            }
            .into(),
        ),
        // Announced only to those who ask: an editor that is sent findings and asks for them shows each twice.
        // One that can be told later is told then, and told anew when the settings change.
        diagnostic_provider: (agreed.pull && !agreed.register_pull).then(|| registration::diagnostics(true).into()),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: commands::names().map(str::to_owned).collect(),
            ..Default::default()
        }),
        workspace: Some(WorkspaceOptions {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(ChangeNotifications::Bool(true)),
            }),
            file_operations: Some(files::operations()),
            text_document_content: agreed.content.then(|| {
                let schemes = [library_files::SCHEME, written_maps::SCHEME].map(str::to_owned).to_vec();
                TextDocumentContent::Options(TextDocumentContentOptions { schemes })
            }),
        }),
        ..Default::default()
    };
    showing::add(&agreed.showing, &mut server);
    server
}
