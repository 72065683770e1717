import baycomp  # type: ignore[import-untyped]
import numpy as np
import pandas as pd
import pytest
from sklearn.datasets import make_moons
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score
from sklearn.svm import SVC
from worked import FITS, FOLDS, RATIO
from worked import SCORES as WORKED

from mfc.templates.library.comparing import compare, corrected_error, fold_scores, overlap, student
from mfc.templates.library.selection_equivalent import worse_by


def test_the_worked_errors() -> None:
    assert overlap(FITS) == pytest.approx(RATIO, abs=1e-15)
    errors = corrected_error(WORKED, RATIO)
    np.testing.assert_allclose(errors, [0.073122, 0.067862, 0.064347, 0.048978], atol=5e-7)


def test_the_worked_comparisons() -> None:
    differences = WORKED.loc["a"] - WORKED.drop("a")
    errors = corrected_error(differences, RATIO)
    np.testing.assert_allclose(errors, [0.006862, 0.015487, 0.037170], atol=5e-7)
    t = student(differences.mean(axis=1), errors)
    np.testing.assert_allclose(t, [0.580034, 4.348199, 0.837224], atol=5e-7)
    found = compare(WORKED, RATIO, "a")
    np.testing.assert_allclose(found[["b", "c", "d"]], [0.899145, 0.036523, 0.899145], atol=5e-7)


def test_of_two_candidates_the_p_value_is_that_of_one_test() -> None:
    for other, p in {"b": 0.592996, "c": 0.012174, "d": 0.449573}.items():
        assert compare(WORKED.loc[["a", other]], RATIO, "a")[other] == pytest.approx(p, abs=5e-7)
        assert compare(WORKED.loc[[other, "a"]], RATIO, other)["a"] == pytest.approx(p, abs=5e-7)


def test_errors_are_those_of_baycomp() -> None:
    """baycomp takes the ratio of a k-fold cross-validation, 1 / (k - 1)."""
    random = np.random.default_rng(0)
    for n_folds in (2, 5, 10, 40):
        scores = pd.DataFrame(random.normal(size=(2, n_folds)), index=["x", "y"])
        test = baycomp.CorrelatedTTest(scores.loc["x"], scores.loc["y"])
        differences = scores.loc[["x"]] - scores.loc["y"]
        assert corrected_error(differences, 1 / (n_folds - 1))["x"] == pytest.approx(test.var**0.5, rel=1e-9)


def test_differences_that_are_all_the_same() -> None:
    scores = pd.DataFrame([[0.1, 0.2, 0.3, 0.4, 0.7]] * 3, index=["x", "same", "below"])
    scores.loc["below"] = [-0.4, -0.3, -0.2, -0.1, 0.2]
    scores = scores.round(1)
    assert compare(scores.loc[["x", "same"]], 0.25, "x")["same"] == 1
    constant = pd.DataFrame([[1.0] * 5, [0.5] * 5], index=["x", "y"])
    assert compare(constant, 0.25, "x")["y"] == 0


def test_with_few_folds_nothing_is_compared_and_with_one_there_is_no_error() -> None:
    assert compare(WORKED.iloc[:, :4], RATIO, "a").isna().all()
    assert corrected_error(WORKED.iloc[:, :2], RATIO).notna().all()
    assert corrected_error(WORKED[[0]], RATIO).fillna(0).eq(0).all()
    assert compare(WORKED.loc[["a"]], RATIO, "a").empty


def test_the_scores_that_rank_are_of_candidates_with_all_folds() -> None:
    assert fold_scores(FITS).to_numpy().tolist() == FOLDS
    failed = FITS.assign(r2=FITS["r2"].mask(FITS.index == 3))
    assert list(fold_scores(failed).index) == ["b", "c", "d"]
    assert list(fold_scores(FITS[~((FITS["candidate"] == "b") & (FITS["fold"] > 2))]).index) == ["a", "c", "d"]
    with pytest.raises(RuntimeError, match="no candidate has a score on every fold: ValueError: no"):
        fold_scores(FITS.assign(r2=np.nan, error="ValueError: no"))


def test_the_published_comparison_of_models() -> None:
    """scikit-learn, "Statistical comparison of models using grid search", whose p values are one-sided."""
    features, target = make_moons(noise=0.352, random_state=1, n_samples=100)
    folds = RepeatedStratifiedKFold(n_splits=10, n_repeats=10, random_state=0)
    models = {kernel: SVC(kernel=kernel, random_state=0) for kernel in ("rbf", "linear")}
    given = {"cv": folds, "scoring": "roc_auc"}
    scores = pd.DataFrame([cross_val_score(model, features, target, **given) for model in models.values()], models)
    differences = scores.loc[["rbf"]] - scores.loc["linear"]
    t = student(differences.mean(axis=1), corrected_error(differences, 10 / 90))["rbf"]
    assert t == pytest.approx(0.750, abs=5e-4)
    assert compare(scores, 10 / 90, "rbf")["linear"] / 2 == pytest.approx(0.227, abs=5e-4)
    assert worse_by(0, differences, 10 / 90).iloc[0] == pytest.approx(0.773, abs=5e-4)
    equivalent = 1 - worse_by(0.01, differences, 10 / 90) - worse_by(0.01, -differences, 10 / 90)
    assert equivalent.iloc[0] == pytest.approx(0.432, abs=5e-4)
