import baycomp  # type: ignore[import-untyped]
import numpy as np
import pandas as pd
import pytest
from worked import RATIO, SCORES

from mfc.templates.library import selection_equivalent
from mfc.templates.library.selection_equivalent import near_best, worse_by

DIFFERENCES = SCORES.loc["a"] - SCORES.drop("a")


def test_the_worked_probabilities() -> None:
    worse, better = worse_by(0.01, DIFFERENCES, RATIO), worse_by(0.01, -DIFFERENCES, RATIO)
    np.testing.assert_allclose(worse, [0.214919, 0.989605, 0.699859], atol=5e-7)
    np.testing.assert_allclose(better, [0.055636, 0.003761, 0.165334], atol=5e-7)
    np.testing.assert_allclose(1 - worse - better, [0.729445, 0.006634, 0.134806], atol=1.5e-6)


@pytest.mark.parametrize(("margin", "near"), [(0.01, ["a"]), (0.02, ["a", "b"])])
def test_near_is_worse_by_more_than_the_margin_in_five_percent_at_most(
    margin: float, near: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection_equivalent, "MARGIN", margin)
    assert near_best(SCORES, RATIO) == near


def test_probabilities_are_those_of_baycomp() -> None:
    random = np.random.default_rng(0)
    for n_folds in (3, 5, 10, 30):
        scores = pd.DataFrame(random.normal(size=(2, n_folds)), index=["x", "y"])
        left, _, right = baycomp.CorrelatedTTest(scores.loc["x"], scores.loc["y"], rope=0.3).probs()
        differences = scores.loc[["x"]] - scores.loc["y"]
        worse = worse_by(0.3, differences, 1 / (n_folds - 1))
        better = worse_by(0.3, -differences, 1 / (n_folds - 1))
        np.testing.assert_allclose([worse, better], [[left], [right]], rtol=1e-9)


def test_without_spread_the_difference_is_certain() -> None:
    certain = pd.DataFrame([[0.5] * 5, [0.25] * 5, [0.0] * 5])
    assert worse_by(0.25, certain, 0.25).tolist() == [1, 0.5, 0]
