import pytest

from mfc.pipeline import Compilation
from mfc.source import Source

SPEC = 'tournament Houses "{}"\ndata mock.regression\nmodel ridge: Ridge {{ alpha in [1, 2] }} # {}\n'


def found(title: str, comment: str = "") -> list[tuple[str, int, str]]:
    compilation = Compilation(Source("x.mf", SPEC.format(title, comment)))
    return [
        (one.code.id, compilation.source.position(one.span.start).line, one.message) for one in compilation.diagnostics
    ]


@pytest.mark.parametrize(
    ("character", "message"),
    [
        ("\u202e", "the character U+202E (right-to-left override) changes the order in which the line is displayed"),
        ("\u2067", "the character U+2067 (right-to-left isolate) changes the order in which the line is displayed"),
        ("\u2028", "the character U+2028 (line separator) ends a line in some editors but not in others"),
        ("\x85", "the character U+0085 ends a line in some editors but not in others"),
        ("\u200b", "the character U+200B (zero width space) is invisible"),
    ],
)
def test_a_hiding_character_is_warned_of_wherever_it_is(character: str, message: str) -> None:
    assert found(f"a{character}b") == [("MF690", 1, message)]
    assert found("", f"a{character}b") == [("MF690", 3, message)]


@pytest.mark.parametrize("text", ["Häuser", "بيت", "家", "👩\u200d🔬", "a\u00a0b", "\\u202e"])
def test_other_characters_are_fine(text: str) -> None:
    assert found(text, text.replace("\\", "")) == []


def test_it_can_be_silenced() -> None:
    assert found("", "\u202e # mfc: ignore[MF690]") == []


def test_of_many_the_first_are_shown() -> None:
    assert len(found("\u202e" * 1000)) == 20
