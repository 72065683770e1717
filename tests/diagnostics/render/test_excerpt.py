import pytest

from mfc.diagnostics.render.excerpt import Excerpt, cells, excerpt, printable, sentence


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt("seed = ten", 7, 10) == Excerpt("seed = ten", 7, 3)


def test_an_empty_place_is_still_marked() -> None:
    assert excerpt("seed", 4, 4) == Excerpt("seed", 4, 1)
    assert excerpt("", 0, 0) == Excerpt("", 0, 1)


def test_a_place_past_the_end_is_marked_there() -> None:
    assert excerpt("seed", 5, 6) == Excerpt("seed", 4, 1)


def test_a_mark_stops_at_the_end_of_the_line() -> None:
    assert excerpt("data {", 5, 500) == Excerpt("data {", 5, 1)


def test_tabs_take_four_cells() -> None:
    assert excerpt("\tx\ty", 3, 4) == Excerpt("    x    y", 9, 1)


def test_wide_and_combining_characters_are_measured() -> None:
    assert excerpt("界界 x", 3, 4) == Excerpt("界界 x", 5, 1)
    assert excerpt("e\u0301 x", 3, 4) == Excerpt("e\u0301 x", 2, 1)
    assert excerpt("界", 0, 1).width == 2


@pytest.mark.parametrize("place", [0, 1, 39, 40, 41, 50_000, 99_959, 99_998])
def test_a_very_long_line_is_cut_around_the_place(place: int) -> None:
    line = "." * place + "X" + "." * (99_999 - place - 1)
    shown = excerpt(line, place, place + 1)
    assert len(shown.text) <= 102
    assert shown.text[shown.indent : shown.indent + shown.width] == "X"
    assert shown.text.startswith("…") == (place > 40)
    assert shown.text.endswith("…") == (place < 99_930)


def test_the_mark_of_a_long_place_stays_below_the_text_shown() -> None:
    shown = excerpt("x" * 100_000, 50_000, 100_000)
    assert shown.indent + shown.width == len(shown.text.rstrip("…"))


@pytest.mark.parametrize("character", ["\x1b", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\u2028", "\xa0"])
def test_nothing_that_moves_hides_or_recolours_text_is_printed(character: str) -> None:
    shown = printable(f"a{character}b")
    assert shown.isprintable()
    assert len(shown) == 3


def test_controls_have_their_own_pictures() -> None:
    assert printable("\x1b[31m\n") == "␛[31m␊"


def test_printable_text_is_left_alone() -> None:
    assert printable("naïve 界 🙂") == "naïve 界 🙂"


def test_cells_of_ascii_and_others() -> None:
    assert cells("abc") == 3
    assert cells("🙂界a") == 5


def test_a_long_sentence_loses_its_middle() -> None:
    shown = sentence(f"`{'x' * 100_000}` is not a model")
    assert len(shown) < 410
    assert shown.startswith("`xxx")
    assert shown.endswith("` is not a model")


def test_a_sentence_is_one_line() -> None:
    assert sentence("a\nb") == "a␊b"
