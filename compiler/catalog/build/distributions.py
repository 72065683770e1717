"""What `~` draws from: the language's own distributions, and SciPy's."""

from __future__ import annotations

from math import inf, nextafter
from typing import Any

from scipy import stats  # type: ignore[import-untyped]

from ..entry import Anything, Entry, Number, Sequence
from ..shorthand import INTEGER, NONE, NOT_NEGATIVE, POSITIVE, REAL, entry, optional, required
from .constraints import plain_bound
from .docs import first_sentence

LOW, HIGH = "The lower bound", "The upper bound"
MEAN, SD = required("mean", "The mean", REAL), required("sd", "The standard deviation", POSITIVE)
AT_LEAST_ONE = Number("integer", 1)


def distributions() -> list[Entry]:
    """Return the language's own distributions and all of SciPy's."""
    return [*_own(), *(_scipy(name, value) for name, value in vars(stats).items() if _is_described(value))]


def _own() -> list[Entry]:
    low, high = required("low", LOW, REAL), required("high", HIGH, REAL)
    step = required("step", "The distance of neighbouring values", POSITIVE)
    logs = (
        required("mean", "The mean of the logarithm", REAL),
        required("sd", "The standard deviation of the logarithm", POSITIVE),
    )
    return [
        entry("distribution", "uniform", "Floats, all equally likely", low, high),
        entry(
            "distribution",
            "loguniform",
            "Floats, all orders of magnitude equally likely",
            required("low", LOW, POSITIVE),
            required("high", HIGH, POSITIVE),
        ),
        entry(
            "distribution", "quniform", "Floats, all equally likely, rounded to a multiple of the step", low, high, step
        ),
        entry(
            "distribution",
            "randint",
            "Integers, all equally likely",
            required("low", LOW, INTEGER),
            required("high", f"{HIGH}, itself never drawn", INTEGER),
        ),
        entry(
            "distribution",
            "lograndint",
            "Integers, all orders of magnitude equally likely",
            required("low", LOW, AT_LEAST_ONE),
            required("high", f"{HIGH}, itself never drawn", AT_LEAST_ONE),
        ),
        entry("distribution", "normal", "Floats around a mean", MEAN, SD),
        entry("distribution", "lognormal", "Positive floats, their logarithm normal", *logs),
        entry("distribution", "truncnormal", "Floats around a mean, within bounds", MEAN, SD, low, high),
        entry(
            "distribution",
            "choice",
            "One of a list",
            required("values", "What to choose from", Sequence((Anything("anything"),))),
            optional("weights", "None", "How likely each is; all equally by default", Sequence((NOT_NEGATIVE,)), NONE),
        ),
    ]


def _is_described(value: Any) -> bool:
    """Say whether something is a distribution whose shape parameters are all numbers."""
    return isinstance(value, stats.rv_continuous | stats.rv_discrete) and value.numargs == len(value._shape_info())


def _scipy(name: str, distribution: Any) -> Entry:
    continuous = isinstance(distribution, stats.rv_continuous)
    shapes = [required(shape.name, "A shape parameter", _number(shape)) for shape in distribution._shape_info()]
    loc = optional("loc", "0", "Where it lies", REAL if continuous else INTEGER)
    scale = [optional("scale", "1", "How wide it is", POSITIVE)] * continuous
    described = first_sentence(distribution.__doc__.strip().split("\n")[0])
    return entry("distribution", f"scipy.stats.{name}", described, *shapes, loc, *scale)


def _number(shape: Any) -> Number:
    # SciPy keeps an excluded bound as the next number inside it.
    low, high = (
        plain_bound(bound if included else nextafter(bound, outside))
        for bound, included, outside in zip(shape.domain, shape.inclusive, (-inf, inf), strict=True)
    )
    low_included, high_included = (bool(included) for included in shape.inclusive)
    return Number(
        "integer" if shape.integrality else "real",
        low,
        high,
        low is None or low_included,
        high is None or high_included,
    )
