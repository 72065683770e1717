"""Early stopping sees neither the rows that score a fit nor the test: other values there change nothing."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rehearsal import Rehearsal

SPEC = """
tournament Honest
seed 4
data mock.{task} {{ n_samples = 200, n_features = 5{more} }}
preprocess {{ numeric -> StandardScaler() }}
folds {folds}(3)
model gbm: lightgbm.{booster} {{
  learning_rate = 0.3
  early_stopping {{ patience = 3, max_iterations = 60{how} }}
}}
model net: keras.MLP {{
  hidden_layer_sizes = (8,)
  learning_rate = 0.05
  early_stopping {{ patience = 3, max_iterations = 30{how} }}
}}
"""
REGRESSION = SPEC.format(task="regression", more=", noise = 20", folds="kfold", booster="LGBMRegressor", how="")
CLASSIFICATION = SPEC.format(
    task="classification", more="", folds="stratified_kfold", booster="LGBMClassifier", how=", refit = false"
)
FOLD = 1


def fits(folder: Path, spec: str, poison: Any) -> list[dict[str, Any]]:
    """Play a flow up to its fits, on data that were poisoned after the splits were made."""
    rehearsal = Rehearsal(folder, spec)
    stage = rehearsal.stage
    stage.start()
    folds = rehearsal.module.split_folds(stage.data.iloc[stage.train_rows])
    scoring = stage.train_rows[folds[FOLD][1]]
    poison(stage.data, scoring, stage.test_rows)
    rehearsal.module.split_folds = lambda *_: folds  # type: ignore[attr-defined]
    return [row for task in rehearsal.fit() for row in task.fits if row["fold"] == FOLD]


def nothing(data: Any, scoring: np.ndarray, test: np.ndarray) -> None:
    """Leave the data alone."""


def targets(data: Any, scoring: np.ndarray, test: np.ndarray) -> None:
    """Turn the targets around that the fit must not learn from."""
    column = data.columns.get_loc("target")
    for rows in (scoring, test):
        data.iloc[rows, column] = data["target"].max() - data["target"].to_numpy()[rows]


def features_of_the_test(data: Any, scoring: np.ndarray, test: np.ndarray) -> None:
    """Make the test rows absurd."""
    data.iloc[test, : data.shape[1] - 1] = 1e6


@pytest.mark.parametrize(
    ("spec", "score"), [(REGRESSION, "r2"), (CLASSIFICATION, "accuracy")], ids=["regression", "classification"]
)
def test_what_must_not_be_seen_changes_nothing(spec: str, score: str, tmp_path: Path) -> None:
    undisturbed, turned, absurd = (
        fits(folder, spec, poison)
        for folder, poison in (
            (tmp_path / "a", nothing),
            (tmp_path / "b", targets),
            (tmp_path / "c", features_of_the_test),
        )
        if not folder.mkdir()
    )
    assert [row["error"] for row in undisturbed] == [None, None]
    assert all(1 <= row["iterations"] <= 60 for row in undisturbed)
    for row, other, third in zip(undisturbed, turned, absurd, strict=True):
        assert row["iterations"] == other["iterations"] == third["iterations"]
        np.testing.assert_array_equal(row["predicted"], other["predicted"])
        np.testing.assert_array_equal(row["predicted"], third["predicted"])
        assert row[score] != other[score]  # the poison was there
        assert row[score] == third[score]
