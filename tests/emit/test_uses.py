"""The names that a statement uses are those that Python would look for outside it."""

import ast
from textwrap import dedent

import pytest

from mfc.emit.uses import Uses, uses_of


def uses(text: str) -> Uses:
    text = dedent(text).strip("\n")
    return uses_of(ast.parse(text).body[0], text, 1)


@pytest.mark.parametrize(
    ("text", "at_import", "later", "annotations"),
    [
        ("def f(a, *b, c=d, **e): return a, b, c, e, g", "d", "g", ""),
        ("def f():\n    x = 1\n    return x + y", "", "y", ""),
        ("def f():\n    import a\n    return a.b", "", "", ""),
        ("def f():\n    def g(): return x\n    x = 1\n    return g", "", "", ""),
        ("def f():\n    global x\n    x = 1", "", "x", ""),
        ("def f(): return [a for a in b if c]", "", "b c", ""),
        ("def f(): return f()", "", "", ""),
        ("@a(b)\ndef f(): pass", "a b", "", ""),
        ("@a\nclass C(B, m=M):\n    x = y\n    def f(self, d=e): return z", "a B M y e", "z", ""),
        ("x = [a(i) for i in b]", "a b", "", ""),
        ("x = lambda a: a + b", "", "b", ""),
        ("x = {a: lambda: b}", "a", "b", ""),
        ("match a:\n    case B(x=c): print(c)", "a B print", "", ""),
        ("for a in b:\n    c(a)", "b c", "", ""),
        ("x: A[B] = c", "c", "", "A B"),
        ("def f(a: A, *b: B, c: C = d, **e: E) -> F: pass", "d", "", "A B C E F"),
        ("async def f(a: A, /) -> B: pass", "", "", "A B"),
        ("def f(a: 'A[\"B\"] | C.D'): pass", "", "", "A B C"),
        ("def f(a: Literal['A', 'B']) -> t.Literal['C']: pass", "", "", "Literal t"),
        ("def f(a: A) -> A: return A()", "", "A", ""),
        ("def f():\n    import a\n    b: a.C = d", "", "d", ""),
        ("def f():\n    if x:\n        b: B = c", "", "c x", "B"),
        ("def f():\n    try:\n        pass\n    except E:\n        b: B = c", "", "E c", "B"),
        ("def f():\n    match x:\n        case 1:\n            b: B = c", "", "c x", "B"),
        ("def f():\n    class A: pass\n    def g(a: A, b: B): pass", "", "", "B"),
        ("class C:\n    date: date\n    other: C", "", "", "date"),
        ("class C:\n    class D: pass\n    def f(self, d: D) -> E: pass", "", "", "E"),
        ("@a\nclass C:\n    @b\n    def f(self):\n        import np\n        x: np.A = 1", "a b", "", ""),
        ("X: TypeAlias = 'A[B]'", "", "", "A B TypeAlias"),
        ("def f(): return cast('A', b), c('D')", "", "b c cast", "A"),
    ],
)
def test_what_is_used_when(text: str, at_import: str, later: str, annotations: str) -> None:
    found = uses(text)
    assert (found.at_import, found.later, found.annotations) == (
        frozenset(at_import.split()),
        frozenset(later.split()),
        frozenset(annotations.split()),
    )


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("def f(): x = 1", "f"),
        ("class C: x = 1", "C"),
        ("a, (b, *c) = d", "a b c"),
        ("a = b = 1", "a b"),
        ("a: int = 1", "a"),
        ("for a in b:\n    c = a", "a c"),
        ("if (a := b): pass", "a"),
    ],
)
def test_what_is_bound(text: str, binds: str) -> None:
    assert uses(text).binds == frozenset(binds.split())


def test_comments_and_place_in_the_file_do_not_matter() -> None:
    text = "# Why\n@a\ndef f(x: A) -> None:\n    import np\n\n    y: np.B = x"
    [statement] = ast.parse("\n" * 40 + text).body
    assert uses_of(statement, text, 41) == uses(text)
    assert uses(text).annotations == {"A"}
