import subprocess
import sys
from io import StringIO
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace
from typing import cast

import metaflow
import numpy as np
import pandas as pd
import pytest
import sklearn
from rehearsal import rehearse

from mfc.files.fill import LIST
from mfc.runs.export import export, trusted
from mfc.runs.find import RunError


@pytest.fixture
def exported(run: metaflow.Run, elsewhere: Path) -> Path:
    files = export(run, elsewhere)
    assert sorted(files) == sorted(file for file in elsewhere.iterdir() if file.name != LIST)
    return elsewhere


def test_the_model_loads_where_nobody_knows_the_flow(run: metaflow.Run, exported: Path) -> None:
    assert {file.name for file in exported.iterdir()} == {LIST, "model.joblib", "model-card.md", "predict.py"}
    features = run.data.data.drop(columns="target")
    features.to_csv(exported / "rows.csv", index=False)
    load = "import joblib, pandas; print(joblib.load('model.joblib').predict(pandas.read_csv('rows.csv')).tolist())"
    ran = subprocess.run([sys.executable, "-c", load], cwd=exported, capture_output=True, text=True)
    assert (ran.stdout, ran.stderr) == (f"{run.data.model.predict(features).tolist()}\n", "")


def test_the_program_predicts_the_classes(run: metaflow.Run, exported: Path) -> None:
    features = run.data.data.drop(columns="target")
    features.assign(id=range(len(features))).to_csv(exported / "rows.csv", index=False)
    ran = predicted(exported, "rows.csv", "--keep", "id")
    assert (ran.returncode, ran.stderr) == (0, "")
    table = pd.read_csv(StringIO(ran.stdout))
    assert list(table) == ["id", "predicted", "probability_0", "probability_1"]
    assert table["id"].tolist() == list(range(len(features)))
    assert table["predicted"].tolist() == run.data.model.predict(features).tolist()
    features.drop(columns="num_1").to_csv(exported / "rows.csv", index=False)
    ran = predicted(exported, "rows.csv")
    assert (ran.returncode, ran.stderr) == (1, "rows.csv: no column 'num_1', the nearest name is 'num_3'\n")


def predicted(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "predict.py", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_the_card_tells_what_it_is(run: metaflow.Run, exported: Path) -> None:
    card = (exported / "model-card.md").read_text()
    assert card.startswith(f"# {run.data.winner}\n")
    assert f"| accuracy | {run.data.test_scores['accuracy']:.4g} |" in card
    assert "These" not in card
    low, high, _ = run.data.test_interval
    assert f"The 95% interval of the first is {low:.4g} to {high:.4g}" in card
    assert "| estimator | `sklearn.neighbors.KNeighborsClassifier` |" in card
    assert f"| scikit-learn | {sklearn.__version__} |" in card
    assert f"| rows | {len(run.data.data)}, of which {len(run['start'].task.data.train_rows)} were" in card
    [(label, count), *_] = run.data.data["target"].value_counts().items()
    assert f"| {label} | {count} | {count / len(run.data.data):.1%} |" in card
    assert "num_0, num_1, num_2, num_3" in card


def test_the_run_of_somebody_else_has_to_be_asked_for(run: metaflow.Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert trusted(run, None) is run
    monkeypatch.setenv("METAFLOW_USER", "eve")
    owner = next(tag[5:] for tag in run.system_tags if tag.startswith("user:"))
    with pytest.raises(RunError, match=rf"in `local@.*` was run by `{owner}`, and you are `eve`: .*`--user {owner}`"):
        trusted(run, None)
    assert trusted(run, owner) is run


@pytest.mark.parametrize(
    "model", ["tree: DecisionTree{} {{ max_depth in [2, 3] }}", "net: keras.MLP {{ epochs in [1, 2] }}"]
)
@pytest.mark.parametrize("task", ["Regressor", "Classifier"])
def test_several_targets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: str, model: str) -> None:
    data = "regression { n_targets = 2," if task == "Regressor" else "multilabel { n_classes = 3,"
    text = f"tournament Rows\ndata mock.{data} n_samples = 60, n_features = 5 }}\nfolds kfold(2)\n"
    text += f"model {model.format(task)}\n"
    played = rehearse(tmp_path, text)
    found = lambda run, step, name: getattr(played, name, None)  # noqa: E731
    monkeypatch.setattr("mfc.runs.export.artifact", found)
    monkeypatch.setattr("mfc.runs.shape.artifact", found)
    export(cast("metaflow.Run", SimpleNamespace(pathspec="Rows/1", finished_at=None)), tmp_path / "out")
    features = played.data.drop(columns=played.target)
    table = run_path(str(tmp_path / "out" / "predict.py"))["predict"](features)
    assert table.columns.tolist() == [f"predicted_{name}" for name in played.target]
    np.testing.assert_allclose(table, played.model.predict(features), rtol=1e-6)
    assert f"It predicts {', '.join(played.target)}." in (tmp_path / "out" / "model-card.md").read_text()
