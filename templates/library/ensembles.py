"""Ensembles."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from .candidates import model_of
from .combining import combine
from .comparing import fold_scores
from .failures import SKIPPED
from .members_by_fits import means_of
from .predicting_values import can_vote, predict
from .results import in_order
from .scores import score
from .spec import SCORES
from .votes import recalled

if TYPE_CHECKING:
    import pandas as pd


def with_ensembles(
    flow: Any, declared: dict[str, Any], *, in_time: bool = False
) -> tuple[dict[str, Any], pd.DataFrame, dict[Any, Any]]:
    """Return what ships of each ensemble, and fits and out-of-fold predictions with those of all.

    An ensemble that fails has the reason in place of its scores.
    """
    import pandas as pd

    shipped, scored = {}, []
    for name, ensemble in declared.items():
        try:
            shipped[name], rows = cross_fit(ensemble, flow, in_time)
        except SKIPPED as error:
            logging.exception("%s failed", name)
            reason = f"{type(error).__name__}: {error}".partition("\n")[0]
            shipped[name], rows = {"members": []}, [{"error": reason}] * flow.fits["fold"].nunique()
        scored += [{"candidate": name, "fold": fold, **row} for fold, row in enumerate(rows)]
    table, predicted = in_order(scored, declared)
    return shipped, pd.concat([flow.fits, table], ignore_index=True), flow.out_of_fold | predicted


def cross_fit(ensemble: dict[str, Any], flow: Any, in_time: bool) -> tuple[dict[str, Any], Any]:
    """Return what ships of an ensemble, and its scores and predictions on each fold.

    On a fold it is what the rows of other folds make it, or if in time of earlier ones: those that
    are not in this fold too. What ships is made by all rows.
    """
    rows, scores = flow.data.iloc[flow.train_rows], fold_scores(flow.fits)
    votes, scored = votes_on_folds(ensemble, flow, scores), []
    pool = votes[0].index.unique(0)
    for fold, table in votes.items():
        unseen = rows.loc[table.loc[pool[0]].index]
        others = {one: votes[one] for one in votes if one < fold or not in_time}
        known = {one: part[~part.index.isin(unseen.index, 1)] for one, part in others.items()}
        made = make(ensemble, pool, known, scores, rows)
        model = combine({one: recalled(table.loc[one]) for one in made["members"]}, made)
        scored.append({**score(model, unseen), "predicted": predict(model, unseen)})
    made = make(ensemble, pool, votes, scores, rows)
    return {**made, "scores": {name: [row[name] for row in scored] for name in SCORES}}, scored


def votes_on_folds(ensemble: dict[str, Any], flow: Any, scores: Any) -> dict[int, Any]:
    """Return what candidates with a score on every fold predicted on each, one below another.

    On a fold they are for the same classes: one that a candidate does not know has no chance.
    """
    import pandas as pd

    models = ensemble.get("members") or dict.fromkeys(map(model_of, flow.candidates))
    votes: dict[int, dict[str, Any]] = {}
    for (one, fold), predicted in flow.out_of_fold.items():
        if one in scores.index and model_of(one) in models and can_vote(predicted):
            votes.setdefault(fold, {})[one] = pd.DataFrame(predicted)
    if not votes:
        names = ", ".join(models)
        message = f"no candidate of {names} can be a member: each has a failed fit or no votes"
        raise ValueError(message)
    return {fold: pd.concat(parts, sort=True).fillna(0) for fold, parts in votes.items()}


def make(ensemble: dict[str, Any], pool: Any, votes: Any, scores: Any, rows: Any) -> Any:
    """Choose and weight the members of a pool that are best by votes; without votes, take all."""
    votes = {fold: table for fold, table in votes.items() if len(table)}
    if not votes:
        return equal_weights([*pool])
    means = means_of(pool, votes, scores, rows).sort_values(ascending=False, kind="stable")
    leaders = means.index[~means.index.map(model_of).duplicated()]
    best = means.index[: ensemble["top"]] if "top" in ensemble else leaders
    return ensemble["weigh"]([*best], votes, rows)


def equal_weights(members: list[str], *_: Any) -> dict[str, Any]:
    """Give all members the same weight."""
    return {"members": members, "weights": dict.fromkeys(members, 1)}


def contenders(flow: Any) -> dict[str, dict[str, Any]]:
    """Return the settings of all rows of the leaderboard: for ensembles, their members."""
    made = {name: {"members": ", ".join(one["members"])} for name, one in flow.ensembles.items()}
    return {**flow.candidates, **made}
