import pytest
from small_rows import rows

from mfc.templates.library import scores, scoring
from mfc.templates.library.scoring_stop import fit_and_score


def test_a_fit_has_the_same_row_as_where_failures_are_skipped() -> None:
    given = ("ridge-000", 2, {"alpha": 1}, rows(), rows(seed=1))
    row, other = fit_and_score(*given), scoring.fit_and_score(*given)
    assert row.keys() == other.keys()
    assert (row["r2"], row["error"]) == (other["r2"], None)


def test_a_failure_ends_the_task() -> None:
    with pytest.raises(TypeError, match="beta"):
        fit_and_score("ridge-000", 2, {"beta": 1}, rows(), rows(seed=1))


def test_a_score_that_cannot_be_computed_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scores, "SCORES", {"neg_mean_squared_log_error": "squared log error"})
    with pytest.raises(RuntimeError, match="neg_mean_squared_log_error: ValueError: "):
        fit_and_score("ridge-000", 2, {}, rows(), rows(seed=1))
