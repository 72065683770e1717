from small_rows import rows

from mfc.templates.library.training import train


def test_a_candidate_is_trained_by_its_model() -> None:
    model = train("ridge-003", {"alpha": 5}, rows())
    assert model[-1].alpha == 5
    assert model[-1].coef_.shape == (2,)
