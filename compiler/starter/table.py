"""The facts about a table from which a specification is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from ..catalog.sources import parted
from ..templates.library.currency import amounts_in  # type: ignore[import-not-found]
from ..templates.library.width import check_width  # type: ignore[import-not-found]
from .groups import group_of
from .leaks import leaks_in
from .numbers import writing_of
from .reading import TableError, reading_of
from .roles import (
    Column,
    Role,
    column_of,
    has_infinite,
    holds_objects,
    is_number,
    is_whole,
    with_one_format,
    without_copies,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

TaskName: TypeAlias = Literal["regression", "classification"]

MOST_CLASSES = 10
"""A target of whole numbers with no more values than this names classes."""

MOST_SHOWN = 3


class Table(NamedTuple):
    """A table, and how it is read; of a classification the rows of the smallest and the largest class.

    `positive` is the rarer of two classes. The `group` is a column whose rows belong together, the `leaks` tell the
    target almost by themselves.
    """

    n_rows: int
    columns: tuple[Column, ...]
    target: str
    task: TaskName
    n_without_target: int = 0
    n_classes: int = 0
    smallest_class: int = 0
    largest_class: int = 0
    positive: str | int | float | bool | None = None
    group: str | None = None
    n_groups: int = 0
    leaks: tuple[str, ...] = ()
    options: Mapping[str, str | int | list[str]] = {}

    @property
    def currency(self) -> str | None:
        """What stands before or after amounts of money."""
        sign = self.options.get("currency")
        return sign if isinstance(sign, str) else None

    @property
    def na_values(self) -> list[str]:
        """What stands for a missing value, besides what pandas knows."""
        marks = self.options.get("na_values", [])
        return marks if isinstance(marks, list) else []

    def of(self, *roles: Role) -> list[Column]:
        """Return the columns with these roles, but for that of the groups."""
        return [column for column in self.columns if column.role in roles and column.name != self.group]


def look(path: Path, target: str | None, task: TaskName | None) -> Table:
    """Read a file and guess what its columns are for."""
    kind = kind_of(path.name)
    options = _options(path) if kind == "csv" else {}
    data = _read(path, kind, options)
    data.columns = [str(column) for column in data.columns]
    target = _checked(path, data, target)
    data = _without_unused_levels(data)
    wanted = data[target]
    task = _task(wanted, task)
    columns = with_one_format([column_of(data[name]) for name in data if name != target])
    columns = without_copies(data, target, columns)
    counts = wanted.value_counts() if task == "classification" else None
    return Table(
        n_rows=len(data),
        columns=columns,
        target=target,
        task=task,
        n_without_target=int(wanted.isna().sum()),
        n_classes=0 if counts is None else len(counts),
        smallest_class=0 if counts is None else int(counts.min()),
        largest_class=0 if counts is None else int(counts.max()),
        positive=_positive(counts),
        group=(group := group_of(data, columns)),
        n_groups=int(data[group].nunique()) if group else 0,
        leaks=tuple(leaks_in(data, target, columns, task == "classification")),
        options=options,
    )


def _checked(path: Path, data: pd.DataFrame, target: str | None) -> str:
    """Return the target of a table that has it, and rows."""
    names = list(data.columns)
    if target not in names:
        raise TableError(_which_target(path, target, names))
    if data.empty:
        message = f"`{path}` has no rows"
        raise TableError(message)
    return target


def kind_of(file: str) -> Literal["csv", "parquet"]:
    """Return what kind of file this is, by its name."""
    return "parquet" if file.endswith((".parquet", ".pq")) else "csv"


def _options(path: Path) -> Mapping[str, str | int | list[str]]:
    """Return what pandas has to be told of a file of separated values."""
    reading = reading_of(path)
    columns = [[row[i] for row in reading.rows if i < len(row)] for i in range(len(reading.header))]
    return {**reading.options, **writing_of(columns).options}


def _read(path: Path, kind: Literal["csv", "parquet"], options: Mapping[str, Any]) -> pd.DataFrame:
    import pandas as pd

    for_pandas, of_amounts = parted(options)
    try:
        data = pd.read_csv(path, low_memory=False, **for_pandas) if kind == "csv" else pd.read_parquet(path)
        if kind == "csv":
            check_width(data, path.name)
    except ValueError as error:  # so are the errors of pandas and PyArrow
        message = f"cannot read `{path}` as {kind}: {str(error).strip()}"
        raise TableError(message) from error
    return amounts_in(data, {}, **of_amounts) if of_amounts else data


def _without_unused_levels(data: pd.DataFrame) -> pd.DataFrame:
    """Leave out the levels of categories that no row has."""
    data = data.copy(deep=False)
    for name in data.select_dtypes("category"):
        data[name] = data[name].cat.remove_unused_categories()
    return data


def _positive(counts: pd.Series[int] | None) -> str | int | float | bool | None:
    """Return the class that is looked for: of 0 and 1, or false and true, the latter, otherwise the rarer of two."""
    if counts is None or len(counts) != 2:
        return None
    first, second = (one.item() if hasattr(one, "item") else one for one in counts.index)
    if not isinstance(second, str | int | float):
        return None
    return second if {first, second} != {0, 1} or second else first


def _task(target: pd.Series[Any], asked: TaskName | None) -> TaskName:
    """Return the task, if the target can be that of one."""
    name, given = target.name, target.dropna()
    if holds_objects(target):
        message = f"`{name}` holds values of type {type(given.iloc[0]).__name__}, and a target is a number or a class"
        raise TableError(message)
    if has_infinite(target):
        message = f"some values of `{name}` are infinite: correct them, or leave their rows out"
        raise TableError(message)
    if given.empty:
        message = f"`{name}` has no values"
        raise TableError(message)
    task = asked or guess_task(target)
    some = ", ".join(f"`{value}`" for value in given.unique()[:MOST_SHOWN])
    if task == "regression" and not is_number(target):
        message = f"`{name}` contains no numbers but {some}: leave out --task, or use --task classification"
        raise TableError(message)
    if task == "classification" and given.nunique() > max(MOST_CLASSES, len(given) // 2):
        numbers = "use --task regression, or " if is_number(target) else ""
        message = (
            f"`{name}` has {given.nunique():,} different values in {len(given):,} rows, such as {some}: too many for "
            f"classes; {numbers}choose another --target"
        )
        raise TableError(message)
    return task


def guess_task(target: pd.Series[Any]) -> TaskName:
    """Tell by its values what is to be predicted: words and few whole numbers are classes."""
    if not is_number(target):
        return "classification"
    values = target.dropna()
    few = values.nunique() <= min(MOST_CLASSES, len(values) // 5)
    return "classification" if is_whole(target) and few else "regression"


def _which_target(path: Path, target: str | None, columns: list[str]) -> str:
    from ..diagnostics.suggest import did_you_mean

    some = ", ".join(f"`{column}`" for column in columns[:12]) + (", …" if len(columns) > 12 else "")
    if target is None:
        return f"which column of `{path}` is the target? Use --target with one of {some}"
    return f"`{path}` has no column `{target}`; {did_you_mean(target, columns) or f'it has {some}'}"
