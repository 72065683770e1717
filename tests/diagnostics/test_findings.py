from mfc.diagnostics.codes import UNKNOWN_NAME
from mfc.diagnostics.findings import listed, not_constant, not_supported, there_is, twice, unknown
from mfc.source import Span

HERE, THERE = Span(3, 5), Span(0, 2)


def test_lists_in_a_sentence() -> None:
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b"]) == "`a` and `b`"
    assert listed(["a", "b", "c"], "or") == "`a`, `b` or `c`"


def test_what_there_is() -> None:
    assert there_is(["a"]) == "there is only `a`"
    assert there_is(["a", "b"]) == "choose from `a` and `b`"
    assert there_is([]) is None
    assert there_is([str(i) for i in range(25)]) is None


def test_unknown_words_are_near_others_or_one_of_a_few() -> None:
    assert unknown(UNKNOWN_NAME, HERE, "unknown", "widht", ["width", "depth"]).help == "did you mean `width`?"
    assert unknown(UNKNOWN_NAME, HERE, "unknown", "x", ["width", "depth"]).help == "choose from `width` and `depth`"


def test_what_stands_twice_points_to_the_first() -> None:
    found = twice(HERE, "`seed`", THERE)
    assert (found.code.id, found.message) == ("MF202", "`seed` is given more than once")
    assert found.related[0].span == THERE


def test_what_is_not_supported() -> None:
    found = not_supported(HERE, "`space`", "use one space")
    assert (found.code.id, found.help) == ("MF501", "use one space")
    assert found.message == "`space` is part of the language, but not supported yet"


def test_what_is_not_constant() -> None:
    found = not_constant(HERE, "`top`")
    assert (found.code.id, found.span) == ("MF304", HERE)
    assert found.message == "`top` must be known at compile time, but this depends on a `param`"
