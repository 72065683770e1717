import pytest

from mfc.source import Place, Position, Source, Sources, Span


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, Position(1, 1)), (2, Position(1, 3)), (3, Position(2, 1)), (4, Position(3, 1)), (6, Position(3, 3))],
)
def test_an_offset_has_a_line_and_a_column_from_one(offset: int, position: Position) -> None:
    assert Source("x.mf", "ab\n\ncd").position(offset) == position


def test_columns_count_characters() -> None:
    assert Source("x.mf", "é界x").position(2) == Position(1, 3)


def test_lines_are_counted_with_an_empty_last_one() -> None:
    assert Source("x.mf", "").line_count == 1
    assert Source("x.mf", "a").line_count == 1
    assert Source("x.mf", "a\n").line_count == 2


def test_a_line_comes_without_its_end() -> None:
    source = Source("x.mf", "one\r\ntwo\nthree")
    assert [source.line(number) for number in (1, 2, 3)] == ["one", "two", "three"]


def test_only_line_feeds_end_a_line() -> None:
    assert Source("x.mf", "a\x0bb\x85c\u2028d").line_count == 1


def test_a_span_says_which_of_several_sources_it_is_in() -> None:
    one, other = Source("one.mf", "ab"), Source("other.mf", "cde")
    sources = Sources([one, other], [0, 3])
    assert sources.find(Span(2, 2)) == Place(one, Span(2, 2))
    assert sources.find(Span(3, 5)) == Place(other, Span(0, 2))
    assert sources.find(Span(6, 6)) == Place(other, Span(3, 3))


def test_lines_have_offsets_and_those_beyond_the_text_its_end() -> None:
    source = Source("x.mf", "ab\n\ncd")
    assert [source.offset(line) for line in (1, 2, 3, 4, 9)] == [0, 3, 4, 6, 6]
