"""What Metaflow keeps of a run, damaged or made to do harm: a sentence, and nothing that is run."""

import gzip
import os
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flows import Run, clean_environment

MFC = Path(sys.executable).with_name("mfc")

Mfc = Callable[..., Any]


@pytest.fixture
def store(finished: Run, tmp_path: Path) -> Path:
    """Return a copy of what is kept of the finished tournament, one that can be damaged."""
    shutil.copytree(finished.folder / ".metaflow", tmp_path / ".metaflow")
    root = re.compile(rb":root:[^\"]*\.metaflow")  # the metadata say where the artifacts are
    for file in tmp_path.rglob("_meta/*.json"):
        file.write_bytes(root.sub(f":root:{tmp_path}/.metaflow".encode(), file.read_bytes()))
    return tmp_path / ".metaflow" / "Houses"


@pytest.fixture
def mfc(store: Path) -> Mfc:
    """Run a command there."""
    folder = store.parents[1]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        environment = clean_environment(folder) | {"METAFLOW_CLIENT_CACHE_PATH": str(folder / "cache")}
        return subprocess.run([MFC, *words], cwd=folder, env=environment, capture_output=True, encoding="utf-8")

    return run


def blobs(store: Path) -> Iterator[Path]:
    return (path for path in (store / "data").rglob("*") if path.is_file())


class Harm:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.path),)


def test_artifacts_run_no_code(store: Path, mfc: Mfc, tmp_path: Path, finished: Run) -> None:
    hostile = gzip.compress(pickle.dumps(Harm(tmp_path / "harm"), 4))
    for blob in blobs(store):
        blob.write_bytes(hostile)
    for words in (["results", f"Houses/{finished.id}"], ["results", "--compare", "Houses", "Houses"]):
        ran = mfc(*words)
        assert ran.returncode == 2
        assert "Traceback" not in ran.stderr
        assert "bug in mfc" not in ran.stderr
        assert not (tmp_path / "harm").exists(), words


def test_another_user_is_not_trusted(store: Path, mfc: Mfc, tmp_path: Path) -> None:
    ran = subprocess.run(
        [MFC, "export", "Houses", "best"],
        cwd=tmp_path,
        env=clean_environment(tmp_path) | {"METAFLOW_USER": "eve"},
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 2
    assert "and you are `eve`" in ran.stderr
    assert not (tmp_path / "best").exists()


@pytest.mark.parametrize("damage", ["cut", "missing", "noise"])
@pytest.mark.parametrize(
    "words", [["results", "Houses"], ["results", "--compare", "Houses", "Houses"], ["export", "Houses", "out"]]
)
def test_damaged_artifacts_are_told(store: Path, mfc: Mfc, damage: str, words: list[str]) -> None:
    for blob in list(blobs(store)):
        if damage == "missing":
            blob.unlink()
        else:
            content = blob.read_bytes()
            blob.write_bytes(content[: len(content) // 2] if damage == "cut" else b"noise")
    ran = mfc(*words)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "is damaged, or was written by another version of mfc" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "bug in mfc" not in ran.stderr


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_damaged_metadata_are_told(store: Path, mfc: Mfc, content: str) -> None:
    for file in store.rglob("_meta/*.json"):
        file.write_text(content)
    ran = mfc("results", "Houses")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "bug in mfc" not in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
