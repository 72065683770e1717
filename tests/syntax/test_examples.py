import pytest

from mfc.syntax import language
from mfc.syntax.examples import ExampleError, failure, failures, shifts, states, way_to


def test_a_failure_is_where_the_mistake_is_met() -> None:
    assert failure(language.load(), "let width 5", None).kinds == ("INTEGER", "$END")
    assert failure(language.load(), "let width", None).kinds == ("$END",)


def test_a_failure_may_be_looked_for_after_a_symbol() -> None:
    found = dict(failures(language.load(), "param rows = 5 6"))
    assert [*found][-2:] == ["declaration", "_declarations"]
    assert failure(language.load(), "param rows = 5 6", "expression") == found["expression"]
    assert failure(language.load(), "param rows = 5 6", "sum") == found["sum"] != found["expression"]


def test_what_does_not_fail_is_no_example() -> None:
    with pytest.raises(ExampleError, match="does not fail: 'seed 1'"):
        failure(language.load(), "seed 1", None)


def test_every_state_is_reached_by_the_symbols_that_lead_to_it() -> None:
    targets = {(state, symbol): target for state, symbol, target in shifts(language.load())}
    for wanted in states(language.load()):
        state = 0
        for symbol in way_to(language.load(), wanted):
            state = targets[state, symbol]
        assert state == wanted
