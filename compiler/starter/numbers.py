"""Detect how numbers are written: decimal comma, thousands separator, sign of money, marks for missing values."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .money import sign_in, without_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PLAIN = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
FORMS: Mapping[tuple[str, str | None], re.Pattern[str]] = {
    (".", ","): re.compile(r"[-+]?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?"),
    (",", None): re.compile(r"[-+]?[0-9]+(,[0-9]+)?([eE][-+]?[0-9]+)?"),
    (",", "."): re.compile(r"[-+]?[0-9]{1,3}(\.[0-9]{3})*(,[0-9]+)?|[-+]?[0-9]+(,[0-9]+)?"),
    (".", " "): re.compile(r"[-+]?[0-9]{1,3}( [0-9]{3})*(\.[0-9]+)?"),
    (",", " "): re.compile(r"[-+]?[0-9]{1,3}( [0-9]{3})*(,[0-9]+)?"),
    (".", "'"): re.compile(r"[-+]?[0-9]{1,3}('[0-9]{3})*(\.[0-9]+)?"),
}
"""How numbers are written, by the mark before the decimals and the one between thousands."""

TELLING = {
    ",": re.compile(r"[-+]?[0-9][0-9 ']*,([0-9]{1,2}|[0-9]{4,})|[-+]?0,[0-9]+|[-+]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+"),
    ".": re.compile(r"[-+]?[0-9][0-9 ']*\.([0-9]{1,2}|[0-9]{4,})|[-+]?0\.[0-9]+|[-+]?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+"),
}
"""Numbers whose decimal mark is unambiguous."""

UNGROUPED: Mapping[str, re.Pattern[str]] = {".": PLAIN, ",": FORMS[",", None]}
"""Numbers with nothing between thousands, which a file may have beside others, such as years, by the decimal mark."""

KNOWN_TO_PANDAS = frozenset(
    (
        *("", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>"),
        *("N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null"),
    )
)
MOST_MARKS = 2
LONGEST_MARK = 12
MOST_MISSING = 0.9


class Writing(NamedTuple):
    """How the numbers of a file are written, what stands beside amounts of money, and what for missing values.

    Of the latter, only those that pandas does not know.
    """

    decimal: str = "."
    thousands: str | None = None
    na_values: tuple[str, ...] = ()
    currency: str | None = None

    @property
    def options(self) -> dict[str, str | list[str]]:
        """The options of `csv`."""
        told: dict[str, str | list[str]] = {}
        if self.decimal != ".":
            told["decimal"] = self.decimal
        if self.thousands:
            told["thousands"] = self.thousands
        if self.currency:
            told["currency"] = self.currency
        if self.na_values:
            told["na_values"] = list(self.na_values)
        return told

    def reads(self, texts: Sequence[str]) -> bool:
        """Return whether all texts are numbers that are written so, or stand for missing values."""
        given = [text for text in texts if text not in self.na_values]
        forms = (FORMS.get((self.decimal, self.thousands)), UNGROUPED[self.decimal])
        return _fits(given, *filter(None, forms))


def writing_of(columns: Iterable[Sequence[str]]) -> Writing:
    """Return how the numbers of a file are written, by the texts in its columns."""
    given = [[text for value in column if (text := value.strip()) not in KNOWN_TO_PANDAS] for column in columns]
    plain, sign = _writing(given), sign_in(given)
    if sign is None:
        return plain
    bare = [without_sign(texts, sign) for texts in given]
    columns = [one or texts for texts, one in zip(given, bare, strict=True)]
    made = _writing(columns)._replace(currency=sign)
    amounts = [texts for texts in bare if texts]
    fits = all(made.reads(texts) for texts in [*amounts, *filter(plain.reads, given)])
    return made if fits and not _in_doubt(made, amounts) else plain


def _writing(given: Sequence[Sequence[str]]) -> Writing:
    """Return how the numbers in columns without gaps are written, whatever signs of money there are."""
    numbers, marks = [], Counter[str]()
    for texts in given:
        own = _marks(texts)
        kept = [text for text in texts if text not in own]
        if kept and (own or any(all(map(form.fullmatch, kept)) for form in FORMS.values())):
            numbers.append(kept)
            marks.update(own)
    decimal, thousands = _form(numbers)
    return Writing(decimal, thousands, tuple(sorted(marks)))


def _marks(texts: Sequence[str]) -> frozenset[str]:
    """Return the few words among numbers that stand for a missing value."""
    odd = Counter(text for text in texts if not any(character.isdigit() for character in text))
    if not odd or len(odd) > MOST_MARKS or odd.total() > MOST_MISSING * len(texts):
        return frozenset()
    rest = [text for text in texts if text not in odd]
    fits = len(set(rest)) > 1 and any(all(map(form.fullmatch, rest)) for form in (PLAIN, *FORMS.values()))
    return frozenset(odd) if fits and all(len(text) <= LONGEST_MARK for text in odd) else frozenset()


def _form(numbers: Sequence[Sequence[str]]) -> tuple[str, str | None]:
    """Return the marks that make numbers of most columns, if there is no doubt of them."""
    if any(_tells(".", texts) for texts in numbers) and any(_tells(",", texts) for texts in numbers):
        return ".", None  # a file writes numbers in one way, but these are two
    if all(PLAIN.fullmatch(text) for texts in numbers for text in texts):
        return ".", None
    decimal = "," if any(_tells(",", texts) for texts in numbers) else "."
    for (point, thousands), form in FORMS.items():
        if point == decimal and all(_fits(texts, form, UNGROUPED[decimal]) for texts in numbers):
            return decimal, thousands
    return decimal, None


def _in_doubt(writing: Writing, amounts: Sequence[Sequence[str]]) -> bool:
    """Return whether the decimals of some amounts may be thousands, as in `5.939 €`, and no amount tells."""
    if writing.thousands or any(_tells(writing.decimal, texts) for texts in amounts):
        return False
    return any(writing.decimal in text for texts in amounts for text in texts)


def _fits(texts: Sequence[str], *forms: re.Pattern[str]) -> bool:
    return any(all(map(form.fullmatch, texts)) for form in forms)


def _tells(decimal: str, texts: Sequence[str]) -> bool:
    return any(TELLING[decimal].fullmatch(text) for text in texts)
