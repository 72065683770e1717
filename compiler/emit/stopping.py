"""The rules of early stopping as the flow writes them: with no more fields than these models need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .models import ITERATIONS
from .python import Scope, arguments

if TYPE_CHECKING:
    from ..plan.plan import EarlyStopping, Plan


class StoppingView:
    """The models that stop early, and which options any of them uses."""

    def __init__(self, plan: Plan) -> None:
        self._rules = {model.name: (model, model.early_stopping) for model in plan.models if model.early_stopping}
        rules = [rule for _, rule in self._rules.values()]
        self.own_seeds = any(rule.seed != plan.seed for rule in rules)
        self.some_keep = any(not rule.refit for rule in rules)
        self.own_finals = any(rule.final_iterations != "mean" for rule in rules)

    def __bool__(self) -> bool:
        return bool(self._rules)

    @property
    def libraries(self) -> set[str]:
        """The libraries of these models."""
        return {model.estimator.partition(".")[0] for model, _ in self._rules.values()}

    def of(self, library: str) -> list[str]:
        """Return the models of a library."""
        return [name for name, (model, _) in self._rules.items() if model.estimator.startswith(f"{library}.")]

    @property
    def rules(self) -> dict[str, str]:
        """For each model, the constructor call of its rule."""
        return {
            name: self._call(model.estimator.partition(".")[0], rule) for name, (model, rule) in self._rules.items()
        }

    def _call(self, library: str, rule: EarlyStopping) -> str:
        named = {
            "argument": ITERATIONS[library],
            "patience": rule.patience,
            "max_iterations": rule.max_iterations,
            "min_delta": rule.min_delta,
            "validation": rule.validation,
        }
        if self.own_seeds:
            named["seed"] = rule.seed
        if self.some_keep:
            named["refit"] = rule.refit
        if self.own_finals:
            named["final"] = rule.final_iterations
        return f"EarlyStopping({arguments([], named.items(), Scope())})"
