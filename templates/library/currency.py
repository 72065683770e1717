"""Columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

# What may be around a number (#) and a sign ($), and whether the amount is negative.
AROUND = {
    **dict.fromkeys(("#", "$#", "#$", "+#", "+$#", "$+#", "+#$"), 1),
    **dict.fromkeys(("-#", "-$#", "$-#", "-#$", "(#)", "($#)", "$(#)", "(#$)", "(#)$"), -1),
}


def amounts_in(
    data: pd.DataFrame, kinds: dict[str, str], currency: str = "", **marks: str
) -> pd.DataFrame:
    """Read amounts in columns of numbers, and in unknown ones if all are amounts, some marked."""
    amount_of, columns = amount_reader(currency, **marks), {}
    for name, column in data.items():
        kind = kinds.get(str(name))
        if column.dtype in (object, "str") and kind in ("number", "level", None):
            made = column.astype(object).map(amount_of, na_action="ignore").astype(float)
            odd = made.isna() & column.notna()
            marked = has_one_of([currency.strip(), marks.get("thousands")], column)
            if kind or (marked and not odd.any()):
                columns[str(name)] = made.astype(object).where(~odd, column) if odd.any() else made
    return data.assign(**columns)


def has_one_of(marks: list[str | None], column: pd.Series) -> bool:
    """Return whether the sign of a currency or the mark between thousands is in some value."""
    texts = column.astype(str).str
    return any(texts.contains(mark, regex=False).any() for mark in marks if mark)


def amount_reader(
    currency: str, decimal: str = ".", thousands: str = ""
) -> Callable[[Any], float | None]:
    """Return what reads an amount; without a `currency` it is a number with nothing beside it."""
    import re

    sign, mark, point = "".join(currency.split()), re.escape(thousands), re.escape(decimal)
    factors = {around.replace("$", sign): factor for around, factor in AROUND.items()}
    number = re.compile(rf"([0-9]{{1,3}}(?:{mark}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:{point}([0-9]+))?")

    def amount_of(value: Any) -> float | None:
        """Return the number that an amount is; None if it is no amount."""
        found = number.search(value) if isinstance(value, str) else None
        if found is None:
            return None
        around = f"{value[: found.start()]}#{value[found.end() :]}"
        factor = factors.get("".join(around.split()))
        digits = found[1].replace(thousands, "")
        return factor and factor * float(f"{digits}.{found[2] or 0}")

    return amount_of
