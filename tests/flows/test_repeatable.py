"""Runs of one flow have the same numbers, however their fits are shared out among tasks."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from flows import Run, Runner, compile_flow
from keras.wrappers import SKLearnRegressor
from rehearsal import rehearse

from mfc.templates.library.tasks import share_out

TREES = """\
tournament Trees
seed 5
data mock.regression { n_samples = 150, n_features = 5, noise = 20 }
folds kfold(3, shuffle = true)
score neg_root_mean_squared_error, r2
model forest: RandomForestRegressor {
  n_estimators = 8
  max_depth ~ lograndint(2, 9)
  search random(2)
}
model gbm: lightgbm.LGBMRegressor {
  num_leaves in [4]
  subsample = 0.7, subsample_freq = 1
  early_stopping { patience = 5, max_iterations = 60 }
}
"""
NETWORKS = """\
tournament Networks
seed 5
data mock.regression { n_samples = 120, n_features = 4, noise = 5 }
preprocess { numeric -> StandardScaler() }
folds kfold(3)
model net: keras.MLP {
  hidden_layer_sizes in [(), (6,)]
  learning_rate ~ uniform(0.2, 0.5)
  dropout       = 0.1
  early_stopping { patience = 3, max_iterations = 40 }
  search random(2)
}
"""


CANDIDATES = "gbm-000", "forest-000", "forest-001"  # boosted trees first
FITS = [(candidate, fold) for candidate in CANDIDATES for fold in range(3)]
HERE = SimpleNamespace(decorators=())


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Run one flow with as many fits a task as the option says."""
    runner = Runner(tmp_path_factory.mktemp("trees"))
    flow = compile_flow(runner.folder, TREES)
    options = {"default": (), "1": ("--fits_per_task", "1")}
    return {name: runner.run(flow, *words) for name, words in options.items()}


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the flow of networks, whose fits are shared out among two tasks."""
    return Runner(tmp_path_factory.mktemp("networks")).play(NETWORKS)


def assert_same_numbers(one: Any, other: Any) -> None:
    """Compare all results but the seconds, to the last bit."""
    results, others = one.cv_results, other.cv_results
    assert list(results) == list(others)
    for key in results:
        if not key.endswith("_time"):
            np.testing.assert_array_equal(results[key], others[key], err_msg=key)
    pd.testing.assert_frame_equal(one.leaderboard, other.leaderboard, check_exact=True)
    predicted, others_predicted = one.out_of_fold, other.out_of_fold
    assert predicted.keys() == others_predicted.keys()
    for fit, values in predicted.items():
        np.testing.assert_array_equal(values, others_predicted[fit], err_msg=str(fit))
    assert one.test_scores == other.test_scores
    np.testing.assert_array_equal(one.test_predicted, other.test_predicted)


@pytest.mark.parametrize(
    ("option", "tasks"), [("default", share_out(CANDIDATES, 3, 0, HERE)), ("1", [[fit] for fit in FITS])]
)
def test_fits_are_shared_out_among_tasks(
    trees: dict[str, Run], option: str, tasks: list[list[tuple[str, int]]]
) -> None:
    assert trees[option].tasks("start", "tasks")[0].tasks == tasks
    done = trees[option].tasks("fit", "fits")
    rows = [[(row["candidate"], row["fold"]) for row in task.fits] for task in done]
    assert sorted(rows) == sorted(tasks)


def test_numbers_do_not_depend_on_how_fits_are_shared_out(trees: dict[str, Run]) -> None:
    assert_same_numbers(trees["default"], trees["1"])


@pytest.mark.parametrize(
    ("given", "tasks"),
    [({}, share_out(CANDIDATES, 3, 0, HERE)), ({"fits_per_task": 5}, [FITS[:3], FITS[3:8], FITS[8:]])],
)
def test_a_run_has_the_numbers_of_its_functions(
    trees: dict[str, Run], given: dict[str, int], tasks: list[list[tuple[str, int]]], tmp_path: Path
) -> None:
    played = rehearse(tmp_path, TREES, **given)
    assert played.tasks == tasks
    assert_same_numbers(trees["default"], played)


def test_fits_per_task_of_the_specification(tmp_path_factory: pytest.TempPathFactory) -> None:
    played = rehearse(tmp_path_factory.mktemp("four"), TREES + "run { fits_per_task = 4 }\n", last="start")
    assert played.tasks == [FITS[:3], FITS[3:7], FITS[7:]]
    assert played.fits_per_task == 4


def test_networks_have_the_same_numbers_in_every_process(networks: Run, tmp_path: Path) -> None:
    """In the run, and in this process with all fits in one task."""
    assert len(networks.tasks("fit")) == 2
    played = rehearse(tmp_path, NETWORKS, fits_per_task=100)
    assert len(played.tasks) == 1
    assert_same_numbers(networks, played)


def test_networks_learn(networks: Run) -> None:
    assert networks.leaderboard["r2"].max() > 0.5
    assert networks.test_scores["r2"] > networks.baseline_scores["r2"] + 0.5


def test_networks_stop_early(networks: Run) -> None:
    fits = networks.fits
    assert fits["iterations"].dtype == int
    assert fits["iterations"].between(1, 40).all()
    assert networks.iterations == np.mean(fits["iterations"][fits["candidate"] == networks.winner])


def test_a_network_is_kept_as_keras_has_it(networks: Run) -> None:
    assert isinstance(networks.model[-1], SKLearnRegressor)
    predicted = networks.model.predict(networks.data)
    assert predicted.shape == (len(networks.data),)
    assert np.corrcoef(predicted, networks.data["target"])[0, 1] > 0.7
