import ast
from functools import cache

import black
import pytest
from plans import PLAN, VARIANTS

from mfc.emit.link import Linked
from mfc.emit.render import linked, render
from mfc.emit.select import Spec
from mfc.emit.style import LINE_LENGTH

SPEC = Spec("small.mf", "small_flow.py", "0123456789ab")


@cache
def flow_of(variant: str) -> Linked:
    return linked(VARIANTS[variant], SPEC)


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_flow_is_python_in_blacks_style(variant: str) -> None:
    flow = flow_of(variant).text
    assert black.format_str(flow, mode=black.Mode(line_length=LINE_LENGTH)) == flow
    assert "mfc" not in {
        name for node in ast.walk(ast.parse(flow)) if isinstance(node, ast.Import) for name in node.names
    }


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_function_and_class_has_a_docstring(variant: str) -> None:
    definitions = ast.FunctionDef | ast.ClassDef
    found = [node for node in ast.walk(ast.parse(flow_of(variant).text)) if isinstance(node, definitions)]
    assert found
    assert [node.name for node in found if node.name != "__init__" and not ast.get_docstring(node)] == []


def test_only_what_the_specification_needs_is_there() -> None:
    flow = flow_of("one plain model").text
    for absent in ("lightgbm", "keras", "tensorflow", "early_stopping", "confusion", "parameters", "GROUP", "TIMEOUT"):
        assert absent not in flow
    assert "@catch" not in flow_of("stop on error").text
    assert "predict_figure" not in flow_of("no figures").text


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_line_has_an_origin(variant: str) -> None:
    flow = flow_of(variant)
    covered = [line for origin in flow.origins for line in range(origin.first, origin.last + 1)]
    assert covered == list(range(1, len(flow.text.splitlines()) + 1))


def test_a_title_is_prose_wherever_it_stands() -> None:
    title = '"""\nimport os  # {{ 7 * 7 }} {% raw %} \\'
    flow = render(PLAN._replace(title=title), SPEC)
    assert ast.dump(ast.parse(flow)).count("alias(name='os')") == 1
    assert "{{ 7 * 7 }}" in flow
