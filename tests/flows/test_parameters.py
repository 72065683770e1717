"""Parameters of a flow decide what the specification would otherwise say itself."""

from pathlib import Path

import numpy as np
from rehearsal import rehearse

SPEC = """
tournament Given
{}
seed {s}
data mock.regression {{ n_samples = {rows}, n_features = 4, noise = 20 }}
test random({share})
folds kfold({k}, shuffle = true)
report {{ figures = [all_scores] }}
model ridge: Ridge {{ alpha ~ loguniform(0.01, {high}), search random({n}) }}
model gbm: lightgbm.LGBMRegressor {{
  num_leaves = {leaves}
  early_stopping {{ patience = {patience}, max_iterations = 40, validation = {share} }}
}}
"""
VALUES = {"s": 9, "rows": 130, "share": 0.3, "k": 4, "n": 3, "high": 50.0, "leaves": 5, "patience": 2}
DEFAULTS = {"s": 1, "rows": 90, "share": 0.2, "k": 2, "n": 1, "high": 5.0, "leaves": 9, "patience": 4}


def test_they_decide_seed_folds_sizes_and_settings(tmp_path: Path) -> None:
    written, given = tmp_path / "written", tmp_path / "given"
    for folder in (written, given):
        folder.mkdir()
    declared = "\n".join(f'param {name} = {value} "{name}"' for name, value in DEFAULTS.items())
    expected = rehearse(written, SPEC.format("", **VALUES))
    played = rehearse(given, SPEC.format(declared, **{name: name for name in VALUES}), **VALUES)
    assert len(played.fits) == 4 * (3 + 1)
    assert played.candidates == expected.candidates
    assert played.train_rows.tolist() == expected.train_rows.tolist()
    for key, values in expected.cv_results.items():
        if "_test_" in key:
            np.testing.assert_array_equal(played.cv_results[key], values, err_msg=key)
    assert played.fits["iterations"].equals(expected.fits["iterations"])
    assert played.test_scores == expected.test_scores
