"""Which columns there are: operators of entries, keywords of short declarations, comments behind either."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ..tokens import BINDERS
from .align import Row, align
from .inline import inline
from .parts import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .parts import Atom, Item

WIDEST_GAP = 10
"""Names that differ more in length than this are not aligned."""

WIDEST_GAP_BEFORE_COMMENTS = 16
NO_LIMIT = 10**9

_CONSTANTS = frozenset({"LET", "PARAM"})
_SHORT = frozenset({"SEED", "TASK", "TEST", "FOLDS", "SCORE", "SELECT", *_CONSTANTS})
"""The declarations that never have a block."""


def align_entries(items: Sequence[Item], rendered: Sequence[list[str]], room: int) -> list[list[str]]:
    """Align the operators of consecutive entries that stand on one line each."""
    aligned = [*rendered]
    for streak in _streaks(
        items, [len(lines) == 1 and _binder(item.atoms) > 0 for item, lines in _both(items, rendered)]
    ):
        rows = [_cut(item.atoms, _binder(item.atoms)) for item in items[streak]]
        aligned[streak] = [[line] for line in align(rows, WIDEST_GAP, room)]
    return aligned


def align_declarations(items: Sequence[Item], rendered: Sequence[list[str]], room: int) -> list[list[str]]:
    """Align what stands behind the keywords of consecutive declarations, and the `=` of constants."""
    aligned = [*rendered]
    for streak in _streaks(
        items, [len(lines) == 1 and _kind(item.atoms) in _SHORT for item, lines in _both(items, rendered)]
    ):
        keywords = [_cut(item.atoms, 1).left for item in items[streak]]
        inner = room - max(map(len, keywords)) - 1
        rests: list[str] = []
        for kind, alike in groupby(items[streak], key=lambda item: _kind(item.atoms)):
            contents = [item.atoms[1:] for item in alike]
            if kind in _CONSTANTS:
                rests += align([_cut(atoms, _binder(atoms)) for atoms in contents], WIDEST_GAP, inner)
            else:
                rests += [inline(atoms) or "" for atoms in contents]
        aligned[streak] = [[line] for line in align([*map(Row, keywords, rests)], WIDEST_GAP, room)]
    return aligned


def append_comments(items: Sequence[Item], rendered: Sequence[list[str]]) -> list[list[str]]:
    """Put the comments behind the items, below each other where the items stand on one line each."""
    done = [
        [*lines[:-1], f"{lines[-1]}  {item.beside}"] if item.beside else lines for item, lines in _both(items, rendered)
    ]
    for streak in _streaks(
        items, [len(lines) == 1 and item.beside is not None for item, lines in _both(items, rendered)]
    ):
        rows = [Row(f"{lines[0]} ", item.beside or "") for item, lines in _both(items[streak], rendered[streak])]
        done[streak] = [[line] for line in align(rows, WIDEST_GAP_BEFORE_COMMENTS, NO_LIMIT)]
    return done


def _streaks(items: Sequence[Item], belong: Sequence[bool]) -> Iterator[slice]:
    """Yield where consecutive items belong together; a blank line parts them."""
    first = 0
    for number, item in enumerate(items):
        if not belong[number] or item.begins_paragraph:
            if number > first:
                yield slice(first, number)
            first = number if belong[number] else number + 1
    if first < len(items):
        yield slice(first, len(items))


def _both(items: Sequence[Item], rendered: Sequence[list[str]]) -> Iterator[tuple[Item, list[str]]]:
    return zip(items, rendered, strict=True)


def _kind(atoms: Sequence[Atom]) -> str:
    return atoms[0].kind if isinstance(atoms[0], Word) else ""


def _binder(atoms: Sequence[Atom]) -> int:
    """Return the number of the atom that binds, or 0."""
    return next((i for i, atom in enumerate(atoms) if isinstance(atom, Word) and atom.kind in BINDERS), 0)


def _cut(atoms: Sequence[Atom], at: int) -> Row:
    return Row(inline(atoms[:at]) or "", inline(atoms[at:]) or "")
