"""The crates as they are published: what is in them is enough to build them."""

import json
import os
import tarfile
from pathlib import Path

import pytest
from conftest import ROOT, done


@pytest.fixture(scope="module")
def crates(tmp_path_factory: pytest.TempPathFactory, version: str) -> dict[str, Path]:
    """Both crates, packed and unpacked."""
    target = tmp_path_factory.mktemp("package")
    done("cargo", "package", "--workspace", "--no-verify", "--locked", "--allow-dirty", "--target-dir", target, cwd=ROOT)
    for name in ["hypecheck", "tree-sitter-synergy"]:
        with tarfile.open(target / f"package/{name}-{version}.crate") as packed:
            packed.extractall(target, filter="data")
    return {name: target / f"{name}-{version}" for name in ["hypecheck", "tree-sitter-synergy"]}


def test_the_crates_build_from_what_is_in_them(crates: dict[str, Path]) -> None:
    # The grammar's crate comes from its own package, as it would from where it was published.
    patch = f'patch.crates-io.tree-sitter-synergy.path="{crates["tree-sitter-synergy"]}"'
    done("cargo", "check", "--offline", "--config", patch, cwd=crates["hypecheck"])
    metadata = json.loads(done("cargo", "metadata", "--offline", "--format-version", "1", "--config", patch, cwd=crates["hypecheck"]))
    (grammar,) = [package for package in metadata["packages"] if package["name"] == "tree-sitter-synergy"]
    assert Path(grammar["manifest_path"]).parent == crates["tree-sitter-synergy"]


def test_the_crates_carry_their_licences_and_nothing_that_only_tests_need(crates: dict[str, Path]) -> None:
    for folder in crates.values():
        names = {path.name for path in folder.iterdir()}
        assert {"LICENSE-MIT", "LICENSE-APACHE", "README.md"} <= names
        assert not {"tests", "test", "examples", "editors", ".packages", ".github"} & names


def test_cargo_installs_the_program(tmp_path: Path, version: str) -> None:
    # As in the README, but without what makes a release slow to build.
    done("cargo", "install", "--path", ".", "--locked", "--debug", "--no-track", "--root", tmp_path, cwd=ROOT)
    assert done(tmp_path / "bin/hypecheck", "--version") == f"hypecheck {version}\n"
    assert os.listdir(tmp_path / "bin") == ["hypecheck"]


def test_the_libraries_are_those_that_may_go_into_a_package() -> None:
    done("cargo-deny", "--offline", "check", "licenses", "bans", "sources", cwd=ROOT)
