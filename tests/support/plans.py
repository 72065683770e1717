"""Plans made by hand, for the tests of what comes after them."""

from mfc.catalog.figures import FIGURES, TESTED
from mfc.meaning.values import FromEnvironment, Invocation, ParameterValue
from mfc.plan.ensemble import Ensemble
from mfc.plan.plan import (
    Bundled,
    Data,
    DataFile,
    Draw,
    EarlyStopping,
    Folds,
    Function,
    Mock,
    Model,
    Parameter,
    Plan,
    Race,
    Report,
    Resources,
    Route,
    Run,
    Search,
    Sql,
    Step,
    Test,
    Transformer,
)
from mfc.plan.quick import quick
from mfc.plan.threshold import Threshold

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

PCA = Step("pca", Transformer("sklearn.decomposition.PCA", (), (("whiten", True),)))
SVM = RIDGE._replace(
    name="svm",
    estimator="sklearn.svm.SVR",
    space=(("C", [1, 10]), ("pca__n_components", [2, 3])),
    alternatives=((("kernel", ["linear"]),), (("kernel", ["rbf"]), ("gamma", [0.1, 1]))),
    steps=(PCA,),
    preprocess=(Route("numeric", (Transformer("sklearn.preprocessing.StandardScaler", (), ()),)),),
    takes_random_state=False,
)
XGB = GBM._replace(name="xgb", estimator="xgboost.XGBRegressor", space=(("max_depth", [2, 3]),))
CAT = GBM._replace(name="cat", estimator="catboost.CatBoostRegressor", space=(("depth", [2, 3]),))
OWN = RIDGE._replace(name="own", estimator="my.Net", seed_by_hand=True, takes_random_state=False)

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
        targets=("target",),
    ),
    preprocess=None,
    test=Test("random", 0.2, 7),
    folds=Folds("KFold", (("n_splits", 3),), 3),
    scores=("r2", "neg_root_mean_squared_error"),
    models=(GBM, RIDGE),
    run=Run(None, None, 1, "skip"),
    report=Report("results", FIGURES["regression"], 20),
)

K = ParameterValue("k", 3)


def classification(*models: Model) -> Plan:
    return PLAN._replace(
        task="classification",
        data=PLAN.data._replace(source=Bundled("load_iris")),
        models=models or (RIDGE._replace(estimator="sklearn.linear_model.RidgeClassifier"),),
        scores=("accuracy",),
        report=Report("results", FIGURES["classification"], 5),
    )


CSV = Data(DataFile("houses.csv"), ("price",))
FOREIGN = PLAN._replace(parameters=(), preprocess=None)


def untested(plan: Plan) -> Plan:
    figures = tuple(name for name in plan.report.figures if name not in TESTED)
    return plan._replace(test=Test("none", None, None), report=plan.report._replace(figures=figures))


def grouped() -> Plan:
    return FOREIGN._replace(
        data=CSV._replace(group="street", weight="surveys", drop=("id",)),
        test=Test("grouped", 0.2, 7),
        folds=Folds("LeaveOneGroupOut", (), None),
    )


def timed() -> Plan:
    return FOREIGN._replace(
        data=CSV._replace(source=DataFile("s3://rows/houses.parquet", kind="parquet"), time="sold"),
        test=Test("random", 0.2, 7),
        folds=Folds("TimeSeriesSplit", (("n_splits", 3), ("gap", 2)), 3),
    )


def multilabel() -> Plan:
    return classification(RIDGE._replace(estimator="sklearn.tree.DecisionTreeClassifier"))._replace(
        task="multilabel",
        data=CSV._replace(source=Sql("select 1", FromEnvironment("DATABASE_URL")), targets=("red", "green")),
        test=Test("last", 0.2, None),
        scores=("f1_samples",),
        report=Report("results", ("all_scores",), 5),
    )


def several_targets() -> Plan:
    return FOREIGN._replace(
        data=CSV._replace(source=Function("my_project.data.load"), targets=("a", "b")),
        folds=Folds("PredefinedSplit", (), None, "fold"),
        scores=("my_project.scores.profit", "r2"),
        models=(RIDGE,),
    )


def ensembles(final: str = "sklearn.linear_model.Ridge") -> tuple[Ensemble, ...]:
    members = ("gbm", "ridge")
    return (
        Ensemble("blend", "average", members, top=3),
        Ensemble("chosen", "greedy", members[1:], top=2, rounds=K),
        Ensemble("stacked", "stack", members, final=Invocation(final, (), (("alpha", 1.0),))),
    )


VARIANTS = {
    "regression": PLAN,
    "classification": classification(),
    "threshold": classification(RIDGE._replace(estimator="sklearn.linear_model.LogisticRegression"))._replace(
        report=Report("results", (), 5, Threshold("recall", (("precision", 0.9),)))
    ),
    "no test": untested(PLAN),
    "no figures": PLAN._replace(report=Report("out", (), 5)),
    "stop on error": PLAN._replace(run=Run(2, 3, 4, "stop")),
    "much to run": PLAN._replace(
        models=(GBM._replace(resources=Resources(gpu=1)), RIDGE),
        run=Run(None, None, 1, "skip", 2, 60, Resources(cpu=2), ("pandas==3.1.1",), "daily", "houses", ("nightly",)),
    ),
    "grouped": grouped(),
    "timed": timed(),
    "multilabel": multilabel(),
    "several targets": several_targets(),
    "one plain model": PLAN._replace(models=(RIDGE,), parameters=(), data=classification().data),
    "equivalent": PLAN._replace(simplest=(("alpha", -1),), margin=0.01),
    "steps and spaces": PLAN._replace(models=(SVM, RIDGE), simplest=(("C", 1), ("alpha", -1))),
    "steps alone": PLAN._replace(
        models=(SVM._replace(preprocess=None), OWN), data=classification().data, parameters=()
    ),
    "boosting": PLAN._replace(models=(XGB, CAT, GBM)),
    "race": PLAN._replace(folds=Folds("KFold", (("n_splits", 5),), 5), race=Race((1, 3), 0.5, 5)),
    "race with machines": PLAN._replace(
        models=(GBM._replace(resources=Resources(gpu=1)), RIDGE), race=Race((2,), 0.25, 3)
    ),
    "in time": PLAN._replace(run=PLAN.run._replace(stop_after=7_200, timeout=60)),
    "first look": quick(PLAN, "/work"),
    "ensembles": PLAN._replace(
        parameters=(*PLAN.parameters, Parameter("k", "int", 3, None)), ensembles=ensembles(), simplest=(("alpha", 1),)
    ),
    "ensembles of labels": multilabel()._replace(
        models=(RIDGE._replace(estimator="sklearn.tree.DecisionTreeClassifier"), GBM._replace(early_stopping=None)),
        ensembles=ensembles("my_project.Final")[::2],
        run=Run(None, None, 1, "stop"),
    ),
    "ensembles in time": untested(timed())._replace(ensembles=ensembles()[:1]),
    "parameters everywhere": PLAN._replace(
        parameters=(Parameter("k", "int", 3, None),),
        seed=K,
        folds=PLAN.folds._replace(arguments=(("n_splits", K),), n_splits=K),
        models=(GBM._replace(fixed=(("num_leaves", K),), space=(("x", Draw("choice", (("values", [K]),))),)), RIDGE),
    ),
}
