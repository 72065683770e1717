import pytest

from mfc.ide.document import Document
from mfc.ide.place.cursor import Cursor, cursor
from mfc.source import Source


def at(text: str) -> Cursor:
    """Return the place of the `│` in a text."""
    place = cursor(Document(Source("spec.mf", text.replace("│", ""))), text.index("│"))
    assert place
    return place


@pytest.mark.parametrize(
    ("text", "blocks", "entry"),
    [
        ("│", [], []),
        ("model a: │", [], ["model", "a", ":"]),
        ("model a: Ridge { alpha = 1, tol ~ │", ["model"], ["tol", "~"]),
        (
            "model a: Ridge {\n  alpha = = ((\n  space {\n    tol in [1, │",
            ["model", "space"],
            ["tol", "in", "[", 1, ","],
        ),
        ("model a: Ridge { space { tol = 1 }, │ }", ["model"], []),
        ("let a = (1, [2\nmodel b: │", [], ["model", "b", ":"]),
        ("run { seed = 1\nseed = │", ["run"], ["seed", "="]),
        ("score r2, │", [], ["score", "r2", ","]),
        ("let a = [1, 2), │", [], ["let", "a", "=", "[", 1, ",", 2, ","]),
        ("let a = [(1], │", [], ["let", "a", "=", "[", "(", 1, "]", "]", ","]),
        ("let a = 1 } }\nseed │", [], ["seed"]),
    ],
)
def test_what_leads_to_a_cursor(text: str, blocks: list[str], entry: list[object]) -> None:
    place = at(text)
    assert [block.keyword for block in place.blocks] == blocks
    assert [token.value for token in place.entry] == entry


def test_what_the_grammar_takes() -> None:
    assert at("model a: │").accepts == {"NAME"}
    assert at("model a: Ridge { alpha │").accepts == {"EQUAL", "IN", "TILDE"}
    assert {"SEARCH", "NAME", "RBRACE"} <= at("model a: Ridge { │").accepts
    assert "SEARCH" not in at("run { │").accepts
    assert at("let = │").accepts == frozenset()


@pytest.mark.parametrize(
    ("text", "word", "string"),
    [
        ("model a: sklearn.lin│ear.X", "sklearn.linear", False),
        ('include "mod│els.mf"', "models.mf", True),
        ('include "mod│', "mod", True),
        ('let a = "b"\nseed se│', "se", False),
        ("model a: Ridge { solver = 'a' al│ }", "al", False),
    ],
)
def test_the_word_at_a_cursor(text: str, word: str, string: bool) -> None:
    place = at(text)
    assert (text.replace("│", "")[place.word.start : place.word.end], place.string) == (word, string)


@pytest.mark.parametrize("text", ["seed 1│", "# no│te", "let a = 20%│", "let a = 3x│"])
def test_nowhere(text: str) -> None:
    assert cursor(Document(Source("spec.mf", text.replace("│", ""))), text.index("│")) is None
