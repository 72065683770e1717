"""The names that a flow needs are those that the checker refuses to specifications."""

import ast

import pytest
from plans import GBM, PLAN, VARIANTS

from mfc.check.reserved import CLASSES, PARAMETERS, STEPS_OF_MODELS
from mfc.emit.render import Spec, render
from mfc.plan.plan import Plan

KERAS = PLAN._replace(models=(GBM._replace(estimator="keras.MLP", fixed=(("dropout", 0.1),)),))
SPEC = Spec("small.mf", "small_flow.py", "0123456789ab")
BUILT = PLAN._replace(models=(*KERAS.models, GBM._replace(name="built", estimator="keras.Model")))
PLANS = [*VARIANTS.values(), KERAS, BUILT]


def flow_class(module: ast.Module) -> ast.ClassDef:
    [found] = [
        node
        for node in module.body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "FlowSpec" for base in node.bases)
    ]
    return found


@pytest.mark.parametrize("plan", PLANS)
def test_no_parameter_can_have_the_name_of_an_artifact(plan: Plan) -> None:
    flow = flow_class(ast.parse(render(plan, SPEC)))
    names = {
        node.attr for node in ast.walk(flow) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self"
    }
    names |= {node.name for node in flow.body if isinstance(node, ast.FunctionDef)}
    names -= {f"{step}_{model.name}" for step in STEPS_OF_MODELS for model in plan.models}
    assert names - {parameter.name for parameter in plan.parameters} <= PARAMETERS


@pytest.mark.parametrize("plan", PLANS)
def test_no_tournament_can_have_the_name_of_something_in_its_module(plan: Plan) -> None:
    module = ast.parse(render(plan, SPEC))
    names = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {ast.unparse(target) for target in node.targets}
    local = {"DummyRegressor", "DummyClassifier", "KFold", "LGBMRegressor", "OneHotEncoder", "ParameterGrid"}
    local |= {"ParameterSampler", "Ridge", "RidgeClassifier", "BytesIO", "RegressorTags", "Tags", "TargetTags"}
    local |= {"DecisionTreeClassifier", "GroupShuffleSplit", "LeaveOneGroupOut", "PredefinedSplit", "TimeSeriesSplit"}
    local |= {"CatBoostRegressor", "Net", "PCA", "Pipeline", "SVR", "StandardScaler", "StopEarly", "XGBRegressor"}
    assert {name for name in names if name[0].isupper()} - {plan.name} - local <= CLASSES
