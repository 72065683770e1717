import pytest
from checking import checked, findings

from mfc.meaning.evaluate import UNKNOWN
from mfc.meaning.scope import definition
from mfc.meaning.values import (
    FlowConstant,
    Formula,
    FromEnvironment,
    Invocation,
    ParameterValue,
    Reference,
    Value,
)
from mfc.syntax.tree import LetDeclaration

P = ParameterValue("p", 3)


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("p", ParameterValue),
        ("p + 1", Formula),
        ("-p", Formula),
        ("my.loss", Reference),
        ("my.Loss(1)", Invocation),
        ("(1, p)", tuple),
        ("[1, p]", list),
        ("1..3", range),
        ("1 + 2", int),
        ("1 / 2", float),
        ("none", type(None)),
    ],
)
def test_an_expression_is_worth_a_value_of_its_kind(expression: str, kind: type) -> None:
    outline = checked(f"let it = {expression}", "param p = 3").outline
    let = outline.scope.names["it"]
    assert isinstance(let, LetDeclaration)
    value = outline.evaluator.value(definition(let))
    assert value is not UNKNOWN
    assert type(value) is kind


ALIKE: list[Value] = [("SEED",), Reference("SEED"), FlowConstant("SEED"), FromEnvironment("SEED")]


def test_values_of_different_kinds_are_told_apart_by_how_they_show() -> None:
    assert all(one == ALIKE[0] for one in ALIKE), "as tuples they are the same, so that nothing may compare them"
    assert len({repr(one) for one in ALIKE}) == len(ALIKE)


@pytest.mark.parametrize("values", ["my.a, (1,), 1, 1.0, true", '(p,), p, ("p",), my.p'])
def test_no_kind_is_taken_for_another_in_a_set(values: str) -> None:
    assert findings("param p = 3", "seed p", f"model r: my.Model {{ it in [{values}] }}") == []


@pytest.mark.parametrize("value", ["my.a", "(p, 1)", "p + 1", "my.A(1, k = p)", "1.0"])
def test_the_same_twice_in_a_set_is_found(value: str) -> None:
    found = findings("param p = 3", "seed p", f"model r: my.Model {{ it in [{value}, 2, {value}] }}")
    assert found == [("MF605", value)]
