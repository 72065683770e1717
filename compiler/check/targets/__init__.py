"""What a target does not support: one rule per file, as in `rules/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..registry import rules_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline

TARGETS = ("argo", "step-functions", "airflow", "batch", "kubernetes")

TARGET_RULES: tuple[Callable[[Outline, Report, str], None], ...] = tuple(rules_in(__name__, __file__))
