from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import KFold, RepeatedKFold, TimeSeriesSplit
from small_rows import rows

from mfc.templates.library import ensembles, members_by_votes
from mfc.templates.library.ensembles import contenders, equal_weights, with_ensembles

TABLE = rows(45)
CANDIDATES = ("ridge-000", "ridge-001", "tree-000", "tree-001")
AVERAGE = {"weigh": equal_weights}
Folds = list[tuple[np.ndarray, np.ndarray]]


def played(folds: Folds, table: pd.DataFrame = TABLE) -> tuple[pd.DataFrame, dict[Any, pd.Series]]:
    """Return fits and out-of-fold predictions: the truth, with the more noise the later a candidate comes."""
    draw, fits, predicted = np.random.default_rng(1), [], {}
    for number, candidate in enumerate(CANDIDATES):
        for fold, (_, unseen) in enumerate(folds):
            truth = TABLE["target"].iloc[unseen]
            one = predicted[candidate, fold] = truth + (number + 1) * draw.normal(size=len(truth))
            actual = table["target"].iloc[unseen]
            scores = {"r2": r2_score(actual, one), "neg_mean_absolute_error": -mean_absolute_error(actual, one)}
            fits.append({"candidate": candidate, "fold": fold, **scores, "iterations": None, "error": None})
    return pd.DataFrame(fits), predicted


def flow(fits: pd.DataFrame, predicted: dict[Any, Any], table: pd.DataFrame = TABLE) -> Any:
    """Return a flow at the step that ranks."""
    given = {"fits": fits, "out_of_fold": predicted, "candidates": CANDIDATES}
    return SimpleNamespace(**given, data=table, train_rows=range(len(table)))


def score_of(predicted: pd.Series) -> float:
    return float(r2_score(TABLE["target"].loc[predicted.index], predicted))


def test_an_average_is_scored_on_a_fold_with_the_members_that_are_best_on_the_others() -> None:
    folds = list(KFold(3).split(TABLE))
    fits, predicted = played(folds)
    declared = {"blend": {**AVERAGE, "top": 2}, "leaders": AVERAGE}
    shipped, table, kept = with_ensembles(flow(fits, predicted), declared)
    scores = fits.pivot(index="candidate", columns="fold", values="r2")
    for fold in range(3):
        known = scores.drop(columns=fold).mean(axis=1)
        best = known.nlargest(2).index
        leaders = [known[known.index.str.startswith(model)].idxmax() for model in ("ridge", "tree")]
        for name, members in (("blend", best), ("leaders", leaders)):
            mean = sum(predicted[one, fold] for one in members) / 2
            [row] = table[(table["candidate"] == name) & (table["fold"] == fold)].itertuples()
            assert row.r2 == pytest.approx(score_of(mean), abs=1e-12)
            assert shipped[name]["scores"]["r2"][fold] == row.r2
            np.testing.assert_allclose(kept[name, fold], mean, rtol=0, atol=1e-12)
    assert shipped["blend"]["weights"] == dict.fromkeys(scores.mean(axis=1).nlargest(2).index, 1)
    assert shipped["leaders"]["members"] == ["ridge-000", "tree-000"]
    pd.testing.assert_frame_equal(table.head(len(fits))[fits.columns], fits, check_dtype=False)
    assert predicted.keys() < kept.keys()


def test_rows_that_are_in_several_folds_do_not_choose_for_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ensembles, "means_of", members_by_votes.means_of)
    folds = list(RepeatedKFold(n_splits=3, n_repeats=2, random_state=0).split(TABLE))
    fits, predicted = played(folds)
    _, table, _ = with_ensembles(flow(fits, predicted), {"blend": {**AVERAGE, "top": 1}})
    for fold, (_, unseen) in enumerate(folds):
        means = {}
        for candidate in CANDIDATES:
            parts = [predicted[candidate, other].drop(TABLE.index[unseen], errors="ignore") for other in range(6)]
            means[candidate] = np.mean([score_of(part) for part in parts if len(part)])
        best = max(means, key=lambda one: means[one])
        [found] = table["r2"][(table["candidate"] == "blend") & (table["fold"] == fold)]
        assert found == pytest.approx(score_of(predicted[best, fold]), abs=1e-12)


def test_in_time_a_fold_goes_by_earlier_ones_and_the_first_has_all_with_equal_weights() -> None:
    folds = list(TimeSeriesSplit(3).split(TABLE))
    fits, predicted = played(folds)
    declared = {"best": {**AVERAGE, "top": 1}}
    shipped, table, _ = with_ensembles(flow(fits, predicted), declared, in_time=True)
    scores = fits.pivot(index="candidate", columns="fold", values="r2")
    first = sum(predicted[one, 0] for one in CANDIDATES) / 4
    expected = [score_of(first), scores.loc[scores[0].idxmax(), 1], scores.loc[scores[[0, 1]].mean(axis=1).idxmax(), 2]]
    np.testing.assert_allclose(table["r2"][table["candidate"] == "best"], expected, rtol=0, atol=1e-12)
    assert shipped["best"]["members"] == [scores.mean(axis=1).idxmax()]


@pytest.mark.parametrize("fold", range(3))
def test_the_targets_of_a_fold_decide_nothing_of_what_scores_it(fold: int) -> None:
    folds = list(KFold(3).split(TABLE))
    fits, predicted = played(folds)
    poisoned = TABLE.assign(target=TABLE["target"].mask(TABLE.index.isin(folds[fold][1]), 1e6))
    declared = {"blend": {**AVERAGE, "top": 2}}
    _, _, honest = with_ensembles(flow(fits, predicted), declared)
    _, _, found = with_ensembles(flow(played(folds, poisoned)[0], predicted, poisoned), declared)
    pd.testing.assert_series_equal(found["blend", fold], honest["blend", fold])


def test_a_candidate_with_a_failed_fit_is_no_member() -> None:
    folds = list(KFold(3).split(TABLE))
    fits, predicted = played(folds)
    fits.loc[1, ["r2", "error"]] = np.nan, "it failed"
    predicted["ridge-000", 1] = None  # type: ignore[assignment]
    shipped, _, _ = with_ensembles(flow(fits, predicted), {"blend": AVERAGE})
    assert shipped["blend"]["members"] == ["ridge-001", "tree-000"]


def test_an_ensemble_without_members_has_a_reason_on_every_fold() -> None:
    folds = list(KFold(3).split(TABLE))
    fits, predicted = played(folds)
    declared = {"none": {**AVERAGE, "members": ["net"]}, "blend": AVERAGE}
    shipped, table, _ = with_ensembles(flow(fits, predicted), declared)
    reasons = table["error"][table["candidate"] == "none"]
    assert list(reasons) == ["ValueError: no candidate of net can be a member: each has a failed fit or no votes"] * 3
    assert shipped["none"]["members"] == []
    assert table["error"][table["candidate"] == "blend"].isna().all()


def test_what_fails_has_its_reason_on_every_fold_or_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def weigh(members: list[str], votes: dict[int, Any], _: Any) -> dict[str, Any]:
        assert len(votes) < 3, "not with all folds"
        return equal_weights(members)

    stage, declared = flow(*played(list(KFold(3).split(TABLE)))), {"odd": {"weigh": weigh}}
    shipped, table, _ = with_ensembles(stage, declared)
    odd = table[table["candidate"] == "odd"]
    assert odd["r2"].isna().all()
    assert list(odd["error"]) == ["AssertionError: not with all folds"] * 3
    assert shipped["odd"] == {"members": []}
    monkeypatch.setattr(ensembles, "SKIPPED", ())
    with pytest.raises(AssertionError, match="not with all folds"):
        with_ensembles(stage, declared)


def test_on_the_leaderboard_the_settings_of_an_ensemble_are_its_members() -> None:
    made = {"blend": {"members": ["ridge-000", "tree-000"]}, "none": {"members": []}}
    stage = SimpleNamespace(candidates={"ridge-000": {"alpha": 1}}, ensembles=made)
    expected = {"ridge-000": {"alpha": 1}, "blend": {"members": "ridge-000, tree-000"}, "none": {"members": ""}}
    assert contenders(stage) == expected
