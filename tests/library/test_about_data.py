from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from mfc.templates.library import about_data, features
from mfc.templates.library.about_data import spread

DATA = pd.DataFrame(
    {
        "age": [20.0, None, 30.0, 40.0],
        "rooms": [1, 2, 3, 4],
        "sold": pd.date_range("2026-01-01", periods=4),
        "region": ["north", None, None, "south"],
        "title": ["a b", "b c", "c d", "d e"],
        "target": [1.0, 2.0, 3.0, 3.0],
    }
)


def facts(data: pd.DataFrame, n_train: int = 3, notes: Any = None, **named: list[str]) -> dict[str, str]:
    flow = SimpleNamespace(data=data, train_rows=range(n_train), **({"notes": notes} if notes else {}))
    [table] = about_data.about_data(flow, **named)
    return dict(zip(table["what"], table["is"], strict=True))


def test_rows_columns_gaps_and_targets_are_described() -> None:
    assert facts(DATA) == {
        "rows": "4, 3 of them to train on",
        "columns to learn from": "2 categorical, 1 dates, 2 numeric",
        "other columns": "target",
        "missing values": "50.0% of region, 25.0% of age",
        "target": "50.0% 3.0, 25.0% 1.0, 25.0% 2.0",
    }


def test_roles_that_values_do_not_tell_are_named_as_is_what_was_left_out() -> None:
    found = facts(
        DATA.drop(columns="age"),
        notes={"the positive class": "yes"},
        text=["title"],
        categorical=["rooms"],
        drop=["id", "name"],
    )
    assert found["columns to learn from"] == "2 categorical, 1 dates, 1 text"
    assert found["columns left out by `drop`"] == "id, name"
    assert found["the positive class"] == "yes"
    assert "missing values" not in facts(DATA[["rooms", "target"]])


def test_each_of_several_targets_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about_data, "TARGET", ["rooms", "target"])
    for module in (about_data, features):
        monkeypatch.setattr(module, "APART", ["rooms", "target"])
    found = facts(DATA)
    assert (found["other columns"], found["rooms"][:8]) == ("rooms, target", "25.0% 1,")


def test_classes_have_shares_and_numbers_quartiles() -> None:
    assert spread(pd.Series(["no", "yes", "no", "no"])) == "75.0% no, 25.0% yes"
    assert spread(pd.Series(range(101))) == "mean 50.00, quartiles 25.00, 50.00, 75.00, from 0.000 to 100.0"
    assert spread(pd.Series([str(i) for i in range(30)])).endswith(" and 20 more")
