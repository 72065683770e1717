import pytest
from lark import UnexpectedToken

from mfc.source import Span
from mfc.syntax import language, tree
from mfc.syntax.layout import lay_out
from mfc.syntax.scan import scan
from mfc.syntax.stack import Stack, usual_rule
from mfc.syntax.tokens import ERROR, OPENERS


def fed(text: str, end: bool = False) -> Stack:
    """Return the stack behind a text whose brackets need not be closed."""
    whole = language.load()
    tokens, _ = lay_out(scan(text, whole).tokens, frozenset(whole.keywords.values()))
    stack = Stack(whole.parser)
    for number, token in enumerate(tokens if end else tokens[:-1]):
        stack.feed(token, number)
    return stack


def test_each_value_is_known_by_its_first_token() -> None:
    stack = fed("seed 1\nlet a = f(1, 2) + 3")
    firsts = [stack.first]
    while stack.first >= 0:
        stack.pop()
        firsts.append(stack.first)
    assert firsts == [13, 12, 6, 5, 4, 3, 2, 0, -1]  # 3, +, f(1, 2), =, a, let, the line's end, seed 1
    assert stack.state == 0


def test_what_no_rule_has_taken_is_still_a_token() -> None:
    assert [token.value for token in fed("model a: R { b in [1, 2").tokens()][:2] == [2, ","]
    opened = [token.kind for token in fed("model a: R { b in [f(1), 1").tokens() if token.kind in OPENERS]
    assert opened == ["LSQB", "LBRACE"]


def test_what_is_accepted_is_what_a_text_can_have() -> None:
    assert fed("let a").accepts() == {"EQUAL"}
    assert fed("seed 1").accepts() >= {"PLUS", "_NEWLINE"}
    assert not fed("seed 1").accepts() & {ERROR, "$END", "NAME"}


def test_a_token_that_cannot_follow_is_refused() -> None:
    with pytest.raises(UnexpectedToken):
        fed("let a 1")


def test_a_reduction_needs_no_token_that_fits() -> None:
    stack = fed("seed 1")
    before = stack.state
    while stack.reduce():
        pass
    assert stack.state != before
    assert stack.first == 0
    assert "_NEWLINE" in stack.takes


def test_a_state_that_can_only_go_on_has_no_usual_rule() -> None:
    assert usual_rule(fed("let").takes) is None
    assert not fed("let").reduce()


def test_what_follows_is_known_one_token_further() -> None:
    stack = fed("")
    assert stack.follows(stack.takes, "MODEL", "NAME")
    assert not stack.follows(stack.takes, "MODEL", "COLON")
    assert not stack.follows(stack.takes, "NAME", "COLON")


def test_bad_stands_for_an_entry() -> None:
    stack = fed("seed 1\nlet a")
    while ERROR not in stack.takes:
        first = stack.pop()
    assert first == 3
    stack.feed_bad(tree.Bad(Span(7, 12), "let"), first)
    assert stack.first == 3
    assert stack.accepts() == {"_NEWLINE"}
    assert [token.kind for token in stack.tokens()] == ["_NEWLINE"]
