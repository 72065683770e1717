"""The comments in a specification for a table, and the spelling of names."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .roles import Column
    from .table import Table

BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
CONSTANTS = frozenset(("true", "false", "none", "in"))
WHY = {
    "identifier": "an identifier",
    "number": "the number of the row",
    "constant": "always the same",
    "copy": "the same as the target or a column before it",
    "unclear": "dates that need a `date_format`, which would be that of the other dates, too",
    "infinite": "some of its values are infinite, which no model takes",
    "money": "numbers with a sign of currency or percent, which is to be taken off before they can be read",
    "objects": "lists or the like; give each of their parts a column",
}


def remarks(table: Table, dropped: Iterable[Column]) -> Iterator[str]:
    """Yield remarks for the user, one per line."""
    for column in dropped:
        yield f"# {shown(column.name)} is left out: {WHY[column.role]}.\n"
    for mark in table.na_values:
        yield f"# {quoted(mark)} is read as a missing value: it stands among numbers.\n"
    if table.currency:
        yield f"# {quoted(table.currency)} is left out of amounts of money, which are read as numbers.\n"
    for leak in table.leaks:
        if leak != table.group:
            said = f"{shown(leak)} predicts {shown(table.target)} almost perfectly"
            yield f"# {said}: move it to `drop` if it is known only afterwards.\n"
    if table.group:
        yield f"# Rows of the same {shown(table.group)} seem to belong together: every split keeps them together.\n"
    for date in table.of("date"):
        roles = f"time = {name_of(date.name)}, test last(20%), folds time_series_split(5)"
        yield f"# To predict later rows from earlier ones: {roles}.\n"
        if date.dates and len(date.dates.formats) > 1:
            first, second = date.dates.formats[:2]
            yield f"# {shown(date.name)} can be read as {first} and as {second}: `date_format` says which.\n"
    if table.n_without_target:
        n_rows, target = f"{table.n_without_target:,}", shown(table.target)
        gone = "they are" if table.n_without_target > 1 else "it is"
        yield f"# {n_rows} row{'s have' if table.n_without_target > 1 else ' has'} no {target}; {gone} left out.\n"


def name_of(column: str) -> str:
    """Return a column as it is written in a specification."""
    return column if BARE.fullmatch(column) and column not in CONSTANTS else quoted(column)


def quoted(text: str) -> str:
    """Return a string literal."""
    return json.dumps(text, ensure_ascii=not text.isprintable())


def shown(text: str) -> str:
    """Return a name in a comment, which is one line."""
    return text if text.isprintable() else quoted(text)
