import pytest
from checking import CLASSES, finding, findings

from mfc.catalog.catalog import load
from mfc.check.rules.scores import ALIASES


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
    assert (found.code.id, found.message) == ("MF402", "`f1` scores two classes, but there are 3")
    assert found.help
    assert "`f1_macro`" in found.help
    assert findings(three, "score f1_macro") == []


@pytest.mark.parametrize(
    ("task", "alias", "meant"),
    [
        ("classification", "auc", "roc_auc"),
        ("classification", "AUC", "roc_auc"),
        ("classification", "logloss", "neg_log_loss"),
        ("classification", "log_loss", "neg_log_loss"),
        ("classification", "mcc", "matthews_corrcoef"),
        ("classification", "pr_auc", "average_precision"),
        ("classification", "Accuracy", "accuracy"),
        ("regression", "rmse", "neg_root_mean_squared_error"),
        ("regression", "RMSE", "neg_root_mean_squared_error"),
        ("regression", "mae", "neg_mean_absolute_error"),
        ("regression", "mse", "neg_mean_squared_error"),
        ("regression", "mape", "neg_mean_absolute_percentage_error"),
        ("regression", "r_squared", "r2"),
    ],
)
def test_scorers_by_the_names_they_have_elsewhere(task: str, alias: str, meant: str) -> None:
    model = f"model tree: DecisionTree{'Regressor' if task == 'regression' else 'Classifier'} {{ max_depth in 1..3 }}"
    found = finding(f"data mock.{task}", f"score {alias}", model)
    assert (found.code.id, found.suggestions) == ("MF209", (meant,))
    assert f"did you mean `{meant}`?" in (found.help or "")


def test_every_alias_is_of_a_scorer_that_there_is() -> None:
    names = load().scorer_names
    assert {name for meant in ALIASES.values() for name in meant} <= set(names)
    assert not set(ALIASES) & set(names)


@pytest.mark.parametrize(
    "name", ["settings", "candidate", "place", "model", "neg_place", "r2_sem", "r2_so_far", "self"]
)
def test_the_name_of_a_scorer_is_free(name: str) -> None:
    assert findings(f"score r2, sc.{name}") == [("MF211", f"sc.{name}")]


def test_a_scorer_is_not_called_like_another_one_without_its_sign() -> None:
    assert findings("score neg_mean_absolute_error, sc.mean_absolute_error") == [("MF202", "sc.mean_absolute_error")]
    assert findings("score r2, sc.mean_absolute_error") == []
