"""Which methods a server promises to answer by what it announces."""

from lsprotocol import types

BY_CAPABILITY: dict[str, list[str]] = {
    "text_document_sync": ["textDocument/didOpen", "textDocument/didChange", "textDocument/didClose"],
    "completion_provider": ["textDocument/completion"],
    "hover_provider": ["textDocument/hover"],
    "signature_help_provider": ["textDocument/signatureHelp"],
    "declaration_provider": ["textDocument/declaration"],
    "definition_provider": ["textDocument/definition"],
    "type_definition_provider": ["textDocument/typeDefinition"],
    "implementation_provider": ["textDocument/implementation"],
    "references_provider": ["textDocument/references"],
    "document_highlight_provider": ["textDocument/documentHighlight"],
    "document_symbol_provider": ["textDocument/documentSymbol"],
    "code_action_provider": ["textDocument/codeAction"],
    "code_lens_provider": ["textDocument/codeLens"],
    "document_link_provider": ["textDocument/documentLink"],
    "color_provider": ["textDocument/documentColor", "textDocument/colorPresentation"],
    "workspace_symbol_provider": ["workspace/symbol"],
    "document_formatting_provider": ["textDocument/formatting"],
    "document_range_formatting_provider": ["textDocument/rangeFormatting"],
    "document_on_type_formatting_provider": ["textDocument/onTypeFormatting"],
    "rename_provider": ["textDocument/rename"],
    "folding_range_provider": ["textDocument/foldingRange"],
    "selection_range_provider": ["textDocument/selectionRange"],
    "execute_command_provider": ["workspace/executeCommand"],
    "call_hierarchy_provider": [
        "textDocument/prepareCallHierarchy",
        "callHierarchy/incomingCalls",
        "callHierarchy/outgoingCalls",
    ],
    "linked_editing_range_provider": ["textDocument/linkedEditingRange"],
    "semantic_tokens_provider": [],
    "moniker_provider": ["textDocument/moniker"],
    "type_hierarchy_provider": [
        "textDocument/prepareTypeHierarchy",
        "typeHierarchy/supertypes",
        "typeHierarchy/subtypes",
    ],
    "inline_value_provider": ["textDocument/inlineValue"],
    "inlay_hint_provider": ["textDocument/inlayHint"],
    "diagnostic_provider": ["textDocument/diagnostic"],
    "inline_completion_provider": ["textDocument/inlineCompletion"],
}

RESOLVED = {
    "completion_provider": "completionItem/resolve",
    "code_action_provider": "codeAction/resolve",
    "code_lens_provider": "codeLens/resolve",
    "document_link_provider": "documentLink/resolve",
    "workspace_symbol_provider": "workspaceSymbol/resolve",
    "inlay_hint_provider": "inlayHint/resolve",
}

FILE_OPERATIONS = {
    "did_create": "workspace/didCreateFiles",
    "will_create": "workspace/willCreateFiles",
    "did_rename": "workspace/didRenameFiles",
    "will_rename": "workspace/willRenameFiles",
    "did_delete": "workspace/didDeleteFiles",
    "will_delete": "workspace/willDeleteFiles",
}


def methods(capabilities: types.ServerCapabilities) -> set[str]:
    """Every method that these capabilities promise."""
    found: set[str] = set()
    for name in vars_of(capabilities):
        provider = getattr(capabilities, name)
        if not provider or name in ("position_encoding", "workspace", "experimental", "notebook_document_sync"):
            continue
        found.update(BY_CAPABILITY[name])
        if getattr(provider, "resolve_provider", None):
            found.add(RESOLVED[name])
        if getattr(provider, "prepare_provider", None):
            found.add("textDocument/prepareRename")
        if getattr(provider, "workspace_diagnostics", None):
            found.add("workspace/diagnostic")
        if getattr(provider, "ranges_support", None):
            found.add("textDocument/rangesFormatting")
        if getattr(provider, "save", None):
            found.add("textDocument/didSave")
        if name == "semantic_tokens_provider":
            found.update(_tokens(provider))
    workspace = capabilities.workspace
    if workspace is not None:
        if workspace.workspace_folders and workspace.workspace_folders.change_notifications:
            found.add("workspace/didChangeWorkspaceFolders")
        if workspace.text_document_content:
            found.add("workspace/textDocumentContent")
        if workspace.file_operations:
            found.update(
                method for name, method in FILE_OPERATIONS.items() if getattr(workspace.file_operations, name)
            )
    return found


def _tokens(provider: types.SemanticTokensOptions) -> set[str]:
    found = set()
    if provider.full:
        found.add("textDocument/semanticTokens/full")
        if getattr(provider.full, "delta", None):
            found.add("textDocument/semanticTokens/full/delta")
    if provider.range:
        found.add("textDocument/semanticTokens/range")
    return found


def vars_of(value: object) -> list[str]:
    """The names of the fields of one of the protocol's types."""
    return [field.name for field in value.__attrs_attrs__]
