import numpy as np
import pytest
from sklearn.linear_model import Ridge
from sklearn.neighbors import KNeighborsRegressor
from small_rows import rows

from mfc.templates.library import fitting_given


def test_fit_is_given_arguments_beside_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    table = rows()
    table["weight"] = np.linspace(0, 3, len(table))
    monkeypatch.setattr(fitting_given, "fit_arguments", lambda *given: fitting_given.weights(given[3], given[2]))
    monkeypatch.setattr(fitting_given, "features_of", lambda rows: rows[["a", "b"]])
    model = fitting_given.fit("ridge", {"alpha": 5}, table)
    expected = Ridge(alpha=5).fit(table[["a", "b"]], table["target"], table["weight"])
    np.testing.assert_allclose(model[-1].coef_, expected.coef_, rtol=0, atol=1e-12)


def test_an_estimator_without_weights_is_given_none() -> None:
    table = rows().assign(weight=1.0)
    assert fitting_given.weights(Ridge(), table)["sample_weight"].tolist() == [1.0] * 60
    assert fitting_given.weights(KNeighborsRegressor(), table) == {}
