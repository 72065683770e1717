"""Invalid tokens: their findings, and the tokens that replace them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Fix
from ..diagnostics.codes import BAD_NUMBER, STRAY_CHARACTER, UNCLOSED_STRING
from ..source import Span
from .literals import MEGABYTES, SECONDS
from .tokens import UNREADABLE, Token

if TYPE_CHECKING:
    from collections.abc import Callable

    Mended = tuple[list[Token], Diagnostic]

RIGHT_FORMS = {
    "==": "=",
    ":=": "=",
    "<-": "=",
    "=>": "->",
    "→": "->",
    "∈": "in",
    "...": "..",
    "…": "..",
    "^": "**",
    "\N{MULTIPLICATION SIGN}": "*",
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    ";": "\n",
}
"""Operators of other languages and typographic characters with an obvious meaning."""

ADVICE = {
    "'": "strings are written in double quotes",
    "`": "strings are written in double quotes",
    "\\": "lines continue inside `( )` and `[ ]` without a backslash",
    "%": "write the percent sign directly after the number, as in `20%`",
    "!": "write `true` or `false`; there are no logical operators",
    "\N{NO-BREAK SPACE}": "this is a non-breaking space: use an ordinary space",
}
"""What an unexpected character was probably meant to do."""

_LOOSE_UNDERSCORE = re.compile(r"_(?![0-9])")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)([A-Za-z]+)")


def _miswritten(text: str, start: int, pattern: re.Pattern[str]) -> Mended:
    right = RIGHT_FORMS[text]
    span = Span(start, start + len(text))
    if right == "\n":
        message, label = "`;` is not a separator", "entries end at the end of the line"
        help_ = "start a new line, or use a comma inside `{ }`"
        diagnostic = Diagnostic(STRAY_CHARACTER, span, message, label, help_)
    else:
        message, label = f"`{text}` is not part of the language", f"write `{right}`"
        diagnostic = Diagnostic(STRAY_CHARACTER, span, message, label, fix=Fix(f"write `{right}`", span, right))
    match = pattern.match(right)
    kind = match.lastgroup if match else None
    return [Token(kind or UNREADABLE, *span, right)], diagnostic


def _wrong_quotes(text: str, start: int, _: re.Pattern[str]) -> Mended:
    right = json.dumps(text[1:-1], ensure_ascii=False)
    span = Span(start, start + len(text))
    message, label = "a string is written in double quotes", 'write `"` on both sides'
    fix = Fix("use double quotes", span, right)
    return [Token("STRING", *span, text[1:-1])], Diagnostic(STRAY_CHARACTER, span, message, label, fix=fix)


def _unclosed_string(text: str, start: int, pattern: re.Pattern[str]) -> Mended:
    """Treat brackets and commas at the end of the line as not part of the string, which is usually right."""
    kept = text.rstrip(" \t\r)]},{")
    if len(kept) <= 1:
        kept = text
    end = start + len(kept)
    tokens = [Token("STRING", start, end, kept[1:])]
    tokens += [
        Token(match.lastgroup, start + match.start(), start + match.end(), match[0])
        for match in pattern.finditer(text, len(kept))
        if match.lastgroup and match.lastgroup != "BLANK"
    ]
    message, label = "this string is not closed", 'expected `"` before the end of the line'
    fix = Fix("close the string", Span(end, end), '"')
    return tokens, Diagnostic(UNCLOSED_STRING, Span(start, end), message, label, fix=fix)


def _foreign_name(text: str, start: int, _: re.Pattern[str]) -> Mended:
    span = Span(start, start + len(text))
    message, label = f"`{text}` cannot be a name", "names consist of the letters a to z, digits and `_`"
    help_ = "column names with other characters are written as strings"
    return [Token("NAME", *span, text)], Diagnostic(STRAY_CHARACTER, span, message, label, help_)


def _bad_number(text: str, start: int, _: re.Pattern[str]) -> Mended:
    span = Span(start, start + len(text))
    label, help_ = _what_is_wrong_with(text)
    shown = text if len(text) <= 20 else f"{text[:20]}…"
    message = f"`{shown}` is not a number"
    return [Token(UNREADABLE, *span, None)], Diagnostic(BAD_NUMBER, span, message, label, help_)


def _what_is_wrong_with(text: str) -> tuple[str, str | None]:
    if text.startswith("."):
        return "expected a digit before the decimal point", f"write `0{text}`"
    if text.endswith("."):
        return "expected a digit after the decimal point", f"write `{text}0`"
    if _LOOSE_UNDERSCORE.search(text):
        return "`_` must be between two digits", None
    match = _NUMBER.fullmatch(text)
    if match:
        units = ", ".join(f"`{unit}`" for unit in ["%", *SECONDS, *MEGABYTES])
        return f"`{match[2]}` is not a unit", f"the units are {units}; a name begins with a letter"
    return "not a valid number", "numbers are written like `10_000`, `0.5`, `1e-3` or `20%`"


def _stray(text: str, start: int, _: re.Pattern[str]) -> Mended:
    span = Span(start, start + len(text))
    shown = text if len(text) <= 10 else f"{text[:10]}…"
    message = f"unexpected character `{shown}`" if shown.isprintable() else "unexpected invisible character"
    diagnostic = Diagnostic(STRAY_CHARACTER, span, message, "not part of the language", ADVICE.get(text[0]))
    return [Token(UNREADABLE, *span, None)], diagnostic


MENDERS: dict[str, Callable[[str, int, re.Pattern[str]], Mended]] = {
    "MISWRITTEN": _miswritten,
    "WRONG_QUOTES": _wrong_quotes,
    "UNCLOSED_STRING": _unclosed_string,
    "FOREIGN_NAME": _foreign_name,
    "BAD_NUMBER": _bad_number,
    "STRAY": _stray,
}
"""The function for each kind of invalid token; it takes the text, the start and the pattern of valid tokens."""
