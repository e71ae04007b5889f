"""A server for each test, with everything that is said written down and checked at the end."""

import os
import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture
def server() -> str:
    """The program that is tested: the one that `HYPECHECK_SERVER` names."""
    path = os.environ.get("HYPECHECK_SERVER")
    assert path, "HYPECHECK_SERVER must name the hypecheck program to test"
    found = shutil.which(path)
    assert found, f"there is no program {path}"
    # The editors are started in another folder.
    return str(Path(found).resolve())


@pytest.fixture
def recorded(server: str, tmp_path: Path) -> list[str]:
    """The command that runs the server and writes down what is said in `recording` beside the workspace."""
    return [sys.executable, str(HERE / "record.py"), str(tmp_path / "recording"), server, "lsp"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with specs of every kind, that a test may change."""
    folder = tmp_path / "workspace"
    shutil.copytree(HERE / "workspace", folder)
    return folder
