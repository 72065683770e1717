import numpy as np
import pytest
from plans import GBM, PLAN, RIDGE, SVM

from mfc.emit.python import Scope
from mfc.emit.spaces import candidate_count, local_distributions, search_source, searches
from mfc.meaning.values import ParameterValue
from mfc.plan.plan import Draw, Model, Search


def model(**space: object) -> Model:
    return RIDGE._replace(space=tuple(space.items()), search=Search("random", 3, 1))


def test_a_grid() -> None:
    scope = Scope()
    assert search_source(RIDGE, scope, "SEED") == "ParameterGrid({'alpha': [0.1, 1.0, 10.0]})"
    assert scope.imports() == ["from sklearn.model_selection import ParameterGrid"]


@pytest.mark.parametrize(
    ("draw", "text"),
    [
        (Draw("uniform", (("low", 0.1), ("high", 0.5))), "uniform(loc=0.1, scale=0.5 - 0.1)"),
        (Draw("loguniform", (("low", 0.1), ("high", 0.5))), "loguniform(0.1, 0.5)"),
        (Draw("randint", (("low", 1), ("high", 5))), "randint(1, 5)"),
        (Draw("normal", (("mean", 0), ("sd", 2))), "norm(loc=0, scale=2)"),
        (Draw("lognormal", (("mean", 0), ("sd", 2))), "lognorm(s=2, scale=exp(0))"),
        (
            Draw("truncnormal", (("mean", 1), ("sd", 2), ("low", 0), ("high", 5))),
            "truncnorm(a=(0 - 1) / 2, b=(5 - 1) / 2, loc=1, scale=2)",
        ),
        (Draw("quniform", (("low", 0), ("high", 1), ("step", 0.1))), "Steps(low=0, high=1, step=0.1)"),
        (Draw("lograndint", (("low", 1), ("high", 100))), "LogInteger(low=1, high=100)"),
        (
            Draw("choice", (("values", ["a", "b"]), ("weights", [1, 2]))),
            "Choice(values=['a', 'b'], weights=[1, 2])",
        ),
        (Draw("scipy.stats.beta", (("a", 2), ("b", 5))), "beta(a=2, b=5)"),
    ],
)
def test_a_distribution(draw: Draw, text: str) -> None:
    assert search_source(model(x=draw), Scope(), "7") == f"ParameterSampler({{'x': {text}}}, 3, random_state=7)"


def test_scipy_draws_from_the_interval_that_was_written() -> None:
    scope = Scope()
    space = model(
        u=Draw("uniform", (("low", 2.0), ("high", 3.0))),
        t=Draw("truncnormal", (("mean", 1.0), ("sd", 2.0), ("low", 0.0), ("high", 5.0))),
        n=Draw("lognormal", (("mean", 1.0), ("sd", 0.1))),
    )
    text = search_source(space._replace(search=Search("random", 500, 1)), scope, "1")
    names: dict[str, object] = {}
    exec("\n".join(scope.imports()), names)
    draws = list(eval(text, names))
    assert all(2 <= draw["u"] <= 3 and 0 <= draw["t"] <= 5 for draw in draws)
    assert np.mean([np.log(draw["n"]) for draw in draws]) == pytest.approx(1, abs=0.02)


def test_candidates_are_counted_where_they_can_be() -> None:
    assert candidate_count(GBM) == 2
    assert candidate_count(RIDGE) == 3
    assert candidate_count(RIDGE._replace(space=())) == 1
    assert candidate_count(model(a=range(1, 3))) == 2, "no more draws than points"
    assert candidate_count(model(a=[ParameterValue("a", 1)])) is None


def test_a_flow_brings_the_distributions_that_scipy_lacks() -> None:
    drawn = model(a=Draw("choice", ()), b=Draw("quniform", ()), c=Draw("uniform", ()))
    assert local_distributions((drawn, drawn)) == ["quniform", "choice"]


def test_alternative_spaces_are_a_list() -> None:
    shared = "'C': [1, 10], 'pca__n_components': [2, 3]"
    assert search_source(SVM, Scope(), "SEED") == (
        f"ParameterGrid([{{{shared}, 'kernel': ['linear']}}, {{{shared}, 'kernel': ['rbf'], 'gamma': [0.1, 1]}}])"
    )
    assert candidate_count(SVM) == 12
    assert candidate_count(SVM._replace(search=Search("random", 5, 1))) == 5


def test_the_searches_of_all_models_are_named_together() -> None:
    assert searches(PLAN).lines[0] == "searches = {"
    assert searches(PLAN).lines[-1] == "return name_candidates(searches)"
    assert [line.split(":")[0].strip() for line in searches(PLAN).lines[1:3]] == ["'gbm'", "'ridge'"]
