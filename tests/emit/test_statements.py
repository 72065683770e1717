import pytest

from mfc.emit.statements import depth_of, statements


def test_a_function_comes_as_its_head_and_its_statements() -> None:
    head = "@once\ndef f(\n    a: int,\n    b: int = 2,\n) -> int:"
    body = ['    """What it does.\n\n    And why.\n    """', "    c = (\n        a\n    )", "", "    return a + b + c"]
    assert list(statements("\n".join([head, *body]))) == [head, *body]


def test_the_branches_of_a_condition_are_one_statement() -> None:
    condition = "    if a:\n        b()\n\n        c()\n    elif d:\n        pass\n    else:\n        e()"
    attempt = "    try:\n        a()\n    except OSError:\n        pass\n    finally:\n        b()"
    head = "    def method(self) -> None:"
    inner = "\n".join(f"    {line}" if line else "" for line in f"{condition}\n{attempt}".split("\n"))
    assert list(statements(f"def f():\n{condition}\n{attempt}")) == ["def f():", condition, attempt]
    assert len(list(statements(f"{head}\n{inner}"))) == 3


def test_a_function_within_a_function_is_one_statement() -> None:
    inner = "    def g():\n        a()\n\n        return 1"
    assert list(statements(f"def f():\n{inner}\n\n    return g")) == ["def f():", inner, "", "    return g"]


def test_comments_belong_to_what_follows() -> None:
    assert list(statements("# one\n# two\na = 1\nb = 2  # three")) == ["# one\n# two\na = 1", "b = 2  # three"]
    assert list(statements("# Data")) == ["# Data"]


def test_a_class_comes_as_its_head_and_its_fields() -> None:
    parts = ["class A(NamedTuple):", '    """What."""', "", "    b: int = 1  # one", "    c: str"]
    assert list(statements("\n".join(parts))) == parts


def test_nothing_is_lost() -> None:
    piece = "def f(a):  # not the end of a head\n    b = {\n        1: 2,\n    }\n\n\n    return b"
    assert "\n".join(statements(piece)) == piece


@pytest.mark.parametrize(("text", "depth"), [("a", 0), ("    b", 4), ("", 0), ("  \n", 2)])
def test_depth_is_the_number_of_spaces(text: str, depth: int) -> None:
    assert depth_of(text) == depth
