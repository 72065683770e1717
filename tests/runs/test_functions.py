import sys

from checking import plan
from plans import PLAN

from mfc.runs.functions import functions


def test_the_functions_of_a_flow_can_be_called() -> None:
    flow = functions(PLAN, ["draw_candidates", "plan_tasks", "N_FOLDS"])
    candidates = flow["draw_candidates"]()
    assert list(candidates) == ["gbm-000", "gbm-001", "ridge-000", "ridge-001", "ridge-002"]
    assert flow["plan_tasks"](candidates, flow["N_FOLDS"]) == [
        "gbm/0-2",
        "gbm/3-5",
        "ridge/0-2",
        "ridge/3-5",
        "ridge/6-8",
    ]


def test_nothing_else_of_the_flow_is_there() -> None:
    flow = functions(PLAN, ["plan_tasks"])
    assert {"plan_tasks", "groupby", "pairwise"} <= flow.keys()
    assert not {"train", "FlowSpec", "Small", "EarlyStopping"} & flow.keys()
    assert functions(PLAN, ["missing"]).keys() <= {"__name__", "__builtins__", "annotations"}


def test_nothing_is_imported_that_a_space_names() -> None:
    found = plan(
        "model bag: BaggingRegressor { estimator in [Ridge(alpha = 2), sklearn.svm.SVR] }", "model other: Lasso"
    )
    sys.modules.pop("sklearn.svm", None)
    candidates = functions(found, ["draw_candidates"])["draw_candidates"]()
    assert [candidates[f"bag-00{i}"]["estimator"] for i in range(2)] == ["Ridge(alpha=2, random_state=SEED)", "SVR"]
    assert "sklearn.svm" not in sys.modules
