"""Archives, npm packages, wheels and VS Code packages: what is in them, and that what is installed from them runs."""

import json
import signal
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT, done, pack, packed, run, stand_in

TARGETS = json.loads((ROOT / ".packages/targets.json").read_text())


@pytest.fixture(scope="module")
def packages(server: Path, target: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One package of each kind with the program that was built here, which need not be static for this."""
    out = tmp_path_factory.mktemp("packages")
    made = packed("archive", "npm", "npm-main", "wheel", "image", "--target", target, "--binary", server, "--out", out, "--allow-dynamic")
    return dict(zip(["archive", "npm", "npm-main", "wheel", "image"], made, strict=True))


def test_the_archive_holds_the_program_and_the_papers(packages: dict[str, Path], version: str, target: str, tmp_path: Path) -> None:
    with tarfile.open(packages["archive"]) as archive:
        archive.extractall(tmp_path, filter="data")
    folder = tmp_path / f"hypecheck-{version}-{target}"
    assert sorted(path.name for path in folder.iterdir()) == [
        "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "THIRD-PARTY-LICENSES.txt", "hypecheck",
    ]
    assert done(folder / "hypecheck", "--version") == f"hypecheck {version}\n"


def test_the_licences_are_those_of_what_is_linked_and_of_nothing_else(packages: dict[str, Path]) -> None:
    text = (packages["image"] / "THIRD-PARTY-LICENSES.txt").read_text()
    for linked in ["tree-sitter 0.", "tower-lsp-server 0.", "serde_json 1."]:
        assert f"\n{linked}" in text
    for not_linked in ["\nproptest 1.", "\ninsta 1.", "\nwindows-sys 0.", "\ncc 1."]:
        assert not_linked not in text
    # The font is no library.
    assert "DejaVu Sans (Bitstream Vera)\n\n" in text
    assert "Permission is hereby granted" in text


@pytest.fixture(scope="module")
def npm_folder(packages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which both npm packages are installed, without a network."""
    folder = tmp_path_factory.mktemp("npm")
    (folder / "package.json").write_text('{ "private": true }')
    done("npm", "install", "--offline", "--no-audit", "--no-fund", packages["npm"], packages["npm-main"], cwd=folder)
    return folder


def test_npx_runs_what_npm_installed(npm_folder: Path, version: str) -> None:
    assert done("npx", "--offline", "hypecheck", "--version", cwd=npm_folder) == f"hypecheck {version}\n"


def test_the_launcher_passes_on_what_is_said_and_how_it_ended(npm_folder: Path) -> None:
    ended = run("npx", "--offline", "hypecheck", "check", "-", cwd=npm_folder, stdin='project demo "Demo" { claim }')
    assert ended.returncode == 1
    assert "error[" in ended.stdout
    assert run("npx", "--offline", "hypecheck", "check", "--nonsense", cwd=npm_folder).returncode == 2


def test_a_launcher_that_is_ended_takes_the_program_with_it(npm_folder: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.sh"
    program.write_text("#!/bin/sh\necho $$\nexec sleep 600\n")
    program.chmod(0o755)
    launcher = subprocess.Popen(
        ["node", npm_folder / "node_modules/hypecheck/hypecheck.js"],
        env={"HYPECHECK_BINARY": str(program), "PATH": "/usr/bin:/bin"}, stdout=subprocess.PIPE, text=True,
    )
    process = int(launcher.stdout.readline())
    launcher.send_signal(signal.SIGTERM)
    assert launcher.wait(timeout=60) == 128 + signal.SIGTERM
    # The process was the launcher's child and is reaped by it.
    assert not Path(f"/proc/{process}").exists()


def test_so_does_one_that_is_ended_as_soon_as_the_program_is_there(npm_folder: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.sh"
    program.write_text("#!/bin/sh\necho $$\nkill -TERM $PPID\nexec sleep 600\n")
    program.chmod(0o755)
    for _ in range(30):
        ended = subprocess.run(
            ["node", npm_folder / "node_modules/hypecheck/hypecheck.js"],
            env={"HYPECHECK_BINARY": str(program), "PATH": "/usr/bin:/bin"}, stdout=subprocess.PIPE, text=True, timeout=60,
        )
        assert ended.returncode == 128 + signal.SIGTERM
        assert not Path(f"/proc/{int(ended.stdout)}").exists()


def test_a_launcher_without_the_program_says_what_to_do(packages: dict[str, Path], tmp_path: Path) -> None:
    with tarfile.open(packages["npm-main"]) as archive:
        archive.extractall(tmp_path, filter="data")
    ended = run("node", tmp_path / "package/hypecheck.js", "--version")
    assert ended.returncode == 2
    assert "@hypecheck/linux-" in ended.stderr and "install again" in ended.stderr


def test_the_main_npm_package_asks_for_each_platform_in_its_own_version(packages: dict[str, Path], version: str) -> None:
    with tarfile.open(packages["npm-main"]) as archive:
        manifest = json.load(archive.extractfile("package/package.json"))
    assert manifest["version"] == version
    assert manifest["optionalDependencies"] == {f"@hypecheck/{row['os']}-{row['cpu']}": version for row in TARGETS}
    assert "scripts" not in manifest and "dependencies" not in manifest


def test_pip_installs_the_wheel_and_the_program_runs(packages: dict[str, Path], version: str, tmp_path: Path) -> None:
    done(sys.executable, "-m", "venv", "--without-pip", tmp_path)
    python = tmp_path / "bin/python"
    done(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", packages["wheel"])
    assert done(tmp_path / "bin/hypecheck", "--version") == f"hypecheck {version}\n"


@pytest.mark.parametrize("row", TARGETS, ids=lambda row: row["target"])
def test_packages_of_every_platform_name_it(row: dict, version: str, tmp_path: Path) -> None:
    program = stand_in(tmp_path / "program", row["os"], row["cpu"])
    npm, wheel = packed("npm", "wheel", "--target", row["target"], "--binary", program, "--out", tmp_path / "out")
    name = "hypecheck.exe" if row["os"] == "win32" else "hypecheck"
    with tarfile.open(npm) as archive:
        manifest = json.load(archive.extractfile("package/package.json"))
        assert archive.getmember(f"package/{name}").mode & 0o111
    assert (manifest["os"], manifest["cpu"]) == ([row["os"]], [row["cpu"]])
    with zipfile.ZipFile(wheel) as archive:
        said = archive.read(f"hypecheck-{version}.dist-info/WHEEL").decode()
        assert f"hypecheck-{version}.data/scripts/{name}" in archive.namelist()
    assert sorted(line[5:] for line in said.splitlines() if line.startswith("Tag: ")) == sorted(
        f"py3-none-{tag}" for tag in row["wheel"].split(".")
    )


@pytest.mark.parametrize(("target", "system", "cpu"), [("linux-arm64", "linux", "arm64"), ("alpine-x64", "linux", "x64"), ("win32-arm64", "win32", "arm64")])
def test_the_extension_is_packed_for_other_platforms(target: str, system: str, cpu: str, tmp_path: Path) -> None:
    program = stand_in(tmp_path / "program", system, cpu)
    out = tmp_path / "hypecheck.vsix"
    done("npm", "run", "--silent", "package", "--", "--server", program, "--target", target, "--out", out, cwd=ROOT / "editors/vscode")
    with zipfile.ZipFile(out) as package:
        manifest = ElementTree.fromstring(package.read("extension.vsixmanifest"))
        identity = manifest.find(".//{*}Identity")
        assert identity.get("TargetPlatform") == target
        name = "hypecheck.exe" if system == "win32" else "hypecheck"
        assert package.read(f"extension/server/{name}") == program.read_bytes()
        licences = package.read("extension/dist/THIRD-PARTY-LICENSES.txt").decode()
    assert "vscode-languageclient" in licences and "tower-lsp-server" in licences


def test_all_platforms_of_the_extension_are_packed_by_some_target() -> None:
    assert sorted(platform for row in TARGETS for platform in row["vsix"]) == sorted(
        f"{system}-{cpu}" for system in ["alpine", "darwin", "linux", "win32"] for cpu in ["arm64", "x64"]
    )


@pytest.mark.parametrize(
    ("target", "loader", "why"),
    [
        ("darwin-x64", "", "is a program for linux-x64, not for darwin-x64"),
        ("alpine-x64", "/lib64/ld-linux-x86-64.so.2", "needs /lib64/ld-linux-x86-64.so.2, which Alpine does not have"),
        ("linux-mips", "", "There is no target linux-mips"),
    ],
)
def test_the_extension_is_not_packed_with_a_server_that_would_not_start(target: str, loader: str, why: str, tmp_path: Path) -> None:
    program = stand_in(tmp_path / "program", "linux", "x64", loader)
    script = ROOT / "editors/vscode/scripts/package.mjs"
    ended = run("node", script, "--server", program, "--target", target, "--out", tmp_path / "hypecheck.vsix")
    assert ended.returncode == 1
    assert why in ended.stderr
    assert not (tmp_path / "hypecheck.vsix").exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "name what to pack"),
        (["zip", "--out", "OUT"], "there is no package `zip`"),
        (["archive", "--target", "sparc", "--binary", "PROGRAM", "--out", "OUT"], "there is no target `sparc`"),
        (["archive", "--target", "x86_64-unknown-linux-musl", "--out", "OUT"], "--binary FILE is missing"),
        (["archive", "--binary", "PROGRAM", "--out", "OUT"], "--target TARGET is missing"),
        (["archive", "--target", "x86_64-unknown-linux-musl", "--binary", "PROGRAM"], "--out FOLDER is missing"),
        (["archive", "--target", "x86_64-unknown-linux-musl", "--binary", "NOWHERE", "--out", "OUT"], "there is no file"),
        (["archive", "--target", "x86_64-unknown-linux-musl", "--binary", "TEXT", "--out", "OUT"], "is no program for Linux, macOS or Windows"),
        (["archive", "--target", "aarch64-apple-darwin", "--binary", "PROGRAM", "--out", "OUT"], "is a program for linux-x64, not for darwin-arm64"),
        (["archive", "--target", "x86_64-unknown-linux-musl", "--binary", "DYNAMIC", "--out", "OUT"], "needs the loader /lib/ld.so"),
        (["image", "--target", "aarch64-apple-darwin", "--binary", "MAC", "--out", "OUT"], "an image is for Linux"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_what_cannot_be_packed_is_refused_with_the_reason(arguments: list[str], why: str, tmp_path: Path) -> None:
    (tmp_path / "TEXT").write_text("no program")
    stand_in(tmp_path / "PROGRAM", "linux", "x64")
    stand_in(tmp_path / "DYNAMIC", "linux", "x64", loader="/lib/ld.so")
    stand_in(tmp_path / "MAC", "darwin", "arm64")
    ended = pack(*[str(tmp_path / part) if part.isupper() else part for part in arguments])
    assert ended.returncode == 2
    assert why in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert list((tmp_path / "OUT").glob("*")) == []
