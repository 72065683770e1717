from __future__ import annotations

import ast
from pathlib import Path

import pandas as pd
import pytest
from sklearn.metrics import get_scorer

import mfc.templates.library as library
from mfc.templates.library import spec

FOLDER = Path(library.__file__).parent
ROWS = pd.DataFrame({"a": range(30), "target": [float(number % 7) for number in range(30)]})


def taken():
    """Return what each module of the library imports from the specification."""
    return {
        path.stem: {alias.name for alias in node.names}
        for path in FOLDER.glob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module == "spec"
    }


def given():
    """Return what the specification declares."""
    declared = set()
    for node in ast.parse((FOLDER / "spec.py").read_text()).body:
        if isinstance(node, ast.FunctionDef):
            declared.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            declared.add(target.id)
    return declared


def test_it_gives_what_the_library_takes_and_nothing_without_a_use():
    wanted = set.union(*taken().values())
    assert wanted <= given()
    assert given() - wanted <= {"SEED"}, "which its own functions use"


def test_it_imports_nothing_of_the_library():
    nodes = [*ast.walk(ast.parse((FOLDER / "spec.py").read_text()))]
    assert not [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level]


def test_each_row_is_scored_once_by_models_that_have_not_seen_it():
    folds = spec.split_folds(ROWS)
    scored = [number for _, scoring in folds for number in scoring]
    assert sorted(scored) == list(range(len(ROWS)))
    assert all(not set(fitting) & set(scoring) for fitting, scoring in folds)


def test_rows_are_held_back_in_the_same_way_for_the_same_model():
    inner, validation = spec.hold_back(ROWS, "gbm")
    assert sorted([*inner.index, *validation.index]) == list(ROWS.index)
    again, _ = spec.hold_back(ROWS, "gbm")
    pd.testing.assert_frame_equal(inner, again)


@pytest.mark.parametrize(("model", "settings"), [("gbm", {"max_depth": 2}), ("ridge", {"alpha": 2.0})])
def test_a_candidate_predicts_and_has_its_settings(model, settings):
    features = ROWS[["a"]]
    candidate = spec.build(model, features, settings).fit(features, ROWS["target"])
    assert len(candidate.predict(features)) == len(ROWS)
    assert settings.items() <= candidate[-1].get_params().items()


def test_a_model_is_stopped_early_by_arguments_of_its_own():
    first, *_ = settings = spec.early_stopping("gbm")
    assert first == "n_estimators"
    assert settings.items() <= spec.build("gbm", ROWS[["a"]], settings)[-1].get_params().items()
    assert spec.early_stopping("ridge") == {}


def test_every_score_has_its_scorer():
    assert spec.scorers().keys() == spec.SCORES.keys()
    assert all(get_scorer(scorer) for scorer in spec.scorers().values())
