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
    once = script.updated(page, script.table(OUTCOMES))
    assert once.startswith("before\n<!-- table -->\n| when |")
    assert once.endswith("| all |\n<!-- /table -->\nafter\n")
    assert script.updated(once, script.table(OUTCOMES)) == once


def test_each_table_has_a_place_of_its_own(script: ModuleType) -> None:
    page = "<!-- table -->\none\n<!-- /table -->\n<!-- batch -->\ntwo\n<!-- /batch -->\n"
    assert script.updated(page, "new\n", "batch") == page.replace("two", "new")


def test_every_table_stands_in_its_page(script: ModuleType) -> None:
    for name, table in script.TABLES.items():
        shown = rows_of(table.page, name)
        assert shown[0] == script.table([], table.columns).splitlines()[0]
        assert len(shown) > 2


def test_every_fault_that_is_tested_stands_in_the_documentation(script: ModuleType) -> None:
    for name, folder in {"table": "faults", "batch": "engines"}.items():
        tests = (FILE.parents[1] / "tests" / folder).glob("test_*.py")
        recorded = sum(file.read_text().count("    record(\n") for file in tests)
        assert len(rows_of(script.TABLES[name].page, name)) - 2 == recorded, name


def rows_of(page: Path, name: str) -> list[str]:
    return page.read_text().partition(f"<!-- {name} -->\n")[2].partition(f"<!-- /{name} -->")[0].splitlines()
