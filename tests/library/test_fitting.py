import numpy as np
from sklearn.linear_model import Ridge
from small_rows import rows

from mfc.templates.library.fitting import fit, fit_arguments


def test_a_model_is_fitted_with_its_settings_to_the_features() -> None:
    table = rows()
    features, target = table[["a", "b"]], table["target"]
    expected = Ridge(alpha=5).fit(features, target).predict(features)
    model = fit("ridge", {"alpha": 5}, table)
    np.testing.assert_allclose(model.predict(features), expected, rtol=0, atol=1e-12)
    np.testing.assert_allclose(model.predict(table), expected, rtol=0, atol=1e-12)


def test_fit_is_given_nothing_else() -> None:
    assert fit_arguments("ridge", {}, rows(), Ridge()) == {}
