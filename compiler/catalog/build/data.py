"""Data for tournaments: scikit-learn's generators as mocks, and its bundled data sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sklearn import datasets  # type: ignore[import-untyped]

from ..entry import Dataset, Entry
from ..shorthand import COUNT, optional
from .docs import summary
from .signatures import arguments

if TYPE_CHECKING:
    from ..entry import TaskName

MOCKS: dict[str, tuple[str, TaskName]] = {
    "mock.regression": ("make_regression", "regression"),
    "mock.classification": ("make_classification", "classification"),
    "mock.multilabel": ("make_multilabel_classification", "multilabel"),
    "mock.friedman1": ("make_friedman1", "regression"),
    "mock.friedman2": ("make_friedman2", "regression"),
    "mock.friedman3": ("make_friedman3", "regression"),
}
# These change the number or the form of the values that the generators return.
CHANGE_THE_RESULT = {"coef", "return_X_y", "return_distributions", "return_indicator", "sparse"}
N_CATEGORIES = optional("n_categories", "1", "How many independent mocks to concatenate, told apart by a column", COUNT)

BUNDLED: dict[str, tuple[TaskName, str]] = {
    "breast_cancer": ("classification", "Malignant and benign tumours by measures of their cell nuclei"),
    "diabetes": ("regression", "How diabetes progresses in a year, by age, sex, body mass index and blood"),
    "digits": ("classification", "Handwritten digits, eight by eight pixels each"),
    "iris": ("classification", "Three species of iris by the sizes of their sepals and petals"),
    "linnerud": ("regression", "Weight, waist and pulse of men by the exercises they did"),
    "wine": ("classification", "Three cultivars of wine by chemical analysis"),
}


def mocks() -> list[Entry]:
    """Return every mock, with the arguments of its generator and `n_categories`."""
    return [_mock(path, getattr(datasets, function), task) for path, (function, task) in MOCKS.items()]


def _mock(path: str, function: Any, task: TaskName) -> Entry:
    taken = arguments(function, function._skl_parameter_constraints)
    kept = {name: argument for name, argument in taken.items() if name not in CHANGE_THE_RESULT}
    return Entry(path, "mock", (task,), summary(function), {**kept, N_CATEGORIES.name: N_CATEGORIES})


def bundled() -> list[Dataset]:
    """Return every data set that is read without a network."""
    return [_dataset(name, f"load_{name}", *about) for name, about in BUNDLED.items()]


def _dataset(name: str, loader: str, task: TaskName, description: str) -> Dataset:
    load = getattr(datasets, loader)
    loaded = load(as_frame=True)
    columns = list(loaded.frame.columns)
    targets = getattr(loaded.target, "columns", [loaded.target.name] if hasattr(loaded.target, "name") else [])
    features = tuple(column for column in columns if column not in set(targets))
    return Dataset(name, loader, task, len(loaded.frame), features, tuple(targets), description)
