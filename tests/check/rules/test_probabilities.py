import pytest
from checking import CLASSES, finding, findings


def found(model: str, ensemble: str = "average") -> list[tuple[str, str]]:
    return findings(
        f"{CLASSES}\nmodel trees: RandomForestClassifier", f"model other: {model}", f"ensemble e: {ensemble}"
    )


@pytest.mark.parametrize(
    "model",
    [
        "RidgeClassifier { alpha in [1, 2] }",
        "SVC { C in [1, 2] }",
        "SGDClassifier { alpha in [0.1, 1.0] }",
        'SGDClassifier { loss = "hinge" }',
    ],
)
def test_members_give_probabilities(model: str) -> None:
    assert found(model) == [("MF432", "average")]
    assert found(model, "average { members = [trees, other] }") == [("MF432", "other")]
    assert found(model, "average { members = [trees, logistic] }") == []


@pytest.mark.parametrize(
    "model",
    [
        "SVC { probability = true }",
        'SGDClassifier { loss = "log_loss" }',
        'SGDClassifier { loss in ["log_loss", "hinge"] }',
        "CalibratedClassifierCV { estimator = RidgeClassifier() }",
        "my_project.Classifier { depth in [1, 2] }",
    ],
)
def test_some_do_if_they_are_asked_and_of_some_it_is_not_known(model: str) -> None:
    assert found(model) == []


def test_the_message_says_what_to_do() -> None:
    one = finding(f"{CLASSES}\nmodel ridge: RidgeClassifier", "ensemble e: average { members = [logistic, ridge] }")
    assert one.help == "wrap it in `CalibratedClassifierCV`, or leave it out with `members = [logistic]`"


def test_in_a_regression_nobody_asks() -> None:
    assert findings("model near: KNeighborsRegressor\nmodel svm: SVR", "ensemble e: average") == []
