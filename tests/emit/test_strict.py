"""Flows with every kind of model are code that ruff and mypy accept with their defaults."""

import subprocess
import sys
from pathlib import Path

import own_models
import pytest
from flows import compile_flow
from linting import mistyped

REGRESSION = (
    "tournament Kinds\nparam k = 3\ndata mock.regression { n_samples = 100, n_features = 5, n_categories = 2 }\n"
)
CLASSES = "tournament Kinds\ndata mock.classification { n_samples = 100, n_features = 5 }\n"
STOP = "early_stopping { patience = 3, max_iterations = 50 }"

SPECS = {
    "spaces": """
    seed k
    select one_standard_error(simplest = [-C, max_depth])
    race { after = [1, 3] }
    run { stop_after = 1h, timeout = 1m }
    preprocess { numeric -> own_models.Jitter(columns = k) }
    model svm: SVR {
      C ~ choice([1, k], weights = [1, 2])
      step pca: PCA { n_components in [2, k], svd_solver = "full" }
      step jitter: own_models.Jitter { columns in [1] }
      space { kernel = "linear" }
      space { kernel = "rbf", gamma ~ scipy.stats.gamma(2) }
      fit { sample_weight in [none], other = my_project.weights }
      preprocess { numeric -> QuantileTransformer(n_quantiles = k) }
      search random(3)
    }
    model tree: DecisionTreeRegressor { max_depth in [none, 2] }
    """,
    "boosting": f"""
    test none
    score neg_mean_absolute_error
    select one_standard_error(simplest = [max_depth])
    model one: XGBRegressor {{ max_depth in [k, 2], {STOP} }}
    model two: XGBRegressor {{ max_depth in [2], step pca: PCA, {STOP} }}
    model cat: CatBoostRegressor {{ {STOP[:-1]}, refit = false, final_iterations = max, seed = 8 }} }}
    model gbm: LGBMRegressor {{ {STOP[:-1]}, monitor = l1 }} }}
    """,
    "own": f"""
    model own: own_models.Shifted {{ inner in [Ridge(), own_models.Shifted(Lasso())], scale = 2 }}
    model boosted: AdaBoostClassifier {{ estimator = DecisionTreeClassifier(max_depth = 2) }}
    model built: keras.Model {{ build = own_models.wide, activation = "sigmoid", units in [3, 4], {STOP} }}
    model dense: keras.MLP {{ dropout ~ uniform(0, 0.5), fit {{ patience in [3, 4] }}, search random(2) }}
    """,
    "built": "model built: keras.Model { build in [own_models.wide], epochs in [3, 4] }",
    "one step": f"model one: XGBClassifier {{ step pca: PCA {{ n_components in [2, 3] }}, {STOP} }}",
}


@pytest.fixture(scope="module")
def flows(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("flows")
    (folder / "own_models.py").write_text(Path(own_models.__file__).read_text())
    (folder / "my_project.py").write_text("weights = 3\n")
    heads = {"spaces": REGRESSION, "boosting": REGRESSION}
    return [
        compile_flow(folder, heads.get(name, CLASSES) + spec, f"{name.replace(' ', '_')}.mf")
        for name, spec in SPECS.items()
    ]


def test_flows_are_linted(flows: list[Path]) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "E4,E7,E9,F", *flows]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout


def test_flows_are_typed(flows: list[Path]) -> None:
    assert mistyped(flows, flows[0].parent) == ""
