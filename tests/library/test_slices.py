import numpy as np
import pandas as pd
import pytest
from sklearn.linear_model import Ridge
from small_rows import rows

from mfc.templates.library import scores
from mfc.templates.library.slices import slice_section, slice_sections

ROWS = rows(100).assign(region=["north"] * 60 + ["south"] * 30 + [None] * 9 + ["west"])


class Model(Ridge):
    """A model that passes over the columns that it has not learned from."""

    def predict(self, X: pd.DataFrame) -> np.ndarray:
        return super().predict(X[["a", "b"]])


MODEL = Model().fit(ROWS[["a", "b"]], ROWS["target"])


@pytest.mark.filterwarnings("ignore:R.2 score is not well-defined")
def test_each_value_has_its_scores_the_most_frequent_first_and_gaps_are_a_value() -> None:
    [(title, (table, *said))] = slice_sections(MODEL, ROWS, ["region"]).items()
    assert (title, said) == ("Held-out rows by region", [])
    assert list(table) == ["region", "rows", "R²", "mean absolute error"]
    assert table["region"].tolist() == ["north", "south", "missing", "west"]
    assert table["rows"].tolist() == [60, 30, 9, 1]
    expected = [scores.score(MODEL, part)["r2"] for part in (ROWS[:60], ROWS[60:90], ROWS[90:99])]
    assert table["R²"].tolist() == [*(f"{one:.4f}" for one in expected), "-"]
    assert not table["mean absolute error"].str.startswith("-").any()


def test_many_numbers_and_dates_are_in_quarters() -> None:
    table, *said = slice_section(MODEL, ROWS.assign(a=ROWS["a"].where(ROWS.index > 3)), "a")
    assert table["rows"].tolist() == [24, 24, 24, 24, 4]
    assert table["a"].tolist()[-1] == "missing"
    assert said == []
    dated = ROWS.assign(day=pd.date_range("2026-01-01", periods=100))
    assert slice_section(MODEL, dated, "day")[0]["rows"].tolist() == [25] * 4
    assert slice_section(MODEL, ROWS.assign(n=np.arange(100) % 3), "n")[0]["n"].tolist() == ["0", "1", "2"]


def test_of_many_values_the_most_frequent_are_listed() -> None:
    table, *said = slice_section(MODEL, ROWS.assign(word=[f"w{i % 30}" for i in range(100)]), "word")
    assert len(table) == 20
    assert table["rows"].tolist() == [4] * 10 + [3] * 10
    assert said == ["These are the 20 most frequent of 30 values."]


def test_without_a_tested_model_there_are_no_slices() -> None:
    assert slice_sections(None, ROWS, ["region"]) == {}
