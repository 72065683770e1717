from pathlib import Path

import pytest

from mfc.cli import imports
from mfc.cli.imports import check_imports
from mfc.diagnostics import Diagnostic
from mfc.pipeline import Compilation
from mfc.source import Source

MODULE = """\
import os, sys

print("to be ignored")
os.write(1, b"to be ignored, too")

class Clip:
    def __init__(self, lower=0, *, upper=1): ...

def anything(**options): ...
number = 3
"""
BROKEN = "raise ValueError('out of order')"
DEADLY = "import os; os._exit(7)"
NEEDY = "import no_such_module_at_all"


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    for name, text in {"own": MODULE, "broken": BROKEN, "deadly": DEADLY, "needy": NEEDY, "slow": "input()"}.items():
        (tmp_path / f"{name}.py").write_text(text)
    return tmp_path


def found(directory: Path, *steps: str) -> list[Diagnostic]:
    text = f"preprocess {{ numeric -> {' -> '.join(steps)} }}"
    return [*check_imports(Compilation(Source(str(directory / "trial.mf"), text)))]


def test_what_can_be_imported_is_fine(modules: Path) -> None:
    assert found(modules, "own.Clip(lower = 1, upper = 2)", "own.anything(x = 1)", "own.Clip", "StandardScaler()") == []


def test_each_failure_is_told_and_hides_no_other(modules: Path) -> None:
    steps = ["deadly.Step()", "missing.Step()", "own.Step()", "broken.Step()", "needy.Step()", "own.Clip(lowr = 1)"]
    assert [(one.code.id, one.message) for one in found(modules, *steps)] == [
        ("MF451", "cannot import `deadly.Step`: it ended Python with status 7"),
        ("MF451", "cannot import `missing.Step`: there is no module `missing`"),
        ("MF451", "cannot import `own.Step`: `own` has no `Step`"),
        ("MF451", "cannot import `broken.Step`: ValueError: out of order"),
        ("MF451", "cannot import `needy.Step`: ModuleNotFoundError: No module named 'no_such_module_at_all'"),
        ("MF452", "`own.Clip` takes no argument `lowr`"),
    ]


def test_an_argument_is_marked_and_a_near_one_suggested(modules: Path) -> None:
    (one,) = found(modules, "own.Clip(lowr = 1)")
    assert (one.span.start, one.span.end) == (33, 37)
    assert one.help == "did you mean `lower`?"


def test_patience_has_an_end(modules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (modules / "slow.py").write_text("import time; time.sleep(60)")
    monkeypatch.setattr(imports, "PATIENCE", 1)
    (one,) = found(modules, "slow.Step()")
    assert one.message == "cannot import `slow.Step`: it took more than 1 seconds"


def test_nothing_is_started_where_nothing_is_to_be_imported(modules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("subprocess.run")
    assert found(modules, "StandardScaler()") == []
