"""Figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .figures import new_figure

if TYPE_CHECKING:
    import pandas as pd


def confusion_figure(truth: pd.Series, predicted: Any, title: str) -> Any:
    """Draw the confusion matrix: numbers of rows, and their shares of the true class."""
    from sklearn.metrics import ConfusionMatrixDisplay, confusion_matrix

    labels = predicted.idxmax(axis=1) if predicted.ndim == 2 else predicted
    counts = confusion_matrix(truth, labels)
    side = min(4 + 0.55 * len(counts), 20)
    caption = "How many rows of each class the winner takes for which class."
    figure, axes = new_figure(title, caption, side, side)
    style: dict[str, Any] = {"cmap": "Blues", "colorbar": False, "xticks_rotation": 45, "ax": axes}
    style |= {"normalize": "true", "values_format": ".1%"}
    display = ConfusionMatrixDisplay.from_predictions(truth, labels, **style)
    for text, count in zip(display.text_.flat, counts.flat, strict=True):
        text.set(text=f"{count:,}\n{text.get_text()}", size=8, visible=side < 20)
    return figure


def classes_against_rest(truth: Any, chances: Any, positive: Any = None) -> list[Any]:
    """Return the classes to tell from the rest, hardest first, ten at most; of two, one."""
    from sklearn.metrics import roc_auc_score

    classes = list(chances.columns)
    classes = classes[len(classes) == 2 :] if positive is None else [positive]
    classes = [label for label in classes if (truth == label).any()]
    return sorted(classes, key=lambda label: roc_auc_score(truth == label, chances[label]))[:10]


def roc_figure(truth: Any, chances: Any, title: str, positive: Any = None) -> Any:
    """Draw the ROC curve of each class against the rest, hardest first; of two, one."""
    from sklearn.metrics import RocCurveDisplay

    caption = "The share of a class that is found, over the share of others taken for it."
    figure, axes = new_figure(title, caption)
    for label in classes_against_rest(truth, chances, positive):
        RocCurveDisplay.from_predictions(truth == label, chances[label], name=str(label), ax=axes)
    axes.set(xlabel="false positive rate", ylabel="true positive rate")
    axes.axline((0, 0), slope=1, color="0.5", linestyle="--")
    return figure
