"""Report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .report import digits
from .sections import or_reason

if TYPE_CHECKING:
    import pandas as pd


@or_reason
def class_section(truth: Any, predicted: Any) -> tuple[Any, ...]:
    """List precision, recall, F1 and number of rows of each class, of at most 20: the worst."""
    import pandas as pd

    if predicted is None:
        return (pd.DataFrame(),)
    labels = predicted.idxmax(axis=1) if predicted.ndim == 2 else predicted
    table = class_rates(truth, labels)
    worst = table.sort_values("F1", kind="stable").head(20) if len(table) > 20 else table
    rates = worst[["precision", "recall", "F1"]].map(digits).replace("nan", "-")
    said = f"These are the 20 classes with the lowest F1 of {len(table):,}."
    return worst.assign(**rates), *[said] * (len(table) > 20)


def class_rates(truth: Any, labels: Any) -> pd.DataFrame:
    """Return precision, recall, F1 and number of rows of each class; what is not defined is NaN."""
    import pandas as pd
    from sklearn.metrics import precision_recall_fscore_support
    from sklearn.utils.multiclass import unique_labels

    classes, undefined = unique_labels(truth, labels), float("nan")
    found = precision_recall_fscore_support(truth, labels, labels=classes, zero_division=undefined)
    names = ["precision", "recall", "F1", "rows"]
    return pd.DataFrame({"class": classes, **dict(zip(names, found, strict=True))})
