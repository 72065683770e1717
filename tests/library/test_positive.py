import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, get_scorer, precision_score
from sklearn.svm import LinearSVC
from sklearn.tree import DecisionTreeClassifier
from small_rows import classes

from mfc.templates.library import positive

SCORES = ("f1", "precision", "recall", "jaccard", "average_precision", "neg_brier_score")


@pytest.mark.parametrize("name", SCORES)
@pytest.mark.parametrize("labels", [("no", "yes"), (False, True), (1, 2), (0, 1)])
def test_the_last_class_is_the_positive_one(name: str, labels: tuple[object, object]) -> None:
    table = classes(*labels)
    features, target = table[["a", "b"]], table["target"].astype(type(labels[0]))
    model = LogisticRegression().fit(features, target)
    codes = (target == labels[1]).astype(int)
    expected = get_scorer(name)(LogisticRegression().fit(features, codes), features, codes)
    assert positive.with_positive(name)(model, features, target) == pytest.approx(expected, abs=1e-12)


def test_a_class_may_be_named_as_the_positive_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(positive, "POSITIVE", "no")
    table = classes("no", "yes")
    features, target = table[["a", "b"]], table["target"]
    model = LogisticRegression().fit(features, target)
    predicted = model.predict(features)
    assert positive.with_positive("f1")(model, features, target) == f1_score(target, predicted, pos_label="no")
    coded = positive.Coded(model, "no")
    np.testing.assert_array_equal(coded.predict_proba(features), model.predict_proba(features)[:, ::-1])
    np.testing.assert_array_equal(coded.decision_function(features), -model.decision_function(features))


def test_a_model_may_have_nothing_but_a_decision_function(monkeypatch: pytest.MonkeyPatch) -> None:
    table = classes("no", "yes")
    features, target = table[["a", "b"]], table["target"]
    model = LinearSVC(random_state=0).fit(features, target)
    codes = (target == "yes").astype(int)
    expected = get_scorer("average_precision")(LinearSVC(random_state=0).fit(features, codes), features, codes)
    assert positive.with_positive("average_precision")(model, features, target) == pytest.approx(expected, abs=1e-12)


def test_of_more_classes_none_is_positive() -> None:
    table = classes("a", "b", "c")
    features, target = table[["a", "b"]], table["target"]
    model = DecisionTreeClassifier().fit(features, target)
    with pytest.raises(ValueError, match="multiclass"):
        positive.with_positive("precision")(model, features, target)
    assert precision_score(target, model.predict(features), average="macro") == 1


def test_the_positive_class_is_noted_where_there_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    assert positive.positive_note(pd.Series(["b", "a", "b"])) == {"the positive class": "b"}
    assert positive.positive_note(pd.Series(["b", "a", "c"])) == {}
    monkeypatch.setattr(positive, "POSITIVE", "a")
    assert positive.positive_note(pd.Series(["b", "a", "b"])) == {"the positive class": "a"}
    with pytest.raises(ValueError, match=r"'a' cannot be the positive class: the labels are \[1, 2\]"):
        positive.positive_note(pd.Series([2, 1]))
