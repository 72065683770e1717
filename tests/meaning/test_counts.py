import pytest
from checking import checked

from mfc.meaning.counts import candidates
from mfc.meaning.splits import fold_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 5),
        ("folds kfold(3)", 3),
        ("folds repeated_kfold", 50),
        ("folds repeated_stratified_kfold(2, n_repeats = 3)", 6),
        ("param k = 4\nfolds kfold(k)", 4),
        ("folds predefined(fold)", None),
        ("folds nonsense", None),
    ],
)
def test_folds_are_counted(text: str, expected: int | None) -> None:
    assert fold_count(checked(text).outline, by_default=True) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [("alpha in [1, 2]", 2), ("alpha ~ uniform(0, 1), search random(7)", 7), ("alpha ~ uniform(0, 1)", None), ("", 1)],
)
def test_candidates_are_counted(body: str, expected: int | None) -> None:
    found = checked(f"model r: Ridge {{ {body} }}").outline
    assert candidates(found.entrants[0], found.evaluator) == expected
