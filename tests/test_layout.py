"""The shape of the source: a test file for each file, and files and functions that can be read at once."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
TESTS = {"compiler": "tests", "templates/library": "tests/library"}
"""Which folder of tests mirrors which folder of source."""

UNTESTED = {
    "__init__.py": "names a package, and says what is in it",
    "__main__.py": "calls the `main` of another file: tests/cli/test_main.py and tests/catalog/build/test_assemble.py",
}
"""Files without a test file of their own, and why."""

LONG_FILES = {
    "compiler/syntax/tree.py": "one class a kind of node",
}
LONG_FUNCTIONS = {
    "compiler/emit/select.py select": "one field of a flow a line",
}
"""What is longer than it may be, and why."""

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 30
MOST_LINES_OF_A_TEMPLATE = 60
MEDIAN_OF_FUNCTIONS = 6
NINETIETH_PERCENTILE_OF_FUNCTIONS = 15


class Function(NamedTuple):
    """A function or a method, by its file and its name, and how many lines it has from its `def` on."""

    name: str
    lines: int


SOURCES = [path for folder in TESTS for path in sorted((ROOT / folder).rglob("*.py"))]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


TEMPLATES = {relative(path): path.read_text(encoding="utf-8") for path in sorted((ROOT / "templates").rglob("*.jinja"))}


def functions() -> Iterator[Function]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Function(f"{relative(path)} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)


FUNCTIONS = [*functions()]


@pytest.mark.parametrize("folder", TESTS)
def test_every_source_file_has_a_test_file_of_its_name(folder: str) -> None:
    within = [path.relative_to(ROOT / folder) for path in SOURCES if path.is_relative_to(ROOT / folder)]
    tested = [path for path in within if path.name not in UNTESTED]
    assert len(tested) > 40
    missing = [
        str(path) for path in tested if not (ROOT / TESTS[folder] / path.with_name(f"test_{path.name}")).exists()
    ]
    assert missing == []


def test_files_can_be_read_at_once() -> None:
    lines = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {file for file, count in lines.items() if count > MOST_LINES_OF_A_FILE} <= LONG_FILES.keys()


def test_functions_can_be_read_at_once() -> None:
    assert {one.name for one in FUNCTIONS if one.lines > MOST_LINES_OF_A_FUNCTION} <= LONG_FUNCTIONS.keys()


def test_most_functions_are_short() -> None:
    lines = [one.lines for one in FUNCTIONS]
    assert median(lines) <= MEDIAN_OF_FUNCTIONS
    assert quantiles(lines, n=10)[-1] <= NINETIETH_PERCENTILE_OF_FUNCTIONS


def test_templates_can_be_read_at_once() -> None:
    assert len(TEMPLATES) > 20
    lines = {name: text.splitlines() for name, text in TEMPLATES.items()}
    assert [name for name, each in lines.items() if len(each) > MOST_LINES_OF_A_TEMPLATE] == []
    assert [(name, line) for name, each in lines.items() for line in each if len(line) > 120] == []


def test_no_expression_of_a_template_has_a_condition() -> None:
    expressions = [(name, found) for name, text in TEMPLATES.items() for found in re.findall(r"{{.*?}}", text)]
    assert [found for found in expressions if re.search(r"\b(if|or|and|not)\b", found[1])] == []
