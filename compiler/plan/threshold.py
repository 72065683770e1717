"""The threshold of the final model, in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..meaning.values import Value


class Threshold(NamedTuple):
    """The score that a threshold is picked by, and what it has to reach in others first, by their names."""

    score: str
    least: tuple[tuple[str, Value], ...] = ()
