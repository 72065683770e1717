"""Advice: models that are sensitive to the scale of columns get scaled columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.scaling import HARMLESS, SCALED, SENSITIVE
from ...diagnostics.codes import UNSCALED
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Call, Path, PreprocessDeclaration, RouteDeclaration, StepDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Entrant, Outline


def unscaled(outline: Outline, report: Report) -> None:
    """Warn of models that need scaled columns but get them unscaled."""
    is_mock = outline.source is None or outline.source.block.kind == "mock"
    if is_mock or (outline.dataset and outline.dataset.name in SCALED) or outline.may_lack("preprocess"):
        return
    for entrant in outline.entrants:
        estimator = entrant.estimator
        if (
            estimator is None
            or entrant.is_foreign
            or estimator.name not in SENSITIVE.split()
            or not entrant.is_complete
        ):
            continue
        if not _may_scale(entrant, outline):
            message = f"`{estimator.name}` is sensitive to the scale of the columns, but nothing scales them"
            help_ = "add `preprocess { numeric -> StandardScaler() }`, or a `step` with a scaler"
            report(Diagnostic(UNSCALED, entrant.model.estimator.span, message, "no scaler", help_))


def _may_scale(entrant: Entrant, outline: Outline) -> bool:
    """Return whether a transformer of the numeric columns may scale them."""
    declared = entrant.part(PreprocessDeclaration) or outline.one(PreprocessDeclaration)
    routes = [route for route in (declared.routes if declared else ()) if isinstance(route, RouteDeclaration)]
    passed = [one for route in routes if _is_of_numbers(route) for one in route.steps]
    names = [(one.function if isinstance(one, Call) else one).parts[-1] for one in passed]
    names += [step.transformer.parts[-1] for step in entrant.parts(StepDeclaration)]
    return any(name not in HARMLESS.split() for name in names)


def _is_of_numbers(route: RouteDeclaration) -> bool:
    """Return whether a route may contain numeric columns; the columns of a list are known only in the flow."""
    return not isinstance(route.columns, Path) or route.columns.text == "numeric"
