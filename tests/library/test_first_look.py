import pandas as pd

from mfc.templates.library.first_look import some_rows


def test_rows_are_drawn_at_random_and_stay_in_their_order() -> None:
    data = pd.DataFrame({"a": range(500), "target": [0.5 * i for i in range(500)]})
    found = some_rows(data, 100, 7)
    assert len(found) == 100
    assert found["a"].is_monotonic_increasing
    assert found["a"].max() > 450
    assert list(found.index) == list(range(100))
    assert found.equals(some_rows(data, 100, 7))
    assert not found.equals(some_rows(data, 100, 8))


def test_of_each_class_there_are_a_few() -> None:
    data = pd.DataFrame({"a": range(5_000), "target": ["rare" if i % 700 == 0 else "common" for i in range(5_000)]})
    assert (some_rows(data, 200, 0)["target"] == "rare").sum() == 8


def test_few_rows_stay_as_they_are() -> None:
    data = pd.DataFrame({"target": [3.0, 1.0, 2.0]})
    assert some_rows(data, 2_000, 0).equals(data)
