import pytest
from checking import checked, finding, findings

from mfc.check.evaluate import UNKNOWN, Result, describe, has_objects, is_dynamic, objects, sample
from mfc.check.scope import definition
from mfc.check.values import Formula, Invocation, ParameterValue, Reference
from mfc.syntax.tree import Let

RIDGE = "sklearn.linear_model.Ridge"
P = ParameterValue("p", 3)


def value(expression: str, *declarations: str) -> Result:
    outline = checked(f"let it = {expression}", *declarations).outline
    let = outline.scope.names["it"]
    assert isinstance(let, Let)
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
    assert (found.message, found.help) == ("nothing declares `widht`", "did you mean `width`?")


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


def test_samples_have_the_defaults_of_parameters() -> None:
    assert sample([Formula("*", (P, 2)), (P,), Formula("-", (P,)), "a"]) == [6, (3,), -3, "a"]
    assert sample(Reference("a.b")) == Reference("a.b")


def test_what_is_known_only_when_the_flow_runs() -> None:
    assert is_dynamic([1, (P,)])
    assert is_dynamic(Invocation("a.b", (), (("k", Formula("-", (P,))),)))
    assert not is_dynamic([1, "a", Reference("a.b")])


def test_objects_that_the_flow_has_to_import() -> None:
    assert has_objects([1, (Reference("a.b"),)])
    assert has_objects(Invocation("a.b", (), ()))
    assert not has_objects([1, P, Formula("-", (P,)), "a", range(3)])


def test_values_are_described() -> None:
    assert describe("a") == '`"a"`'
    assert describe(Reference("a.b")) == "the object `a.b`"


def test_objects_of_the_catalog() -> None:
    catalog = checked().outline.catalog
    assert objects(catalog, "StandardScaler") == ("sklearn.preprocessing.StandardScaler",)
    assert objects(catalog, "CCA") == ("sklearn.cross_decomposition.CCA",)
    assert objects(catalog, "Nothing") == ()
