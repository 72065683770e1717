from checking import BASE, findings

from mfc.check.check import check
from mfc.source import Source
from mfc.syntax.parse import parse


def test_what_a_tournament_cannot_do_without() -> None:
    for missing in BASE:
        text = "\n".join(line for keyword, line in BASE.items() if keyword != missing)
        (found,) = check(parse(Source("trial.mf", text)).program).diagnostics
        assert (found.code.id, found.label) == ("MF204", f"`{missing}` is missing")


def test_an_empty_specification() -> None:
    found = check(parse(Source("empty.mf", "")).program).diagnostics
    assert [one.label for one in found] == ["`tournament` is missing", "`data` is missing", "`model` is missing"]
    assert {one.span for one in found} == {(0, 0)}


def test_what_stands_once() -> None:
    once = ["tournament A", "seed 1", "task regression", "data mock.regression", "test 20%", "folds kfold"]
    blocks = ["score r2", "run {}", "report {}", "preprocess {}"]
    for line in once + blocks:
        assert findings(line, line) == [("MF202", line.partition(" ")[0])]


def test_each_repetition_is_reported() -> None:
    assert findings("seed 1", "seed 2", "seed 3") == [("MF202", "seed"), ("MF202", "seed")]
