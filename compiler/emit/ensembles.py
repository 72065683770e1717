"""The ensembles as the flow declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..plan.seeds import by_name
from .body import Body, body, calls, scope_of
from .constants import source_of_dict
from .models import library_of
from .python import source

if TYPE_CHECKING:
    from ..plan.ensemble import Ensemble
    from ..plan.plan import Plan
    from .python import Scope

ENCODED = "xgboost.XGBClassifier"
"""Takes no labels but 0, 1, …, and so has another estimator around it that takes any."""


class Finals(NamedTuple):
    """What the flow writes where candidates, or candidates and ensembles, are ranked and the winner is trained."""

    contenders: str
    ranking: list[str]
    in_time: str
    on_training_rows: str
    on_all_rows: str


def finals(plan: Plan) -> Finals:
    """Return what the flow of a plan writes there; a network's pipeline would not load without the flow."""
    iterations = ", self.iterations" if any(model.early_stopping for model in plan.models) else ""
    has_networks = any(library_of(model) == "keras" for model in plan.models)
    if plan.ensembles:
        return Finals(
            contenders="contenders(self)",
            ranking=["@environment(vars=ENVIRONMENT)"],
            in_time=", in_time=True" if plan.folds.splitter == "TimeSeriesSplit" else "",
            on_training_rows=f"train_winner(self, training{iterations})",
            on_all_rows=calls(
                "train_winner", f"self, self.data{iterations}", "finish=without_this_file" * has_networks
            ),
        )
    trained = f"train(*winner, self.data{iterations})"
    return Finals(
        contenders="self.candidates",
        ranking=[],
        in_time="",
        on_training_rows=f"train(*winner, training{iterations})",
        on_all_rows=f"without_this_file({trained})" if has_networks else trained,
    )


def declared_ensembles(plan: Plan) -> Body | None:
    """Return the body of the function that says what the ensembles are, if there are any."""
    if not plan.ensembles:
        return None
    scope = scope_of("equal_weights", "fit_final", "greedy_weights", "seeded", "encoded", "partial")
    items = [f"    {one.name!r}: {_ensemble(plan, one, scope)}," for one in plan.ensembles]
    return body(scope, "return {", *items, "}")


def _ensemble(plan: Plan, ensemble: Ensemble, scope: Scope) -> str:
    items = {"weigh": _weigh(plan, ensemble, scope)}
    if ensemble.top is not None:
        items = {"top": source(ensemble.top), **items}
    if ensemble.members != tuple(model.name for model in plan.models):
        items = {"members": source(list(ensemble.members)), **items}
    return source_of_dict(items)


def _weigh(plan: Plan, ensemble: Ensemble, scope: Scope) -> str:
    """Return what weighs the members."""
    if ensemble.kind == "average":
        return "equal_weights"
    if ensemble.kind == "greedy":
        return f"partial(greedy_weights, rounds={source(ensemble.rounds)})"
    final = source(ensemble.final, scope)
    if ensemble.is_foreign:
        final = f"seeded({final}, {source(by_name(plan.seed))})"
    elif getattr(ensemble.final, "path", "") == ENCODED:
        final = f"encoded({final})"
    return f"partial(fit_final, final={final})"
