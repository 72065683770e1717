"""The distributions that `~` draws from: the language's own, and SciPy's."""

from __future__ import annotations

from functools import partial
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
    excluded = f"{HIGH}, itself never drawn"
    step = required("step", "The distance of neighbouring values", POSITIVE)
    of_logarithm = (
        required("mean", "The mean of the logarithm", REAL),
        required("sd", "The standard deviation of the logarithm", POSITIVE),
    )
    positive = required("low", LOW, POSITIVE), required("high", HIGH, POSITIVE)
    integers = required("low", LOW, INTEGER), required("high", excluded, INTEGER)
    counts = required("low", LOW, AT_LEAST_ONE), required("high", excluded, AT_LEAST_ONE)
    values = required("values", "What to choose from", Sequence((Anything("anything"),)))
    likely = "How likely each is; all equally by default"
    weights = optional("weights", "None", likely, Sequence((NOT_NEGATIVE,)), NONE)
    own = partial(entry, "distribution")
    return [
        own("uniform", "Floats, all equally likely", low, high),
        own("loguniform", "Floats, all orders of magnitude equally likely", *positive),
        own("quniform", "Floats, all equally likely, rounded to a multiple of the step", low, high, step),
        own("randint", "Integers, all equally likely", *integers),
        own("lograndint", "Integers, all orders of magnitude equally likely", *counts),
        own("normal", "Floats around a mean", MEAN, SD),
        own("lognormal", "Positive floats, their logarithm normal", *of_logarithm),
        own("truncnormal", "Floats around a mean, within bounds", MEAN, SD, low, high),
        own("choice", "One of a list", values, weights),
    ]


def _is_described(value: Any) -> bool:
    """Return whether something is a distribution whose shape parameters are all numbers."""
    return isinstance(value, stats.rv_continuous | stats.rv_discrete) and value.numargs == len(value._shape_info())


def _scipy(name: str, distribution: Any) -> Entry:
    continuous = isinstance(distribution, stats.rv_continuous)
    shapes = [required(shape.name, "A shape parameter", _number(shape)) for shape in distribution._shape_info()]
    loc = optional("loc", "0", "Where it lies", REAL if continuous else INTEGER)
    scale = [optional("scale", "1", "How wide it is", POSITIVE)] * continuous
    described = first_sentence(distribution.__doc__.strip().split("\n")[0])
    return entry("distribution", f"scipy.stats.{name}", described, *shapes, loc, *scale)


def _number(shape: Any) -> Number:
    # SciPy stores an excluded bound as the next number inside the interval.
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
