"""The records of the catalog: something that takes arguments, and the types of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["estimator", "transformer", "splitter", "test", "distribution", "source", "mock", "block"]
TaskName = Literal["regression", "classification", "multilabel"]


class Number(NamedTuple):
    """Numbers of an interval; a bound of None is open to infinity. An integer is a real, a boolean is neither.

    A "float" is a real that is not written as an integer: `1.0` is one, `1` is not.
    """

    type: Literal["integer", "real", "float"]
    low: float | None = None
    high: float | None = None
    low_included: bool = True
    high_included: bool = True


class Options(NamedTuple):
    """One of a few constants."""

    values: tuple[str | int | float | bool | None, ...]


class Boolean(NamedTuple):
    """`true` or `false`."""


class Text(NamedTuple):
    """Any string."""


class Word(NamedTuple):
    """One of a few bare words of the language, such as `skip` in `on_error = skip`."""

    values: tuple[str, ...]


class Sequence(NamedTuple):
    """A list or a tuple, or only one of the two; each item is of one of the types."""

    items: tuple[Type, ...]
    form: Literal["list", "tuple"] | None = None


class Column(NamedTuple):
    """The name of a column: a bare word or a string."""


class Label(NamedTuple):
    """A class of the target, as its column has it: a bare word, a string, a number, `true` or `false`."""


class Object(NamedTuple):
    """A Python object that no literal can express: a callable, another estimator, a dictionary."""

    description: str


class Variable(NamedTuple):
    """`env("NAME")`: an environment variable, read when the flow runs."""


class Anything(NamedTuple):
    """A value the catalog does not describe."""

    description: str


Type: TypeAlias = Number | Options | Boolean | Text | Word | Sequence | Column | Label | Object | Variable | Anything


class Argument(NamedTuple):
    """One argument: what it accepts (any of the types), whether it must be given, its default as Python shows it.

    A bare word of the language shows as it is. The default of an argument that may be left out is None where the
    library or the compiler works it out.
    """

    name: str
    types: tuple[Type, ...]
    required: bool
    default: str | None
    description: str
    deprecated: bool = False


class Entry(NamedTuple):
    """One thing that takes arguments, in their order; `path` is its public import path or the language's own name.

    `tasks` are those it supports, if it is an estimator, a splitter, a test or a mock; the other kinds have none.
    `targets` says how many an estimator predicts in a regression, `weights` whether its `fit` takes sample weights;
    `one_column` whether a transformer takes one column at a time, and no table.
    """

    path: str
    kind: Kind
    tasks: tuple[TaskName, ...]
    description: str
    arguments: Mapping[str, Argument]
    early_stopping: bool = False
    targets: Literal["one", "any", "several"] = "one"
    weights: bool = False
    one_column: bool = False

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


class Scorer(NamedTuple):
    """A scorer of scikit-learn: the tasks it fits (none: it scores clusterings).

    `classes` is "binary" where it scores two classes only; `probabilities` says that it needs `predict_proba`, and
    `several_targets` that it scores a regression of several targets.
    """

    name: str
    tasks: tuple[TaskName, ...]
    classes: Literal["any", "binary"]
    probabilities: bool = False
    several_targets: bool = False


class Dataset(NamedTuple):
    """A data set that comes with scikit-learn, read by `sklearn.datasets.<loader>(as_frame=True)`."""

    name: str
    loader: str
    task: TaskName
    rows: int
    features: tuple[str, ...]
    targets: tuple[str, ...]
    description: str
