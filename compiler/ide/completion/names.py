"""The names that the specification declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...meaning.evaluate import UNKNOWN
from ...meaning.samples import sample
from ...meaning.scope import definition
from ...meaning.show import show
from ...syntax.tree import LetDeclaration, ModelDeclaration, ParamDeclaration
from .item import CompletionItem, ItemKind

if TYPE_CHECKING:
    from ..document import Document
    from ..place.cursor import Cursor


def constants(document: Document, place: Cursor) -> list[CompletionItem]:
    """Offer the constants and parameters, but for the one whose value is being written."""
    within = _defined(place)
    return [
        CompletionItem(
            name,
            ItemKind.CONSTANT if isinstance(named, LetDeclaration) else ItemKind.PARAMETER,
            _worth(document, named),
            named.help.value
            if isinstance(named, ParamDeclaration) and named.help and isinstance(named.help.value, str)
            else "",
            rank=3,
        )
        for name, named in document.whole.outline.scope.names.items()
        if isinstance(named, LetDeclaration | ParamDeclaration) and name != within
    ]


def models(document: Document) -> list[CompletionItem]:
    """Offer the models."""
    return [
        CompletionItem(name, ItemKind.MODEL, named.estimator.text)
        for name, named in document.whole.outline.scope.names.items()
        if isinstance(named, ModelDeclaration)
    ]


def _defined(place: Cursor) -> str | None:
    entry = place.entry
    return str(entry[1].value) if len(entry) > 1 and entry[0].kind in {"LET", "PARAM"} else None


def _worth(document: Document, named: LetDeclaration | ParamDeclaration) -> str:
    value = document.whole.outline.evaluator.value(definition(named))
    return "" if value is UNKNOWN else show(sample(value))
