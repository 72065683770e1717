"""The scorers that a threshold can be picked by: of two classes, computed from labels alone."""

from __future__ import annotations

LABEL_SCORERS = ("accuracy", "balanced_accuracy", "f1", "jaccard", "matthews_corrcoef", "precision", "recall")

ONE_SIDED_RATES = ("precision", "recall")
"""Those that are best at an end: where almost no row is of the positive class, or every row is."""
