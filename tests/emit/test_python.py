import ast

import pytest

from mfc.emit.python import Scope, arguments, source, uses_parameters
from mfc.meaning.values import Formula, FromEnvironment, Invocation, ParameterValue, Reference
from mfc.plan.plan import Draw

ROWS = ParameterValue("rows", 100)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "True"),
        (None, "None"),
        (9999, "9999"),
        (10_000, "10_000"),
        (-10_000, "-10_000"),
        (1e-8, "1e-08"),
        ([1, "a", (2,), ()], "[1, 'a', (2,), ()]"),
        (range(1, 4), "range(1, 4)"),
        (range(4), "range(4)"),
        (ROWS, "parameters.rows"),
    ],
)
def test_a_value_is_written_as_people_write_it(value: object, text: str) -> None:
    assert source(value) == text


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (Formula("+", (ROWS, Formula("*", (2, ROWS)))), "parameters.rows + 2 * parameters.rows"),
        (Formula("*", (Formula("+", (ROWS, 1)), 2)), "(parameters.rows + 1) * 2"),
        (Formula("-", (1, Formula("-", (2, ROWS)))), "1 - (2 - parameters.rows)"),
        (Formula("-", (Formula("-", (1, 2)), ROWS)), "1 - 2 - parameters.rows"),
        (Formula("**", (-2, ROWS)), "(-2) ** parameters.rows"),
        (Formula("**", (ROWS, Formula("**", (2, ROWS)))), "parameters.rows ** 2 ** parameters.rows"),
        (Formula("**", (Formula("**", (2, ROWS)), 2)), "(2 ** parameters.rows) ** 2"),
        (Formula("-", (Formula("+", (ROWS, 1)),)), "-(parameters.rows + 1)"),
        (Formula("//", (7, Formula("/", (ROWS, 2)))), "7 // (parameters.rows / 2)"),
    ],
)
def test_parentheses_stand_where_they_are_needed(formula: Formula, text: str) -> None:
    assert source(formula) == text


@pytest.mark.parametrize("text", ['"', "'", '"""', "\n", "{{ x }}", "{% raw %}", "\\", "\x00", "é", "\u2028"])
def test_any_string_is_a_literal(text: str) -> None:
    assert ast.literal_eval(source(text)) == text


@pytest.mark.parametrize("value", [FromEnvironment("URL"), Draw("uniform", (("low", 0), ("high", 1)))])
def test_what_no_expression_makes_is_not_written_as_the_tuple_that_it_is(value: object) -> None:
    with pytest.raises(TypeError):
        source(value)  # type: ignore[arg-type]


def test_an_object_is_imported_once_under_its_own_name() -> None:
    scope = Scope()
    pca = Invocation("sklearn.decomposition.PCA", (2,), (("whiten", True),))
    assert source([pca, Reference("sklearn.decomposition.PCA")], scope) == "[PCA(2, whiten=True), PCA]"
    assert scope.imports() == ["from sklearn.decomposition import PCA"]


def test_names_that_clash_get_their_module_before_them() -> None:
    scope = Scope("settings")
    assert [scope.name(path) for path in ("a.X", "b.X", "mine.settings")] == ["X", "b_X", "mine_settings"]
    assert scope.imports() == [
        "from a import X",
        "from b import X as b_X",
        "from mine import settings as mine_settings",
    ]


def test_arguments_stand_in_the_order_given() -> None:
    assert arguments([1], [("b", 2), ("a", "x")], Scope()) == "1, b=2, a='x'"


def test_parameters_are_found_however_deep() -> None:
    assert uses_parameters([(1, Invocation("a.B", (), (("c", ROWS),)))])
    assert not uses_parameters([(1, Invocation("a.B", (), (("c", "rows"),)))])
