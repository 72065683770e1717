"""A change of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..source import Span


class Edit(NamedTuple):
    """Replace a stretch of the source by a text."""

    span: Span
    text: str
