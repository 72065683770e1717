import pytest
from small_rows import rows

from mfc.templates.library import scoring


def test_a_fit_is_scored_timed_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    row = scoring.fit_and_score("ridge-000", 2, {"alpha": 1}, rows(), rows(seed=1))
    assert (row["candidate"], row["fold"], row["error"], row["iterations"]) == ("ridge-000", 2, None, None)
    assert min(row["fit_time"], row["score_time"]) > 0
    assert len(row["predicted"]) == 60
    assert capsys.readouterr().out.startswith(f"ridge-000 fold 2 r2 {row['r2']:.4f} neg_mean_absolute_error -")


def test_a_fit_that_fails_says_why() -> None:
    row = scoring.fit_and_score("ridge-000", 2, {"beta": 1}, rows(), rows(seed=1))
    assert row.keys() == {"candidate", "fold", "n_fitting", "n_scoring", "error"}
    assert row["error"].startswith("TypeError: ")
    assert "beta" in row["error"]


def test_a_fit_counts_if_nobody_reads_what_it_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(scoring, "print", broken, raising=False)
    assert scoring.fit_and_score("ridge-000", 2, {"alpha": 1}, rows(), rows(seed=1))["error"] is None
