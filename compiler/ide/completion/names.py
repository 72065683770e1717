"""The names that the specification declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...check.evaluate import UNKNOWN, sample
from ...check.findings import show
from ...check.scope import definition
from ...syntax.tree import Let, Model, Param
from .item import Item, Kind

if TYPE_CHECKING:
    from ..cursor import Cursor
    from ..document import Document


def constants(document: Document, place: Cursor) -> list[Item]:
    """Offer the constants and parameters, but for the one whose value is being written."""
    within = _defined(place)
    return [
        Item(
            name,
            Kind.CONSTANT if isinstance(named, Let) else Kind.PARAMETER,
            _worth(document, named),
            named.help.value if isinstance(named, Param) and named.help and isinstance(named.help.value, str) else "",
            rank=3,
        )
        for name, named in document.whole.outline.scope.names.items()
        if isinstance(named, Let | Param) and name != within
    ]


def models(document: Document) -> list[Item]:
    """Offer the models."""
    return [
        Item(name, Kind.MODEL, named.estimator.text)
        for name, named in document.whole.outline.scope.names.items()
        if isinstance(named, Model)
    ]


def _defined(place: Cursor) -> str | None:
    entry = place.entry
    return str(entry[1].value) if len(entry) > 1 and entry[0].kind in {"LET", "PARAM"} else None


def _worth(document: Document, named: Let | Param) -> str:
    value = document.whole.outline.evaluator.value(definition(named))
    return "" if value is UNKNOWN else show(sample(value))
