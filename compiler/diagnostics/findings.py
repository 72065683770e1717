"""Findings that several rules share, and the wording of lists in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from .codes import DECLARED_TWICE, NOT_CONSTANT, NOT_SUPPORTED
from .diagnostic import Diagnostic, Related
from .suggest import asked, suggestions

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..source import Span
    from .codes import Code

Report: TypeAlias = Callable[[Diagnostic], None]
"""What a rule reports its findings to."""

MOST_LISTED = 24


def unknown(
    code: Code, span: Span, message: str, word: str, known: Collection[str], label: str | None = None
) -> Diagnostic:
    """Return the finding for an unknown word, with similar words, or else with all known ones."""
    found = suggestions(word, known)
    return Diagnostic(code, span, message, label, asked(found) or there_is(known), suggestions=tuple(found))


def there_is(known: Collection[str]) -> str | None:
    """List what there is to choose from, unless it is nothing or too much."""
    if not 0 < len(known) <= MOST_LISTED:
        return None
    return f"{'there is only' if len(known) == 1 else 'choose from'} {listed(known)}"


def listed(names: Collection[str], conjunction: str = "and") -> str:
    """Return names in backquotes, as a list in a sentence."""
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def twice(span: Span, what: str, first: Span) -> Diagnostic:
    """Return the finding for something that is given more than once."""
    related = (Related(first, "the first one is here"),)
    return Diagnostic(DECLARED_TWICE, span, f"{what} is given more than once", "remove one of the two", related=related)


def not_supported(span: Span, thing: str, instead: str | None = None) -> Diagnostic:
    """Return the finding for a part of the language that is not supported yet."""
    message = f"{thing} is part of the language, but not supported yet"
    return Diagnostic(NOT_SUPPORTED, span, message, "not supported yet", instead)


def not_constant(span: Span, what: str) -> Diagnostic:
    """Return the finding for a value that must be known at compile time but is not."""
    return Diagnostic(
        NOT_CONSTANT,
        span,
        f"{what} must be known at compile time, but this depends on a `param`",
        "expected a constant",
        "use `let` instead of `param`, or write the value itself",
    )
