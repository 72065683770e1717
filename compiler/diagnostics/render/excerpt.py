"""A line of a source, prepared for display: control characters escaped, wide ones measured, long lines cut."""

from __future__ import annotations

from typing import NamedTuple

LONGEST_LINE = 100
LEAD = 40  # characters kept before the marked place when a line is cut
LONGEST_SENTENCE = 400
TAB = "    "


class Excerpt(NamedTuple):
    """What to show of a line, and where in it the marked place is, in terminal cells."""

    text: str
    indent: int
    width: int


def excerpt(line: str, start: int, end: int) -> Excerpt:
    """Return the line, or its part around the characters from `start` to `end`."""
    first = max(0, min(start - LEAD, len(line) - LONGEST_LINE))
    last = first + LONGEST_LINE
    before = "…" if first else ""
    after = "…" if last < len(line) else ""
    return Excerpt(
        text=before + printable(line[first:last]) + after,
        indent=cells(before + printable(line[first:start])),
        width=max(1, cells(printable(line[start : min(end, last)]))),
    )


def sentence(text: str) -> str:
    """Return text as one line; very long text is shortened in the middle."""
    if len(text) > LONGEST_SENTENCE:
        half = LONGEST_SENTENCE // 2
        text = f"{text[:half]} … {text[-half:]}"
    return printable(text)


def printable(text: str) -> str:
    """Return the text with control, invisible and reordering characters made visible."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\t":
        return TAB
    if character.isprintable():
        return character
    return chr(0x2400 + ord(character)) if character < " " else "\N{REPLACEMENT CHARACTER}"


def cells(text: str) -> int:
    """Return the width of printable text in terminal cells."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    import unicodedata

    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
