from pathlib import Path

import pytest

from mfc.cli.console import CommandError
from mfc.cli.walk import walk


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.mf", "a/z.mf", "a/c.mf", "a/notes.txt", "a/.hidden.mf", ".venv/d.mf", "empty/x.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def test_directories_are_walked_hidden_ones_left_out(tree: Path) -> None:
    assert walk(["."]) == ["a/c.mf", "a/z.mf", "b.mf"]
    assert walk(["a"]) == ["a/c.mf", "a/z.mf"]


def test_files_are_taken_as_they_are_named(tree: Path) -> None:
    assert walk(["b.mf", "missing.mf", "a/notes.txt", "-"]) == ["b.mf", "missing.mf", "a/notes.txt", "-"]


def test_every_file_counts_once(tree: Path) -> None:
    assert walk(["a/z.mf", "a", "a/"]) == ["a/z.mf", "a/c.mf"]


def test_a_directory_without_specifications_is_a_complaint(tree: Path) -> None:
    with pytest.raises(CommandError, match=r"no specifications in `empty`: none of its files end in `\.mf`"):
        walk(["b.mf", "empty"])


def test_a_directory_that_cannot_be_read_is_a_complaint(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied", "a")

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(CommandError, match="cannot read `a`: permission denied"):
        walk(["a"])
