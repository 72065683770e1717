"""The companions of flows, which predict: code that tools accept, and how they predict."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest
from flows import load_flow
from linting import mistyped
from sklearn.tree import DecisionTreeClassifier

from mfc.emit.header import recognise
from mfc.emit.predict import Exported, render_program
from mfc.pipeline import Compilation
from mfc.source import Source

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
    "labels": f"""task multilabel\ndata csv("rows.csv", sep = ";") {{ target = [y, z] }}\n{CLASSES}""",
    "money": f"""task regression\ndata csv("rows.csv", sep = ";", currency = "€") {{ target = y }}\n{REGRESSION}""",
    "network_labels": f"data mock.multilabel\n{CLASSES}{NET}",
    "network_several": f"data mock.regression {{ n_targets = 2 }}\n{REGRESSION}{NET}",
}

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
    tool(folder, "ruff", "check", "--no-cache", "--isolated", "--select", "F,I,B,UP")
    tool(folder, "black", "--check", "--line-length", "100", "--target-version", "py311")


def test_companions_are_typed(folder: Path) -> None:
    assert mistyped(folder.glob("*.py"), folder) == ""


def test_a_companion_says_what_it_was_made_from() -> None:
    text = companion_text("regression")
    stamp = recognise(text)
    assert stamp is not None
    assert (stamp.spec, stamp.edited) == ("regression.mf", False)
    assert "import mfc" not in text


def test_it_needs_what_the_model_needs() -> None:
    text = companion_text("network")
    assert "tensorflow" in text
    assert "matplotlib" not in text


def test_rows_are_read_as_the_flow_reads_them(folder: Path) -> None:
    texts = {name: (folder / f"{name}_predict_flow.py").read_text() for name in SPECS}
    assert 'str(Path(__file__).parent / "rows.csv")' in texts["regression"]
    assert "READING" not in texts["regression"]
    assert 'READING = {"sep": ";"}' in texts["labels"]
    assert "**READING" in texts["labels"]
    assert 'AMOUNTS = {"currency": "€"}' in texts["money"]
    assert "self.rows = amounts_in(self.rows, known, **AMOUNTS)" in texts["money"]
    assert not any("amounts_in" in text or "AMOUNTS" in text for name, text in texts.items() if name != "money")
    assert "say which rows to predict for: --data rows.csv" in texts["classes"]
    assert "say which rows" not in texts["regression"]


@pytest.mark.parametrize("name", ["several", "labels"])
def test_each_of_several_targets_has_its_column(companion: Companion, name: str) -> None:
    rows = pd.DataFrame({"id": [7, 8, 9], "a": [1.0, 2.0, 3.0], "b": [3.0, 4.0, 5.0]})
    model = DecisionTreeClassifier().fit(rows[["a", "b"]], [[0, 1], [1, 1], [0, 0]])
    schema = {"a": "number", "b": "number"}
    table = companion(name).predicted_table(model, schema, ["y", "z"], rows, "rows.csv", ["id"])
    assert table.to_dict("list") == {"id": [7, 8, 9], "predicted_y": [0, 1, 0], "predicted_z": [1, 1, 0]}


def test_the_program_of_an_exported_network_is_silent_and_that_of_others_knows_no_keras() -> None:
    exported = Exported("net-000", "Trial/1", "y", {"x": "number"}, {}, keras=True)
    assert "load_tensorflow()" in render_program(exported)
    assert "tensorflow" not in render_program(exported._replace(target=["y", "z"], keras=False))


def test_a_hostile_name_stays_in_its_place() -> None:
    exported = Exported(
        'a"""\nimport os', "Trial/1", 'y"\nimport os', {'"\nimport os': "text"}, {"sep": '"'}, keras=False
    )
    program = render_program(exported)
    assigned = [node.targets[0].id for node in ast.parse(program).body if isinstance(node, ast.Assign)]
    assert assigned[:3] == ["TARGET", "SCHEMA", "READING"]
    assert "\nimport os\n" not in program
