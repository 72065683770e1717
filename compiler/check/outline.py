"""A specification sorted by what it declares, its names resolved; without a word on what is wrong with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from ..catalog.blocks import BLOCKS
from ..catalog.shorthand import ALL_TASKS
from ..syntax.tree import (
    Bad,
    Binding,
    Call,
    Data,
    Include,
    Model,
    Task,
)
from .evaluate import Evaluator
from .scope import build
from .signature import bindings_in, values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.catalog import Catalog
    from ..catalog.entry import Dataset, Entry, TaskName
    from ..syntax.tree import Argument, Path, Program
    from .evaluate import Result
    from .findings import Report
    from .scope import Scope

Declared = TypeVar("Declared")


class Source(NamedTuple):
    """Where the data come from, if that is known: what its call takes, and what its block takes."""

    call: Entry | None
    block: Entry


class Entrant(NamedTuple):
    """A model and its estimator, if the catalog has exactly one by the name."""

    model: Model
    estimator: Entry | None

    def parts(self, kind: type[Declared]) -> tuple[Declared, ...]:
        """Return the entries of a kind."""
        return tuple(entry for entry in self.model.entries if isinstance(entry, kind))

    def part(self, kind: type[Declared]) -> Declared | None:
        """Return the first entry of a kind."""
        return next(iter(self.parts(kind)), None)

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """The arguments of the estimator."""
        return self.parts(Binding)

    @property
    def is_complete(self) -> bool:
        """Whether all entries could be read."""
        return not self.parts(Bad)


class Outline:
    """What a program declares."""

    def __init__(self, program: Program, catalog: Catalog, report: Report) -> None:
        self.program = program
        self.catalog = catalog
        self.scope: Scope = build(program)
        self.unreadable = frozenset(bad.keyword for bad in self.all(Bad))
        self.evaluator = Evaluator(self.scope, catalog, report, self.may_lack("let") or self.may_lack("param"))

    def all(self, kind: type[Declared]) -> tuple[Declared, ...]:
        """Return all declarations of a kind."""
        return tuple(one for one in self.program.declarations if isinstance(one, kind))

    def one(self, kind: type[Declared]) -> Declared | None:
        """Return the first declaration of a kind."""
        return next(iter(self.all(kind)), None)

    def may_lack(self, keyword: str) -> bool:
        """Tell whether a declaration may have been written that is not here: unreadable, or in another file."""
        return keyword in self.unreadable or None in self.unreadable or self.one(Include) is not None

    def settings(self, block: str, entries: Iterable[object]) -> dict[str, Result]:
        """Return the values that are set in a block of the language's own."""
        return values(BLOCKS[block], bindings_in(entries), self.evaluator)

    @cached_property
    def entrants(self) -> tuple[Entrant, ...]:
        """The models, with their estimators."""
        return tuple(Entrant(model, self._estimator(model.estimator)) for model in self.all(Model))

    def _estimator(self, written: Path) -> Entry | None:
        found = self.catalog.find("estimator", written.text)
        return self.catalog.entry("estimator", found[0]) if len(found) == 1 else None

    @cached_property
    def source(self) -> Source | None:
        """The source of the data."""
        data = self.one(Data)
        written = source_name(data) if data else ""
        mock = self.catalog.entry("mock", written)
        block = mock or self.catalog.entry("block", f"data.{written}")
        return Source(self.catalog.entry("source", written), block) if block else None

    @cached_property
    def dataset(self) -> Dataset | None:
        """The bundled data set that is played on."""
        data = self.one(Data)
        if not data or source_name(data) != "sklearn" or not source_arguments(data):
            return None
        name = self.evaluator.value(source_arguments(data)[0].value)
        return self.catalog.dataset(name) if isinstance(name, str) else None

    @cached_property
    def implied_task(self) -> TaskName | None:
        """The task that the data have by themselves."""
        if self.dataset:
            return self.dataset.task
        return self.source.block.tasks[0] if self.source and self.source.block.kind == "mock" else None

    @cached_property
    def task(self) -> TaskName | None:
        """The task: as declared, else as the data imply; none where the two contradict each other."""
        declared, implied = self.one(Task), self.implied_task
        if declared is None:
            return None if self.may_lack("task") else implied
        known = declared.kind.text in ALL_TASKS and implied in (declared.kind.text, None)
        return cast("TaskName", declared.kind.text) if known else None


def source_name(data: Data) -> str:
    """Return the name of a source."""
    return (data.source.function if isinstance(data.source, Call) else data.source).text


def source_arguments(data: Data) -> tuple[Argument, ...]:
    """Return what a source is called with."""
    return data.source.arguments if isinstance(data.source, Call) else ()
