import pytest
from checking import spec

from mfc.check.check import check
from mfc.check.incremental import Checker
from mfc.source import Source
from mfc.syntax.include import Included, include
from mfc.syntax.parse import parse

DRAWN = "model m: Ridge { alpha ~ uniform(0, n), search random(2) }"
FILES = {"one.mf": "let n = 2", "two.mf": DRAWN}
OTHER = "model other: ElasticNet { l1_ratio = 0.1 }"
STOPPED = "model m: LGBMRegressor { early_stopping { patience = 9, max_iterations = 99, final_iterations = max } }"


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
        (f"let n = 1\n{DRAWN}", f"let n = -1\n{DRAWN}", ["MF302"]),
        (f"let n = 1\n{DRAWN}", f"param n = -1\n{DRAWN}", ["MF302"]),
        (f"let n = 1\n{DRAWN}", f"let k = 1\n{DRAWN}", ["MF603", "MF201"]),
        (f"let n = 1\n{DRAWN}", f"model n: Lasso\n{DRAWN}", ["MF301"]),
        (f"let n = 1\n{DRAWN}", f"let n = n\n{DRAWN}", ["MF213"]),
        (f"let k = 1\nlet n = k\n{DRAWN}", f"let k = -1\nlet n = k\n{DRAWN}", ["MF302"]),
        (STOPPED, f"{STOPPED}\nmodel max: Lasso", ["MF301"]),
        (f"seed 1\n{STOPPED}", f"let max = 1\n{STOPPED}", ["MF301"]),
        (f"let = \n{DRAWN}", DRAWN, ["MF201"]),
        (f'include "one.mf"\n{DRAWN}', DRAWN, ["MF201"]),
        ('let n = 1\ninclude "two.mf"', 'let n = -1\ninclude "two.mf"', ["MF302"]),
    ],
)
def test_a_model_is_looked_at_again_when_its_names_mean_something_else(
    before: str, after: str, expected: list[str]
) -> None:
    checker = Checker()
    again(checker, spec(before, OTHER))
    assert again(checker, spec(after, OTHER)) == expected


def test_only_what_has_changed_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr("mfc.check.check.MODEL_RULES", [lambda entrant, *_: looked_at.append(entrant.model.name.text)])
    checker, model = Checker(), "model {}: Ridge {{ alpha in [width, {}] }}"
    texts = {
        "let width = 1": ["a", "b", "other"],
        "seed 1\nlet width = 1": [],
        "let width = 2": ["a", "b"],
        "let width = 2\nmodel d: Lasso": ["d"],
    }
    for text, expected in texts.items():
        looked_at.clear()
        included = read(spec(text, model.format("a", 3), model.format("b", 4), OTHER))
        checker.check(included.program, None, included.sources)
        assert looked_at == expected


def test_rules_of_a_model_are_given_it_and_what_values_mean_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What else they could read would have to be remembered as well."""
    given: list[tuple[object, ...]] = []
    monkeypatch.setattr("mfc.check.check.MODEL_RULES", [lambda *arguments: given.append(arguments[:-1])])
    included = read(spec(OTHER))
    outline = check(included.program).outline
    assert given == [(entrant, outline.evaluator) for entrant in outline.entrants]
