"""Advice: a tree has no more leaves than its depth allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import TOO_MANY_LEAVES
from ...diagnostics.diagnostic import Diagnostic, Related
from ...meaning.samples import sample

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant
    from ...syntax.tree import Binding


def leaves(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Warn of a `num_leaves` that no `max_depth` makes possible."""
    finite = {binding.name.text: binding for binding in entrant.bindings if binding.operator != "~"}
    if "num_leaves" not in finite or "max_depth" not in finite:
        return
    most = _largest(finite["num_leaves"], evaluator)
    depth = _largest(finite["max_depth"], evaluator)
    # 2 ** max_depth without computing it
    if most is not None and depth is not None and depth < (most - 1).bit_length():
        message = f"a tree of depth {depth} has at most {2**depth} leaves, so `num_leaves = {most}` has no effect"
        related = (Related(finite["max_depth"].span, "the depth is limited here"),)
        report(Diagnostic(TOO_MANY_LEAVES, finite["num_leaves"].span, message, "without effect", related=related))


def _largest(binding: Binding, evaluator: Evaluator) -> int | None:
    """Return the largest of the integers that an argument may have; None if one of them means no limit."""
    value = sample(evaluator.value(binding.value))
    if isinstance(value, range):
        value = [value[0], value[-1]]
    values = value if isinstance(value, list | tuple) else [value]
    limits = [one for one in values if isinstance(one, int) and one > 0]
    return max(limits) if limits and len(limits) == len(values) else None
