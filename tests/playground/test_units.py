from mfc.playground.units import Units
from mfc.source import Span

TEXT = "a😀b😀😀c"


def test_a_character_beyond_the_basic_plane_takes_two_units() -> None:
    assert [Units(TEXT).unit(offset) for offset in range(len(TEXT) + 1)] == [0, 1, 3, 4, 6, 8, 9]


def test_there_and_back() -> None:
    units = Units(TEXT)
    assert [units.offset(units.unit(offset)) for offset in range(len(TEXT) + 1)] == list(range(len(TEXT) + 1))


def test_a_place_within_a_character_is_behind_it() -> None:
    assert Units(TEXT).offset(2) == 2


def test_other_texts_are_counted_as_they_are() -> None:
    assert Units("é = 1").place(Span(1, 5)) == {"from": 1, "to": 5}
