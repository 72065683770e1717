import pytest

from mfc.ide.completion.columns import columns
from mfc.ide.document import Document, Surroundings
from mfc.source import Source

LINES = {"a.csv": 'price,"living area",zip', "bad.csv": '"', "empty.csv": ""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seed 1", []),
        ('data csv("a.csv")', ["price", "living area", "zip"]),
        ('param path = "a.csv"\ndata csv(path)', ["price", "living area", "zip"]),
        ('data csv("none.csv") { target = a, drop = [b, "c d"] }', ["a", "b", "c d"]),
        ('data csv("empty.csv") { target = a }', ["a"]),
        ('data csv("https://a.csv") { target = a }', ["a"]),
        ("data csv(3)", []),
        ("data mock.regression { n_features = 2 }", ["num_0", "num_1", "target"]),
        ("data mock.regression { n_features = 1, n_categories = 2 }", ["num_0", "cat", "target"]),
        ("data mock.regression { n_features = 1, n_targets = 2 }", ["num_0", "target_0", "target_1"]),
        ("data mock.multilabel { n_features = 1, n_classes = 2 }", ["num_0", "target_0", "target_1"]),
        ("param n = 1\ndata mock.regression { n_features = n }", ["num_0", "target"]),
        ("data mock.regression { n_features = 1 / 0 }", ["target"]),
        (
            'data sklearn("iris")',
            ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)", "target"],
        ),
    ],
)
def test_columns(text: str, expected: list[str]) -> None:
    assert columns(Document(Source("spec.mf", text), Surroundings(first_line=LINES.get))) == expected
