import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
TAKEN = {"seconds": 2.0, "cpu": 3.0, "megabytes": 80.0}
PHASES = {"parse": 0.001, "check": 0.002, "plan": 0.001, "templates": 0.002, "black": 0.1, "link": 0.001}
RUN = {
    **TAKEN,
    "fits": 10,
    "tasks": 2,
    "fit_seconds": 1.0,
    "join_seconds": 1.5,
    "join_megabytes": 90.0,
    "scores": {"a": 0.5},
    "test": 0.5,
}
FLAML = {**TAKEN, "difference": None, "test": 0.52}

NETWORK = {
    "name": "net-000",
    "sizes": [15],
    "mfc": {"seconds": 2.0, "best": 9, "loss": 1.4},
    "Keras": {"seconds": 50.0, "best": 8, "loss": 1.6},
}


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.delitem(sys.modules, "report", raising=False)
    return importlib.import_module("report")


@pytest.fixture
def found() -> dict[str, Any]:
    ways = {"mfc": RUN, "bare fits": {**TAKEN, "seconds": 1.6, "difference": 0.0, "test": 0.49}, "FLAML": FLAML}
    return {
        "command": "make bench",
        "machine": {"cores": "2"},
        "commands": [
            {"title": f"`{name}`", "taken": 50.0, "cpu": 40.0, "times": 6.4, "limit": 7} for name in ("python", "mfc")
        ],
        "compiler": {
            "sizes": [{"lines": n, "cold": {"check": TAKEN}, "warm": PHASES} for n in (20, 200)],
            "sixty": PHASES,
            "many": {**TAKEN, "specs": 20, "each": 0.05},
        },
        "editor": [{"title": "hover after a key", "taken": 9.6, "limit": 50}],
        "tournaments": {
            **dict.fromkeys(("LightGBM", "linear"), ways),
            "seeds": [{"seed": 0, "winners": ["net-000", "net-000"], "test": [0.9, 0.91]}],
            "networks": [NETWORK],
        },
        "demo": {"commands": {"installing": TAKEN}, "steps": {"start": 1.5, "fit": 6.0}},
        "wide": [{**RUN, "fits": n, "fits_per_task": 250, "overhead": 0.1} for n in (10, 100)],
    }


def test_results_are_written_with_their_plots(report: ModuleType, found: dict[str, Any], tmp_path: Path) -> None:
    report.write(found, tmp_path)
    text = (tmp_path / "RESULTS.md").read_text()
    assert "| bare fits | 1.6 s | 1.25 | 3.0 s | 1.00 | 80 MB | 0.4900 | 0.0e+00 |" in text
    assert "| FLAML | 2.0 s | 1.00 | 3.0 s | 1.00 | 80 MB | 0.5200 |  |" in text
    assert "Its 2 tasks; the fits alone, shared out evenly: 0.5 s, of which mfc takes 4.00 times as long." in text
    assert "| installing | 2.0 s | 3.0 s |\n| of it the step `start` | 1.5 s |  |" in text
    assert "| 200 | 1.0 ms | 2.0 ms | 1.0 ms | 2.0 ms | 100 ms | 1.0 ms | 35 µs |" in text
    assert "| (15,) | 2.0 s | 50.0 s | 25.0 | 1 | 2 |" in text
    assert {path.name for path in tmp_path.iterdir()} == {"RESULTS.md", "spec_sizes.png", "wide.png"}


def test_the_readme_quotes_between_its_markers(report: ModuleType, found: dict[str, Any], tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{report.BEGIN}\nstale\n{report.END}\nafter\n")
    report.quote(found, readme)
    text = readme.read_text()
    assert text.startswith(f"before\n{report.BEGIN}\n| what | how long |\n")
    assert text.endswith(f"|\n{report.END}\nafter\n")
    assert "stale" not in text
    assert "| `mfc` | 6.4 times `python -c pass` |" in text
    assert "| LightGBM tournament, 10 fits | 1.2 times bare fits, 4.0 times its fits alone |" in text


def test_the_readme_has_the_markers(report: ModuleType) -> None:
    text = (BENCHMARKS.parent / "README.md").read_text()
    assert text.index(report.BEGIN) < text.index(report.END)
