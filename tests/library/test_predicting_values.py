import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.tree import DecisionTreeClassifier
from small_rows import rows

from mfc.templates.library.predicting_values import is_near_perfect, predict


def test_numbers_are_predicted_row_by_row() -> None:
    table = rows().iloc[::-1]
    model = make_pipeline(Ridge()).fit(table[["a", "b"]], table["target"])
    predicted = predict(model, table)
    assert isinstance(predicted, pd.Series)
    assert predicted.index.equals(table.index)
    np.testing.assert_array_equal(predicted, model.predict(table[["a", "b"]]))


def test_several_labels_have_a_column_each_even_if_the_model_gives_probabilities() -> None:
    table = rows()
    labels = (table[["a", "b"]] > 0).astype(int)
    model = make_pipeline(DecisionTreeClassifier()).fit(table[["a", "b"]], labels)
    predicted = predict(model, table)
    assert predicted.index.equals(table.index)
    np.testing.assert_array_equal(predicted, labels)


def test_near_perfect_is_an_r2_of_99_percent() -> None:
    truth = pd.DataFrame({"a": [0.0, 1, 2, 3], "b": [1.0, 0, 1, 0]})
    assert is_near_perfect(truth["a"], truth["a"] + 0.1)
    assert not is_near_perfect(truth["a"], truth["a"] + 0.2)
    assert is_near_perfect(truth, truth.to_numpy())
    assert not is_near_perfect(truth, truth.assign(b=[1, 0, 1, 1]))
