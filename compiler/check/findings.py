"""Findings that several rules make, worded once; and how values and lists of words are shown in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from ..diagnostics.codes import DECLARED_TWICE, NOT_CONSTANT, NOT_SUPPORTED
from ..diagnostics.diagnostic import Diagnostic, Related
from ..diagnostics.suggest import asked, suggestions

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..diagnostics.codes import Code
    from ..source import Span

Report: TypeAlias = Callable[[Diagnostic], None]
"""What a rule tells its findings to."""

MOST_LISTED = 24
MOST_SHOWN = 40


def unknown(
    code: Code, span: Span, message: str, word: str, known: Collection[str], label: str | None = None
) -> Diagnostic:
    """Return the finding of a word that means nothing here, with what it may have meant, or else what there is."""
    found = suggestions(word, known)
    return Diagnostic(code, span, message, label, asked(found) or there_is(known), suggestions=tuple(found))


def there_is(known: Collection[str]) -> str | None:
    """Say what there is to choose from, unless it is nothing or too much."""
    if not 0 < len(known) <= MOST_LISTED:
        return None
    return f"there {'is' if len(known) == 1 else 'are'} {listed(known)}"


def listed(names: Collection[str], conjunction: str = "and") -> str:
    """Return names in backquotes, as a list in a sentence."""
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def twice(span: Span, what: str, first: Span) -> Diagnostic:
    """Return the finding of something that stands there a second time."""
    related = (Related(first, "the first one is here"),)
    return Diagnostic(
        DECLARED_TWICE, span, f"{what} stands here a second time", "remove one of the two", related=related
    )


def not_supported(span: Span, thing: str, instead: str | None = None) -> Diagnostic:
    """Return the finding of something that the language has and this compiler has not."""
    message = f"{thing} is part of the language, but not supported yet"
    return Diagnostic(NOT_SUPPORTED, span, message, "not supported yet", instead)


def not_constant(span: Span, what: str) -> Diagnostic:
    """Return the finding of a value that comes too late."""
    return Diagnostic(
        NOT_CONSTANT,
        span,
        f"{what} must be known when the flow is made, and this depends on a `param`",
        "expected a constant",
        "use `let` in place of `param`, or write the value out",
    )


def show(value: object) -> str:
    """Return a value as the language writes it, shortened."""
    text = _written(value)
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


def _written(value: object) -> str:
    match value:
        case bool() | None:
            return str(value).lower()
        case str():
            return json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(_written, value))}]"
        case range():
            return f"{value.start}..{value.stop - 1}"
        case tuple() if type(value) is tuple:
            return f"({', '.join(map(_written, value))}{',' * (len(value) == 1)})"
    return str(value)
