"""The image: that it is made of nothing but what was packed, and, where there is a builder, that it is built."""

import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, done, packed, stand_in

FILE = ROOT / ".packages/container/Dockerfile"


@pytest.fixture
def context(tmp_path: Path) -> Path:
    """What is packed for images, for both processors."""
    for target, cpu in [("x86_64-unknown-linux-musl", "x64"), ("aarch64-unknown-linux-musl", "arm64")]:
        packed("image", "--target", target, "--binary", stand_in(tmp_path / cpu, "linux", cpu), "--out", tmp_path / "out")
    return tmp_path / "out/image"


def test_all_that_the_image_copies_is_packed_for_each_processor(context: Path) -> None:
    text = FILE.read_text()
    copied = re.findall(r"linux/\$\{TARGETARCH\}/(\S+)", text)
    assert "hypecheck" in copied and "THIRD-PARTY-LICENSES.txt" in copied
    for processor in ["amd64", "arm64"]:
        for name in copied:
            assert (context / "linux" / processor / name).is_file()
    assert (context / "linux/amd64/hypecheck").stat().st_mode & 0o777 == 0o755


def test_the_image_begins_with_nothing_runs_nothing_and_is_nobody(context: Path) -> None:
    instructions = [line.split()[0] for line in FILE.read_text().replace("\\\n", "").splitlines() if line and line[0] != "#"]
    assert instructions == ["FROM", "ARG", "LABEL", "COPY", "COPY", "WORKDIR", "USER", "ENTRYPOINT", "CMD"]
    assert "FROM scratch\n" in FILE.read_text() and "USER 65534:65534\n" in FILE.read_text()


@pytest.mark.parametrize("processor", ["amd64", "arm64"])
def test_the_image_is_built_for_each_processor(context: Path, tmp_path: Path, processor: str) -> None:
    storage = ["--storage-driver", "vfs", "--root", tmp_path / "storage", "--runroot", tmp_path / "run"]
    done(
        "buildah", *storage, "build", "--isolation", "chroot", "--platform", f"linux/{processor}", "--build-arg", f"TARGETARCH={processor}",
        "--tag", "hypecheck", "--file", FILE, context,
    )
    said = json.loads(done("buildah", *storage, "inspect", "--type", "image", "hypecheck"))["OCIv1"]
    assert (said["architecture"], said["config"]["Entrypoint"]) == (processor, ["/usr/bin/hypecheck"])
