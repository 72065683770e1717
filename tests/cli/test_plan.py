import builtins
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mfc.cli.plan import TIMES

Run = Callable[..., Any]

DRAWN = """\
tournament Demo "Two models"
param rows = 100
param flip = false
data mock.regression { n_samples = rows, n_features = 4, shuffle = flip }
folds kfold(3)
model ridge: Ridge {
  alpha in 1..40
}
model tree: DecisionTreeRegressor {
  max_depth in 2..30
  max_features ~ uniform(0.1, 1)
  search random(2)
}
"""


@pytest.fixture
def drawn(specs: Path) -> Path:
    path = specs / "drawn.mf"
    path.write_text(DRAWN)
    return path


def test_what_a_run_would_do_is_shown(specs: Path, run: Run) -> None:
    ran = run("plan", "good.mf")
    assert ran == (
        0,
        f"""\
Demo

ridge: sklearn.linear_model.Ridge, 2 candidates, all there are
  ridge-000  alpha=0.1
  ridge-001  alpha=1

test   random(0.2)
folds  KFold(n_splits=5)
score  r2

2 candidates {TIMES} 5 folds = 10 fits, in 2 tasks
start → fit {TIMES} 2 → rank → evaluate → refit → end
""",
        "",
    )


def test_much_is_cut_short(drawn: Path, run: Run) -> None:
    out = run("plan", "drawn.mf").out
    assert out.startswith("Demo: Two models\nwith --rows 100, --flip False\n\nridge: ")
    assert "\n  ridge-019  alpha=20\n  … and 20 more, which --json lists\n" in out
    assert "\ntree: sklearn.tree.DecisionTreeRegressor, 2 candidates of a continuous space\n  tree-000  " in out


def test_parameters_of_the_flow_can_be_given(drawn: Path, run: Run) -> None:
    ran = run("plan", "drawn.mf", "--rows", "7", "--flip=true", "--fits_per_task", "6", "--data", "x.csv")
    assert ran.status == 0
    assert "with --rows 7, --flip True\n" in ran.out
    assert f"42 candidates {TIMES} 3 folds = 126 fits, in 21 tasks\n" in ran.out


def test_programs_read_json(drawn: Path, run: Run) -> None:
    plan = json.loads(run("plan", "--json", "drawn.mf").out)
    assert plan == json.loads(run("plan", "drawn.mf", "--json").out)
    assert set(plan) == {
        "tournament",
        "title",
        "parameters",
        "scores",
        "test",
        "folds",
        "n_folds",
        "models",
        "tasks",
        "steps",
        "n_candidates",
        "n_fits",
    }
    ridge, tree = plan["models"]
    assert set(ridge) == {"name", "estimator", "search", "points", "candidates"}
    assert (ridge["points"], tree["points"]) == (40, None)
    assert ridge["candidates"]["ridge-039"] == {"alpha": 40}
    assert isinstance(tree["candidates"]["tree-001"]["max_features"], float)
    assert (plan["n_fits"], len(plan["tasks"])) == (126, 42)
    assert plan["steps"][0]["next"] == ["fit"]
    assert plan["steps"][0]["foreach"] == "tasks"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--rwos", "3"], "unknown option `--rwos`; did you mean `--rows`?"),
        (["--rows", "x"], "argument --rows: invalid int value: 'x'; see `mfc plan --help`"),
        (["--flip", "perhaps"], "argument --flip: expected true or false; see `mfc plan --help`"),
        (["--fits_per_task", "0"], "argument --fits_per_task: expected a number above 0; see `mfc plan --help`"),
    ],
)
def test_a_wrong_parameter_is_a_complaint(drawn: Path, run: Run, words: list[str], complaint: str) -> None:
    assert run("plan", "drawn.mf", *words) == (2, "", f"mfc: {complaint}\n")


def test_errors_keep_it_from_planning(specs: Path, run: Run) -> None:
    ran = run("plan", "wrong.mf")
    assert (ran.status, ran.out) == (1, "")
    assert "error[MF203]" in ran.err


def test_what_the_parameters_make_impossible_is_a_complaint(specs: Path, run: Run) -> None:
    Path("odd.mf").write_text(
        DRAWN.replace("max_features ~ uniform(0.1, 1)", "min_impurity_decrease ~ loguniform(0.1, rows)")
    )
    ran = run("plan", "odd.mf", "--rows=-1")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("mfc: the candidates cannot be drawn: ")


def test_without_scikit_learn_it_says_so(specs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    importing = builtins.__import__

    def without(name: str, *arguments: Any) -> Any:
        if name.startswith("sklearn"):
            message = "No module named 'sklearn'"
            raise ModuleNotFoundError(message, name="sklearn")
        return importing(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", without)
    ran = run("plan", "good.mf")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'metaflow-mfc[flows]'" in ran.err
