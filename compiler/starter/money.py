"""Detect amounts of money: numbers with the sign of a currency before or after them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CODES = "USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RUB|TRY|BRL|MXN|ZAR|KRW|SGD|HKD"
SIGN = rf"[A-Z]{{0,3}}[$€£¥₹₽₩₺₫₪฿₴₦₱]|{CODES}|Rs\.?|Fr\.|kr\.?|zł|Kč"
BEFORE, AFTER = r"[-+(\s]*", r"[)\s]*"
AMOUNT = re.compile(
    rf"{BEFORE}(?P<before>{SIGN})?{BEFORE}(?P<number>[0-9.,' ]*[0-9][0-9.,' ]*){AFTER}(?P<after>{SIGN})?{AFTER}"
)
PERCENT = re.compile(r"[0-9.,' ]+\s*%")


class Amount(NamedTuple):
    """A number as it is written, without what says that it is negative, and the sign beside it, if any."""

    number: str
    sign: str


def is_currency(texts: Iterable[str]) -> bool:
    """Return whether all texts are numbers with a sign of money, or of percent, that pandas does not read."""
    given = [text.strip() for text in texts]
    return bool(given) and all(_has_sign(text) or PERCENT.fullmatch(text) for text in given)


def sign_in(columns: Iterable[Sequence[str]]) -> str | None:
    """Return the sign of most columns of amounts with one sign; None if there are no such columns."""
    count = Counter(signs.pop() for texts in columns if len(signs := _signs(texts)) == 1)
    return max(count, key=count.__getitem__, default=None)


def without_sign(texts: Sequence[str], currency: str) -> list[str] | None:
    """Return the numbers of a column of amounts, and its words as they are; None for other columns."""
    if _signs(texts) != {currency}:
        return None
    amounts = [(text, _amount(text)) for text in texts]
    return [amount.number if amount else text for text, amount in amounts]


def _signs(texts: Iterable[str]) -> set[str]:
    """Return the signs in a column in which all that has a digit is a number or an amount; otherwise none."""
    signs = set()
    for text in texts:
        amount = _amount(text)
        number = amount.number if amount else text
        if any(map(str.isdigit, number)) and not (amount and number[0].isdigit() and number[-1].isdigit()):
            return set()
        if amount and amount.sign:
            signs.add(amount.sign)
    return signs


def _has_sign(text: str) -> bool:
    amount = _amount(text)
    return bool(amount and amount.sign)


def _amount(text: str) -> Amount | None:
    """Return the amount that a text is; with two signs it is none."""
    found = AMOUNT.fullmatch(text)
    if found is None or (found["before"] and found["after"]):
        return None
    return Amount(found["number"].strip(), found["before"] or found["after"] or "")
