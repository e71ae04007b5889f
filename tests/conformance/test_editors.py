"""Real editors at work, each with the client that it comes with. All that is said is checked from a recording."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import traffic

HERE = Path(__file__).parent

EDITORS = {
    "neovim": ["nvim", "--headless", "--clean", "-c", f"luafile {HERE / 'session.lua'}"],
    "emacs": ["emacs", "--batch", "-l", str(HERE / "session.el")],
}


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_shows_findings_hovers_and_definitions(
    editor: str, recorded: list[str], workspace: Path, tmp_path: Path
) -> None:
    command = EDITORS[editor]
    assert shutil.which(command[0]), f"{command[0]} is missing; tests/run installs it"
    environment = {**os.environ, "HYPECHECK_COMMAND": "\n".join(recorded), "HOME": str(tmp_path)}
    ended = subprocess.run(command, cwd=workspace, env=environment, capture_output=True, text=True, timeout=120)
    said = ended.stdout + ended.stderr
    assert ended.returncode == 0, said
    assert "FAIL" not in said and said.count("ok ") >= 4, said
    assert traffic.check(tmp_path / "recording") == []
