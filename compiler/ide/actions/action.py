"""A change that is offered, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ...diagnostics import Diagnostic
    from ..edit import Edit


class Action(NamedTuple):
    """A change: what it is called, what it edits, and the finding it mends, if it mends one.

    `preferred` says that it is the one to take where several mend the same.
    """

    title: str
    kind: Literal["quickfix", "refactor"]
    edits: tuple[Edit, ...]
    diagnostic: Diagnostic | None = None
    preferred: bool = False
