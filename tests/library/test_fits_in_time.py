from typing import Any

import pytest
from metaflow.plugins.timeout_decorator import TimeoutException
from sklearn.metrics._scorer import _SCORERS
from small_rows import rows

from mfc.templates.library import fits_in_time, scoring, training

FITS = [(f"ridge-00{i}", fold) for i in range(2) for fold in range(2)]
CANDIDATES: dict[str, dict[str, Any]] = {"ridge-000": {}, "ridge-001": {}}


def test_fits_that_the_time_does_not_suffice_for_are_late(monkeypatch: pytest.MonkeyPatch) -> None:
    def train(candidate: str, settings: object, rows: object) -> Any:
        tried.append(candidate)
        if len(tried) == 2:
            message = "no\nsuch thing"
            raise ValueError(message)
        if len(tried) == 3:
            message = "over"
            raise TimeoutException(message)
        return training.train(candidate, {}, table)

    tried: list[str] = []
    table = rows()
    monkeypatch.setattr(scoring, "train", train)
    monkeypatch.setattr(fits_in_time, "TIMEOUT", 1_800)
    found = fits_in_time.run_fits(FITS, CANDIDATES, table)
    assert [(row["candidate"], row["fold"]) for row in found] == FITS
    late = "no result within 1,800 seconds"
    assert [row["error"] for row in found] == [None, "ValueError: no", late, late]


def test_the_time_may_be_up_while_a_score_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> float:
        message = "over"
        raise TimeoutException(message)

    monkeypatch.setitem(_SCORERS, "r2", slow)
    found = fits_in_time.run_fits(FITS, CANDIDATES, rows())
    assert [row["error"] for row in found] == ["no result within 60 seconds"] * 4


def test_in_time_all_fits_have_scores() -> None:
    found = fits_in_time.run_fits(FITS, CANDIDATES, rows())
    assert [row["error"] for row in found] == [None] * 4
    assert all(0 < row["r2"] < 1 for row in found)
