"""Advice: a model is declared only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import SAME_CANDIDATE
from ...diagnostics.diagnostic import Diagnostic, Related
from ...meaning.evaluate import UNKNOWN
from ...syntax.tree import EarlyStoppingDeclaration, PreprocessDeclaration, SpaceDeclaration, StepDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Entrant, Outline
    from ...syntax.tree import Identifier


def alike(outline: Outline, report: Report) -> None:
    """Warn of models that are the same."""
    first: dict[str, Identifier] = {}
    for entrant in outline.entrants:
        name = entrant.model.name
        key = _key(entrant, outline)
        if key is not None and (other := first.setdefault(key, name)) is not name:
            message = f"`{name.text}` and `{other.text}` are the same model with the same arguments"
            related = (Related(other.span, "the other one is here"),)
            report(Diagnostic(SAME_CANDIDATE, name.span, message, "declared twice", related=related))


def _key(entrant: Entrant, outline: Outline) -> str | None:
    """Return a key that two models share if they are the same, or None if they are random or contain a mistake."""
    drawn = any(binding.operator == "~" for binding in entrant.varied)
    is_plain = not any(
        isinstance(entry, SpaceDeclaration | StepDeclaration | PreprocessDeclaration) for entry in entrant.model.entries
    )
    if entrant.estimator is None or not entrant.is_complete or drawn or not is_plain:
        return None
    stopping = entrant.part(EarlyStoppingDeclaration)
    bound = (*entrant.bindings, *entrant.others)
    given = [*((one.name.text, outline.evaluator.value(one.value)) for one in bound)]
    given += outline.settings("early_stopping", stopping.entries if stopping else ()).items()
    if any(value is UNKNOWN for _, value in given):
        return None
    return f"{entrant.estimator.path}{sorted(map(repr, given))}"
