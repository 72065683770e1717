import pytest
from plans import GBM, RIDGE

from mfc.emit.models import ModelView
from mfc.emit.python import Scope
from mfc.plan.plan import Model


def call(model: Model, threads: int = 1) -> str:
    return ModelView(model, "SEED", threads).call(Scope())


def test_lightgbm_is_made_reproducible_and_quiet() -> None:
    assert call(GBM) == (
        "LGBMRegressor(random_state=SEED, n_jobs=THREADS, "
        "deterministic=True, force_col_wise=True, verbose=-1, **settings)"
    )


@pytest.mark.parametrize("name", ["deterministic", "force_col_wise", "verbose"])
def test_what_the_specification_says_wins(name: str) -> None:
    assert f"{name}=0" in call(GBM._replace(fixed=((name, 0),)))
    assert call(GBM._replace(fixed=((name, 0),))).count(f"{name}=") == 1
    assert f"{name}=" not in call(GBM._replace(space=((name, [0, 1]),)))


def test_fixed_arguments_come_before_the_settings() -> None:
    model = RIDGE._replace(fixed=(("alpha", 2), ("solver", "svd")), takes_random_state=False)
    assert call(model) == "Ridge(alpha=2, solver='svd', **settings)"


def test_scikit_learn_is_told_of_threads_only_if_there_are_several() -> None:
    model = RIDGE._replace(takes_n_jobs=True)
    assert "n_jobs" not in call(model)
    assert "n_jobs=THREADS" in call(model, threads=4)


def test_keras_is_the_network_in_the_flow() -> None:
    scope = Scope()
    view = ModelView(GBM._replace(estimator="keras.MLP", takes_n_jobs=False), "SEED", 1)
    assert view.call(scope) == "MLP(random_state=SEED, **settings)"
    assert scope.imports() == []
