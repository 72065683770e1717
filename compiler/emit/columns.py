"""The preprocessing as the flow writes it: which columns play which role, and what each passes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..check.values import Invocation
from ..plan.plan import Bundled, Mock, Route
from ..plan.seeds import by_name
from .python import names_source, source

if TYPE_CHECKING:
    from ..plan.plan import Plan
    from .python import Scope

ENCODER = Invocation(
    "sklearn.preprocessing.OneHotEncoder", (), (("handle_unknown", "ignore"), ("sparse_output", False))
)


class ColumnsView:
    """How the columns of a plan's table are prepared for the models."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._routes: dict[str | tuple[str, ...], Route] = {route.columns: route for route in plan.preprocess or ()}
        self._seed = source(by_name(plan.seed))
        self._lists = [columns for columns in self._routes if isinstance(columns, tuple)]

    def __bool__(self) -> bool:
        """Tell whether anything is to be prepared: numbers alone need nothing unless the specification says so."""
        data = self._plan.data
        all_numbers = isinstance(data.source, Bundled) or (
            isinstance(data.source, Mock) and data.source.n_categories == 1
        )
        return self._plan.preprocess is not None or not all_numbers or bool(data.categorical or data.numeric)

    @property
    def named(self) -> tuple[str, ...]:
        """The columns that the specification names, each once, in order."""
        data = self._plan.data
        own = (data.group, data.time, data.weight, self._plan.folds.column)
        alone = tuple(column for column in own if column is not None)
        roles = (
            data.targets,
            data.numeric or (),
            data.categorical or (),
            data.drop,
            alone,
            *self._lists,
            *self._own_lists(),
        )
        return tuple(dict.fromkeys(column for role in roles for column in role))

    def _own_lists(self) -> list[tuple[str, ...]]:
        """Return the columns that models route by name in a preprocessing of their own."""
        routes = [route for model in self._plan.models for route in model.preprocess or ()]
        return [route.columns for route in routes if isinstance(route.columns, tuple)]

    @property
    def roles(self) -> list[str]:
        """The statements that find the columns of both roles in a table of `features`."""
        data, table, lines = self._plan.data, "features", []
        if routed := [column for columns in self._lists for column in columns]:
            lines.append(f"others = features.drop(columns={names_source(routed)})")
            table = "others"
        match data.numeric, data.categorical:
            case None, None:
                lines.append(f'numeric = {table}.select_dtypes("number").columns')
                lines.append(f"categorical = {table}.columns.drop(numeric)")
            case None, categorical:
                lines.append(f"categorical = {names_source(categorical or ())}")
                lines.append(f'numeric = {table}.select_dtypes("number").columns.drop(categorical, errors="ignore")')
            case numeric, None:
                lines.append(f"numeric = {names_source(numeric or ())}")
                others = f'{table}.select_dtypes(exclude="number").columns'
                lines.append(f'categorical = {others}.drop(numeric, errors="ignore")')
            case numeric, categorical:
                lines.append(f"numeric = {names_source(numeric or ())}")
                lines.append(f"categorical = {names_source(categorical or ())}")
        return lines

    @property
    def seed_by_hand(self) -> bool:
        """Tell whether a transformer is foreign, so that only the running flow can tell whether it takes a seed."""
        return any(step.is_foreign for route in self._routes.values() for step in route.steps)

    def transformer(self, scope: Scope) -> str:
        """Return the column transformer; a role that no route names gets what it gets by default."""
        make = scope.name("sklearn.compose.make_column_transformer")
        pairs = [self._pair("numeric", "passthrough", scope), self._pair("categorical", ENCODER, scope)]
        pairs += [self._pair(columns, "", scope) for columns in self._lists]
        dense = ["sparse_threshold=0"] if self._plan.preprocess else []
        made = f"{make}({', '.join(pairs + dense)})"
        return f"seeded({made}, {self._seed})" if self.seed_by_hand else made

    def _pair(self, columns: str | tuple[str, ...], default: Invocation | str, scope: Scope) -> str:
        route = self._routes.get(columns)
        transformer = _chain(route, scope) if route else source(default, scope)
        return f"({transformer}, {columns if isinstance(columns, str) else names_source(columns)})"


def _chain(route: Route, scope: Scope) -> str:
    steps = [source(Invocation(*step[:3]), scope) for step in route.steps]
    if len(steps) == 1:
        return steps[0]
    return f"{scope.name('sklearn.pipeline.make_pipeline')}({', '.join(steps)})"
