"""What was said between a client and the server, held against the protocol's official types.

A recording has one line for every message: who sent it, and the message. `check` reads each message into the types of
`lsprotocol`, which are generated from the protocol's own model, and writes it out again: what cannot be read is invalid,
and a key that is lost on the way is one that the protocol does not define.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import converters, types

CONVERTER = converters.get_converter()

NOTIFICATIONS = {
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
    "workspace/didChangeWorkspaceFolders",
}
"""What every tour says anyway."""

OWN = ("hypecheck/",)
"""Methods that we add; the protocol lets a server do that, and says nothing of them."""


@dataclass
class Message:
    """One message of a recording."""

    sender: str
    body: dict

    @property
    def method(self) -> str | None:
        return self.body.get("method")


def messages(recording: Path) -> list[Message]:
    """All messages of a recording, in order."""
    lines = recording.read_text(encoding="utf-8").splitlines()
    return [Message(line[0], json.loads(line[2:])) for line in lines]


def check(recording: Path) -> list[str]:
    """What the server said that the protocol does not allow, and what it never answered."""
    problems: list[str] = []
    asked: dict[tuple[str, object], str] = {}
    for message in messages(recording):
        body = message.body
        if message.method is not None:
            if "id" in body:
                asked[message.sender, body["id"]] = message.method
            problems += _problems(message, message.method, body)
        else:
            other = "c" if message.sender == "s" else "s"
            method = asked.pop((other, body.get("id")), None)
            if method is None:
                if body.get("id") is not None:
                    problems.append(f"an answer to a question that nobody asked: {_short(body)}")
            else:
                problems += _problems(message, method, body)
    problems += [f"{method} was never answered" for (sender, _), method in asked.items() if sender == "c"]
    return problems


def registered(recording: Path) -> set[str]:
    """The methods that the server has asked the client to ask or tell, once it was introduced."""
    asked = [message for message in messages(recording) if message.method == "client/registerCapability"]
    return {each["method"] for message in asked for each in message.body["params"]["registrations"]}


def exercised(recording: Path) -> set[str]:
    """The methods that were asked by either side."""
    return {message.method for message in messages(recording) if message.method is not None}


def _problems(message: Message, method: str, body: dict) -> Iterator[str]:
    # What a client says wrong is not ours to mend.
    if message.sender == "c" or method.startswith(OWN):
        return
    if method not in types.METHOD_TO_TYPES:
        yield f"the protocol knows no {method}"
        return
    request, response, _, _ = types.METHOD_TO_TYPES[method]
    if "method" not in body and "result" not in body:
        request = types.ResponseErrorMessage
    elif "method" not in body:
        request = response
    body, actions = _without_actions(method, body)
    for action in actions:
        yield from _problems_of(method, action, types.CodeAction)
    yield from _problems_of(method, body, request)


def _without_actions(method: str, body: dict) -> tuple[dict, list[dict]]:
    """Code actions apart from the rest: `lsprotocol` takes one that runs a command for a bare command."""
    found = body.get("result") if method == "textDocument/codeAction" and "method" not in body else None
    actions = [each for each in found or [] if not isinstance(each.get("command"), str)]
    if not actions:
        return body, []
    return {**body, "result": [each for each in found if each not in actions]}, actions


def _problems_of(method: str, body: dict, request: type) -> Iterator[str]:
    try:
        back = CONVERTER.unstructure(CONVERTER.structure(body, request), request)
    except Exception as error:  # Whatever the converter finds wrong is a finding.
        yield f"{method} is not valid ({_first_line(error)}): {_short(body)}"
        return
    for key in _lost(body, back, method):
        yield f"the protocol does not define {key}"


def _lost(sent: object, read: object, path: str) -> Iterator[str]:
    if isinstance(sent, dict) and isinstance(read, dict):
        for key, value in sent.items():
            if key == "data":
                continue
            if key not in read:
                if value is not None:
                    yield f"{path}/{key}"
            else:
                yield from _lost(value, read[key], f"{path}/{key}")
    elif isinstance(sent, list) and isinstance(read, list):
        for value, back in zip(sent, read):
            yield from _lost(value, back, f"{path}[]")


def _short(body: dict) -> str:
    return json.dumps(body, ensure_ascii=False)[:300]


def _first_line(error: Exception) -> str:
    parts = [f"{type(error).__name__}: {error}".splitlines()[0]]
    parts += [f"{type(inner).__name__}: {inner}".splitlines()[0] for inner in getattr(error, "exceptions", [])]
    return "; ".join(parts)[:300]


if __name__ == "__main__":
    import sys

    found = [problem for recording in sys.argv[1:] for problem in check(Path(recording))]
    print("\n".join(found) or "every message is as the protocol wants it")
    sys.exit(bool(found))
