"""A draw of integers as an inclusive range, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...meaning.space import draws
from ...source import Span
from ...syntax.tree import Call, Constant, Range
from ..document import Document, Edit
from .here import Action, Here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...syntax.tree import Binding, Expression


def ranges(here: Here) -> Iterator[Action]:
    """Offer `in 1..3` for `~ randint(1, 4)`, and `~ randint(1, 4)` for `in 1..3` where candidates are drawn anyway."""
    document, entrant, binding = here.document, here.entrant, here.binding
    match binding and (binding.operator, binding.value):
        case "~", Call(function=function, arguments=(low, high)) if function.text == "randint":
            if low.name is None and high.name is None:
                yield _written(
                    document, binding, "in", f"{_text(document, low.value)}..{_moved(document, high.value, -1)}"
                )
        case "in", Range(low=low, high=high):
            if entrant and draws(entrant, document.outline.evaluator):
                yield _written(document, binding, "~", f"randint({_text(document, low)}, {_moved(document, high, 1)})")


def _written(document: Document, binding: Binding | None, operator: str, value: str) -> Action:
    assert binding  # noqa: S101 - it has been matched
    start = binding.name.span.end + document.text[binding.name.span.end :].index(binding.operator)
    text = f"{operator} {value}"
    return Action(f"Write `{text}`", "refactor", (Edit(Span(start, binding.span.end), text),))


def _text(document: Document, node: Expression) -> str:
    return document.text[node.span.start : node.span.end]


def _moved(document: Document, node: Expression, by: int) -> str:
    """Return an end of a range with a number added to it."""
    if isinstance(node, Constant) and isinstance(node.value, int):
        return str(node.value + by)
    return f"{_text(document, node)} {'+' if by > 0 else '-'} {abs(by)}"
