"""Another name for something, wherever it stands."""

from __future__ import annotations

import keyword
import re
from typing import TYPE_CHECKING

from ..check.reserved import PARAMETERS
from ..check.rules.names import CAP_WORDS
from ..syntax import tree
from .names import name_at, places

if TYPE_CHECKING:
    from ..source import Span
    from .document import Document
    from .edit import Edit
    from .names import Name

from .edit import Edit

WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
LITERALS = frozenset({"true", "false", "none", "in"})


class RenameError(Exception):
    """Why something cannot have a name, as a sentence for the user."""


def prepare(document: Document, offset: int) -> Span | None:
    """Return the name at an offset, if it is one that can be changed."""
    name = name_at(document, offset)
    return name.span if name else None


def rename(document: Document, offset: int, new: str) -> list[Edit]:
    """Return the edits that give the name at an offset another one; raise `RenameError` if it cannot be had."""
    name = name_at(document, offset)
    if name is None:
        message = "there is no name here that the specification declares"
        raise RenameError(message)
    _check(document, name, new)
    return [Edit(one.span, new) for one in places(document, name)]


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
        problem = f"`{new}` is declared already"
    if problem:
        raise RenameError(problem)


def _is_taken(document: Document, declaration: object, new: str) -> bool:
    """Tell whether something else of the same kind has a name."""
    if isinstance(declaration, tree.Tournament):
        return False
    names = {*document.outline.scope.names, *(one.name.text for one in document.outline.all(tree.Ensemble))}
    return new in names
