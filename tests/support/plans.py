"""Plans made by hand, for the tests of what comes after them."""

from mfc.check.values import ParameterValue
from mfc.plan.plan import (
    Bundled,
    Data,
    Draw,
    EarlyStopping,
    Folds,
    Mock,
    Model,
    Parameter,
    Plan,
    Report,
    Resources,
    Run,
    Search,
    Test,
)

STOPPING = EarlyStopping(
    patience=10,
    max_iterations=10_000,
    min_delta=0,
    monitor=None,
    validation=0.2,
    refit=True,
    final_iterations="mean",
    seed=7,
)

GBM = Model(
    name="gbm",
    estimator="lightgbm.LGBMRegressor",
    description="LightGBM regressor.",
    fixed=(),
    space=(
        ("learning_rate", Draw("loguniform", (("low", 0.01), ("high", 0.1)))),
        ("max_depth", range(1, 4)),
    ),
    search=Search("random", 2, 7),
    fit=(),
    early_stopping=STOPPING,
    takes_random_state=True,
    takes_n_jobs=True,
)

RIDGE = Model(
    name="ridge",
    estimator="sklearn.linear_model.Ridge",
    description="Linear least squares with l2 regularization.",
    fixed=(),
    space=(("alpha", [0.1, 1.0, 10.0]),),
    search=Search("grid", None, None),
    fit=(),
    early_stopping=None,
    takes_random_state=True,
    takes_n_jobs=False,
)

PLAN = Plan(
    name="Small",
    title="A small tournament",
    task="regression",
    seed=7,
    parameters=(Parameter("rows", "int", 300, "Rows to mock"),),
    data=Data(
        source=Mock(
            "make_regression",
            (("n_samples", ParameterValue("rows", 300)), ("n_features", 4), ("noise", 10.0), ("random_state", 7)),
            2,
        ),
        target="target",
        numeric=None,
        categorical=None,
        drop=(),
    ),
    preprocess=None,
    test=Test("random", 0.2, 7),
    folds=Folds("KFold", (("n_splits", 3),), 3),
    scores=("r2", "neg_root_mean_squared_error"),
    models=(GBM, RIDGE),
    run=Run(None, None, 1, "skip"),
    report=Report("results", ("all_scores", "predicted_vs_true"), 20),
)

K = ParameterValue("k", 3)


def classification(*models: Model) -> Plan:
    return PLAN._replace(
        task="classification",
        data=PLAN.data._replace(source=Bundled("load_iris")),
        models=models or (RIDGE._replace(estimator="sklearn.linear_model.RidgeClassifier"),),
        scores=("accuracy",),
        report=Report("results", ("all_scores", "confusion_matrix", "roc_curve"), 5),
    )


VARIANTS = {
    "regression": PLAN,
    "classification": classification(),
    "no test": PLAN._replace(test=Test("none", None, None)),
    "no figures": PLAN._replace(report=Report("out", (), 5)),
    "stop on error": PLAN._replace(run=Run(2, 3, 4, "stop")),
    "much to run": PLAN._replace(
        models=(GBM._replace(resources=Resources(gpu=1)), RIDGE),
        run=Run(None, None, 1, "skip", 2, 60, Resources(cpu=2), ("pandas==3.1.1",), "daily", "houses", ("nightly",)),
    ),
    "one plain model": PLAN._replace(models=(RIDGE,), parameters=(), data=classification().data),
    "parameters everywhere": PLAN._replace(
        parameters=(Parameter("k", "int", 3, None),),
        seed=K,
        folds=PLAN.folds._replace(arguments=(("n_splits", K),), n_splits=K),
        models=(GBM._replace(fixed=(("num_leaves", K),), space=(("x", Draw("choice", (("values", [K]),))),)), RIDGE),
    ),
}
