"""Rename something wherever it is used."""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING

from ...meaning.naming import CAP_WORDS
from ...meaning.reserved import PARAMETERS, is_taken
from ...meaning.scope import paths
from ...syntax import tree
from ..document import Document, Edit
from .names import name_at, shifted_name
from .references import references

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...source import Span
    from ..workspace import View
    from .names import Name

WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
LITERALS = frozenset({"true", "false", "none", "in"})


class RenameError(Exception):
    """Why something cannot have a name, as a sentence for the user."""


def prepare(view: View, offset: int) -> Span | None:
    """Return the name at an offset, if it is one that can be changed."""
    name = name_at(view.document, view.start + offset)
    return shifted_name(name, -view.start).span if name else None


def rename(views: Sequence[View], offset: int, new: str) -> dict[str, list[Edit]]:
    """Return, by file, the edits that give the name at an offset another one; raise `RenameError` if none can."""
    found = [name for view in views if (name := name_at(view.document, view.start + offset))]
    if not found:
        message = "there is no declared name here"
        raise RenameError(message)
    for view in views:
        _check(view.document, found[0], new)
    edits: dict[str, list[Edit]] = {}
    for place in references(views, offset):
        edits.setdefault(place.source.name, []).append(Edit(place.span, new))
    return edits


def _check(document: Document, name: Name, new: str) -> None:
    """Raise if a name cannot be had."""
    declaration = name.declaration
    problem = None
    if not WORD.fullmatch(new):
        problem = f"`{new}` cannot be a name: names consist of the letters a to z, digits and `_`"
    elif new in LITERALS or keyword.iskeyword(new):
        problem = f"`{new}` is a keyword of the language or of Python"
    elif isinstance(declaration, tree.TournamentDeclaration) and not CAP_WORDS.fullmatch(new):
        problem = f"the tournament name `{new}` is not in CapWords"
    elif isinstance(declaration, tree.ParamDeclaration) and is_taken(new, PARAMETERS):
        problem = f"the name `{new}` is reserved by the flow"
    elif new != name.text and _is_taken(document, declaration, new):
        problem = f"`{new}` is already in use"
    if problem:
        raise RenameError(problem)


def _is_taken(document: Document, declaration: object, new: str) -> bool:
    """Return whether a name already has another meaning, for example as a value of an argument."""
    if isinstance(declaration, tree.TournamentDeclaration | tree.StepDeclaration):
        return False
    return new in document.outline.scope.names or new in {path.text for path in paths(document.program)}
