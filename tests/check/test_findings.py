import pytest

from mfc.check.findings import listed, not_constant, not_supported, show, there_is, twice, unknown
from mfc.diagnostics.codes import UNKNOWN_NAME
from mfc.source import Span

HERE, THERE = Span(3, 5), Span(0, 2)


def test_lists_in_a_sentence() -> None:
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b"]) == "`a` and `b`"
    assert listed(["a", "b", "c"], "or") == "`a`, `b` or `c`"


def test_what_there_is() -> None:
    assert there_is(["a"]) == "there is `a`"
    assert there_is(["a", "b"]) == "there are `a` and `b`"
    assert there_is([]) is None
    assert there_is([str(i) for i in range(25)]) is None


def test_unknown_words_are_near_others_or_one_of_a_few() -> None:
    assert unknown(UNKNOWN_NAME, HERE, "unknown", "widht", ["width", "depth"]).help == "did you mean `width`?"
    assert unknown(UNKNOWN_NAME, HERE, "unknown", "x", ["width", "depth"]).help == "there are `width` and `depth`"


def test_what_stands_twice_points_to_the_first() -> None:
    found = twice(HERE, "`seed`", THERE)
    assert (found.code.id, found.message) == ("MF202", "`seed` stands here a second time")
    assert found.related[0].span == THERE


def test_what_is_not_supported() -> None:
    found = not_supported(HERE, "`space`", "use one space")
    assert (found.code.id, found.help) == ("MF501", "use one space")
    assert found.message == "`space` is part of the language, but not supported yet"


def test_what_is_not_constant() -> None:
    found = not_constant(HERE, "`top`")
    assert (found.code.id, found.span) == ("MF304", HERE)
    assert found.message == "`top` must be known when the flow is made, and this depends on a `param`"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\n", '"a\\n"'),
        (True, "true"),
        (None, "none"),
        ([1, ("a",), ()], '[1, ("a",), ()]'),
        (range(1, 4), "1..3"),
        (1.5, "1.5"),
        ("x" * 100, '"' + "x" * 38 + "…"),
    ],
)
def test_values_are_shown_as_the_language_writes_them(value: object, text: str) -> None:
    assert show(value) == text
