"""What a table looks like to somebody who is to write a specification for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

Role: TypeAlias = Literal["numeric", "categorical", "identifier", "constant", "date"]
TaskName: TypeAlias = Literal["regression", "classification"]

MOST_CLASSES = 10
"""A target of whole numbers with no more values than this names classes."""

NAMED_AS_ID = re.compile(r"(^|[_\W])(id|uuid|key|index)$|^unnamed", re.IGNORECASE)
LOOKS_LIKE_A_DATE = re.compile(r"\d{4}-\d\d?-\d\d?")


class Column(NamedTuple):
    """A column besides the target: what it seems to be for, whether values are missing, and how many there are."""

    name: str
    role: Role
    has_gaps: bool
    n_values: int


class Table(NamedTuple):
    """A table; of a classification the rows of the smallest and the largest class."""

    n_rows: int
    columns: tuple[Column, ...]
    target: str
    task: TaskName
    n_without_target: int
    n_classes: int
    smallest_class: int
    largest_class: int

    def of(self, *roles: Role) -> list[Column]:
        """Return the columns with these roles."""
        return [column for column in self.columns if column.role in roles]


class TableError(Exception):
    """Why nothing can be made of a table."""


def look(path: Path, target: str | None, task: TaskName | None) -> Table:
    """Read a file and guess what its columns are for."""
    import pandas as pd

    kind = kind_of(path.name)
    try:
        data = pd.read_csv(path) if kind == "csv" else pd.read_parquet(path)
    except ValueError as error:  # so are the errors of pandas and PyArrow
        message = f"cannot read `{path}` as {kind}: {str(error).strip()}"
        raise TableError(message) from error
    columns = [str(column) for column in data.columns]
    if target not in columns:
        raise TableError(_which_target(path, target, columns))
    if data.empty:
        message = f"`{path}` has no rows"
        raise TableError(message)
    wanted = data[target]
    task = task or guess_task(wanted)
    classes = wanted.value_counts() if task == "classification" else None
    return Table(
        n_rows=len(data),
        columns=tuple(_column(data[name]) for name in columns if name != target),
        target=target,
        task=task,
        n_without_target=int(wanted.isna().sum()),
        n_classes=0 if classes is None else len(classes),
        smallest_class=0 if classes is None else int(classes.min()),
        largest_class=0 if classes is None else int(classes.max()),
    )


def kind_of(file: str) -> Literal["csv", "parquet"]:
    """Return what kind of file this is, by its name."""
    return "parquet" if file.endswith((".parquet", ".pq")) else "csv"


def guess_task(target: pd.Series[Any]) -> TaskName:
    """Tell by its values what is to be predicted: words and few whole numbers are classes."""
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    if is_bool_dtype(target) or not is_numeric_dtype(target):
        return "classification"
    values = target.dropna()
    whole = bool((values % 1 == 0).all())
    few = values.nunique() <= min(MOST_CLASSES, len(values) // 5)
    return "classification" if whole and few else "regression"


def _which_target(path: Path, target: str | None, columns: list[str]) -> str:
    from ..diagnostics.suggest import did_you_mean

    some = ", ".join(f"`{column}`" for column in columns[:12]) + (", …" if len(columns) > 12 else "")
    if target is None:
        return f"which column of `{path}` is to be predicted? Say --target with one of {some}"
    return f"`{path}` has no column `{target}`; {did_you_mean(target, columns) or f'it has {some}'}"


def _column(values: pd.Series[Any]) -> Column:
    n_values = int(values.nunique())
    return Column(str(values.name), _role(values, n_values), bool(values.isna().any()), n_values)


def _role(values: pd.Series[Any], n_values: int) -> Role:
    from pandas.api.types import is_bool_dtype, is_float_dtype, is_numeric_dtype

    if n_values <= 1:
        return "constant"
    is_number = is_numeric_dtype(values) and not is_bool_dtype(values)
    if n_values == len(values) and not is_float_dtype(values):
        if NAMED_AS_ID.search(str(values.name)):
            return "identifier"
        if not is_number and not _are_dates(values):
            return "identifier"
    if is_number:
        return "numeric"
    return "date" if _are_dates(values) else "categorical"


def _are_dates(values: pd.Series[Any]) -> bool:
    from pandas.api.types import is_datetime64_any_dtype

    given = values.dropna()
    return is_datetime64_any_dtype(values) or all(
        isinstance(value, str) and LOOKS_LIKE_A_DATE.match(value) for value in given.head(1000)
    )
