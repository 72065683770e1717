"""The plan of the data: where the rows come from, what the columns are for, and what they pass through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ..catalog.sources import DATA_SOURCES
from ..meaning.arguments import bindings_in
from ..meaning.columns import COLUMN, ROLES, mentions
from ..meaning.outline import source_arguments, source_name
from ..meaning.predicted import target_names
from ..meaning.read import read, values
from ..meaning.values import Invocation
from ..syntax.tree import Call, DataDeclaration, ListOf, PreprocessDeclaration, RouteDeclaration
from .plan import Bundled, Data, DataFile, Function, Mock, Route, Sql, Transformer
from .seeds import has_foreign, seeded

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..meaning.outline import Outline
    from ..meaning.values import Reference, Value
    from ..syntax.tree import Path
    from .plan import DataSource

TO_EACH = "skrub.ApplyToCols"
"""Hands the columns of a table one by one to what takes one alone."""

SETTINGS = ("positive", "missing_target", "date_format")
MOCKS = {"multilabel": "multilabel_classification"}
"""How scikit-learn calls what it makes, where that is not the name of the mock."""


def lower_data(outline: Outline, seed: Value) -> Data:
    """Return where the rows come from and what their columns are for."""
    declared = cast("DataDeclaration", outline.one(DataDeclaration))
    mentioned = mentions(declared, outline)
    bound = {entry.name.text for entry in bindings_in(declared.entries)}
    given = _settings(declared, outline)
    roles = {role: tuple(one.column for one in mentioned if one.role == role) for role in ROLES if role in bound}
    return Data(
        source=_lower_source(declared, outline, seed),
        targets=target_names(outline) or (),
        numeric=roles.get("numeric"),
        categorical=roles.get("categorical"),
        drop=roles.get("drop", ()),
        group=next(iter(roles.get("group", ())), None),
        time=next(iter(roles.get("time", ())), None),
        weight=next(iter(roles.get("weight", ())), None),
        positive=given.get("positive"),
        missing_target=cast("Literal['stop', 'drop']", given.get("missing_target", "stop")),
        dates=roles.get("dates", ()),
        text=roles.get("text", ()),
        date_format=cast("str | None", given.get("date_format")),
    )


def _settings(declared: DataDeclaration, outline: Outline) -> dict[str, Value]:
    """Return the settings of the block that are not columns."""
    settings = [entry for entry in bindings_in(declared.entries) if entry.name.text in SETTINGS]
    entry = outline.source.block if outline.source else None
    return cast("dict[str, Value]", values(entry, settings, outline.evaluator)) if entry else {}


def _lower_source(declared: DataDeclaration, outline: Outline, seed: Value) -> DataSource:
    if outline.dataset:
        return Bundled(outline.dataset.loader)
    if outline.source and outline.source.call:
        return _lower_call(declared, outline.source.call, outline)
    entry = outline.source.block if outline.source else None
    settings = bindings_in(declared.entries)
    given = cast("dict[str, Value]", values(entry, settings, outline.evaluator)) if entry else {}
    n_categories = given.pop("n_categories", 1)
    if given.get("random_state") is None:
        given = {name: value for name, value in given.items() if name != "random_state"} | {"random_state": seed}
    name = source_name(declared).removeprefix("mock.")
    return Mock(f"make_{MOCKS.get(name, name)}", tuple(given.items()), n_categories)


def _lower_call(declared: DataDeclaration, entry: Entry, outline: Outline) -> DataSource:
    given = cast("dict[str, Value]", values(entry, source_arguments(declared), outline.evaluator))
    match DATA_SOURCES[entry.path].takes:
        case "path":
            return DataFile(given.pop("path"), tuple(given.items()), entry.path)
        case "query":
            return Sql(given["query"], given["url"])
    return Function(cast("Reference", given["function"]).path)


def lower_preprocess(outline: Outline, seed: Value) -> tuple[Route, ...] | None:
    """Return what the columns pass through, or None where that is left to the defaults."""
    declared = outline.one(PreprocessDeclaration)
    return lower_routes(declared, outline, seed) if declared else None


def lower_routes(declared: PreprocessDeclaration, outline: Outline, seed: Value) -> tuple[Route, ...]:
    """Return what the columns pass through."""
    return tuple(_lower_route(route, outline, seed) for route in declared.routes if isinstance(route, RouteDeclaration))


def _lower_route(route: RouteDeclaration, outline: Outline, seed: Value) -> Route:
    steps = tuple(_lower_step(step, outline, seed) for step in route.steps)
    if isinstance(route.columns, ListOf):
        names = [read(COLUMN, item, outline.evaluator) for item in route.columns.items]
        return Route(tuple(cast("list[str]", names)), steps)
    return Route(cast("Literal['numeric', 'categorical', 'dates', 'text']", route.columns.text), steps)


def _lower_step(step: Path | Call, outline: Outline, seed: Value) -> Transformer:
    call = step if isinstance(step, Call) else Call(step.span, step, ())
    made = cast("Invocation", seeded(cast("Value", outline.evaluator.value(call)), seed, outline.catalog))
    entry = outline.catalog.entry("transformer", made.path)
    if entry and entry.one_column:
        made = Invocation(TO_EACH, (made,), ())
    return Transformer(*made, has_foreign(made, outline.catalog))
