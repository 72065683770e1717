from time import process_time

import pytest
from checking import spec

from mfc.check.check import check
from mfc.check.incremental import Checker
from mfc.source import Source
from mfc.syntax.include import Included, include
from mfc.syntax.parse import parse

FILES = {"one.mf": "let width = 2\nmodel a: Ridge { alpha = width }", "two.mf": "model a: Ridge { alpha = width }"}


def read(text: str) -> Included:
    source = Source("trial.mf", text)
    return include(source, parse(source), lambda name: Source(name, FILES[name]))


def again(checker: Checker, text: str) -> list[str]:
    """Check a text, hold what is found against what `check` finds by itself, and return the codes."""
    included = read(text)
    found = checker.check(included.program, None, included.sources).diagnostics
    assert found == check(included.program).diagnostics
    return [one.code.id for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("let n = 1\nmodel m: Ridge { alpha = n }", "let n = -1\nmodel m: Ridge { alpha = n }", ["MF602", "MF302"]),
        ("let n = 1\nmodel m: Ridge { alpha = n }", "param n = -1\nmodel m: Ridge { alpha = n }", ["MF602", "MF302"]),
        (
            "let n = 1\nmodel m: Ridge { alpha = n }",
            "let k = 1\nmodel m: Ridge { alpha = n }",
            ["MF603", "MF602", "MF201"],
        ),
        ("let n = 1\nmodel m: Ridge { alpha = n }", "model n: Lasso\nmodel m: Ridge { alpha = n }", ["MF301"]),
        (
            "let n = 1\nlet k = n\nmodel m: Ridge { alpha = k }",
            "let n = -1\nlet k = n\nmodel m: Ridge { alpha = k }",
            ["MF602", "MF302"],
        ),
        ("let n = 1\nmodel m: Ridge { alpha = n }", "let n = n\nmodel m: Ridge { alpha = n }", ["MF213", "MF602"]),
        (
            "model m: LGBMRegressor { boosting_type = gbdt }\nmodel o: Lasso",
            "model m: LGBMRegressor { boosting_type = gbdt }\nmodel gbdt: Lasso",
            ["MF301"],
        ),
        ("let = \nmodel m: Ridge { alpha = n }", "model m: Ridge { alpha = n }", ["MF602", "MF201"]),
        ('include "one.mf"\nmodel m: Ridge { alpha = width }', "model m: Ridge { alpha = width }", ["MF602", "MF201"]),
        ('let width = 1\ninclude "two.mf"', 'let width = -1\ninclude "two.mf"', ["MF302"]),
    ],
)
def test_a_model_is_looked_at_again_when_its_names_mean_something_else(
    before: str, after: str, expected: list[str]
) -> None:
    checker = Checker()
    again(checker, spec(before))
    assert again(checker, spec(after)) == expected


def test_a_model_is_known_wherever_it_stands() -> None:
    models = [f"model m{i}: Ridge {{ alpha ~ uniform(0, {i} + 0.5)\n search random(3) }}" for i in range(200)]
    checker = Checker()
    texts = [spec(*models), spec("seed 1", *models), spec("seed 12", *models)]
    taken = []
    for text in texts:
        included = read(text)
        begun = process_time()
        assert checker.check(included.program, None, included.sources).diagnostics == ()
        taken.append(process_time() - begun)
    assert min(taken[1:]) < taken[0] / 2
