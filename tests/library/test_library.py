"""The style of the flows' library, which is that of flows: nothing of it is formatted again."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import black
import pytest

import mfc.templates.library as library

MODULES = sorted(path for path in Path(library.__file__).parent.glob("*.py") if path.name != "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_is_as_black_writes_flows(path):
    text = path.read_text()
    assert black.format_str(text, mode=black.Mode(line_length=100)) == text


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_imports_at_its_start_only_what_costs_nothing(path):
    tree = ast.parse(path.read_text())
    imported = [node.names[0].name for node in tree.body if isinstance(node, ast.Import)]
    imported += [node.module for node in tree.body if isinstance(node, ast.ImportFrom) and not node.level]
    assert [name for name in imported if name.split(".")[0] not in {*sys.stdlib_module_names, "metaflow"}] == []
    assert ast.get_docstring(tree).endswith("."), "the title of a section"
