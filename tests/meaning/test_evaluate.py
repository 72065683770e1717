import pytest
from checking import checked, finding, findings

from mfc.meaning.evaluate import UNKNOWN, Result
from mfc.meaning.scope import definition
from mfc.meaning.values import Formula, Invocation, ParameterValue, Reference
from mfc.syntax.tree import LetDeclaration

RIDGE = "sklearn.linear_model.Ridge"
P = ParameterValue("p", 3)


def value(expression: str, *declarations: str) -> Result:
    outline = checked(f"let it = {expression}", *declarations).outline
    let = outline.scope.names["it"]
    assert isinstance(let, LetDeclaration)
    return outline.evaluator.value(definition(let))


def errors(expression: str, *declarations: str) -> list[tuple[str, str]]:
    return [found for found in findings(f"let it = {expression}", *declarations) if found[0] != "MF603"]


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("10_000", 10_000),
        ("20%", 0.2),
        ("2m", 120),
        ("4GB", 4096),
        ('"a"', "a"),
        ("true", True),
        ("none", None),
        ("[1, 2.0]", [1, 2.0]),
        ("(1,)", (1,)),
        ("()", ()),
        ("1..3", range(1, 4)),
        ("-2..2", range(-2, 3)),
        ("2..10**9", range(2, 10**9 + 1)),
        ("-2 ** 2", -4),
        ("(1 + 2) * 3 - 4 / 2", 7.0),
        ("7 // 2", 3),
        ("my.module.loss", Reference("my.module.loss")),
        ("Ridge", Reference(RIDGE)),
        ("Ridge(0.5, tol = 1e-3)", Invocation(RIDGE, (), (("alpha", 0.5), ("tol", 1e-3)))),
        ("my.Thing(1, k = [2])", Invocation("my.Thing", (1,), (("k", [2]),))),
    ],
)
def test_constants_are_folded(expression: str, result: object) -> None:
    assert repr(value(expression)) == repr(result)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("p", P),
        ("-p", Formula("-", (P,))),
        ("p * 2", Formula("*", (P, 2))),
        ("w * p + 1", Formula("+", (Formula("*", (15, P)), 1))),
        ("[p, 1]", [P, 1]),
    ],
)
def test_what_depends_on_a_parameter_is_left_to_the_flow(expression: str, result: object) -> None:
    assert value(expression, "param p = 3", "let w = 15") == result


@pytest.mark.parametrize(
    ("expression", "code", "marked"),
    [
        ("9**9**9", "MF303", "9**9**9"),
        ("1 / 0", "MF303", "1 / 0"),
        ("1 + (-8) ** 0.5", "MF303", "(-8) ** 0.5"),
        ("1e308 * 10", "MF303", "1e308 * 10"),
        (f"1{'0' * 400}", "MF303", f"1{'0' * 400}"),
        ("[1..2**70]", "MF303", "1..2**70"),
        ("3..1", "MF305", "3..1"),
        ("1.5..3", "MF301", "1.5"),
        ("true..3", "MF301", "true"),
        ('1 + "a"', "MF301", '"a"'),
        ("-[1]", "MF301", "[1]"),
        ("1 + true", "MF301", "true"),
        ("1 + none", "MF301", "none"),
        ("ridge + 1", "MF301", "ridge"),
        ("widht", "MF201", "widht"),
        ("my.class.it", "MF201", "my.class.it"),
        ("my.class.it()", "MF201", "my.class.it"),
        ("Rigde()", "MF208", "Rigde"),
        ("uniform(0, 1)", "MF301", "uniform"),
        ("Ridge(alfa = 1)", "MF203", "alfa"),
        ("Ridge(alpha = -1)", "MF302", "-1"),
    ],
)
def test_mistakes(expression: str, code: str, marked: str) -> None:
    assert errors(expression) == [(code, marked)]


def test_a_mistake_is_reported_once_and_silences_what_follows() -> None:
    assert errors("[1 + nowhere, 2] + 3", "let more = it * 2", "model m: Ridge { alpha in [it, more] }") == [
        ("MF201", "nowhere")
    ]


def test_parameters_are_computed_with_by_their_defaults() -> None:
    assert errors("1 / p", "param p = 0") == [("MF303", "1 / p")]
    assert errors('p + "a"', "param p = 1") == [("MF301", '"a"')]
    assert errors("p + 1", 'param p = "a"') == [("MF301", "p")]


def test_a_range_is_known_when_the_flow_is_made() -> None:
    assert errors("1..p", "param p = 3") == [("MF304", "p")]


def test_an_unknown_name_may_be_a_known_one_mistyped() -> None:
    found = finding("let width = 3", "model r: Ridge { alpha in [width, widht] }")
    assert (found.message, found.help) == ("`widht` is not declared", "did you mean `width`?")


def test_names_that_an_unreadable_declaration_may_have_declared_are_not_reported() -> None:
    assert [code for code, _ in findings("let = 3", "model r: Ridge { alpha in [width, 2] }")] == ["MF101"]


@pytest.mark.parametrize("start", ["[1, 2]", "p", '"' + "x" * 80 + '"'])
def test_values_that_grow_by_doubling_are_refused(start: str) -> None:
    combined = "a{0} + a{0}" if start == "p" else "[a{0}, a{0}]"
    doubling = [f"let a{i + 1} = {combined.format(i)}" for i in range(60)]
    found = findings("param p = 1", f"let a0 = {start}", *doubling)
    assert [code for code, _ in found if code != "MF603"] == ["MF303"]


def test_values_that_grow_deep_are_refused() -> None:
    found = findings("let a0 = 1", *(f"let a{i + 1} = [a{i}]" for i in range(500)))
    assert [code for code, _ in found if code != "MF603"] == ["MF303"]


def test_a_cycle_has_no_value() -> None:
    assert value("other", "let other = it") is UNKNOWN
