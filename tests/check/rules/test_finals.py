import pytest
from checking import CLASSES, finding, findings

MODELS = "model ridge: Ridge { alpha in [1, 2, 3] }\nmodel near: KNeighborsRegressor { n_neighbors in [3, 5] }"
SEVERAL = "data mock.regression { n_targets = 2 }\n" + MODELS


def stack(final: str) -> str:
    return f"ensemble stacked: stack {{ final = {final} }}"


@pytest.mark.parametrize("final", ["Ridge", "Ridge()", "RidgeCV(alphas = [1, 10])", "my_project.blend.Final(3)"])
def test_final_estimators(final: str) -> None:
    assert findings(MODELS, stack(final)) == []


@pytest.mark.parametrize(
    ("final", "code", "marked"),
    [
        ("LogisticRegression()", "MF401", "LogisticRegression()"),
        ("LogisticRegression", "MF401", "LogisticRegression"),
        ("StandardScaler()", "MF301", "StandardScaler()"),
        ("MultiTaskLasso()", "MF410", "MultiTaskLasso()"),
        ("Ridge(alhpa = 1)", "MF203", "alhpa"),
        ("MultiOutputRegressor", "MF206", "MultiOutputRegressor"),
        ("Rigde()", "MF208", "Rigde"),
        ("3", "MF301", "3"),
        ("keras.MLP()", "MF501", "keras.MLP"),
        ("keras.MLP", "MF501", "keras.MLP"),
    ],
)
def test_mistakes(final: str, code: str, marked: str) -> None:
    assert (code, marked) in findings(MODELS, stack(final))


def test_a_final_estimator_predicts_as_many_targets_as_there_are() -> None:
    assert findings(SEVERAL, stack("Ridge()")) == []
    assert findings(SEVERAL, stack("SVR()")) == [("MF410", "SVR()")]


def test_in_a_classification_it_is_a_classifier() -> None:
    classes = f"{CLASSES}\nmodel trees: RandomForestClassifier"
    assert findings(classes, stack("LogisticRegression()")) == []
    assert finding(classes, stack("Ridge()")).label == "supports regression"
