import pytest
from checking import CLASSES, finding, findings


def test_scores() -> None:
    assert findings("score r2, neg_root_mean_squared_error") == []
    assert findings(CLASSES, "score accuracy, roc_auc, f1") == []
    assert findings("score my.scores.profit, r2") == []


@pytest.mark.parametrize(
    ("scores", "code", "marked"),
    [
        ("r3", "MF209", "r3"),
        ("r2, r2", "MF202", "r2"),
        ("roc_auc", "MF402", "roc_auc"),
        ("rand_score", "MF402", "rand_score"),
        ("my.class.scorer", "MF201", "my.class.scorer"),
        ("r2, my.r2", "MF202", "my.r2"),
    ],
)
def test_scores_that_cannot_be(scores: str, code: str, marked: str) -> None:
    assert findings(f"score {scores}") == [(code, marked)]


def test_losses_are_negated() -> None:
    help_ = finding("score root_mean_squared_error").help
    assert help_
    assert help_.startswith("did you mean `neg_root_mean_squared_error`?")


def test_scores_of_two_classes() -> None:
    three = "data mock.classification { n_classes = 3, n_informative = 4 }\n" + CLASSES.splitlines()[1]
    found = finding(three, "score f1")
    assert (found.code.id, found.message) == ("MF402", "`f1` scores two classes, and here are 3")
    assert found.help
    assert "`f1_macro`" in found.help
    assert findings(three, "score f1_macro") == []
