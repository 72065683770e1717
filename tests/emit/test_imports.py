"""Imports are printed as ruff sorts them and black breaks them."""

import ast
import random

import black
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linting import mended

from mfc.emit.imports import Import, imports_of, is_import, printed

MODULES = [
    "os",
    "os.path",
    "OS",
    "collections.abc",
    "numpy",
    "Numpy",
    "numpy2",
    "numpy10",
    "a_b",
    "ab",
    "a.b",
    "a1",
    "xml.etree",
    "typing",
]
NAMES = ["ABC", "Abc", "abc", "A", "a", "A1", "X_Y", "_x", "_X", "f8", "f16", "b_2", "b2", "Path", "PATH", "path"]
LONG = [f"a_rather_long_name_of_a_member_{number}" for number in range(5)]

modules = st.sampled_from(MODULES)
aliases = st.none() | st.sampled_from(["x", "y10", "y9"])
imports = st.builds(Import, modules, st.none(), aliases) | st.builds(
    Import, modules, st.sampled_from(NAMES + LONG), aliases
)


def written(one: Import) -> str:
    renamed = f" as {one.alias}" if one.alias else ""
    return f"from {one.module} import {one.member}{renamed}" if one.member else f"import {one.module}{renamed}"


@given(st.sets(imports, min_size=1, max_size=14), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_is_that_of_ruff(found: set[Import], shuffled: random.Random) -> None:
    lines = sorted(map(written, found))
    shuffled.shuffle(lines)
    text = printed(found) + "\n"
    assert text == mended("\n".join(lines) + "\n", "I")
    assert text == black.format_str(text, mode=black.Mode(line_length=100))


def test_lines_within_a_block_are_shorter_by_its_indentation() -> None:
    module = "a" * 80
    fits = [Import(module, "b" * 7)]
    assert len(printed(fits)) == 100
    assert printed(fits, indent="    ") == f"    from {module} import (\n        {'b' * 7},\n    )"


@pytest.mark.parametrize(
    ("statement", "bound"),
    [
        ("import os.path", ["os"]),
        ("import numpy as np, gc", ["np", "gc"]),
        ("from a import b, c as d", ["b", "d"]),
    ],
)
def test_an_import_knows_what_it_binds(statement: str, bound: list[str]) -> None:
    [parsed] = ast.parse(statement).body
    assert isinstance(parsed, ast.Import | ast.ImportFrom)
    assert [one.bound for one in imports_of(parsed)] == bound


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("import os", True),
        ("if TYPE_CHECKING:\n    import os", True),
        ("if typing.TYPE_CHECKING:\n    import os", True),
        ("if True:\n    import os", False),
        ("x = 1", False),
    ],
)
def test_blocks_for_type_checkers_are_imports(statement: str, expected: bool) -> None:
    assert is_import(ast.parse(statement).body[0]) is expected
