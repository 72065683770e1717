"""Any table: `mfc init` writes a good specification or says why not; any rows: they are predicted or refused."""

import csv
import io
from contextlib import suppress
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd
import pytest
from fuzzing import fuzz
from hypothesis import strategies as st
from rehearsal import rehearse

from mfc.cli.main import main
from mfc.pipeline import Compilation
from mfc.runs.export import export
from mfc.source import Source

NAMES = st.sampled_from(
    ["y", "x", "in", "none", "data", "model", "a b", "é", '"', "", "id", "2024", "\u202e"]
) | st.text(max_size=6)
CELLS = st.sampled_from(
    ["", "1", "-2.5", "1e400", "nan", "inf", "a", "true", "2024-05-04", "1,5", "$1,234", "5 €", '"', "\n"]
) | st.text(max_size=4)
SPEC = """
tournament Rows
data mock.classification { n_samples = 60, n_features = 4 }
folds kfold(2)
model tree: DecisionTreeClassifier { max_depth in [2, 3] }
"""


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    names = draw(st.lists(NAMES, min_size=1, max_size=5))
    n_rows = draw(st.integers(0, 12))
    return names, [[draw(CELLS) for _ in names] for _ in range(n_rows)]


def test_init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    spec = tmp_path / "rows.mf"

    def check(table: tuple[list[str], list[list[str]]]) -> None:
        names, rows = table
        text = io.StringIO()
        csv.writer(text).writerows([names, *rows])
        (tmp_path / "rows.csv").write_text(text.getvalue(), encoding="utf-8", errors="replace")
        spec.unlink(missing_ok=True)
        status = main(["init", "--data", "rows.csv", f"--target={names[0]}"])
        printed = "".join(capsys.readouterr())
        assert "bug in mfc" not in printed
        assert (status == 0) == spec.exists()
        if spec.exists():
            compilation = Compilation(Source("rows.mf", spec.read_text(encoding="utf-8")))
            assert not compilation.has_errors, compilation.diagnostics

    fuzz(tables(), check)


def test_predicting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played = rehearse(tmp_path, SPEC, "refit")
    for module in "export", "shape":
        monkeypatch.setattr(f"mfc.runs.{module}.artifact", lambda run, step, name: getattr(played, name, None))
    export(cast("Any", SimpleNamespace(pathspec="Rows/1", finished_at=None)), tmp_path / "out")
    predict = run_path(str(tmp_path / "out" / "predict.py"))["predict"]
    columns = [name for name in played.data.columns if name != "target"]

    def check(rows: list[list[Any]]) -> None:
        with suppress(ValueError, TypeError, SystemExit):
            assert len(predict(pd.DataFrame(rows, columns=columns))) == len(rows)

    cells = st.floats() | st.integers() | st.none() | st.text(max_size=3)
    fuzz(st.lists(st.lists(cells, min_size=len(columns), max_size=len(columns)), min_size=1, max_size=4), check)
