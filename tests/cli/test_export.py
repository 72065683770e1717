from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_the_files_are_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mfc.runs.find.find", lambda name: name)
    monkeypatch.setattr("mfc.runs.export.trusted", lambda found, user: found)
    monkeypatch.setattr("mfc.runs.export.export", lambda found, directory, force: [directory / found])
    assert run("export", "Houses", "out") == (0, f"wrote {Path('out', 'Houses')}\n", "")


def test_a_directory_has_to_be_named(run: Run) -> None:
    ran = run("export", "Houses")
    assert (ran.status, ran.out) == (2, "")
    assert "DIR" in ran.err
