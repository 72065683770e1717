import math
import subprocess
import sys
import time
from ast import literal_eval

import pytest

from mfc.catalog.catalog import FILE, Catalog, load
from mfc.catalog.entry import Boolean, Dataset, Number, Options, Scorer, Sequence
from mfc.catalog.types import admits

KINDS = ("estimator", "transformer", "splitter", "test", "distribution", "mock", "block", "source")


@pytest.fixture(scope="module")
def catalog():
    return load()


def argument(catalog, kind, path, name):
    return catalog.entry(kind, path).arguments[name]


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_has_an_entry(catalog, kind):
    assert catalog.names(kind)
    for path in catalog.names(kind):
        entry = catalog.entry(kind, path)
        assert (entry.kind, entry.path) == (kind, path)
        assert entry.description
        assert all(name == one.name and one.types for name, one in entry.arguments.items())


@pytest.mark.parametrize("kind", KINDS)
def test_descriptions_are_one_short_plain_line(catalog, kind):
    for path in catalog.names(kind):
        entry = catalog.entry(kind, path)
        for one in entry.arguments.values():
            assert one.description, (path, one.name)
        for text in (entry.description, *(one.description for one in entry.arguments.values())):
            assert len(text) <= 160
            assert "\n" not in text
            assert not text.endswith(".")
            assert kind in ("block", "source") or "`" not in text


def constant(text):
    """Return the value of a default that a literal writes."""
    return {"nan": math.nan, "inf": math.inf}[text] if text in ("nan", "inf") else literal_eval(text)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("block", "source")])
def test_every_default_is_admitted(catalog, kind):
    for path in catalog.names(kind):
        for one in catalog.entry(kind, path).arguments.values():
            if one.default is None or one.default.startswith(("numpy.", "sklearn.")):
                continue
            value = constant(one.default)
            assert admits(one.types, value) or not math.isfinite(value), (path, one)


def test_only_what_may_be_left_out_has_a_default(catalog):
    for kind in KINDS:
        for path in catalog.names(kind):
            assert not [one for one in catalog.entry(kind, path).arguments.values() if one.required and one.default]


def test_the_last_part_of_a_path_finds_it(catalog):
    assert catalog.find("estimator", "Ridge") == ("sklearn.linear_model.Ridge",)
    assert catalog.find("estimator", "MLP") == ("keras.MLP",)
    assert catalog.find("transformer", "PCA") == ("sklearn.decomposition.PCA",)
    assert catalog.find("distribution", "beta") == ("scipy.stats.beta",)


def test_a_whole_path_finds_itself(catalog):
    assert catalog.find("estimator", "sklearn.linear_model.Ridge") == ("sklearn.linear_model.Ridge",)
    assert catalog.find("distribution", "uniform") == ("uniform",)
    assert catalog.find("distribution", "scipy.stats.uniform") == ("scipy.stats.uniform",)


def test_nothing_else_is_found(catalog):
    assert catalog.find("estimator", "Rigde") == ()
    assert catalog.find("estimator", "linear_model.Ridge") == ()
    assert catalog.find("estimator", "PCA") == ()
    assert catalog.entry("estimator", "Ridge") is None
    assert catalog.entry("block", "rum") is None
    assert catalog.scorer("r3") is None
    assert catalog.dataset("boston") is None


def test_a_name_of_several_things_finds_all():
    lines = (
        '["estimator","a.Net",[],"",[]]\n',
        '["estimator","b.Net",[],"",[]]\n',
        '["estimator","c.Other",[],"",[]]\n',
    )
    assert Catalog("".join(lines)).find("estimator", "Net") == ("a.Net", "b.Net")


@pytest.mark.parametrize(
    ("path", "name", "types"),
    [
        ("sklearn.linear_model.Ridge", "alpha", (Number("real", 0), Sequence)),
        ("sklearn.svm.SVC", "C", (Number("real", 0, low_included=False),)),
        ("sklearn.ensemble.RandomForestClassifier", "n_estimators", (Number("integer", 1),)),
        ("sklearn.tree.DecisionTreeRegressor", "max_depth", (Number("integer", 1), Options((None,)))),
        ("sklearn.linear_model.Ridge", "fit_intercept", (Boolean(),)),
        ("lightgbm.LGBMRegressor", "learning_rate", (Number("real", 0, low_included=False),)),
        ("lightgbm.LGBMRegressor", "num_leaves", (Number("integer", 2, 131072),)),
        ("lightgbm.LGBMClassifier", "max_depth", (Number("integer", -1),)),
        ("keras.MLP", "dropout", (Number("real", 0, 1, high_included=False),)),
        ("keras.MLP", "hidden_layer_sizes", (Sequence((Number("integer", 1),)),)),
    ],
)
def test_ranges(catalog, path, name, types):
    found = argument(catalog, "estimator", path, name).types
    assert len(found) == len(types)
    for one, expected in zip(found, types, strict=True):
        assert isinstance(one, expected) if isinstance(expected, type) else one == expected


def test_tasks(catalog):
    tasks = {path.rpartition(".")[2]: catalog.entry("estimator", path).tasks for path in catalog.names("estimator")}
    assert tasks["Ridge"] == tasks["LGBMRegressor"] == ("regression",)
    assert tasks["SVC"] == tasks["LGBMClassifier"] == ("classification",)
    assert tasks["RandomForestClassifier"] == ("classification", "multilabel")
    assert tasks["ClassifierChain"] == ("multilabel",)
    assert tasks["MultiTaskLasso"] == ("regression",)
    assert tasks["MLP"] == ("regression", "classification", "multilabel")


def test_how_many_targets_an_estimator_predicts(catalog):
    targets = {path.rpartition(".")[2]: catalog.entry("estimator", path).targets for path in catalog.names("estimator")}
    assert targets["Ridge"] == targets["MLPRegressor"] == "any"
    assert targets["SVR"] == targets["LGBMRegressor"] == "one"
    assert targets["MultiTaskLasso"] == targets["MultiOutputRegressor"] == "several"


def test_who_takes_sample_weights(catalog):
    takes = {path.rpartition(".")[2] for path in catalog.names("estimator") if catalog.entry("estimator", path).weights}
    assert {"Ridge", "LGBMRegressor", "RandomForestClassifier"} <= takes
    assert takes.isdisjoint({"KNeighborsRegressor", "MLP", "LinearDiscriminantAnalysis"})


def test_which_scores_take_several_targets(catalog):
    scorers = [catalog.scorer(name) for name in catalog.scorer_names]
    alone = {one.name for one in scorers if "regression" in one.tasks and not one.several_targets}
    assert alone == {"neg_max_error", "neg_mean_gamma_deviance", "neg_mean_poisson_deviance"}


def test_who_stops_early(catalog):
    stopping = {path for path in catalog.names("estimator") if catalog.entry("estimator", path).early_stopping}
    assert stopping == {
        "catboost.CatBoostClassifier",
        "catboost.CatBoostRegressor",
        "keras.MLP",
        "keras.Model",
        "lightgbm.LGBMClassifier",
        "lightgbm.LGBMRegressor",
        "xgboost.XGBClassifier",
        "xgboost.XGBRegressor",
    }


def test_deprecated_arguments_are_marked(catalog):
    assert argument(catalog, "estimator", "sklearn.svm.SVC", "probability").deprecated
    assert argument(catalog, "estimator", "sklearn.linear_model.LogisticRegression", "n_jobs").deprecated
    assert not argument(catalog, "estimator", "sklearn.linear_model.LogisticRegression", "l1_ratio").deprecated
    assert not argument(catalog, "estimator", "sklearn.linear_model.SGDRegressor", "power_t").deprecated


def test_scorers(catalog):
    assert catalog.scorer("r2") == Scorer("r2", ("regression",), "any", several_targets=True)
    assert catalog.scorer("f1") == Scorer("f1", ("classification",), "binary")
    assert catalog.scorer("roc_auc") == Scorer("roc_auc", ("classification", "multilabel"), "binary")
    assert catalog.scorer("neg_log_loss") == Scorer("neg_log_loss", ("classification",), "any", probabilities=True)
    assert catalog.scorer("f1_samples") == Scorer("f1_samples", ("multilabel",), "any")
    assert catalog.scorer("adjusted_rand_score").tasks == ()
    assert {"accuracy", "neg_root_mean_squared_error"} <= set(catalog.scorer_names)


def test_datasets(catalog):
    assert catalog.dataset_names == ("breast_cancer", "diabetes", "digits", "iris", "linnerud", "wine")
    diabetes = catalog.dataset("diabetes")
    assert diabetes == Dataset(
        "diabetes",
        "load_diabetes",
        "regression",
        442,
        ("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"),
        ("target",),
        diabetes.description,
    )
    assert catalog.dataset("linnerud").targets == ("Weight", "Waist", "Pulse")


def test_the_versions_it_was_made_from(catalog):
    assert set(catalog.versions) == {"catboost", "keras", "lightgbm", "scikit-learn", "scipy", "skrub", "xgboost"}


def test_it_is_loaded_once():
    assert load() is load()


def test_it_is_small():
    assert FILE.stat().st_size < 700_000


def test_loading_imports_no_library():
    script = (
        "import sys; from mfc.catalog.catalog import load; load().entry('estimator', 'lightgbm.LGBMRegressor');"
        "print(sorted({'sklearn', 'lightgbm', 'keras', 'numpy', 'scipy', 'pandas', 'argparse'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_reading_takes_a_few_milliseconds():
    def seconds():
        start = time.perf_counter()
        Catalog(FILE.read_text(encoding="utf-8")).entry("estimator", "lightgbm.LGBMRegressor")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.015
