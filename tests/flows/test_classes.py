"""Classes are the data's own, whatever they are; how they are written changes no score."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from rehearsal import rehearse

RANDOM = np.random.default_rng(3)
A, B = RANDOM.normal(size=(2, 90))
CODES = np.digitize(2 * A - B + RANDOM.normal(size=90), [-1.5, 1.5])
ROWS = pd.DataFrame({"a": A, "b": B, "w": RANDOM.uniform(0.2, 3, 90)})
STOP = "early_stopping { patience = 3, max_iterations = 30"
MODELS = f"""
model tree: DecisionTreeClassifier {{ max_depth = 2 }}
model xgb: XGBClassifier {{ max_depth = 2, n_estimators = 5 }}
model xgb_stops: XGBClassifier {{ max_depth = 2, {STOP} }} }}
model cat_stops: CatBoostClassifier {{ depth = 2, {STOP} }} }}
model gbm_kept: LGBMClassifier {{ num_leaves = 4, {STOP}, refit = false }} }}
"""
SPEC = """
tournament Classes
seed 4
task classification
data csv("rows.csv") {{ target = kind, weight = w }}
folds stratified_kfold(2)
score {}
{}
"""
WAYS = {
    "two texts": ("f1, average_precision, accuracy", ["no", "yes", "yes"]),
    "true and false": ("precision, neg_brier_score, roc_auc", [False, True, True]),
    "three texts": ("accuracy, neg_log_loss, f1_macro", ["high", "low", "middle"]),
    "numbers from one": ("balanced_accuracy, roc_auc_ovr", [1, 2, 5]),
}


def play(folder: Path, scores: str, kinds: Any) -> Any:
    folder.mkdir()
    ROWS.assign(kind=kinds).to_csv(folder / "rows.csv", index=False)
    return rehearse(folder, SPEC.format(scores, MODELS), last="rank")


@pytest.mark.parametrize("way", WAYS)
def test_their_names_change_no_score(way: str, tmp_path: Path) -> None:
    scores, names = WAYS[way]
    values = sorted(set(names))
    numbers = np.array([values.index(name) for name in names])[CODES]
    plain = play(tmp_path / "plain", scores, numbers)
    played = play(tmp_path / "named", scores, np.array(names)[CODES])
    assert plain.fits["error"].isna().all(), plain.fits["error"].tolist()
    assert played.fits["error"].isna().all(), played.fits["error"].tolist()
    for score in scores.split(", "):
        np.testing.assert_array_equal(played.fits[score], plain.fits[score], err_msg=score)
    np.testing.assert_array_equal(played.fits["iterations"], plain.fits["iterations"])
    for fit, predicted in played.out_of_fold.items():
        assert predicted.columns.tolist() == values
        np.testing.assert_array_equal(predicted, plain.out_of_fold[fit])


def test_the_final_model_predicts_them_from_rows_as_they_were_loaded(tmp_path: Path) -> None:
    ROWS.assign(kind=np.array(["no", "yes", "yes"])[CODES]).to_csv(tmp_path / "rows.csv", index=False)
    [model] = [line for line in MODELS.splitlines() if line.startswith("model xgb_stops")]
    played = rehearse(tmp_path, SPEC.format("f1", model))
    predicted = played.model.predict(played.data)
    assert set(predicted) == {"no", "yes"}
    assert np.mean(predicted == played.data["kind"]) > 0.8
    assert played.test_predicted.columns.tolist() == ["no", "yes"]
