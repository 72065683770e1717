from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from stamps import of_first_version

from mfc.pipeline import Compilation
from mfc.source import Source

Run = Callable[..., Any]
CASE = 'case "ridge"'


@cache
def compiled(spec: str) -> str:
    return Compilation(Source("good.mf", spec)).flow("good_flow.py")


@pytest.fixture
def flow(specs: Path) -> str:
    """Write a flow beside its specification, and return its text."""
    text = compiled(Path("good.mf").read_text())
    Path("good_flow.py").write_text(text)
    return text


def number(flow: str, beginning: str) -> int:
    return next(i for i, line in enumerate(flow.splitlines(), start=1) if line.strip().startswith(beginning))


def test_a_line_is_answered_with_a_line(flow: str, run: Run) -> None:
    ran = run("blame", f"good_flow.py:{number(flow, 'features, target = make_regression')}")
    assert ran == (0, "good.mf:2: data mock.regression { n_samples = 100, n_features = 4 }\n", "")


def test_a_line_that_every_flow_has_is_said_to_be_so(flow: str, run: Run) -> None:
    line = number(flow, "from metaflow import")
    said = f"line {line} does not come from a line of `good.mf`: it is a default, or part of every flow\n"
    assert run("blame", f"good_flow.py:{line}") == (0, said, "")
    line = number(flow, "folds = split_folds(training)")
    said = f"line {line} does not come from a line of `good.mf`: it is part of `run_fits` in the library module `fits`"
    assert run("blame", f"good_flow.py:{line}").out == f"{said}, the same in every flow that needs it\n"


def test_many_lines_are_answered_together(flow: str, run: Run) -> None:
    first = number(flow, CASE)
    ran = run("blame", f"good_flow.py:{first - 1}-{first + 2}")
    assert ran.status == 0
    assert ran.out.strip() == f"{first}-{first + 1}  good.mf:3: model ridge: Ridge {{ alpha in [0.1, 1.0] }}"
    assert ran.out in run("blame", "good_flow.py").out


def test_a_specification_elsewhere_is_named(flow: str, run: Run) -> None:
    Path("sub").mkdir()
    Path("good.mf").rename("sub/other.mf")
    place = f"good_flow.py:{number(flow, CASE)}"
    assert run("blame", place).err == "mfc: cannot read `good.mf`: no such file\n"
    assert run("blame", place, "--spec", "sub/other.mf").out.startswith("sub/other.mf:3: model ridge")


def test_a_specification_that_has_changed_is_no_help(flow: str, run: Run) -> None:
    Path("good.mf").write_text("# one more line\n" + Path("good.mf").read_text())
    complaint = "mfc: `good.mf` has changed since `good_flow.py` was compiled; compile it again\n"
    assert run("blame", "good_flow.py:3") == (2, "", complaint)


def test_in_an_edited_flow_the_names_still_tell(flow: str, run: Run) -> None:
    Path("good_flow.py").write_text(flow.replace("\nimport gc\n", "\nimport gc\nimport io\nimport json\nimport mine\n"))
    ran = run("blame", f"good_flow.py:{number(flow, CASE) + 3}")
    assert ran.out.startswith("good.mf:3: model ridge")
    assert ran.err == "mfc: `good_flow.py` was edited since mfc wrote it; lines are traced by the names that remain\n"
    Path("good_flow.py").write_text(flow + "def oops(:\n")
    assert "`good_flow.py` is no longer valid Python: " in run("blame", "good_flow.py:3").err


@pytest.mark.parametrize(
    ("place", "complaint"),
    [
        ("missing.py:3", "cannot read `missing.py`: no such file"),
        ("good.mf:3", "`good.mf` was not written by mfc"),
        ("good_flow.py:0", "has lines 1 to "),
        ("good_flow.py:9-5", "has lines 1 to "),
        ("good_flow.py:99999", "has lines 1 to "),
        (".", "cannot read `.`: it is a directory"),
    ],
)
def test_what_cannot_be_answered_is_a_complaint(flow: str, run: Run, place: str, complaint: str) -> None:
    ran = run("blame", place)
    assert (ran.status, ran.out) == (2, "")
    assert complaint in ran.err


def test_a_line_of_an_included_file_is_found_there(specs: Path, run: Run) -> None:
    head, data, model, *_ = Path("good.mf").read_text().splitlines()
    Path("models.mf").write_text(f"# Models\n{model}\n")
    Path("good.mf").write_text(f'{head}\n{data}\ninclude "models.mf"\n')
    run("compile", "good.mf")
    line = number(Path("good_flow.py").read_text(), CASE)
    assert run("blame", f"good_flow.py:{line}").out == f"models.mf:2: {model}\n"
    Path("models.mf").write_text(f"\n{model}\n")
    assert "has changed since `good_flow.py` was compiled" in run("blame", f"good_flow.py:{line}").err


def test_a_flow_of_the_previous_version_is_not_traced(flow: str, run: Run) -> None:
    Path("good_flow.py").write_text(of_first_version(flow))
    complaint = "mfc: `good_flow.py` was compiled by a previous version of mfc (templates 1), "
    complaint += "which this version cannot trace; compile `good.mf` again\n"
    assert run("blame", "good_flow.py:3") == (2, "", complaint)
