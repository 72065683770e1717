"""A few quantiles of what a distribution draws, without SciPy."""

from __future__ import annotations

from math import ceil, exp, floor, log
from statistics import NormalDist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)


def quantiles(distribution: str, given: Mapping[str, object]) -> list[float] | None:
    """Return the values below which 5, 25, 50, 75 and 95% of the draws are, for the distributions of the language."""
    inverse = INVERSES.get(distribution)
    numbers = {name: float(value) for name, value in given.items() if isinstance(value, int | float)}
    if inverse is None or len(numbers) != len(given):
        return None
    try:
        return [inverse(level, **numbers) for level in LEVELS]
    except (TypeError, ValueError, ArithmeticError):  # an argument is missing, or out of range: that is reported
        return None


def shown(values: list[float]) -> str:
    """Return quantiles in a line, each with its level."""
    return " · ".join(f"{level:.0%}: {value:.3g}" for level, value in zip(LEVELS, values, strict=True))


def _uniform(level: float, low: float, high: float) -> float:
    return low + level * (high - low)


def _loguniform(level: float, low: float, high: float) -> float:
    return exp(_uniform(level, log(low), log(high)))


def _quniform(level: float, low: float, high: float, step: float) -> float:
    return low + step * (ceil(level * (1 + int((high - low) / step + 1e-9))) - 1)


def _randint(level: float, low: float, high: float) -> float:
    return low + ceil(level * (high - low)) - 1


def _lograndint(level: float, low: float, high: float) -> float:
    return floor(_loguniform(level, low, high))


def _normal(level: float, mean: float, sd: float) -> float:
    return NormalDist(mean, sd).inv_cdf(level)


def _lognormal(level: float, mean: float, sd: float) -> float:
    return exp(_normal(level, mean, sd))


def _truncnormal(level: float, mean: float, sd: float, low: float, high: float) -> float:
    whole = NormalDist(mean, sd)
    below, up_to = whole.cdf(low), whole.cdf(high)
    return min(max(whole.inv_cdf(_uniform(level, below, up_to)), low), high)


INVERSES: Mapping[str, Callable[..., float]] = {
    "uniform": _uniform,
    "loguniform": _loguniform,
    "quniform": _quniform,
    "randint": _randint,
    "lograndint": _lograndint,
    "normal": _normal,
    "lognormal": _lognormal,
    "truncnormal": _truncnormal,
}
