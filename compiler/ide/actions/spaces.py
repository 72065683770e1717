"""A fixed value as a space to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Boolean, Options
from ...catalog.types import admits
from ...check.findings import show
from ...check.rules.search import strategy_name
from ...source import Span
from ...syntax.tree import Binding, Search
from ..edit import Edit
from .action import Action
from .here import added

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...catalog.entry import Argument
    from ...check.outline import Entrant
    from ..document import Document
    from .here import Here

DRAWS = 10
MOST_OPTIONS = 6


def spaces(here: Here) -> Iterator[Action]:
    """Offer to search around the value that an argument is fixed to."""
    document, entrant, binding = here.document, here.entrant, here.binding
    if entrant is None or binding is None or binding.operator != "=" or entrant.estimator is None:
        return
    argument = entrant.estimator.arguments.get(binding.name.text)
    value = document.outline.evaluator.value(binding.value)
    if argument is None or not isinstance(value, bool | int | float | str):
        return
    choices = _choices(argument, value)
    if len(choices) > 1:
        text = f"in [{', '.join(map(show, choices))}]"
        yield Action(f"Search `{binding.name.text} {text}`", "refactor", (_put(document, binding, text),))
    bounds = _bounds(argument, value)
    search = entrant.part(Search)
    if bounds and (search is None or strategy_name(search) == "random"):
        text = f"~ loguniform({bounds[0]:g}, {bounds[1]:g})"
        edits = (_put(document, binding, text), *_drawn(document, entrant, search))
        yield Action(f"Search `{binding.name.text} {text}`", "refactor", edits)


def _put(document: Document, binding: Binding, text: str) -> Edit:
    start = binding.name.span.end + document.text[binding.name.span.end :].index("=")
    return Edit(Span(start, binding.span.end), text)


def _choices(argument: Argument, value: float | str) -> Sequence[float | str]:
    """Return a few values about one, itself among them, that an argument takes."""
    if isinstance(value, bool):
        return [False, True] if any(isinstance(kind, Boolean) for kind in argument.types) else []
    if isinstance(value, str):
        options = [one for kind in argument.types if isinstance(kind, Options) for one in kind.values]
        strings = [one for one in options if isinstance(one, str)]
        return [value, *(one for one in strings if one != value)][:MOST_OPTIONS] if value in strings else []
    near = [value // 2, value, value * 2] if isinstance(value, int) else [value / 10, value, value * 10]
    return [one for one in dict.fromkeys(near) if admits(argument.types, one)]


def _bounds(argument: Argument, value: float | str) -> tuple[float, float] | None:
    """Return the bounds of a draw about a positive number, as far as the argument takes what lies between."""
    if not isinstance(value, float) or value <= 0:
        return None
    low, high = value / 10, value * 10
    if not admits(argument.types, high):
        high = 1.0
    return (low, high) if low < high and admits(argument.types, low) and admits(argument.types, high) else None


def _drawn(document: Document, entrant: Entrant, search: Search | None) -> list[Edit]:
    return [] if search else [added(document, entrant.model, f"search random({DRAWS})")]
