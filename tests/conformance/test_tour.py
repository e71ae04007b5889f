"""A tour of everything that the server announces, with the capabilities of several real clients.

Each stop asks one question as an editor would and says what a useful answer has. The client is that of `pytest-lsp`,
which builds every answer from the protocol's types; all that was said is checked once more from a recording. A
capability that is announced and has no stop here fails the tour.
"""

import asyncio
import json
import os
from pathlib import Path

import pytest
from lsprotocol import converters, types
from pytest_lsp import ClientServerConfig, LanguageClient

import announced
import traffic
from everything import EVERYTHING
from stops import STOPS, Tour

CONVERTER = converters.get_converter()

RECORDED = sorted(path.stem for path in (Path(__file__).parent / "clients").glob("*.json"))


def introduction(client: str, workspace: Path) -> types.InitializeParams:
    """What a client says first: as it was recorded from a real one, with the folder that it has open here."""
    said: dict = {"capabilities": {}}
    if client == "everything":
        said["capabilities"] = EVERYTHING
    elif client != "nothing":
        said = json.loads((Path(__file__).parent / "clients" / f"{client}.json").read_text(encoding="utf-8"))
    folder = workspace.as_uri()
    said |= {"processId": os.getpid(), "rootUri": folder, "workspaceFolders": [{"uri": folder, "name": "workspace"}]}
    return CONVERTER.structure(said, types.InitializeParams)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["everything", "nothing", *RECORDED])
async def test_all_that_is_announced_is_answered_as_the_protocol_wants_it(
    name: str, recorded: list[str], workspace: Path, tmp_path: Path
) -> None:
    config = ClientServerConfig(server_command=recorded)
    client: LanguageClient = await config.start()
    settings(client)
    answer = await client.initialize_session(introduction(name, workspace))
    tour = Tour(client, workspace, answer.capabilities)
    await tour.begin()
    promised = announced.methods(answer.capabilities)
    missing = sorted(method for method in promised if method not in STOPS and method not in traffic.NOTIFICATIONS)
    assert not missing, f"announced, and no stop of the tour asks for it: {missing}"
    for method, stop in STOPS.items():
        if method in promised:
            await asyncio.wait_for(stop(tour), timeout=60)
    # What was asked for later: by now it was.
    for method in sorted(traffic.registered(tmp_path / "recording") & STOPS.keys() - promised):
        await asyncio.wait_for(STOPS[method](tour), timeout=60)
    await tour.end()
    await client.shutdown_session()
    await asyncio.sleep(0.2)
    recording = tmp_path / "recording"
    assert traffic.check(recording) == []
    unsaid = promised - traffic.exercised(recording)
    assert not unsaid, f"announced, and nothing in the tour has said it: {sorted(unsaid)}"


def settings(client: LanguageClient) -> None:
    """The client has no settings of its own; what the server asks for stays at its default."""
    client.set_configuration({"hypecheck": {}})
