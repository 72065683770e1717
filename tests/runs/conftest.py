import os
import shutil
from pathlib import Path

import metaflow
import pytest
from flows import Run, Runner, clean_environment

SPEC = """
tournament Houses "A finished tournament"
seed 3
data mock.classification { n_samples = 120, n_features = 4 }
preprocess { numeric -> StandardScaler() }
folds kfold(3)
model logistic: LogisticRegression { C in [0.1, 1] }
model knn: KNeighborsClassifier { n_neighbors in [3, 1_000] }
"""


@pytest.fixture(scope="package")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A tournament that was run to its end; one of its candidates failed."""
    return Runner(tmp_path_factory.mktemp("finished")).play(SPEC)


@pytest.fixture(scope="package")
def previous(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The same tournament, run by the flow that the previous version of mfc compiled."""
    runner = Runner(tmp_path_factory.mktemp("previous"))
    flow = Path(__file__).parent / "previous" / "tournament_flow.py"
    return runner.run(Path(shutil.copy(flow, runner.folder)))


@pytest.fixture
def run(finished: Run, monkeypatch: pytest.MonkeyPatch) -> metaflow.Run:
    """The run, as Metaflow's client sees it from where it was run."""
    return seen(finished, monkeypatch)


@pytest.fixture
def previous_run(previous: Run, monkeypatch: pytest.MonkeyPatch) -> metaflow.Run:
    """The run of the previous version's flow, likewise."""
    return seen(previous, monkeypatch)


def seen(finished: Run, monkeypatch: pytest.MonkeyPatch) -> metaflow.Run:
    for name, value in clean_environment(finished.folder).items():
        if os.environ.get(name) != value:
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(finished.folder)
    metaflow.metadata(f"local@{finished.folder}")
    metaflow.namespace(None)
    return metaflow.Run(f"Houses/{finished.id}")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "out"
