import warnings
from importlib import import_module
from typing import Any

import pytest
from sklearn.datasets import make_classification

from mfc.check.refusals import REFUSALS, Refusal

X, Y = make_classification(60, 5, random_state=0)
TRIED = {
    "penalty": ["l1", "l2", "elasticnet", None],
    "solver": ["lbfgs", "liblinear", "saga", "sag", "svd", "eigen", "auto", "cholesky"],
    "l1_ratio": [0.0, 0.5, 1.0],
    "loss": ["hinge", "squared_hinge", "epsilon_insensitive", "squared_epsilon_insensitive"],
    "shrinkage": [None, "auto", 0.5],
    "max_samples": [None, 0.5],
    "decision_function_shape": ["ovo", "ovr"],
    **{name: [True, False] for name in ("dual", "positive", "bootstrap", "oob_score", "warm_start", "break_ties")},
}
CASES = [(refusal, path) for refusal in REFUSALS for path in refusal.estimators]
NEEDED: dict[str, dict[str, Any]] = {"LinearDiscriminantAnalysis": {}, "LogisticRegression": {"l1_ratio": 0.5}}


def fails(path: str, arguments: dict[str, Any]) -> bool:
    module, _, name = path.rpartition(".")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            getattr(import_module(module), name)(**arguments).fit(X, Y).predict(X)
        except (ValueError, NotImplementedError):
            return True
    return False


@pytest.mark.parametrize(("refusal", "path"), CASES, ids=[f"{p}-{'-'.join(r.where)}" for r, p in CASES])
def test_scikit_learn_refuses_it(refusal: Refusal, path: str) -> None:
    first, second = refusal.where
    name = path.rpartition(".")[2]
    extra = {one: value for one, value in NEEDED.get(name, {}).items() if one not in refusal.where}
    refused = [
        {first: a, second: b}
        for a in TRIED[first]
        for b in TRIED[second]
        if refusal.where[first](a) and refusal.where[second](b)
    ]
    assert refused
    assert all(fails(path, {**extra, **arguments}) for arguments in refused)
