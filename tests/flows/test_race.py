"""Races: candidates that fall behind are not scored on the remaining folds."""

from pathlib import Path

import pytest
from rehearsal import Rehearsal, rehearse

SPEC = """
tournament Racing
seed 3
data mock.regression { n_samples = 120, n_features = 5, n_informative = 3, noise = 30 }
folds kfold(5, shuffle = true)
score neg_mean_absolute_error, r2
model ridge: Ridge { alpha ~ loguniform(0.1, 1_000), search random(12) }
model tree: DecisionTreeRegressor { max_depth in 1..4, min_samples_leaf in 1..3 }
"""
RACE = "race { after = [1, 3], keep = 50%, at_least = 4 }\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("race")


def test_who_finishes_has_the_scores_of_a_tournament_without_a_race(folder: Path) -> None:
    whole, race = rehearse(folder, SPEC), rehearse(folder, SPEC + RACE)
    scored = race.fits.dropna(subset="r2").groupby("candidate")["fold"].count()
    assert sorted(scored.value_counts().items()) == [(1, 12), (3, 6), (5, 6)]
    assert len(race.fits) == len(whole.fits) == 120
    same = race.fits["r2"].notna()
    assert race.fits[same]["r2"].tolist() == whole.fits[same]["r2"].tolist()
    assert race.winner == whole.winner
    board = race.leaderboard
    assert board["mean_absolute_error"].notna().tolist() == [True] * 6 + [False] * 18
    assert board["folds"].tolist() == [5] * 6 + [3] * 6 + [1] * 12
    assert board["mean_absolute_error_so_far"][6:12].is_monotonic_increasing
    assert board["failed"].sum() == 0
    summary = race.files["summary.txt"].decode()
    assert "cut after 1 and 3 of the folds" in " ".join(summary.split())
    assert "Failed fits" not in summary
    assert "Missing figures" not in summary


def test_the_first_round_decides_by_the_first_fold(folder: Path) -> None:
    whole, race = rehearse(folder, SPEC, "rank"), rehearse(folder, SPEC + RACE, "rank")
    first = whole.fits[whole.fits["fold"] == 0].set_index("candidate")["neg_mean_absolute_error"]
    went_on = set(race.fits[(race.fits["fold"] == 1) & race.fits["r2"].notna()]["candidate"])
    assert went_on == set(first.nlargest(12).index)


def test_splits_that_were_not_seen_are_missing_in_the_results(folder: Path) -> None:
    results = rehearse(folder, SPEC + RACE, "rank").cv_results
    assert (results["split4_test_r2"] == results["split4_test_r2"]).sum() == 6
    assert (results["split0_test_r2"] == results["split0_test_r2"]).sum() == 24
    assert (results["mean_test_r2"] == results["mean_test_r2"]).sum() == 6


def test_a_model_with_machines_of_its_own_may_have_nobody_left(folder: Path) -> None:
    bad = 'model constant: DummyRegressor { strategy in ["mean", "median"], resources { cpu = 2 } }\n'
    rehearsal = Rehearsal(folder, SPEC + RACE + bad)
    stage = rehearsal.play("rank")
    assert set(stage.leaderboard["candidate"][:7].str.rpartition("-")[0]) <= {"ridge", "tree"}
    of_constant = stage.fits[stage.fits["candidate"].str.startswith("constant")]
    assert of_constant["r2"].notna().sum() == 2
    assert len(stage.fits) == 26 * 5


def test_who_fails_does_not_go_on(folder: Path) -> None:
    wrong = "model near: KNeighborsRegressor { n_neighbors in [5, 1_000] }\n"
    stage = rehearse(folder, SPEC + RACE + wrong, "rank")
    last = stage.leaderboard.iloc[-1]
    assert (last["candidate"], last["failed"]) == ("near-001", 1)


def test_a_race_needs_more_folds_than_it_cuts_after(folder: Path) -> None:
    by_parameter = "param k = 5\n" + SPEC.replace("kfold(5,", "kfold(k,")
    with pytest.raises(ValueError, match="there are 3 folds, so no fold follows a cut after 3"):
        rehearse(folder, by_parameter + RACE, "start", k=3)


def test_who_was_cut_is_in_no_ensemble(folder: Path) -> None:
    blend = "ensemble blend: average { top = 10 }\n"
    stage = rehearse(folder, SPEC + RACE + blend)
    finished = set(stage.leaderboard["candidate"][stage.leaderboard["folds"] == 5]) - {"blend"}
    assert len(finished) == 6
    assert set(stage.ensembles["blend"]["members"]) == finished
    assert stage.leaderboard.set_index("candidate").loc["blend", "folds"] == 5
