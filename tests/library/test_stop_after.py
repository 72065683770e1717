from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import metaflow
import pytest

from mfc.templates.library import stop_after

FITS = [("ridge-000", 0), ("ridge-000", 1), ("ridge-001", 0)]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Let the run have begun so many seconds ago."""

    def begin(seconds: float) -> None:
        created = datetime.now() - timedelta(seconds=seconds)
        monkeypatch.setattr(metaflow, "Run", lambda path: SimpleNamespace(created_at=created))

    monkeypatch.setattr(metaflow, "current", SimpleNamespace(flow_name="Trial", run_id="1"))
    return begin


def test_fits_begin_while_there_is_time(begun: Callable[[float], None]) -> None:
    begun(7_100)
    assert list(stop_after.in_time(FITS)) == FITS
    begun(7_201)
    assert list(stop_after.in_time(FITS)) == []


def test_the_time_may_be_up_in_the_middle(begun: Callable[[float], None], monkeypatch: pytest.MonkeyPatch) -> None:
    begun(0)
    fits = stop_after.in_time(FITS)
    assert next(fits) == FITS[0]
    later = stop_after.time() + 7_201
    monkeypatch.setattr(stop_after, "time", lambda: later)
    assert list(fits) == []


def test_what_has_not_begun_is_a_row_with_the_reason() -> None:
    rows: list[dict[str, Any]] = [{"candidate": "ridge-000", "fold": 1, "error": None}]
    assert stop_after.not_begun(FITS, rows) == [
        {"candidate": name, "fold": fold, "error": "not begun within 7,200 seconds of the run"}
        for name, fold in (FITS[0], FITS[2])
    ]
