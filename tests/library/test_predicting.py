import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import make_pipeline
from small_rows import classes, rows

from mfc.templates.library.predicting import is_near_perfect, predict


def test_of_a_model_without_probabilities_the_predictions_are_taken() -> None:
    table = rows().iloc[::-1]
    model = make_pipeline(Ridge()).fit(table[["a", "b"]], table["target"])
    predicted = predict(model, table)
    assert isinstance(predicted, pd.Series)
    assert predicted.index.equals(table.index)
    np.testing.assert_array_equal(predicted, model.predict(table[["a", "b"]]))


def test_of_classes_the_probabilities_are_predicted() -> None:
    table = classes("yes", "no")
    model = make_pipeline(LogisticRegression()).fit(table[["a", "b"]], table["target"])
    predicted = predict(model, table)
    assert predicted.columns.tolist() == ["no", "yes"]
    np.testing.assert_array_equal(predicted, model.predict_proba(table[["a", "b"]]))


def test_near_perfect_is_a_balanced_accuracy_of_99_percent() -> None:
    truth = pd.Series(["yes"] * 100 + ["no"] * 900)
    assert is_near_perfect(truth, truth.mask(truth.index < 1, "no"))
    assert not is_near_perfect(truth, truth.mask(truth.index < 3, "no"))  # right in 99.7% of the rows
    chances = pd.DataFrame({"no": truth == "no", "yes": truth == "yes"}, dtype=float)
    assert is_near_perfect(truth, chances)
    assert not is_near_perfect(truth, chances.iloc[:, ::-1].set_axis(["no", "yes"], axis=1))
