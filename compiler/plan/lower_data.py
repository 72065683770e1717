"""The plan of the data: where the rows come from, what the columns are for, and what they pass through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from ..check.accept import read
from ..check.columns import COLUMN, ROLES, mentions
from ..check.outline import source_arguments, source_name
from ..check.signature import bindings_in, values
from ..syntax.tree import Call, ListOf, Preprocess
from ..syntax.tree import Data as DataDeclaration
from ..syntax.tree import Route as RouteDeclaration
from .plan import Bundled, Csv, Data, Mock, Route, Transformer
from .seeds import has_foreign, seeded

if TYPE_CHECKING:
    from ..check.outline import Outline
    from ..check.values import Invocation, Value
    from ..syntax.tree import Path

Function: TypeAlias = Literal["make_regression", "make_classification"]

MOCK_TARGET = "target"


def lower_data(outline: Outline, seed: Value) -> Data:
    """Return where the rows come from and what their columns are for."""
    declared = cast("DataDeclaration", outline.one(DataDeclaration))
    mentioned = mentions(declared, outline)
    bound = {entry.name.text for entry in bindings_in(declared.entries)}
    roles = {role: tuple(one.column for one in mentioned if one.role == role) for role in ROLES if role in bound}
    implied = outline.dataset.targets if outline.dataset else (MOCK_TARGET,)
    return Data(
        source=_lower_source(declared, outline, seed),
        target=roles.get("target", implied)[0],
        numeric=roles.get("numeric"),
        categorical=roles.get("categorical"),
        drop=roles.get("drop", ()),
    )


def _lower_source(declared: DataDeclaration, outline: Outline, seed: Value) -> Mock | Csv | Bundled:
    if outline.dataset:
        return Bundled(outline.dataset.loader)
    if source_name(declared) == "csv":
        return Csv(cast("Value", outline.evaluator.value(source_arguments(declared)[0].value)))
    entry = outline.source.block if outline.source else None
    settings = bindings_in(declared.entries)
    given = cast("dict[str, Value]", values(entry, settings, outline.evaluator)) if entry else {}
    n_categories = given.pop("n_categories", 1)
    if given.get("random_state") is None:
        given = {name: value for name, value in given.items() if name != "random_state"} | {"random_state": seed}
    function = f"make_{source_name(declared).removeprefix('mock.')}"
    return Mock(cast("Function", function), tuple(given.items()), n_categories)


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
