"""How what is being called is called, and which of its arguments is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..place.cursor import cursor
from ..place.slot import callee, innermost_call, slot
from .wording import about_argument, about_entry, parameter

if TYPE_CHECKING:
    from ..document import Document


class Parameter(NamedTuple):
    """An argument: where it stands in the signature's text, and what is known of it."""

    start: int
    end: int
    text: str


class Signature(NamedTuple):
    """A signature, its arguments, and the number of the one that is being written."""

    label: str
    text: str
    parameters: tuple[Parameter, ...]
    active: int | None


def signature(document: Document, offset: int) -> Signature | None:
    """Return the signature of the call that is open at an offset."""
    place = cursor(document, offset)
    call = innermost_call(place.entry) if place else None
    entry = callee(document, call) if call else None
    if place is None or call is None or entry is None:
        return None
    label = f"{call.function}("
    parameters: list[Parameter] = []
    for argument in entry.arguments.values():
        shown = parameter(argument)
        start = len(label) + 2 * bool(parameters)
        label += f"{', ' if parameters else ''}{shown}"
        parameters.append(Parameter(start, start + len(shown), about_argument(argument, entry)))
    here = slot(document, place)
    names = [*entry.arguments]
    active = names.index(here.argument.name) if here and here.argument else None
    return Signature(f"{label})", about_entry(entry), tuple(parameters), active)
