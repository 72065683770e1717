"""XGBoost's estimators for scikit-learn."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any, Literal

from xgboost import XGBClassifier, XGBRegressor, XGBRFClassifier, XGBRFRegressor
from xgboost.sklearn import XGBModel

from ..entry import Anything, Argument, Boolean, Entry, Number, Object, Options, Sequence, Text
from ..shorthand import COUNT, INTEGER, NOT_NEGATIVE, POSITIVE, REAL, SEED, with_none
from .docs import parameters, words
from .signatures import VARIADIC

if TYPE_CHECKING:
    from ..entry import TaskName, Type

SHARE = Number("real", 0, 1, low_included=False)
NOT_BELOW_0 = Number("integer", 0)

# The flow sets these: they would contradict its own early stopping.
SET_BY_THE_FLOW = {"callbacks", "early_stopping_rounds"}

TYPES: dict[str, tuple[Type, ...]] = {
    "base_score": (REAL, Sequence((REAL,))),
    "booster": (Options(("dart", "gblinear", "gbtree")),),
    "colsample_bylevel": (SHARE,),
    "colsample_bynode": (SHARE,),
    "colsample_bytree": (SHARE,),
    "device": (Text(),),
    "enable_categorical": (Boolean(),),
    "eval_metric": (Text(), Sequence((Text(),)), Object("a callable")),
    "gamma": (NOT_NEGATIVE,),
    "grow_policy": (Options(("depthwise", "lossguide")),),
    "importance_type": (Options(("cover", "gain", "total_cover", "total_gain", "weight")),),
    "learning_rate": (POSITIVE,),
    "max_bin": (Number("integer", 2),),
    "max_cat_threshold": (COUNT,),
    "max_cat_to_onehot": (COUNT,),
    "max_delta_step": (NOT_NEGATIVE,),
    "max_depth": (NOT_BELOW_0,),
    "max_leaves": (NOT_BELOW_0,),
    "min_child_weight": (NOT_NEGATIVE,),
    "missing": (REAL,),
    "multi_strategy": (Options(("multi_output_tree", "one_output_per_tree")),),
    "n_estimators": (COUNT,),
    "n_jobs": (INTEGER,),
    "num_parallel_tree": (COUNT,),
    "objective": (Text(), Object("a callable")),
    "random_state": (SEED,),
    "reg_alpha": (NOT_NEGATIVE,),
    "reg_lambda": (NOT_NEGATIVE,),
    "sampling_method": (Options(("gradient_based", "uniform")),),
    "scale_pos_weight": (POSITIVE,),
    "subsample": (SHARE,),
    "tree_method": (Options(("approx", "auto", "exact", "hist")),),
    "validate_parameters": (Boolean(),),
    "verbosity": (Number("integer", 0, 3),),
}

BOOSTED, FOREST = "Gradient-boosted decision trees for {}", "Random forest by XGBoost for {}"


def boosters() -> list[Entry]:
    """Return XGBoost's regressors and classifiers; those of random forests grow all trees at once."""
    return [
        _booster(XGBRegressor, "regression", BOOSTED),
        _booster(XGBClassifier, "classification", BOOSTED),
        _booster(XGBRFRegressor, "regression", FOREST),
        _booster(XGBRFClassifier, "classification", FOREST),
    ]


def _booster(cls: Any, task: TaskName, description: str) -> Entry:
    described = {name.partition(":")[0]: text for name, text in parameters(XGBRegressor).items()}
    own = signature(cls).parameters
    arguments = {
        name: _argument(name, own.get(name, parameter).default, described.get(name, ""))
        for name, parameter in signature(XGBModel).parameters.items()
        if parameter.kind not in VARIADIC and name not in SET_BY_THE_FLOW
    }
    stops = description == BOOSTED
    targets: Literal["one", "any"] = "any" if task == "regression" else "one"
    return Entry(
        f"xgboost.{cls.__name__}",
        "estimator",
        (task,),
        description.format(task),
        arguments,
        stops,
        targets,
        weights=True,
    )


def _argument(name: str, default: Any, description: str) -> Argument:
    types = with_none(TYPES.get(name, (Anything("anything"),)))
    shown = (
        None if default is None or default != default else repr(default)
    )  # XGBoost chooses the values that are None or NaN
    return Argument(name, types, False, shown, words(name) if description[:2] in ("", "..") else description)
