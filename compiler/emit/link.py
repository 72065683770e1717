"""From the generated half of a flow and the library to one text: what is used, and nothing else.

Names are followed from the generated half into the chosen modules. What is reached is added as it stands, in the order
of the modules and of the definitions in them, and the imports of both are merged.
"""

from __future__ import annotations

import builtins
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from .half import Half, Part, read_half
from .imports import Import, printed
from .library import SPEC, Library, packaged
from .module import Definition, LinkError, Module
from .uses import FUTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .uses import Uses

BELOW = "# Below: the same in every flow that needs it; nothing here depends on the specification."
PYTHON = frozenset((*dir(builtins), "__doc__", "__file__", "__loader__", "__name__", "__package__", "__spec__"))
"""Names that are bound without a statement."""

READ_BY_DATACLASSES = frozenset((("dataclasses", "KW_ONLY"), ("dataclasses", "InitVar")))
"""Annotations that a dataclass evaluates when it is created: they are imported at run time."""


class Origin(NamedTuple):
    """Where the lines `first` to `last` of a flow, from 1, come from.

    A library `module` and a `name` that it defines; or a `line` of the generated half, which `first` was there; or, if
    all these are None, the linker.
    """

    first: int
    last: int
    module: str | None
    name: str | None
    line: int | None


class Linked(NamedTuple):
    """A flow, and where each line of it comes from, in order."""

    text: str
    origins: tuple[Origin, ...]

    def with_line(self, text: str) -> Linked:
        """Return the flow as this text, which has one more line within the generated half."""
        pairs = enumerate(zip(self.text.split("\n"), text.split("\n"), strict=False), start=1)
        added = next(number for number, (old, new) in pairs if old != new)
        moved = ((one, one.first + (one.first >= added), one.last + (one.last >= added)) for one in self.origins)
        return Linked(text, tuple(one._replace(first=first, last=last) for one, first, last in moved))


def link(generated: str, modules: Sequence[str], library: Library | None = None) -> Linked:
    """Return the whole flow: the generated half and what it needs of these modules, whose order is the flow's."""
    half = read_half(generated)
    chosen = [(library or packaged()).module(name) for name in modules]
    reached = _Reached(half, chosen)
    if unused := reached.unused_constants():
        return link(half.without(unused), modules, library)
    text = _Text()
    text.part(half.head, before=0)
    text.lines(_imports(reached), before=1)
    text.part(half.body, before=2 if half.begins_with_definition else 1)
    if reached.definitions:
        text.lines([BELOW], before=2)
    for title, section in groupby(chosen, lambda module: module.title):
        definitions = [one for module in section for one in module.definitions if one in reached.definitions]
        text.lines([f"# {title}"] if definitions else [], before=2)
        for definition in definitions:
            text.definition(definition)
    text.part(half.main, before=2)
    return text.linked()


class _Reached:
    """What can be reached from the generated half: definitions and imports, those only for annotations separately."""

    def __init__(self, half: Half, modules: Sequence[Module]) -> None:
        self._half, self._modules = half, modules
        self._binds = half.binds
        self._defining: dict[str, list[Definition]] = {}
        for definition in chain.from_iterable(module.definitions for module in modules):
            for name in definition.names:
                self._defining.setdefault(name, []).append(definition)
        self.definitions: dict[Definition, None] = {}
        self.imports: dict[Import, str] = {}
        self.typing: dict[Import, str] = {}
        self._python: dict[str, str] = {}
        self._problems: dict[str, str] = {}
        for uses in half.body_uses:
            self._refuse_at_import(uses)
        for uses in half.body_uses + half.main_uses:
            self._follow(uses, None, "the generated half")
        self._check()
        if self._problems:
            raise LinkError(self._problems.values(), self._problems)

    def unused_constants(self) -> set[str]:
        """Return the constants of the generated half that nothing uses."""
        uses = [*self._half.body_uses, *self._half.main_uses, *(one.uses for one in self.definitions)]
        used = {name for each in uses for name in each.at_import | each.later | each.annotations}
        return self._half.constants - used

    def _follow(self, uses: Uses, module: Module | None, user: str) -> None:
        for name in sorted(uses.at_import | uses.later):
            self._need(name, module, user, self.imports)
        for name in sorted(uses.annotations):
            self._need(name, module, user, self.typing)

    def _need(self, name: str, module: Module | None, user: str, imports: dict[Import, str]) -> None:
        """Reach what a name means in a module, or in the generated half."""
        scope = module.imports if module else self._half.imports
        given = module is None or module.siblings.get(name) == SPEC
        definitions = self._own_or_chosen(name, module)
        if given and name in self._binds:
            return
        if name in scope or (given and name in self._half.imports):
            for one in scope.get(name) or self._half.imports[name]:
                imports.setdefault(one, user)
        elif definitions:
            self._reach(name, definitions)
        elif name in PYTHON:
            self._python.setdefault(name, user)
        elif name not in self._binds or (module and name not in module.siblings):
            self._problems[name] = f"`{name}`, which {user} uses, is defined nowhere"

    def _own_or_chosen(self, name: str, module: Module | None) -> list[Definition]:
        """Return the definitions of a name that a module may mean: its own, or those it imports from a chosen one."""
        if module is not None and name not in module.siblings and not module.defining(name):
            return []
        return self._defining.get(name, [])

    def _reach(self, name: str, definitions: list[Definition]) -> None:
        homes = list(dict.fromkeys(definition.module for definition in definitions))
        if len(homes) > 1:
            self._problems[name] = f"`{name}` is defined in several of the chosen modules: {', '.join(homes)}"
        for definition in definitions:
            if definition not in self.definitions:
                self.definitions[definition] = None
                module = next(module for module in self._modules if module.name == definition.module)
                self._follow(definition.uses, module, f"{definition.module}.{definition.names[0]}")

    def _refuse_at_import(self, uses: Uses) -> None:
        """Reject library names that the generated half evaluates on import, before the library is defined."""
        for name in sorted(uses.at_import - self._binds - self._half.imports.keys()):
            if self._own_or_chosen(name, None):
                self._problems[name] = f"the generated half needs `{name}` of the library while it is imported"

    def _check(self) -> None:
        """Find names that would mean two things in one flow."""
        linked = {name for definition in self.definitions for name in definition.names}
        for name in sorted(linked & self._binds):
            self._problems[name] = f"`{name}` is defined in the library and in the generated half"
        bound: dict[str, Import] = {}
        for one, user in {**self.typing, **self.imports}.items():
            other = bound.setdefault(one.bound, one)
            alike = one == other or (one.member is other.member is one.alias is other.alias is None)
            if one.bound in linked | self._binds or not alike:
                self._problems[one.bound] = f"`{one.bound}`, which {user} imports, is something else elsewhere"
        for name, user in self._python.items():
            if name in linked | self._binds | bound.keys():
                self._problems[name] = f"`{name}`, which {user} takes from Python, is something else elsewhere"
        self._check_order(linked)

    def _check_order(self, linked: set[str]) -> None:
        """Find definitions that need a later one while they are imported."""
        above: set[str] = set()
        for module in self._modules:
            for definition in (each for each in module.definitions if each in self.definitions):
                for name in sorted(definition.uses.at_import & (linked - above)):
                    self._problems[name] = (
                        f"{module.name} needs `{name}` while it is imported, which is defined below it"
                    )
                above.update(definition.names)


def _imports(reached: _Reached) -> list[str]:
    """Return the lines of all imports, also of those that annotations alone need."""
    runtime = set(reached.imports)
    typing = {one for one in reached.typing if one not in runtime and not _at_runtime(one)}
    runtime |= reached.typing.keys() - typing
    if typing:
        runtime.add(Import("typing", "TYPE_CHECKING"))
    blocks = [FUTURE.rstrip(), printed(runtime)]
    if typing:
        blocks.append("if TYPE_CHECKING:\n" + printed(typing, indent=" " * 4))
    return "\n\n".join(filter(None, blocks)).split("\n")


def _at_runtime(one: Import) -> bool:
    """Return whether what annotations need is imported like the rest: every process has `typing` anyway."""
    return one.module == "typing" or (one.module, one.member) in READ_BY_DATACLASSES


class _Text:
    """The lines of a flow as they are put together."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._origins: list[Origin] = []

    def lines(self, lines: Iterable[str], before: int) -> None:
        """Add lines of the linker's, with empty lines before them."""
        self._add(list(lines), before, None, None, None)

    def part(self, part: Part, before: int) -> None:
        """Add lines of the generated half."""
        self._add(part.lines, before, None, None, part.first)

    def definition(self, definition: Definition) -> None:
        """Add a definition of the library."""
        self._add(definition.text.split("\n"), 2, definition.module, definition.names[0], None)

    def _add(self, lines: Sequence[str], before: int, module: str | None, name: str | None, line: int | None) -> None:
        if not lines:
            return
        empty = [""] * (before if self._lines else 0)
        for added, where in ((empty, (None, None, None)), (lines, (module, name, line))):
            first = len(self._lines) + 1
            self._lines += added
            if added and where == (None, None, None) and self._origins and self._origins[-1][2:] == where:
                self._origins[-1] = self._origins[-1]._replace(last=len(self._lines))
            elif added:
                self._origins.append(Origin(first, len(self._lines), *where))

    def linked(self) -> Linked:
        """Return the flow so far."""
        return Linked("\n".join(self._lines) + "\n", tuple(self._origins))
