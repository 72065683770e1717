"""Threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .features import features_of
from .positive import positive_class
from .report import digits
from .results import out_of_fold_of
from .spec import TARGET

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd

RATES: dict[str, Any] = {  # by the numbers of true and false negatives, false and true positives
    "accuracy": lambda tn, fp, fn, tp: (tp + tn) / (tn + fp + fn + tp),
    "balanced_accuracy": lambda tn, fp, fn, tp: (tp / (tp + fn) + tn / (tn + fp)) / 2,
    "f1": lambda _, fp, fn, tp: 2 * tp / (2 * tp + fp + fn),
    "jaccard": lambda _, fp, fn, tp: tp / (tp + fp + fn),
    "matthews_corrcoef": lambda tn, fp, fn, tp: (
        (tp * tn - fp * fn) / ((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)) ** 0.5
    ),
    "precision": lambda _, fp, __, tp: tp / (tp + fp),
    "recall": lambda _, __, fn, tp: tp / (tp + fn),
}


def pick_threshold(flow: Any, score: str, **least: float) -> tuple[Any, tuple[Any, ...]]:
    """Return the best threshold by the winner's out-of-fold probabilities, and a section on it."""
    import pandas as pd

    try:
        chances = out_of_fold_of(flow.winner, flow.out_of_fold).groupby(level=0).mean()
        [_, _] = classes = chances.columns.tolist()
        positive, target = positive_class(classes), flow.data[TARGET]
        truth = target[chances.index] == positive
        at_least = best_threshold(truth, chances[positive], score, least)
    except (AttributeError, TypeError, ValueError):
        why = f"{flow.winner} has no out-of-fold probabilities of two classes"
        return None, (pd.DataFrame({"there is none": [why]}),)
    picked = {"class": positive, "at_least": at_least, "by": f"the best {score.replace('_', ' ')}"}
    for name, share in least.items():
        picked["by"] += f" where the {name} is at least {share:.4g}"
    counts = {"out of fold": counts_at(at_least, positive, target, chances)}
    counts |= held_out_counts(flow, picked)
    reached = all(rate(name, counts["out of fold"]) >= share for name, share in least.items())
    return picked, (counts_table(counts, score), *about(picked, reached))


def held_out_counts(flow: Any, picked: dict[str, Any]) -> dict[str, Any]:
    """Count the held-out rows, if there are any, at the threshold and at 0.5."""
    if getattr(flow, "test_predicted", None) is None:
        return {}
    given = picked["class"], flow.data[TARGET], flow.test_predicted
    at_threshold = counts_at(picked["at_least"], *given)
    return {"held out": at_threshold, "held out, at 0.5": counts_at(0.5, *given)}


def about(picked: dict[str, Any], reached: bool) -> Iterator[str]:
    """Describe a threshold."""
    yield f"A row is {picked['class']} if its probability is at least {digits(picked['at_least'])}."
    yield f"On out-of-fold rows, that has {picked['by']}."
    if not reached:
        yield "No threshold reaches that: this one is nearest to it."
    yield "The final model predicts by it. Other scores and figures take the more probable class."


def best_threshold(truth: Any, chances: Any, score: str, least: dict[str, float]) -> float:
    """Return the best threshold, in the middle between two chances; among equals nearest to 0.5.

    Best is first what has the least that is asked for, or comes nearest to it.
    """
    import numpy as np
    from sklearn.metrics import confusion_matrix_at_thresholds

    *counts, chances = confusion_matrix_at_thresholds(truth, chances)
    thresholds = (chances + np.append(chances[1:], 0)) / 2
    enough = [np.minimum(rate(name, counts), share) for name, share in least.items()]
    order = np.lexsort((-abs(thresholds - 0.5), rate(score, counts), *enough))
    return float(thresholds[order[-1]])


def rate(score: str, counts: Any) -> Any:
    """Return a score by the numbers of rows; 0 where it is not defined."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nan_to_num(RATES[score](*counts))


def counts_at(at_least: float, positive: Any, target: Any, chances: Any) -> np.ndarray:
    """Count true and false negatives, false and true positives at a threshold."""
    from sklearn.metrics import confusion_matrix

    truth, found = target[chances.index] == positive, chances[positive] >= at_least
    counts: np.ndarray = confusion_matrix(truth, found, labels=[False, True])
    return counts.astype(float).ravel()


def counts_table(counts: dict[str, Any], score: str) -> pd.DataFrame:
    """List the counts of several sets of rows, with precision, recall and a score of them."""
    import pandas as pd

    numbers = ["true negatives", "false positives", "false negatives", "true positives"]
    table = pd.DataFrame(counts, numbers).map("{:,.0f}".format)
    for one in dict.fromkeys(["precision", "recall", score]):
        found = {name: digits(rate(one, part)) for name, part in counts.items()}
        table.loc[one.replace("_", " ")] = found
    return table.rename_axis("rows").reset_index()


def with_threshold(model: Any, picked: Any, rows: pd.DataFrame) -> Any:
    """Return what predicts by a threshold with a trained model, or that if there is none."""
    from sklearn.frozen import FrozenEstimator
    from sklearn.model_selection import FixedThresholdClassifier

    if picked is None:
        return model
    settings = {"threshold": picked["at_least"], "pos_label": picked["class"]}
    fixed = FixedThresholdClassifier(
        FrozenEstimator(model), response_method="predict_proba", **settings
    )
    return fixed.fit(features_of(rows), rows[TARGET])
