"""Every example of the language's reference compiles, and has the findings that its comments announce."""

import ast
import re
from pathlib import Path

import pytest
from checking import spec

from mfc.pipeline import Compilation
from mfc.source import Source

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
EXAMPLES = re.findall(r"^```mf\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
ANNOUNCED = re.compile(r"# (MF\d{3})")


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_has_the_findings_it_announces_and_compiles_without_errors(example: str) -> None:
    compilation = Compilation(Source("example.mf", spec(example)))
    lines = compilation.source.text.splitlines()
    announced = [(number, code) for number, line in enumerate(lines, 1) for code in ANNOUNCED.findall(line)]
    found = [(compilation.source.position(one.span.start).line, one.code.id) for one in compilation.diagnostics]
    assert found == announced
    if not compilation.has_errors:
        ast.parse(compilation.flow("example_flow.py"))


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 15
