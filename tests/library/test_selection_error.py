from worked import RATIO, SCORES

from mfc.templates.library.selection_error import near_best


def test_near_is_within_one_corrected_error_of_the_best() -> None:
    assert near_best(SCORES, RATIO) == ["a", "b", "c", "d"]  # 0.507360 - 0.073122 is below the mean of c, 0.440020
    assert near_best(SCORES, 0) == ["a", "b", "d"]  # the plain error is 0.048652
    assert near_best(SCORES[[0]], RATIO) == ["a"]  # one fold has no error
