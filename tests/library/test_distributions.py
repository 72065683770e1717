"""What the distributions draw."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from sklearn.model_selection import ParameterSampler

from mfc.templates.library.distributions import Choice, LogInteger, Steps


def draw(distribution, n=2000):
    state = np.random.RandomState(7)
    return [distribution.rvs(random_state=state) for _ in range(n)]


def test_choice_draws_values_by_their_weights():
    drawn = Counter(draw(Choice(["a", None, (2, 3)], [1, 2, 7])))
    assert set(drawn) == {"a", None, (2, 3)}
    assert drawn["a"] / 2000 == pytest.approx(0.1, abs=0.02)
    assert drawn[2, 3] / 2000 == pytest.approx(0.7, abs=0.03)


def test_log_integer_draws_as_many_in_each_decade():
    drawn = draw(LogInteger(1, 1000))
    assert {type(value) for value in drawn} == {int}
    assert min(drawn) == 1
    assert 900 < max(drawn) < 1000
    assert np.histogram(drawn, [1, 10, 100, 1000])[0] / 2000 == pytest.approx(np.full(3, 1 / 3), abs=0.03)


@pytest.mark.parametrize(
    ("distribution", "values"),
    [
        (Steps(0.1, 0.5, 0.1), [0.1, 0.2, 0.3, 0.4, 0.5]),
        (Steps(1, 10, 4), [1, 5, 9]),
        (Steps(2, 2, 1), [2]),
    ],
)
def test_steps_draws_each_multiple_up_to_the_end(distribution, values):
    drawn = Counter(draw(distribution))
    assert sorted(drawn) == values
    assert [count / 2000 for count in drawn.values()] == pytest.approx([1 / len(values)] * len(values), abs=0.03)


def test_scikit_learn_draws_from_them_the_same_each_time():
    space = {"a": Choice(["x", "y"], [1, 1]), "b": LogInteger(1, 100), "c": Steps(0, 1, 0.25)}
    first, second = (list(ParameterSampler(space, 5, random_state=3)) for _ in range(2))
    assert first == second
    assert len({str(settings) for settings in first}) > 1
