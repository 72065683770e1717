from mfc.check.places import block, part
from mfc.source import Span
from mfc.syntax.tree import Bad


def test_of_a_block_the_keyword_is_marked() -> None:
    assert block("run", Span(10, 40), ()) == ("`run`", Span(10, 13), True)


def test_a_place_with_something_unreadable_is_not_complete() -> None:
    assert part("`a`", Span(0, 1), (Bad(Span(2, 3), None),)) == ("`a`", Span(0, 1), False)
