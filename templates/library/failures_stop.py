"""Ensembles."""

from __future__ import annotations

SKIPPED: tuple[type[Exception], ...] = ()  # failures that do not stop the run: none
