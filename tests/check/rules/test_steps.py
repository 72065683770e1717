import pytest
from checking import findings


def ridge(body: str) -> list[tuple[str, str]]:
    return findings(f"model r: Ridge {{ {body} }}", "model l: Lasso")


@pytest.mark.parametrize(
    "body",
    [
        "step pca: PCA { n_components in [2, 3] }",
        "step pca: PCA, step scale: StandardScaler { with_mean = false }",
        "step select: SelectKBest { k ~ randint(1, 4) }, search random(2)",
        "step own: my_project.Haversine { radius in [6371] }",
    ],
)
def test_steps(body: str) -> None:
    assert ridge(body) == []


@pytest.mark.parametrize(
    ("body", "code", "marked"),
    [
        ("step pca: PAC", "MF208", "PAC"),
        ("step pca: sklearn.decomposition.PAC", "MF208", "sklearn.decomposition.PAC"),
        ("step pca: my.class.PCA", "MF201", "my.class.PCA"),
        ("step pca: PCA { n_component = 2 }", "MF203", "n_component"),
        ("step pca: PCA { n_components in [0.5, -1] }", "MF302", "-1"),
        ("step pca: PCA { whiten ~ uniform(0, 1) }, search random(3)", "MF301", "uniform(0, 1)"),
        ("step fit: PCA", "MF211", "fit"),
        ("step pca__n: PCA", "MF211", "pca__n"),
        ("step pca: PCA, step pca: PCA", "MF202", "pca"),
    ],
)
def test_steps_that_cannot_be(body: str, code: str, marked: str) -> None:
    assert ridge(body) == [(code, marked)]
