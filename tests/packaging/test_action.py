"""The script of the GitHub Action, with stand-ins for GitHub, for what it downloads, and for hypecheck's output."""

import hashlib
import io
import os
import tarfile
from pathlib import Path

import pytest
from conftest import ROOT, run

SCRIPT = ROOT / ".packages/action/hypecheck.sh"


class Runner:
    """A machine of GitHub's, as far as the script sees one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.temp = folder / "temp"
        self.released = folder / "released"
        for each in [self.bin, self.temp, self.released]:
            each.mkdir()
        self.env = {
            "PATH": f"{self.bin}:/usr/bin:/bin",
            "CALLS": str(folder / "calls"),
            "RELEASED": str(self.released),
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_REPOSITORY": "acme/specs",
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_PATH": str(folder / "path"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        }
        # Serves what was released, and answers as a server without the file does.
        self.program("curl", 'for last; do :; done; while [ "$1" != --output ]; do shift; done\n'
                     'if [ -f "$RELEASED/${last##*/}" ]; then cp "$RELEASED/${last##*/}" "$2"; else exit 22; fi')
        self.program("cargo")

    def program(self, name: str, body: str = "") -> None:
        """A program that writes down how it was called, one argument a line, and then does what it is told."""
        path = self.bin / name
        path.write_text(f'#!/bin/bash\nprintf "%s\\n" {name} "$@" --- >>"$CALLS"\n{body}\n')
        path.chmod(0o755)

    def run(self, command: str, **env: str):
        return run("bash", SCRIPT, command, cwd=self.folder, env={**self.env, **env})

    def calls(self, name: str) -> list[list[str]]:
        """How a program was called."""
        path = Path(self.env["CALLS"])
        every = path.read_text().split("---\n") if path.exists() else []
        return [call.splitlines()[1:] for call in every if call.splitlines()[:1] == [name]]

    def wrote(self, name: str) -> str:
        path = self.folder / name
        return path.read_text() if path.exists() else ""

    def release(self, archive: str, sums: str | None = None) -> None:
        """Puts a release there, with the sums that it says it has."""
        path = self.released / archive
        with tarfile.open(path, "w:gz") as packed:
            content = b"#!/bin/sh\necho released\n"
            member = tarfile.TarInfo(f"{archive.removesuffix('.tar.gz')}/hypecheck")
            member.size, member.mode = len(content), 0o755
            packed.addfile(member, io.BytesIO(content))
        sums = sums or f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {archive}\n"
        (self.released / "SHA256SUMS").write_text(sums)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@pytest.mark.parametrize(
    ("system", "cpu", "target"),
    [
        ("Linux", "X64", "x86_64-unknown-linux-musl"),
        ("Linux", "ARM64", "aarch64-unknown-linux-musl"),
        ("macOS", "ARM64", "aarch64-apple-darwin"),
        ("Windows", "X64", "x86_64-pc-windows-msvc"),
    ],
)
def test_the_release_for_this_machine_is_installed(runner: Runner, system: str, cpu: str, target: str) -> None:
    runner.release(f"hypecheck-1.2.3-{target}.tar.gz")
    ended = runner.run("install", INPUT_VERSION="v1.2.3", RUNNER_OS=system, RUNNER_ARCH=cpu)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    installed = Path(runner.wrote("path").strip())
    assert run(installed / "hypecheck").stdout == "released\n"
    assert runner.wrote("output") == "version=1.2.3\n"
    assert runner.calls("curl")[0][-1].endswith(f"/hypecheck/hypecheck/releases/download/v1.2.3/hypecheck-1.2.3-{target}.tar.gz")
    assert runner.calls("cargo") == []


def test_without_a_version_it_is_that_of_the_action(runner: Runner, version: str) -> None:
    runner.release(f"hypecheck-{version}-x86_64-unknown-linux-musl.tar.gz")
    assert runner.run("install", INPUT_VERSION="").returncode == 0
    assert runner.wrote("output") == f"version={version}\n"


def test_a_release_that_was_tampered_with_is_refused_and_not_built_instead(runner: Runner) -> None:
    archive = "hypecheck-1.2.3-x86_64-unknown-linux-musl.tar.gz"
    runner.release(archive, sums=f"{'0' * 64}  {archive}\n")
    ended = runner.run("install", INPUT_VERSION="1.2.3")
    assert ended.returncode == 2
    assert f"{archive} is not what SHA256SUMS says" in ended.stdout
    assert runner.wrote("path") == "" and runner.calls("cargo") == []


def test_sums_that_do_not_name_the_release_are_no_sums(runner: Runner) -> None:
    runner.release("hypecheck-1.2.3-x86_64-unknown-linux-musl.tar.gz", sums=f"{'0' * 64}  another.tar.gz\n")
    ended = runner.run("install", INPUT_VERSION="1.2.3")
    assert (ended.returncode, runner.calls("cargo")) == (2, [])
    assert "does not name" in ended.stdout


def test_what_was_not_released_is_built_from_the_sources_of_the_action(runner: Runner, version: str) -> None:
    assert runner.run("install", INPUT_VERSION="").returncode == 0
    assert runner.calls("cargo") == [["install", "--path", str(ROOT), "--locked", "--root", f"{runner.temp}/hypecheck"]]
    assert runner.wrote("path") == f"{runner.temp}/hypecheck/bin\n"


def test_another_version_that_was_not_released_here_is_built_as_it_was_published(runner: Runner) -> None:
    assert runner.run("install", INPUT_VERSION="0.0.9", RUNNER_OS="Plan9").returncode == 0
    assert runner.calls("cargo") == [["install", "hypecheck", "--version", "=0.0.9", "--locked", "--root", f"{runner.temp}/hypecheck"]]
    assert runner.calls("curl") == []


@pytest.mark.parametrize("version", ["latest", "1.2", "1.2.3/../../evil", "1.2.3; rm -rf /", "$(id)", "1.2.3 4"])
def test_a_version_that_is_none_is_refused_before_anything_is_asked_for(runner: Runner, version: str) -> None:
    ended = runner.run("install", INPUT_VERSION=version)
    assert ended.returncode == 2
    assert "must be like 0.1.0" in ended.stdout
    assert runner.calls("curl") == runner.calls("cargo") == []


# Writes what `hypecheck check` writes, to where it is told to.
CHECK = """
for argument; do case $argument in sarif=*) echo '{"runs": []}' >"${argument#*=}" ;; markdown=*) echo '# Findings' >"${argument#*=}" ;; esac; done
exit "${CODE:-0}"
"""


def test_check_says_how_it_ended_and_fails_only_with_the_last_step(runner: Runner) -> None:
    runner.program("hypecheck", CHECK)
    ended = runner.run("check", INPUT_PATHS="specs\nmore specs\n\n", INPUT_FAIL_ON="warning", CODE="1")
    assert ended.returncode == 0
    sarif, summary = f"{runner.temp}/hypecheck.sarif", f"{runner.temp}/hypecheck-summary.md"
    assert runner.calls("hypecheck") == [[
        "check", "--color", "never", "--fail-on", "warning", "--format", "github", "--format", f"sarif={sarif}",
        "--format", f"markdown={summary}", "--", "specs", "more specs",
    ]]
    assert runner.wrote("output") == f"exit-code=1\nsarif={sarif}\n"
    assert runner.wrote("summary") == "# Findings\n"


def test_check_without_annotations_and_summary_shows_the_log_alone(runner: Runner) -> None:
    runner.program("hypecheck", CHECK)
    assert runner.run("check", INPUT_ANNOTATIONS="false", INPUT_SUMMARY="false").returncode == 0
    (call,) = runner.calls("hypecheck")
    assert "human" in call and "github" not in call and call[-1] == "."
    assert runner.wrote("summary") == ""


def test_a_path_that_looks_like_an_option_or_a_command_is_a_path(runner: Runner) -> None:
    runner.program("hypecheck", CHECK)
    assert runner.run("check", INPUT_PATHS="--help\n$(touch owned)\n*").returncode == 0
    (call,) = runner.calls("hypecheck")
    assert call[call.index("--") + 1:] == ["--help", "$(touch owned)", "*"]
    assert not (runner.folder / "owned").exists()


def test_a_run_that_could_not_be_done_leaves_no_old_findings_to_send(runner: Runner) -> None:
    (runner.temp / "hypecheck.sarif").write_text("of another run")
    runner.program("hypecheck", "exit 2")
    assert runner.run("check").returncode == 0
    assert runner.wrote("output") == "exit-code=2\n"


def test_a_summary_that_github_would_refuse_is_shortened_at_a_line(runner: Runner) -> None:
    runner.program("hypecheck", 'for a; do case $a in markdown=*) yes "a finding in a line" | head -n 60000 >"${a#*=}" ;; esac; done')
    assert runner.run("check").returncode == 0
    summary = runner.wrote("summary")
    assert len(summary) < 1024 * 1024
    assert set(summary.splitlines()) == {"a finding in a line", "", "_Shortened: there is more than GitHub shows._"}


# Answers with the comments that are there, and writes down what it is given as a body.
GH = """
case $* in
  *--paginate*) printf '%s' "${COMMENTS:-}" ;;
  *) for argument; do case $argument in body=@*) cp "${argument#body=@}" "$RUNNER_TEMP/sent" ;; esac; done ;;
esac
"""


@pytest.fixture
def pull_request(runner: Runner) -> Runner:
    runner.program("gh", GH)
    runner.program("git")
    runner.env |= {"BASE": "abc123", "NUMBER": "7", "INPUT_PATHS": "specs"}
    return runner


# What `hypecheck diff` writes where a claim moved, and where none did.
MOVED = "<!-- hypecheck diff -->\n### Claims\n\n#### Judged worse\n"
UNMOVED = "<!-- hypecheck diff -->\n### Claims\n"


def test_the_first_claims_that_move_are_told_in_a_new_comment(pull_request: Runner) -> None:
    pull_request.program("hypecheck", f"printf '{MOVED}'")
    ended = pull_request.run("comment")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert pull_request.calls("hypecheck") == [["diff", "--rev", "abc123", "--fail-on", "never", "--format", "markdown", "--", "specs"]]
    assert pull_request.calls("gh")[-1][:5] == ["api", "--silent", "--method", "POST", "repos/acme/specs/issues/7/comments"]
    assert (pull_request.temp / "sent").read_text() == MOVED


def test_our_comment_is_known_by_the_line_that_hypecheck_begins_it_with(pull_request: Runner) -> None:
    pull_request.program("hypecheck", f"printf '{MOVED}'")
    assert pull_request.run("comment").returncode == 0
    (query,) = [part for part in pull_request.calls("gh")[0] if part.startswith(".[]")]
    assert f'startswith("{MOVED.splitlines()[0]}")' in query and '"Bot"' in query


@pytest.mark.parametrize("said", [MOVED, UNMOVED])
def test_later_ones_take_the_place_of_what_the_comment_said(pull_request: Runner, said: str) -> None:
    pull_request.program("hypecheck", f"printf '{said}'")
    assert pull_request.run("comment", COMMENTS="42\n").returncode == 0
    assert pull_request.calls("gh")[-1][:5] == ["api", "--silent", "--method", "PATCH", "repos/acme/specs/issues/comments/42"]
    assert (pull_request.temp / "sent").read_text() == said


def test_where_nothing_moved_nothing_is_said(pull_request: Runner) -> None:
    pull_request.program("hypecheck", f"printf '{UNMOVED}'")
    assert pull_request.run("comment").returncode == 0
    assert len(pull_request.calls("gh")) == 1


def test_the_commit_to_compare_with_is_fetched_if_it_is_not_there(pull_request: Runner) -> None:
    pull_request.program("hypecheck")
    pull_request.program("git", '[ "$1" != cat-file ]')
    assert pull_request.run("comment").returncode == 0
    assert pull_request.calls("git")[-1] == ["fetch", "--quiet", "--no-tags", "--depth", "1", "origin", "abc123"]


def test_a_comparison_that_failed_is_no_comment(pull_request: Runner) -> None:
    pull_request.program("hypecheck", "exit 2")
    ended = pull_request.run("comment")
    assert ended.returncode == 2
    assert "could not be compared" in ended.stdout
    assert pull_request.calls("gh") == []


def test_a_command_that_there_is_not_is_refused(runner: Runner) -> None:
    assert runner.run("publish").returncode == 2
    assert os.listdir(runner.temp) == []
