import pytest
from checking import checked

from mfc.meaning.predicted import target_names


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ("mock.regression", ("target",)),
        ("mock.regression { n_targets = 2 }", ("target_0", "target_1")),
        ("mock.multilabel { n_classes = 3 }", ("target_0", "target_1", "target_2")),
        ("mock.multilabel", tuple(f"target_{i}" for i in range(5))),
        ("mock.friedman2", ("target",)),
        ('sklearn("linnerud")', ("Weight", "Waist", "Pulse")),
        ('sklearn("linnerud") { target = [Waist] }', ("Waist",)),
        ('csv("a.csv") { target = [a, b] }', ("a", "b")),
    ],
)
def test_names_of_targets(data: str, names: tuple[str, ...]) -> None:
    assert target_names(checked(f"data {data}").outline) == names


def test_names_that_are_not_known() -> None:
    assert target_names(checked("param n = 3", "data mock.multilabel { n_classes = n }").outline) is None
    assert target_names(checked("data nothing").outline) is None
