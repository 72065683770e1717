"""Advice: what measures distances sees columns of one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNSCALED
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Call, Path, Preprocess, Route, Step

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Entrant, Outline

SENSITIVE = """
GaussianProcessClassifier GaussianProcessRegressor KNeighborsClassifier KNeighborsRegressor KernelRidge LinearSVC
LinearSVR MLP MLPClassifier MLPRegressor NuSVC NuSVR RadiusNeighborsClassifier RadiusNeighborsRegressor SGDClassifier
SGDRegressor SVC SVR
"""
"""Estimators that go by distances, kernels or plain gradients: a column in millimetres outweighs one in metres."""

HARMLESS = """
AdditiveChi2Sampler FeatureAgglomeration IterativeImputer KNNImputer MissingIndicator PCA PolynomialFeatures SelectFdr
SelectFpr SelectFromModel SelectFwe SelectKBest SelectPercentile SimpleImputer TruncatedSVD VarianceThreshold
"""
"""Transformers that leave the scale of the columns as it is; any other may be there for it."""

SCALED = ("diabetes", "digits")
"""Data sets that come with columns of one scale."""


def unscaled(outline: Outline, report: Report) -> None:
    """Warn of models that need scaled columns, and get them as they are in a file."""
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
            message = f"`{estimator.name}` goes by the scale of the columns, and they come as they are"
            help_ = "add `preprocess { numeric -> StandardScaler() }`, or a `step` with a scaler"
            report(Diagnostic(UNSCALED, entrant.model.estimator.span, message, "without a scaler", help_))


def _may_scale(entrant: Entrant, outline: Outline) -> bool:
    """Tell whether something that the numbers pass through may scale them."""
    declared = entrant.part(Preprocess) or outline.one(Preprocess)
    routes = [route for route in (declared.routes if declared else ()) if isinstance(route, Route)]
    passed = [one for route in routes if _is_of_numbers(route) for one in route.steps]
    names = [(one.function if isinstance(one, Call) else one).parts[-1] for one in passed]
    names += [step.transformer.parts[-1] for step in entrant.parts(Step)]
    return any(name not in HARMLESS.split() for name in names)


def _is_of_numbers(route: Route) -> bool:
    """Tell whether a route may have numbers: which columns of a list are some, only the flow knows."""
    return not isinstance(route.columns, Path) or route.columns.text == "numeric"
