"""Ensembles."""

from __future__ import annotations

SKIPPED: tuple[type[Exception], ...] = (Exception,)  # failures that do not stop the run
