"""Combinations of arguments that an estimator of scikit-learn rejects although each is valid, from its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOGISTIC = ("sklearn.linear_model.LogisticRegression", "sklearn.linear_model.LogisticRegressionCV")
RIDGES = ("sklearn.linear_model.Ridge", "sklearn.linear_model.RidgeClassifier")
DISCRIMINANTS = tuple(f"sklearn.discriminant_analysis.{kind}DiscriminantAnalysis" for kind in ("Linear", "Quadratic"))
FORESTS = tuple(
    f"sklearn.ensemble.{kind}{task}" for kind in ("RandomForest", "ExtraTrees") for task in ("Classifier", "Regressor")
)
BAGGING = ("sklearn.ensemble.BaggingClassifier", "sklearn.ensemble.BaggingRegressor")
MACHINES = ("sklearn.svm.NuSVC", "sklearn.svm.SVC")


class Refusal(NamedTuple):
    """Arguments that cannot be combined: a condition on each, and what to do instead."""

    estimators: tuple[str, ...]
    where: Mapping[str, Callable[[object], bool]]
    instead: str


def _one_of(*values: object) -> Callable[[object], bool]:
    return lambda value: value in values


def _but(*values: object) -> Callable[[object], bool]:
    return lambda value: value not in values


def _above_0(value: object) -> bool:
    return isinstance(value, int | float) and value > 0


def _is_given(value: object) -> bool:
    return value is not None


def _is_true(value: object) -> bool:
    return value is True


def _is_false(value: object) -> bool:
    return value is False


REFUSALS = (
    Refusal(
        LOGISTIC,
        {"penalty": _one_of("l1", "elasticnet"), "solver": _but("liblinear", "saga")},
        'write `solver = "saga"`, which takes every penalty',
    ),
    Refusal(
        LOGISTIC,
        {"penalty": _one_of("elasticnet", None), "solver": _one_of("liblinear")},
        'write `solver = "saga"`, which takes every penalty',
    ),
    Refusal(
        LOGISTIC[:1],
        {"l1_ratio": _above_0, "solver": _but("liblinear", "saga")},
        'write `solver = "saga"`, which takes every `l1_ratio`',
    ),
    Refusal(
        LOGISTIC, {"dual": _is_true, "solver": _but("liblinear")}, 'write `solver = "liblinear"`, or leave out `dual`'
    ),
    Refusal(
        ("sklearn.svm.LinearSVC",),
        {"penalty": _one_of("l1"), "loss": _one_of("hinge")},
        'write `loss = "squared_hinge"`, or `penalty = "l2"`',
    ),
    Refusal(("sklearn.svm.LinearSVC",), {"penalty": _one_of("l1"), "dual": _is_true}, "write `dual = false`"),
    Refusal(("sklearn.svm.LinearSVC",), {"loss": _one_of("hinge"), "dual": _is_false}, "write `dual = true`"),
    Refusal(
        ("sklearn.svm.LinearSVR",), {"loss": _one_of("epsilon_insensitive"), "dual": _is_false}, "write `dual = true`"
    ),
    Refusal(
        RIDGES, {"positive": _is_true, "solver": _but("auto", "lbfgs")}, 'write `solver = "lbfgs"`, or leave it out'
    ),
    Refusal(RIDGES, {"positive": _is_false, "solver": _one_of("lbfgs")}, "write `positive = true`, or another solver"),
    Refusal(
        DISCRIMINANTS,
        {"shrinkage": _is_given, "solver": _one_of("svd")},
        'write `solver = "eigen"`',
    ),
    Refusal(FORESTS, {"bootstrap": _is_false, "oob_score": _is_true}, "write `bootstrap = true`"),
    Refusal(FORESTS, {"bootstrap": _is_false, "max_samples": _is_given}, "write `bootstrap = true`"),
    Refusal(BAGGING, {"bootstrap": _is_false, "oob_score": _is_true}, "write `bootstrap = true`"),
    Refusal(BAGGING, {"warm_start": _is_true, "oob_score": _is_true}, "leave one of them out"),
    Refusal(MACHINES, {"break_ties": _is_true, "decision_function_shape": _one_of("ovo")}, "leave out `break_ties`"),
)
