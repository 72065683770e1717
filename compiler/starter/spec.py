"""A specification for a table: its roles, a test, folds and scores that fit it, and four contenders."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from ..check.reserved import CLASSES
from ..source import Source
from ..syntax.format.format import formatted
from .table import TableError, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .table import Column, Table

MANY_LEVELS = 30
IMBALANCE = 3
"""How many times larger than the smallest the largest class may be before accuracy says little."""

BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
CONSTANTS = frozenset(("true", "false", "none"))
WHY = {"identifier": "an identifier", "constant": "always the same", "date": "a date"}

LINEAR = {
    "regression": """\
model linear: Ridge {
  alpha ~ loguniform(1e-3, 1e3)
  search random(8)
}
""",
    "classification": """\
model linear: LogisticRegression {
  C        ~ loguniform(1e-3, 1e3)
  max_iter = 2_000
  search random(8)
}
""",
}
MODELS = """\
# What is always there to beat.
model baseline: Dummy{kind} {
  strategy in {strategies}
}

{linear}
model forest: RandomForest{kind} {
  n_estimators     = 200
  min_samples_leaf in [1, 3, 10]
  max_features     in [0.3, 1.0]
}

model boosting: lightgbm.LGBM{kind} {
  learning_rate ~ loguniform(0.02, 0.2)
  num_leaves    in [7, 15, 31]
  early_stopping { patience = 20, max_iterations = 5_000 }
  search random(10)
}
"""


class Place(NamedTuple):
    """The names of the specification's file and of the data, as seen from the specification."""

    spec: str
    data: str


def write_spec(table: Table, place: Place) -> str:
    """Return a specification in the canonical style."""
    parts = [
        _head(table, place),
        "seed 1\n" + f"task {table.task}\n",
        _data(table, place),
        _preprocess(table),
        _protocol(table),
    ]
    return formatted(Source(place.spec, "\n".join([*parts, _models(table)])))


def tournament_name(data: str) -> str:
    """Return the name of a tournament over a file: `HousePrices` for "house-prices.csv"."""
    words = re.findall(r"[A-Za-z0-9]+", data.rpartition("/")[2].rpartition(".")[0])
    name = "".join(word[0].upper() + word[1:] for word in words).lstrip("0123456789")
    return f"{name}Tournament" if not name or name in CLASSES else name[0].upper() + name[1:]


def _head(table: Table, place: Place) -> str:
    besides = f"{len(table.columns)} column{'s' * (len(table.columns) != 1)} besides {shown(table.target)}"
    name = tournament_name(place.data)
    title = json.dumps(f"Who predicts {table.target} best?", ensure_ascii=False)
    return f"""\
# Guessed by `mfc init` from {shown(place.data)}: {table.n_rows:,} rows, {besides}. Look it over, then:
#
#   mfc check {place.spec}     what is wrong with it?
#   mfc plan {place.spec}      what would it do?
#   mfc run {place.spec}       do it

tournament {name} {title}
"""


def _data(table: Table, place: Place) -> str:
    dropped = table.of("identifier", "constant", "date")
    roles = {"numeric": table.of("numeric"), "categorical": table.of("categorical"), "drop": dropped}
    entries = f"  target = {name_of(table.target)}\n"
    for role, columns in roles.items():
        if columns:
            entries += f"  {role} = [{', '.join(name_of(column.name) for column in columns)}]\n"
    return "".join(_remarks(table, dropped)) + f"data {kind_of(place.data)}({quoted(place.data)}) {{\n{entries}}}\n"


def _remarks(table: Table, dropped: Iterable[Column]) -> Iterator[str]:
    for column in dropped:
        yield f"# {shown(column.name)} is left out: {WHY[column.role]}.\n"
    for date in table.of("date"):
        roles = f"time = {name_of(date.name)}, test last(20%), folds time_series_split(5)"
        yield f"# To predict what comes later from what came before: {roles}.\n"
    if table.n_without_target:
        n_rows, target = f"{table.n_without_target:,}", shown(table.target)
        yield f"# {n_rows} rows have no {target}; the flow will stop until they are gone.\n"


def _preprocess(table: Table) -> str:
    numeric, categorical = table.of("numeric"), table.of("categorical")
    routes: dict[str, list[str]] = {}
    if numeric:
        gaps = any(column.has_gaps for column in numeric)
        routes["numeric"] = ['SimpleImputer(strategy = "median")'] * gaps + ["StandardScaler()"]
    if categorical:
        gaps = any(column.has_gaps for column in categorical)
        many = max(column.n_values for column in categorical) > MANY_LEVELS
        few, rare = 'handle_unknown = "ignore"', 'handle_unknown = "infrequent_if_exist", max_categories = '
        levels = f"{rare}{MANY_LEVELS}" if many else few
        routes["categorical"] = ['SimpleImputer(strategy = "most_frequent")'] * gaps + [f"OneHotEncoder({levels})"]
    if not routes:
        message = "no column is left to predict from"
        raise TableError(message)
    lines = "".join(f"  {' -> '.join([role, *steps])}\n" for role, steps in routes.items())
    return f"preprocess {{\n{lines}}}\n"


def _protocol(table: Table) -> str:
    """Return the test, the folds and the scores: more folds for few rows, fewer for many."""
    n_splits = 10 if table.n_rows < 1_000 else 5 if table.n_rows < 50_000 else 3
    if table.task == "regression":
        return f"test  20%\nfolds kfold({n_splits})\nscore r2, neg_mean_absolute_error\n"
    n_splits = min(n_splits, table.smallest_class * 4 // 5 - 1)
    if table.n_classes < 2 or n_splits < 2:
        message = f"the smallest class of `{table.target}` has {table.smallest_class} rows: too few to split"
        raise TableError(message if table.n_classes > 1 else f"`{table.target}` has one value alone")
    return f"test  stratified(20%)\nfolds stratified_kfold({n_splits})\nscore {_scores(table)}\n"


def _scores(table: Table) -> str:
    if table.largest_class <= IMBALANCE * table.smallest_class:
        return "accuracy, neg_log_loss"
    return "roc_auc, average_precision" if table.n_classes == 2 else "balanced_accuracy, neg_log_loss"


def _models(table: Table) -> str:
    regresses = table.task == "regression"
    text = MODELS.replace("{kind}", "Regressor" if regresses else "Classifier")
    text = text.replace("{strategies}", '["mean", "median"]' if regresses else '["prior", "stratified"]')
    return text.replace("{linear}", LINEAR[table.task])


def name_of(column: str) -> str:
    """Return a column as it is written in a specification."""
    return column if BARE.fullmatch(column) and column not in CONSTANTS else quoted(column)


def quoted(text: str) -> str:
    """Return a string literal."""
    return json.dumps(text, ensure_ascii=not text.isprintable())


def shown(text: str) -> str:
    """Return a name in a comment, which is one line."""
    return text if text.isprintable() else quoted(text)
