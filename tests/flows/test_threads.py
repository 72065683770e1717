"""Every library works with the threads of the specification, and no more tasks run than there are cores for."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import busy
import pytest
from flows import compile_flow, flow_name, load_flow

SPEC = """
tournament Threads
seed 2
data mock.regression {{ n_samples = 8_000, n_features = 20, noise = 5 }}
folds kfold(2)
model gbm: LGBMRegressor {{ n_estimators = 60 }}
model xgb: XGBRegressor {{ n_estimators = 60 }}
model cat: CatBoostRegressor {{ iterations = 100 }}
model hist: HistGradientBoostingRegressor {{ max_iter = 60 }}
model forest: RandomForestRegressor {{ n_estimators = 10, max_features = 0.3 }}
model inner: AdaBoostRegressor {{ estimator = LGBMRegressor(n_estimators = 40, verbose = -1), n_estimators = 2 }}
model net: keras.MLP {{ hidden_layer_sizes = (256, 256), batch_size = 512, epochs = 6 }}
run {{ threads = {threads} }}
"""
MODELS = ("gbm", "xgb", "hist", "forest", "inner")


@pytest.fixture(scope="module", params=[1, 2])
def fitted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Any]:
    """Fit in a process of its own, as a task does, with what the flow gives to its tasks' environment."""
    threads = request.param
    flow = compile_flow(tmp_path_factory.mktemp("threads"), SPEC.format(threads=threads))
    unset = {name: value for name, value in os.environ.items() if "THREADS" not in name}
    ran = subprocess.run(
        [sys.executable, busy.__file__, flow],
        env=unset | load_flow(flow).ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return threads, json.loads(ran.stdout.splitlines()[-1])


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core has nothing for a second thread")
@pytest.mark.skipif(not busy.TASKS.exists(), reason="only Linux tells what each thread does")
def test_every_library_works_with_the_threads_of_a_task(fitted: tuple[int, Any]) -> None:
    threads, found = fitted
    expected = dict.fromkeys(MODELS, threads) | {"inner": 1}
    # The main thread hands the work out to others, and looks after them now and then; joblib's only if there are two.
    for handing_out in ("net", "cat", *(["forest"] if threads > 1 else [])):
        assert found["busy"].pop(handing_out) in (threads, threads + 1)
        expected.pop(handing_out, None)
    assert found["busy"] == expected
    assert max(found["cores"].values()) < threads + 0.25


def test_the_pools_of_libraries_have_the_threads_of_a_task(fitted: tuple[int, Any]) -> None:
    threads, found = fitted
    assert found["pools"] == {"blas": threads, "openmp": threads}


@pytest.mark.parametrize(
    ("run", "cores", "workers"),
    [
        ("", 8, "8"),
        ("threads = 2", 8, "4"),
        ("threads = 3", 8, "2"),
        ("threads = 2", 1, "1"),
        ("threads = 4, workers = 6", 8, "6"),
        ("workers = 2", 8, "2"),
    ],
)
def test_no_more_tasks_run_than_there_are_cores_for(run: str, cores: int, workers: str, tmp_path: Path) -> None:
    flow = compile_flow(tmp_path, f"{SPEC.partition('model')[0].format()}model ridge: Ridge\nrun {{ {run} }}\n")
    for given, expected in ({}, workers), ({"METAFLOW_RUN_MAX_WORKERS": "3"}, "3"):
        assert started(flow, cores, given)["METAFLOW_RUN_MAX_WORKERS"] == expected
        assert started(flow, cores, given)["METAFLOW_RESUME_MAX_WORKERS"] == workers


def started(flow: Path, cores: int, environment: dict[str, str]) -> dict[str, str]:
    """Return the environment in which a flow's file starts Metaflow on a machine with so many cores."""
    module = load_flow(flow)
    [main] = [node for node in ast.parse(flow.read_text(encoding="utf-8")).body if isinstance(node, ast.If)][-1:]
    environment = dict(environment)
    machine = SimpleNamespace(environ=environment, cpu_count=lambda: cores)
    code = compile(ast.Module(main.body, []), "<main>", "exec")
    exec(code, vars(module) | {"os": machine, flow_name(flow): lambda: None})
    return environment
