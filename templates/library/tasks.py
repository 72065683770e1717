"""Tasks."""

from __future__ import annotations

import os
from itertools import groupby, product
from typing import Any

from .candidates import model_of


def share_out(candidates: Any, n_folds: int, fits_per_task: int, step: Any, first: Any = ()) -> Any:
    """Group the fits, each a candidate and a fold, into tasks of one model; `first` are in front.

    With 0 fits per task: the folds of a candidate; on this machine, as starting takes seconds, two
    tasks per core and model or so, of at most 1,000 fits, the last quarter of them in small ones.
    """
    here = {"batch", "kubernetes"}.isdisjoint(decorator.name for decorator in step.decorators)
    in_turn = sorted(candidates, key=lambda name: [*first, model_of(name)].index(model_of(name)))
    tasks = []
    for _, members in groupby(in_turn, model_of):
        fits = rest = list(product(members, range(n_folds)))
        while rest:
            share = len(fits) / (os.cpu_count() or 1) * (3 if 4 * len(rest) > len(fits) else 1) / 4
            size = int(-(-min(share, 1000) // n_folds)) * n_folds if here else n_folds
            tasks.append(rest[: fits_per_task or size])
            rest = rest[len(tasks[-1]) :]
    return tasks
