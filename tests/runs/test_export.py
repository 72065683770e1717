import subprocess
import sys
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace
from typing import cast

import joblib
import metaflow
import numpy as np
import pandas as pd
import pytest
from rehearsal import rehearse

from mfc.runs.export import _columns, export
from mfc.runs.find import RunError


@pytest.fixture
def exported(run: metaflow.Run, elsewhere: Path) -> Path:
    files = export(run, elsewhere)
    assert sorted(files) == sorted(elsewhere.iterdir())
    return elsewhere


def test_the_files_are_the_models_own(run: metaflow.Run, exported: Path) -> None:
    assert {file.name for file in exported.iterdir()} == {
        "model.joblib",
        "preprocessor.joblib",
        "model-card.md",
        "predict.py",
    }
    model, preprocessor = (joblib.load(exported / f"{name}.joblib") for name in ("model", "preprocessor"))
    features = run.data.data.drop(columns="target")
    expected = run.data.model.predict(run.data.preprocessor.transform(features))
    np.testing.assert_array_equal(model.predict(preprocessor.transform(features)), expected)


def test_the_program_predicts_the_classes(run: metaflow.Run, exported: Path) -> None:
    features = run.data.data.drop(columns="target")
    features.to_csv(exported / "rows.csv", index=False)
    ran = subprocess.run([sys.executable, "predict.py", "rows.csv"], cwd=exported, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    codes = run.data.model.predict(run.data.preprocessor.transform(features))
    assert ran.stdout.split() == ["predicted", *(run.data.classes[code] for code in codes)]
    features.drop(columns="num_1").to_csv(exported / "rows.csv", index=False)
    ran = subprocess.run([sys.executable, "predict.py", "rows.csv"], cwd=exported, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (1, "these rows have no column num_1\n")


def test_the_card_tells_what_it_is(run: metaflow.Run, exported: Path) -> None:
    card = (exported / "model-card.md").read_text()
    assert card.startswith(f"# {run.data.winner}\n")
    assert f"| accuracy | {run.data.test_scores['accuracy']:.4g} |" in card
    assert "These" not in card
    assert "num_0, num_1, num_2, num_3" in card


@pytest.mark.parametrize(
    "model", ["tree: DecisionTree{} {{ max_depth in [2, 3] }}", "net: keras.MLP {{ epochs in [1, 2] }}"]
)
@pytest.mark.parametrize("task", ["Regressor", "Classifier"])
def test_several_targets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, task: str, model: str) -> None:
    data = "regression { n_targets = 2," if task == "Regressor" else "multilabel { n_classes = 3,"
    text = f"tournament Rows\ndata mock.{data} n_samples = 60, n_features = 5 }}\nfolds kfold(2)\n"
    text += f"model {model.format(task)}\n"
    played = rehearse(tmp_path, text, "refit")
    monkeypatch.setattr("mfc.runs.export.artifact", lambda run, step, name: getattr(played, name, None))
    export(cast("metaflow.Run", SimpleNamespace(pathspec="Rows/1", finished_at=None)), tmp_path / "out")
    features = played.data.drop(columns=played.target)
    predicted = run_path(str(tmp_path / "out" / "predict.py"))["predict"](features)
    assert predicted.columns.tolist() == [f"predicted_{name}" for name in played.target]
    outputs = np.asarray(
        played.model(features.to_numpy("float32")) if "keras" in model else played.model.predict(features)
    )
    if task == "Regressor":
        np.testing.assert_allclose(predicted, outputs, rtol=1e-6)
    else:
        assert predicted.to_numpy().tolist() == np.where(outputs > 0.5, "1", "0").tolist()
    assert f"It predicts {', '.join(played.target)}." in (tmp_path / "out" / "model-card.md").read_text()


class Network:
    input_shape = (None, 2)


def test_a_network_takes_the_columns_that_are_no_target(run: metaflow.Run, monkeypatch: pytest.MonkeyPatch) -> None:
    artifacts = {"data": pd.DataFrame(columns=["a", "y", "b"]), "target": "y"}
    monkeypatch.setattr("mfc.runs.export.artifact", lambda run, step, name: artifacts[name])
    assert _columns(run, Network()) == ["a", "b"]
    artifacts["data"]["c"] = 0
    with pytest.raises(RunError, match="does not say which columns it takes"):
        _columns(run, Network())
