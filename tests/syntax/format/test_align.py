from mfc.syntax.format.align import Row, align

ROWS = [Row("a", "= 1"), Row("abc", "= 22"), Row("abcdef", "= 3")]


def test_right_parts_stand_in_a_column() -> None:
    assert align(ROWS, widest_gap=10, room=100) == ["a      = 1", "abc    = 22", "abcdef = 3"]


def test_a_gap_that_is_too_wide_begins_another_column() -> None:
    assert align(ROWS, widest_gap=3, room=100) == ["a   = 1", "abc = 22", "abcdef = 3"]
    assert align(ROWS[::-1], widest_gap=3, room=100) == ["abcdef = 3", "abc    = 22", "a = 1"]


def test_a_line_that_becomes_too_long_begins_another_column() -> None:
    assert align(ROWS, widest_gap=10, room=11) == ["a      = 1", "abc    = 22", "abcdef = 3"]
    assert align(ROWS, widest_gap=10, room=10) == ["a   = 1", "abc = 22", "abcdef = 3"]


def test_nothing_is_aligned_with_nothing() -> None:
    assert align([], widest_gap=10, room=100) == []
