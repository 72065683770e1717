"""Stop training early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.libraries import library_of
from ...diagnostics.codes import NO_STOPPING
from ...syntax.tree import EarlyStoppingDeclaration
from ..document import Edit
from .here import Action, Here, added

if TYPE_CHECKING:
    from collections.abc import Iterator


PATIENCE = 10
ITERATIONS_AT_MOST = "1_000"


def early_stopping(here: Here) -> Iterator[Action]:
    """Offer to stop a model early that can be; a number of iterations becomes the most there may be."""
    entrant = here.entrant
    if entrant is None or entrant.estimator is None or not entrant.estimator.early_stopping or not entrant.is_complete:
        return
    if entrant.parts(EarlyStoppingDeclaration):
        return
    library = library_of(entrant.estimator.path)
    bound = [one for one in entrant.bindings if library and one.name.text in library.iterations]
    fixed = len(bound) == 1 and bound[0].operator == "="
    if bound and not fixed:
        return
    value = bound[0].value.span if bound else None
    document = here.document
    most = document.text[value.start : value.end] if value else ITERATIONS_AT_MOST
    block = f"early_stopping {{ patience = {PATIENCE}, max_iterations = {most} }}"
    edit = Edit(bound[0].span, block) if bound else added(document, entrant.model, block)
    warned = next((one for one in here.diagnostics if one.code is NO_STOPPING), None)
    yield Action("Stop training early", "quickfix" if warned else "refactor", (edit,), warned)
