"""A specification sorted by declarations, with names resolved and without findings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from ..catalog.blocks import BLOCKS
from ..catalog.catalog import load
from ..catalog.shorthand import ALL_TASKS
from ..catalog.sources import DATA_SOURCES
from ..syntax.tree import (
    Bad,
    Binding,
    Call,
    DataDeclaration,
    FitDeclaration,
    IncludeDeclaration,
    ModelDeclaration,
    SpaceDeclaration,
    StepDeclaration,
    TaskDeclaration,
)
from .arguments import bindings_in
from .evaluate import Evaluator
from .foreign import foreign, is_foreign, widened
from .read import values
from .scope import build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalog.catalog import Catalog
    from ..catalog.entry import Dataset, Entry, TaskName
    from ..catalog.sources import DataSourceFacts
    from ..syntax.tree import CallArgument, Expression, Program
    from .evaluate import Result
    from .scope import Scope

Declared = TypeVar("Declared")

BUILT = "keras.Model"
"""Takes whatever the user's own build function takes."""


class SourceEntries(NamedTuple):
    """Where the data come from, if that is known: what its call takes, and what its block takes."""

    call: Entry | None
    block: Entry


class Entrant:
    """A model and its estimator: the catalog's, if it has exactly one by the name, or a foreign one's by its path."""

    def __init__(self, model: ModelDeclaration, estimator: Entry | None, *, is_foreign: bool = False) -> None:
        self.model = model
        self.estimator = estimator
        self.is_foreign = is_foreign
        self._parts: dict[type, tuple[Any, ...]] = {}

    def parts(self, kind: type[Declared]) -> tuple[Declared, ...]:
        """Return the entries of a kind."""
        if kind not in self._parts:
            self._parts[kind] = tuple(entry for entry in self.model.entries if isinstance(entry, kind))
        return self._parts[kind]

    def part(self, kind: type[Declared]) -> Declared | None:
        """Return the first entry of a kind."""
        return next(iter(self.parts(kind)), None)

    @cached_property
    def bindings(self) -> tuple[Binding, ...]:
        """The arguments of the estimator."""
        return self.parts(Binding)

    @cached_property
    def spaces(self) -> tuple[tuple[Binding, ...], ...]:
        """The alternative sets of the estimator's arguments: those of each `space`, and before them what all share."""
        return tuple((*self.bindings, *bindings_in(space.entries)) for space in self.parts(SpaceDeclaration)) or (
            self.bindings,
        )

    @cached_property
    def others(self) -> tuple[Binding, ...]:
        """The arguments of the steps and of `fit`, which are the same in all spaces."""
        parts: tuple[StepDeclaration | FitDeclaration, ...] = (
            *self.parts(StepDeclaration),
            *self.parts(FitDeclaration)[:1],
        )
        return tuple(binding for part in parts for binding in bindings_in(part.entries))

    @cached_property
    def varied(self) -> tuple[Binding, ...]:
        """All that makes one candidate differ from another, each once."""
        everything = dict.fromkeys(binding for bound in (*self.spaces, self.others) for binding in bound)
        return tuple(binding for binding in everything if binding.operator != "=")

    @cached_property
    def entries(self) -> tuple[object, ...]:
        """All entries, with those of the blocks."""
        blocks: tuple[ModelDeclaration | SpaceDeclaration | StepDeclaration | FitDeclaration, ...]
        blocks = (self.model, *self.parts(SpaceDeclaration), *self.parts(StepDeclaration), *self.parts(FitDeclaration))
        return tuple(entry for block in blocks for entry in block.entries)

    @property
    def is_complete(self) -> bool:
        """Whether all entries could be read."""
        return not any(isinstance(entry, Bad) for entry in self.entries)


class Outline:
    """What a program declares. Its names are its own, unless a scope is given that it is a part of."""

    def __init__(self, program: Program, catalog: Catalog, scope: Scope | None = None) -> None:
        self.program = program
        self.catalog = catalog
        self.scope: Scope = scope or build(program)
        self.unreadable = frozenset(bad.keyword for bad in self.all(Bad))
        self.evaluator = Evaluator(self.scope, catalog, self.may_lack_names)

    def all(self, kind: type[Declared]) -> tuple[Declared, ...]:
        """Return all declarations of a kind."""
        return tuple(one for one in self.program.declarations if isinstance(one, kind))

    def one(self, kind: type[Declared]) -> Declared | None:
        """Return the first declaration of a kind."""
        return next(iter(self.all(kind)), None)

    def may_lack(self, keyword: str) -> bool:
        """Return whether a declaration may have been written that is not here: unreadable, or in another file."""
        return keyword in self.unreadable or None in self.unreadable or self.one(IncludeDeclaration) is not None

    @property
    def may_lack_names(self) -> bool:
        """Whether constants or parameters may have been declared that are not here."""
        return self.may_lack("let") or self.may_lack("param")

    def settings(self, block: str, entries: Iterable[object]) -> dict[str, Result]:
        """Return the values that are set in a block of the language's own."""
        return values(BLOCKS[block], bindings_in(entries), self.evaluator)

    @cached_property
    def entrants(self) -> tuple[Entrant, ...]:
        """The models, with their estimators."""
        return tuple(self._entrant(model) for model in self.all(ModelDeclaration))

    def _entrant(self, model: ModelDeclaration) -> Entrant:
        written, bound = model.estimator, list(bindings_in(model.entries))
        bound += [
            one for entry in model.entries if isinstance(entry, SpaceDeclaration) for one in bindings_in(entry.entries)
        ]
        found = self.catalog.find("estimator", written.text)
        if not found and is_foreign(written, self.catalog):
            return Entrant(model, foreign(written.text, "estimator", bound), is_foreign=True)
        entry = self.catalog.entry("estimator", found[0]) if len(found) == 1 else None
        return Entrant(model, widened(entry, bound) if entry and entry.path == BUILT else entry)

    @cached_property
    def source(self) -> SourceEntries | None:
        """The source of the data."""
        data = self.one(DataDeclaration)
        written = source_name(data) if data else ""
        mock = self.catalog.entry("mock", written)
        block = mock or self.catalog.entry("block", f"data.{written}")
        return SourceEntries(self.catalog.entry("source", written), block) if block else None

    @cached_property
    def dataset(self) -> Dataset | None:
        """The bundled data set that the tournament uses."""
        data = self.one(DataDeclaration)
        facts = source_facts(data) if data else None
        if not data or not facts or facts.takes != "dataset" or not source_arguments(data):
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
        declared, implied = self.one(TaskDeclaration), self.implied_task
        if declared is None:
            return None if self.may_lack("task") else implied
        known = declared.kind.text in ALL_TASKS and implied in (declared.kind.text, None)
        return cast("TaskName", declared.kind.text) if known else None


def transformer_of(step: StepDeclaration, catalog: Catalog) -> Entry | None:
    """Return the transformer of a step: the catalog's, or a foreign one by its path."""
    found = catalog.find("transformer", step.transformer.text)
    if found or not is_foreign(step.transformer, catalog, "transformer"):
        return catalog.entry("transformer", found[0]) if len(found) == 1 else None
    return foreign(step.transformer.text, "transformer", bindings_in(step.entries))


def outlined(program: Program, scope: Scope | None = None) -> Outline:
    """Return what a specification means, whatever is wrong with it, without the time that its check takes."""
    return Outline(program, load(), scope)


def source_facts(data: DataDeclaration) -> DataSourceFacts | None:
    """Return what is particular to a source; a mock has nothing of the kind, nor has what is unknown."""
    return DATA_SOURCES.get(source_name(data))


def file_of(data: DataDeclaration) -> Expression | None:
    """Return what names the file, where the data are read from one."""
    facts, given = source_facts(data), source_arguments(data)
    return given[0].value if facts and facts.takes == "path" and given else None


def source_name(data: DataDeclaration) -> str:
    """Return the name of a source."""
    return (data.source.function if isinstance(data.source, Call) else data.source).text


def source_arguments(data: DataDeclaration) -> tuple[CallArgument, ...]:
    """Return what a source is called with."""
    return data.source.arguments if isinstance(data.source, Call) else ()
