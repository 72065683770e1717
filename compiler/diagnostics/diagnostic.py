"""One finding, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..source import Source, Span
    from .codes import Code


class Related(NamedTuple):
    """Another place that belongs to a finding, and what is there; without a source it is in the finding's own."""

    span: Span
    message: str
    source: Source | None = None


class Fix(NamedTuple):
    """A safe fix: replace the span with the text."""

    title: str
    span: Span
    replacement: str


class Diagnostic(NamedTuple):
    """What is wrong, where, what was expected, and what to do.

    `message` is one sentence without a full stop; `label` a few words under the marked place, usually what was
    expected; `help` a sentence that says what to do; `suggestions` the known words similar to a misspelt one at the
    start of the place, best first.
    """

    code: Code
    span: Span
    message: str
    label: str | None = None
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    suggestions: tuple[str, ...] = ()


class Finding(NamedTuple):
    """A diagnostic and the source that its places are in."""

    source: Source
    diagnostic: Diagnostic
