from checking import checked

from mfc.meaning.columns import mentions
from mfc.syntax.tree import DataDeclaration


def columns(settings: str) -> list[tuple[str, str]]:
    outline = checked("task regression", f'data csv("a.csv") {{ {settings} }}').outline
    data = outline.one(DataDeclaration)
    assert data
    return [(mention.role, mention.column) for mention in mentions(data, outline)]


def test_columns_are_words_or_strings() -> None:
    found = columns('target = price, numeric = [a, "b c"], categorical = (d,), drop = []')
    assert found == [("target", "price"), ("numeric", "a"), ("numeric", "b c"), ("categorical", "d")]


def test_a_list_of_targets() -> None:
    assert columns("target = [a]") == [("target", "a")]


def test_what_is_no_column_is_left_out() -> None:
    assert columns("target = 3, numeric = a, drop = [1, b], group = c") == [("drop", "b"), ("group", "c")]
