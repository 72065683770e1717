"""Suggestions for misspelt words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 5


def distance(a: str, b: str) -> int:
    """Return the edits between two words: insertions, deletions, substitutions and swaps of neighbours.

    The optimal string alignment distance (Damerau, 1964).
    """
    before: list[int] = []
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            edits = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                edits = min(edits, before[j - 2] + 1)
            row.append(edits)
        before, previous = previous, row
    return previous[-1]


def suggestions(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words nearest to a mistyped one, best first, at most five."""
    allowed = int(len(word) * 0.4) + 1
    lowered = word.lower()
    letters = Counter(lowered)
    near = [
        (edits, candidate)
        for candidate in known
        if abs(len(candidate) - len(word)) <= allowed
        and _least(letters, candidate.lower()) <= allowed
        and (edits := distance(lowered, candidate.lower())) <= allowed
    ]
    return [candidate for _, candidate in sorted(near)[:MOST]]


def _least(letters: Counter[str], word: str) -> int:
    """Return a lower bound of the distance: an edit adds or replaces one letter, a swap none."""
    return max(letters.total(), len(word)) - (letters & Counter(word)).total()


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return "did you mean `a` or `b`?" for the nearest known words, or None if nothing is near."""
    return asked(suggestions(word, known))


def asked(words: Iterable[str]) -> str | None:
    """Return "did you mean `a` or `b`?", or None if there are no words."""
    found = [f"`{word}`" for word in words]
    if not found:
        return None
    listed = found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"
    return f"did you mean {listed}?"
