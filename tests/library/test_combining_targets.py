import numpy as np
import pytest
from sklearn.ensemble import StackingRegressor
from sklearn.frozen import FrozenEstimator
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.neighbors import KNeighborsRegressor
from small_rows import rows

from mfc.templates.library import combining_targets
from mfc.templates.library.combining_targets import combine

TABLE, UNSEEN = rows(60), rows(30, seed=1)[["a", "b"]]
TARGETS = np.column_stack([TABLE["target"], TABLE["a"] ** 2])
MEMBERS = {"ridge-000": Ridge(alpha=5), "near-000": KNeighborsRegressor(4)}
TRAINED = {name: FrozenEstimator(model.fit(TABLE[["a", "b"]], TARGETS)) for name, model in MEMBERS.items()}


@pytest.fixture(autouse=True)
def _two_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(combining_targets, "TARGET", ["one", "two"])


def test_each_target_has_the_weighted_mean() -> None:
    model = combine(TRAINED, {"weights": {"ridge-000": 1, "near-000": 2}})
    expected = (TRAINED["ridge-000"].predict(UNSEEN) + 2 * TRAINED["near-000"].predict(UNSEEN)) / 3
    np.testing.assert_allclose(model.predict(UNSEEN), expected, rtol=0, atol=1e-12)
    assert list(model.feature_names_in_) == ["a", "b"]


def test_a_final_estimator_is_given_all_targets_of_each_member() -> None:
    columns = np.hstack([model.predict(UNSEEN) for model in TRAINED.values()])
    final = LinearRegression().fit(columns, columns[:, :2])
    np.testing.assert_allclose(combine(TRAINED, {"final": final}).predict(UNSEEN), final.predict(columns))


def test_the_columns_are_those_of_scikit_learns_stack() -> None:
    stack = StackingRegressor([*TRAINED.items()], LinearRegression(), cv="prefit").fit(TABLE[["a", "b"]], TABLE["a"])
    made = combine(TRAINED, {"final": stack.final_estimator_})
    np.testing.assert_array_equal(made[:-1].transform(UNSEEN), stack.transform(UNSEEN))
