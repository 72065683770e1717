"""Scale numeric columns for models that are sensitive to scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.scaling import SENSITIVE
from ...diagnostics.codes import UNSCALED
from ...source import Span
from ...syntax.tree import Call, Path, PreprocessDeclaration, RouteDeclaration
from ..document import Document, Edit
from .here import Action, Here, added

if TYPE_CHECKING:
    from collections.abc import Iterator


SCALER = "StandardScaler()"
SCALING = ("Scaler", "Normalizer", "QuantileTransformer", "PowerTransformer")


def scaler(here: Here) -> Iterator[Action]:
    """Offer to scale the numeric columns if the place is in the preprocessing or in a scale-sensitive model."""
    entrant = here.entrant
    minds = entrant is not None and entrant.estimator is not None and entrant.estimator.name in SENSITIVE.split()
    declared = [
        one for one in here.document.compilation.parsed.program.declarations if isinstance(one, PreprocessDeclaration)
    ]
    own = entrant.part(PreprocessDeclaration) if entrant else None
    blocks = [own] if own else declared
    if not minds and not any(here.begins_in(block.span) for block in blocks):
        return
    edit = _in_block(here.document, blocks[0]) if blocks else _before_the_models(here.document)
    if edit:
        warned = next((one for one in here.diagnostics if one.code is UNSCALED), None)
        yield Action("Scale the numeric columns", "quickfix" if warned else "refactor", (edit,), warned)


def _before_the_models(document: Document) -> Edit:
    start = min(one.model.span.start for one in document.outline.entrants)
    return Edit(Span(start, start), f"preprocess {{\n  numeric -> {SCALER}\n}}\n\n")


def _in_block(document: Document, declared: PreprocessDeclaration) -> Edit | None:
    """Return the edit that adds a scaler to a preprocessing, unless it has one."""
    routes = [route for route in declared.routes if isinstance(route, RouteDeclaration)]
    if any(_scales(step) for route in routes for step in route.steps):
        return None
    numeric = next((one for one in routes if isinstance(one.columns, Path) and one.columns.text == "numeric"), None)
    if numeric is None:
        return added(document, declared, f"numeric -> {SCALER}")
    end = numeric.span.end
    return Edit(Span(end, end), f" -> {SCALER}")


def _scales(step: Path | Call) -> bool:
    return (step.function if isinstance(step, Call) else step).parts[-1].endswith(SCALING)
