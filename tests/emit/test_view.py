import pytest
from plans import GBM, OWN, PLAN, RIDGE, SVM

from mfc.check.values import Invocation, ParameterValue
from mfc.emit.python import Scope
from mfc.emit.view import View
from mfc.plan.plan import Bundled, Csv, Draw, Model, Plan, Run

K = ParameterValue("k", 3)


def test_the_size_is_told_as_far_as_it_is_known() -> None:
    assert View(PLAN).size == "5 candidates of 2 models, 3 folds, 15 fits."
    assert View(PLAN._replace(folds=PLAN.folds._replace(n_splits=K))).size == "2 models."
    assert View(PLAN._replace(models=(RIDGE._replace(space=(("alpha", [K]),)),))).size == "1 model."


def test_the_goal_names_the_score_with_its_natural_sign() -> None:
    plan = PLAN._replace(scores=("neg_log_loss",), models=(RIDGE,))
    assert View(plan).goal == "Find the best of 3 candidates by mean log_loss over the folds."


def test_the_packages_are_those_of_the_models() -> None:
    keras = GBM._replace(estimator="keras.MLP")
    assert View(PLAN._replace(models=(RIDGE,))).dependencies == [
        "matplotlib>=3.10",
        "metaflow>=2.19",
        "pandas>=3",
        "scikit-learn>=1.9",
    ]
    assert {"keras>=3.15", "tensorflow>=2.21", "lightgbm>=4.7"} < set(
        View(PLAN._replace(models=(GBM, keras))).dependencies
    )


def test_libraries_of_estimators_inside_others_are_needed_too() -> None:
    inner = Invocation("xgboost.XGBRegressor", (), ())
    bagging = RIDGE._replace(space=(("estimator", [inner]),))
    assert "xgboost>=3.2" in View(PLAN._replace(models=(bagging,))).dependencies


def test_every_category_of_a_mock_has_its_share_of_the_rows_and_a_seed() -> None:
    assert View(PLAN).mock_arguments() == (
        "n_samples=parameters.rows // 2, n_features=4, noise=10.0, random_state=SEED + category"
    )
    one = PLAN.data._replace(source=PLAN.data.source._replace(n_categories=1, arguments=(("random_state", 3),)))
    assert View(PLAN._replace(data=one)).mock_arguments() == "random_state=3"


@pytest.mark.parametrize(
    ("path", "default"),
    [
        ("a/b.csv", "str(Path(__file__).parent / 'a/b.csv')"),
        ("s3://bucket/b.csv", "'s3://bucket/b.csv'"),
        (K, None),
    ],
)
def test_a_local_file_lies_beside_the_flow(path: object, default: str | None) -> None:
    assert View(PLAN._replace(data=PLAN.data._replace(source=Csv(path)))).data_parameter == default


def test_columns_are_checked_where_they_may_be_missing() -> None:
    assert View(PLAN._replace(data=PLAN.data._replace(source=Csv("x.csv")))).checked
    assert not View(PLAN._replace(data=PLAN.data._replace(source=Bundled("load_iris")))).checked
    assert View(PLAN._replace(data=PLAN.data._replace(source=Bundled("load_iris"), drop=("a",)))).checked
    assert not View(PLAN).checked


def test_the_tournaments_seed_is_called_by_its_name() -> None:
    assert View(PLAN).seeded(7) == "SEED"
    assert View(PLAN).seeded(8) == "8"
    assert View(PLAN._replace(seed=K)).seeded(K) == "parameters.k"


def test_a_search_is_written_with_its_model() -> None:
    assert View(PLAN).searches(Scope()) == [
        "'gbm': ParameterSampler("
        "{'learning_rate': loguniform(0.01, 0.1), 'max_depth': range(1, 4)}, 2, random_state=SEED)",
        "'ridge': ParameterGrid({'alpha': [0.1, 1.0, 10.0]})",
    ]


def test_fit_arguments_are_only_those_given() -> None:
    assert View(PLAN).fit_arguments(Scope()) == {}
    model = GBM._replace(fit=(("categorical_feature", "auto"),))
    assert View(PLAN._replace(models=(model, RIDGE))).fit_arguments(Scope()) == {
        "gbm": "{'categorical_feature': 'auto'}"
    }


@pytest.mark.parametrize(
    ("workers", "threads", "text"),
    [
        (None, 1, "str(os.cpu_count())"),
        (None, 4, "str(max((os.cpu_count() or 1) // THREADS, 1))"),
        (3, 4, "'3'"),
    ],
)
def test_workers_and_threads_share_the_cores(workers: int | None, threads: int, text: str) -> None:
    assert View(PLAN._replace(run=Run(None, workers, threads, "skip"))).workers == text


def test_one_score_ranks_under_scikit_learns_short_name() -> None:
    assert View(PLAN._replace(scores=("r2",))).rank_key == "rank_test_score"
    assert View(PLAN).rank_key == "rank_test_r2"


def test_distributions_are_brought_along() -> None:
    drawn = RIDGE._replace(space=(("alpha", Draw("lograndint", (("low", 1), ("high", 9)))),))
    assert View(PLAN._replace(models=(drawn,))).distributions == ["lograndint"]


def test_networks_come_first_where_there_are_others() -> None:
    net = GBM._replace(name="net", estimator="keras.MLP")
    assert View(PLAN._replace(models=(GBM, net))).slow_models == ("net",)
    assert View(PLAN._replace(models=(net,))).slow_models == ()
    assert View(PLAN).slow_models == ()


def test_what_models_need_of_the_flow() -> None:
    assert View(PLAN._replace(models=(SVM, RIDGE))).splits_settings
    assert not View(PLAN).splits_settings
    assert View(PLAN._replace(models=(OWN,))).seeds_by_hand
    assert not View(PLAN).seeds_by_hand
    tuned = RIDGE._replace(space=(("fit__sample_weight", [None]),))
    assert View(PLAN._replace(models=(tuned,))).tunes_fit


def test_rows_are_shared_where_settings_do_not_change_them_and_memory_lasts() -> None:
    def shares(*models: Model, plan: Plan = PLAN) -> bool:
        return View(plan._replace(models=models)).shares_rows

    assert shares(GBM, RIDGE)
    assert not shares(RIDGE, SVM)
    assert shares(SVM._replace(space=()))
    assert not shares(RIDGE, plan=PLAN._replace(data=PLAN.data._replace(source=Bundled("load_diabetes"))))
    for n_splits, few in ((20, True), (21, False), (K, False), (None, False)):
        assert shares(RIDGE, plan=PLAN._replace(folds=PLAN.folds._replace(n_splits=n_splits))) is few


def test_only_what_is_used_is_imported_of_functools() -> None:
    assert View(PLAN).from_functools == "cached_property, lru_cache"
    assert View(PLAN._replace(models=(SVM,))).from_functools == "cached_property"
    keras = GBM._replace(estimator="keras.MLP")
    assert View(PLAN._replace(models=(keras,))).from_functools == "cached_property, lru_cache, partial"
