"""A library is its modules, each read once."""

import sys
from pathlib import Path

import pytest

from mfc.emit.library import Library
from mfc.emit.module import LinkError, read_module


def test_the_names_are_those_of_all_modules_but_the_specification(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text('"""Library."""\n\nPACKAGE = 1\n')
    (tmp_path / "spec.py").write_text('"""Given."""\n\nGIVEN = 1\nALONE = 2\n')
    (tmp_path / "a.py").write_text('"""A."""\n\nimport gc\n\nfrom .spec import GIVEN\n\nA, B = GIVEN, gc\n')
    (tmp_path / "b.py").write_text('"""B."""\n\n\ndef f():\n    import os\n\n    inner = os\n')
    assert Library(tmp_path).names() == {"gc", "GIVEN", "A", "B", "f"}


@pytest.mark.parametrize("name", ["spec", "__init__"])
def test_a_module_that_is_not_for_flows_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.py").write_text('"""Given."""\n')
    with pytest.raises(LinkError, match=f"`{name}` is not a module to be linked"):
        Library(tmp_path).module(name)


def test_a_module_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('"""A."""\n')
    library = Library(tmp_path)
    assert library.module("a") is library.module("a")


TEXT = '''"""Title."""

from __future__ import annotations

import os
import os.path
from typing import Any as Anything

from .b import c
from .spec import D


@c
def f(a: Anything) -> D:
    """Do."""
    return g(os.path, "ü\\n")


A = B = [D]
'''


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have an index of the module `a` kept, and return its file."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "a.py").write_text(TEXT, encoding="utf-8")
    Library(tmp_path).module("a")
    [found] = (tmp_path / "__pycache__").iterdir()
    return found


def test_a_kept_index_is_the_same_and_spares_reading_the_module(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mfc.emit.library.read_module", None)
    assert Library(tmp_path).module("a") == read_module("a", TEXT)


def test_a_module_that_changed_is_indexed_again(tmp_path: Path, kept: Path) -> None:
    changed = TEXT.replace("A = B", "A = C")
    (tmp_path / "a.py").write_text(changed, encoding="utf-8")
    for _ in range(2):
        assert Library(tmp_path).module("a") == read_module("a", changed)


@pytest.mark.parametrize("length", [0, 10, 64, 65, 200, -1])
def test_a_damaged_index_is_made_again(tmp_path: Path, kept: Path, length: int) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(whole[:length])
    assert Library(tmp_path).module("a") == read_module("a", TEXT)
    assert kept.read_bytes() == whole


def test_an_index_is_not_kept_where_python_keeps_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "a.py").write_text(TEXT, encoding="utf-8")
    assert Library(tmp_path).module("a") == read_module("a", TEXT)
    assert [path.name for path in tmp_path.iterdir()] == ["a.py"]


def test_an_index_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "__pycache__").write_text("a file, and not a folder")
    (tmp_path / "a.py").write_text(TEXT, encoding="utf-8")
    assert Library(tmp_path).module("a") == read_module("a", TEXT)


def test_indices_are_kept_below_the_prefix_that_python_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "a.py").write_text(TEXT, encoding="utf-8")
    Library(folder).module("a")
    assert [path.name for path in folder.iterdir()] == ["a.py"]
    assert list((tmp_path / "elsewhere").rglob("a.*.index"))
