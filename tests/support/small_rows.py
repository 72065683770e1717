"""Small tables, for the tests of the library of flows."""

import numpy as np
import pandas as pd


def rows(n: int = 60, seed: int = 0) -> pd.DataFrame:
    """Return rows with two features and a target that depends on them."""
    a, b, noise = np.random.default_rng(seed).normal(size=(3, n))
    return pd.DataFrame({"a": a, "b": b, "target": 3 * a - b + noise / 2})


def classes(*labels: object, n: int = 60) -> pd.DataFrame:
    """Return rows whose target is one of the labels, by how large a number is."""
    table = rows(n)
    return table.assign(target=pd.qcut(table["target"], len(labels), labels=list(labels)).astype(object))
