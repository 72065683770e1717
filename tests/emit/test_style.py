import ast

import black
import pytest
from plans import GBM, PLAN, RIDGE

from mfc.emit.render import render
from mfc.emit.select import Spec
from mfc.emit.style import LINE_LENGTH, styled
from mfc.plan.plan import Draw, Parameter, Plan

LONG = "a_name_that_is_longer_than_anybody_would_write_it_" * 2
MODE = black.Mode(line_length=LINE_LENGTH)


def stretched(length: int) -> Plan:
    """Return a plan whose names and lists are about as long as said, so that lines break where they seldom do."""
    name = LONG[:length].rstrip("_")
    space = (
        (name, [f"{name}_{i}" for i in range(length // 8)]),
        ("alpha", Draw("loguniform", (("low", 10.0 ** -(length // 20)), ("high", 1e22)))),
        ("sizes", [(i,) * (i % 7) for i in range(length)]),
    )
    return PLAN._replace(
        name=name.title().replace("_", ""),
        title=f"{name} 'quoted' \"twice\"",
        parameters=(Parameter(name, "str", name, f"Why {name}"),),
        data=PLAN.data._replace(targets=(name,), drop=(name, "b"), numeric=(f"{name}_1", "c" * length)),
        scores=("neg_root_mean_squared_error", "r2", "neg_mean_absolute_error", "max_error")[: length // 20 + 1],
        models=(GBM._replace(name=name, space=space), RIDGE._replace(fixed=(("x", space[0][1]),), space=space[2:])),
    )


@pytest.mark.parametrize("length", [12, 40, 59, 83])
def test_the_whole_flow_is_as_black_would_have_it(length: int) -> None:
    plan = stretched(length)._replace(parameters=PLAN.parameters)
    flow = render(plan, Spec("spec.mf", "spec_flow.py", "0" * 12))
    assert black.format_str(flow, mode=MODE) == flow


def test_the_library_is_as_black_would_have_it() -> None:
    from mfc.emit.library import packaged

    modules = sorted(packaged().folder.glob("*.py"))
    assert len(modules) > 20
    for module in modules:
        text = module.read_text(encoding="utf-8")
        assert black.format_str(text, mode=MODE) == text, module.name


def test_styling_changes_no_meaning() -> None:
    text = "x = {'a':1,\n 'b' : 2}\n"
    assert styled(text) == 'x = {"a": 1, "b": 2}\n'
    assert ast.dump(ast.parse(styled(text))) == ast.dump(ast.parse(text))
