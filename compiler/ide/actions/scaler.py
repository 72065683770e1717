"""Bring numbers to one scale before they come to a model that minds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...source import Span
from ...syntax.tree import Call, Path, Preprocess, Route
from ..edit import Edit
from .action import Action
from .here import added

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..document import Document
    from .here import Here

SCALER = "StandardScaler()"
SCALING = ("Scaler", "Normalizer", "QuantileTransformer", "PowerTransformer")
MINDING = (
    "keras.",
    "sklearn.linear_model.",
    "sklearn.neighbors.",
    "sklearn.neural_network.",
    "sklearn.svm.",
    "sklearn.gaussian_process.",
)
"""Where the estimators are that depend on the scale of their columns."""


def scaler(here: Here) -> Iterator[Action]:
    """Offer to scale the numeric columns, where the place is in the preprocessing or in a model that minds."""
    document = here.document
    declared = [one for one in document.compilation.parsed.program.declarations if isinstance(one, Preprocess)]
    inside = any(here.begins_in(one.span) for one in declared)
    entrant = here.entrant
    minds = entrant is not None and entrant.estimator is not None and entrant.estimator.path.startswith(MINDING)
    if not inside and not minds:
        return
    if declared:
        edit = _in_block(document, declared[0])
    else:
        start = min(one.model.span.start for one in document.outline.entrants)
        edit = Edit(Span(start, start), f"preprocess {{\n  numeric -> {SCALER}\n}}\n\n")
    if edit:
        yield Action("Scale the numeric columns", "refactor", (edit,))


def _in_block(document: Document, declared: Preprocess) -> Edit | None:
    """Return the edit that adds a scaler to a preprocessing, unless it has one."""
    routes = [route for route in declared.routes if isinstance(route, Route)]
    if any(_scales(step) for route in routes for step in route.steps):
        return None
    numeric = next((one for one in routes if isinstance(one.columns, Path) and one.columns.text == "numeric"), None)
    if numeric is None:
        return added(document, declared, f"numeric -> {SCALER}")
    end = numeric.span.end
    return Edit(Span(end, end), f" -> {SCALER}")


def _scales(step: Path | Call) -> bool:
    return (step.function if isinstance(step, Call) else step).parts[-1].endswith(SCALING)
