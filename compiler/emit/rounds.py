"""The rounds of a tournament: one, or those of a race, between which candidates are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .models import library_of
from .python import source

if TYPE_CHECKING:
    from ..plan.plan import Plan, Race
    from .running import RunningView

LONGEST = {"keras": 0, "catboost": 1, "lightgbm": 1, "xgboost": 1}
"""The libraries whose fits take longest, first those that take longer; all others come after them."""

CUT = "Let the better candidates go on, by their mean score on the first {folds}."


class Round(NamedTuple):
    """A round: what sets its steps apart, what shares its fits out, and the steps that follow those.

    `cut` is the step that chose its candidates, and says so in its docstring; the first round has none.
    """

    number: int
    suffix: str
    share_out: str
    follows: str
    joined: str
    cut: str = ""
    cut_docstring: str = ""

    @property
    def or_nothing(self) -> str:
        """What a model does without candidates in a later round: Metaflow refuses a foreach over nothing."""
        return " or [[]]" if self.cut else ""


def rounds(plan: Plan, running: RunningView) -> list[Round]:
    """Return the rounds in their order."""
    n_rounds = len(plan.race.after) + 1 if plan.race else 1
    return [_round(plan, running, number, n_rounds) for number in range(1, n_rounds + 1)]


def n_folds(plan: Plan) -> str:
    """Return the number of folds, as `start` knows it."""
    if plan.folds.n_splits is None:
        return "len(split_folds(self.data.iloc[self.train_rows]))"
    return "N_FOLDS" if isinstance(plan.folds.n_splits, int) else source(plan.folds.n_splits)


def _round(plan: Plan, running: RunningView, number: int, n_rounds: int) -> Round:
    suffix = _suffix(number)
    follows = ", ".join(f"self.fan_out{suffix}{group.suffix}" for group in running.groups)
    joined = f"cut{suffix}" if number < n_rounds else "rank"
    share_out = _share_out(plan, running, number)
    single = f'self.fit{suffix}, foreach="tasks"'
    made = Round(number, suffix, share_out, follows if running.several else single, joined)
    if plan.race is None or number == 1:
        return made
    return made._replace(cut=f"cut{_suffix(number - 1)}", cut_docstring=_docstring(plan.race, number))


def _suffix(number: int) -> str:
    return f"_{number}" if number > 1 else ""


def _docstring(race: Race, number: int) -> str:
    n_seen = race.after[number - 2]
    return CUT.format(folds="fold" if n_seen == 1 else f"{n_seen} folds")


def _share_out(plan: Plan, running: RunningView, number: int) -> str:
    lasting = _longest_first(plan)
    first = f", {lasting!r}" if lasting else ""
    step = f"self.fit{_suffix(number)}{running.groups[0].suffix}"
    if plan.race is None:
        return f"share_out(self.candidates, {n_folds(plan)}, self.fits_per_task, {step}{first})"
    return f"share_out_round(self.racing, self.rounds[{number - 1}], self.fits_per_task, {step}{first})"


def _longest_first(plan: Plan) -> list[str]:
    """Return the models whose fits take longest, unless they come first anyway: networks, then boosted trees."""
    places = {model.name: LONGEST.get(library_of(model), len(LONGEST)) for model in plan.models}
    in_turn = sorted(places, key=places.__getitem__)
    return [] if in_turn == [*places] else [name for name in in_turn if places[name] < max(places.values())]
