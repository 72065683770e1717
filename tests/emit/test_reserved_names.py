"""The names that a flow needs are those that the checker refuses to specifications."""

import ast
import builtins
from functools import cache

import pytest
from plans import GBM, PLAN, VARIANTS

from mfc.emit.render import render
from mfc.emit.select import Spec
from mfc.meaning.naming import CAP_WORDS
from mfc.meaning.reserved import CLASSES, PARAMETERS, STEPS_OF_MODELS, is_taken

KERAS = PLAN._replace(models=(GBM._replace(estimator="keras.MLP", fixed=(("dropout", 0.1),)),))
SPEC = Spec("small.mf", "small_flow.py", "0123456789ab")
BUILT = PLAN._replace(models=(*KERAS.models, GBM._replace(name="built", estimator="keras.Model")))
PLANS = VARIANTS | {"keras": KERAS, "built": BUILT}


@cache
def module_of(name: str) -> ast.Module:
    return ast.parse(render(PLANS[name], SPEC))


def flow_class(module: ast.Module) -> ast.ClassDef:
    [found] = [
        node
        for node in module.body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "FlowSpec" for base in node.bases)
    ]
    return found


@pytest.mark.parametrize("name", PLANS)
def test_no_parameter_can_have_the_name_of_an_artifact(name: str) -> None:
    flow = flow_class(module_of(name))
    names = {
        node.attr for node in ast.walk(flow) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self"
    }
    names |= {node.name for node in flow.body if isinstance(node, ast.FunctionDef)}
    names -= {f"{step}_{model.name}" for step in STEPS_OF_MODELS for model in PLANS[name].models}
    own = {parameter.name for parameter in PLANS[name].parameters}
    assert [one for one in names - own if not is_taken(one, PARAMETERS)] == []


@pytest.mark.parametrize("name", PLANS)
def test_no_parameter_can_have_the_name_of_what_the_class_is_written_with(name: str) -> None:
    flow = flow_class(module_of(name))
    written: list[ast.AST] = []
    for node in flow.body:
        written += node.decorator_list if isinstance(node, ast.FunctionDef) else [node]
    names = {one.id for node in written for one in ast.walk(node) if isinstance(one, ast.Name)}
    own = {parameter.name for parameter in PLANS[name].parameters}
    assert {one for one in names if not hasattr(builtins, one) and one[0] != "_"} - own <= PARAMETERS


@pytest.mark.parametrize("name", PLANS)
def test_no_tournament_can_have_the_name_of_something_in_its_module(name: str) -> None:
    module = module_of(name)
    names = set()
    for node in (one for whole in module.body for one in (whole.body if isinstance(whole, ast.If) else [whole])):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {ast.unparse(target) for target in node.targets}
    assert {one for one in names if CAP_WORDS.fullmatch(one)} - {PLANS[name].name} <= CLASSES


def test_nothing_in_the_flow_is_called_like_a_step_of_a_models_own() -> None:
    assert not [name for name in PARAMETERS if name.startswith(tuple(f"{step}_" for step in STEPS_OF_MODELS))]
