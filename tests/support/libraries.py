"""Random libraries of flows and generated halves over them, of which it is known what belongs into the flow."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from mfc.emit.imports import Import

IMPORTS = (
    Import("gc"),
    Import("os.path"),
    Import("numpy", None, "np"),
    Import("collections.abc", "Iterable"),
    Import("itertools", "groupby"),
    Import("itertools", "product"),
    Import("dataclasses", "MISSING"),
    Import("metaflow", "step"),
    Import("typing", "Any"),
    Import("functools", "partial", "part"),
)
KINDS = ("function", "class", "constant", "decorated")


class Written(NamedTuple):
    """A definition: what it uses in annotations, while it is imported, and later."""

    name: str
    kind: str
    annotations: tuple[str, ...]
    at_import: tuple[str, ...]
    later: tuple[str, ...]

    @property
    def text(self) -> str:
        """The definition, as black has it."""
        annotations = "".join(f", a{i}: {name}" for i, name in enumerate(self.annotations))
        early, later = "".join(f"{name}, " for name in self.at_import), "".join(f"{name}, " for name in self.later)
        early, later = f"({early.rstrip()})" if early else "()", f"({later.rstrip()})" if later else "()"
        early, later = (one.replace(",)", ")") if one.count(",") > 1 else one for one in (early, later))
        function = f'def {{}}(self{annotations}, early={early}):\n    """Do {self.name}."""\n    return {later}'
        match self.kind:
            case "function":
                return f"# Above {self.name}.\n" + function.format(self.name) + f"  # as {self.name} does"
            case "class":
                inner = function.format("method").replace("\n", "\n    ")
                return f'class {self.name}:\n    """Hold {self.name}."""\n\n    {inner}'
            case "decorated":
                return "@staticmethod\n" + function.format(self.name)
        return f"{self.name} = {early}  # not {self.name}_"

    @property
    def uses(self) -> set[str]:
        """What of the written names is needed with it."""
        return {*self.at_import, *(() if self.kind == "constant" else (*self.annotations, *self.later))}


class Case(NamedTuple):
    """A library by its modules, which of them are chosen, and a generated half."""

    modules: dict[str, tuple[Written, ...]]
    chosen: tuple[str, ...]
    half: tuple[Written, ...]
    roots: tuple[str, ...]
    """What the `__main__` statement uses besides."""

    @property
    def reachable(self) -> dict[str, Written]:
        """The definitions of the library that belong into the flow, by name."""
        by_name = {each.name: each for module in self.chosen for each in self.modules[module]}
        found: dict[str, Written] = {}
        names = {*self.roots}.union(*(each.uses for each in self.half))
        while names:
            name = names.pop()
            if name in by_name and name not in found:
                found[name] = by_name[name]
                names |= by_name[name].uses
        return found

    @property
    def generated(self) -> str:
        """The text of the generated half."""
        head = f'# A stamp\n"""The story."""\n\n{header()}\n\n# Said\n\n'
        body = "\n\n\n".join(each.text for each in self.half)
        calls = "".join(f"\n    print({name})" for name in self.roots)
        used = ", ".join(["SEED", *(each.name for each in self.half if each.kind == "constant")])
        return f'{head}SEED = 1\n\n\n{body}\n\n\nif __name__ == "__main__":\n    print({used}){calls}\n'

    def source(self, name: str) -> str:
        """Return the text of a module."""
        siblings = {each.name: module for module, several in self.modules.items() if module != name for each in several}
        lines = [f"from .{module} import {each}" for each, module in siblings.items()]
        lines += [f"from .spec import {each.name}" for each in self.half]
        body = "\n\n\n".join(each.text for each in self.modules[name])
        return f'"""Section {name}."""\n\n{header()}\n' + "\n".join(lines) + f"\n\n\n{body}\n"


def header() -> str:
    """Return all imports, one a line."""
    lines = [f"from {one.module} import {one.member}" if one.member else f"import {one.module}" for one in IMPORTS]
    renamed = [f"{line} as {one.alias}" if one.alias else line for line, one in zip(lines, IMPORTS, strict=True)]
    return "from __future__ import annotations\n" + "\n".join(renamed)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a library of up to four modules, and a half that uses some of them."""
    counts = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    names = [[f"d{module}_{number}" for number in range(count)] for module, count in enumerate(counts)]
    chosen = draw(st.lists(st.sampled_from(range(len(counts))), unique=True, min_size=1))
    half = [f"given{number}" for number in range(draw(st.integers(1, 3)))]
    imported = [one.bound for one in IMPORTS]
    linked = [name for module in chosen for name in names[module]]
    above: list[str] = list(imported)
    written: dict[str, Written] = {}
    for name in half:
        written[name] = draw(definitions(name, linked + half + imported, above))
        above.append(name)
    for module in [*chosen, *(other for other in range(len(counts)) if other not in chosen)]:
        for name in names[module]:
            written[name] = draw(definitions(name, linked + half + imported, above))
            above.append(name)
    return Case(
        {f"m{module}": tuple(written[name] for name in several) for module, several in enumerate(names)},
        tuple(f"m{module}" for module in chosen),
        tuple(written[name] for name in half),
        tuple(draw(some(linked))),
    )


def definitions(name: str, anywhere: list[str], above: list[str]) -> st.SearchStrategy[Written]:
    """Return definitions that use some names, while they are imported only those above."""
    parts = (some(anywhere), some(above), some(anywhere))
    return st.builds(Written, st.just(name), st.sampled_from(KINDS), *(part.map(tuple) for part in parts))


def some(names: list[str]) -> st.SearchStrategy[list[str]]:
    """Return lists of a few of the names."""
    return st.lists(st.sampled_from(names), unique=True, max_size=3)
