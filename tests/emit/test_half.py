"""The generated half is taken apart without losing a line."""

import pytest

from mfc.emit.half import read_half
from mfc.emit.imports import Import
from mfc.emit.module import LinkError

HALF = '''
# /// script
# ///
# A stamp
"""The story."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

# Said

A = 1  # one


class Flow(Base):
    a: np.ndarray = A


# Last of all.
if __name__ == "__main__":
    # Begin
    gc.collect()
    Flow()
'''.lstrip()


def test_the_parts() -> None:
    half = read_half(HALF)
    lines = HALF.split("\n")
    assert half.head == (1, lines[:4])
    assert half.body == (14, lines[13:20])
    assert half.main == (23, lines[22:27])
    assert not half.begins_with_definition
    assert half.imports == {
        "gc": {Import("gc")},
        "TYPE_CHECKING": {Import("typing", "TYPE_CHECKING")},
        "np": {Import("numpy", None, "np")},
    }
    assert half.binds == {"A", "Flow"}
    assert [uses.at_import for uses in half.body_uses + half.main_uses] == [
        set(),
        {"A", "Base"},
        {"__name__", "gc", "Flow"},
    ]
    assert half.body_uses[1].annotations == {"np"}


@pytest.mark.parametrize(
    ("text", "head", "body", "main", "begins"),
    [
        ("def f():\n    pass\n", [], ["def f():", "    pass"], [], True),
        ("@a\nclass C:\n    pass\n", [], ["@a", "class C:", "    pass"], [], True),
        ('"""Doc."""\n', ['"""Doc."""'], [], [], False),
        ("", [], [], [], False),
        ("import os\n\n\nx = 1\n\n\n\n# End\n", [], ["x = 1", "", "", "", "# End"], [], False),
        ('if __name__ == "__main__":\n    f()\n', [], [], ['if __name__ == "__main__":', "    f()"], False),
    ],
)
def test_every_part_may_be_missing(text: str, head: list[str], body: list[str], main: list[str], begins: bool) -> None:
    half = read_half(text)
    assert (list(half.head.lines), list(half.body.lines), list(half.main.lines)) == (head, body, main)
    assert half.begins_with_definition is begins


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\nimport os\n", "imports below other statements"),
        ("from .a import b\n", "relative import"),
        ("from os import *\n", "imports no single names"),
    ],
)
def test_imports_that_cannot_be_linked_are_refused(text: str, message: str) -> None:
    with pytest.raises(LinkError, match=message):
        read_half(text)
