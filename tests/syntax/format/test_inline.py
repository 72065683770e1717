import pytest

from mfc.syntax.format.inline import inline, separates
from mfc.syntax.format.parts import Group, take_apart


def inlined(text: str) -> str | None:
    (item,) = take_apart(text).items
    return inline(item.atoms)


@pytest.mark.parametrize("text", ["seed 1", "let x = [(1,), f(2), (), [], (3)]", "report { top = 1 }", "report {}"])
def test_what_stands_on_one_line(text: str) -> None:
    assert inlined(text) == text


@pytest.mark.parametrize(
    "text", ["let x = [1,  # why\n]", "report {\n top = 1 }", "report { # why\n}", "run {\n# why\n}"]
)
def test_what_does_not(text: str) -> None:
    assert inlined(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("[1]", True), ("f(1)", True), ("(1,)", True), ("(1)", False), ("()", False)]
)
def test_commas_stand_between_items_but_not_in_parentheses(text: str, expected: bool) -> None:
    group = take_apart(f"let x = {text}").items[0].atoms[-1]
    assert isinstance(group, Group)
    assert separates(group) is expected
