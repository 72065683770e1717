import pytest
from formatting import fmt


@pytest.mark.parametrize(
    ("written", "spaced"),
    [
        ("1+2*3", "1 + 2 * 3"),
        ("a**b//c", "a ** b // c"),
        ("- 3", "-3"),
        ("a- -3", "a - -3"),
        ("(a)-3", "(a) - 3"),
        ("- - 3", "--3"),
        ("-( a )", "-(a)"),
        ("1 .. 3", "1..3"),
        ("-9 ..width", "-9..width"),
        ("[ 1,2 , 3, ]", "[1, 2, 3]"),
        ("( )", "()"),
        ("(1 ,)", "(1,)"),
        ("( 1 )", "(1)"),
        ("(1,2,)", "(1, 2)"),
        ("f (1,n=2,)", "f(1, n = 2)"),
        ("f(1,)", "f(1)"),
        ("a . b . c", "a.b.c"),
        ("a . f ()", "a.f()"),
        ("[-1,- x]", "[-1, -x]"),
        ("f(n=-1)", "f(n = -1)"),
        ("test- 5", "test - 5"),
        ("(- 5)", "(-5)"),
        ("(a # c\n - b)", "(\n  a  # c\n    - b\n)"),
        ("10_000", "10_000"),
        ("1E-3", "1E-3"),
        ("20%", "20%"),
        ('"\\u0041"', '"\\u0041"'),
    ],
)
def test_values(written: str, spaced: str) -> None:
    assert fmt(f"let x={written}") == f"let x = {spaced}\n"


@pytest.mark.parametrize(
    ("written", "spaced"),
    [
        ('tournament   Houses"t"', 'tournament Houses "t"'),
        ("seed - 3", "seed -3"),
        ("test(20%)", "test (20%)"),
        ("folds kfold (5)", "folds kfold(5)"),
        ("score r2 ,a . b", "score r2, a.b"),
        ('param n=1"help"', 'param n = 1 "help"'),
        ("model m :Ridge{}", "model m: Ridge {}"),
        ("model m:Ridge{ }", "model m: Ridge {}"),
        ("model m:Ridge{\n\n}", "model m: Ridge {}"),
        ("model m:Ridge{a=1,}", "model m: Ridge { a = 1 }"),
        ("model m:Ridge{a in[1]}", "model m: Ridge { a in [1] }"),
        ("model m:Ridge{a~f(1),search grid}", "model m: Ridge { a ~ f(1), search grid }"),
        ("preprocess{[a,b]->C->D(1)}", "preprocess { [a, b] -> C -> D(1) }"),
    ],
)
def test_declarations(written: str, spaced: str) -> None:
    assert fmt(written) == f"{spaced}\n"
