"""What the templates ask of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .python import arguments, source

if TYPE_CHECKING:
    from ..plan.plan import Model
    from .python import Scope

REPRODUCIBLE = {"deterministic": True, "force_col_wise": True, "verbose": -1}
"""What makes LightGBM give the same model every time, and keeps it quiet."""

QUIET = {"allow_writing_files": False, "verbose": False}
"""What keeps CatBoost quiet."""

RATE, RATES = 0.03, ("learning_rate", "eta")
"""CatBoost's rate, where it does not choose one by the number of iterations: that changes with early stopping."""

ITERATIONS = {"lightgbm": "n_estimators", "xgboost": "n_estimators", "catboost": "iterations", "keras": "epochs"}
"""The argument of a library's estimators that early stopping decides."""


class ModelView:
    """A model, with the texts that follow from it."""

    def __init__(self, model: Model, seed: str, threads: int) -> None:
        self._model = model
        self._seed = seed
        self._threads = threads
        self.name = model.name
        self.description = model.description.rstrip(".")
        self.library = model.estimator.partition(".")[0]
        self.is_dense = model.estimator == "keras.MLP"

    @property
    def monitor(self) -> str | None:
        """The metric to watch, where it is not the loss."""
        return self._model.early_stopping and self._model.early_stopping.monitor

    def binds(self, argument: str) -> bool:
        """Tell whether the specification sets an argument, fixed or not."""
        bound = (self._model.fixed, *self._model.spaces)
        return any(name == argument for named in bound for name, _ in named)

    @property
    def settings_are_split(self) -> bool:
        """Tell whether some settings are not the estimator's: those of steps, and of `fit`."""
        owners = ("fit", *(step.name for step in self._model.steps))
        return any(name.startswith(f"{owner}__") for name, _ in self._model.space for owner in owners)

    def call(self, scope: Scope) -> str:
        """Return the call of the estimator's constructor, over a dict of `settings`."""
        settings = '**settings_of("", settings)' if self.settings_are_split else "**settings"
        written = [arguments([], self._model.fixed, scope), *self._implied(), settings]
        made = f"{self._constructor(scope)}({', '.join(part for part in written if part)})"
        return f"seeded({made}, {self._seed})" if self._model.seed_by_hand else made

    def _constructor(self, scope: Scope) -> str:
        if self.library == "keras":
            return "MLP" if self.is_dense else "Built.of"
        return scope.name(self._model.estimator)

    def _implied(self) -> list[str]:
        """Return the arguments that the specification leaves to us."""
        implied = [f"random_state={self._seed}"] if self._model.takes_random_state else []
        if self.library == "lightgbm":
            implied += ["n_jobs=THREADS"] if self._model.takes_n_jobs else []
            implied += [f"{name}={source(value)}" for name, value in REPRODUCIBLE.items() if not self.binds(name)]
        elif self.library == "xgboost":
            implied += ["n_jobs=THREADS"] if self._model.takes_n_jobs else []
            implied += [f"eval_metric={self.monitor!r}"] if self.monitor else []
        elif self.library == "catboost":
            implied += self._implied_by_catboost()
        elif self.library == "keras":
            implied += [f"monitor={self.monitor!r}"] if self.monitor else []
        elif self._model.takes_n_jobs and self._threads > 1:
            implied.append("n_jobs=THREADS")
        return implied

    def _implied_by_catboost(self) -> list[str]:
        implied = ["thread_count=THREADS"] if self._model.takes_n_jobs else []
        if self._model.early_stopping and not any(map(self.binds, RATES)):
            implied.append(f"learning_rate={RATE}")
        implied += [f"eval_metric={self.monitor!r}"] if self.monitor else []
        return implied + [f"{name}={value}" for name, value in QUIET.items()]
