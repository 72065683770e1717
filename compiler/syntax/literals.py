"""What literals mean."""

from __future__ import annotations

import json
import re
from math import isinf
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..diagnostics.codes import BAD_ESCAPE, BAD_NUMBER
from ..source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tokens import Value

LONGEST_NUMBER = 4_000
"""Python refuses to read or write integers that are not much longer than this."""

SECONDS = {"s": 1, "m": 60, "h": 60 * 60, "d": 24 * 60 * 60}
MEGABYTES = {"MB": 1, "GB": 1024, "TB": 1024**2}

_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{0,4}|.)")


class UnreadableError(ValueError):
    """A literal of the right form without a valid value; it carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def decode(kind: str, text: str, start: int) -> Value:
    """Return the value of a literal; raise `UnreadableError` if it has none."""
    if kind == "STRING":
        return _string(text, start)
    if len(text) > LONGEST_NUMBER:
        message = f"this number has {len(text):,} digits"
        raise _too_large(message, f"expected at most {LONGEST_NUMBER:,}", text, start)
    value = _DECODERS[kind](text)
    if isinstance(value, float) and isinf(value):
        message = "this number is too large"
        raise _too_large(message, "beyond 1.8e308", text, start)
    return value


def _too_large(message: str, label: str, text: str, start: int) -> UnreadableError:
    return UnreadableError(Diagnostic(BAD_NUMBER, Span(start, start + len(text)), message, label))


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _fraction(text: str) -> float:
    # Moving the decimal point in the text instead of dividing makes 0.1% the float nearest to 0.001.
    return float(text.removesuffix("%") + "e-2")


def _duration(text: str) -> int | float:
    return _number(text[:-1]) * SECONDS[text[-1]]


def _size(text: str) -> int | float:
    return _number(text[:-2]) * MEGABYTES[text[-2:]]


def _boolean(text: str) -> bool:
    return text == "true"


def _none(_: str) -> None:
    return None


_DECODERS: dict[str, Callable[[str], Value]] = {
    "INTEGER": int,
    "FLOAT": float,
    "FRACTION": _fraction,
    "DURATION": _duration,
    "SIZE": _size,
    "BOOLEAN": _boolean,
    "NONE": _none,
}

KINDS = frozenset({"STRING", *_DECODERS})


def _string(text: str, start: int) -> str:
    if text.isprintable() and "\\" not in text:
        return text[1:-1]
    try:
        value: str = json.loads(text)
    except json.JSONDecodeError as error:
        raise _bad_escape(text, start, error.pos) from None
    if any("\ud800" <= character <= "\udfff" for character in value):
        message = "this string contains half of a surrogate pair"
        help_ = "write a character beyond `\\uffff` as it is, or as two escapes such as `\\ud83d\\ude00`"
        span = Span(start, start + len(text))
        raise UnreadableError(Diagnostic(BAD_ESCAPE, span, message, "a lone surrogate", help_))
    return value


def _bad_escape(text: str, start: int, at: int) -> UnreadableError:
    """Explain the error of `json`: a control character, or an invalid escape."""
    if text[at] != "\\" and text[at - 1] != "\\":
        message = "a string cannot contain a control character"
        label = f"write it as an escape: `\\u{ord(text[at]):04x}`"
        return UnreadableError(Diagnostic(BAD_ESCAPE, Span(start + at, start + at + 1), message, label))
    begin = at if text[at] == "\\" else at - 1
    match = _ESCAPE.match(text, begin)
    escape = match[0] if match else text[begin]
    message = f"`{escape}` is not a valid escape"
    label = "`\\u` needs four hexadecimal digits" if escape.startswith("\\u") else "unknown escape"
    span = Span(start + begin, start + begin + len(escape))
    return UnreadableError(Diagnostic(BAD_ESCAPE, span, message, label, "write a backslash as `\\\\`"))
