from worked import RATIO, SCORES

from mfc.templates.library.selection_best import choose


def test_the_best_mean_wins_and_those_as_good_are_known() -> None:
    assert choose({}, SCORES, RATIO) == ["a"]
    assert choose({}, SCORES.loc[["c", "d"]], RATIO) == ["d"]
    scores = SCORES.copy()
    scores.loc["c"] = scores.loc["a"]
    assert choose({}, scores, RATIO) == ["a", "c"]
