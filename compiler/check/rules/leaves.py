"""Advice: a tree has no more leaves than its depth allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import TOO_MANY_LEAVES
from ...diagnostics.diagnostic import Diagnostic, Related
from ..evaluate import sample

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


def leaves(outline: Outline, report: Report) -> None:
    """Warn of a `num_leaves` that `max_depth` makes impossible."""
    for entrant in outline.entrants:
        fixed = {binding.name.text: binding for binding in entrant.bindings if binding.operator == "="}
        if "num_leaves" not in fixed or "max_depth" not in fixed:
            continue
        most, depth = (sample(outline.evaluator.value(fixed[name].value)) for name in ("num_leaves", "max_depth"))
        # 2 ** max_depth without computing it
        if isinstance(most, int) and isinstance(depth, int) and 0 < depth < (most - 1).bit_length():
            message = f"a tree of depth {depth} has {2**depth} leaves at most, so `num_leaves = {most}` changes nothing"
            related = (Related(fixed["max_depth"].span, "the depth is limited here"),)
            report(Diagnostic(TOO_MANY_LEAVES, fixed["num_leaves"].span, message, "without effect", related=related))
