"""A specification for a table: its roles, a test, folds and scores that fit it, and four models."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from ..meaning.reserved import CLASSES, is_taken
from ..source import Source
from ..syntax.format.format import formatted
from .dates import format_for
from .models import is_imbalanced, models
from .reading import TableError
from .remarks import name_of, quoted, remarks, shown
from .sizes import size_for
from .table import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .roles import Column
    from .sizes import Size
    from .table import Table

MANY_LEVELS = 30
FEWEST_ROWS = 20
NUMBERS_OF = {"date": 6, "text": 30}
"""How many numbers a column of dates or texts becomes."""

FEWEST_FOLDS = 2
LARGER = """\
# Sized to end within about two minutes. For a larger study: more folds, `search random(50)`, more `n_estimators`.
"""
GAPS = 'SimpleImputer(strategy = "median")'


class Place(NamedTuple):
    """The names of the specification's file and of the data, as seen from the specification."""

    spec: str
    data: str


class Roles(NamedTuple):
    """The columns by their roles in the specification."""

    numeric: list[Column]
    categorical: list[Column]
    dates: list[Column]
    text: list[Column]
    drop: list[Column]

    @classmethod
    def of(cls, table: Table) -> Roles:
        """Return the roles of a table's columns."""
        dates, text = table.of("date"), table.of("text")
        kept = {column.name for column in (*table.of("numeric", "categorical"), *dates, *text)}
        left_out = [column for column in table.columns if column.name not in kept and column.name != table.group]
        return cls(table.of("numeric"), table.of("categorical"), dates, text, left_out)

    @property
    def n_features(self) -> int:
        """How many numbers a model sees of a row, about."""
        encoded = sum(min(column.n_values, MANY_LEVELS) for column in self.categorical)
        made = NUMBERS_OF["date"] * len(self.dates) + NUMBERS_OF["text"] * len(self.text)
        return len(self.numeric) + encoded + made


def write_spec(table: Table, place: Place) -> str:
    """Return a specification in the canonical style."""
    roles = Roles.of(table)
    n_rows = table.n_rows - table.n_without_target
    if n_rows < FEWEST_ROWS:
        message = f"too few rows with a `{table.target}` for a test and folds: {n_rows}, and {FEWEST_ROWS} are needed"
        raise TableError(message)
    size = size_for(n_rows, roles.n_features, table.task, table.n_classes)
    parts = [
        _head(table, place),
        "seed 1\n" + f"task {table.task}\n",
        _data(table, roles, place),
        _preprocess(roles),
        _protocol(table, size),
        models(table, size),
    ]
    return formatted(Source(place.spec, "\n".join(parts)))


def tournament_name(data: str) -> str:
    """Return the name of a tournament over a file: `HousePrices` for "house-prices.csv"."""
    words = re.findall(r"[A-Za-z0-9]+", data.rpartition("/")[2].rpartition(".")[0])
    name = "".join(word[0].upper() + word[1:] for word in words).lstrip("0123456789")
    return f"{name}Tournament" if not name or is_taken(name, CLASSES) else name[0].upper() + name[1:]


def _head(table: Table, place: Place) -> str:
    besides = f"{len(table.columns)} column{'s' * (len(table.columns) != 1)} besides {shown(table.target)}"
    name = tournament_name(place.data)
    title = json.dumps(f"Who predicts {table.target} best?", ensure_ascii=False)
    return f"""\
# Guessed by `mfc init` from {shown(place.data)}: {table.n_rows:,} rows, {besides}. Review it, then:
#
#   mfc check {place.spec}     what is wrong with it?
#   mfc plan {place.spec}      what would it do?
#   mfc run {place.spec}       do it

tournament {name} {title}
"""


def _data(table: Table, roles: Roles, place: Place) -> str:
    entries = "".join(f"  {name} = {value}\n" for name, value in _entries(table, roles))
    options = "".join(f", {name} = {_literal(value)}" for name, value in table.options.items())
    call = f"data {kind_of(place.data)}({quoted(place.data)}{options})"
    return "".join(remarks(table, roles.drop)) + f"{call} {{\n{entries}}}\n"


def _entries(table: Table, roles: Roles) -> Iterator[tuple[str, str]]:
    yield "target", name_of(table.target)
    for role, columns in roles._asdict().items():
        if columns:
            yield role, f"[{', '.join(name_of(column.name) for column in columns)}]"
    if table.group:
        yield "group", name_of(table.group)
    if table.positive is not None and is_imbalanced(table):
        is_word = isinstance(table.positive, str)
        yield "positive", name_of(str(table.positive)) if is_word else json.dumps(table.positive)
    if table.n_without_target:
        yield "missing_target", "drop"
    if form := format_for(column.dates for column in roles.dates if column.dates):
        yield "date_format", quoted(form)


def _literal(value: str | int | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(quoted, value))}]"
    return quoted(value) if isinstance(value, str) else str(value)


def _preprocess(roles: Roles) -> str:
    routes: dict[str, list[str]] = {}
    if roles.numeric:
        routes["numeric"] = [GAPS, "StandardScaler()"]
    if roles.categorical:
        many = max(column.n_values for column in roles.categorical) > MANY_LEVELS
        few, rare = 'handle_unknown = "ignore"', 'handle_unknown = "infrequent_if_exist", max_categories = '
        routes["categorical"] = [f"OneHotEncoder({f'{rare}{MANY_LEVELS}' if many else few})"]
    if roles.dates:
        routes["dates"] = ["DatetimeEncoder()", GAPS, "StandardScaler()"]
    if roles.text:
        routes["text"] = [f"StringEncoder(n_components = {NUMBERS_OF['text']})", "StandardScaler()"]
    if not routes:
        message = "no column is left to predict from: all are identifiers, constants or the like"
        raise TableError(message)
    lines = "".join(f"  {' -> '.join([role, *steps])}\n" for role, steps in routes.items())
    return f"preprocess {{\n{lines}}}\n"


def _protocol(table: Table, size: Size) -> str:
    """Return the test, the folds and the scores."""
    n_splits, score = size.n_splits, "r2, neg_mean_absolute_error"
    if table.task == "classification":
        n_splits, score = min(n_splits, table.smallest_class * 4 // 5 - 1), _scores(table)
    if table.task == "classification" and (table.n_classes < 2 or n_splits < FEWEST_FOLDS):
        rows = f"{table.smallest_class} row{'s' * (table.smallest_class != 1)}"
        few = f"the smallest class of `{table.target}` has {rows}, too few to split: merge it with another"
        only = f"`{table.target}` has only one value: choose another --target"
        raise TableError(f"{few}, leave its rows out, or choose another --target" if table.n_classes > 1 else only)
    stratified = "stratified_" * (table.task == "classification")
    if table.group:
        test, folds = "grouped(20%)", f"{stratified}group_kfold({min(n_splits, table.n_groups // 2)})"
    else:
        test, folds = "stratified(20%)" if stratified else "20%", f"{stratified}kfold({n_splits})"
    return f"{LARGER}test  {test}\nfolds {folds}\nscore {score}\n"


def _scores(table: Table) -> str:
    if not is_imbalanced(table):
        return "accuracy, neg_log_loss"
    if table.n_classes > 2:
        return "balanced_accuracy, neg_log_loss"
    return "roc_auc, average_precision"
