"""The preprocessing in the flow: the roles of columns, and their transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..meaning.values import Invocation
from ..plan.lower_data import TO_EACH
from ..plan.plan import Bundled, Mock, Route
from ..plan.seeds import by_name
from .body import Body, body, scope_of
from .python import names_source, source

if TYPE_CHECKING:
    from ..plan.plan import Plan
    from .python import Scope

ENCODER = Invocation(
    "sklearn.preprocessing.OneHotEncoder", (), (("handle_unknown", "ignore"), ("sparse_output", False))
)
DATES_ENCODER = Invocation("skrub.DatetimeEncoder", (), ())
TEXT_ENCODER = Invocation("skrub.StringEncoder", (), ())

Routes = tuple[Route, ...] | None


class Preprocessing(NamedTuple):
    """A function that makes the preprocessing of some models."""

    name: str
    whose: str
    body: Body


def preprocessings(plan: Plan) -> list[Preprocessing]:
    """Return the functions that make preprocessings: that of the tournament, and those of single models."""
    own = [model for model in plan.models if model.preprocess is not None]
    made = [
        Preprocessing(f"preprocess_{model.name}", f" of `{model.name}`", _body(plan, model.preprocess)) for model in own
    ]
    if len(own) < len(plan.models):
        made.insert(0, Preprocessing("preprocessing", "", _body(plan, plan.preprocess)))
    return made


def named_columns(plan: Plan) -> tuple[str, ...]:
    """Return the columns that the specification names, each once, in order."""
    data = plan.data
    alone = (data.group, data.time, data.weight, plan.folds.column)
    roles = (
        data.targets,
        data.numeric or (),
        data.categorical or (),
        data.drop,
        data.dates,
        data.text,
        tuple(column for column in alone if column is not None),
        *routed_lists(plan),
        plan.report.slices,
    )
    return tuple(dict.fromkeys(column for role in roles for column in role))


def routed_lists(plan: Plan) -> list[tuple[str, ...]]:
    """Return the lists of columns that have routes of their own, in the preprocessing of all models and of each."""
    routes = [*(plan.preprocess or ()), *(route for model in plan.models for route in model.preprocess or ())]
    return [route.columns for route in routes if isinstance(route.columns, tuple)]


def is_all_numbers(plan: Plan) -> bool:
    """Return whether the columns are sure to be numbers that pass through as they are."""
    source = plan.data.source
    plain = isinstance(source, Bundled) or (isinstance(source, Mock) and source.n_categories == 1)
    return plain and not (plan.data.categorical or plan.data.numeric)


def _body(plan: Plan, routes: Routes) -> Body:
    scope = scope_of("numeric", "categorical", "features", "others")
    if routes is None and is_all_numbers(plan):
        make = scope.name("sklearn.compose.make_column_transformer")
        return body(scope, f'return {make}(("passthrough", list(features.columns)))')
    lists = [route.columns for route in routes or () if isinstance(route.columns, tuple)]
    lists += _made_numbers(plan, routes).values()
    made = _transformer(plan, routes, scope)
    return body(scope, *_roles(plan, lists), f"return {made}")


def _made_numbers(plan: Plan, routes: Routes) -> dict[str, tuple[str, ...]]:
    """Return the columns of dates and of text, by their roles, but for those with a route of their own."""
    routed = {column for route in routes or () if isinstance(route.columns, tuple) for column in route.columns}
    roles = {"dates": plan.data.dates, "text": plan.data.text}
    left = {role: tuple(column for column in columns if column not in routed) for role, columns in roles.items()}
    return {role: columns for role, columns in left.items() if columns}


def _roles(plan: Plan, lists: list[tuple[str, ...]]) -> list[str]:
    """Return the statements that find the columns of both roles in a table of `features`."""
    data, table, lines = plan.data, "features", []
    if routed := [column for columns in lists for column in columns]:
        lines.append(f"others = features.drop(columns={names_source(routed)})")
        table = "others"
    numbers = f'{table}.select_dtypes("number").columns'
    match data.numeric, data.categorical:
        case None, None:
            return [*lines, f"numeric = {numbers}", f"categorical = {table}.columns.drop(numeric)"]
        case None, categorical:
            lines.append(f"categorical = {names_source(categorical or ())}")
            return [*lines, f'numeric = {numbers}.drop(categorical, errors="ignore")']
        case numeric, None:
            others = f'{table}.select_dtypes(exclude="number").columns'
            lines.append(f"numeric = {names_source(numeric or ())}")
            return [*lines, f'categorical = {others}.drop(numeric, errors="ignore")']
        case numeric, categorical:
            lines.append(f"numeric = {names_source(numeric or ())}")
            return [*lines, f"categorical = {names_source(categorical or ())}"]


def _transformer(plan: Plan, routes: Routes, scope: Scope) -> str:
    """Return the column transformer; a role that no route names gets what it gets by default."""
    by_columns: dict[str | tuple[str, ...], Route] = {route.columns: route for route in routes or ()}
    make = scope.name("sklearn.compose.make_column_transformer")
    pairs = []
    for role, default in (("numeric", "'passthrough'"), ("categorical", source(ENCODER, scope))):
        chosen = by_columns.get(role)
        pairs.append(f"({_chain(chosen, scope) if chosen else default}, {role})")
    text_encoder = TEXT_ENCODER._replace(named=(("random_state", by_name(plan.seed)),))
    encoders = {"dates": DATES_ENCODER, "text": text_encoder}
    for role, names in _made_numbers(plan, routes).items():
        chosen = by_columns.get(role)
        default = source(Invocation(TO_EACH, (encoders[role],), ()), scope)
        pairs.append(f"({_chain(chosen, scope) if chosen else default}, {names_source(names)})")
    for columns, route in by_columns.items():
        if isinstance(columns, tuple):
            pairs.append(f"({_chain(route, scope)}, {names_source(columns)})")
    dense = ["sparse_threshold=0"] if routes else []
    made = f"{make}({', '.join(pairs + dense)})"
    foreign = any(step.is_foreign for route in routes or () for step in route.steps)
    return f"seeded({made}, {source(by_name(plan.seed))})" if foreign else made


def _chain(route: Route, scope: Scope) -> str:
    steps = [source(Invocation(*step[:3]), scope) for step in route.steps]
    if len(steps) == 1:
        return steps[0]
    return f"{scope.name('sklearn.pipeline.make_pipeline')}({', '.join(steps)})"
