import builtins
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mfc.cli.plan import TIMES, _shown

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
  ridge-001  alpha=1.0

test   random(0.2)
folds  KFold(n_splits=5)
score  r2

2 candidates {TIMES} 5 folds = 10 fits, in 2 tasks of 5 fits
start → fit {TIMES} 2 → rank → finish → end
""",
        "",
    )


def test_a_whole_float_is_no_integer(specs: Path, run: Run) -> None:
    forest = "model f: RandomForestRegressor { n_estimators = 5, max_features in [1, 1.0, 0.25] }\n"
    Path("one.mf").write_text(f"tournament One\ndata mock.regression {{ n_samples = 60 }}\n{forest}")
    out = run("plan", "one.mf").out
    assert [line.split()[1] for line in out.splitlines() if line.startswith("  f-")] == [
        "max_features=1",
        "max_features=1.0",
        "max_features=0.25",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1, "1"),
        (1.0, "1.0"),
        (-2.0, "-2.0"),
        (1e6, "1e+06"),
        (0.25, "0.25"),
        (1234.0, "1234.0"),
        ("a", "a"),
        (True, "True"),
    ],
)
def test_values_are_shown_by_their_type(value: object, shown: str) -> None:
    assert _shown(value) == shown


def test_much_is_cut_short(drawn: Path, run: Run) -> None:
    out = run("plan", "drawn.mf").out
    assert out.startswith("Demo: Two models\nwith --rows 100, --flip False\n\nridge: ")
    assert "\n  ridge-019  alpha=20\n  … and 20 more, which --json lists\n" in out
    assert "\ntree: sklearn.tree.DecisionTreeRegressor, 2 candidates drawn from a continuous space\n  tree-000  " in out


def test_parameters_of_the_flow_can_be_given(drawn: Path, run: Run) -> None:
    ran = run("plan", "drawn.mf", "--rows", "7", "--flip=true", "--fits_per_task", "6", "--data", "x.csv")
    assert ran.status == 0
    assert "with --rows 7, --flip True\n" in ran.out
    assert f"42 candidates {TIMES} 3 folds = 126 fits, in 21 tasks of 6 fits\n" in ran.out


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
        "n_tasks",
        "tasks",
        "steps",
        "n_candidates",
        "n_fits",
        "ensembles",
        "rounds",
        "stop_after",
    }
    assert (plan["rounds"], plan["stop_after"]) == ([], None)
    ridge, tree = plan["models"]
    assert set(ridge) == {"name", "estimator", "search", "points", "n_candidates", "candidates"}
    assert (ridge["points"], tree["points"]) == (40, None)
    assert ridge["candidates"]["ridge-039"] == {"alpha": 40}
    assert isinstance(tree["candidates"]["tree-001"]["max_features"], float)
    assert plan["n_fits"] == sum(map(len, plan["tasks"])) == 126
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


def test_a_race_says_what_it_saves_and_a_limit_of_time_what_it_costs(run: Run, tmp_path: Path) -> None:
    spec = tmp_path / "race.mf"
    model = "model ridge: Ridge { alpha in 1..40 }"
    spec.write_text(
        f"tournament Raced\ndata mock.regression\n{model}\nrace {{ after = [1, 3] }}\nrun {{ stop_after = 2h }}\n"
    )
    out = run("plan", str(spec)).out
    assert "40 candidates \u00d7 5 folds, in a race 40 \u00d7 1 + 20 \u00d7 2 + 10 \u00d7 2 = 100 fits" in out
    assert "which saves 100 fits" in out
    assert "not begun after 7,200 seconds are left out: not reproducible" in out
    assert "\u2192 cut \u2192 round_2 \u2192 fit_2" in out
    assert json.loads(run("plan", str(spec), "--json").out)["rounds"][1] == {"candidates": 20, "folds": 2}


def test_ensembles_are_shown_with_their_members(drawn: Path, run: Run) -> None:
    drawn.write_text(
        DRAWN + "param k = 4\nensemble blend: average { top = k }\nensemble e: greedy { members = [ridge, tree] }\n"
    )
    out = run("plan", "drawn.mf", "--k", "5").out
    assert "\nblend: average of the best 5 candidates of ridge, tree; it needs no fit\n" in out
    assert "\ne: greedy of the best candidate of each of ridge, tree; it needs no fit\n" in out
    [blend, other] = json.loads(run("plan", "drawn.mf", "--json").out)["ensembles"]
    assert blend == {"name": "blend", "kind": "average", "models": ["ridge", "tree"], "members": 4}
    assert other["members"] is None
