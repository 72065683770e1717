import pytest
from scipy import stats

from mfc.catalog.build.distributions import distributions
from mfc.catalog.entry import Number
from mfc.catalog.types import Verdict, admits, verdict

ENTRIES = {entry.path: entry for entry in distributions()}


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        ("uniform", ["low", "high"]),
        ("loguniform", ["low", "high"]),
        ("quniform", ["low", "high", "step"]),
        ("randint", ["low", "high"]),
        ("lograndint", ["low", "high"]),
        ("normal", ["mean", "sd"]),
        ("lognormal", ["mean", "sd"]),
        ("truncnormal", ["mean", "sd", "low", "high"]),
        ("choice", ["values", "weights"]),
        ("scipy.stats.beta", ["a", "b", "loc", "scale"]),
        ("scipy.stats.norm", ["loc", "scale"]),
        ("scipy.stats.binom", ["n", "p", "loc"]),
    ],
)
def test_arguments(path, arguments):
    assert list(ENTRIES[path].arguments) == arguments


@pytest.mark.parametrize(
    ("path", "argument", "value"),
    [
        ("loguniform", "low", 0),
        ("quniform", "step", 0),
        ("lograndint", "low", 0),
        ("normal", "sd", 0.0),
        ("choice", "weights", [0.5, -0.5]),
        ("scipy.stats.beta", "a", 0),
        ("scipy.stats.binom", "p", 1.5),
        ("scipy.stats.norm", "scale", 0),
    ],
)
def test_out_of_range(path, argument, value):
    assert verdict(ENTRIES[path].arguments[argument].types, value) is Verdict.OUT_OF_RANGE


def test_excluded_bounds_are_the_round_numbers_they_were():
    assert ENTRIES["scipy.stats.zipf"].arguments["a"].types == (Number("real", 1, low_included=False),)
    assert ENTRIES["scipy.stats.levy_stable"].arguments["alpha"].types == (Number("real", 0, 2, low_included=False),)


def test_integers_are_no_floats():
    assert admits(ENTRIES["randint"].arguments["low"].types, -3)
    assert not admits(ENTRIES["randint"].arguments["low"].types, 1.0)


def test_scipys_names_are_all_distributions():
    names = [path.removeprefix("scipy.stats.") for path in ENTRIES if path.startswith("scipy.stats.")]
    assert len(names) > 120
    for name in names:
        assert hasattr(getattr(stats, name), "rvs")
    assert "poisson_binom" not in names  # its shape is a list
