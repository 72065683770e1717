"""The plan of the data: where the rows come from, what the columns are for, and what they pass through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ..check.accept import read
from ..check.columns import COLUMN, ROLES, mentions
from ..check.outline import source_arguments, source_name
from ..check.predicted import targets
from ..check.signature import bindings_in, values
from ..syntax.tree import Call, ListOf, Preprocess
from ..syntax.tree import Data as DataDeclaration
from ..syntax.tree import Route as RouteDeclaration
from .plan import Bundled, Csv, Data, Function, Mock, Parquet, Route, Sql, Transformer
from .seeds import has_foreign, seeded

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..check.outline import Outline
    from ..check.values import Invocation, Reference, Value
    from ..syntax.tree import Path
    from .plan import Source

MOCKS = {"multilabel": "multilabel_classification"}
"""How scikit-learn calls what it makes, where that is not the name of the mock."""


def lower_data(outline: Outline, seed: Value) -> Data:
    """Return where the rows come from and what their columns are for."""
    declared = cast("DataDeclaration", outline.one(DataDeclaration))
    mentioned = mentions(declared, outline)
    bound = {entry.name.text for entry in bindings_in(declared.entries)}
    roles = {role: tuple(one.column for one in mentioned if one.role == role) for role in ROLES if role in bound}
    return Data(
        source=_lower_source(declared, outline, seed),
        targets=targets(outline) or (),
        numeric=roles.get("numeric"),
        categorical=roles.get("categorical"),
        drop=roles.get("drop", ()),
        group=next(iter(roles.get("group", ())), None),
        time=next(iter(roles.get("time", ())), None),
        weight=next(iter(roles.get("weight", ())), None),
    )


def _lower_source(declared: DataDeclaration, outline: Outline, seed: Value) -> Source:
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


def _lower_call(declared: DataDeclaration, entry: Entry, outline: Outline) -> Source:
    given = cast("dict[str, Value]", values(entry, source_arguments(declared), outline.evaluator))
    match entry.path:
        case "csv":
            return Csv(given["path"])
        case "parquet":
            return Parquet(given["path"])
        case "sql":
            return Sql(given["query"], given["url"])
    return Function(cast("Reference", given["function"]).path)


def lower_preprocess(outline: Outline, seed: Value) -> tuple[Route, ...] | None:
    """Return what the columns pass through, or None where that is left to the defaults."""
    declared = outline.one(Preprocess)
    return lower_routes(declared, outline, seed) if declared else None


def lower_routes(declared: Preprocess, outline: Outline, seed: Value) -> tuple[Route, ...]:
    """Return what the columns pass through."""
    return tuple(_lower_route(route, outline, seed) for route in declared.routes if isinstance(route, RouteDeclaration))


def _lower_route(route: RouteDeclaration, outline: Outline, seed: Value) -> Route:
    steps = tuple(_lower_step(step, outline, seed) for step in route.steps)
    if isinstance(route.columns, ListOf):
        names = [read(COLUMN, item, outline.evaluator) for item in route.columns.items]
        return Route(tuple(cast("list[str]", names)), steps)
    return Route(cast("Literal['numeric', 'categorical']", route.columns.text), steps)


def _lower_step(step: Path | Call, outline: Outline, seed: Value) -> Transformer:
    call = step if isinstance(step, Call) else Call(step.span, step, ())
    made = cast("Invocation", seeded(cast("Value", outline.evaluator.value(call)), seed, outline.catalog))
    return Transformer(*made, has_foreign(made, outline.catalog))
