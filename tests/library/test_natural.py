from mfc.templates.library.natural import natural


def test_losses_are_shown_as_losses() -> None:
    scores = {"r2": 0.5, "neg_mean_absolute_error": -2.0, "error": None}
    assert natural(scores) == {"r2": 0.5, "mean_absolute_error": 2.0}
