import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mfc.emit.header import recognise, spec_digest

Run = Callable[..., Any]


def test_the_flow_is_written_beside_its_specification(specs: Path, run: Run) -> None:
    Path("sub").mkdir()
    Path("good.mf").rename("sub/good.mf")
    assert run("compile", "sub/good.mf") == (
        0,
        "wrote sub/good_flow.py; run it with: python sub/good_flow.py run\n",
        "",
    )
    flow = Path("sub/good_flow.py").read_text()
    ast.parse(flow)
    stamp = recognise(flow)
    assert stamp is not None
    assert (stamp.spec, stamp.edited) == ("good.mf", False)
    assert stamp.spec_digest == spec_digest(Path("sub/good.mf").read_text())


def test_compiling_again_changes_nothing(specs: Path, run: Run) -> None:
    run("compile", "good.mf")
    before = Path("good_flow.py").stat().st_mtime_ns
    assert run("compile", "good.mf").out == "good_flow.py is up to date; run it with: python good_flow.py run\n"
    assert Path("good_flow.py").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("output", "target"),
    [("mine.py", "mine.py"), ("sub", "sub/good_flow.py"), ("sub/", "sub/good_flow.py"), ("sub/a.py", "sub/a.py")],
)
def test_the_output_is_a_file_or_a_directory(specs: Path, run: Run, output: str, target: str) -> None:
    Path("sub").mkdir()
    assert run("compile", "good.mf", "-o", output).out.startswith(f"wrote {target}; ")
    assert recognise(Path(target).read_text()) is not None


def test_the_command_to_run_a_flow_can_be_pasted(specs: Path, run: Run) -> None:
    Path("good.mf").rename("so good.mf")
    assert run("compile", "so good.mf").out.endswith("python 'so good_flow.py' run\n")


@pytest.mark.parametrize("output", ["missing/", "missing/x.py"])
def test_a_missing_directory_is_a_complaint(specs: Path, run: Run, output: str) -> None:
    ran = run("compile", "good.mf", "--output", output)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("mfc: cannot write `missing/")
    assert ran.err.endswith("there is no directory `missing`\n")


def test_errors_keep_every_flow_from_being_written(specs: Path, run: Run) -> None:
    ran = run("compile", "good.mf", "wrong.mf")
    assert (ran.status, ran.out) == (1, "")
    assert "error[MF203]" in ran.err
    assert not list(specs.glob("*.py"))


def test_warnings_do_not(specs: Path, run: Run) -> None:
    ran = run("compile", "warned.mf")
    assert ran.status == 0
    assert "warning[MF602]" in ran.err
    assert ran.out.startswith("wrote warned_flow.py;")


def test_two_specifications_never_share_a_flow(specs: Path, run: Run) -> None:
    ran = run("compile", "good.mf", "warned.mf", "-o", "one.py")
    assert ran.status == 2
    assert ran.err.endswith("mfc: `good.mf` and `warned.mf` would both become `one.py`\n")
    assert not list(specs.glob("*.py"))


def test_somebodys_own_file_is_left_alone(specs: Path, run: Run) -> None:
    Path("good_flow.py").write_text("print('mine')\n")
    ran = run("compile", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == ("mfc: will not replace `good_flow.py`: it was not written by mfc; move it away or delete it\n")
    assert Path("good_flow.py").read_text() == "print('mine')\n"


def test_a_specification_is_never_overwritten(specs: Path, run: Run) -> None:
    before = Path("good.mf").read_text()
    assert run("compile", "good.mf", "-o", "good.mf").status == 2
    assert Path("good.mf").read_text() == before


@pytest.mark.parametrize("name", ['we ird\n".mf', "it's.mf", '"""\nimport os\n""".mf', "\x1b[2J.mf", "été 界.mf"])
def test_a_hostile_file_name_does_no_harm(specs: Path, run: Run, name: str) -> None:
    run("compile", "good.mf", "-o", "plain_flow.py")
    Path("good.mf").rename(name)
    ran = run("compile", name, "-o", "odd_flow.py")
    assert ran.status == 0
    plain, odd = (ast.parse(Path(file).read_text()) for file in ("plain_flow.py", "odd_flow.py"))
    assert [ast.dump(statement) for statement in odd.body[1:]] == [ast.dump(statement) for statement in plain.body[1:]]
