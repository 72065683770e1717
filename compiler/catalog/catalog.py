"""The catalog as the compiler reads it: one line per entry, parsed when it is first needed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .blocks import BLOCKS, SOURCES
from .codec import unpack_dataset, unpack_entry, unpack_scorer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .entry import Dataset, Entry, Kind, Scorer

FILE = Path(__file__).parent / "data" / "catalog.jsonl"
OUR_OWN: Mapping[str, Mapping[str, Entry]] = {"block": BLOCKS, "source": SOURCES}


class Catalog:
    """The entries of the catalog, by kind and name."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, dict[str, str]] = {}
        self._entries: dict[tuple[Kind, str], Entry] = {}
        for line in text.split("\n")[:-1]:
            _, kind, _, name, _ = line.split('"', 4)
            self._lines.setdefault(kind, {})[name] = line

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Return the paths of all entries of a kind."""
        return tuple(OUR_OWN.get(kind) or self._lines[kind])

    def find(self, kind: Kind, written: str) -> tuple[str, ...]:
        """Return the paths that a name can stand for: itself, or all paths that end in it."""
        paths = self.names(kind)
        if written in paths:
            return (written,)
        return tuple(path for path in paths if path.rpartition(".")[2] == written)

    def entry(self, kind: Kind, path: str) -> Entry | None:
        """Return the entry with exactly this path."""
        if kind in OUR_OWN:
            return OUR_OWN[kind].get(path)
        known = self._entries.get((kind, path))
        if known is None and (packed := self._read(kind, path)):
            known = self._entries[kind, path] = unpack_entry(packed)
        return known

    @property
    def scorer_names(self) -> tuple[str, ...]:
        """The names of scikit-learn's scorers."""
        return tuple(self._lines["scorer"])

    def scorer(self, name: str) -> Scorer | None:
        """Return a scorer of scikit-learn."""
        packed = self._read("scorer", name)
        return unpack_scorer(packed) if packed else None

    @property
    def dataset_names(self) -> tuple[str, ...]:
        """The names of the data sets that come with scikit-learn."""
        return tuple(self._lines["dataset"])

    def dataset(self, name: str) -> Dataset | None:
        """Return a bundled data set of scikit-learn."""
        packed = self._read("dataset", name)
        return unpack_dataset(packed) if packed else None

    @property
    def versions(self) -> dict[str, str]:
        """The versions of the libraries that the catalog was made from."""
        return {name: json.loads(line)[2] for name, line in self._lines["version"].items()}

    def _read(self, kind: str, name: str) -> list[Any] | None:
        line = self._lines[kind].get(name)
        return json.loads(line) if line else None


@cache
def load() -> Catalog:
    """Return the catalog this compiler comes with."""
    return Catalog(FILE.read_text(encoding="utf-8"))
