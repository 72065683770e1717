import importlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    for name in ("wide", "report", "flows", "processes"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("wide")


def run(fits: int, fits_per_task: int, seconds: float) -> dict[str, Any]:
    return {"fits": fits, "fits_per_task": fits_per_task, "seconds": seconds}


def test_a_run_is_kept_in_the_place_of_one_of_its_size(
    wide: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path / "results.json"
    results.write_text(
        json.dumps({"command": "make bench", "wide": [run(10, 250, 1), run(100, 250, 2), run(20, 1, 3)]})
    )
    written: list[Any] = []
    report = importlib.import_module("report")
    monkeypatch.setattr(report, "write", lambda found, folder: written.append((found, folder)))
    wide.keep(run(1000, 1, 4), tmp_path)
    wide.keep(run(100, 250, 5), tmp_path)
    found = json.loads(results.read_text())
    assert [one["seconds"] for one in found["wide"]] == [1, 5, 3, 4]
    assert written[-1] == (found, tmp_path)


def test_the_memory_of_a_process_is_told(wide: ModuleType) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells")
    assert wide._megabytes(Path("/proc/self")) > 10
    assert wide._megabytes(Path("/proc/none")) == 0
