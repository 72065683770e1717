"""Columns: what stands on consecutive lines and belongs below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Row(NamedTuple):
    """A line in two parts, of which the second is to be aligned."""

    left: str
    right: str


def align(rows: Sequence[Row], widest_gap: int, room: int) -> list[str]:
    """Return the rows as lines, their right parts in a column, with a space before it.

    The column moves where it would leave a gap wider than allowed, or a line longer than there is room for.
    """
    lines = []
    for run in _runs(rows, widest_gap, room):
        column = max(len(row.left) for row in run)
        lines += [f"{row.left:{column}} {row.right}" for row in run]
    return lines


def _runs(rows: Sequence[Row], widest_gap: int, room: int) -> Iterator[Sequence[Row]]:
    first = shortest = longest = widest = 0
    for number, (left, right) in enumerate(rows):
        if number == first:
            shortest = longest = len(left)
            widest = len(right)
            continue
        low, high, wide = min(shortest, len(left)), max(longest, len(left)), max(widest, len(right))
        if high - low > widest_gap or high + 1 + wide > room:
            yield rows[first:number]
            first, low, high, wide = number, len(left), len(left), len(right)
        shortest, longest, widest = low, high, wide
    if rows:
        yield rows[first:]
