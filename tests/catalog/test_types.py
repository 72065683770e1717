import pytest

from mfc.catalog.entry import Anything, Boolean, Column, Number, Object, Options, Sequence, Text, Word
from mfc.catalog.types import Verdict, admits, describe_types, verdict

ADMITTED, OUT_OF_RANGE, WRONG_TYPE = Verdict

ABOVE_0 = Number("real", 0, low_included=False)
AT_LEAST_1 = Number("integer", 1)
SHARE = Number("float", 0, 1, low_included=False)


class Somewhere(tuple):
    """A value that is no plain Python literal, and a tuple all the same."""


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (AT_LEAST_1, 1, ADMITTED),
        (AT_LEAST_1, 0, OUT_OF_RANGE),
        (AT_LEAST_1, 10**400, ADMITTED),
        (AT_LEAST_1, 10.0, WRONG_TYPE),
        (AT_LEAST_1, True, WRONG_TYPE),
        (AT_LEAST_1, "1", WRONG_TYPE),
        (AT_LEAST_1, None, WRONG_TYPE),
        (ABOVE_0, 1, ADMITTED),
        (ABOVE_0, 1e-9, ADMITTED),
        (ABOVE_0, 0.0, OUT_OF_RANGE),
        (ABOVE_0, float("inf"), OUT_OF_RANGE),
        (ABOVE_0, float("nan"), OUT_OF_RANGE),
        (Number("real"), float("nan"), OUT_OF_RANGE),
        (SHARE, 1.0, ADMITTED),
        (SHARE, 1, WRONG_TYPE),
        (SHARE, 1.5, OUT_OF_RANGE),
        (Number("real", 0, 1, high_included=False), 1, OUT_OF_RANGE),
        (Options(("l1", None)), "l1", ADMITTED),
        (Options(("l1", None)), None, ADMITTED),
        (Options(("l1", None)), "l3", OUT_OF_RANGE),
        (Options(("l1", None)), 1, WRONG_TYPE),
        (Options((None,)), "l1", WRONG_TYPE),
        (Options((0, 1)), True, WRONG_TYPE),
        (Boolean(), False, ADMITTED),
        (Boolean(), 0, WRONG_TYPE),
        (Text(), "anything", ADMITTED),
        (Text(), 1, WRONG_TYPE),
        (Word(("skip", "stop")), "skip", ADMITTED),
        (Word(("skip", "stop")), "pause", OUT_OF_RANGE),
        (Word(("skip", "stop")), 1, WRONG_TYPE),
        (Column(), "price", ADMITTED),
        (Column(), 3, WRONG_TYPE),
        (Sequence((AT_LEAST_1,)), [], ADMITTED),
        (Sequence((AT_LEAST_1,)), (8, 8), ADMITTED),
        (Sequence((AT_LEAST_1,)), [8, 0], OUT_OF_RANGE),
        (Sequence((AT_LEAST_1,)), [0, "8"], WRONG_TYPE),
        (Sequence((AT_LEAST_1,)), 8, WRONG_TYPE),
        (Sequence((AT_LEAST_1,)), "8", WRONG_TYPE),
        (Sequence((AT_LEAST_1,)), range(1, 10**12), ADMITTED),
        (Sequence((AT_LEAST_1,)), range(10**12), OUT_OF_RANGE),
        (Sequence((AT_LEAST_1,), "tuple"), [8], WRONG_TYPE),
        (Sequence((AT_LEAST_1,), "list"), (8,), WRONG_TYPE),
        (Object("a callable"), "f", WRONG_TYPE),
        (Object("a callable"), Somewhere(), ADMITTED),
        (AT_LEAST_1, Somewhere(), ADMITTED),
        (Anything("anything"), object, ADMITTED),
        (Anything("anything"), [None], ADMITTED),
    ],
)
def test_verdict(kind, value, expected):
    assert verdict((kind,), value) is expected


def test_the_type_that_suits_best_decides():
    types = (AT_LEAST_1, SHARE, Options(("sqrt", None)))
    assert admits(types, 3)
    assert admits(types, 0.5)
    assert admits(types, "sqrt")
    assert verdict(types, 0) is OUT_OF_RANGE
    assert verdict(types, "log") is OUT_OF_RANGE
    assert verdict(types, True) is WRONG_TYPE


def test_without_types_nothing_is_admitted():
    assert verdict((), 1) is WRONG_TYPE


@pytest.mark.parametrize(
    ("types", "prose"),
    [
        ((Number("integer"),), "an integer"),
        ((AT_LEAST_1,), "an integer of at least 1"),
        ((Number("integer", 2, 131072),), "an integer from 2 to 131072"),
        ((ABOVE_0,), "a number above 0"),
        ((Number("real", 0, 1, low_included=False),), "a number above 0 and at most 1"),
        ((Number("real", 0, 1, high_included=False),), "a number of at least 0 and below 1"),
        ((Number("real", None, 1),), "a number of at most 1"),
        ((Number("real", None, 0.5, high_included=False),), "a number below 0.5"),
        ((Number("float"),), "a float"),
        ((SHARE,), "a fraction above 0 and at most 1"),
        ((Boolean(),), "`true` or `false`"),
        ((Options(("l1", "l2")),), '"l1" or "l2"'),
        ((Options(("l1", "l2", None)),), 'one of "l1", "l2" or `none`'),
        ((AT_LEAST_1, Options((None,))), "an integer of at least 1 or `none`"),
        ((AT_LEAST_1, Options(("sqrt", None))), 'an integer of at least 1, "sqrt" or `none`'),
        ((Boolean(), Options((False, None))), "`true`, `false` or `none`"),
        ((Word(("skip", "stop")),), "`skip` or `stop`"),
        ((Text(), Object("a callable")), "a string or a callable"),
        ((Column(), Sequence((Column(),))), "a column name or a list with a column name for each item"),
        ((Sequence((Anything("anything"),), "tuple"),), "a tuple"),
        ((Options(tuple("abcdefghijklm")),), 'one of "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", … (13 in all)'),
    ],
)
def test_describe(types, prose):
    assert describe_types(types) == prose
