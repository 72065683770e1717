import pytest
from checking import finding, findings

LOGISTIC = "model tree: DecisionTreeClassifier { max_depth in 1..3 }"


def spec(entries: str, score: str, task: str = "classification") -> tuple[str, ...]:
    return f"task {task}", f'data csv("d.csv") {{ target = y{entries} }}', f"score {score}", LOGISTIC


@pytest.mark.parametrize("score", ["recall", "precision", "f1", "average_precision", "jaccard"])
def test_a_score_of_one_class_needs_to_know_which(score: str) -> None:
    assert findings(*spec("", f"accuracy, {score}")) == [("MF615", score)]
    assert findings(*spec(", positive = churned", f"accuracy, {score}")) == []


def test_it_is_said_once() -> None:
    found = finding(*spec("", "recall, precision, f1, average_precision"))
    assert found.message == "`recall` scores one class, but no positive class is declared"
    assert found.help == "declare it in the `data` block, for example `positive = churned`"


@pytest.mark.parametrize("score", ["accuracy", "roc_auc", "neg_log_loss", "f1_macro", "balanced_accuracy"])
def test_scores_that_come_out_the_same_either_way(score: str) -> None:
    assert findings(*spec("", score)) == []


def test_the_classes_of_a_mock_are_0_and_1() -> None:
    assert findings("data mock.classification", "score recall", LOGISTIC) == []


def test_a_regression_has_no_positive_class() -> None:
    tree = "model tree: DecisionTreeRegressor { max_depth in 1..3 }"
    declared = ("task regression", 'data csv("d.csv") { target = y, positive = yes }', tree)
    assert findings(*declared) == [("MF407", "positive = yes")]
