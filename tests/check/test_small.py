import pytest
from checking import spec

from mfc.catalog.catalog import load
from mfc.check.small import small
from mfc.meaning.outline import Outline
from mfc.source import Source
from mfc.syntax.parse import parse

CSV = "task regression", 'data csv("a.csv") { target = y }'


def found(n_rows: int, model: str, *declarations: str) -> list[str]:
    text = spec(*CSV, f"model g: {model}", *declarations)
    outline = Outline(parse(Source("trial.mf", text)).program, load())
    return [one.message for one in small(outline, n_rows)]


def test_trees_that_cannot_split() -> None:
    [message] = found(58, "LGBMRegressor { num_leaves in [7, 15] }", "folds kfold(3)")
    assert message == "no tree of `g` can split: leaves need 20 rows, and a tree gets about 31"


@pytest.mark.parametrize(
    ("n_rows", "model", "declared", "n_found"),
    [
        (62, "LGBMRegressor", ("folds kfold(5)",), 1),
        (63, "LGBMRegressor", ("folds kfold(5)",), 0),
        (58, "LGBMRegressor { min_child_samples = 5 }", (), 0),
        (58, "LGBMRegressor { min_child_samples in [5, 30] }", (), 0),
        (58, "LGBMRegressor { min_child_samples in 25..30 }", (), 1),
        (58, "LGBMRegressor { min_child_samples ~ randint(2, 30), search random(2) }", (), 0),
        (58, "LGBMRegressor { space { min_child_samples = 5 }, space { num_leaves = 7 } }", (), 0),
        (70, "LGBMRegressor { early_stopping { patience = 5, max_iterations = 50 } }", (), 1),
        (70, "LGBMRegressor", (), 0),
        (70, "LGBMRegressor { early_stopping { patience = 5, max_iterations = 50, validation = 5% } }", (), 0),
        (45, "LGBMRegressor", ("test none", "folds shuffle_split(4)"), 0),
        (45, "LGBMRegressor", ("test 10%", "folds kfold(2)"), 1),
        (56, "LGBMRegressor", ("test random(10%)", "folds kfold(5)"), 0),
        (55, "LGBMRegressor", ("test random(10%)", "folds kfold(5)"), 1),
        (9, "HistGradientBoostingRegressor", (), 0),
    ],
)
def test_what_a_tree_is_trained_on(n_rows: int, model: str, declared: tuple[str, ...], n_found: int) -> None:
    assert len(found(n_rows, model, *declared)) == n_found
