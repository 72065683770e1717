"""One small tournament, compiled, run by Metaflow, and held against scikit-learn's own search."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from flows import Run, Runner, compile_flow
from scipy.stats import loguniform
from sklearn.datasets import make_regression
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import GridSearchCV, KFold, RandomizedSearchCV, train_test_split

SPEC = """
tournament Whole "One small tournament"
seed 3
param rows = 120 "Rows to mock"
data mock.regression { n_samples = rows, n_features = 4, noise = 20 }
folds kfold(3)
score r2, neg_mean_absolute_error
model grid: Ridge { alpha in [0.1, 1, 10] }
model drawn: Ridge {
  alpha ~ loguniform(0.01, 100)
  search random(4)
}
"""


ARCHITECTURE = Path(__file__).parents[2] / "docs" / "architecture.md"
LISTING = """\
import atexit, os, sys
def list_modules():
    step = sys.argv[sys.argv.index("step") + 1] if "step" in sys.argv else "run"
    with open(os.environ["LISTED"], "a") as file:
        file.write(" ".join([step, *sys.modules]) + "\\n")
atexit.register(list_modules)
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the flow; its processes list what they have imported in `listed`, a line each."""
    runner = Runner(tmp_path_factory.mktemp("whole"))
    looking = runner.folder / "looking"
    looking.mkdir()
    looking.joinpath("sitecustomize.py").write_text(LISTING)
    listed = str(runner.folder / "listed")
    return runner.run(compile_flow(runner.folder, SPEC), PYTHONPATH=str(looking), LISTED=listed)


@pytest.fixture(scope="module")
def training() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    features, target = make_regression(n_samples=120, n_features=4, noise=20, random_state=3)
    return tuple(train_test_split(features, target, test_size=0.2, random_state=3))


@pytest.mark.parametrize("model", ["grid", "drawn"])
def test_the_scores_are_scikit_learns_own(run: Run, training: tuple[np.ndarray, ...], model: str) -> None:
    scores = {"cv": KFold(3), "scoring": ["r2", "neg_mean_absolute_error"], "refit": "r2"}
    search = {
        "grid": GridSearchCV(Ridge(random_state=3), {"alpha": [0.1, 1, 10]}, **scores),
        "drawn": RandomizedSearchCV(
            Ridge(random_state=3), {"alpha": loguniform(0.01, 100)}, n_iter=4, random_state=3, **scores
        ),
    }[model]
    train, _, train_target, _ = training
    expected = search.fit(train, train_target).cv_results_
    results = run.cv_results
    rows = results["model"] == model
    assert [params for params, own in zip(results["params"], rows, strict=True) if own] == expected["params"]
    for key, values in expected.items():
        if "test" in key and not key.startswith("rank"):
            np.testing.assert_allclose(results[key][rows], values, rtol=0, atol=1e-12, err_msg=key)
    assert expected.keys() <= results.keys()


def test_the_winner_is_scored_once_on_the_test_rows(run: Run, training: tuple[np.ndarray, ...]) -> None:
    train, test, train_target, test_target = training
    best = int(np.argmax(run.cv_results["mean_test_r2"]))
    assert run.winner == run.cv_results["candidate"][best]
    model = Ridge(**run.cv_results["params"][best]).fit(train, train_target)
    assert run.test_scores["r2"] == pytest.approx(r2_score(test_target, model.predict(test)), abs=1e-12)


def test_the_results_are_written_for_people(run: Run) -> None:
    assert {path.name for path in run.results.iterdir()} == {
        "summary.txt",
        "leaderboard.csv",
        "all-scores.png",
        "predicted-vs-true.png",
        "residuals.png",
        "importance.png",
    }
    summary = (run.results / "summary.txt").read_text(encoding="utf-8")
    assert summary.startswith(f"{run.winner} on 24 held-out rows of 120 from make_regression:\n")
    assert "The baseline predicts the mean." in summary
    places = pd.read_csv(run.results / "leaderboard.csv")
    assert list(places["place"]) == list(range(1, 8))
    assert places["r2"].is_monotonic_decreasing
    positions = [
        summary.index(f"{candidate} ", summary.index("The best of 7 candidates")) for candidate in places["candidate"]
    ]
    assert positions == sorted(positions)
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in run.results.glob("*.png"))


def test_each_step_imports_what_the_table_says(run: Run) -> None:
    table = ARCHITECTURE.read_text(encoding="utf-8").partition("| step | imports |")[2].partition("\n\n")[0]
    rows = (line.split("|")[1:3] for line in table.splitlines()[2:])
    expected = {step.strip(" `"): set(re.findall("`(.+?)`", modules)) for step, modules in rows}
    watched = set().union(*expected.values()) | {"lightgbm", "tensorflow"}
    processes = (line.split() for line in (run.folder / "listed").read_text().splitlines())
    imported: dict[str, set[str]] = {}
    for step, *modules in processes:
        imported.setdefault(step, set()).update(watched.intersection(modules))
    assert {step: imported[step] for step in expected} == expected


def test_neither_another_run_nor_other_tasks_change_a_number(run: Run, tmp_path: Path) -> None:
    again = Runner(tmp_path).play(SPEC, "--fits_per_task", "4")
    assert len(again.tasks("fit")) == 6
    assert len(run.tasks("fit")) != 6  # of as many fits as suit the cores
    for key, values in run.cv_results.items():
        if "time" not in key:
            np.testing.assert_array_equal(again.cv_results[key], values, err_msg=key)
    pd.testing.assert_frame_equal(again.leaderboard, run.leaderboard)
    assert again.test_scores == run.test_scores
