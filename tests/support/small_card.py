"""A tournament that is over, for the tests of its card."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

CANDIDATES: dict[str, dict[str, Any]] = {
    "ridge-000": {"alpha": 0.1, "fit_intercept": True, "solver": "svd"},
    "ridge-001": {"alpha": np.float64(10.0), "fit_intercept": False, "solver": "lsqr"},
    "ridge-002": {"alpha": 1, "fit_intercept": True, "solver": "svd"},
    "near-000": {"n_neighbors": np.int64(5), "p": 2},
    "near-001": {"n_neighbors": np.int64(9), "p": 2},
}


def played(candidates: dict[str, dict[str, Any]] = CANDIDATES) -> Any:
    """Return what a card is made of: candidates with scores, best first, and one without."""
    names = list(candidates)
    scores = [np.nan if name == "ridge-002" else 1 / (place + 1) for place, name in enumerate(names)]
    board = pd.DataFrame({"candidate": names, "model": [name.partition("-")[0] for name in names], "r2": scores})
    board["settings"] = [str(settings) for settings in candidates.values()]
    fits = pd.DataFrame({"fold": [0, 1, 2]})
    return SimpleNamespace(candidates=candidates, leaderboard=board, fits=fits, winner=names[0])
