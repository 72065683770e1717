"""What a model predicts, as a table."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import LogisticRegression, Ridge

from mfc.templates.library.predictions import names_in, predicted_table, read_table, write_table

ROWS = pd.DataFrame({"id": [5, 6, 7, 8], "a": [1.0, 2.0, 3.0, 4.0], "b": [0.0, 1.0, 0.0, 1.0]}, index=[3, 1, 4, 2])
LABELS = ["no", "no", "yes", "yes"]
SCHEMA = {"a": "number", "b": "number"}


@pytest.fixture(scope="module")
def classifier():
    return LogisticRegression().fit(ROWS[["a", "b"]], LABELS)


def test_labels_and_chances_are_named_by_the_classes(classifier):
    table = predicted_table(classifier, SCHEMA, "y", ROWS, "rows.csv", ["id"])
    assert list(table) == ["id", "predicted", "probability_no", "probability_yes"]
    assert table["id"].tolist() == [5, 6, 7, 8]
    assert table["predicted"].tolist() == classifier.predict(ROWS[["a", "b"]]).tolist()
    np.testing.assert_array_equal(
        table[["probability_no", "probability_yes"]], classifier.predict_proba(ROWS[["a", "b"]])
    )
    assert table.index.tolist() == [0, 1, 2, 3]


def test_numbers_have_no_chances():
    model = Ridge().fit(ROWS[["a", "b"]], [1.0, 2.0, 3.0, 4.0])
    table = predicted_table(model, SCHEMA, "y", ROWS[["b", "id", "a"]], "rows.csv", [])
    assert list(table) == ["predicted"]
    np.testing.assert_array_equal(table["predicted"], model.predict(ROWS[["a", "b"]]))


def test_missing_columns_are_named_with_the_nearest(classifier):
    with pytest.raises(ValueError, match=r"rows\.csv: no column 'b', the nearest name is 'bb'"):
        predicted_table(classifier, SCHEMA, "y", ROWS.rename(columns={"b": "bb"}), "rows.csv", [])
    with pytest.raises(ValueError, match=r"rows\.csv: no column 'idd', the nearest name is 'id'"):
        predicted_table(classifier, SCHEMA, "y", ROWS, "rows.csv", ["idd"])
    with pytest.raises(ValueError, match=r"rows\.csv: no rows"):
        predicted_table(classifier, SCHEMA, "y", ROWS[:0], "rows.csv", [])


def test_what_the_model_does_not_take_is_told_with_the_columns_that_lack_values(classifier):
    with pytest.raises(ValueError, match=r"(?s)rows\.csv: .*some are missing in \['b'\]"):
        predicted_table(classifier, SCHEMA, "y", ROWS.assign(b=None), "rows.csv", [])
    with pytest.raises(
        ValueError, match=r"rows\.csv: no finite number in 1 of 4 rows of 'b', the first is 'x' in row 2"
    ):
        predicted_table(classifier, SCHEMA, "y", ROWS.assign(b=["1", "2", "x", "4"]), "rows.csv", [])


def test_text_is_read_as_it_is_written(tmp_path):
    (tmp_path / "rows.csv").write_text("id;zip;x\n007;01234;1,5\n")
    read = read_table(str(tmp_path / "rows.csv"), {"zip": "text", "x": "number"}, ["id"], sep=";", decimal=",")
    assert read.to_dict("list") == {"id": ["007"], "zip": ["01234"], "x": [1.5]}
    read.to_parquet(tmp_path / "rows.parquet")
    assert read_table(str(tmp_path / "rows.parquet"), {}, []).equals(read)


def test_a_file_is_read_in_python_where_it_has_to_be(tmp_path):
    (tmp_path / "rows.csv").write_text("id::x\n007::1\u00a0234\n")
    read = read_table(
        str(tmp_path / "rows.csv"), {"x": "number"}, ["id"], sep="::", thousands="\u00a0", engine="python"
    )
    assert read.to_dict("list") == {"id": ["007"], "x": [1234]}


def test_rows_longer_than_the_header_are_not_read(tmp_path):
    (tmp_path / "rows.csv").write_text("x,z\n1,2,\n3,4,\n")
    with pytest.raises(ValueError, match="more values than the header"):
        read_table(str(tmp_path / "rows.csv"), {"x": "number"}, [])


def test_a_number_that_is_kept_is_read_as_a_number(tmp_path):
    (tmp_path / "rows.csv").write_text("x;code;id\n1,5;1.000,5;01\n")
    schema = {"x": "number", "code": "level"}
    read = read_table(str(tmp_path / "rows.csv"), schema, ["x", "code", "id"], sep=";", decimal=",", thousands=".")
    assert read.to_dict("list") == {"x": [1.5], "code": [1000.5], "id": ["01"]}


def test_names_are_parted_by_commas():
    assert names_in(" id, zip code ,,x") == ["id", "zip code", "x"]
    assert names_in("") == []


def test_a_file_is_written_whole(tmp_path):
    path = tmp_path / "sub" / "predictions.csv"
    write_table(path, pd.DataFrame({"predicted": [1.5]}))
    assert path.read_text() == "predicted\n1.5\n"
    assert list(path.parent.iterdir()) == [path]
