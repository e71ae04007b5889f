//! What is agreed on what the editor shows beside and over a text, and in its lists.

use super::announce;
use crate::server::answers::tokens;
use crate::server::session::Agreed;
use tower_lsp_server::gen_lsp_types::{
    ClientCapabilities, CodeLensOptions, CompletionOptions, DiagnosticTag, InlayHintOptions, MarkupKind,
    SemanticTokensFullDelta, SemanticTokensOptions, ServerCapabilities, ServerCompletionItemOptions,
    SignatureHelpOptions,
};

/// What the editor can show.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::server) struct Showing {
    /// It lays our tokens over the colours of its grammar.
    tokens: bool,
    /// A token may span lines.
    pub(in crate::server) multiline_tokens: bool,
    /// It shows hints.
    hints: bool,
    /// It asks for the tooltip of a hint when it is wanted.
    pub(in crate::server) tooltips_later: bool,
    /// It asks for the edits of a hint when they are wanted.
    pub(in crate::server) hint_edits_later: bool,
    /// It shows lenses.
    lenses: bool,
    /// It runs commands of the server.
    commands: bool,
    /// It shows colours.
    colors: bool,
    /// It grows selections.
    selections: bool,
    /// It shows the parts of what is being written.
    signatures: bool,
    /// A part may be named by where it is in the label.
    pub(in crate::server) label_offsets: bool,
    /// It may be that no part is being written.
    pub(in crate::server) no_active_part: bool,
    /// What is told of a signature may be Markdown.
    pub(in crate::server) signature_markdown: bool,
    /// Messages of findings may be Markdown.
    pub(in crate::server) markdown_messages: bool,
    /// Findings may be shown faded.
    pub(in crate::server) faded: bool,
    /// Folds may say what is shown for them.
    pub(in crate::server) collapsed_text: bool,
    /// What can be told of completions.
    pub(in crate::server) completion: Completion,
    /// What the editor can be told to ask for again.
    pub(in crate::server) refresh: Refresh,
}

/// What can be told of completions.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::server) struct Completion {
    /// A completion can be put in before the rest of a word, or in place of it.
    pub(in crate::server) insert_replace: bool,
    /// Beside its name may stand a few words.
    pub(in crate::server) label_details: bool,
    /// Characters may accept it.
    pub(in crate::server) commit_characters: bool,
    /// What is replaced may be told once for all.
    pub(in crate::server) default_range: bool,
    /// So may the format.
    pub(in crate::server) default_format: bool,
    /// So may what is given back.
    pub(in crate::server) default_data: bool,
    /// So may the characters.
    pub(in crate::server) default_characters: bool,
    /// What is told once can be joined with what is told of each.
    pub(in crate::server) apply_kind: bool,
}

/// What the editor can be told to ask for again, besides hints and lenses.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::server) struct Refresh {
    /// Tokens.
    pub(in crate::server) tokens: bool,
    /// Folds.
    pub(in crate::server) folds: bool,
}

/// What the editor says that it can show.
pub(in crate::server) fn agree(client: &ClientCapabilities) -> Showing {
    let Some(text) = client.text_document.as_ref() else { return Showing::default() };
    let workspace = client.workspace.as_ref();
    let lists = |later: Option<&Vec<String>>, name: &str| later.is_some_and(|later| later.iter().any(|it| it == name));
    let tokens = text.semantic_tokens.as_ref();
    let hints = text.inlay_hint.as_ref();
    let later = hints.and_then(|hints| hints.resolve_support.as_ref()).map(|resolve| &resolve.properties);
    let signature = text.signature_help.as_ref().and_then(|help| help.signature_information.as_ref());
    let findings = [
        text.publish_diagnostics.as_ref().map(|publish| &publish.diagnostics_capabilities),
        text.diagnostic.as_ref().map(|pull| &pull.diagnostics_capabilities),
    ];
    let tags = findings.into_iter().flatten().filter_map(|findings| findings.tag_support.as_ref());
    let markdown = |formats: &Vec<MarkupKind>| formats.first() != Some(&MarkupKind::PlainText);
    Showing {
        tokens: tokens.is_some(),
        multiline_tokens: tokens.and_then(|tokens| tokens.multiline_token_support).unwrap_or(false),
        hints: hints.is_some(),
        tooltips_later: lists(later, "tooltip"),
        hint_edits_later: lists(later, "textEdits"),
        lenses: text.code_lens.is_some(),
        commands: workspace.is_some_and(|workspace| workspace.execute_command.is_some()),
        colors: text.color_provider.is_some(),
        selections: text.selection_range.is_some(),
        signatures: text.signature_help.is_some(),
        label_offsets: signature
            .and_then(|signature| signature.parameter_information.as_ref())
            .and_then(|part| part.label_offset_support)
            .unwrap_or(false),
        no_active_part: signature.and_then(|signature| signature.no_active_parameter_support).unwrap_or(false),
        signature_markdown: signature
            .and_then(|signature| signature.documentation_format.as_ref())
            .is_none_or(markdown),
        markdown_messages: text.diagnostic.as_ref().and_then(|pull| pull.markup_message_support).unwrap_or(false),
        faded: tags.into_iter().any(|tags| tags.value_set.contains(&DiagnosticTag::Unnecessary)),
        collapsed_text: text
            .folding_range
            .as_ref()
            .and_then(|folding| folding.folding_range.as_ref())
            .and_then(|folding| folding.collapsed_text)
            .unwrap_or(false),
        completion: completion(client),
        refresh: Refresh {
            tokens: workspace.and_then(|w| w.semantic_tokens.as_ref()).and_then(|it| it.refresh_support) == Some(true),
            folds: workspace.and_then(|w| w.folding_range.as_ref()).and_then(|it| it.refresh_support) == Some(true),
        },
    }
}

fn completion(client: &ClientCapabilities) -> Completion {
    let Some(completion) = client.text_document.as_ref().and_then(|text| text.completion.as_ref()) else {
        return Completion::default();
    };
    let item = completion.completion_item.as_ref();
    let list = completion.completion_list.as_ref();
    let defaults = |name: &str| {
        let defaults = list.and_then(|list| list.item_defaults.as_ref());
        defaults.is_some_and(|defaults| defaults.iter().any(|known| known == name))
    };
    Completion {
        insert_replace: item.and_then(|item| item.insert_replace_support).unwrap_or(false),
        label_details: item.and_then(|item| item.label_details_support).unwrap_or(false),
        commit_characters: item.and_then(|item| item.commit_characters_support).unwrap_or(false),
        default_range: defaults("editRange"),
        default_format: defaults("insertTextFormat"),
        default_data: defaults("data"),
        default_characters: defaults("commitCharacters"),
        apply_kind: list.and_then(|list| list.apply_kind_support).unwrap_or(false),
    }
}

/// Adds to what we can do what can be shown in an editor of that kind. To one that did not say what it can show, nothing
/// is announced that it could not show.
pub(super) fn add(showing: &Showing, server: &mut ServerCapabilities) {
    server.completion_provider = Some(CompletionOptions {
        // A word is asked for when it is begun anyway; these begin a value, or a part of a path.
        trigger_characters: Some([":", "+", ",", " ", "\"", "/"].map(str::to_owned).to_vec()),
        resolve_provider: Some(true),
        completion_item: showing
            .completion
            .label_details
            .then_some(ServerCompletionItemOptions { label_details_support: Some(true) }),
        ..Default::default()
    });
    server.signature_help_provider = showing.signatures.then(|| SignatureHelpOptions {
        // Parts are parted by blanks, and most begin with a quote.
        trigger_characters: Some([" ", "\""].map(str::to_owned).to_vec()),
        ..Default::default()
    });
    server.semantic_tokens_provider = showing.tokens.then(|| {
        SemanticTokensOptions {
            legend: tokens::legend(),
            range: Some(true.into()),
            full: Some(SemanticTokensFullDelta { delta: Some(true) }.into()),
            ..Default::default()
        }
        .into()
    });
    server.inlay_hint_provider =
        showing.hints.then(|| InlayHintOptions { resolve_provider: Some(true), ..Default::default() }.into());
    server.code_lens_provider =
        showing.lenses.then(|| CodeLensOptions { resolve_provider: Some(true), ..Default::default() });
    server.color_provider = showing.colors.then(|| true.into());
    server.selection_range_provider = showing.selections.then(|| true.into());
}

/// Whether a command of that name can be run: there is one, and the editor runs commands.
pub(in crate::server) fn can_run(agreed: &Agreed, command: &str) -> bool {
    let announced = || announce(agreed).execute_command_provider;
    agreed.showing.commands
        && announced().is_some_and(|commands| commands.commands.iter().any(|known| known == command))
}
