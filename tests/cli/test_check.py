from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_a_specification_without_findings_is_said_to_be_so(specs: Path, run: Run) -> None:
    assert run("check", "good.mf") == (0, "no findings\n", "")


def test_findings_are_shown_where_they_are(specs: Path, run: Run) -> None:
    ran = run("check", "wrong.mf")
    assert (ran.status, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("error[MF203]: `alhpa` ")
    assert lines[1:4] == [" --> wrong.mf:3:22", "  |", "3 | model ridge: Ridge { alhpa in [0.1, 1.0] }"]
    assert lines[4].startswith("  |                      ^^^^^")
    assert lines[-1] == "1 error"
    assert "`alpha`" in ran.out


def test_warnings_are_shown_and_let_pass(specs: Path, run: Run) -> None:
    ran = run("check", "warned.mf")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("warning[MF602]: ")
    assert ran.out.endswith("\n\n1 warning\n")


def test_checking_writes_nothing(specs: Path, run: Run) -> None:
    before = sorted(specs.iterdir())
    run("check", "good.mf")
    assert sorted(specs.iterdir()) == before


def test_an_unreadable_file_alone_is_not_called_clean(specs: Path, run: Run) -> None:
    assert run("check", "missing.mf") == (2, "", "mfc: cannot read `missing.mf`: no such file\n")
