"""The library of the flows: plain modules in a folder, each of which is indexed when a flow first needs it.

An index is kept where Python keeps its own compiled modules, and under the same conditions.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path

from . import imports, module, uses
from .imports import Import
from .module import Definition, LinkError, Module, read_module
from .uses import Uses

SPEC = "spec"
"""The module that stands for what a specification gives: flows have its names from their generated half."""

NOT_LINKED = frozenset(("__init__", SPEC))
INDEXING = (imports, module, uses)
"""What makes an index: when it changes, so may the index of a module that does not."""


class Library:
    """The modules in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, Module] = {}

    def module(self, name: str) -> Module:
        """Return a module by its name."""
        if name not in self._read:
            if name in NOT_LINKED:
                raise LinkError([f"`{name}` is not a module to be linked"], [name])
            self._read[name] = _indexed(self.folder / f"{name}.py")
        return self._read[name]

    def names(self) -> frozenset[str]:
        """Return every name that any module defines or imports at its top level."""
        modules = [self.module(path.stem) for path in self.folder.glob("*.py") if path.stem not in NOT_LINKED]
        defined = {name for module in modules for each in module.definitions for name in each.names}
        return frozenset(defined.union(*((*module.imports, *module.siblings) for module in modules)))


@cache
def packaged() -> Library:
    """Return the library that comes with the compiler."""
    return Library(Path(import_module("..templates", __package__).__path__[0]) / "library")


def library_names() -> frozenset[str]:
    """Return every name that a flow may have from the library."""
    return packaged().names()


def _indexed(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    key = sha256(f"{_version()} {text}".encode()).hexdigest()
    kept = Path(cache_from_source(str(path))).with_suffix(".index")
    with suppress(OSError, ValueError):
        known, _, index = kept.read_text(encoding="utf-8").partition("\n")
        if known == key:
            return _unpacked(*json.loads(index))
    found = read_module(path.stem, text)
    with suppress(OSError):
        if not sys.dont_write_bytecode:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(f"{key}\n{json.dumps(found, default=list)}", encoding="utf-8")
    return found


@cache
def _version() -> str:
    return " ".join(str(Path(part.__file__ or "").stat().st_mtime_ns) for part in INDEXING)


def _unpacked(
    name: str,
    title: str,
    definitions: list[tuple[str, list[str], int, str, list[list[str]]]],
    imports: dict[str, list[tuple[str, str | None, str | None]]],
    siblings: dict[str, str],
) -> Module:
    return Module(
        name,
        title,
        tuple(
            Definition(home, tuple(names), first, text, Uses(*map(frozenset, uses)))
            for home, names, first, text, uses in definitions
        ),
        {bound: frozenset(Import(*one) for one in several) for bound, several in imports.items()},
        siblings,
    )
