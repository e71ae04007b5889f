"""The capabilities of a client that can do everything the protocol has, as it would say them in `initialize`."""

_DYNAMIC = {"dynamicRegistration": True}
_MARKUP = ["markdown", "plaintext"]
_LINKS = {"dynamicRegistration": True, "linkSupport": True}
_ALL_SYMBOLS = {"valueSet": list(range(1, 27))}
_DIAGNOSTICS = {
    "relatedInformation": True,
    "tagSupport": {"valueSet": [1, 2]},
    "codeDescriptionSupport": True,
    "dataSupport": True,
}

EVERYTHING = {
    "general": {
        "positionEncodings": ["utf-8", "utf-16", "utf-32"],
        "staleRequestSupport": {"cancel": True, "retryOnContentModified": []},
        "markdown": {"parser": "marked", "version": "1.1.0"},
    },
    "window": {
        "workDoneProgress": True,
        "showDocument": {"support": True},
        "showMessage": {"messageActionItem": {"additionalPropertiesSupport": True}},
    },
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "workspaceFolders": True,
        "didChangeConfiguration": _DYNAMIC,
        "didChangeWatchedFiles": {"dynamicRegistration": True, "relativePatternSupport": True},
        "executeCommand": _DYNAMIC,
        "symbol": {
            "dynamicRegistration": True,
            "symbolKind": _ALL_SYMBOLS,
            "tagSupport": {"valueSet": [1]},
            "resolveSupport": {"properties": ["location.range"]},
        },
        "workspaceEdit": {
            "documentChanges": True,
            "resourceOperations": ["create", "rename", "delete"],
            "failureHandling": "textOnlyTransactional",
            "changeAnnotationSupport": {"groupsOnLabel": True},
            "metadataSupport": True,
            "snippetEditSupport": True,
        },
        "semanticTokens": {"refreshSupport": True},
        "codeLens": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
        "foldingRange": {"refreshSupport": True},
        "diagnostics": {"refreshSupport": True},
        "textDocumentContent": _DYNAMIC,
        "fileOperations": {
            "dynamicRegistration": True,
            "didCreate": True,
            "willCreate": True,
            "didRename": True,
            "willRename": True,
            "didDelete": True,
            "willDelete": True,
        },
    },
    "textDocument": {
        "synchronization": {"dynamicRegistration": True, "didSave": True, "willSave": True},
        "publishDiagnostics": {"versionSupport": True, **_DIAGNOSTICS},
        "diagnostic": {
            "dynamicRegistration": True,
            "relatedDocumentSupport": True,
            "markupMessageSupport": True,
            **_DIAGNOSTICS,
        },
        "hover": {"dynamicRegistration": True, "contentFormat": _MARKUP},
        "completion": {
            "dynamicRegistration": True,
            "contextSupport": True,
            "completionItem": {
                "snippetSupport": True,
                "commitCharactersSupport": True,
                "documentationFormat": _MARKUP,
                "insertReplaceSupport": True,
                "labelDetailsSupport": True,
                "resolveSupport": {"properties": ["documentation", "detail"]},
            },
            "completionList": {"itemDefaults": ["editRange", "insertTextFormat", "data"], "applyKindSupport": True},
        },
        "signatureHelp": {
            "dynamicRegistration": True,
            "contextSupport": True,
            "signatureInformation": {
                "documentationFormat": _MARKUP,
                "parameterInformation": {"labelOffsetSupport": True},
                "activeParameterSupport": True,
                "noActiveParameterSupport": True,
            },
        },
        "declaration": _LINKS,
        "definition": _LINKS,
        "typeDefinition": _LINKS,
        "implementation": _LINKS,
        "references": _DYNAMIC,
        "documentHighlight": _DYNAMIC,
        "documentSymbol": {
            "dynamicRegistration": True,
            "hierarchicalDocumentSymbolSupport": True,
            "symbolKind": _ALL_SYMBOLS,
            "labelSupport": True,
        },
        "codeAction": {
            "dynamicRegistration": True,
            "isPreferredSupport": True,
            "disabledSupport": True,
            "dataSupport": True,
            "honorsChangeAnnotations": True,
            "documentationSupport": True,
            "resolveSupport": {"properties": ["edit"]},
            "codeActionLiteralSupport": {
                "codeActionKind": {"valueSet": ["", "quickfix", "refactor", "source", "source.fixAll"]}
            },
        },
        "codeLens": {"dynamicRegistration": True, "resolveSupport": {"properties": ["command"]}},
        "documentLink": {"dynamicRegistration": True, "tooltipSupport": True},
        "colorProvider": _DYNAMIC,
        "formatting": _DYNAMIC,
        "rangeFormatting": {"dynamicRegistration": True, "rangesSupport": True},
        "onTypeFormatting": _DYNAMIC,
        "rename": {
            "dynamicRegistration": True,
            "prepareSupport": True,
            "prepareSupportDefaultBehavior": 1,
            "honorsChangeAnnotations": True,
        },
        "foldingRange": {
            "dynamicRegistration": True,
            "rangeLimit": 5000,
            "lineFoldingOnly": True,
            "foldingRange": {"collapsedText": True},
        },
        "selectionRange": _DYNAMIC,
        "callHierarchy": _DYNAMIC,
        "typeHierarchy": _DYNAMIC,
        "inlayHint": {
            "dynamicRegistration": True,
            "resolveSupport": {"properties": ["tooltip", "textEdits", "label.tooltip"]},
        },
        "semanticTokens": {
            "dynamicRegistration": True,
            "requests": {"range": True, "full": {"delta": True}},
            "tokenTypes": ["property", "enumMember", "string"],
            "tokenModifiers": ["deprecated"],
            "formats": ["relative"],
            "overlappingTokenSupport": False,
            "multilineTokenSupport": False,
            "augmentsSyntaxTokens": True,
        },
    },
}
