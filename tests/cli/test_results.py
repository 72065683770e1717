from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Note which runs are looked for, and find one that has a figure."""
    names: list[str | None] = []

    def find(name: str | None) -> SimpleNamespace:
        names.append(name)
        return SimpleNamespace(pathspec=name)

    monkeypatch.setattr("mfc.runs.find.find", find)
    monkeypatch.setattr("mfc.runs.show.show", lambda run: f"shown: {run.pathspec}")
    monkeypatch.setattr("mfc.runs.show.report_files", lambda run: {"../a.png": b"png"})
    monkeypatch.setattr("mfc.runs.show.origin", lambda run: "by ada")
    monkeypatch.setattr("mfc.runs.compare.compare", lambda one, other: f"{one.pathspec} and {other.pathspec}")
    return names


def test_a_run_is_shown(found: list[str | None], run: Run) -> None:
    assert run("results", "Houses/1") == (0, "shown: Houses/1\n", "")
    assert run("results").status == 0
    assert found == ["Houses/1", None]


def test_a_specification_stands_for_its_tournament(found: list[str | None], run: Run, tmp_path: Path) -> None:
    spec = tmp_path / "homes.mf"
    spec.write_text("tournament Houses\ndata mock.regression\nscore r2\nmodel ridge: Ridge\n")
    assert run("results", str(spec)) == (0, "shown: Houses\n", "")
    assert run("results", "--compare", str(spec), "Houses/1").status == 0
    assert found == ["Houses", "Houses", "Houses/1"]


def test_a_specification_with_errors_stands_for_nothing(found: list[str | None], run: Run, tmp_path: Path) -> None:
    spec = tmp_path / "homes.mf"
    spec.write_text("tournament Houses\n")
    complaint = f"mfc: `{spec}` has errors, which `mfc check {spec}` shows; name the run instead\n"
    assert run("results", str(spec)) == (2, "", complaint)
    assert run("export", str(spec), str(tmp_path / "model")) == (2, "", complaint)
    assert not found


def test_its_files_are_saved_in_the_directory_and_nowhere_else(
    found: list[str | None], run: Run, tmp_path: Path
) -> None:
    ran = run("results", "Houses", "--save", str(tmp_path / "new"))
    assert ran.out.endswith(f"wrote {tmp_path}/new/a.png\n")
    assert [path.name for path in tmp_path.rglob("*.png")] == ["a.png"]


def test_two_runs_are_compared(found: list[str | None], run: Run) -> None:
    assert run("results", "--compare", "A/1", "A/2") == (0, "A/1 and A/2\nA/1 by ada\nA/2 by ada\n", "")


def test_a_run_that_is_not_there_is_a_complaint(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from mfc.runs.find import RunError

    def find(name: str | None) -> None:
        message = "there is none"
        raise RunError(message)

    monkeypatch.setattr("mfc.runs.find.find", find)
    assert run("results", "Nope") == (2, "", "mfc: there is none\n")
    assert run("export", "Nope", str(tmp_path)) == (2, "", "mfc: there is none\n")
