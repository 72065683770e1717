import pytest
from lsprotocol.types import Position, Range

from mfc.lsp.positions import Positions
from mfc.source import Span

TEXT = 'let a = "😀é"\r\nlet b = 2\rlet c\n'


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 15), ("utf-16", 12), ("utf-32", 11)])
def test_columns_are_counted_in_the_units_agreed_on(encoding: str, column: int) -> None:
    positions = Positions(TEXT, encoding)
    behind = TEXT.index("é") + 1
    assert positions.position(behind) == Position(0, column)
    assert positions.offset(Position(0, column)) == behind


def test_every_line_end_ends_a_line() -> None:
    positions = Positions(TEXT)
    assert [positions.position(TEXT.index(f"let {name}")) for name in "abc"] == [Position(line, 0) for line in range(3)]
    assert positions.position(len(TEXT)) == Position(3, 0)


def test_other_separators_end_none() -> None:
    text = "# \u2028 \x0b \x85\nseed 1"
    assert Positions(text).position(text.index("seed")) == Position(1, 0)


def test_places_beyond_the_end_are_taken_for_the_end() -> None:
    positions = Positions(TEXT)
    assert positions.offset(Position(0, 99)) == TEXT.index("\r")
    assert positions.offset(Position(99, 0)) == len(TEXT)


def test_there_and_back() -> None:
    positions = Positions(TEXT)
    for start in range(len(TEXT)):
        if TEXT[start - 1 : start + 1] != "\r\n":
            assert positions.span(positions.range(Span(start, len(TEXT)))) == Span(start, len(TEXT))


def test_a_range_backwards() -> None:
    assert Positions(TEXT).span(Range(Position(0, 5), Position(0, 2))) == Span(2, 5)


def test_a_place_within_a_character_is_behind_it() -> None:
    assert Positions("😀a").offset(Position(0, 1)) == 1
