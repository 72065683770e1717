"""What stands on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .parts import Group, Remark
from .spacing import gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .parts import Atom, Item

_CLOSERS = {"(": ")", "[": "]", "{": "}"}


def inline(atoms: Sequence[Atom]) -> str | None:
    """Return atoms on one line, or None if they hold a comment, or a block that stands on several."""
    texts = [inline_atom(atom) for atom in atoms]
    if None in texts:
        return None
    return "".join(f"{gap}{text}" for gap, text in zip(gaps(atoms), texts, strict=True))


def inline_atom(atom: Atom) -> str | None:
    """Return an atom on one line, or None."""
    if isinstance(atom, Remark):
        return None
    return _inline_group(atom) if isinstance(atom, Group) else atom.text


def closer(group: Group) -> str:
    """Return the bracket that closes a group."""
    return _CLOSERS[group.opener]


def separates(group: Group) -> bool:
    """Return whether commas stand between what a group holds: not in parentheses around an expression."""
    return group.opener == "[" or group.is_call or (group.opener == "(" and group.has_comma)


def _inline_group(group: Group) -> str | None:
    texts = [_inline_item(item) for item in group.items]
    if None in texts or group.beside or group.below or (group.opener == "{" and group.is_tall and texts):
        return None
    content = ", ".join(text or "" for text in texts)
    if group.opener == "{":
        return f"{{ {content} }}" if texts else "{}"
    lone = len(texts) == 1 and group.opener == "(" and group.has_comma and not group.is_call
    return f"{group.opener}{content}{',' * lone}{closer(group)}"


def _inline_item(item: Item) -> str | None:
    return None if item.above or item.beside else inline(item.atoms)
