"""The values that arguments are given; in some a bare word stands for itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..catalog.entry import Column, Label, Sequence, Variable, Word
from ..diagnostics.codes import OUT_OF_RANGE, WRONG_TYPE
from ..diagnostics.diagnostic import Diagnostic
from ..syntax.tree import Call, Constant, ListOf, Path, TupleOf
from .arguments import match
from .evaluate import UNKNOWN
from .show import describe
from .values import FromEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.entry import Entry, Type
    from ..syntax.tree import Expression
    from .arguments import Written
    from .evaluate import Evaluator, Result

VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def values(entry: Entry, written: Iterable[Written], evaluator: Evaluator) -> dict[str, Result]:
    """Return the value that each argument of an entry is given, in the order written."""
    bound = match(entry, written)
    return {name: read(entry.arguments[name].types, one.value, evaluator) for name, one in bound.items()}


def read(types: tuple[Type, ...], node: Expression, evaluator: Evaluator) -> Result:
    """Return the value that an argument is given; a bare word stands for itself where one of the types takes words."""
    match node:
        case Call() if node.function.text == "env" and any(isinstance(kind, Variable) for kind in types):
            return _variable(node, evaluator)
        case Path() if len(node.parts) == 1 and _takes_word((*types, *item_types(types)), node.text, evaluator):
            return node.text
        case ListOf() | TupleOf() if take_words((*types, *(items := item_types(types)))):
            values = [read(items or types, item, evaluator) for item in node.items]
            return UNKNOWN if UNKNOWN in values else values  # type: ignore[return-value]
    return evaluator.value(node)


def item_types(types: Iterable[Type]) -> tuple[Type, ...]:
    """Return what the items of a list may be, where an argument takes lists."""
    return tuple(item for kind in types if isinstance(kind, Sequence) for item in kind.items)


def take_words(types: tuple[Type, ...]) -> bool:
    """Return whether bare words may stand for themselves."""
    return any(isinstance(kind, Word | Column | Label) for kind in types)


def _takes_word(types: tuple[Type, ...], word: str, evaluator: Evaluator) -> bool:
    """Return whether a name stands for itself: always where data are meant, otherwise if nothing declares it."""
    return any(isinstance(kind, Column | Label) for kind in types) or (
        take_words(types) and word not in evaluator.scope.names
    )


def _variable(node: Call, evaluator: Evaluator) -> Result:
    """Return the environment variable that `env("NAME")` stands for, or say what is wrong with it."""
    names = [argument.value for argument in node.arguments]
    if len(names) == 1 and isinstance(names[0], Constant) and isinstance(name := names[0].value, str):
        if VARIABLE.fullmatch(name):
            return FromEnvironment(name)
        message = f"an environment variable cannot be called {describe(name)}"
        evaluator.mistakes.append(
            Diagnostic(OUT_OF_RANGE, names[0].span, message, 'expected a name such as "DATABASE_URL"')
        )
    else:
        message = "`env` takes the name of an environment variable"
        evaluator.mistakes.append(
            Diagnostic(WRONG_TYPE, node.span, message, 'expected `env("DATABASE_URL")`, for example')
        )
    return UNKNOWN
