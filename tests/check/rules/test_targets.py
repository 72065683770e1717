import pytest
from checking import finding, findings

TWO = "data mock.regression { n_targets = 2 }"


def labels(targets: str, task: str) -> list[tuple[str, str]]:
    model = "model trees: RandomForestClassifier { max_depth in [1, 2] }"
    return findings(f"task {task}", f'data csv("a.csv") {{ target = {targets} }}', model)


def test_a_classification_has_one_target() -> None:
    assert labels("a", "classification") == labels("[a]", "classification") == []
    assert labels("[a, b]", "classification") == [("MF410", "b")]


def test_a_multilabel_tournament_has_several() -> None:
    assert labels("[a, b]", "multilabel") == []
    assert labels("a", "multilabel") == [("MF410", "a")]
    mock = "data mock.multilabel { n_classes = 1 }"
    assert findings(mock, "model t: DecisionTreeClassifier { max_depth in [1, 2] }") == [("MF410", "mock.multilabel")]


@pytest.mark.parametrize(
    ("estimator", "found"), [("Ridge", []), ("SVR", [("MF410", "SVR")]), ("MultiTaskLasso", []), ("keras.MLP", [])]
)
def test_models_of_several_targets(estimator: str, found: list[tuple[str, str]]) -> None:
    assert findings(TWO, f"model one: {estimator}", "model other: Ridge { alpha in [1, 2] }") == found


def test_models_of_several_targets_alone() -> None:
    found = finding("model one: MultiTaskLasso { alpha in [1, 2] }")
    assert found.message == "`MultiTaskLasso` predicts several targets, but there is one"


def test_scores_of_several_targets() -> None:
    assert findings(TWO, "score r2, neg_mean_absolute_error, my.score") == []
    assert findings(TWO, "score r2, neg_max_error") == [("MF410", "neg_max_error")]
    assert findings("score neg_max_error") == []
