"""What the tests of the packages share: the program that was built, and stand-ins for those of other machines."""

import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def server() -> Path:
    """The program that is packed: the one that `HYPECHECK_SERVER` names."""
    path = os.environ.get("HYPECHECK_SERVER")
    assert path, "HYPECHECK_SERVER must name the hypecheck program to pack"
    found = shutil.which(path)
    assert found, f"there is no program {path}"
    return Path(found).resolve()


@pytest.fixture(scope="session")
def version() -> str:
    """The version that everything has."""
    return re.search(r'^version = "(.+)"$', (ROOT / "Cargo.toml").read_text(), re.MULTILINE)[1]


@pytest.fixture(scope="session")
def target() -> str:
    """The target whose packages run on this machine."""
    return f"{'aarch64' if os.uname().machine == 'aarch64' else 'x86_64'}-unknown-linux-musl"


def run(*command: object, cwd: Path | None = None, env: dict | None = None, stdin: str = "") -> subprocess.CompletedProcess:
    """Runs a command to its end, whatever its exit code; `env` goes on top of what is there."""
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**os.environ, **(env or {})}, input=stdin, capture_output=True, text=True
    )


def done(*command: object, **how) -> str:
    """What a command says that has to end well."""
    ended = run(*command, **how)
    assert ended.returncode == 0, f"{command}\n{ended.stdout}\n{ended.stderr}"
    return ended.stdout


def pack(*arguments: object) -> subprocess.CompletedProcess:
    """Runs the script that packs."""
    return run("node", ROOT / ".packages/pack.mjs", *arguments, env={"PYTHON": sys.executable})


def packed(*arguments: object) -> list[Path]:
    """The packages that it made."""
    ended = pack(*arguments)
    assert ended.returncode == 0, ended.stderr
    return [Path(line) for line in ended.stdout.splitlines()]


def stand_in(path: Path, system: str, cpu: str, loader: str = "") -> Path:
    """A file that begins as a program for another machine does; nothing in it can be run."""
    if system == "linux":
        machine = {"x64": 0x3E, "arm64": 0xB7}[cpu]
        name = loader.encode() + b"\0"
        ident = b"\x7fELF\x02\x01\x01" + bytes(9)
        header = struct.pack("<HHIQQQIHHHHHH", 2, machine, 1, 0, 64, 0, 0, 64, 56, 1 if loader else 0, 64, 0, 0)
        interpreter = struct.pack("<IIQQQQQQ", 3, 4, 120, 0, 0, len(name), len(name), 1)
        content = ident + header + (interpreter + name if loader else b"")
    elif system == "darwin":
        content = struct.pack("<II", 0xFEEDFACF, {"x64": 0x01000007, "arm64": 0x0100000C}[cpu])
    else:
        machine = {"x64": 0x8664, "arm64": 0xAA64}[cpu]
        content = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine)
    path.write_bytes(content.ljust(256, b"\0"))
    return path
