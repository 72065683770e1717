import pytest
from checking import checked

from mfc.meaning.space import distribution, draws, points, strategy_entry, strategy_name
from mfc.syntax.tree import SearchDeclaration


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("alpha = 1", 1),
        ("alpha in [1, 2], max_iter in 1..3", 6),
        ("alpha in values", 2),
        ("alpha in 1..10**12", 10**12),
        ("alpha ~ uniform(0, 1)", None),
        ("alpha in nowhere", None),
        ("space { alpha in [1, 2] }, space { max_iter in 1..3 }, fit_intercept in [true, false]", 10),
        ("step pca: PCA { n_components in [2, 3] }, alpha in [1, 2], fit { sample_weight in [none] }", 4),
        ("space { alpha ~ uniform(0, 1) }, space { max_iter in 1..3 }", None),
    ],
)
def test_points_of_a_space(body: str, number: int | None) -> None:
    outline = checked("let values = [1, 2]", f"model r: Ridge {{ {body} }}").outline
    assert points(outline.entrants[0], outline.evaluator) == number


@pytest.mark.parametrize(
    ("search", "number"),
    [
        ("random(5)", 5),
        ("random(seed = 3, n = 7)", 7),
        ("random(p)", None),
        ("random", None),
        ("grid", None),
        ("other(5)", None),
    ],
)
def test_draws_of_a_search(search: str, number: int | None) -> None:
    outline = checked("param p = 3", f"model r: Ridge {{ alpha ~ uniform(0, 1)\n search {search} }}").outline
    assert draws(outline.entrants[0], outline.evaluator) == number


def test_no_search_draws_nothing() -> None:
    outline = checked().outline
    assert draws(outline.entrants[0], outline.evaluator) is None


def test_distributions() -> None:
    outline = checked("model r: Ridge { alpha ~ uniform(0, 1), tol in [1, 2], search random(2) }").outline
    drawn, listed = (distribution(one.value, outline.evaluator) for one in outline.entrants[0].bindings)
    assert drawn
    assert drawn.path == "uniform"
    assert listed is None


@pytest.mark.parametrize(("written", "name"), [("grid", "grid"), ("random(3)", "random")])
def test_strategies(written: str, name: str) -> None:
    outline = checked(f"model r: Ridge {{ alpha in [1, 2], search {written} }}").outline
    search = outline.entrants[0].part(SearchDeclaration)
    assert search
    entry = strategy_entry(search, outline.catalog)
    assert entry
    assert (strategy_name(search), entry.path) == (name, f"search.{name}")
