import pytest

from mfc.ide.document import Document
from mfc.ide.reading.counts import candidates, counted, size
from mfc.source import Source


def document(models: str, others: str = "folds kfold(3)") -> Document:
    return Document(Source("spec.mf", f"tournament Demo\nparam n = 2\ndata mock.regression\n{others}\n{models}\n"))


@pytest.mark.parametrize(
    ("model", "number"),
    [
        ("model a: Ridge", 1),
        ("model a: Ridge { alpha in [1, 2, 3] }", 3),
        ("model a: Ridge { alpha in [1, 2, 3], max_iter in 1..4 }", 12),
        ("model a: Ridge { alpha in [1, 2, 3], search random(2) }", 2),
        ("model a: Ridge { alpha in [1, 2, 3], search random(5) }", 3),
        ("model a: Ridge { alpha ~ uniform(0, 1), search random(5) }", 5),
        ("model a: Ridge { alpha ~ uniform(0, 1), search random(n) }", None),
        ("model a: Ridge { max_iter in [1, n] }", 2),
        ("model a: Ridge { max_iter in 1..n }", None),
        ("model a: SVR { C in [1, 2], space { gamma in [1, 2, 3] }, space { degree in [2, 3] } }", 10),
    ],
)
def test_candidates_of_a_model(model: str, number: int | None) -> None:
    outline = document(model).outline
    assert candidates(outline.entrants[0], outline) == number


def test_numbers_stand_with_their_noun() -> None:
    assert [counted(number, "fit") for number in (0, 1, 2, 10_000)] == ["0 fits", "1 fit", "2 fits", "10,000 fits"]


@pytest.mark.parametrize(
    ("models", "others", "text"),
    [
        ("model a: Ridge", "folds kfold(3)", "1 candidate · 3 fits"),
        ("model a: Ridge\nmodel b: Lasso { alpha in [1, 2] }", "folds kfold(3)", "3 candidates · 9 fits"),
        ("model a: Ridge", "", "1 candidate · 5 fits"),
        ("model a: Ridge", "folds kfold(n)", "1 candidate · 2 fits"),
        ("model a: Ridge", "folds leave_one_group_out", "1 candidate"),
        ("model a: Ridge { alpha in [1, 2] }\nmodel b: Lasso { max_iter in 1..n }", "", None),
        ("", "", None),
    ],
)
def test_the_size_is_said_as_far_as_it_is_known(models: str, others: str, text: str | None) -> None:
    spec = document(models, others)
    assert size(spec.outline.entrants, spec) == text
