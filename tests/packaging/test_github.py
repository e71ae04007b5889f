"""The GitHub Action and the workflows: their form, and what they hold to. Whether they run is seen on GitHub alone."""

import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, done

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
RELEASE = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text())
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())


def test_the_action_has_the_form_that_github_asks_for() -> None:
    done("check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")


def test_the_workflows_have_the_form_that_github_asks_for() -> None:
    assert len(WORKFLOWS) == 2
    done("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)


def test_nothing_that_comes_from_outside_can_take_them_over() -> None:
    done("zizmor", "--offline", "--no-progress", "--persona", "regular", *WORKFLOWS, ROOT / "action.yml")


def test_shellcheck_finds_nothing_in_the_scripts() -> None:
    done("shellcheck", ROOT / ".packages/action/hypecheck.sh", ROOT / "tests/run", ROOT / ".ci/run")


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_actions_of_others_are_pinned_to_a_commit_with_its_version_beside(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text())
    assert used
    for each in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


def test_the_action_hands_each_step_what_its_script_reads() -> None:
    script = (ROOT / ".packages/action/hypecheck.sh").read_text()
    read = set(re.findall(r"INPUT_[A-Z_]+", script))
    handed = {name for step in ACTION["runs"]["steps"] for name in step.get("env", {}) if name.startswith("INPUT_")}
    assert read == handed
    values = [value for step in ACTION["runs"]["steps"] for value in step.get("env", {}).values()]
    assert {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]} - set(values) == {
        # These two decide whether a step runs at all.
        "${{ inputs.upload-sarif }}",
        "${{ inputs.comment }}",
    }


def test_a_release_is_built_for_each_target_and_packed_from_those_builds() -> None:
    jobs = RELEASE["jobs"]
    assert jobs["build"]["strategy"]["matrix"] == {"include": "${{ fromJSON(needs.plan.outputs.targets) }}"}
    assert jobs["pack"]["needs"] == "build"
    # What decides what a target is called is the same table for the Action.
    script = (ROOT / ".packages/action/hypecheck.sh").read_text()
    targets = json.loads((ROOT / ".packages/targets.json").read_text())
    assert {row["target"] for row in targets} == set(re.findall(r"echo ([a-z0-9_]+-(?:unknown|apple|pc)-[a-z-]+) ;;", script))


def test_nothing_is_published_but_from_a_tag_and_the_release_comes_first() -> None:
    jobs = RELEASE["jobs"]
    publishing = {name: job for name, job in jobs.items() if name not in {"plan", "build", "pack"}}
    assert set(publishing) == {"github", "crates", "npm", "wheels", "vscode", "image"}
    for name, job in publishing.items():
        assert job["if"].startswith("github.ref_type == 'tag'"), name
        assert job["environment"] == "release", name
        assert job["needs"] == ("pack" if name == "github" else "github"), name


def test_each_job_may_do_what_it_needs_and_no_more() -> None:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text())
        assert workflow["permissions"] == {}, path.name
        for name, job in workflow["jobs"].items():
            assert job["permissions"] and job["timeout-minutes"], f"{path.name}: {name}"


def test_ci_runs_what_everybody_runs() -> None:
    ci = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    assert ci["jobs"]["all"]["steps"][-1] == {"run": ".ci/run"}
