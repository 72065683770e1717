import json

from mfc.pipeline import Compilation
from mfc.playground.flow import FLOW, compiled
from mfc.source import Source

SPEC = """\
tournament Houses "What a house is worth"
seed 7
data mock.regression { n_samples = 500, noise = 10 }
model forest: RandomForestRegressor {
  max_depth in 2..8
  max_features ~ uniform(0.1, 1.0)
  n_estimators = 50
  search random(3)
}
"""


def test_the_flow_is_the_compilers() -> None:
    found = json.loads(compiled(SPEC))
    assert found["flow"] == Compilation(Source("tournament.mf", SPEC)).flow(FLOW)


def test_a_line_of_the_specification_lights_what_it_became() -> None:
    found = json.loads(compiled(SPEC))
    lines = found["flow"].splitlines()
    lit = {int(line): [lines[number - 1] for number in numbers] for line, numbers in found["lit"].items()}
    assert any("SEED = 7" in line for line in lit[2])
    assert any("range(2, 9)" in line for line in lit[5])
    assert not any("SEED = 7" in line for line in lit[5])
    assert len(lit[4]) > len(lit[5])


def test_the_plan_says_what_is_searched() -> None:
    plan = json.loads(compiled(SPEC))["plan"]
    (model,) = plan["models"]
    assert (plan["name"], plan["title"]) == ("Houses", "What a house is worth")
    assert model["space"] == [["max_depth", "2..8"], ["max_features", "uniform(0.1, 1.0)"]]
    assert model["fixed"] == [["n_estimators", "50"]]
    assert model["search"] == "random(3) over a continuous space"
    assert ["folds", "KFold(n_splits=5)"] in plan["facts"]
    assert plan["steps"][0][0] == "start"


def test_a_grid_tells_its_size() -> None:
    text = SPEC.replace("  max_features ~ uniform(0.1, 1.0)\n", "").replace("  search random(3)\n", "")
    assert json.loads(compiled(text))["plan"]["models"][0]["search"] == "grid over a space of 7 points"


def test_a_specification_with_errors_has_no_flow() -> None:
    assert compiled("seed 1") == "null"
