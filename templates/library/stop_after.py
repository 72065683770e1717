"""Tasks."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any

from .spec import STOP_AFTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def in_time(fits: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield fits until the run's time is up; a resumed run has its whole time again."""
    from metaflow import Run, current, namespace

    namespace(None)
    began = Run(f"{current.flow_name}/{current.run_id}").created_at.timestamp()
    yield from (fit for fit in fits if time() < began + STOP_AFTER)


def not_begun(
    fits: Iterable[tuple[str, int]], rows: Iterable[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return a row with the reason for each fit that has none."""
    begun = {(row["candidate"], row["fold"]) for row in rows}
    late = {"error": f"not begun within {STOP_AFTER:,} seconds of the run"}
    return [{"candidate": name, "fold": i, **late} for name, i in fits if (name, i) not in begun]
