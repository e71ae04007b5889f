"""The hooks for pre-commit, run by pre-commit itself against this repository."""

import os
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, done, run

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

UNTIDY = 'project demo "Demo" {\n      about "A demo."\n}\n'


@pytest.fixture
def specs(server: Path, tmp_path: Path):
    """A repository with a spec, and a way to run a hook on it with the program that was built on the PATH."""
    folder = tmp_path / "specs"
    folder.mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/hypecheck").symlink_to(server)
    env = {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    done("git", "init", "--quiet", folder)

    def hook(name: str, spec: str | None = None):
        if spec is not None:
            (folder / "demo.synergy").write_text(spec)
            (folder / "notes.txt").write_text(spec)
            done("git", "add", ".", cwd=folder)
        return run("pre-commit", "try-repo", ROOT, name, "--all-files", "--color", "never", cwd=folder, env=env)

    hook.spec = folder / "demo.synergy"
    return hook


def test_pre_commit_reads_the_hooks() -> None:
    done("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")


def test_each_hook_can_be_built_or_be_the_one_that_is_installed() -> None:
    by_name = {hook["id"]: hook for hook in HOOKS}
    assert set(by_name) == {"hypecheck", "hypecheck-fmt", "hypecheck-system", "hypecheck-fmt-system"}
    for name in ["hypecheck", "hypecheck-fmt"]:
        built, installed = by_name[name], by_name[f"{name}-system"]
        assert (built["language"], installed["language"]) == ("rust", "system")
        assert all(built[key] == installed[key] for key in ["name", "entry", "files", "require_serial"])


def test_a_spec_with_an_error_is_stopped(specs) -> None:
    ended = specs("hypecheck-system", 'project demo "Demo" { claim }\n')
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "demo.synergy:1:" in ended.stdout and "notes.txt" not in ended.stdout


def test_a_spec_without_one_passes(specs) -> None:
    ended = specs("hypecheck-system", 'project demo "Demo" {\n  about "A demo."\n}\n')
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "Passed" in ended.stdout


def test_the_formatter_lays_the_spec_out_and_stops_the_commit_once(specs) -> None:
    first = specs("hypecheck-fmt-system", UNTIDY)
    assert first.returncode == 1 and "files were modified by this hook" in first.stdout, first.stdout + first.stderr
    assert specs.spec.read_text() == 'project demo "Demo" {\n  about "A demo."\n}\n'
    assert specs("hypecheck-fmt-system").returncode == 0
