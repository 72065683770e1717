import numpy as np

from mfc.templates.library.means import weighted_mean


def test_each_target_is_the_mean_of_what_members_predict_for_it() -> None:
    first, second = np.random.default_rng(0).normal(size=(2, 7, 3))
    model = weighted_mean([1, 3], ["a", "b", "c"])
    np.testing.assert_allclose(model.predict(np.hstack([first, second])), (first + 3 * second) / 4, atol=1e-12)
