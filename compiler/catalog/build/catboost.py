"""CatBoost's estimators for scikit-learn, whose docstrings have a form of their own."""

from __future__ import annotations

import re
from inspect import getdoc, signature
from typing import TYPE_CHECKING, Any, NamedTuple

from catboost import CatBoostClassifier, CatBoostRegressor  # type: ignore[import-untyped]
from sklearn.externals._numpydoc.docscrape import NumpyDocString  # type: ignore[import-untyped]

from ..entry import Anything, Argument, Boolean, Entry, Number, Object, Options, Text
from ..shorthand import COUNT, NOT_NEGATIVE, POSITIVE, SEED, with_none
from .constraints import LIST
from .docs import parameters, words
from .signatures import VARIADIC

if TYPE_CHECKING:
    from ..entry import TaskName, Type

RANGE = re.compile(r"range: *([\[(])([\d.]+), *(\+inf|[\d.]+)([\])])")
LEFT_OVER = re.compile(r"\. range$|^Possible values:$")
OPTION = re.compile(r" +- '(\w+)'")

# Files, snapshots and plots, and arguments that the flow's early stopping sets.
NOT_FOR_MODELS = {
    "allow_writing_files", "callback", "device_config", "early_stopping_rounds", "eval_fraction", "input_borders",
    "logging_level", "metadata", "metric_period", "name", "od_pval", "od_type", "od_wait", "output_borders",
    "save_snapshot", "silent", "snapshot_file", "snapshot_interval", "train_dir", "use_best_model", "verbose",
}  # fmt: skip

TYPES: dict[str, tuple[Type, ...]] = {
    "auto_class_weights": (Options(("Balanced", "SqrtBalanced")),),
    "bagging_temperature": (NOT_NEGATIVE,),
    "bootstrap_type": (Options(("Bayesian", "Bernoulli", "MVS", "No", "Poisson")),),
    "grow_policy": (Options(("Depthwise", "Lossguide", "SymmetricTree")),),
    "loss_function": (Text(), Object("an object")),
    "max_leaves": (Number("integer", 2),),
    "min_data_in_leaf": (COUNT,),
    "random_seed": (SEED,),
    "random_strength": (NOT_NEGATIVE,),
    "score_function": (Options(("Cosine", "L2", "NewtonCosine", "NewtonL2")),),
    "scale_pos_weight": (POSITIVE,),
    "subsample": (Number("real", 0, 1, low_included=False),),
}
"""Types that the documentation describes in other words, or in a sentence."""

SYNONYMS = {
    "eta": "learning_rate", "max_depth": "depth", "random_state": "random_seed", "max_bin": "border_count",
    "custom_loss": "custom_metric", "reg_lambda": "l2_leaf_reg", "objective": "loss_function",
    "num_leaves": "max_leaves", "min_child_samples": "min_data_in_leaf", "colsample_bylevel": "rsm",
    "n_estimators": "iterations", "num_trees": "iterations", "num_boost_round": "iterations",
}  # fmt: skip


class Described(NamedTuple):
    """What the documentation says of an argument."""

    type: str
    text: list[str]


def boosters() -> list[Entry]:
    """Return CatBoost's regressor and classifier."""
    return [
        _booster(CatBoostRegressor, "regression"),
        _booster(CatBoostClassifier, "classification"),
    ]


def _booster(cls: Any, task: TaskName) -> Entry:
    documented, sentences = _documented(), parameters(CatBoostClassifier)
    arguments = {
        name: _argument(name, documented, sentences)
        for name, parameter in signature(cls).parameters.items()
        if parameter.kind not in VARIADIC and name not in NOT_FOR_MODELS
    }
    description = f"Gradient boosting on symmetric trees for {task}"
    return Entry(
        f"catboost.{cls.__name__}", "estimator", (task,), description, arguments, early_stopping=True, weights=True
    )


def _documented() -> dict[str, Described]:
    """Return the documented arguments by name; some have their type on the same line."""
    listed = NumpyDocString(getdoc(CatBoostClassifier) or "")["Parameters"]
    split = [(*one.name.partition(":"), one) for one in listed]
    return {name: Described(one.type or type_.strip(), list(one.desc)) for name, _, type_, one in split}


def _argument(name: str, documented: dict[str, Described], sentences: dict[str, str]) -> Argument:
    meant = SYNONYMS.get(name, name)
    described = documented.get(meant, Described("", []))
    types = with_none(TYPES.get(meant) or _types(described))
    sentence = next((text for key, text in sentences.items() if key.partition(":")[0] == meant), "")
    sentence = LEFT_OVER.sub("", sentence) or words(name)
    return Argument(name, types, False, None, sentence if meant == name else f"Alias of {meant}")


def _types(described: Described) -> tuple[Type, ...]:
    options = tuple(found[1] for line in described.text if (found := OPTION.match(line)))
    word = described.type.partition(",")[0].partition(" ")[0]
    alone = " or " not in described.type.partition(",")[0]
    if word in ("int", "float"):
        return (_number("integer" if word == "int" else "real", " ".join(described.text)),)
    if word == "bool":
        return (Boolean(),)
    if word == "string" and alone:
        return (Options(tuple(sorted(options))),) if options else (Text(),)
    if word == "list" and alone:
        return (LIST,)
    return (Anything("anything"),)


def _number(kind: Any, text: str) -> Number:
    found = RANGE.search(text)
    if not found:
        return Number(kind)
    opening, low, high, closing = found.groups()
    above = None if high == "+inf" else _plain(high)
    return Number(kind, _plain(low), above, opening == "[", above is None or closing == "]")


def _plain(bound: str) -> float:
    return int(bound) if bound.isdigit() else float(bound)
