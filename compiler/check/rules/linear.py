"""Advice: hidden layers are not linear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import LINEAR_LAYERS
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import ListOf, TupleOf

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.evaluate import Evaluator
    from ...meaning.outline import Entrant
    from ...syntax.tree import Binding, Expression

LINEAR = ("linear", "identity")
DENSE = ("keras.MLP", "sklearn.neural_network.MLPClassifier", "sklearn.neural_network.MLPRegressor")


def linear(entrant: Entrant, evaluator: Evaluator, report: Report) -> None:
    """Warn of networks whose hidden layers are linear: they are equivalent to one linear layer."""
    if entrant.estimator is None or entrant.estimator.path not in DENSE:
        return
    bound = {binding.name.text: binding for space in entrant.spaces for binding in space}
    hidden = bound.get("hidden_layer_sizes")
    if hidden and hidden.operator == "=" and evaluator.value(hidden.value) in ((), []):
        return
    for node in _choices(bound.get("activation")):
        if evaluator.value(node) in LINEAR:
            message = "a network whose hidden layers are linear is a linear model"
            help_ = 'choose another activation, such as `"relu"`, or `hidden_layer_sizes = ()`'
            report(Diagnostic(LINEAR_LAYERS, node.span, message, "linear activation", help_))


def _choices(binding: Binding | None) -> tuple[Expression, ...]:
    if binding is None or binding.operator == "~":
        return ()
    chosen = binding.operator == "in" and isinstance(binding.value, ListOf | TupleOf)
    return binding.value.items if chosen and isinstance(binding.value, ListOf | TupleOf) else (binding.value,)
