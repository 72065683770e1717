import pytest
from sklearn.utils import all_estimators

from mfc.catalog.catalog import load


@pytest.mark.parametrize(
    ("kind", "role"), [("estimator", "regressor"), ("estimator", "classifier"), ("transformer", "transformer")]
)
def test_all_of_scikit_learn_is_in_under_paths_that_import(kind, role):
    catalog = load()
    known = {path.rpartition(".")[2]: path for path in catalog.names(kind)}
    for name, cls in all_estimators(role):
        module = __import__(known[name].rpartition(".")[0], fromlist=[name])
        assert getattr(module, name) is cls
        if role != "transformer":
            assert set(catalog.entry(kind, known[name]).tasks) <= (
                {"regression"} if role == "regressor" else {"classification", "multilabel"}
            )


def test_arguments_are_the_constructors_own():
    catalog = load()
    for role in ("regressor", "classifier"):
        for name, cls in all_estimators(role):
            (path,) = catalog.find("estimator", name)
            assert sorted(catalog.entry("estimator", path).arguments) == cls._get_param_names()
