"""Check random draws: the arguments of a distribution, and the values that it can draw."""

from __future__ import annotations

from math import inf, nextafter
from typing import TYPE_CHECKING, NamedTuple

from ..catalog.types import Verdict, admits, verdict
from ..diagnostics.codes import CONFLICT, OUT_OF_RANGE, UNKNOWN_FUNCTION, WRONG_TYPE
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.findings import unknown
from ..meaning.samples import sample
from ..meaning.space import distribution
from ..syntax.tree import Call
from .accept import check_values, judge
from .signature import Site, check

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..diagnostics.findings import Report
    from ..meaning.arguments import Written
    from ..meaning.evaluate import Evaluator
    from ..syntax.tree import Expression
    from .accept import Subject

CONTINUOUS = frozenset(("uniform", "loguniform", "quniform", "normal", "lognormal", "truncnormal"))
INTEGERS = frozenset(("randint", "lograndint"))
HALF = 0.5


def check_draw(subject: Subject, node: Expression, evaluator: Evaluator, report: Report) -> None:
    """Check the distribution that an argument is drawn from."""
    entry = distribution(node, evaluator)
    if not isinstance(node, Call) or entry is None:
        _report_unknown(node, evaluator, report)
        return
    bound = check(entry, node.arguments, Site(f"`{entry.path}`", node.span), evaluator, report)
    if entry.path == "choice" and "values" in bound:
        check_values(subject, bound["values"].value, evaluator, report)
        _check_weights(bound, evaluator, report)
    elif entry.path in CONTINUOUS | INTEGERS:
        _check_numbers(subject, entry, node, {name: one.value for name, one in bound.items()}, evaluator, report)


def _check_weights(bound: dict[str, Written], evaluator: Evaluator, report: Report) -> None:
    """Check that each value has a weight, and that not all weights are zero."""
    weights = sample(evaluator.value(bound["weights"].value)) if "weights" in bound else None
    choices = evaluator.value(bound["values"].value)
    if not isinstance(weights, list | tuple) or not isinstance(choices, list | tuple | range):
        return
    span = bound["weights"].value.span
    if len(weights) != len(choices):
        message = f"the number of values is {len(choices)}, but the number of weights is {len(weights)}"
        report(Diagnostic(CONFLICT, span, message, "expected a weight for each value"))
    elif not any(weights):
        message = "all weights are zero, so nothing can be drawn"
        report(Diagnostic(OUT_OF_RANGE, span, message, "expected a weight above zero"))


def _report_unknown(node: Expression, evaluator: Evaluator, report: Report) -> None:
    span = node.function.span if isinstance(node, Call) else node.span
    written = node.function.text if isinstance(node, Call) else "this"
    known = evaluator.catalog.names("distribution")
    ours = [name for name in known if "." not in name or written.startswith("scipy.")]
    report(unknown(UNKNOWN_FUNCTION, span, f"there is no distribution `{written}`", written, ours))


class Outcome(NamedTuple):
    """A value that may be drawn, and the bound it comes from."""

    value: int | float
    written: int | float
    bound: Expression


def _check_numbers(
    subject: Subject, entry: Entry, node: Call, bounds: dict[str, Expression], evaluator: Evaluator, report: Report
) -> None:
    """Check that the drawn values have the right type, and that the bounds are in order and in range."""
    types, name = subject.argument.types, entry.path
    if name in CONTINUOUS and verdict(types, HALF) is Verdict.WRONG_TYPE:
        takes_integers = verdict(types, 1) is not Verdict.WRONG_TYPE
        help_ = "draw integers: `randint(low, high)`, or `in low..high`" if takes_integers else None
        message = f"`{name}` draws floats, which {subject} does not accept"
        label = "expected integers" if takes_integers else "draws floats"
        report(Diagnostic(WRONG_TYPE, node.span, message, label, help_))
        return
    low, high = (_bound(entry, bounds, end, evaluator) for end in ("low", "high"))
    if low is None or high is None:
        return
    if low >= high:
        message = f"the upper bound of `{name}` must be greater than the lower bound"
        label = f"expected more than {low}"
        report(Diagnostic(OUT_OF_RANGE, bounds["high"].span, message, label))
        return
    for outcome in _outcomes(name, Outcome(low, low, bounds["low"]), Outcome(high, high, bounds["high"])):
        judge(subject, outcome.value, outcome.bound.span, report, outcome.written)


def _outcomes(name: str, low: Outcome, high: Outcome) -> tuple[Outcome, Outcome]:
    """Return the least and the greatest value that can be drawn; an open end of an interval is not."""
    if name in INTEGERS:
        return low, high._replace(value=high.value - 1)
    if name == "quniform":
        return low._replace(value=float(low.value)), high._replace(value=float(high.value))
    return low._replace(value=nextafter(low.value, inf)), high._replace(value=nextafter(high.value, -inf))


def _bound(entry: Entry, bounds: dict[str, Expression], name: str, evaluator: Evaluator) -> int | float | None:
    """Return a bound, if it is given and valid."""
    value = sample(evaluator.value(bounds[name])) if name in bounds else None
    return value if isinstance(value, int | float) and admits(entry.arguments[name].types, value) else None
