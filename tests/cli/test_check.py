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


def test_findings_in_an_included_file_name_it(specs: Path, run: Run) -> None:
    Path("parts").mkdir()
    Path("parts/models.mf").write_text("model lasso: Lasso { alhpa in [1, 2] }\n")
    Path("parts/whole.mf").write_text(Path("good.mf").read_text() + 'include "models.mf"\n')
    ran = run("check", "parts/whole.mf")
    assert ran.status == 1
    assert ran.out.splitlines()[1] == " --> parts/models.mf:1:22"


def test_an_included_file_may_be_empty_but_has_to_be_there(specs: Path, run: Run) -> None:
    Path("empty.mf").write_text("# nothing yet\n")
    Path("whole.mf").write_text(Path("good.mf").read_text() + 'include "empty.mf"\n')
    assert run("check", "whole.mf").out == "no findings\n"
    Path("empty.mf").write_bytes(b"\xff")
    assert "MF220]: cannot read `empty.mf`: not UTF-8 (byte 0xff" in run("check", "whole.mf").out
    Path("empty.mf").unlink()
    assert "MF220]: cannot read `empty.mf`: no such file" in run("check", "whole.mf").out


def test_a_target_is_checked_for_when_it_is_named(specs: Path, run: Run) -> None:
    assert run("check", "good.mf") == (0, "no findings\n", "")
    ran = run("check", "--target", "argo", "good.mf")
    assert ran.status == 0
    assert "warning[MF654]" in ran.out


def test_an_unknown_target_is_a_complaint(specs: Path, run: Run) -> None:
    assert run("check", "--target", "argos", "good.mf") == (
        2,
        "",
        "mfc: unknown target `argos`; did you mean `argo`?\n",
    )
