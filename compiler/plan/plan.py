"""The plan: everything a flow needs to know, with names resolved, defaults filled in and nothing left to decide."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from ..meaning.values import Value

if TYPE_CHECKING:
    from ..catalog.entry import TaskName
    from .ensemble import Ensemble
    from .threshold import Threshold

Named = tuple[tuple[str, Value], ...]
"""Arguments by name, in the order they are to be written."""


class Parameter(NamedTuple):
    """A `param`: a parameter of the flow."""

    name: str
    type: Literal["int", "float", "str", "bool"]
    default: int | float | str | bool
    help: str | None


class Mock(NamedTuple):
    """Rows made by `sklearn.datasets.<function>`; `random_state` is among the arguments, `n_categories` is not."""

    function: str
    arguments: Named
    n_categories: Value


class DataFile(NamedTuple):
    """A file of rows: a path relative to the working directory of the run, or an address.

    `kind` is the source's name, which pandas has as well: `pandas.read_<kind>` takes the options.
    """

    path: Value
    options: Named = ()
    kind: str = "csv"


class Sql(NamedTuple):
    """The result of a query, from the database at an address as SQLAlchemy takes it."""

    query: Value
    url: Value


class Function(NamedTuple):
    """What a function of the user's own returns, by its import path."""

    path: str


class Bundled(NamedTuple):
    """A data set that comes with scikit-learn: `sklearn.datasets.<loader>(as_frame=True)`."""

    loader: str


DataSource: TypeAlias = Mock | DataFile | Sql | Function | Bundled


class Data(NamedTuple):
    """Where the rows come from and what their columns are for.

    `numeric` and `categorical` are found by dtype when the flow runs, if they are None. `positive` is None where the
    specification names no positive class; `date_format` is that of the `time` and the `dates`.
    """

    source: DataSource
    targets: tuple[str, ...]
    numeric: tuple[str, ...] | None = None
    categorical: tuple[str, ...] | None = None
    drop: tuple[str, ...] = ()
    group: str | None = None
    time: str | None = None
    weight: str | None = None
    positive: Value = None
    missing_target: Literal["stop", "drop"] = "stop"
    dates: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    date_format: str | None = None


class Transformer(NamedTuple):
    """A call of a transformer's constructor; of a foreign one it is not known whether it draws at random."""

    path: str
    positional: tuple[Value, ...]
    named: Named
    is_foreign: bool = False


class Step(NamedTuple):
    """A transformer of a model's own, under its name."""

    name: str
    transformer: Transformer


class Route(NamedTuple):
    """A role or a list of columns, and the transformers they pass through."""

    columns: Literal["numeric", "categorical", "dates", "text"] | tuple[str, ...]
    steps: tuple[Transformer, ...]


class Test(NamedTuple):
    """How the test rows are held out; `size` is a fraction or a number, of rows or of groups. `none` has no size."""

    kind: Literal["random", "stratified", "grouped", "last", "none"]
    size: Value
    seed: Value


class Folds(NamedTuple):
    """A splitter's class in `sklearn.model_selection` and its arguments, `random_state` among them if it shuffles.

    `n_splits` is how many folds there are in all, or None where the data decide that; `column` numbers predefined ones.
    Where the data decide, only the first ones may count, `most` of them.
    """

    splitter: str
    arguments: Named
    n_splits: Value
    column: str | None = None
    most: int | None = None


class Draw(NamedTuple):
    """A distribution by the language's name (or a path below `scipy.stats`), its arguments bound in declared order."""

    distribution: str
    arguments: Named


class Search(NamedTuple):
    """How candidates come from a space; a grid has neither number nor seed."""

    kind: Literal["grid", "random"]
    n: Value
    seed: Value


class EarlyStopping(NamedTuple):
    """The honest protocol's settings, defaults filled in."""

    patience: Value
    max_iterations: Value
    min_delta: Value
    monitor: str | None
    validation: Value
    refit: bool
    final_iterations: Literal["mean", "median", "max"]
    seed: Value


Space = tuple[tuple[str, Value | Draw], ...]
"""What is varied: arguments by name, each with a finite set of values or a distribution."""


class Resources(NamedTuple):
    """What a task asks of its machine, memory in MB; None leaves it to the platform."""

    cpu: int | float | None = None
    memory: int | None = None
    gpu: int | None = None


class Model(NamedTuple):
    """A model: its estimator, fixed arguments, search space and training.

    `alternatives` are spaces of which each candidate is in one, besides `space`, which all share. What varies of a step
    or of `fit` is called `step__argument` and `fit__argument` there. `takes_random_state` and `takes_n_jobs` say that
    the constructor has that argument and the spec leaves it to us; `seed_by_hand`, that some part of the model is
    foreign to the catalog, so that only the running flow can tell what takes a seed.
    """

    name: str
    estimator: str
    description: str
    fixed: Named
    space: Space
    search: Search
    fit: Named
    early_stopping: EarlyStopping | None
    takes_random_state: bool
    takes_n_jobs: bool
    resources: Resources = Resources()
    alternatives: tuple[Space, ...] = ()
    steps: tuple[Step, ...] = ()
    preprocess: tuple[Route, ...] | None = None
    seed_by_hand: bool = False

    @property
    def spaces(self) -> tuple[Space, ...]:
        """The spaces that candidates are from."""
        return tuple((*self.space, *alternative) for alternative in self.alternatives) or (self.space,)

    @property
    def tunes_fit(self) -> bool:
        """Whether arguments of `fit` vary."""
        return any(name.startswith("fit__") for name, _ in self.space)


class Race(NamedTuple):
    """After which folds candidates are cut, the share that goes on each time, and how many do so at the least."""

    after: tuple[int, ...]
    keep: float
    at_least: int

    def rounds(self, n_folds: int) -> tuple[range, ...]:
        """Return the folds of each round."""
        return tuple(range(first, end) for first, end in pairwise((0, *self.after, n_folds)))

    def survivors(self, n_candidates: int) -> tuple[int, ...]:
        """Return how many candidates are in each round, if no fit fails."""
        counts = [n_candidates]
        for _ in self.after:
            counts.append(min(counts[-1], max(ceil(self.keep * counts[-1] - 1e-9), self.at_least)))
        return tuple(counts)

    def n_fits(self, n_candidates: int, n_folds: int) -> int:
        """Return how many fits there are in all rounds, if none fails."""
        racing = zip(self.survivors(n_candidates), self.rounds(n_folds), strict=True)
        return sum(count * len(folds) for count, folds in racing)


class Run(NamedTuple):
    """How the flow executes; None leaves it to the flow (the folds of a candidate, the machine's cores).

    `timeout` and `stop_after` are in seconds; `packages` are those whose versions the specification gives, or None if
    nothing is pinned; `schedule` is a word, or else a cron expression.
    """

    fits_per_task: int | None
    workers: int | None
    threads: int
    on_error: Literal["skip", "stop"]
    retries: int = 1
    timeout: int | None = None
    resources: Resources = Resources()
    packages: tuple[str, ...] | None = None
    schedule: str | None = None
    project: str | None = None
    tags: tuple[str, ...] = ()
    stop_after: int | None = None


class Report(NamedTuple):
    """The settings of `report`."""

    directory: str
    figures: tuple[str, ...]
    top: int
    threshold: Threshold | None = None
    slices: tuple[str, ...] = ()


class Plan(NamedTuple):
    """A whole tournament. `preprocess` is None where the specification leaves it to the defaults.

    `simplest` puts the candidates near the best in order, by arguments that are better smaller (1) or larger (-1);
    without it the best one wins. Near are those equivalent to it by a `margin`, or else within one standard error.
    `most_rows` limits the rows of a first look.
    """

    name: str
    title: str | None
    task: TaskName
    seed: Value
    parameters: tuple[Parameter, ...]
    data: Data
    preprocess: tuple[Route, ...] | None
    test: Test
    folds: Folds
    scores: tuple[str, ...]
    models: tuple[Model, ...]
    run: Run
    report: Report
    simplest: tuple[tuple[str, int], ...] = ()
    most_rows: int | None = None
    ensembles: tuple[Ensemble, ...] = ()
    race: Race | None = None
    margin: Value = None

    @property
    def transformers(self) -> tuple[Transformer, ...]:
        """All that columns pass through, in the preprocessing of all models and of each."""
        blocks = (self.preprocess, *(model.preprocess for model in self.models))
        routed = (step for routes in blocks for route in routes or () for step in route.steps)
        return (*routed, *(step.transformer for model in self.models for step in model.steps))
