import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "benchmarks" / "reliability.py"
OUTCOMES = [
    {"fault": "the disk is full", "happens": "it stops", "kept": "all"},
    {"fault": "a task is killed", "happens": "it is tried again", "kept": "everything"},
]


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reliability", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_has_a_row_for_each_fault(script: ModuleType) -> None:
    assert script.table(OUTCOMES).splitlines() == [
        "| when | then | kept |",
        "| --- | --- | --- |",
        "| a task is killed | it is tried again | everything |",
        "| the disk is full | it stops | all |",
    ]


def test_the_rest_of_the_page_stays(script: ModuleType) -> None:
    page = "before\n<!-- table -->\nold\n<!-- /table -->\nafter\n"
    once = script.updated(page, OUTCOMES)
    assert once.startswith("before\n<!-- table -->\n| when |")
    assert once.endswith("| all |\n<!-- /table -->\nafter\n")
    assert script.updated(once, OUTCOMES) == once


def test_every_fault_that_is_tested_stands_in_the_documentation(script: ModuleType) -> None:
    recorded = sum(
        file.read_text().count("    record(\n") for file in (FILE.parents[1] / "tests/faults").glob("test_*.py")
    )
    assert script.PAGE.read_text().count("\n| ") - 2 == recorded
