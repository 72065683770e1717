"""Early stopping, and what else the `fit` of a model is given, as the flow writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalog.libraries import LIBRARIES
from .body import Case, body, scope_of
from .models import MONITOR_STOPS, is_encoded, library_of
from .python import source

if TYPE_CHECKING:
    from ..catalog.libraries import Stopping
    from ..plan.plan import EarlyStopping, Model, Plan
    from .python import Scope


def stopping_cases(plan: Plan) -> list[Case]:
    """Return the settings with which each model that stops early does so; the first is its number of iterations."""
    return [_stopping(model, model.early_stopping) for model in plan.models if model.early_stopping]


def kept(plan: Plan) -> list[str]:
    """Return the models that are kept as they stopped, without training again."""
    return [model.name for model in plan.models if model.early_stopping and not model.early_stopping.refit]


def final_iterations(plan: Plan) -> str:
    """Return the expression for how long the final models are trained: by the iterations over the folds.

    With ensembles that is known of every candidate, since each may be a member of the winner.
    """
    finals = {model.name: model.early_stopping.final_iterations for model in plan.models if model.early_stopping}
    kinds = set(finals.values())
    fits = 'self.fits.groupby("candidate")["iterations"]'
    if not plan.ensembles:
        made = f"{kinds.pop()}()" if len(kinds) == 1 else f"agg({finals!r}.get(model_of(self.winner), 'mean'))"
        return f"{fits}.{made}[self.winner]"
    if len(kinds) == 1:
        return f"{fits}.{kinds.pop()}().to_dict()"
    return f"{{name: own.agg({finals!r}.get(model_of(name), 'mean')) for name, own in {fits}}}"


def _stopping(model: Model, rule: EarlyStopping) -> Case:
    library, scope = LIBRARIES[library_of(model)], scope_of("model")
    settings = {library.iterations[0]: source(rule.max_iterations), **_stops(library.stopping, rule, scope)}
    written = ", ".join(f"{name!r}: {value}" for name, value in settings.items())
    return Case(model.name, "", body(scope, f"return {{{written}}}"))


def _stops(stopping: Stopping | None, rule: EarlyStopping, scope: Scope) -> dict[str, str]:
    """Return the settings with which the estimators of a library stop by themselves."""
    if stopping is None:
        return {}
    always = {name: source(value) for name, value in stopping.always.items()}
    if rule.monitor and stopping.monitor[0] in MONITOR_STOPS:
        always[stopping.monitor[0]] = repr(rule.monitor)
    patience, delta = source(rule.patience), source(rule.min_delta)
    if rule.min_delta == 0:
        return {stopping.patience: patience, **always}
    if stopping.callback:
        return {"callbacks": f"[{scope.name(stopping.callback)}(rounds={patience}, min_delta={delta})]", **always}
    return {stopping.patience: patience, **({stopping.min_delta: delta} if stopping.min_delta else {}), **always}


def fit_cases(plan: Plan) -> list[Case]:
    """Return what the `fit` of each model is given besides rows and target, for the models that are given anything."""
    weighs = plan.data.weight is not None
    given = [model for model in plan.models if model.fit or model.tunes_fit or (weighs and is_encoded(model))]
    return [_fit(model, weighs=weighs) for model in given]


def _fit(model: Model, *, weighs: bool) -> Case:
    scope = scope_of("model", "settings", "rows", "estimator", "weights")
    given = [f"{name!r}: {source(value, scope)}" for name, value in model.fit]
    given += ['**settings_of("fit", settings)'] if model.tunes_fit else []
    if weighs:  # the wrapper of an encoded model supports weights, although its signature does not show it
        given.append("'sample_weight': rows[WEIGHT]" if is_encoded(model) else "**weights(estimator, rows)")
    return Case(model.name, "", body(scope, f"return {{{', '.join(given)}}}"))
