import pytest
from checking import model, plan

from mfc.meaning.values import FlowConstant, Invocation, ParameterValue, Reference
from mfc.plan.plan import Draw, EarlyStopping, Route, Search, Step, Transformer


def test_a_model() -> None:
    ridge = model('solver = "svd"\nalpha in [1, 2]\nfit_intercept = false')
    assert (ridge.name, ridge.estimator) == ("one", "sklearn.linear_model.Ridge")
    assert ridge.description == "Linear least squares with l2 regularization"
    assert ridge.fixed == (("solver", "svd"), ("fit_intercept", False))
    assert ridge.space == (("alpha", [1, 2]),)
    assert ridge.search == Search("grid", None, None)
    assert (ridge.fit, ridge.early_stopping) == ((), None)


@pytest.mark.parametrize(
    ("binding", "values"),
    [
        ("alpha in 1..3", range(1, 4)),
        ("alpha in (1, 2)", (1, 2)),
        ("alpha ~ uniform(0.1, high = 1)", Draw("uniform", (("low", 0.1), ("high", 1)))),
        ("alpha ~ uniform(high = 1, low = 0.1)", Draw("uniform", (("low", 0.1), ("high", 1)))),
        ("alpha ~ choice([1, 2])", [1, 2]),
        ("alpha ~ choice(1..3)", range(1, 4)),
        ("alpha ~ choice([1, 2], [3, 1])", Draw("choice", (("values", [1, 2]), ("weights", [3, 1])))),
        ("alpha ~ scipy.stats.beta(2, 5)", Draw("scipy.stats.beta", (("a", 2), ("b", 5)))),
    ],
)
def test_spaces(binding: str, values: object) -> None:
    assert model(f"{binding}\nsearch random(2)").space == (("alpha", values),)


def test_a_random_search() -> None:
    assert model("alpha in [1, 2, 3]\nsearch random(2)").search == Search("random", 2, 0)
    assert model("alpha in [1, 2, 3]\nsearch random(seed = 5, n = 2)").search == Search("random", 2, 5)


def test_arguments_of_fit() -> None:
    assert model("fit { check_input = false }", "ElasticNet").fit == (("check_input", False),)


def test_objects_as_arguments() -> None:
    bagging = model("estimator = Ridge(alpha = 2)\nn_estimators = my.module.N", "BaggingRegressor")
    ridge = Invocation("sklearn.linear_model.Ridge", (), (("alpha", 2), ("random_state", FlowConstant("SEED"))))
    assert bagging.fixed == (("estimator", ridge), ("n_estimators", Reference("my.module.N")))


def test_parameters_in_a_model() -> None:
    ridge, _ = plan("param p = 2", "model r: Ridge { alpha = p }", "model l: Lasso").models
    assert ridge.fixed == (("alpha", ParameterValue("p", 2)),)


def test_early_stopping_by_default() -> None:
    block = "early_stopping { patience = 10, max_iterations = 1_000 }"
    assert model(block, "LGBMRegressor").early_stopping == EarlyStopping(10, 1000, 0, None, 0.2, True, "mean", 0)


@pytest.mark.parametrize("monitor", ["l1", '"l1"'])
def test_early_stopping_as_written(monitor: str) -> None:
    settings = "min_delta = 0.1, validation = 10%, refit = false, final_iterations = max, seed = 3"
    block = f"early_stopping {{ patience = 10, max_iterations = 100, monitor = {monitor}, {settings} }}"
    assert model(block, "LGBMRegressor").early_stopping == EarlyStopping(10, 100, 0.1, "l1", 0.1, False, "max", 3)


@pytest.mark.parametrize(
    ("estimator", "body", "random_state", "n_jobs"),
    [
        ("Ridge", "", True, False),
        ("Ridge", "random_state = 3", False, False),
        ("Ridge", "random_state in [1, 2]", False, False),
        ("RandomForestRegressor", "", True, True),
        ("RandomForestRegressor", "n_jobs = 2", True, False),
        ("LGBMRegressor", "", True, True),
        ("keras.MLP", "", True, False),
        ("SVR", "", False, False),
    ],
)
def test_what_is_left_to_the_flow(estimator: str, body: str, random_state: bool, n_jobs: bool) -> None:
    found = model(body, estimator)
    assert (found.takes_random_state, found.takes_n_jobs) == (random_state, n_jobs)


def test_alternative_spaces() -> None:
    lowered = model(
        "max_iter in [5]\nspace { alpha = 1, tol in [2] }\nspace { alpha ~ uniform(0, 1) }\nsearch random(2)"
    )
    alpha = Draw("uniform", (("low", 0), ("high", 1)))
    assert lowered.alternatives == ((("alpha", [1]), ("tol", [2])), (("alpha", alpha),))
    assert lowered.spaces == (
        (("max_iter", [5]), ("alpha", [1]), ("tol", [2])),
        (("max_iter", [5]), ("alpha", alpha)),
    )


def test_steps_and_fit_vary_under_their_own_names() -> None:
    lowered = model('step pca: PCA { svd_solver = "full", n_components in [1, 2] }\nfit { a in [3, 4], b = 5 }')
    pca = Transformer("sklearn.decomposition.PCA", (), (("svd_solver", "full"), ("random_state", FlowConstant("SEED"))))
    assert lowered.steps == (Step("pca", pca),)
    assert lowered.space == (("pca__n_components", [1, 2]), ("fit__a", [3, 4]))
    assert (lowered.fit, lowered.tunes_fit) == ((("b", 5),), True)


def test_a_seed_of_its_own_is_left_to_a_step() -> None:
    lowered = model("step pca: PCA { random_state in [1, 2] }")
    assert lowered.steps[0].transformer.named == ()


def test_a_models_own_preprocessing() -> None:
    lowered = model("preprocess { numeric -> StandardScaler() }")
    assert lowered.preprocess == (Route("numeric", (Transformer("sklearn.preprocessing.StandardScaler", (), ()),)),)
    assert model("").preprocess is None


@pytest.mark.parametrize(
    ("estimator", "body", "by_hand"),
    [
        ("my.Net", "a in [1, 2]", True),
        ("BaggingRegressor", "estimator = my.Net(3)", True),
        ("BaggingRegressor", "estimator in [Ridge(), my.Net(3)]", True),
        ("BaggingRegressor", "estimator = Ridge()", False),
    ],
)
def test_what_is_foreign_is_seeded_by_the_flow(estimator: str, body: str, by_hand: bool) -> None:
    assert model(body, estimator).seed_by_hand is by_hand
