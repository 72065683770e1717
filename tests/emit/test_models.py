import pytest
from plans import CAT, GBM, OWN, PLAN, RIDGE, SVM, XGB

from mfc.emit.models import binds, building, library_of, splits_settings
from mfc.meaning.values import Reference
from mfc.plan.plan import Model, Route


def line(model: Model, threads: int = 1, task: str = "regression") -> str:
    plan = PLAN._replace(models=(model,), task=task, run=PLAN.run._replace(threads=threads))
    [case] = building(plan).cases
    return case.body.lines[-1]


def call(model: Model, threads: int = 1, task: str = "regression") -> str:
    return line(model, threads, task).removeprefix("estimator = ")


def test_lightgbm_is_made_reproducible_and_quiet() -> None:
    assert call(GBM) == (
        "LGBMRegressor(random_state=SEED, n_jobs=1, deterministic=True, force_col_wise=True, verbose=-1, **settings)"
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
    assert "n_jobs=4" in call(model, threads=4)


@pytest.mark.parametrize(
    ("task", "network"),
    [
        ("regression", "Network"),
        ("classification", "NetworkClassifier"),
        ("multilabel", "MultilabelNetwork"),
    ],
)
def test_keras_is_the_network_of_the_library(task: str, network: str) -> None:
    model = GBM._replace(estimator="keras.MLP", takes_n_jobs=False)
    assert call(model, task=task) == f"{network}(mlp, random_state=SEED, **settings)"


def test_a_network_loads_tensorflow_before_its_own_parts_import_keras() -> None:
    own = GBM._replace(estimator="keras.Model", fixed=(("build", Reference("my.wide")),), takes_n_jobs=False)
    plain = GBM._replace(estimator="keras.MLP", takes_n_jobs=False)
    of_own, of_plain, other = building(PLAN._replace(models=(own, plain, RIDGE))).cases
    assert of_own.body.imports[0].startswith("load_tensorflow()")
    assert of_own.body.imports[1:] == ("from my import wide",)
    assert of_plain.body.imports == ()
    assert other.body.imports == ()


def test_a_network_of_ones_own_is_built_by_its_function() -> None:
    model = GBM._replace(estimator="keras.Model", fixed=(("build", Reference("my.wide")),), takes_n_jobs=False)
    [case] = building(PLAN._replace(models=(model,))).cases
    assert case.body.lines == ("estimator = Network(built, build=wide, random_state=SEED, **settings)",)
    assert case.body.imports[-1] == "from my import wide"
    tuned = model._replace(fixed=(), space=(("build", [Reference("my.wide")]),))
    assert call(tuned) == "Network(built, random_state=SEED, **settings)"


def test_xgboost_and_catboost_are_given_threads_and_a_seed() -> None:
    assert call(XGB) == "XGBRegressor(random_state=SEED, n_jobs=1, **settings)"
    assert call(CAT._replace(early_stopping=None)) == (
        "CatBoostRegressor(random_state=SEED, thread_count=1, allow_writing_files=False, verbose=False, **settings)"
    )


def test_a_classifier_that_takes_codes_alone_is_given_the_labels_as_codes() -> None:
    assert call(XGB._replace(estimator="xgboost.XGBClassifier")).startswith("encoded(XGBClassifier(")


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
    assert splits_settings(SVM)
    assert line(SVM).endswith('SVR(**settings_of("", settings)))')
    assert not splits_settings(SVM._replace(space=(("C", [1]),)))


def test_steps_and_columns_of_ones_own_make_a_pipeline_of_ones_own() -> None:
    assert line(SVM).startswith("return make_pipeline(preprocess_svm(features), PCA(whiten=True, **settings_of('pca',")
    shared = SVM._replace(preprocess=None)
    assert line(shared).startswith("return make_pipeline(preprocessing(features), PCA(")
    own = RIDGE._replace(preprocess=(Route("numeric", ()),), takes_random_state=False)
    assert line(own) == "return make_pipeline(preprocess_ridge(features), Ridge(**settings))"


def test_what_is_foreign_is_seeded_by_the_flow() -> None:
    assert call(OWN) == "seeded(Net(**settings), SEED)"


def test_scikit_learn_is_imported_once_and_slow_libraries_by_the_models_that_need_them() -> None:
    built = building(PLAN._replace(models=(GBM, RIDGE)))
    assert built.imports == ("from sklearn.linear_model import Ridge", "from sklearn.pipeline import make_pipeline")
    assert [case.body.imports for case in built.cases] == [("from lightgbm import LGBMRegressor",), ()]
    assert built.falls_through
    assert not building(PLAN._replace(models=(SVM,))).falls_through


def test_a_model_knows_its_library_and_what_it_binds() -> None:
    assert [library_of(model) for model in (GBM, RIDGE)] == ["lightgbm", "sklearn"]
    assert binds(GBM, "max_depth")
    assert not binds(GBM, "num_leaves")


def test_the_first_of_several_estimators_is_any_for_type_checkers() -> None:
    ridge, gbm = building(PLAN._replace(models=(RIDGE, GBM))).cases
    assert ridge.body.lines[-1] == "estimator: Any = Ridge(random_state=SEED, **settings)"
    assert gbm.body.lines[-1].startswith("estimator = LGBMRegressor(")
    assert building(PLAN._replace(models=(RIDGE,))).cases[0].body.lines[-1].startswith("estimator = Ridge(")
