"""The table of rows as the flow writes it: where it comes from, and which columns play a role of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.plan import Bundled, Csv, Function, Mock, Parquet, Sql
from .python import names_source, source

if TYPE_CHECKING:
    from ..plan.plan import Plan

BY_TIME = "TimeSeriesSplit"
BY_GROUP = ("GroupKFold", "StratifiedGroupKFold", "LeaveOneGroupOut")


class TableView:
    """The columns of a plan's table, by their roles."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        data = plan.data
        self.several = len(data.targets) > 1
        self.target = source(list(data.targets) if self.several else data.targets[0])
        self.target_type = "pd.DataFrame" if self.several else "pd.Series[Any]"
        self.grouped = data.group is not None
        self.timed = data.time is not None
        self.weighted = data.weight is not None
        self.ordered = self.timed or plan.folds.splitter == BY_TIME or plan.test.kind == "last"

    @property
    def roles(self) -> dict[str, str]:
        """The columns of other roles than to be predicted or learned from, by the names of their constants."""
        data = self._plan.data
        named = {"GROUP": data.group, "TIME": data.time, "WEIGHT": data.weight, "FOLD": self._plan.folds.column}
        return {constant: column for constant, column in named.items() if column is not None}

    @property
    def apart(self) -> str:
        """The name of what no model learns from."""
        return "APART" if self.roles else "TARGET"

    @property
    def apart_source(self) -> str:
        """The list of the columns that no model learns from."""
        return f"[{', '.join(['*TARGET' if self.several else 'TARGET', *self.roles])}]"

    @property
    def splitting(self) -> str:
        """What the splitter is given of the `rows`: it looks at no more than their number, the target and the group."""
        if self._plan.folds.splitter in BY_GROUP:
            return "rows, rows[TARGET], rows[GROUP]"
        return "rows, rows[TARGET]"

    # Where the rows come from

    @property
    def reader(self) -> str | None:
        """The function that reads a file."""
        match self._plan.data.source:
            case Csv():
                return "read_csv"
            case Parquet():
                return "read_parquet"
        return None

    @property
    def packages(self) -> set[str]:
        """What reading the rows needs beside pandas."""
        rows = self._plan.data.source
        path = rows.path if isinstance(rows, Csv | Parquet) and isinstance(rows.path, str) else ""
        scheme = path.partition("://")[0]
        needed = {"s3": {"s3fs"}, "gs": {"gcsfs"}}.get(scheme, set())
        needed |= {"pyarrow"} if isinstance(rows, Parquet) else set()
        return needed | ({"sqlalchemy>=2"} if isinstance(rows, Sql) else set())

    @property
    def origin(self) -> str:
        """The expression that says where the rows come from."""
        match self._plan.data.source:
            case Csv(path=path) | Parquet(path=path):
                return 'cast("str", self.data_path)' if isinstance(path, str) else source(path)
            case Mock(function=name) | Bundled(loader=name) | Function(path=name):
                return source(name)
            case Sql():
                return '"the query"'

    @property
    def is_foreign(self) -> bool:
        """Tell whether nobody knows what is in the columns."""
        return not isinstance(self._plan.data.source, Mock | Bundled)

    @property
    def learned(self) -> str:
        """The table of the features and targets."""
        others = dict.fromkeys((*self._plan.data.drop, *self.roles.values()))
        return f"data.drop(columns={names_source(others)})" if others else "data"

    @property
    def returned(self) -> str:
        """The table that is loaded in the end: in order, and without what is to be dropped."""
        ordered = "by_time(data)" if self.timed else "data"
        return ordered + (f".drop(columns={names_source(self._plan.data.drop)})" if self._plan.data.drop else "")
