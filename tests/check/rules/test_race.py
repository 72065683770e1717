import pytest
from checking import findings, plan

from mfc.plan.plan import Race

MANY = "model ridge: Ridge { alpha ~ uniform(0, 1), search random(40) }"


@pytest.mark.parametrize(
    "settings", ["after = [1, 3]", "after = [2], keep = 30%", "after = (1, 2, 4), keep = 0.9, at_least = 1"]
)
def test_settings(settings: str) -> None:
    assert findings(f"race {{ {settings} }}", MANY) == []


@pytest.mark.parametrize(
    ("settings", "code", "marked"),
    [
        ("keep = 30%", "MF206", "race"),
        ("after = []", "MF305", "[]"),
        ("after = 1", "MF301", "1"),
        ("after = [0]", "MF302", "[0]"),
        ("after = [1.5]", "MF301", "[1.5]"),
        ("after = [3, 1]", "MF407", "1"),
        ("after = [1, 1]", "MF407", "1"),
        ("after = [1, 5]", "MF407", "5"),
        ("after = [1], keep = 100%", "MF302", "100%"),
        ("after = [1], at_least = 0", "MF302", "0"),
        ("after = [1], until = 2", "MF207", "until"),
    ],
)
def test_mistakes(settings: str, code: str, marked: str) -> None:
    assert (code, marked) in findings(f"race {{ {settings} }}", MANY)


def test_the_folds_that_there_are_count() -> None:
    assert findings("race { after = [5] }", "folds kfold(6)", MANY) == []
    assert findings("race { after = [5] }", "param k = 5", "folds kfold(k)", MANY) == []


def test_there_is_one() -> None:
    assert ("MF202", "race") in findings("race { after = [1] }", "race { after = [1] }", MANY)


def test_few_candidates_are_warned_of() -> None:
    assert findings("race { after = [1] }", MANY.replace("40", "19")) == [("MF618", "race")]
    assert findings("race { after = [1] }", MANY.replace("40", "20")) == []
    assert findings("race { after = [1] }", MANY.replace("40", "10"), MANY.replace("ridge", "other")) == []


def test_it_is_part_of_the_plan() -> None:
    assert plan("race { after = [1, 3] }", MANY).race == Race((1, 3), 0.5, 5)
    assert plan("race { after = [2], keep = 20%, at_least = 3 }", MANY).race == Race((2,), 0.2, 3)
    assert plan(MANY).race is None
