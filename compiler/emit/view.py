"""What the templates ask of a plan: the texts and decisions that follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..check.values import FromEnvironment
from ..plan.plan import Bundled, Csv, Mock, Parquet, Sql
from .columns import ColumnsView
from .models import ModelView
from .needs import needs
from .preparation import PreparationView
from .prose import counted, natural_score, score_label
from .python import Scope, arguments, roots, source
from .running import RunningView
from .spaces import candidate_count, local_distributions, search_source
from .stopping import StoppingView
from .table import TableView

if TYPE_CHECKING:
    from ..check.values import Value
    from ..plan.plan import Named, Plan

PACKAGES = {
    "catboost": ("catboost>=1.2",),
    "keras": ("keras>=3.15", "tensorflow>=2.21"),
    "lightgbm": ("lightgbm>=4.7",),
    "xgboost": ("xgboost>=3.2",),
}
"""What a library's models need beside what every flow needs."""

MOST_FOLDS = 20
"""With more folds than these, none is kept for later fits: each is about as large as all the rows."""

EVERY_FLOW = ("matplotlib>=3.10", "metaflow>=2.19", "pandas>=3", "scikit-learn>=1.9")


class View:
    """A plan, with the texts that follow from it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.needs = needs(plan)
        self.seed = source(plan.seed) if self.needs["seed"] else "SEED"
        self.counts_folds = self.needs["n_folds"] or plan.folds.n_splits is None
        self.n_folds = "n_folds" if self.counts_folds else "N_FOLDS"
        self.models = [ModelView(model, self.seed, plan.run.threads) for model in plan.models]
        self.columns = ColumnsView(plan)
        self.table = TableView(plan)
        self.preparation = PreparationView(plan, self.columns)
        self.stopping = StoppingView(plan)
        self.distributions = local_distributions(plan.models)
        self.keras = any(model.library == "keras" for model in self.models)
        self.dense = any(model.estimator == "keras.MLP" for model in plan.models)
        self.built = any(model.estimator == "keras.Model" for model in plan.models)
        self.drops_out = any(model.is_dense and model.binds("dropout") for model in self.models)
        self.monitors = any(model.library == "keras" and model.monitor for model in self.models)
        self.classifies = plan.task == "classification"
        self.tested = plan.test.kind != "none"
        self.skips = plan.run.on_error == "skip"
        self.scores = tuple(name.rpartition(".")[2] for name in plan.scores)
        self.primary = natural_score(self.scores[0])
        self.own_scorers = any("." in name for name in plan.scores)
        self.score_names = {natural_score(name): score_label(name) for name in self.scores}
        self.losses = any(name not in self.score_names for name in self.scores)
        self.scope = Scope
        self.running = RunningView(plan, self.dependencies)

    # Head

    @property
    def dependencies(self) -> list[str]:
        """The packages that the flow needs."""
        libraries = {model.library for model in self.models} | set(roots(self._plan.models))
        own = self.table.packages
        return sorted({*EVERY_FLOW, *own, *(package for library in libraries for package in PACKAGES.get(library, ()))})

    @property
    def size(self) -> str:
        """How much there is to do, as far as the specification says it."""
        models = counted(len(self.models), "model")
        candidates = self._candidates()
        folds = self._plan.folds.n_splits
        if candidates is None or not isinstance(folds, int):
            return f"{models}."
        fits = counted(candidates * folds, "fit")
        return f"{counted(candidates, 'candidate')} of {models}, {counted(folds, 'fold')}, {fits}."

    @property
    def goal(self) -> str:
        """What the flow looks for."""
        candidates = self._candidates()
        among = f"of {counted(candidates, 'candidate')} " if candidates else "candidate "
        return f"Find the best {among}by mean {self.primary} over the folds."

    def _candidates(self) -> int | None:
        counts = [candidate_count(model) for model in self._plan.models]
        known = [count for count in counts if count is not None]
        return sum(known) if len(known) == len(counts) else None

    # Data

    @property
    def source(self) -> str:
        """The kind of source: mock, csv, parquet, sql, function or bundled."""
        return type(self._plan.data.source).__name__.lower()

    @property
    def checked(self) -> bool:
        """Tell whether the specification names columns that may turn out not to be there."""
        data = self._plan.data
        named = len(self.columns.named) > len(data.targets)
        return self.table.is_foreign or (isinstance(data.source, Bundled) and named)

    @property
    def one_category(self) -> bool:
        """Tell whether a mock has no categories, for sure."""
        mock = self._plan.data.source
        return isinstance(mock, Mock) and mock.n_categories == 1

    def mock_arguments(self) -> str:
        """Return the arguments of `make_…`; each of several categories has its share of the rows and its own seed."""
        mock = self._plan.data.source
        assert isinstance(mock, Mock)  # noqa: S101
        given = dict(mock.arguments)
        seed = f"random_state={self.seeded(given.pop('random_state'))}"
        if self.one_category:
            return _joined(arguments([], given.items(), Scope()), seed)
        rows = f"n_samples={source(given.pop('n_samples', 100))} // {source(mock.n_categories)}"
        return _joined(rows, arguments([], given.items(), Scope()), f"{seed} + category")

    @property
    def data_parameter(self) -> str | None:
        """The default of the flow's `--data`: a local file lies beside the flow, an address is what it is."""
        file = self._plan.data.source
        if not isinstance(file, Csv | Parquet) or not isinstance(file.path, str):
            return None
        return source(file.path) if "://" in file.path else f"str(Path(__file__).parent / {source(file.path)})"

    def scorers(self, scope: Scope) -> str:
        """Return the dict of scorers, some of them the user's own."""
        scorers = zip(self.scores, self._plan.scores, strict=True)
        named = (f"{name!r}: {scope.name(path) if '.' in path else repr(path)}" for name, path in scorers)
        return f"{{{', '.join(named)}}}"

    @property
    def variable(self) -> str | None:
        """The environment variable with the address of the database."""
        sql = self._plan.data.source
        return sql.url.variable if isinstance(sql, Sql) and isinstance(sql.url, FromEnvironment) else None

    # Texts

    def seeded(self, seed: Value) -> str:
        """Return a seed: the tournament's own by its name."""
        return self.seed if seed == self._plan.seed else source(seed)

    def arguments(self, named: Named) -> str:
        """Return arguments by name; the tournament's seed is written by its name."""
        return ", ".join(
            f"{name}={self.seeded(value) if name == 'random_state' else source(value)}" for name, value in named
        )

    def searches(self, scope: Scope) -> list[str]:
        """Return the items of the dict of searches, a model each."""
        return [
            f"{model.name!r}: {search_source(model, scope, self.seeded(model.search.seed))}"
            for model in self._plan.models
        ]

    def fit_arguments(self, scope: Scope) -> dict[str, str]:
        """Return the fixed arguments of `fit`, for the models that have any."""
        return {
            model.name: "{" + ", ".join(f"{name!r}: {source(value, scope)}" for name, value in model.fit) + "}"
            for model in self._plan.models
            if model.fit
        }

    @property
    def tunes_fit(self) -> bool:
        """Tell whether what is given to a `fit` varies."""
        return any(model.tunes_fit for model in self._plan.models)

    @property
    def splits_settings(self) -> bool:
        """Tell whether settings of some model are shared out among its parts."""
        return any(model.settings_are_split for model in self.models)

    @property
    def shares_rows(self) -> bool:
        """Tell whether the candidates of a task share the prepared rows of its folds: as many as memory will hold."""
        folds = self._plan.folds.n_splits
        few = isinstance(folds, int) and folds <= MOST_FOLDS
        return bool(self.preparation) and not self.preparation.tunes and few

    @property
    def from_functools(self) -> str:
        """What the flow imports of `functools`."""
        wanted = {
            "cached_property": self.keras or bool(self.preparation),
            "lru_cache": self.keras or self.shares_rows,
            "partial": self.dense,
        }
        return ", ".join(name for name, needed in wanted.items() if needed)

    @property
    def seeds_by_hand(self) -> bool:
        """Tell whether the flow has to look for what takes a seed."""
        by_columns = self.preparation.shares and self.columns.seed_by_hand
        by_models = any(model.seed_by_hand for model in self._plan.models)
        return by_columns or by_models or any(own.seeds_by_hand for own in self.preparation.own)

    # Running

    @property
    def rank_key(self) -> str:
        """The key of `cv_results` that ranks."""
        scores = self.scores
        return f"rank_test_{scores[0]}" if len(scores) > 1 else "rank_test_score"

    @property
    def slow_models(self) -> tuple[str, ...]:
        """The models whose tasks come first, since they take longest and the last tasks of a run should be short."""
        networks = tuple(model.name for model in self.models if model.library == "keras")
        return networks if len(networks) < len(self.models) else ()

    @property
    def workers(self) -> str:
        """How many tasks run at a time, as an environment variable's value: without word from the spec, a core each."""
        workers, threads = self._plan.run.workers, self._plan.run.threads
        if workers is not None:
            return repr(str(workers))
        return "str(os.cpu_count())" if threads == 1 else "str(max((os.cpu_count() or 1) // THREADS, 1))"


def _joined(*texts: str) -> str:
    return ", ".join(text for text in texts if text)
