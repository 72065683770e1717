"""The sentences in a flow's docstrings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .prose import counted, prose, score_label
from .python import source
from .spaces import candidate_count

if TYPE_CHECKING:
    from ..plan.plan import Plan, Race

WIDTH = 98


def story(plan: Plan) -> list[str]:
    """Return the lines of the module's docstring: what the flow does."""
    from textwrap import wrap

    model = "that is the artifact `model`, which predicts from rows as `load_data` returns them"
    best = f"The best by {score_label(plan.scores[0])} is"
    if plan.test.kind == "none":
        end = f"{best} trained on all rows; no rows are held out for a test. The result is the artifact `model`, which"
        end += " predicts from rows as `load_data` returns them."
    else:
        end = f"{best} scored once on the {_held_out(plan)} that were held out, and trained on all rows; {model}."
    if plan.simplest:
        within = "one standard error of" if plan.margin is None else f"a margin of {source(plan.margin)} below"
        chosen = f"The simplest within {within} the best"
        end = end.replace(best, f"{chosen} by {score_label(plan.scores[0])} is")
    race = _race(plan.race) if plan.race else ""
    told = [_size(plan) + race, *([_ensembles(plan)] if plan.ensembles else []), end]
    return [line for sentence in told for line in wrap(prose(sentence), WIDTH)]


def goal(plan: Plan) -> str:
    """Return the class's docstring: what the flow searches for."""
    return f"Find the best candidate by {score_label(plan.scores[0])}."


def _size(plan: Plan) -> str:
    """Describe the number of fits, as far as the specification determines it."""
    models, folds, candidates = counted(len(plan.models), "model"), plan.folds.n_splits, _candidates(plan)
    rows = "the training rows" if plan.test.kind != "none" else "the rows"
    who = f"{counted(candidates, 'candidate')} of {models}" if candidates else f"The candidates of {models}"
    verb = "is" if candidates == 1 else "are"
    if candidates is None or not isinstance(folds, int):
        return f"{who} {verb} scored on folds of {rows}, in parallel tasks."
    most = "at most " if plan.race else ""
    fits = counted(plan.race.n_fits(candidates, folds) if plan.race else candidates * folds, "fit")
    return f"{who} {verb} scored on {counted(folds, 'fold')} of {rows}: {most}{fits} in parallel tasks."


def _race(race: Race) -> str:
    """Say how candidates are cut."""
    seen = " and ".join(map(str, race.after))
    return f" After {seen} of the folds the better {race.keep * 100:.4g}% of them go on, {race.at_least} at the least."


def _ensembles(plan: Plan) -> str:
    """Say which ensembles there are, and what they cost."""
    *most, last = (ensemble.name for ensemble in plan.ensembles)
    names = f"Ensembles of them, {', '.join(most)} and {last}, are" if most else f"An ensemble of them, {last}, is"
    return f"{names} scored on the same folds without another fit."


def _held_out(plan: Plan) -> str:
    size = plan.test.size
    what = {"grouped": "groups", "last": "latest rows"}.get(plan.test.kind, "rows")
    if isinstance(size, float):
        return f"{size:.4g} of the {what}".replace(f"{size:.4g}", f"{size * 100:.4g}%")
    return f"{source(size)} {what}" if isinstance(size, int) else what


def _candidates(plan: Plan) -> int | None:
    counts = [candidate_count(model) for model in plan.models]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
