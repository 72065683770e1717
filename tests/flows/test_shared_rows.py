"""The candidates of a task prepare the rows of a fold once, and none notices the others."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rehearsal import Rehearsal

HEAD = """
tournament Shared
seed 6
data mock.regression { n_samples = 150, n_features = 6, n_informative = 3, n_categories = 2, noise = 20 }
folds kfold(3)
"""
STOP = "early_stopping { patience = 3, max_iterations = 30"
LINEAR = """
preprocess { numeric -> StandardScaler() }
model ridge: Ridge { alpha in [0.1, 1, 10] }
model lasso: Lasso { alpha in [0.1, 1, 10] }
"""
CARELESS = LINEAR.replace("alpha in", "copy_X = false, alpha in")
STOPPED = f"model gbm: LGBMRegressor {{ max_depth in 2..4, {STOP} }} }}"
KEPT = f"model gbm: LGBMRegressor {{ max_depth in 2..4, {STOP}, refit = false }} }}"
TUNED = "model ridge: Ridge { alpha in [0.1, 1], step pca: PCA { n_components in [2, 3] } }"
OWN = """
model ridge: Ridge { alpha in [0.1, 1], step pca: PCA { n_components = 2 } }
model lasso: Lasso { alpha in [0.1, 1], preprocess { numeric -> MinMaxScaler() } }
"""


def fits(folder: Path, spec: str, fits_per_task: int) -> tuple[list[dict[str, Any]], int]:
    """Play a flow up to its fits, but for their times; tell also how often columns were prepared."""
    folder.mkdir()
    rehearsal = Rehearsal(folder, HEAD + spec, fits_per_task=fits_per_task)
    prepare, calls = rehearsal.module.preprocessor, []
    rehearsal.module.preprocessor = lambda *given: calls.append(given) or prepare(*given)  # type: ignore[attr-defined]
    rehearsal.stage.start()
    rows = [row for task in rehearsal.stage.tasks for row in rehearsal._fit(task).fit_rows]
    return [{name: value for name, value in row.items() if "seconds" not in name} for row in rows], len(calls)


@pytest.mark.parametrize(
    ("spec", "shared", "alone"),
    [(LINEAR, 6, 18), (CARELESS, 6, 18), (STOPPED, 6, 18), (KEPT, 3, 9), (TUNED, 12, 12), (OWN, 3, 6)],
    ids=["linear", "careless", "stopped", "kept", "tuned", "own"],
)
def test_sharing_changes_nothing_but_the_work(spec: str, shared: int, alone: int, tmp_path: Path) -> None:
    together, prepared = fits(tmp_path / "together", spec, 100)
    apart, prepared_apart = fits(tmp_path / "apart", spec, 1)
    assert (prepared, prepared_apart) == (shared, alone)
    for row, other in zip(together, apart, strict=True):
        assert row["error"] is None
        np.testing.assert_array_equal(row.pop("predicted"), other.pop("predicted"))
        assert row == other


def test_the_folds_of_one_candidate_are_not_kept(tmp_path: Path) -> None:
    text = Rehearsal(tmp_path, HEAD + LINEAR).file.read_text(encoding="utf-8")
    assert "maxsize=N_FOLDS if len(fits) > N_FOLDS else 0" in text


def test_each_fit_says_why_its_rows_could_not_be_prepared(tmp_path: Path) -> None:
    spec = HEAD + LINEAR.replace("StandardScaler()", "PCA(n_components = 50)")
    rehearsal = Rehearsal(tmp_path, spec, fits_per_task=100)
    rehearsal.stage.start()
    rows = [row for task in rehearsal.stage.tasks for row in rehearsal._fit(task).fit_rows]
    assert len(rows) == 18
    assert all(row["error"].startswith("ValueError: n_components=50 must be between") for row in rows)
