"""The rules: one per file, a function with the same name as its module.

A rule for the whole specification takes the outline and `report`; a rule for single models takes the model, the
evaluator and `report`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..registry import rules_in, takes

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant, Outline

_FOUND = rules_in(__name__, __file__)

RULES: tuple[Callable[[Outline, Report], None], ...] = tuple(rule for rule in _FOUND if takes(rule, 2))

MODEL_RULES: tuple[Callable[[Entrant, Evaluator, Report], None], ...] = tuple(rule for rule in _FOUND if takes(rule, 3))
"""The rules for single models.

They get the model and the evaluator, not the outline: an incremental check skips them while the text of a model and the
meaning of the names in it are unchanged (`check/incremental.py`).
"""
