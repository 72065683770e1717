"""What is no token of the language: what is said of it, and the tokens that take its place."""

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
"""Signs of other languages, and of typographers, whose meaning is plain."""

ADVICE = {
    "'": "strings are written in double quotes",
    "`": "strings are written in double quotes",
    "\\": "a line goes on where a `(` or `[` is open; nothing else is needed",
    "%": "a percent sign stands right behind its number, as in `20%`",
    "!": "the opposite of `true` is `false`; there are no operators on them",
    "\N{NO-BREAK SPACE}": "this is a non-breaking space: write an ordinary one",
}
"""What a character that means nothing was probably meant to do."""

_LOOSE_UNDERSCORE = re.compile(r"_(?![0-9])")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)([A-Za-z]+)")


def _miswritten(text: str, start: int, pattern: re.Pattern[str]) -> Mended:
    right = RIGHT_FORMS[text]
    span = Span(start, start + len(text))
    if right == "\n":
        message, label = "`;` separates nothing here", "entries end at the end of the line"
        help_ = "begin a new line, or write a comma inside `{ }`"
        diagnostic = Diagnostic(STRAY_CHARACTER, span, message, label, help_)
    else:
        message, label = f"`{text}` is not a sign of the language", f"write `{right}`"
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
    """Take the brackets and commas at the end of the line for what they are most often: no part of the string."""
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
    message, label = f"`{text}` cannot be a name", "names are made of the letters a to z, digits and `_`"
    help_ = "the name of a column may hold anything if it is written as a string"
    return [Token("NAME", *span, text)], Diagnostic(STRAY_CHARACTER, span, message, label, help_)


def _bad_number(text: str, start: int, _: re.Pattern[str]) -> Mended:
    span = Span(start, start + len(text))
    label, help_ = _what_is_wrong_with(text)
    shown = text if len(text) <= 20 else f"{text[:20]}…"
    message = f"`{shown}` is not a number"
    return [Token(UNREADABLE, *span, None)], Diagnostic(BAD_NUMBER, span, message, label, help_)


def _what_is_wrong_with(text: str) -> tuple[str, str | None]:
    if text.startswith("."):
        return "a digit belongs before the point", f"write `0{text}`"
    if text.endswith("."):
        return "a digit belongs behind the point", f"write `{text}0`"
    if _LOOSE_UNDERSCORE.search(text):
        return "`_` stands between two digits", None
    match = _NUMBER.fullmatch(text)
    if match:
        units = ", ".join(f"`{unit}`" for unit in ["%", *SECONDS, *MEGABYTES])
        return f"`{match[2]}` is no unit", f"the units are {units}; a name begins with a letter"
    return "unreadable as a number", "numbers are written like `10_000`, `0.5`, `1e-3` or `20%`"


def _stray(text: str, start: int, _: re.Pattern[str]) -> Mended:
    span = Span(start, start + len(text))
    shown = text if len(text) <= 10 else f"{text[:10]}…"
    message = f"`{shown}` means nothing here" if shown.isprintable() else "an invisible character means nothing here"
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
"""What mends each kind, from its text, the place where it starts and the pattern of what is regular."""
