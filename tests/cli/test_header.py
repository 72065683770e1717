import bz2
import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from mfc.check.header import Header, Table
from mfc.cli.header import header_reader
from mfc.source import Span

Run = Callable[..., Any]

SPEC = """\
tournament Wrong
task classification
data csv("rows.csv") { target = type, drop = [nope] }
model tree: DecisionTreeClassifier { max_depth in 1..3 }
"""


def seen(path: str, kind: Any = "csv", **options: object) -> Header | None:
    return header_reader("spec.mf")(Table(path, kind, options, Span(0, 1)))


def names(path: str, kind: Any = "csv", **options: object) -> tuple[str, ...]:
    return (seen(path, kind, **options) or Header()).names


@pytest.mark.parametrize("command", ["check", "plan"])
def test_columns_are_looked_for_before_anything_runs(specs: Path, run: Run, command: str) -> None:
    Path("wrong.mf").write_text(SPEC)
    Path("rows.csv").write_text("glu,bp,type\n109,70,No\n")
    ran = run(command, "wrong.mf")
    assert ran.status == 1
    assert "`rows.csv` has no column `nope`" in ran.out + ran.err


@pytest.mark.parametrize("command", ["check", "plan"])
def test_a_file_that_is_not_there_is_warned_of(specs: Path, run: Run, command: str) -> None:
    Path("wrong.mf").write_text(SPEC)
    ran = run(command, "wrong.mf")
    assert ran.status == 0
    assert "warning[MF616]: cannot read `rows.csv`: no such file" in ran.out + ran.err


def test_rows_of_small_files_are_counted(specs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.csv").write_text("# no header\n\nx,y\n" + "1,2\n" * 70 + "\n")
    assert (seen("a.csv", skiprows=2) or Header()).n_rows == 70
    pd.DataFrame({"x": range(70)}).to_parquet("b.parquet")
    assert (seen("b.parquet", "parquet") or Header()).n_rows == 70
    monkeypatch.setattr("mfc.cli.header.SMALL", 10)
    assert (seen("a.csv", skiprows=2) or Header()).n_rows is None


def test_options_that_are_reported_as_wrong_are_no_reason_to_fail(specs: Path) -> None:
    Path("a.csv").write_text("x,y\n1,2\n")
    assert seen("a.csv", skiprows=10**22) is None
    assert seen("a.csv", encoding="\0") is None
    assert seen("a.csv", encoding="hex") is None
    assert seen("a.csv", sep="a(") is None


def test_to_compile_takes_no_data(specs: Path, run: Run) -> None:
    Path("wrong.mf").write_text(SPEC)
    ran = run("compile", "wrong.mf")
    assert (ran.status, "MF616" in ran.out + ran.err) == (0, False)


def test_a_path_goes_from_the_specification(specs: Path, run: Run) -> None:
    Path("sub").mkdir()
    Path("sub/rows.csv").write_text("nope,type\n")
    Path("sub/wrong.mf").write_text(SPEC)
    assert run("check", "sub/wrong.mf") == (0, "no findings\n", "")
    Path("here.mf").write_text(SPEC.replace("rows.csv", "sub/rows.csv"))
    assert run("check", "here.mf").status == 0


def test_encodings_and_compressions(specs: Path) -> None:
    Path("a.csv").write_bytes("\ufeffgröße,y\n".encode())
    assert seen("a.csv") == Header(("größe", "y"), size=Path("a.csv").stat().st_size, n_rows=0)
    Path("b.csv").write_bytes("größe,y\n".encode("cp1252"))
    assert names("b.csv", encoding="cp1252") == ("größe", "y")
    assert (seen("b.csv") or Header()).failure == "it is not UTF-8"
    Path("c.csv.gz").write_bytes(gzip.compress(b"a,b\n1,2\n"))
    Path("d.csv.bz2").write_bytes(bz2.compress(b"a,b\n1,2\n"))
    assert names("c.csv.gz") == names("d.csv.bz2") == ("a", "b")
    Path("e.csv").write_text("")
    assert (seen("e.csv") or Header()).failure == "it has no header"
    assert seen("a.csv", encoding="no-such") is None


def test_what_is_no_file_is_left_alone(specs: Path) -> None:
    Path("folder.csv").mkdir()
    os.mkfifo("pipe.csv")
    assert seen("folder.csv") is None
    assert seen("pipe.csv") is None


def test_parquet(specs: Path) -> None:
    pytest.importorskip("pyarrow")
    rows = pd.DataFrame({"a": [1], "b c": ["x"]}, index=pd.Index([7], name="key"))
    rows.to_parquet("a.parquet")
    assert names("a.parquet", "parquet") == ("a", "b c")
    Path("b.parquet").write_text("nothing of the kind")
    assert (seen("b.parquet", "parquet") or Header()).failure
