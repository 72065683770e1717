"""What the flows of this version of mfc and of the previous one keep of a run: the one place that knows both.

Flows compiled by the previous version (templates 1) have the steps `evaluate` and `refit` in the place of `finish`,
name their tasks "gbm/0-4", and keep classes as codes and the preprocessing apart from the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .find import RunError, artifact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from metaflow import Run

NOT_SCORES = frozenset(
    ["candidate", "fold", "fit_time", "score_time", "n_fitting", "n_scoring", "iterations", "error", "predicted"]
)
"""What the row of a fit has besides its scores."""


class Asked(NamedTuple):
    """What a task is asked for: so many fits of a model."""

    model: str
    fits: int


class Fitted(NamedTuple):
    """A fit that is over, with its scores as scikit-learn has them, the first ranks; one that failed has none."""

    candidate: str
    fold: int
    scores: Mapping[str, float]
    seconds: float | None
    error: str | None


class Shape(NamedTuple):
    """Where a run has its report and its final model."""

    report: str
    final: str
    is_previous: bool


CURRENT = Shape(report="finish", final="finish", is_previous=False)
PREVIOUS = Shape(report="evaluate", final="refit", is_previous=True)


def shape_of(run: Run) -> Shape:
    """Tell of which version the flow of a run was, by the names of its tasks."""
    tasks = artifact(run, "start", "tasks")
    return PREVIOUS if isinstance(tasks, list) and tasks and isinstance(tasks[0], str) else CURRENT


def asked(task: Any) -> Asked:
    """Read what a task is asked for: a list of candidates and folds, or "gbm/0-4"."""
    if isinstance(task, str):
        model, _, folds = task.rpartition("/")
        first, _, last = folds.partition("-")
        return Asked(model, int(last) - int(first) + 1)
    if not task:  # in a later round of a race, of a model that has no candidates left
        return Asked("", 0)
    candidate, _ = task[0]
    return Asked(str(candidate).rpartition("-")[0], len(task))


def fits_of(task: Any) -> list[Fitted] | None:
    """Return the fits of a task that is over, none if it died, or None while that is not known."""
    if any(name in task and task[name].data for name in ("lost", "task_error")):
        return []
    if "fits" in task:
        return [_fitted(row) for row in task["fits"].data]
    return [_previously_fitted(row) for row in task["fit_rows"].data] if "fit_rows" in task else None


def _fitted(row: Mapping[str, Any]) -> Fitted:
    scores = {name: value for name, value in row.items() if name not in NOT_SCORES}
    return Fitted(row["candidate"], row["fold"], scores, row.get("fit_time"), row.get("error"))


def _previously_fitted(row: Mapping[str, Any]) -> Fitted:
    scores, seconds = ({}, None) if row["error"] else (row["scores"], row["fit_seconds"])
    return Fitted(row["candidate"], row["fold"], scores, seconds, row["error"])


def final_model(run: Run) -> Any:
    """Return the final model of a run, which takes rows as loaded, or None if there is none yet.

    What a flow of the previous version kept in parts is put together: preprocessing, model, and labels of the codes.
    """
    shape = shape_of(run)
    model = artifact(run, shape.final, "model")
    if model is None or not shape.is_previous:
        return model
    if hasattr(model, "get_weights"):
        message = f"`{run.pathspec}` is a run of a flow that the previous version of mfc compiled (templates 1), "
        message += "whose networks cannot be exported: compile its specification again and run it"
        raise RunError(message)
    from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]

    preprocessor, classes = artifact(run, shape.final, "preprocessor"), artifact(run, "rank", "classes")
    labelled = _labelled(model, classes) if isinstance(classes, list) else model
    return make_pipeline(labelled) if preprocessor is None else make_pipeline(preprocessor, labelled)


def _labelled(model: Any, classes: list[str]) -> Any:
    """Return a classifier of codes as one of labels: scikit-learn's vote of one decodes what it is told."""
    import numpy as np
    from sklearn.ensemble import VotingClassifier  # type: ignore[import-untyped]
    from sklearn.preprocessing import LabelEncoder  # type: ignore[import-untyped]

    vote = VotingClassifier([("model", model)], voting="soft" if hasattr(model, "predict_proba") else "hard")
    vote.estimators_, vote.le_ = [model], LabelEncoder()
    vote.classes_ = vote.le_.classes_ = np.array(classes)
    if hasattr(model, "feature_names_in_"):
        vote.feature_names_in_ = model.feature_names_in_
    return vote
