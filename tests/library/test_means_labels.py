import numpy as np

from mfc.templates.library.means_labels import weighted_mean


def test_a_label_is_given_by_more_than_half_of_the_weight() -> None:
    draw = np.random.default_rng(0)
    votes = [draw.integers(0, 2, size=(40, 3)) for _ in range(3)]
    model = weighted_mean([1, 2, 3], ["a", "b", "c"])
    shares = (votes[0] + 2 * votes[1] + 3 * votes[2]) / 6
    assert (shares == 0.5).any(), "a draw, which gives no label"
    np.testing.assert_array_equal(model.predict(np.hstack(votes)), (shares > 0.5).astype(int))
