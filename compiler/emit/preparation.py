"""What comes between the table and each model: the preprocessing that all share, a model's own, and its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..check.values import Invocation
from ..plan.seeds import by_name
from .columns import ColumnsView
from .python import arguments, source

if TYPE_CHECKING:
    from ..plan.plan import Model, Plan, Step
    from .python import Scope


class OwnPreparation:
    """The preparation of a model that has columns or steps of its own."""

    def __init__(self, model: Model, plan: Plan) -> None:
        self._model = model
        self._seed = source(by_name(plan.seed))
        self.name = model.name
        self.columns = ColumnsView(plan._replace(preprocess=model.preprocess)) if model.preprocess is not None else None

    @property
    def seeds_by_hand(self) -> bool:
        """Tell whether something foreign has to be given its seed."""
        by_columns = self.columns is not None and self.columns.seed_by_hand
        return by_columns or any(step.transformer.is_foreign for step in self._model.steps)

    def steps(self, scope: Scope) -> list[str]:
        """Return the model's own steps, as a pipeline names them.

        A pipeline asks its last step whether it is fitted, which a user's own transformer may not be able to tell.
        """
        steps = [f"({step.name!r}, {self._step(step, scope)})" for step in self._model.steps]
        if steps and self._model.steps[-1].transformer.is_foreign:
            steps.append(f"('model', {scope.name('sklearn.preprocessing.FunctionTransformer')}())")
        return steps

    def tunes(self, step: Step) -> bool:
        """Tell whether some argument of a step varies."""
        return any(name.startswith(f"{step.name}__") for name, _ in self._model.space)

    @property
    def tunes_steps(self) -> bool:
        """Tell whether some step varies."""
        return any(map(self.tunes, self._model.steps))

    def _step(self, step: Step, scope: Scope) -> str:
        path, positional, named, is_foreign = step.transformer
        given = arguments(positional, named, scope)
        if self.tunes(step):
            given += f"{', ' if given else ''}**settings_of({step.name!r}, settings)"
        made = f"{source(Invocation(path, (), ()), scope)[:-1]}{given})"
        return f"seeded({made}, {self._seed})" if is_foreign else made


class PreparationView:
    """How the rows of a plan are prepared for each model."""

    def __init__(self, plan: Plan, columns: ColumnsView) -> None:
        models = plan.models
        self.own = [OwnPreparation(model, plan) for model in models if model.steps or model.preprocess is not None]
        self.shares = bool(columns) and any(model.preprocess is None for model in models)
        self.has_others = len(self.own) < len(models)
        self.has_columns = self.shares or any(one.columns for one in self.own)
        self.tunes = any(one.tunes_steps for one in self.own)
        self.arguments = ["model"]
        self.arguments += ["settings"] if self.tunes else []
        self.arguments += ["features"] if self.has_columns else []
        self._prepares = bool(columns) or bool(self.own)
        told_apart = self.own or any(model.early_stopping for model in models)
        self.fields = {"model"} if self._prepares and told_apart else set()
        self.fields |= {"settings"} if self.tunes else set()

    def __bool__(self) -> bool:
        """Tell whether anything is prepared for any model."""
        return self._prepares
