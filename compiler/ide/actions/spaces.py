"""A fixed value as a space to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Boolean, Options
from ...catalog.types import admits
from ...meaning.show import show
from ...meaning.space import strategy_name
from ...source import Span
from ...syntax.tree import Binding, SearchDeclaration
from ..document import Document, Edit
from .here import Action, Here, added

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...catalog.entry import Argument
    from ...meaning.outline import Entrant

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
    search = entrant.part(SearchDeclaration)
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
    near = [value // 2, value, value * 2] if isinstance(value, int) else [_short(value / 10), value, _short(value * 10)]
    return [one for one in dict.fromkeys(near) if admits(argument.types, one)]


def _bounds(argument: Argument, value: float | str) -> tuple[float, float] | None:
    """Return the bounds of a draw about a positive number, as far as the argument takes what lies between."""
    if not isinstance(value, float) or value <= 0:
        return None
    low, high = _short(value / 10), _short(value * 10)
    if not admits(argument.types, high):
        high = 1.0
    return (low, high) if low < high and admits(argument.types, low) and admits(argument.types, high) else None


def _short(value: float) -> float:
    """Return a number as a person would write it: 0.07 for the 0.06999999999999999 that is 0.7 / 10."""
    return float(f"{value:.15g}")


def _drawn(document: Document, entrant: Entrant, search: SearchDeclaration | None) -> list[Edit]:
    return [] if search else [added(document, entrant.model, f"search random({DRAWS})")]
