"""Choose the library modules that a flow is linked from: of alternatives, the one that the plan needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalog.splitters import OVERLAPPING
from .models import binds, library_of

if TYPE_CHECKING:
    from ..plan.plan import Model, Plan

WITH_POSITIVE = (
    "average_precision",
    "f1",
    "jaccard",
    "neg_brier_score",
    "neg_negative_likelihood_ratio",
    "positive_likelihood_ratio",
    "precision",
    "recall",
)
"""Scorers of two classes that depend on which one is positive."""

STOPS_ALIKE = ("keras", "lightgbm")
"""Libraries whose early stopping has LightGBM's interface."""


COMBINING = {"regression": "combining", "classification": "combining_classes", "multilabel": "combining_targets"}
"""How the predictions of an ensemble's members are combined, by task; with several targets as with several labels."""

PARTS = (
    *(
        "training",
        "fitting",
        "stopping",
        "scoring",
        "scores",
        "positive",
        "testing",
        "baseline",
        "predicting",
        "natural",
        "features",
    ),
    *("networks", "networks_classes", "networks_labels", "shared", "epochs", "mlp", "built"),
    *("candidates", "distributions", "fits", "stop_after", "tasks", "race"),
    *("results", "selection", "selection_error", "comparing", "resampling", "resampling_rows"),
    *("ensembles", "members_by_fits", "ensembles_greedy", "ensembles_stack", "votes", "combining", "means"),
    *("ensembles_final", "failures"),
    *("sections", "report", "standing", "digests", "classes", "slices", "about_data"),
    *("card", "card_charts", "threshold"),
    *("figures", "figures_classes", "figures_chances", "figures_residuals", "figures_regression", "importance"),
    *("first_look", "width", "columns", "currency", "schema", "dates", "labels", "runs", "sending", "writing"),
)
"""The modules in the order of their sections; where there are two of a purpose, the one of them that is named here."""


def modules(plan: Plan) -> tuple[str, ...]:
    """Return the modules, in the order of their sections; what of them is not used stays out of the flow."""
    instead = _of_models(plan) | _of_data(plan) | _of_run(plan)
    return tuple(instead.get(part, part) for part in PARTS)


def _of_models(plan: Plan) -> dict[str, str]:
    """Return the modules that models need instead of those named in `PARTS`."""
    stopping = [model for model in plan.models if model.early_stopping]
    given = plan.data.weight is not None or any(model.fit or model.tunes_fit for model in plan.models)
    alike = not given and all(_stops_alike(model) for model in stopping)
    monitored = any(model.early_stopping and model.early_stopping.monitor for model in plan.models)
    return {
        "training": "training_early" if stopping else "training",
        "fitting": "fitting_given" if given else "fitting",
        "stopping": "stopping" if alike else "stopping_any",
        "shared": "shared_monitored" if monitored else "shared",
        "mlp": "mlp_dropout" if any(binds(model, "dropout") for model in plan.models) else "mlp",
    }


def _of_data(plan: Plan) -> dict[str, str]:
    """Return the modules that the task, the targets and the groups need instead."""
    several = len(plan.data.targets) > 1
    return {
        "baseline": "baseline" if plan.task == "regression" else "baseline_classes",
        "predicting": "predicting" if plan.task == "classification" else "predicting_values",
        "resampling_rows": "resampling_rows" if plan.data.group is None else "resampling_groups",
        "combining": "combining_targets" if several else COMBINING[plan.task],
        "members_by_fits": "members_by_votes" if plan.folds.splitter in OVERLAPPING else "members_by_fits",
        "means": "means_labels" if plan.task == "multilabel" else "means",
        "figures_regression": "figures_targets" if several else "figures_regression",
    }


def _of_run(plan: Plan) -> dict[str, str]:
    """Return the modules that scores, the choice of the winner and the run's settings need instead."""
    skips = plan.run.on_error == "skip"
    own_scorers = any("." in name for name in plan.scores) or bool(scorers_with_positive(plan))
    return {
        "scoring": "scoring" if skips else "scoring_stop",
        "scores": "scores_own" if own_scorers else "scores",
        "fits": "fits_in_time" if plan.run.timeout and skips else "fits",
        "selection": "selection" if plan.simplest else "selection_best",
        "selection_error": "selection_error" if plan.margin is None else "selection_equivalent",
        "failures": "failures" if skips else "failures_stop",
        "runs": "runs_with_parameters" if plan.parameters else "runs",
    }


def scorers_with_positive(plan: Plan) -> set[str]:
    """Return the scores that depend on which of two classes is the positive one."""
    return set(plan.scores) & set(WITH_POSITIVE) if plan.task == "classification" else set()


def _stops_alike(model: Model) -> bool:
    """Return whether a model has LightGBM's interface, and what it learned until it stopped is not kept."""
    return library_of(model) in STOPS_ALIKE and (model.early_stopping is None or model.early_stopping.refit)
