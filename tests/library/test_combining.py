import numpy as np
import pytest
from sklearn.ensemble import VotingRegressor
from sklearn.frozen import FrozenEstimator
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.neighbors import KNeighborsRegressor
from small_rows import rows

from mfc.templates.library.combining import combine

TABLE, UNSEEN = rows(60), rows(30, seed=1)[["a", "b"]]
MEMBERS = {"ridge-000": Ridge(alpha=5), "near-000": KNeighborsRegressor(4)}
TRAINED = {name: FrozenEstimator(model.fit(TABLE[["a", "b"]], TABLE["target"])) for name, model in MEMBERS.items()}


@pytest.mark.parametrize("weights", [[1, 1], [3, 1]])
def test_a_mean_is_scikit_learns_vote(weights: list[int]) -> None:
    model = combine(TRAINED, {"weights": dict(zip(TRAINED, weights, strict=True))})
    vote = VotingRegressor([*MEMBERS.items()], weights=weights).fit(TABLE[["a", "b"]], TABLE["target"])
    np.testing.assert_array_equal(model.predict(UNSEEN), vote.predict(UNSEEN))
    assert list(model.feature_names_in_) == ["a", "b"]


def test_without_a_member_the_others_have_its_weight() -> None:
    weights = {"gone-000": 5, "ridge-000": 1, "near-000": 3}
    expected = (TRAINED["ridge-000"].predict(UNSEEN) + 3 * TRAINED["near-000"].predict(UNSEEN)) / 4
    np.testing.assert_allclose(combine(TRAINED, {"weights": weights}).predict(UNSEEN), expected, rtol=0, atol=1e-12)


def test_a_final_estimator_is_given_a_column_for_each_member() -> None:
    columns = np.column_stack([model.predict(UNSEEN) for model in TRAINED.values()])
    final = LinearRegression().fit(columns, columns @ [2, -1])
    model = combine(TRAINED, {"final": final})
    np.testing.assert_allclose(model.predict(UNSEEN), columns @ [2, -1], rtol=0, atol=1e-10)
    assert list(model.feature_names_in_) == ["a", "b"]
