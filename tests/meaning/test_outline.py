from collections import Counter

import pytest
from checking import BASE, CLASSES, checked

from mfc.check.check import check
from mfc.meaning.outline import Outline, source_arguments, source_name
from mfc.source import Source
from mfc.syntax.parse import parse
from mfc.syntax.tree import (
    Binding,
    DataDeclaration,
    LetDeclaration,
    ModelDeclaration,
    RunDeclaration,
    SearchDeclaration,
)


def outline(*declarations: str) -> Outline:
    return checked(*declarations).outline


def broken(text: str) -> Outline:
    return check(parse(Source("broken.mf", text)).program).outline


def test_declarations_by_kind() -> None:
    found = outline("let a = 1", "let b = 2")
    assert [let.name.text for let in found.all(LetDeclaration)] == ["a", "b"]
    first = found.one(LetDeclaration)
    assert first
    assert first.name.text == "a"
    assert found.one(RunDeclaration) is None


def test_estimators_by_their_last_part_or_their_path() -> None:
    found = outline("model a: Ridge", "model b: sklearn.linear_model.Lasso", "model c: my.Net")
    assert [entrant.estimator and entrant.estimator.path for entrant in found.entrants] == [
        "sklearn.linear_model.Ridge",
        "sklearn.linear_model.Lasso",
        "my.Net",
    ]
    assert [entrant.is_foreign for entrant in found.entrants] == [False, False, True]


@pytest.mark.parametrize("kind", ["estimator", "transformer"])
def test_the_last_part_of_a_path_is_a_name_of_its_own(kind: str) -> None:
    paths = outline().catalog.names(kind)  # type: ignore[arg-type]
    counts = Counter(path.rpartition(".")[2] for path in paths)
    assert max(counts.values()) == 1


def test_the_parts_of_a_model() -> None:
    (entrant,) = outline("model a: Ridge { alpha in [1, 2], tol = 1e-3\n search grid }").entrants
    assert [binding.name.text for binding in entrant.bindings] == ["alpha", "tol"]
    assert len(entrant.parts(SearchDeclaration)) == 1
    assert entrant.part(ModelDeclaration) is None
    assert entrant.is_complete


def test_a_model_with_an_unreadable_entry_is_not_complete() -> None:
    (entrant,) = broken("model a: Ridge { alpha in, tol = 1e-3 }").entrants
    assert not entrant.is_complete


@pytest.mark.parametrize(
    ("declarations", "task"),
    [
        ("data mock.regression", "regression"),
        (CLASSES, "classification"),
        ('data sklearn("diabetes")', "regression"),
        ('data sklearn("iris")', "classification"),
        ('task classification\ndata csv("a.csv") { target = a }', "classification"),
        ('data csv("a.csv") { target = a }', None),
        ('task regresion\ndata csv("a.csv") { target = a }', None),
        ("task classification\ndata mock.regression", None),
        ("data mock.regresion", None),
    ],
)
def test_the_task(declarations: str, task: str | None) -> None:
    assert outline(declarations).task == task


def test_an_unreadable_task_is_not_implied() -> None:
    assert broken("task 3\ndata mock.regression").task is None


def test_the_data_set() -> None:
    iris = outline('data sklearn("iris")').dataset
    assert iris
    assert iris.name == "iris"
    assert outline('data sklearn("irsi")').dataset is None
    assert outline().dataset is None


def test_the_source() -> None:
    csv = outline('data csv("a.csv")')
    data, source = csv.one(DataDeclaration), csv.source
    assert source
    assert source.call
    assert (source.call.path, source.block.path) == ("csv", "data.csv")
    assert data
    assert source_name(data) == "csv"
    assert len(source_arguments(data)) == 1


def test_what_may_have_been_declared() -> None:
    assert broken("let = 3\nseed 1").may_lack("let")
    assert not broken("let = 3\nseed 1").may_lack("param")
    assert broken("foo bar\nseed 1").may_lack("param")
    assert broken('include "a.mf"').may_lack("model")
    assert not broken("\n".join(BASE.values())).may_lack("model")


def test_the_settings_of_a_block() -> None:
    found = outline("run { threads = 2, on_error = stop }")
    run = found.one(RunDeclaration)
    assert run
    assert all(isinstance(entry, Binding) for entry in run.entries)
    assert found.settings("run", run.entries) == {"threads": 2, "on_error": "stop"}
