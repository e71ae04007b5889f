"""The stops of the tour: one question for each method, and what a useful answer has."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import converters, types
from pytest_lsp import LanguageClient

CONVERTER = converters.get_converter()

DEMO = "demo.synergy"
HOUSE = "house.synergy"
UNTIDY = "untidy.synergy"

UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


class Tour:
    """A client in a folder with its files open."""

    def __init__(self, client: LanguageClient, folder: Path, capabilities: types.ServerCapabilities) -> None:
        self.client = client
        self.folder = folder
        self.capabilities = capabilities
        self.encoding = str(getattr(capabilities.position_encoding, "value", capabilities.position_encoding) or "utf-16")
        self.texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.synergy")}

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def begin(self) -> None:
        """Opens every file of the folder."""
        for name, text in sorted(self.texts.items()):
            document = {"uri": self.uri(name), "languageId": "synergy", "version": 1, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})

    async def end(self) -> None:
        """Edits, saves and closes, as at the end of a day."""
        change = {"range": self.range(DEMO, "Revolutionary "), "text": ""}
        document = {"uri": self.uri(DEMO), "version": 2}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        self.tell("textDocument/didSave", {"textDocument": {"uri": self.uri(DEMO)}})
        self.tell("workspace/didChangeWorkspaceFolders", {"event": {"added": [], "removed": []}})
        self.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": self.uri(HOUSE), "type": 2}]})
        for name in self.texts:
            self.tell("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def tell(self, method: str, params: dict[str, Any]) -> None:
        kind = types.METHOD_TO_TYPES[method][2]
        self.client.protocol.notify(method, CONVERTER.structure(params, kind))

    async def ask(self, method: str, params: Any) -> Any:
        kind = types.METHOD_TO_TYPES[method][2]
        if isinstance(params, dict):
            params = CONVERTER.structure(params, kind)
        return await self.client.protocol.send_request_async(method, params)

    async def ask_at(self, method: str, name: str, words: str, **more: Any) -> Any:
        """Asks about the middle of the first place with these words."""
        return await self.ask(method, {**self.place(name, words), **more})

    def document(self, name: str) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri(name)}}

    def place(self, name: str, words: str) -> dict[str, Any]:
        return {**self.document(name), "position": self.position(name, self.index(name, words) + len(words) // 2)}

    def index(self, name: str, words: str) -> int:
        index = self.texts[name].find(words)
        assert index >= 0, f"{words!r} is not in {name}"
        return index

    def position(self, name: str, index: int) -> dict[str, int]:
        before = self.texts[name][:index]
        line = before.rsplit("\n", 1)[-1]
        units = len(line.encode(UNITS[self.encoding])) // {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]
        return {"line": before.count("\n"), "character": units}

    def range(self, name: str, words: str) -> dict[str, Any]:
        start = self.index(name, words)
        return {"start": self.position(name, start), "end": self.position(name, start + len(words))}

    def whole(self, name: str) -> dict[str, Any]:
        end = self.position(name, len(self.texts[name]))
        return {"start": {"line": 0, "character": 0}, "end": end}


STOPS: dict[str, Callable[[Tour], Awaitable[None]]] = {}


def stop(method: str) -> Callable[[Callable[[Tour], Awaitable[None]]], Callable[[Tour], Awaitable[None]]]:
    """Makes a function the stop for a method."""

    def add(function: Callable[[Tour], Awaitable[None]]) -> Callable[[Tour], Awaitable[None]]:
        STOPS[method] = function
        return function

    return add


@stop("textDocument/hover")
async def hover(tour: Tour) -> None:
    found = await tour.ask_at("textDocument/hover", DEMO, "performance + decentralization")
    assert "Low-communication training" in str(found.contents), "a hover tells what the house matrix says of the cell"
    assert await tour.ask_at("textDocument/hover", DEMO, "# The cat") is None


@stop("textDocument/completion")
async def completion(tour: Tour) -> None:
    place = tour.place(DEMO, "instant: ")
    place["position"] = tour.range(DEMO, "claim instant: ")["end"]
    found = await tour.ask("textDocument/completion", place)
    assert "performance + decentralization" in [item.label for item in items(found)]


@stop("completionItem/resolve")
async def completion_resolve(tour: Tour) -> None:
    place = {**tour.document(DEMO), "position": tour.range(DEMO, "claim instant: ")["end"]}
    found = await tour.ask("textDocument/completion", place)
    resolved = await tour.ask("completionItem/resolve", next(item for item in whole(found) if item.data is not None))
    assert resolved.documentation


def items(found: Any) -> list[types.CompletionItem]:
    return found.items if isinstance(found, types.CompletionList) else found


def whole(found: Any) -> list[types.CompletionItem]:
    """The items with what the list tells once for all of them, as a client puts it in that says it takes that."""
    told_once = found.item_defaults.data if isinstance(found, types.CompletionList) and found.item_defaults else None
    joined = told_once is not None and found.apply_kind is not None and found.apply_kind.data == types.ApplyKind.Merge
    for item in items(found):
        own = item.data
        if own is None:
            item.data = told_once
        elif joined:
            item.data = {**fields(told_once), **fields(own)}
    return items(found)


def fields(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else dict(vars(value))


@stop("textDocument/signatureHelp")
async def signature_help(tour: Tour) -> None:
    found = await tour.ask_at("textDocument/signatureHelp", DEMO, "2022-09-02")
    assert found.signatures


async def leads(tour: Tour, method: str, name: str, words: str, to: str) -> None:
    found = await tour.ask_at(method, name, words)
    found = found if isinstance(found, list) else [found]
    uris = [getattr(place, "target_uri", None) or place.uri for place in found]
    assert any(uri.endswith(to) for uri in uris), f"{method} of {words} leads to {uris}"


@stop("textDocument/definition")
async def definition(tour: Tour) -> None:
    await leads(tour, "textDocument/definition", DEMO, "relay-averaging", HOUSE)


@stop("textDocument/declaration")
async def declaration(tour: Tour) -> None:
    await leads(tour, "textDocument/declaration", HOUSE, "performance + decentralization", "matrix.synergy")


@stop("textDocument/typeDefinition")
async def type_definition(tour: Tour) -> None:
    await leads(tour, "textDocument/typeDefinition", DEMO, "averaged", HOUSE)


@stop("textDocument/implementation")
async def implementation(tour: Tour) -> None:
    await leads(tour, "textDocument/implementation", HOUSE, "relay-averaging", DEMO)


@stop("textDocument/references")
async def references(tour: Tour) -> None:
    context = {"includeDeclaration": False}
    found = await tour.ask_at("textDocument/references", HOUSE, "relay-averaging", context=context)
    assert [place.uri.rsplit("/", 1)[-1] for place in found] == [DEMO]


@stop("textDocument/documentHighlight")
async def highlight(tour: Tour) -> None:
    found = await tour.ask_at("textDocument/documentHighlight", DEMO, "relay-averaging")
    assert found


@stop("textDocument/documentSymbol")
async def symbols(tour: Tour) -> None:
    found = await tour.ask("textDocument/documentSymbol", tour.document(DEMO))
    assert "relay" in [symbol.name for symbol in found]


@stop("workspace/symbol")
async def workspace_symbols(tour: Tour) -> None:
    found = await tour.ask("workspace/symbol", {"query": "relay"})
    assert "relay-averaging" in [symbol.name for symbol in found]


async def actions(tour: Tour, words: str, **context: Any) -> list[types.CodeAction]:
    params = {**tour.document(DEMO), "range": tour.range(DEMO, words), "context": {"diagnostics": [], **context}}
    return await tour.ask("textDocument/codeAction", params)


@stop("textDocument/codeAction")
async def code_actions(tour: Tour) -> None:
    found = await actions(tour, "decentralisation")
    assert any("decentralization" in action.title for action in found)
    nothing = await actions(tour, "decentralisation", only=["no.such.kind"])
    assert not nothing


@stop("codeAction/resolve")
async def code_action_resolve(tour: Tour) -> None:
    found = await actions(tour, "decentralisation")
    action = next(action for action in found if "decentralization" in action.title)
    resolved = await tour.ask("codeAction/resolve", action) if action.edit is None else action
    assert resolved.edit


@stop("textDocument/codeLens")
async def code_lens(tour: Tour) -> None:
    assert await tour.ask("textDocument/codeLens", tour.document(DEMO))


@stop("codeLens/resolve")
async def code_lens_resolve(tour: Tour) -> None:
    found = await tour.ask("textDocument/codeLens", tour.document(HOUSE))
    waiting = [lens for lens in found if lens.command is None]
    assert waiting, "a lens that counts over the workspace is resolved when it is looked at"
    resolved = await tour.ask("codeLens/resolve", waiting[0])
    assert resolved.command.title


@stop("textDocument/documentLink")
async def links(tour: Tour) -> None:
    found = await tour.ask("textDocument/documentLink", tour.document(DEMO))
    targets = [link.target or "" for link in found]
    assert any(target.startswith("https://arxiv.org") for target in targets), targets
    assert any(target.endswith(HOUSE) for target in targets), targets


@stop("textDocument/documentColor")
async def colours(tour: Tour) -> None:
    found = await tour.ask("textDocument/documentColor", tour.document(HOUSE))
    assert len(found) == 1


@stop("textDocument/colorPresentation")
async def colour_presentation(tour: Tour) -> None:
    found = (await tour.ask("textDocument/documentColor", tour.document(HOUSE)))[0]
    params = types.ColorPresentationParams(
        text_document=types.TextDocumentIdentifier(tour.uri(HOUSE)), color=found.color, range=found.range
    )
    await tour.ask("textDocument/colorPresentation", params)


FORMATTING = {"options": {"tabSize": 2, "insertSpaces": True}}


@stop("textDocument/formatting")
async def formatting(tour: Tour) -> None:
    found = await tour.ask("textDocument/formatting", {**tour.document(UNTIDY), **FORMATTING})
    assert found


@stop("textDocument/rangeFormatting")
async def range_formatting(tour: Tour) -> None:
    params = {**tour.document(UNTIDY), **FORMATTING, "range": tour.range(UNTIDY, "claim  one")}
    assert await tour.ask("textDocument/rangeFormatting", params)


@stop("textDocument/rangesFormatting")
async def ranges_formatting(tour: Tour) -> None:
    params = {**tour.document(UNTIDY), **FORMATTING, "ranges": [tour.range(UNTIDY, "claim  one")]}
    assert await tour.ask("textDocument/rangesFormatting", params)


@stop("textDocument/onTypeFormatting")
async def on_type_formatting(tour: Tour) -> None:
    position = tour.range(UNTIDY, "hospital.\"\n  }")["end"]
    await tour.ask("textDocument/onTypeFormatting", {**tour.document(UNTIDY), **FORMATTING, "position": position, "ch": "}"})


@stop("textDocument/prepareRename")
async def prepare_rename(tour: Tour) -> None:
    assert await tour.ask_at("textDocument/prepareRename", DEMO, "relay-averaging")


@stop("textDocument/rename")
async def rename(tour: Tour) -> None:
    edit = await tour.ask_at("textDocument/rename", DEMO, "relay-averaging", newName="chain-averaging")
    uris = list(edit.changes or {}) + [change.text_document.uri for change in edit.document_changes or []]
    assert sorted(uri.rsplit("/", 1)[-1] for uri in uris) == [DEMO, HOUSE]


@stop("textDocument/foldingRange")
async def folding(tour: Tour) -> None:
    assert await tour.ask("textDocument/foldingRange", tour.document(DEMO))


@stop("textDocument/selectionRange")
async def selection(tour: Tour) -> None:
    positions = [tour.place(DEMO, "real-time")["position"]]
    found = await tour.ask("textDocument/selectionRange", {**tour.document(DEMO), "positions": positions})
    steps, step = 0, found[0]
    while step is not None:
        steps, step = steps + 1, step.parent
    assert steps >= 4


@stop("workspace/executeCommand")
async def commands(tour: Tour) -> None:
    announced = tour.capabilities.execute_command_provider.commands
    assert "hypecheck.explain" in announced
    explained = await tour.ask("workspace/executeCommand", {"command": "hypecheck.explain", "arguments": ["weak-synergy"]})
    assert "weak" in str(explained)


async def argument(tour: Tour) -> types.CallHierarchyItem:
    return (await tour.ask_at("textDocument/prepareCallHierarchy", DEMO, "averaged"))[0]


@stop("textDocument/prepareCallHierarchy")
async def prepare_call_hierarchy(tour: Tour) -> None:
    assert (await argument(tour)).name


@stop("callHierarchy/incomingCalls")
async def incoming(tour: Tour) -> None:
    assert await tour.ask("callHierarchy/incomingCalls", types.CallHierarchyIncomingCallsParams(await argument(tour)))


@stop("callHierarchy/outgoingCalls")
async def outgoing(tour: Tour) -> None:
    assert await tour.ask("callHierarchy/outgoingCalls", types.CallHierarchyOutgoingCallsParams(await argument(tour)))


async def matrix(tour: Tour) -> types.TypeHierarchyItem:
    return (await tour.ask_at("textDocument/prepareTypeHierarchy", HOUSE, "acme"))[0]


@stop("textDocument/prepareTypeHierarchy")
async def prepare_type_hierarchy(tour: Tour) -> None:
    assert (await matrix(tour)).name


@stop("typeHierarchy/supertypes")
async def supertypes(tour: Tour) -> None:
    assert await tour.ask("typeHierarchy/supertypes", types.TypeHierarchySupertypesParams(await matrix(tour)))


@stop("typeHierarchy/subtypes")
async def subtypes(tour: Tour) -> None:
    above = await tour.ask("typeHierarchy/supertypes", types.TypeHierarchySupertypesParams(await matrix(tour)))
    assert await tour.ask("typeHierarchy/subtypes", types.TypeHierarchySubtypesParams(above[0]))


@stop("textDocument/semanticTokens/full")
async def tokens(tour: Tour) -> None:
    found = await tour.ask("textDocument/semanticTokens/full", tour.document(DEMO))
    assert len(found.data) % 5 == 0 and found.data


@stop("textDocument/semanticTokens/full/delta")
async def tokens_delta(tour: Tour) -> None:
    full = await tour.ask("textDocument/semanticTokens/full", tour.document(DEMO))
    params = {**tour.document(DEMO), "previousResultId": full.result_id}
    found = await tour.ask("textDocument/semanticTokens/full/delta", params)
    assert isinstance(found, types.SemanticTokensDelta) and not found.edits, found


@stop("textDocument/semanticTokens/range")
async def tokens_range(tour: Tour) -> None:
    params = {**tour.document(DEMO), "range": tour.whole(DEMO)}
    assert (await tour.ask("textDocument/semanticTokens/range", params)).data


async def hints(tour: Tour) -> list[types.InlayHint]:
    return await tour.ask("textDocument/inlayHint", {**tour.document(DEMO), "range": tour.whole(DEMO)})


@stop("textDocument/inlayHint")
async def inlay_hints(tour: Tour) -> None:
    assert await hints(tour), "a claim without a stated cell shows the one that was inferred"


@stop("inlayHint/resolve")
async def inlay_hint_resolve(tour: Tour) -> None:
    assert (await tour.ask("inlayHint/resolve", (await hints(tour))[0])).tooltip


@stop("textDocument/diagnostic")
async def pull(tour: Tour) -> None:
    first = await tour.ask("textDocument/diagnostic", tour.document(DEMO))
    assert "unknown-name" in [item.code for item in first.items]
    again = await tour.ask("textDocument/diagnostic", {**tour.document(DEMO), "previousResultId": first.result_id})
    assert again.kind == "unchanged"


@stop("workspace/diagnostic")
async def pull_all(tour: Tour) -> None:
    await tour.ask("workspace/diagnostic", {"previousResultIds": []})


@stop("workspace/textDocumentContent")
async def content(tour: Tour) -> None:
    library, report = tour.capabilities.workspace.text_document_content.schemes
    found = await tour.ask("workspace/textDocumentContent", {"uri": f"{library}:/matrix.synergy"})
    assert "cell" in found.text
    shown = await tour.ask("workspace/textDocumentContent", {"uri": f"{report}:/open-specs.txt"})
    assert "decentralization" in shown.text


@stop("workspace/willRenameFiles")
async def will_rename(tour: Tour) -> None:
    files = [{"oldUri": tour.uri(HOUSE), "newUri": tour.uri("home.synergy")}]
    assert await tour.ask("workspace/willRenameFiles", {"files": files})


@stop("workspace/willCreateFiles")
async def will_create(tour: Tour) -> None:
    await tour.ask("workspace/willCreateFiles", {"files": [{"uri": tour.uri("new.synergy")}]})


@stop("workspace/willDeleteFiles")
async def will_delete(tour: Tour) -> None:
    await tour.ask("workspace/willDeleteFiles", {"files": [{"uri": tour.uri("gone.synergy")}]})


@stop("workspace/didRenameFiles")
async def did_rename(tour: Tour) -> None:
    files = [{"oldUri": tour.uri("a.synergy"), "newUri": tour.uri("b.synergy")}]
    tour.tell("workspace/didRenameFiles", {"files": files})


@stop("workspace/didCreateFiles")
async def did_create(tour: Tour) -> None:
    tour.tell("workspace/didCreateFiles", {"files": [{"uri": tour.uri("new.synergy")}]})


@stop("workspace/didDeleteFiles")
async def did_delete(tour: Tour) -> None:
    tour.tell("workspace/didDeleteFiles", {"files": [{"uri": tour.uri("gone.synergy")}]})
