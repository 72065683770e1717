import sys
from types import SimpleNamespace

from checking import plan
from plans import PLAN

from mfc.runs.functions import functions


def test_the_functions_of_a_flow_can_be_called() -> None:
    flow = functions(PLAN, ["draw_candidates", "share_out"])
    candidates = flow["draw_candidates"]()
    assert list(candidates) == ["gbm-000", "gbm-001", "ridge-000", "ridge-001", "ridge-002"]
    step = SimpleNamespace(decorators=())
    assert flow["share_out"](candidates, 2, 3, step) == [
        [("gbm-000", 0), ("gbm-000", 1), ("gbm-001", 0)],
        [("gbm-001", 1)],
        [("ridge-000", 0), ("ridge-000", 1), ("ridge-001", 0)],
        [("ridge-001", 1), ("ridge-002", 0), ("ridge-002", 1)],
    ]


def test_nothing_else_of_the_flow_is_there() -> None:
    flow = functions(PLAN, ["share_out"])
    assert {"share_out", "model_of", "groupby", "product"} <= flow.keys()
    assert not {"train", "FlowSpec", "Small", "build"} & flow.keys()
    assert functions(PLAN, ["missing"]).keys() <= {"__name__", "__builtins__", "annotations"}


def test_nothing_is_imported_that_a_space_names() -> None:
    found = plan(
        "model bag: BaggingRegressor { estimator in [Ridge(alpha = 2), sklearn.svm.SVR] }", "model other: Lasso"
    )
    sys.modules.pop("sklearn.svm", None)
    candidates = functions(found, ["draw_candidates"])["draw_candidates"]()
    assert [candidates[f"bag-00{i}"]["estimator"] for i in range(2)] == ["Ridge(alpha=2, random_state=SEED)", "SVR"]
    assert "sklearn.svm" not in sys.modules
