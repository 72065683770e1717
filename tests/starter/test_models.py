import lightgbm
import numpy as np
import pytest

from mfc.starter.models import models
from mfc.starter.sizes import SIZES
from mfc.starter.table import Table

TABLE = Table(500, (), "price", "regression")
CLASSES = TABLE._replace(task="classification", n_classes=2, smallest_class=50, largest_class=450)


def test_classes_of_unequal_size_are_weighed() -> None:
    assert models(CLASSES, SIZES[0]).count('class_weight in [none, "balanced"]') == 3
    assert "class_weight" not in models(CLASSES._replace(smallest_class=200, largest_class=300), SIZES[0])
    assert "class_weight" not in models(TABLE, SIZES[0])


def test_trees_of_many_rows_see_some_of_them() -> None:
    assert "max_samples = 0.094" in models(TABLE._replace(n_rows=100_000), SIZES[-2])
    assert "max_samples" not in models(TABLE, SIZES[-2])


def test_leaves_are_small_where_rows_are_few() -> None:
    assert "min_child_samples in [2, 3]" in models(TABLE._replace(n_rows=58), SIZES[0])
    assert "min_child_samples" not in models(TABLE._replace(n_rows=5_000), SIZES[0])


@pytest.mark.parametrize(("rows_in_a_leaf", "splits"), [(20, False), (2, True), (3, True)])
def test_a_tiny_table_is_boosted(rows_in_a_leaf: int, splits: bool) -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(33, 3))
    y = x.argmax(axis=1)
    booster = lightgbm.LGBMClassifier(n_estimators=20, min_child_samples=rows_in_a_leaf, verbose=-1, n_jobs=1).fit(x, y)
    assert (booster.booster_.trees_to_dataframe()["split_feature"].notna().any()) == splits
