import ast

import pytest

from mfc.emit.labels import children, labels, name_of, of_model, of_option, of_route


def called(text: str) -> set[str]:
    """Return what a statement, and all that is in it, is called."""
    found: set[str] = set()
    pieces: list[ast.AST] = list(ast.parse(text).body)
    while pieces:
        piece = pieces.pop()
        found |= {label.name for label in labels(piece)}
        pieces += children(piece)
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SEED = 1", "SEED"),
        ("def load_data(): pass", "load_data"),
        ("def fit_gbm(self): pass", of_model("gbm")),
        ("def fit_2_gbm(self): pass", of_model("gbm")),
        ("def preprocess_gbm(features): pass", "preprocess"),
        ("searches = {'gbm': {}}", of_model("gbm")),
        ("match model:\n    case 'gbm': pass", of_model("gbm")),
        ("build(num_leaves=3)", "num_leaves"),
        ("rows = Parameter('rows', default=1)", of_option("rows")),
        ("print(parameters.rows)", of_option("rows")),
        ("pairs = (OneHotEncoder(), ['a', 'b'])", of_route("a", "b")),
        ("searches = ParameterSampler({}, 3)", "ParameterSampler"),
    ],
)
def test_what_pieces_are_called(text: str, name: str) -> None:
    assert name in called(text)


def test_the_lines_of_a_key_are_those_of_its_value() -> None:
    [statement] = ast.parse("searches = {\n    'gbm': draw(\n        3\n    ),\n}").body
    [pair] = children(statement.value)  # type: ignore[attr-defined]
    assert {(label.first, label.last) for label in labels(pair)} == {(2, 4)}


def test_the_number_of_draws_holds_nothing() -> None:
    [statement] = ast.parse("ParameterSampler(space, 3)").body
    [label] = labels(statement.value)  # type: ignore[attr-defined]
    assert (label.name, label.owns) == ("ParameterSampler", False)


def test_names() -> None:
    assert [name_of(ast.parse(text, mode="eval").body) for text in ("a", "a.b", "a()")] == ["a", "b", ""]
