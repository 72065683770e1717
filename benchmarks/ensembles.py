"""Whether the score of an ensemble is honest: a stack of many members with little penalty, beside the truth."""

from __future__ import annotations

import sys
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from flows import compiled

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    import pandas as pd

TABLES, ROWS, FRESH = 24, 200, 2_000
SPEC = """
tournament Honesty "A stack of thirty members with little penalty"
param number = 0
param rows = 200
seed number
data mock.friedman1 { n_samples = rows, noise = 4 }
test none
folds kfold(5)
score neg_mean_squared_error
model ridge: Ridge { alpha in [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300] }
model near: KNeighborsRegressor { n_neighbors in 2..11 }
model tree: DecisionTreeRegressor { max_depth in 2..6, min_samples_leaf in [2, 8] }
ensemble stacked: stack { top = 30, final = Ridge(alpha = 0.01) }
"""


class Table(NamedTuple):
    """Mean squared errors on one table: of the stack as it is claimed, and on rows that nobody has seen."""

    same_rows: float
    cross_fitted: float
    truly: float
    best: float
    best_truly: float


def measure(folder: Path, *, quick: bool = False) -> list[dict[str, float]]:
    """Return what was claimed and what is true on some tables of 200 rows."""
    compiled(folder, "honesty", SPEC)
    sys.path.insert(0, str(folder))
    flow = import_module("honesty_flow")
    return [_play(flow, number)._asdict() for number in range(TABLES // (8 if quick else 1))]


def _play(flow: ModuleType, number: int) -> Table:
    """Play a tournament by the functions of its flow."""
    vars(flow.parameters).update(number=number + TABLES, rows=FRESH)
    fresh = flow.load_data()
    vars(flow.parameters).update(number=number, rows=ROWS)
    rows, candidates = flow.load_data(), flow.draw_candidates()
    fits = flow.run_fits([(name, fold) for name in candidates for fold in range(5)], candidates, rows)
    table, out_of_fold = flow.in_order(fits, candidates)
    stage: Any = SimpleNamespace(data=rows, train_rows=range(len(rows)), candidates=candidates, winner="stacked")
    stage.fits, stage.out_of_fold, stage.lost_members = table, out_of_fold, {}
    stage.ensembles, stage.fits, _ = flow.with_ensembles(stage, flow.ensembles())
    errors = -stage.fits.groupby("candidate")["neg_mean_squared_error"].mean()
    best = errors.drop("stacked").idxmin()
    trained = flow.train(best, candidates[best], rows)
    return Table(
        same_rows=_same_rows(flow, stage, rows),
        cross_fitted=float(errors["stacked"]),
        truly=_error(flow.train_winner(stage, rows).predict(flow.features_of(fresh)), fresh),
        best=float(errors[best]),
        best_truly=_error(trained.predict(flow.features_of(fresh)), fresh),
    )


def _same_rows(flow: ModuleType, stage: Any, rows: pd.DataFrame) -> float:
    """Return the error of the final estimator on the rows that it learned from."""
    import pandas as pd

    made = stage.ensembles["stacked"]
    parts = {name: [stage.out_of_fold[name, fold] for fold in range(5)] for name in made["members"]}
    members = {name: flow.recalled(pd.concat(own).to_frame()) for name, own in parts.items()}
    return _error(flow.combine(members, made).predict(flow.features_of(rows)), rows)


def _error(predicted: Any, rows: pd.DataFrame) -> float:
    return float(((predicted - rows["target"]) ** 2).mean())
