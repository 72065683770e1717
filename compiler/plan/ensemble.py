"""The plan of an ensemble."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ..meaning.values import Value


class Ensemble(NamedTuple):
    """An ensemble: its kind, the models whose candidates may be members, and how many candidates are.

    `top` is None for the best candidate of each model; a `greedy` has `rounds`, and a `stack` its `final` estimator,
    of which `is_foreign` says that the catalog does not know all of it.
    """

    name: str
    kind: Literal["average", "greedy", "stack"]
    members: tuple[str, ...]
    top: Value = None
    rounds: Value = None
    final: Value = None
    is_foreign: bool = False
