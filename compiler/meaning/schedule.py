"""When a deployed flow runs: what a cron expression looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..syntax.tree import Call

if TYPE_CHECKING:
    from ..syntax.tree import Expression

FIELD = re.compile(r"[\dA-Za-z*?/,#-]+")
FEWEST_FIELDS, MOST_FIELDS = 5, 6


def cron_of(value: Expression) -> Call | None:
    """Return the call of `cron` that a schedule is, if it is one."""
    return value if isinstance(value, Call) and value.function.text == "cron" else None


def fields_of(cron: str) -> list[str]:
    """Return the fields of a cron expression; none if it is not one."""
    fields = cron.split()
    fits = FEWEST_FIELDS <= len(fields) <= MOST_FIELDS
    return fields if fits and all(FIELD.fullmatch(field) for field in fields) else []
