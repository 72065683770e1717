import pytest
from checking import CLASSES, finding, findings


def one(estimator: str) -> list[tuple[str, str]]:
    return findings(f"model m: {estimator}", "model other: Lasso")


@pytest.mark.parametrize(
    "estimator",
    [
        "Ridge",
        "sklearn.svm.SVR",
        "lightgbm.LGBMRegressor",
        "LGBMRegressor",
        "keras.MLP",
        "my.Net",
        "sklearn.pipeline.make_pipeline",
    ],
)
def test_estimators(estimator: str) -> None:
    assert one(estimator) == []


@pytest.mark.parametrize(
    ("estimator", "code"),
    [
        ("Rigde", "MF205"),
        ("sklearn.linear_model.Rigde", "MF205"),
        ("lightgbm.Ridge", "MF205"),
        ("my_project.class.Wide", "MF201"),
        ("sklearn.linaer_model.Ridge", "MF205"),
        ("keras.Sequential", "MF205"),
        ("LogisticRegression", "MF401"),
    ],
)
def test_estimators_that_cannot_be(estimator: str, code: str) -> None:
    assert one(estimator) == [(code, estimator)]


def test_networks_play_every_task() -> None:
    assert findings("data mock.multilabel", "model m: keras.MLP", "model other: DecisionTreeClassifier") == []


def test_estimators_are_suggested() -> None:
    assert finding("model m: Rigde", "model other: Lasso").help == "did you mean `Ridge` or `RidgeCV`?"


@pytest.mark.parametrize(
    ("estimator", "counterpart"),
    [("SVC", "SVR"), ("LGBMClassifier", "LGBMRegressor"), ("RidgeClassifier", "Ridge"), ("GaussianNB", None)],
)
def test_the_counterpart_for_the_task(estimator: str, counterpart: str | None) -> None:
    help_ = finding(f"model m: {estimator}", "model other: Lasso").help
    assert help_ == (counterpart and f"for regression, use `{counterpart}`")


def test_a_regressor_in_a_classification() -> None:
    found = finding(CLASSES, "model m: RandomForestRegressor")
    assert (found.message, found.label) == (
        "`RandomForestRegressor` does not support classification",
        "supports regression",
    )
    assert found.help == "for classification, use `RandomForestClassifier`"
