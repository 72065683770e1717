"""The companions of flows, which predict: code that strict tools accept, and what their functions do."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from flows import load_flow

from mfc.emit.header import recognise
from mfc.pipeline import Compilation
from mfc.source import Source

ROOT = Path(__file__).parents[2]
REST = "model tree: {} {{ max_depth in [2, 3] }}\n"
REGRESSION = REST.format("DecisionTreeRegressor")
CLASSES = REST.format("DecisionTreeClassifier")
NET = "model net: keras.MLP { epochs in [2] }\n"
FILE = """data csv("rows.csv") { target = "y" }\n"""
SPECS = {
    "regression": f"task regression\n{FILE}{REGRESSION}run {{ packages = pypi, resources {{ memory = 4_096 }} }}\n",
    "parquet": """task regression\ndata parquet("s3://rows/all.parquet") { target = "y", group = "g" }\n"""
    f"folds group_kfold(3)\n{REGRESSION}",
    "classes": f"data mock.classification\n{CLASSES}{NET}",
    "plain_classes": f"""data sklearn("breast_cancer")\n{CLASSES}""",
    "network": f"data mock.regression\n{REGRESSION}{NET}",
    "several": f"""task regression\ndata csv("rows.csv") {{ target = [y, z] }}\n{REGRESSION}""",
    "labels": f"""task multilabel\ndata csv("rows.csv") {{ target = [y, z] }}\n{CLASSES}""",
    "network_labels": f"data mock.multilabel\n{CLASSES}{NET}",
    "network_several": f"data mock.regression {{ n_targets = 2 }}\n{REGRESSION}{NET}",
}
ROWS = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0], "more": ["x", "y"]})

Companion = Callable[[str], ModuleType]


def companion_text(name: str) -> str:
    compilation = Compilation(Source(f"{name}.mf", f"tournament Trial\n{SPECS[name]}"))
    assert not compilation.has_errors, compilation.diagnostics
    return compilation.predict_flow(f"{name}_predict_flow.py")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All companions."""
    folder = tmp_path_factory.mktemp("companions")
    for name in SPECS:
        (folder / f"{name}_predict_flow.py").write_text(companion_text(name), encoding="utf-8")
    return folder


@pytest.fixture
def companion(folder: Path) -> Companion:
    return lambda name: load_flow(folder / f"{name}_predict_flow.py")


def tool(folder: Path, *words: str | Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", *words, *folder.glob("*.py")], cwd=folder, capture_output=True, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_companions_are_linted_and_in_blacks_style(folder: Path) -> None:
    tool(folder, "ruff", "check", "--no-cache", "--config", ROOT / "pyproject.toml")
    tool(folder, "black", "--check", "--line-length", "100", "--target-version", "py311")


def test_companions_are_strictly_typed(folder: Path) -> None:
    tool(folder, "mypy", "--strict", "--scripts-are-modules", "--follow-imports", "silent")


def test_a_companion_says_what_it_was_made_from() -> None:
    text = companion_text("regression")
    stamp = recognise(text)
    assert stamp is not None
    assert (stamp.spec, stamp.edited) == ("regression.mf", False)
    assert "mfc." not in text.replace("by mfc from", "")


def test_it_needs_what_the_model_needs() -> None:
    text = companion_text("network")
    assert "tensorflow" in text
    assert "matplotlib" not in text


def test_a_missing_column_ends_it_with_the_nearest_name_and_the_file(companion: Companion) -> None:
    check = companion("regression").check_columns
    check(ROWS, ["b", "a"], "rows.csv")
    with pytest.raises(ValueError, match=r"rows\.csv: no column 'moor', the nearest name is 'more'"):
        check(ROWS, ["a", "moor"], "rows.csv")
    with pytest.raises(ValueError, match=r"rows\.csv: no rows"):
        check(ROWS[:0], ["a"], "rows.csv")


def test_without_a_file_in_the_specification_one_is_asked_for(companion: Companion) -> None:
    with pytest.raises(ValueError, match="say which rows to predict for: --data rows"):
        companion("classes").read_rows("")


class Final(SimpleNamespace):
    """What a run ended with."""

    def __contains__(self, name: str) -> bool:
        return hasattr(self, name)


def test_the_columns_are_those_the_first_part_takes(companion: Companion) -> None:
    columns_of = companion("parquet").columns_of
    named = SimpleNamespace(feature_names_in_=["b", "a"])
    assert columns_of(Final(model=None, preprocessor=named)) == ["b", "a"]
    assert columns_of(Final(model=named)) == ["b", "a"]
    table = pd.DataFrame(columns=["a", "g", "b", "y"])
    assert columns_of(Final(model=None, data=table)) == ["a", "b"]


class Network:
    """A Keras network, as far as it is asked."""

    def __init__(self, outputs: list[list[float]]) -> None:
        self.outputs = outputs

    def get_weights(self) -> None: ...

    def __call__(self, features: Any, training: bool) -> Any:
        return SimpleNamespace(numpy=lambda: np.array(self.outputs))


class Given:
    """A model that predicts what it is given."""

    def __init__(self, predicted: list[Any]) -> None:
        self.predict = lambda features: np.array(predicted)


@pytest.mark.parametrize(
    ("name", "final", "columns"),
    [
        ("regression", Final(model=Given([[1.5], [2.5]])), {"predicted": [1.5, 2.5]}),
        ("network", Final(model=Network([[1.5], [2.5]])), {"predicted": [1.5, 2.5]}),
        ("network", Final(model=Given([1.5, 2.5])), {"predicted": [1.5, 2.5]}),
        (
            "several",
            Final(model=Given([[1, 2], [3, 4]]), target=["y", "z"]),
            {"predicted_y": [1, 3], "predicted_z": [2, 4]},
        ),
        ("plain_classes", Final(model=Given([[1], [0]]), classes=["no", "yes"]), {"predicted": ["yes", "no"]}),
        (
            "classes",
            Final(model=Network([[0.75], [0.25]]), classes=["no", "yes"]),
            {"predicted": ["yes", "no"], "probability_no": [0.25, 0.75], "probability_yes": [0.75, 0.25]},
        ),
        (
            "classes",
            Final(model=Network([[0, 0, 1], [1, 0, 0]]), classes=["a", "b", "c"]),
            {"predicted": ["c", "a"], "probability_a": [0, 1], "probability_b": [0, 0], "probability_c": [1, 0]},
        ),
        (
            "labels",
            Final(model=Given([[0, 1], [1, 1]]), target=["y", "z"], classes={"y": ["no", "yes"], "z": ["0", "9"]}),
            {"predicted_y": ["no", "yes"], "predicted_z": ["9", "9"]},
        ),
        *(
            (
                "network_labels",
                Final(model=model, target=["y", "z"], classes={"y": ["0", "1"], "z": ["0", "1"]}),
                {"predicted_y": ["0", "1"], "predicted_z": ["1", "1"]},
            )
            for model in (Network([[0.2, 0.9], [0.6, 0.8]]), Given([[0, 1], [1, 1]]))
        ),
        (
            "network_several",
            Final(model=Network([[1, 2], [3, 4]]), target=["y", "z"]),
            {"predicted_y": [1, 3], "predicted_z": [2, 4]},
        ),
    ],
)
def test_every_task_has_its_predictions(
    companion: Companion, name: str, final: Final, columns: dict[str, list[Any]]
) -> None:
    assert companion(name).predict(final, ROWS[["a", "b"]]).to_dict("list") == columns


def test_a_file_is_written_whole(companion: Companion, tmp_path: Path) -> None:
    path = tmp_path / "sub" / "predictions.csv"
    companion("regression").write_predictions(path, pd.DataFrame({"predicted": [1.5]}))
    assert path.read_text() == "predicted\n1.5\n"
    assert list(path.parent.iterdir()) == [path]
