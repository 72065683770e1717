import numpy as np
import pandas as pd
import pytest

from mfc.starter.leaks import leaks_in
from mfc.starter.roles import column_of

RNG = np.random.default_rng(0)
N = 200


@pytest.mark.parametrize("classifies", [True, False])
def test_a_column_that_tells_the_target(classifies: bool) -> None:
    score = RNG.normal(size=N)
    target = np.where(score > 0, "yes", "no") if classifies else 3 * score + 1
    after = np.where(score > 0, "paid", "open") if classifies else score
    data = pd.DataFrame({"x": RNG.normal(size=N), "after": after, "y": target})
    data["near"] = score + RNG.normal(size=N)
    columns = [column_of(data[name]) for name in ("x", "after", "near")]
    assert leaks_in(data, "y", columns, classifies) == ["after"]


def test_gaps_are_no_matter_and_few_rows_tell_nothing() -> None:
    data = pd.DataFrame({"x": RNG.normal(size=N)}).assign(y=lambda frame: frame["x"] * 2)
    data.loc[::7, "x"] = None
    data.loc[::11, "y"] = None
    columns = [column_of(data["x"])]
    assert leaks_in(data.head(20), "y", columns, False) == []
    assert leaks_in(data, "y", columns, False) in ([], ["x"])
