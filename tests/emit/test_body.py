from mfc.emit.body import Body, body, calls, scope_of


def test_imports_stand_above_the_lines() -> None:
    scope = scope_of()
    scope.module("numpy", "np")
    scope.name("a.b.thing")
    made = body(scope, "x = 1", "return x")
    assert made.text == "import numpy as np\nfrom a.b import thing\n\nx = 1\nreturn x"
    assert Body((), ("return 1",)).text == "return 1"


def test_arguments_that_are_empty_are_left_out() -> None:
    assert calls("f", "a", "", "b=1") == "f(a, b=1)"


def test_names_that_functions_use_are_taken() -> None:
    assert scope_of("rows").name("my.rows") == "my_rows"
    assert scope_of().name("my.SEED") == "my_SEED"
