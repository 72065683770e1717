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
def test_formatting_by_pieces_is_formatting_the_whole(length: int) -> None:
    flow = raw(stretched(length), Spec("spec.mf", "spec_flow.py", "0" * 12))
    found = styled(flow)
    assert found == black.format_str(flow, mode=MODE)
    assert ast.dump(ast.parse(found)) == ast.dump(ast.parse(flow))


def test_the_known_pieces_are_what_black_leaves_alone() -> None:
    known = [piece for piece in json.loads(FILE.read_text(encoding="utf-8")).values() if piece]
    methods = [piece for piece in known if piece.startswith(style.INDENT)]
    others = [piece for piece in known if not piece.startswith(style.INDENT)]
    text = "\n\n\n".join([*others, style.CLASS + "\n\n".join(methods)]) + "\n"
    assert black.format_str(text, mode=MODE) == text


def test_a_known_piece_is_not_formatted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {style.digest("x  = 1"): "x = 1", style.digest("y = 1"): None}
    monkeypatch.setattr(style, "_known", lambda: known)
    monkeypatch.setattr(style, "formatted", lambda piece: f"# {piece}")
    style._looked_up.cache_clear()
    assert styled("x  = 1\n\n\ny = 1\n\n\n\nz  = 1\n") == "x = 1\n\n\ny = 1\n\n\n# z  = 1\n"
    style._looked_up.cache_clear()


def test_a_class_comes_apart_into_its_methods() -> None:
    head, first, second = (
        'class A:\n    """What."""\n\n    b = 1',
        "    @c\n    def d(self): ...",
        "    def e(self): ...",
    )
    assert parted(f"{head}\n\n{first}\n\n{second}\n\n\nf = 1\n") == [[head, first, second], ["f = 1"]]


def test_a_method_keeps_its_place() -> None:
    assert formatted("    def f(self): return 'a'") == '    def f(self):\n        return "a"'
