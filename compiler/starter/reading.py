"""Detect how a file of separated values is written: its encoding, separator, quotes and header.

The standard library's sniffer mistakes decimal commas for separators and fails on text, so all separators are tried on
the same rows.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .files import opened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_BYTES = 4_000_000
MOST_ROWS = 10_000
"""The beginning of a file that is read to detect how it is written."""

SEPARATORS = (",", ";", "\t", "|")
QUOTES = ('"', "'")
BLANKS = r"\s+"
MOST_PREAMBLE = 30
MOST_RAGGED = 0.02
BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
USUAL = {"sep": ",", "quotechar": '"', "encoding": "utf-8", "skiprows": 0}
"""The defaults of pandas."""

NUMBER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)*([eE][-+]?[0-9]+)?")


class TableError(Exception):
    """Explains why no specification can be written for a table."""


class Reading(NamedTuple):
    """How a file is read, and its first rows as text, below the names of the columns."""

    sep: str
    quotechar: str
    encoding: str
    skiprows: int
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def options(self) -> dict[str, str | int]:
        """The arguments of `pandas.read_csv`."""
        given = {name: getattr(self, name) for name in USUAL}
        return {name: value for name, value in given.items() if value != USUAL[name]}


class _Regularity(NamedTuple):
    """The share of the rows that are alike, if they have several values at all; how many values they have.

    `unquoted` is less than zero by each of the first values that still begins or ends with a quote.
    """

    alike: float
    width: int
    unquoted: int


def reading_of(path: Path) -> Reading:
    """Detect how a file is written."""
    with opened(path) as file:
        start = file.read(MOST_BYTES)
        is_whole = not file.read(1)
    if not start.strip():
        message = f"`{path}` is empty"
        raise TableError(message)
    encoding = _encoding(start, is_whole)
    try:
        lines = (
            start.decode(encoding, "strict" if is_whole else "ignore").removeprefix("\ufeff").splitlines(keepends=True)
        )
    except UnicodeDecodeError as error:
        message = f"`{path}` is not a text file: {error}"
        raise TableError(message) from error
    lines = lines[: MOST_ROWS + MOST_PREAMBLE] if is_whole else lines[:-1][: MOST_ROWS + MOST_PREAMBLE]
    if any("\0" in line for line in lines):
        message = f"`{path}` is not a text file: it contains zero bytes"
        raise TableError(message)
    return _parsed(path, lines, encoding)


def _encoding(start: bytes, is_whole: bool) -> str:
    """Return the encoding of a text that begins so."""
    if marked := next((name for bom, name in BOMS.items() if start.startswith(bom)), None):
        return marked
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(start, final=is_whole)
    except UnicodeDecodeError:
        return _guessed(start)
    return "utf-8"


def _guessed(start: bytes) -> str:
    """Return the encoding of a text that is not UTF-8; several say the same of western letters."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return "cp1252"
    found = from_bytes(start[:200_000]).best()
    try:
        return "cp1252" if found is None or start.decode("cp1252") == start.decode(found.encoding) else found.encoding
    except UnicodeDecodeError:
        return found.encoding if found else "cp1252"


def _parsed(path: Path, lines: Sequence[str], encoding: str) -> Reading:
    sep, quote, rows = _separated(lines)
    if _width(rows) < 2:
        split = [tuple(re.split(BLANKS, line.strip())) for line in lines if line.strip()]
        if _width(split) > 1 and _regularity(split).alike == 1 and _has_numbers(split[1:]):
            sep, quote, rows = BLANKS, '"', split
    width = _width(rows)
    first = next((i for i, row in enumerate(rows) if len(row) in (width, width - 1 if i == 0 else width)), 0)
    skipped = first if first <= MOST_PREAMBLE and all(len(row) < width for row in rows[:first]) else 0
    header, body = rows[skipped], [row for row in rows[skipped + 1 :] if row]
    _refuse(path, header, body, width)
    return Reading(sep, quote, encoding, _line_of(lines, skipped, sep, quote), header, tuple(body[:MOST_ROWS]))


def _rows(lines: Sequence[str], sep: str, quote: str) -> list[tuple[str, ...]]:
    try:
        return [tuple(row) for row in islice(csv.reader(lines, delimiter=sep, quotechar=quote), len(lines)) if row]
    except csv.Error:
        return []


def _has_numbers(rows: Sequence[tuple[str, ...]]) -> bool:
    """Return whether some column is of numbers alone: blanks separate words as well."""
    return any(all(map(NUMBER.fullmatch, column)) for column in zip(*rows, strict=True))


def _width(rows: Sequence[tuple[str, ...]]) -> int:
    """Return how many values most rows have."""
    return Counter(map(len, rows)).most_common(1)[0][0] if rows else 0


def _separated(lines: Sequence[str]) -> tuple[str, str, list[tuple[str, ...]]]:
    """Return the reading that gives most rows the same number of values, and the more values the better.

    With the wrong quotes there may be even more, since these separate what belongs together: `"Adult, 1 egg"`.
    """
    best = [max((_tried(lines, sep, quote) for sep in SEPARATORS), key=lambda one: one[0]) for quote in QUOTES]
    return max(best, key=lambda one: (one[0].alike, one[0].unquoted, one[0].width))[1:]


def _tried(lines: Sequence[str], sep: str, quote: str) -> tuple[_Regularity, str, str, list[tuple[str, ...]]]:
    rows = _rows(lines, sep, quote)
    return _regularity(rows), sep, quote, rows


def _regularity(rows: Sequence[tuple[str, ...]]) -> _Regularity:
    width = _width(rows)
    if width < 2:
        return _Regularity(0, 0, 0)
    alike = sum(len(row) == width for row in rows) / len(rows)
    alike = round(max(alike, 1 - MOST_RAGGED) if alike > 1 - MOST_RAGGED else alike, 2)
    values = [value.strip() for row in rows[:100] for value in row]
    return _Regularity(alike, width, -sum(value[:1] in QUOTES or value[-1:] in QUOTES for value in values))


def _line_of(lines: Sequence[str], skipped: int, sep: str, quote: str) -> int:
    """Return how many lines there are before so many rows are over; blank ones are no rows."""
    if not skipped:
        return 0
    reader = csv.reader(lines, delimiter=sep if len(sep) == 1 else ",", quotechar=quote)
    count = 0
    for row in reader:
        count += bool(row)
        if count == skipped:
            break
    return reader.line_num


def _refuse(path: Path, header: Sequence[str], body: Sequence[tuple[str, ...]], width: int) -> None:
    """Reject files that pandas would reject or misread."""
    if len(header) > 1 and all(NUMBER.fullmatch(name.strip()) for name in header):
        message = f"`{path}` has no header: its first row contains numbers; add a row with the names of the columns"
        raise TableError(message)
    long = next((row for row in body if len(row) > max(len(header), width)), None)
    if long is not None and len(header) > 1:
        message = f"cannot read `{path}` as csv: a row has {len(long)} values and the header {len(header)}: {long[:4]}…"
        raise TableError(message)
