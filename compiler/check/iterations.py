"""By what names estimators are told how long to train."""

from __future__ import annotations

ITERATIONS = frozenset(("epochs", "iterations", "n_estimators", "num_boost_round", "num_trees"))
