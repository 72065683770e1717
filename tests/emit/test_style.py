import ast
import json

import black
import pytest
from plans import GBM, PLAN, RIDGE

from mfc.emit import style
from mfc.emit.render import Spec, raw
from mfc.emit.style import FILE, LINE_LENGTH, formatted, parted, styled
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
def test_formatting_by_statements_is_formatting_the_whole(length: int) -> None:
    flow = raw(stretched(length), Spec("spec.mf", "spec_flow.py", "0" * 12))
    found = styled(flow)
    assert found == black.format_str(flow, mode=MODE)
    assert ast.dump(ast.parse(found)) == ast.dump(ast.parse(flow))


def test_the_known_statements_are_what_black_leaves_alone() -> None:
    known = [text for text in json.loads(FILE.read_text(encoding="utf-8")).values() if text]
    assert [text for text in known if formatted(text) != text] == []


def test_a_known_statement_is_not_formatted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {style.digest("x  = 1"): "x = 1", style.digest("y = 1"): None}
    monkeypatch.setattr(style, "_known", lambda: known)
    monkeypatch.setattr(style, "formatted", lambda statement: f"# {statement}")
    style._looked_up.cache_clear()
    assert styled("x  = 1\n\n\ny = 1\n\n\n\nz  = 1\n") == "x = 1\n\n\ny = 1\n\n\n# z  = 1\n"
    style._looked_up.cache_clear()


HEADS = (
    "def build_{}(settings: dict[str, Any]) -> Any:",
    "def build_{}(settings: dict[str, Any], _parameters: Parameters) -> Any:",
    "    return {}(**settings)",
    "    from a import {}",
    '    """{}"""',
)


def filled(statement: str, length: int) -> str:
    """Return a statement with a name that makes it so long."""
    return statement.format("a" * (length - len(statement.format(""))))


@pytest.mark.parametrize("statement", HEADS)
def test_what_is_plain_may_be_as_long_as_a_line(statement: str) -> None:
    longest = filled(statement, LINE_LENGTH)
    assert style._is_plain(longest)
    assert formatted(longest) == longest
    assert not style._is_plain(filled(statement, LINE_LENGTH + 1))


@pytest.mark.parametrize(
    "statement",
    [
        '    """Return `a`, unfitted: A model of class I/II, 100% \'sure\'."""',
        '        """a"""',
        "    from sklearn.linear_model import Ridge",
        "def build_a(settings: dict[str, Any]) -> Any:",
        "def build_a(settings: dict[str, Any], parameters: Parameters) -> Any:",
        "    return A(random_state=SEED, **settings)",
    ],
)
def test_what_is_plain_is_what_black_leaves_alone(statement: str) -> None:
    assert style._is_plain(statement)
    assert formatted(statement) == statement


@pytest.mark.parametrize(
    "statement",
    [
        '    """ a"""',
        '    """a """',
        '    """a\\"""',
        '    """"a" b"""',
        '    """ä"""',
        '    """a"""\n    b',
        "    return A(**settings )",
    ],
)
def test_the_rest_is_for_black(statement: str) -> None:
    assert not style._is_plain(statement)


def test_a_class_comes_apart_into_its_methods() -> None:
    head, first, second = (
        'class A:\n    """What."""\n\n    b = 1',
        "    @c\n    def d(self): ...",
        "    def e(self): ...",
    )
    assert parted(f"{head}\n\n{first}\n\n{second}\n\n\nf = 1\n") == [[head, first, second], ["f = 1"]]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("    return  {'a': 1}", '    return {"a": 1}'),
        ("        x=1 # why", "        x = 1  # why"),
        ("def f( a ) -> int:", "def f(a) -> int:"),
        ("    @step\n    def f(self)->None:", "    @step\n    def f(self) -> None:"),
        ("class A( B ):", "class A(B):"),
        ('        """What."""', '        """What."""'),
        ("    if a:\n        b( 1 )\n\n        c()", "    if a:\n        b(1)\n\n        c()"),
    ],
)
def test_a_statement_keeps_its_place(statement: str, expected: str) -> None:
    assert formatted(statement) == expected


def test_a_head_is_broken_where_it_is_too_long_in_its_place() -> None:
    arguments = f"self, {'a' * 35}: int, {'b' * 35}: int"
    fits = f"    def f({arguments}):"
    assert len(fits) == LINE_LENGTH
    assert formatted(fits) == fits
    assert formatted(f"    {fits}") == f"        def f(\n            {arguments}\n        ):"
