"""Where a space stands on a line: between which words, and which not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..literals import KINDS
from .parts import Group, Remark, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .parts import Atom

_CLOSE_TO_BOTH = frozenset({"_DOT", "RANGE"})
_CLOSE_TO_WHAT_IS_BEFORE = frozenset({"COMMA", "COLON"})
_OPERANDS = KINDS | {"NAME"}


def gaps(atoms: Sequence[Atom]) -> list[str]:
    """Return what stands before each atom: a space or nothing; remarks do not count."""
    found = []
    before: Word | Group | None = None
    is_sign = False
    for atom in atoms:
        if isinstance(atom, Remark):
            found.append("")
            continue
        found.append("" if before is None or is_sign or _touch(before, atom) else " ")
        is_sign = _is(atom, "MINUS") and not _is_operand(before)
        before = atom
    return found


def _touch(before: Atom, atom: Atom) -> bool:
    if isinstance(atom, Group):
        return atom.is_call or _is(before, *_CLOSE_TO_BOTH)
    return _is(before, *_CLOSE_TO_BOTH) or _is(atom, *_CLOSE_TO_BOTH, *_CLOSE_TO_WHAT_IS_BEFORE)


def _is(atom: Atom, *kinds: str) -> bool:
    return isinstance(atom, Word) and atom.kind in kinds


def _is_operand(atom: Atom | None) -> bool:
    return isinstance(atom, Group) or (isinstance(atom, Word) and atom.kind in _OPERANDS)
