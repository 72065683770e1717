"""What stands on several lines: as few brackets as can be are broken up, rather the last than the first."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from .columns import align_declarations, align_entries, append_comments
from .inline import closer, inline, inline_atom, separates
from .parts import Group, Remark, Word
from .spacing import gaps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from .parts import Atom, Item

INDENT = "  "


def stack(group: Group, room: int) -> list[list[str]]:
    """Return the lines of each item, with the comments and the blank line above it; last, those below all items."""
    items = [spread(item.atoms, room) for item in group.items]
    if separates(group):
        items = [[*lines[:-1], f"{lines[-1]},"] for lines in items]
    elif group.opener == "{":
        items = align_entries(group.items, items, room)
    elif not group.opener:
        items = align_declarations(group.items, items, room)
    chunks: list[list[str]] = []
    for item, lines in zip(group.items, append_comments(group.items, items), strict=True):
        chunk = _remarks(item.above, is_first=not chunks)
        is_parted = item.after_blank and bool(chunks or chunk)
        chunks.append([*chunk, *([""] if is_parted else []), *lines])
    return [*chunks, _remarks(group.below, is_first=not chunks)]


def spread(atoms: Sequence[Atom], room: int) -> list[str]:
    """Return an item on one line if that is possible and fits, and otherwise on as few as are needed."""
    setting = _Setting(atoms, gaps(atoms), [inline_atom(atom) for atom in atoms], {}, room)
    forced = {i for i, text in enumerate(setting.texts) if text is None}
    choice = [i for i, atom in enumerate(atoms) if isinstance(atom, Group) and atom.items and i not in forced]
    best: tuple[int, list[str]] | None = None
    for chosen in _choices(choice):
        excess, lines = setting.assemble({*forced, *chosen})
        if best is None or excess < best[0]:
            best = excess, lines
        if excess == 0:
            break
    return best[1] if best else []


def _choices(groups: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield what may be broken up: nothing, then one group, the last first, then the last two, and so on."""
    yield ()
    for group in reversed(groups):
        yield (group,)
    for first in range(len(groups) - 2, -1, -1):
        yield groups[first:]


class _Setting(NamedTuple):
    """The atoms of an item, with the forms they can take."""

    atoms: Sequence[Atom]
    gaps: Sequence[str]
    texts: Sequence[str | None]
    broken: dict[int, list[str]]
    room: int

    def assemble(self, broken: Collection[int]) -> tuple[int, list[str]]:
        """Return the item with these atoms broken up, and by how much its longest line is too long.

        What is within the broken atoms has lines of its own, whose length does not count here.
        """
        lines, excess, indent, goes_on = [""], 0, "", True
        for i, atom in enumerate(self.atoms):
            if not goes_on:
                lines.append(INDENT)
                indent = INDENT
            goes_on = not isinstance(atom, Remark)
            if isinstance(atom, Remark):
                lines[-1] += f"  {atom.text}" if lines[-1].strip() else atom.text
                continue
            first, *others = self._broken(i, len(indent)) if i in broken else [self.texts[i] or ""]
            lines[-1] += (self.gaps[i] if lines[-1].strip() else "") + first
            excess = max(excess, len(lines[-1]) - self.room)
            if others:
                lines += [indent + line if line else "" for line in others]
                excess = max(excess, len(lines[-1]) - self.room)
        return excess, lines

    def _broken(self, number: int, indent: int) -> list[str]:
        atom = self.atoms[number]
        if isinstance(atom, Group) and number not in self.broken:
            self.broken[number] = _break_up(atom, self.room - indent)
        return self.broken[number]


def _break_up(group: Group, room: int) -> list[str]:
    inner = room - len(INDENT)
    content = _filled(group, inner) or chain.from_iterable(stack(group, inner))
    opening = f"{group.opener}  {group.beside}" if group.beside else group.opener
    return [opening, *(INDENT + line if line else "" for line in content), closer(group)]


def _filled(group: Group, room: int) -> list[str] | None:
    """Return a list of plain values on as few lines as hold it; other groups have a line for each item."""
    texts = [_plain(item) for item in group.items]
    if not texts or None in texts or group.below or group.is_call or not separates(group):
        return None
    lines = [""]
    for text in texts:
        longer = f"{lines[-1]} {text},".lstrip()
        if len(longer) > room and lines[-1]:
            lines.append(f"{text},")
        else:
            lines[-1] = longer
    return lines


def _plain(item: Item) -> str | None:
    is_plain = not item.above and not item.beside and all(isinstance(atom, Word) for atom in item.atoms)
    return inline(item.atoms) if is_plain else None


def _remarks(remarks: Sequence[Remark], is_first: bool) -> list[str]:
    lines: list[str] = []
    for remark in remarks:
        if remark.after_blank and (lines or not is_first):
            lines.append("")
        lines.append(remark.text)
    return lines
