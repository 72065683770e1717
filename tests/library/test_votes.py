import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import r2_score
from small_rows import rows

from mfc.templates.library import votes
from mfc.templates.library.votes import mean_score, recalled

TABLE = rows(40)
CLOSE = pd.DataFrame({0: TABLE["target"] + TABLE["a"] / 9})


def test_a_member_predicts_what_it_did_for_these_rows() -> None:
    assert recalled(CLOSE).predict(TABLE.iloc[[7, 2]]).tolist() == [CLOSE[0][7], CLOSE[0][2]]
    chances = pd.DataFrame({"no": [0.1, 0.7], "yes": [0.9, 0.3]}, [5, 6])
    member = recalled(chances)
    assert member.predict_proba(pd.DataFrame(index=[6, 5])).tolist() == [[0.7, 0.3], [0.1, 0.9]]
    assert [*member.classes_] == ["no", "yes"]


def test_the_score_of_votes_is_the_mean_over_the_folds() -> None:
    parts = {0: CLOSE.iloc[:15], 1: CLOSE.iloc[15:]}
    expected = [r2_score(TABLE["target"].loc[part.index], part) for part in parts.values()]
    assert mean_score(parts, TABLE) == pytest.approx(np.mean(expected), abs=1e-12)


def test_a_fold_on_which_the_score_is_not_defined_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(_: object, rows: pd.DataFrame) -> float:
        return float(len(rows)) if len(rows) > 5 else float("nan")

    monkeypatch.setattr(votes, "first_score", odd)
    assert mean_score({0: CLOSE.iloc[:15], 1: CLOSE.iloc[15:18], 2: CLOSE.iloc[18:]}, TABLE) == 18.5
    assert np.isnan(mean_score({1: CLOSE.iloc[15:18]}, TABLE))
