import pytest
from hypothesis import given
from hypothesis import strategies as st

from mfc.diagnostics.suggest import did_you_mean, distance, suggestions


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("", "", 0),
        ("abc", "", 3),
        ("max_deph", "max_depth", 1),
        ("seach", "search", 1),
        ("fodls", "folds", 1),
        ("a", "b", 1),
    ],
)
def test_distance_counts_edits(a: str, b: str, edits: int) -> None:
    assert distance(a, b) == distance(b, a) == edits


def test_suggestions_come_nearest_first_and_nothing_far() -> None:
    assert suggestions("max_deph", ["min_depth", "learning_rate", "max_depth"]) == ["max_depth", "min_depth"]


def test_suggestions_are_five_at_most() -> None:
    assert suggestions("ab", [f"a{letter}" for letter in "cdefghij"]) == ["ac", "ad", "ae", "af", "ag"]


def test_case_does_not_count() -> None:
    assert suggestions("ridge", ["Ridge"]) == ["Ridge"]


def test_did_you_mean_lists_them_as_prose() -> None:
    assert did_you_mean("mean", ["meat", "median"]) == "did you mean `meat` or `median`?"
    assert did_you_mean("xyz", ["learning_rate"]) is None


@given(st.text("abc", max_size=6), st.lists(st.text("abcd", max_size=6), unique=True))
def test_no_word_is_left_out_that_is_near_enough(word: str, known: list[str]) -> None:
    near = sorted((distance(word, one), one) for one in known if distance(word, one) <= int(len(word) * 0.4) + 1)
    assert suggestions(word, known) == [one for _, one in near[:5]]
