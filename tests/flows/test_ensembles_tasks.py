"""Ensembles of each task through Metaflow: all kinds of them in one small run a task."""

import numpy as np
import pytest
from flows import Runner

ENSEMBLES = """
ensemble blend:   average
ensemble chosen:  greedy { rounds = 3 }
ensemble stacked: stack { final = FINAL }
report { figures = [all_scores] }
run { fits_per_task = 100 }
"""
TREES, BAYES = "model tree: DecisionTreeClassifier { max_depth = 2 }\n", "model bayes: GaussianNB\n"
NEAR = "model near: KNeighborsClassifier\n"
TASKS = {
    "two classes": ("data mock.classification { n_samples = 150 }\n" + TREES + BAYES, "LogisticRegression()"),
    "three classes": ('data sklearn("iris")\n' + TREES + BAYES, "LogisticRegression()"),
    "multilabel": (
        "data mock.multilabel { n_samples = 150, n_features = 6, n_classes = 3 }\n" + TREES + NEAR,
        "KNeighborsClassifier()",
    ),
    "several targets": (
        "data mock.regression { n_samples = 150, n_features = 4, n_targets = 2, noise = 30 }\n"
        "model tree: DecisionTreeRegressor { max_depth = 2 }\nmodel ridge: Ridge\n",
        "Ridge()",
    ),
}
SOAKED = ("three classes", "several targets")
"""Left to `make soak`: alike for Metaflow."""


@pytest.mark.parametrize("task", [pytest.param(task, marks=[pytest.mark.soak] * (task in SOAKED)) for task in TASKS])
def test_all_kinds_are_ranked_and_the_winner_ships(task: str, runner: Runner) -> None:
    declared, final = TASKS[task]
    folds = "stratified_kfold" if "classes" in task else "kfold"
    run = runner.play(f"tournament Small\n{declared}folds {folds}(3)\n{ENSEMBLES.replace('FINAL', final)}")
    names = {"blend", "chosen", "stacked"}
    assert names < set(run.leaderboard["candidate"])
    assert run.fits["error"].isna().all()
    assert len(run.cv_results["candidate"]) == 2
    means = run.fits.groupby("candidate")[run.fits.columns[2]].mean()
    for name, made in run.ensembles.items():
        [first, *_] = made["scores"].values()
        assert np.mean(first) == pytest.approx(means[name], abs=1e-12)
    targets = run.target if isinstance(run.target, list) else [run.target]
    predicted = run.model.predict(run.data.drop(columns=targets))
    assert np.shape(predicted) == run.data[run.target].shape
    assert means[run.winner] == means.max()
