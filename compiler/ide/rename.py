"""Another name for something, wherever it stands."""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING

from ..check.reserved import PARAMETERS
from ..check.rules.names import CAP_WORDS
from ..check.scope import paths
from ..syntax import tree
from .edit import Edit
from .names import name_at, shifted_name
from .references import references

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..source import Span
    from .document import Document
    from .names import Name
    from .workspace import View

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
        message = "there is no name here that the specification declares"
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
        problem = f"`{new}` cannot be a name: names are made of the letters a to z, digits and `_`"
    elif new in LITERALS or keyword.iskeyword(new):
        problem = f"`{new}` is a word of the language, or of Python"
    elif isinstance(declaration, tree.Tournament) and not CAP_WORDS.fullmatch(new):
        problem = f"the name of a tournament is written in CapWords, and `{new}` is not"
    elif isinstance(declaration, tree.Param) and (new in PARAMETERS or new.startswith("_")):
        problem = f"the flow needs the name `{new}` for itself"
    elif new != name.text and _is_taken(document, declaration, new):
        problem = f"`{new}` means something else already"
    if problem:
        raise RenameError(problem)


def _is_taken(document: Document, declaration: object, new: str) -> bool:
    """Tell whether a name means something else already, be it a word that an argument takes."""
    if isinstance(declaration, tree.Tournament | tree.Step):
        return False
    ensembles = {one.name.text for one in document.outline.all(tree.Ensemble)}
    return (
        new in document.outline.scope.names
        or new in ensembles
        or new in {path.text for path in paths(document.program)}
    )
