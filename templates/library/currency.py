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


def amounts_in(data: pd.DataFrame, kinds: Any, currency: str = "", **marks: str) -> pd.DataFrame:
    """Read amounts in columns of numbers, and in unknown ones if all are amounts, some marked."""
    amount_of, signs = amount_reader(currency, **marks), [currency.strip(), marks.get("thousands")]
    read = data.copy(deep=False)
    for name, column in data.items():
        kind = kinds.get(str(name), "amount")
        if column.dtype in (object, "str") and kind in ("number", "level", "amount"):
            made, odd = amounts_and_rest(column, amount_of)
            if kind == "number":
                check_points(column[odd], **marks)
            if kind != "amount" or (not odd.any() and has_one_of(signs, column)):
                read[name] = made.astype(object).where(~odd, column) if odd.any() else made
    return read


def amounts_and_rest(column: pd.Series, amount_of: Any) -> tuple[pd.Series, pd.Series]:
    """Return the amounts in a column, and where it has something else."""
    made = column.astype(object).map(amount_of, na_action="ignore").astype(float)
    return made, made.isna() & column.notna()


def check_points(odd: pd.Series, decimal: str = ".", thousands: str = "") -> None:
    """Stop at a number with a decimal point if that is not how the file writes numbers."""
    import pandas as pd

    for row, value in odd.items():
        with_point = decimal != "." and isinstance(value, str) and "." in value
        if with_point and pd.notna(pd.to_numeric(value, errors="coerce")):
            where = f"{value!r} in row {row} of {odd.name!r}"
            message = f"{where} is not a number with {decimal!r} before its decimals"
            advice = "" if thousands else '; does it need `thousands = "."`?'
            raise ValueError(message + advice)


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
        """Return the number that an amount is; None for what is not an amount."""
        found = number.search(value) if isinstance(value, str) else None
        if found is None:
            return None
        around = f"{value[: found.start()]}#{value[found.end() :]}"
        factor = factors.get("".join(around.split()))
        digits = found[1].replace(thousands, "")
        return factor and factor * float(f"{digits}.{found[2] or 0}")

    return amount_of
