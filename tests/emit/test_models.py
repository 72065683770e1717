import pytest
from plans import CAT, GBM, OWN, RIDGE, SVM, XGB

from mfc.check.values import Reference
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


def test_xgboost_and_catboost_are_given_threads_and_a_seed() -> None:
    assert call(XGB) == "XGBRegressor(random_state=SEED, n_jobs=THREADS, **settings)"
    assert call(CAT._replace(early_stopping=None)) == (
        "CatBoostRegressor(random_state=SEED, thread_count=THREADS, "
        "allow_writing_files=False, verbose=False, **settings)"
    )


def test_the_rate_of_catboost_does_not_change_with_early_stopping() -> None:
    assert "learning_rate=0.03" in call(CAT)
    for name in ("learning_rate", "eta"):
        assert "0.03" not in call(CAT._replace(fixed=((name, 0.1),)))


@pytest.mark.parametrize("model", [XGB, CAT])
def test_what_is_watched_is_an_argument(model: Model) -> None:
    assert model.early_stopping is not None
    watching = model._replace(early_stopping=model.early_stopping._replace(monitor="mae"))
    assert "eval_metric='mae'" in call(watching)


def test_settings_of_other_parts_are_left_out() -> None:
    assert call(SVM) == 'SVR(**settings_of("", settings))'
    assert call(SVM._replace(space=(("C", [1]),))) == "SVR(**settings)"


def test_what_is_foreign_is_seeded_by_the_flow() -> None:
    assert call(OWN) == "seeded(Net(**settings), SEED)"


def test_a_network_of_ones_own_is_built() -> None:
    scope = Scope()
    model = GBM._replace(estimator="keras.Model", fixed=(("build", Reference("my.wide")),), takes_n_jobs=False)
    assert ModelView(model, "SEED", 1).call(scope) == "Built.of(build=wide, random_state=SEED, **settings)"
    assert scope.imports() == ["from my import wide"]
