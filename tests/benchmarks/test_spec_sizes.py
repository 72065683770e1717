import importlib
from pathlib import Path
from types import ModuleType

import pytest

from mfc.pipeline import Compilation
from mfc.source import Source


@pytest.fixture
def spec_sizes(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    return importlib.import_module("spec_sizes")


@pytest.mark.parametrize("lines", [20, 200])
def test_specifications_have_their_sizes_and_no_errors(spec_sizes: ModuleType, lines: int) -> None:
    text = spec_sizes.spec_of(lines)
    assert lines - 8 <= text.count("\n") <= lines
    assert not Compilation(Source("sized.mf", text)).diagnostics
