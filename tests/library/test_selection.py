from typing import Any

import pandas as pd
import pytest

from mfc.templates.library import selection

CANDIDATES: dict[str, dict[str, Any]] = {
    "tree-000": {"max_depth": None},
    "tree-001": {"max_depth": 3},
    "near-000": {"n_neighbors": 9},
    "tree-002": {"max_depth": 3},
}


@pytest.mark.parametrize(
    ("simplest", "near", "chosen"),
    [
        ({"max_depth": 1}, ["tree-000", "tree-001"], ["tree-001"]),
        ({"max_depth": -1}, ["tree-000", "tree-001"], ["tree-000"]),
        ({"max_depth": 1}, ["tree-000"], ["tree-000"]),
        ({"n_neighbors": -1, "max_depth": 1}, list(CANDIDATES), ["near-000"]),
        ({"max_depth": 1}, list(CANDIDATES), ["tree-001", "tree-002"]),
    ],
)
def test_the_simplest_of_those_near_the_best_are_chosen(
    simplest: dict[str, int], near: list[str], chosen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "near_best", lambda *_: near)
    monkeypatch.setattr(selection, "SIMPLEST", simplest)
    assert selection.choose(CANDIDATES, pd.DataFrame(), 0.25) == chosen
