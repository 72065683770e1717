import json

import pytest
from lark import Lark

from mfc.syntax.concrete import NestedTooDeepError, Part, restored, serialised
from mfc.syntax.tree import DEEPEST

GRAMMAR = """
program: item*
item: "(" item* ")"
"""


def nested(depth: int, rule: str = "list") -> Part:
    part = Part("constant", [])
    for _ in range(depth):
        part = Part(rule, [part])
    return part


def test_a_tree_knows_how_deep_it_is_nested() -> None:
    assert nested(3).depth == 3
    assert Part("binary", [nested(1), nested(4)]).depth == 5
    assert nested(3, "argument").depth == 0


def test_no_tree_is_made_too_deep() -> None:
    assert nested(DEEPEST).depth == DEEPEST
    with pytest.raises(NestedTooDeepError):
        nested(DEEPEST + 1)


def test_what_is_spliced_is_as_deep_as_nothing() -> None:
    assert Part("_items", [nested(DEEPEST)]).depth == 0


def test_a_parser_comes_back_from_json() -> None:
    made = serialised(Lark(GRAMMAR, parser="lalr", lexer="basic", start="program", propagate_positions=True))
    parser = restored(json.loads(json.dumps(made)))
    assert [str(rule) for rule in parser.rules] == [
        str(rule) for rule in Lark(GRAMMAR, parser="lalr", lexer="basic", start="program").rules
    ]
    assert parser.parse_interactive().accepts() == {"LPAR", "$END"}


def test_states_are_numbered_as_they_are_reached() -> None:
    twice = [
        serialised(Lark(GRAMMAR, parser="lalr", lexer="basic", start="program", propagate_positions=True))
        for _ in range(2)
    ]
    assert twice[0] == twice[1]
    table = twice[0]["data"]["parser"]["parser"]
    assert table["start_states"] == {"program": 0}
    targets = [t for state in table["states"] for kind, t in state.values() if not kind]
    assert list(dict.fromkeys(targets)) == sorted(set(targets))
