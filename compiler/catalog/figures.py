"""The figures that a report may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIGURES: Mapping[str, tuple[str, ...]] = {
    "regression": ("all_scores", "predicted_vs_true", "residuals", "importance"),
    "multilabel": ("all_scores", "importance"),
    "classification": ("all_scores", "confusion_matrix", "roc_curve", "precision_recall", "calibration", "importance"),
}
"""The figures that there are of each task, in their order."""

TESTED = ("importance",)
"""The figures that need rows held out for a test."""

ALL_FIGURES = tuple(dict.fromkeys(name for names in FIGURES.values() for name in names))
"""The figures of all tasks."""
