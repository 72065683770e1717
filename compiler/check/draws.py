"""Draws against what an argument accepts: a distribution's own arguments, and the values that can come of it."""

from __future__ import annotations

from math import inf, nextafter
from typing import TYPE_CHECKING, NamedTuple

from ..catalog.types import Verdict, admits, verdict
from ..diagnostics.codes import CONFLICT, OUT_OF_RANGE, UNKNOWN_FUNCTION, WRONG_TYPE
from ..diagnostics.diagnostic import Diagnostic
from ..syntax.tree import Call
from .accept import check_values, judge
from .evaluate import sample
from .findings import unknown
from .signature import Place, check

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..syntax.tree import Expression
    from .accept import Slot
    from .evaluate import Evaluator
    from .signature import Written

CONTINUOUS = frozenset(("uniform", "loguniform", "quniform", "normal", "lognormal", "truncnormal"))
INTEGERS = frozenset(("randint", "lograndint"))
HALF = 0.5


def distribution(node: Expression, evaluator: Evaluator) -> Entry | None:
    """Return the distribution that is drawn from, if there is such a one."""
    return evaluator.catalog.entry("distribution", node.function.text) if isinstance(node, Call) else None


def check_draw(slot: Slot, node: Expression, evaluator: Evaluator) -> None:
    """Check the distribution that an argument is drawn from."""
    entry = distribution(node, evaluator)
    if not isinstance(node, Call) or entry is None:
        _report_unknown(node, evaluator)
        return
    bound = check(entry, node.arguments, Place(f"`{entry.path}`", node.span), evaluator)
    if entry.path == "choice" and "values" in bound:
        check_values(slot, bound["values"].value, evaluator)
        _check_weights(bound, evaluator)
    elif entry.path in CONTINUOUS | INTEGERS:
        _check_numbers(slot, entry, node, {name: one.value for name, one in bound.items()}, evaluator)


def _check_weights(bound: dict[str, Written], evaluator: Evaluator) -> None:
    """Check that there is a weight for each value, and one that is not zero."""
    weights = sample(evaluator.value(bound["weights"].value)) if "weights" in bound else None
    choices = evaluator.value(bound["values"].value)
    if not isinstance(weights, list | tuple) or not isinstance(choices, list | tuple | range):
        return
    span = bound["weights"].value.span
    if len(weights) != len(choices):
        message = f"there are {len(choices)} values, and the number of weights is {len(weights)}"
        evaluator.report(Diagnostic(CONFLICT, span, message, "expected a weight for each value"))
    elif not any(weights):
        message = "all weights are zero, so that nothing can be drawn"
        evaluator.report(Diagnostic(OUT_OF_RANGE, span, message, "expected a weight above zero"))


def _report_unknown(node: Expression, evaluator: Evaluator) -> None:
    span = node.function.span if isinstance(node, Call) else node.span
    written = node.function.text if isinstance(node, Call) else "this"
    known = evaluator.catalog.names("distribution")
    ours = [name for name in known if "." not in name or written.startswith("scipy.")]
    evaluator.report(unknown(UNKNOWN_FUNCTION, span, f"there is no distribution `{written}`", written, ours))


class Outcome(NamedTuple):
    """A value that may be drawn, and the bound it comes from."""

    value: int | float
    written: int | float
    bound: Expression


def _check_numbers(slot: Slot, entry: Entry, node: Call, bounds: dict[str, Expression], evaluator: Evaluator) -> None:
    """Check that what is drawn is of the right type, and the bounds in the right order and in range."""
    types, name = slot.argument.types, entry.path
    if name in CONTINUOUS and verdict(types, HALF) is Verdict.WRONG_TYPE:
        takes_integers = verdict(types, 1) is not Verdict.WRONG_TYPE
        help_ = "draw integers: `randint(low, high)`, or `in low..high`" if takes_integers else None
        message = f"`{name}` draws floats, which {slot} does not accept"
        label = "expected integers" if takes_integers else "draws floats"
        evaluator.report(Diagnostic(WRONG_TYPE, node.span, message, label, help_))
        return
    low, high = (_bound(entry, bounds, end, evaluator) for end in ("low", "high"))
    if low is None or high is None:
        return
    if low >= high:
        message = f"the upper bound of `{name}` must be above the lower one"
        label = f"expected more than {low}"
        evaluator.report(Diagnostic(OUT_OF_RANGE, bounds["high"].span, message, label))
        return
    for outcome in _outcomes(name, Outcome(low, low, bounds["low"]), Outcome(high, high, bounds["high"])):
        judge(slot, outcome.value, outcome.bound.span, evaluator, outcome.written)


def _outcomes(name: str, low: Outcome, high: Outcome) -> tuple[Outcome, Outcome]:
    """Return the least and the greatest value that is drawn; the very ends of an interval never are."""
    if name in INTEGERS:
        return low, high._replace(value=high.value - 1)
    if name == "quniform":
        return low._replace(value=float(low.value)), high._replace(value=float(high.value))
    return low._replace(value=nextafter(low.value, inf)), high._replace(value=nextafter(high.value, -inf))


def _bound(entry: Entry, bounds: dict[str, Expression], name: str, evaluator: Evaluator) -> int | float | None:
    """Return a bound, if it is given and one that the distribution takes."""
    value = sample(evaluator.value(bounds[name])) if name in bounds else None
    return value if isinstance(value, int | float) and admits(entry.arguments[name].types, value) else None
