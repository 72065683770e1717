"""The size of a study that ends within about two minutes on two cores, from a rough table of costs.

Measured on one slow core: seconds for a million values of the table, that is, rows times columns. On faster cores whole
studies of tables of 11 columns and 1,000 to 100,000 rows take 26 to 65 seconds of processor time, of the 240 that two
cores have; 100,000 rows with free text and six classes take 200. Fits of large tables are cheaper than these costs, but
starting tasks, preparing rows, scoring and shuffling columns are not counted.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .table import TaskName

BUDGET = 100.0
"""Seconds of one core, about half of what two cores have in two minutes: starting the tasks takes the rest."""

TREE_SECONDS = 1.1
"""A tree of a forest that looks at all columns, for a million values in 10,000 rows; it grows with their logarithm."""

SPLIT_SHARE = 0.3
"""The least cost of a tree."""

ROUND_SECONDS = 0.03
"""A round of boosting, for a million values."""

LINEAR_SECONDS = {"regression": 0.05, "classification": 0.5}
FIT_SECONDS = 0.08
"""The fixed cost of a fit."""

EXPECTED_ROUNDS = 0.25
"""The share of the most rounds after which boosting usually stops, twice: to find them, and again on all rows."""


class Size(NamedTuple):
    """The size of a study: its folds, how many candidates of each kind, and how long these are trained.

    Trees of a forest see `max_rows` rows at the most.
    """

    n_splits: int
    n_linear: int
    leaves: tuple[int, ...]
    max_features: tuple[float, ...]
    n_trees: int
    n_boosted: int
    max_iterations: int
    learning_rates: tuple[float, float]
    max_rows: int | None = None

    @property
    def n_fits(self) -> int:
        """The number of fits, those of the baseline aside."""
        return self.n_splits * (self.n_linear + len(self.leaves) * len(self.max_features) + self.n_boosted)


SIZES = (
    Size(10, 8, (1, 3, 10), (0.3, 1.0), 200, 10, 2_000, (0.02, 0.2)),
    Size(10, 8, (1, 3, 10), (0.3, 1.0), 100, 10, 1_000, (0.03, 0.2)),
    Size(5, 8, (1, 5), (0.3, 1.0), 100, 8, 1_000, (0.03, 0.2)),
    Size(5, 8, (1, 5), (0.3,), 100, 6, 1_000, (0.05, 0.2)),
    Size(5, 5, (3,), (0.3,), 50, 4, 600, (0.06, 0.2), 20_000),
    Size(3, 4, (3,), (0.3,), 50, 3, 500, (0.08, 0.2), 10_000),
    Size(3, 3, (3,), (0.3,), 40, 2, 300, (0.1, 0.2), 5_000),
    Size(3, 2, (5,), (0.3,), 30, 2, 150, (0.15, 0.3), 5_000),
)
"""From large to small."""


def size_for(n_rows: int, n_features: int, task: TaskName, n_classes: int) -> Size:
    """Return the largest size that is within the budget, or else the smallest one."""
    fitting = (one for one in SIZES if seconds(one, n_rows, n_features, task, n_classes) <= BUDGET)
    return next(fitting, SIZES[-1])


def seconds(size: Size, n_rows: int, n_features: int, task: TaskName, n_classes: int) -> float:
    """Return about how long the fits of a study take on one core."""
    n_train = 0.8 * n_rows * (size.n_splits - 1) / size.n_splits
    millions = n_train * max(n_features, 1) / 1e6
    several = n_classes if n_classes > 2 else 1
    n_forests = len(size.leaves) * len(size.max_features)
    rounds = size.max_iterations * EXPECTED_ROUNDS * 2
    per_fold = (
        size.n_linear * LINEAR_SECONDS[task] * millions * several
        + n_forests * size.n_trees * _tree_seconds(size, n_train, n_features)
        + size.n_boosted * rounds * ROUND_SECONDS * millions * several
    )
    return size.n_splits * per_fold + size.n_fits * FIT_SECONDS


def _tree_seconds(size: Size, n_train: float, n_features: int) -> float:
    n_seen = min(n_train, size.max_rows or n_train)
    looked_at = sum(SPLIT_SHARE + (1 - SPLIT_SHARE) * share for share in size.max_features) / len(size.max_features)
    return TREE_SECONDS * looked_at * n_seen * max(n_features, 1) / 1e6 * log2(n_seen + 2) / log2(10_000)
