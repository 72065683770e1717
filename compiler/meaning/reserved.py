"""Names that a generated flow needs for itself. Every rule about names takes them from here."""

from __future__ import annotations

import builtins
import re
from importlib import import_module

_TEMPLATES = import_module("..templates", __package__)
_NAMES = _TEMPLATES.RESERVED_NAMES.read_text(encoding="utf-8").split()

METAFLOW = """
cmd count decospecs foreach_stack help index input max_log_size max_num_splits max_workers merge_artifacts name
namespace next obj params run_id run_id_file runner_attribute_file script_name self tag tags task_id user_namespace with
"""
"""Attributes of `FlowSpec` and of named tuples, and options of the `run` command."""

STEPS = "start fan_out fit gather cut rank finish end"

ROUND = re.compile(r"(?:cut|fan_out|fit|gather|round)_\d+(?:_\w+)?")
"""The steps of the later rounds of a race."""

CLASS = """
DATA ENVIRONMENT Parameter TIMEOUT annotations card catch current environment project pypi_base resources retry schedule
step timeout
"""
"""What the class of the flow is written with; a parameter of the same name would hide it there."""

STORED = frozenset(name.removeprefix(_TEMPLATES.ATTRIBUTE) for name in _NAMES if name.startswith(_TEMPLATES.ATTRIBUTE))
"""What the flow stores, and its other attributes."""

PARAMETERS = frozenset((METAFLOW + STEPS + CLASS).split()) | STORED
"""A `param` becomes an attribute of the flow and an option of its `run` command, so it can have none of these names."""

STEPS_OF_MODELS = ("fan_out", "fit", "gather")
"""The steps that models have of their own, called `fit_<model>` and the like, where they ask for other resources."""

BOARD = """
candidate failed fold folds iterations model n_fitting n_scoring p_holm params place rank settings
"""
LEADERBOARD = frozenset(BOARD.split())
"""Columns of the leaderboard and of the results, among which those of the scores stand."""

LEADERBOARD_SUFFIXES = ("_sem", "_low", "_high", "_so_far")
"""End the columns of a score's standard error, of the ends of its interval, and of its mean over the folds so far."""


MODULE = "AFTER BaseEstimator FOLD FlowSpec GRACE GROUP RACE SEED TIME"
"""What is written into a flow's module beside what comes from the library, in capitals."""

LIBRARY = frozenset(name for name in _NAMES if not name.startswith(_TEMPLATES.ATTRIBUTE))
"""What flows have from the library."""

CLASSES = frozenset((CLASS + MODULE).split()) | LIBRARY
"""A tournament becomes a class of the flow's module, so it can have none of the module's other names."""


def is_taken(name: str, names: frozenset[str]) -> bool:
    """Return whether a name is one of those that the flow needs, or means something to Python."""
    return name in names or name.startswith("_") or hasattr(builtins, name) or bool(ROUND.fullmatch(name))
