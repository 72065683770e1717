from math import exp

import pytest
import scipy.stats

from mfc.ide.reading.quantiles import LEVELS, quantiles, shown


@pytest.mark.parametrize(
    ("name", "given", "frozen"),
    [
        ("uniform", {"low": 2, "high": 5}, scipy.stats.uniform(2, 3)),
        ("loguniform", {"low": 0.01, "high": 10}, scipy.stats.loguniform(0.01, 10)),
        ("randint", {"low": 1, "high": 11}, scipy.stats.randint(1, 11)),
        ("normal", {"mean": 3, "sd": 2}, scipy.stats.norm(3, 2)),
        ("lognormal", {"mean": 1, "sd": 0.5}, scipy.stats.lognorm(s=0.5, scale=exp(1))),
        ("truncnormal", {"mean": 1, "sd": 2, "low": 0, "high": 2}, scipy.stats.truncnorm(-0.5, 0.5, loc=1, scale=2)),
    ],
)
def test_the_same_as_scipy(name: str, given: dict[str, object], frozen: object) -> None:
    assert quantiles(name, given) == pytest.approx([frozen.ppf(level) for level in LEVELS])


def test_steps_and_logarithmic_integers() -> None:
    assert quantiles("quniform", {"low": 0, "high": 1, "step": 0.25}) == [0, 0.25, 0.5, 0.75, 1]
    assert quantiles("lograndint", {"low": 1, "high": 1000}) == [1, 5, 31, 177, 707]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("scipy.stats.beta", {"a": 1, "b": 2}),
        ("loguniform", {"low": 0, "high": 1}),
        ("loguniform", {"low": 1}),
        ("uniform", {"low": "a", "high": 1}),
        ("normal", {"mean": 0, "sd": -1}),
        ("quniform", {"low": 0, "high": 1, "step": 0}),
        ("lognormal", {"mean": 1e9, "sd": 1}),
    ],
)
def test_there_are_none(name: str, given: dict[str, object]) -> None:
    assert quantiles(name, given) is None


def test_shown() -> None:
    assert shown([0.001, 1, 2, 3, 1e9]) == "5%: 0.001 · 25%: 1 · 50%: 2 · 75%: 3 · 95%: 1e+09"
