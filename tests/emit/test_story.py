from plans import PLAN, RIDGE, VARIANTS

from mfc.emit.story import goal, story
from mfc.plan.plan import Test


def test_the_story_says_how_much_is_played_and_what_comes_of_it() -> None:
    assert " ".join(story(PLAN)) == (
        "5 candidates of 2 models are scored on 3 folds of the training rows: 15 fits in parallel tasks. "
        "The best by R² is scored once on the 20% of the rows that were held out, and trained on all rows; "
        "that is the artifact `model`, which predicts from rows as `load_data` returns them."
    )
    assert max(map(len, story(PLAN))) <= 98


def test_one_candidate_is_not_several() -> None:
    one = RIDGE._replace(space=(("alpha", [1]),))
    assert story(PLAN._replace(models=(one,)))[0].startswith("1 candidate of 1 model is scored on 3 folds")


def test_what_only_the_data_decide_is_not_counted() -> None:
    assert "scored on folds of the training rows, in parallel tasks" in " ".join(story(VARIANTS["grouped"]))
    assert "20% of the groups" in " ".join(story(VARIANTS["grouped"]))
    assert goal(VARIANTS["grouped"]) == "Find the best candidate by R²."


def test_without_a_test_no_rows_are_held_out() -> None:
    untested = " ".join(story(PLAN._replace(test=Test("none", None, None))))
    assert "of the rows: 15 fits" in untested
    assert "no rows are held out for a test" in untested


def test_ensembles_are_named() -> None:
    text = " ".join(story(VARIANTS["ensembles"]))
    assert "Ensembles of them, blend, chosen and stacked, are scored on the same folds without another fit." in text
    text = " ".join(story(VARIANTS["ensembles in time"]))
    assert "An ensemble of them, blend, is scored on the same folds without another fit." in text


def test_the_simplest_may_win() -> None:
    text = " ".join(story(PLAN._replace(simplest=(("alpha", -1),))))
    assert "The simplest within one standard error of the best by R² is scored once" in text
    text = " ".join(story(PLAN._replace(simplest=(("alpha", -1),), margin=0.01)))
    assert "The simplest within a margin of 0.01 below the best by R² is scored once" in text


def test_a_race_says_who_goes_on() -> None:
    text = " ".join(story(VARIANTS["race"]))
    assert "scored on 5 folds of the training rows: at most 25 fits in parallel tasks" in text
    assert "After 1 and 3 of the folds the better 50% of them go on, 5 at the least." in text
