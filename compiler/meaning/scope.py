"""The names that a specification declares, and the order in which its constants can be worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ..source import Span
from ..syntax.tree import (
    Constant,
    EnsembleDeclaration,
    Identifier,
    LetDeclaration,
    ModelDeclaration,
    ParamDeclaration,
    Path,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..syntax.tree import Expression, Program

Named: TypeAlias = LetDeclaration | ParamDeclaration | ModelDeclaration | EnsembleDeclaration
Valued: TypeAlias = LetDeclaration | ParamDeclaration
LEAVES = {Span, Constant, Identifier}
"""What has no path in it."""


class Scope(NamedTuple):
    """What the names mean: each belongs to who declared it first.

    `order` has constants and parameters, each after those it needs, save those of the `cycles`, which need themselves.
    """

    names: Mapping[str, Named]
    repeated: tuple[tuple[Named, Named], ...]
    order: tuple[Valued, ...]
    cycles: tuple[tuple[Valued, ...], ...]


def build(program: Program) -> Scope:
    """Collect the names of a program."""
    names: dict[str, Named] = {}
    repeated = []
    for declaration in program.declarations:
        if isinstance(declaration, Named):
            first = names.setdefault(declaration.name.text, declaration)
            if first is not declaration:
                repeated.append((first, declaration))
    order, cycles = _sort({name: named for name, named in names.items() if isinstance(named, Valued)})
    return Scope(names, tuple(repeated), order, cycles)


def definition(named: Valued) -> Expression:
    """Return the expression that gives a name its value."""
    return named.value if isinstance(named, LetDeclaration) else named.default


def paths(node: object) -> Iterator[Path]:
    """Walk all paths of a tree, however deep it is."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Path):
            yield current
        elif isinstance(current, tuple) and type(current) not in LEAVES:
            waiting += current


def _sort(
    named: Mapping[str, Valued],
) -> tuple[tuple[Valued, ...], tuple[tuple[Valued, ...], ...]]:
    """Return the names in the order of their needs, and the cycles among them; without recursion, for long chains."""
    done: dict[str, Valued] = {}
    cycles: list[tuple[Valued, ...]] = []
    circular: set[str] = set()
    for start in named:
        trail = {} if start in done else {start: _needs(named, start)}
        while trail:
            current = next(reversed(trail))
            needed = next(trail[current], None)
            if needed is None:
                done[current] = named[current]
                del trail[current]
            elif needed in trail:
                members = [*trail][[*trail].index(needed) :]
                if circular.isdisjoint(members):
                    cycles.append(tuple(named[name] for name in members))
                circular.update(members)
            elif needed not in done:
                trail[needed] = _needs(named, needed)
    return tuple(one for name, one in done.items() if name not in circular), tuple(cycles)


def _needs(named: Mapping[str, Valued], name: str) -> Iterator[str]:
    return (path.text for path in paths(definition(named[name])) if path.text in named)
