"""What is checked: one rule a file, each a function that reports what it finds; in the whole, or in each model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .alike import alike
from .bindings import bindings
from .constants import constants
from .data import data
from .declarations import declarations
from .early_stopping import early_stopping
from .endless import endless
from .estimators import estimators
from .folds import folds
from .groups import groups
from .holdout import holdout
from .leaves import leaves
from .linear import linear
from .lone import lone
from .mocks import mocks
from .names import names
from .overdrawn import overdrawn
from .preprocess import preprocess
from .queries import queries
from .repeated import repeated
from .resources import resources
from .results import results
from .run import run
from .schedule import schedule
from .scores import scores
from .search import search
from .secrets import secrets
from .seed import seed
from .select import select
from .steps import steps
from .targets import targets
from .task import task
from .times import times
from .unscaled import unscaled
from .unstratified import unstratified
from .unsupported import unsupported
from .unused import unused
from .weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..findings import Report
    from ..outline import Entrant, Outline

RULES: tuple[Callable[[Outline, Report], None], ...] = (
    declarations,
    names,
    constants,
    unsupported,
    task,
    seed,
    data,
    mocks,
    targets,
    secrets,
    queries,
    preprocess,
    holdout,
    folds,
    groups,
    times,
    weights,
    scores,
    estimators,
    select,
    run,
    schedule,
    resources,
    results,
    unstratified,
    lone,
    unused,
    alike,
    unscaled,
)

MODEL_RULES: tuple[Callable[[Entrant, Outline, Report], None], ...] = (
    bindings,
    steps,
    search,
    early_stopping,
    overdrawn,
    repeated,
    endless,
    leaves,
    linear,
)
"""What is checked of each model by itself: by its text, and by what the names in it stand for."""
