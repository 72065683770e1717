import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import r2_score
from small_rows import rows

from mfc.templates.library.members_by_votes import means_of

TABLE = rows(40)


def test_candidates_have_the_mean_score_of_their_votes() -> None:
    draw = np.random.default_rng(0)
    noisy = {name: (TABLE["target"] + draw.normal(size=40)).to_frame() for name in ("a-000", "b-000")}
    folds = {0: range(10), 1: range(10, 40)}
    votes = {fold: pd.concat({name: noisy[name].loc[rows] for name in noisy}) for fold, rows in folds.items()}
    found = means_of(["a-000", "b-000"], votes, None, TABLE)
    for name in noisy:
        scores = [r2_score(TABLE["target"].loc[rows], noisy[name].loc[rows]) for rows in folds.values()]
        assert found[name] == pytest.approx(np.mean(scores), abs=1e-12)
