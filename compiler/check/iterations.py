"""By what names estimators are told how long to train."""

from __future__ import annotations

ITERATIONS = frozenset(("epochs", "n_estimators"))
