"""A library module is indexed as it stands."""

import pytest

from mfc.emit.imports import Import
from mfc.emit.module import LinkError, read_module

MODULE = '''
"""Trained models.

More about them.
"""

from __future__ import annotations

import os.path
import os
from functools import partial as part
from typing import TYPE_CHECKING

from .scoring import features, score
from .spec import TARGET

if TYPE_CHECKING:
    import numpy as np

# Apart.

# How many.
COUNT = 3  # at least
"""Said in words."""

FIRST, (SECOND, *REST) = 1, (2, 3)
TABLE: dict[str, int] = {
    "a": COUNT,
}


# Above decorators.
@part
@part(
    1,
)
def train() -> np.ndarray:  # later
    """Train."""
    return score(features)
    # at its end


class Model:
    size = TARGET
'''


def test_definitions_are_copied_with_their_comments_and_decorators() -> None:
    module = read_module("train", MODULE.lstrip())
    assert module.title == "Trained models"
    assert [(definition.names, definition.text) for definition in module.definitions] == [
        (("COUNT",), '# How many.\nCOUNT = 3  # at least\n"""Said in words."""'),
        (("FIRST", "SECOND", "REST"), "FIRST, (SECOND, *REST) = 1, (2, 3)"),
        (("TABLE",), 'TABLE: dict[str, int] = {\n    "a": COUNT,\n}'),
        (
            ("train",),
            "# Above decorators.\n@part\n@part(\n    1,\n)\ndef train() -> np.ndarray:  # later\n"
            '    """Train."""\n    return score(features)',
        ),
        (("Model",), "class Model:\n    size = TARGET"),
    ]
    assert [definition.module for definition in module.definitions] == ["train"] * 5
    lines = MODULE.lstrip().split("\n")
    assert all(lines[each.first - 1] == each.text.split("\n")[0] for each in module.definitions)


def test_imports_are_known_by_what_they_bind() -> None:
    module = read_module("train", MODULE.lstrip())
    assert module.imports == {
        "os": {Import("os.path"), Import("os")},
        "part": {Import("functools", "partial", "part")},
        "TYPE_CHECKING": {Import("typing", "TYPE_CHECKING")},
        "np": {Import("numpy", None, "np")},
    }
    assert module.siblings == {"features": "scoring", "score": "scoring", "TARGET": "spec"}


def test_a_definition_knows_what_it_uses() -> None:
    count, _, table, train, model = read_module("train", MODULE.lstrip()).definitions
    assert count.uses.at_import == frozenset()
    assert (table.uses.at_import, table.uses.annotations) == ({"COUNT"}, {"dict", "str", "int"})
    assert (train.uses.at_import, train.uses.later, train.uses.annotations) == ({"part"}, {"score", "features"}, {"np"})
    assert model.uses.at_import == {"TARGET"}


def test_an_overloaded_function_is_all_its_definitions() -> None:
    text = '"""Title."""\n\n\n@overload\ndef f(a: int) -> int: ...\n\n\ndef f(a):\n    return a\n'
    assert [each.first for each in read_module("m", text).defining("f")] == [4, 8]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1", "has no docstring"),
        ('"""Title."""\nprint(1)', "line 2 of the library's module `m` defines nothing"),
        ('"""Title."""\nfor i in []: pass', "line 2 of the library's module `m` defines nothing"),
        ('"""Title."""\nos.x = 1', "line 2 of the library's module `m` defines nothing"),
        ('"""Title."""\nfrom os import *', "imports no single names"),
        ('"""Title."""\nif TYPE_CHECKING:\n    x = 1', "line 3 imports no single names"),
        ('"""Title."""\nfrom .a import b as c', "cannot be linked"),
        ('"""Title."""\nfrom . import a', "cannot be linked"),
        ('"""Title."""\nfrom ..a import b', "cannot be linked"),
    ],
)
def test_what_cannot_be_linked_is_refused(text: str, message: str) -> None:
    with pytest.raises(LinkError, match=message):
        read_module("m", text)
